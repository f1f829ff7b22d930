//! Versions of a plan: one that is being written, and those that were adopted and never change.

mod index;

use base::{Id, Problem};
use db::{Change, DbError, FromQueryResult, Queries, Result, instant, sea_orm, values};
use identity::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::content::Content;
use crate::plan::Plan;

/// A version of a plan.
#[derive(Debug, Clone)]
pub struct Version {
    /// The id.
    pub id: Id,
    /// The plan.
    pub plan: Id,
    /// 1, 2, 3 in the order they were begun.
    pub number: i64,
    /// What it says.
    pub content: Content,
    /// Grows with every save.
    pub revision: i64,
    /// When it was saved last.
    pub changed_at: Timestamp,
    /// The decision that made it count; none while it is written.
    pub decision: Option<Decision>,
}

/// What made a version count.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Decision {
    /// The deciding body.
    pub body: String,
    /// The day of the decision.
    pub date: Date,
    /// The paragraph of the minutes.
    pub paragraph: String,
    /// The diary number.
    pub diary_number: String,
    /// The first day it is in force.
    pub in_force_from: Date,
}

/// A version in a list.
#[derive(Debug, Clone)]
pub struct VersionRow {
    /// The id.
    pub id: Id,
    /// Its number.
    pub number: i64,
    /// The decision; none while it is written.
    pub decision: Option<Decision>,
    /// When it was saved last.
    pub changed_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    plan_id: String,
    number: i64,
    content: String,
    revision: i64,
    changed_at: i64,
    decided_by: Option<String>,
    decided_on: Option<String>,
    decision_paragraph: Option<String>,
    diary_number: Option<String>,
    in_force_from: Option<String>,
}

const COLUMNS: &str = "id, plan_id, number, content, revision, changed_at, decided_by, decided_on, decision_paragraph, \
    diary_number, in_force_from";

impl Stored {
    fn decision(&self) -> Option<Decision> {
        let date: Date = self.decided_on.as_deref()?.parse().ok()?;
        Some(Decision {
            body: self.decided_by.clone().unwrap_or_default(),
            date,
            paragraph: self.decision_paragraph.clone().unwrap_or_default(),
            diary_number: self.diary_number.clone().unwrap_or_default(),
            in_force_from: self.in_force_from.as_deref().and_then(|text| text.parse().ok()).unwrap_or(date),
        })
    }

    fn version(self) -> Result<Version> {
        Ok(Version {
            decision: self.decision(),
            content: serde_json::from_str(&self.content)?,
            id: Id::stored(self.id),
            plan: Id::stored(self.plan_id),
            number: self.number,
            revision: self.revision,
            changed_at: instant(self.changed_at),
        })
    }
}

impl Version {
    /// The version with this id. Whoever calls has found the plan through the viewer.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn find(db: &impl Queries, id: &Id) -> Result<Option<Self>> {
        let sql = format!("SELECT {COLUMNS} FROM plan_version WHERE id = $1");
        db.optional::<Stored>(&sql, values![id.as_str()]).await?.map(Stored::version).transpose()
    }

    /// The version with this number, if the viewer may see it: adopted ones as the plan, the one being written only as its writers.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn numbered(db: &impl Queries, viewer: &Viewer, plan: &Plan, number: i64) -> Result<Option<Self>> {
        let sql = format!("SELECT {COLUMNS} FROM plan_version WHERE plan_id = $1 AND number = $2");
        let stored = db.optional::<Stored>(&sql, values![plan.id.as_str(), number]).await?;
        let version = stored.map(Stored::version).transpose()?;
        let visible = |version: &Self| version.decision.is_some() || plan.opens_draft_to(viewer);
        Ok(version.filter(visible))
    }

    /// The version the viewer reads unless they ask for another.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn read(db: &impl Queries, viewer: &Viewer, plan: &Plan) -> Result<Option<Self>> {
        match plan.reading_version(viewer) {
            Some(id) => Self::find(db, id).await,
            None => Ok(None),
        }
    }

    /// The plan's versions, the newest first; the one being written only for its writers.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, viewer: &Viewer, plan: &Plan) -> Result<Vec<VersionRow>> {
        let sql = "SELECT id, plan_id, number, '' AS content, revision, changed_at, decided_by, decided_on, decision_paragraph, \
            diary_number, in_force_from FROM plan_version WHERE plan_id = $1 ORDER BY number DESC";
        let rows = db.all::<Stored>(sql, values![plan.id.as_str()]).await?;
        let row = |row: Stored| VersionRow {
            decision: row.decision(),
            id: Id::stored(row.id),
            number: row.number,
            changed_at: instant(row.changed_at),
        };
        let shows_draft = plan.shows_draft_to(viewer);
        Ok(rows.into_iter().map(row).filter(|row| row.decision.is_some() || shows_draft).collect())
    }

    /// Whether it was adopted and can no longer be changed.
    #[must_use]
    pub fn is_adopted(&self) -> bool {
        self.decision.is_some()
    }

    /// Begins a version within a change.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn begin(change: &Change, plan: &Id, number: i64, content: &Content) -> Result<Id> {
        let id = change.new_id();
        let now = change.at().as_microsecond();
        let row = vec![
            ("id", id.as_str().into()),
            ("plan_id", plan.as_str().into()),
            ("number", number.into()),
            ("state", "draft".into()),
            ("content", serde_json::to_string(content)?.into()),
            ("revision", 1_i64.into()),
            ("begun_at", now.into()),
            ("changed_at", now.into()),
        ];
        change.insert("plan_version", row).await?;
        index::write(change, &id, plan, None, content).await?;
        Ok(id)
    }

    /// Saves new content within a change. An adopted version is refused, whoever asks.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn save(&self, change: &Change, content: &Content) -> Result<()> {
        let sql = "UPDATE plan_version SET content = $1, revision = revision + 1, changed_at = $2 \
            WHERE id = $3 AND revision = $4 AND state = 'draft'";
        let values =
            values![serde_json::to_string(content)?, change.at().as_microsecond(), self.id.as_str(), self.revision];
        if change.execute(sql, values).await? == 0 {
            return Err(if self.is_adopted() { Problem::Refused("version-adopted") } else { Problem::Conflict }.into());
        }
        index::write(change, &self.id, &self.plan, Some(&self.content), content).await?;
        Ok(())
    }

    /// Writes the decision within a change. From here on the version never changes.
    ///
    /// # Errors
    /// [`DbError::NoRow`] when it was adopted already.
    pub(crate) async fn adopt(&self, change: &Change, decision: &Decision) -> Result<()> {
        let sql = "UPDATE plan_version SET state = 'adopted', decided_by = $1, decided_on = $2, decision_paragraph = $3, \
            diary_number = $4, in_force_from = $5, changed_at = $6 WHERE id = $7 AND state = 'draft'";
        let values = values![
            decision.body.as_str(),
            decision.date.to_string(),
            decision.paragraph.as_str(),
            decision.diary_number.as_str(),
            decision.in_force_from.to_string(),
            change.at().as_microsecond(),
            self.id.as_str(),
        ];
        if change.execute(sql, values).await? == 0 { Err(DbError::NoRow) } else { Ok(()) }
    }
}
