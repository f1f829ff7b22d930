//! What is open in all rounds, in one query.

use base::Id;
use db::{DbError, FromQueryResult, Queries, Result, sea_orm, values};
use jiff::civil::Date;

use super::Open;

#[derive(FromQueryResult)]
struct Row {
    round_id: String,
    title: String,
    owner_id: String,
    reminds: bool,
    unit_id: String,
    unit_name: String,
    unit_path: String,
    reports: i64,
    opens_on: String,
    due_on: String,
    closes_on: String,
    until: Option<String>,
}

/// All that has not been handed in, of rounds that have not ended, by round and unit.
const OPEN: &str = "SELECT x.round_id, r.title, r.owner_id, r.reminds, x.unit_id, u.name AS unit_name, u.path AS unit_path, \
    COUNT(*) AS reports, r.opens_on, r.due_on, r.closes_on, e.until FROM report x JOIN round r ON r.id = x.round_id \
    JOIN unit u ON u.id = x.unit_id LEFT JOIN round_extension e ON e.round_id = x.round_id AND e.unit_id = x.unit_id \
    WHERE r.ended_on IS NULL AND x.state IN ('expected', 'draft', 'returned') \
    GROUP BY x.round_id, r.title, r.sort_key, r.owner_id, r.reminds, x.unit_id, u.name, u.path, u.sort_key, r.opens_on, \
    r.due_on, r.closes_on, e.until ORDER BY r.due_on, r.sort_key, x.round_id, u.sort_key, x.unit_id";

impl Open {
    /// All that has not been handed in, in the order it is due.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries) -> Result<Vec<Self>> {
        db.all::<Row>(OPEN, values![]).await?.into_iter().map(Self::try_from).collect()
    }
}

impl TryFrom<Row> for Open {
    type Error = DbError;

    fn try_from(row: Row) -> Result<Self> {
        let date = |text: &str| {
            text.parse::<Date>().map_err(|_| DbError::Stored(format!("round {}: the day {text}", row.round_id)))
        };
        let (due, closes) = (date(&row.due_on)?, date(&row.closes_on)?);
        // The round may have been given more time than the unit had.
        let longer = row.until.as_deref().map(date).transpose()?.unwrap_or(due);
        Ok(Self {
            reminds: row.reminds,
            reports: row.reports,
            opens: date(&row.opens_on)?,
            due: longer.max(due),
            last: longer.max(closes),
            owner: Id::stored(row.owner_id),
            title: row.title,
            unit: Id::stored(row.unit_id),
            unit_name: row.unit_name,
            unit_path: row.unit_path,
            round: Id::stored(row.round_id),
        })
    }
}
