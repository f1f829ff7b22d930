//! How long things are kept. What is usual is the program's; what somebody has decided instead is data.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::audit::trim;
use crate::{Actor, Change, Db, Event, Queries, Result, values};

/// Something that is kept for a number of days and then removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// What it is, in the table of rules, in addresses and in translation keys.
    pub kind: &'static str,
    /// For how many days, unless somebody has decided otherwise.
    pub usual: i64,
    /// The fewest days that can be decided.
    pub least: i64,
    /// The most.
    pub most: i64,
    /// What is removed.
    pub removes: Removes,
}

/// What is removed once its days have passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removes {
    /// Rows of a table.
    Rows {
        /// The table.
        table: &'static str,
        /// Which rows; `$1` is the instant before which they are too old.
        condition: &'static str,
    },
    /// The oldest events of the audit log.
    Events,
}

impl Retention {
    /// For how many days it is kept.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn days(&self, db: &impl Queries) -> Result<i64> {
        let rows = db.rows("SELECT days FROM retention_rule WHERE kind = $1", values![self.kind]).await?;
        let decided: Option<i64> = rows.first().map(|row| row.try_get_by_index(0)).transpose()?;
        Ok(decided.unwrap_or(self.usual).clamp(self.least, self.most))
    }

    /// Decides for how many days it is kept; whoever calls has made sure that it may be that many.
    ///
    /// # Errors
    /// When the database refuses; then nothing of the change remains.
    pub async fn decide(&self, change: Change, days: i64) -> Result<()> {
        let before = self.days(&change).await?;
        let sql = "INSERT INTO retention_rule (kind, days) VALUES ($1, $2) ON CONFLICT (kind) DO UPDATE SET days = $2";
        change.execute(sql, values![self.kind, days]).await?;
        change.commit(self.event("retention.changed").with(json!({ "days": days, "before": before }))).await
    }

    /// Removes what is too old and tells how much it was.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn enforce(&self, db: &Db, actor: Actor) -> Result<u64> {
        let limit = db.clock().now() - SignedDuration::from_hours(24 * self.days(db).await?);
        if db.rows(&self.oldest(), values![limit.as_microsecond()]).await?.is_empty() {
            return Ok(0);
        }
        let change = db.change(actor).await?;
        let removed = self.remove(&change, db, limit).await?;
        if removed > 0 {
            change.commit(self.event("retention.removed").with(json!({ "rows": removed }))).await?;
        }
        Ok(removed)
    }

    /// One of those that are too old.
    fn oldest(&self) -> String {
        match self.removes {
            Removes::Rows { table, condition } => format!("SELECT 1 FROM {table} WHERE {condition} LIMIT 1"),
            Removes::Events => "SELECT 1 FROM audit_event WHERE at < $1 LIMIT 1".to_owned(),
        }
    }

    async fn remove(&self, change: &Change, db: &Db, limit: Timestamp) -> Result<u64> {
        match self.removes {
            Removes::Rows { table, condition } => {
                change.execute(&format!("DELETE FROM {table} WHERE {condition}"), values![limit.as_microsecond()]).await
            }
            Removes::Events => trim(change, db.keys(), limit).await,
        }
    }

    fn event(&self, kind: &'static str) -> Event {
        Event::new(kind, "retention_rule", &base::Id::stored(self.kind.to_owned()))
    }
}
