//! What was expected of a unit that has been abolished goes over to another.

use base::{FormErrors, Id, Problem};
use db::{Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Unit, Verb, Viewer};

use super::{Round, expectation};

/// A unit of a round that has ended since.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Abolished {
    /// The unit.
    pub unit_id: String,
    /// Its name.
    pub name: String,
    /// Its last day, ISO.
    pub valid_to: String,
    /// Who took over, where the register says so.
    pub successor_id: Option<String>,
    /// The successor's name.
    pub successor: Option<String>,
}

#[derive(FromQueryResult)]
struct Owed {
    id: String,
    item_id: String,
}

impl Round {
    /// The units of which something is expected still, though they do not exist any more on a day.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn abolished(&self, db: &impl Queries, today: jiff::civil::Date) -> Result<Vec<Abolished>> {
        let sql = "SELECT DISTINCT u.id AS unit_id, u.name, u.valid_to, u.successor_id, s.name AS successor, u.sort_key FROM report x \
            JOIN unit u ON u.id = x.unit_id LEFT JOIN unit s ON s.id = u.successor_id \
            WHERE x.round_id = $1 AND u.valid_to IS NOT NULL AND u.valid_to < $2 \
            AND x.state IN ('expected', 'draft', 'returned') ORDER BY u.sort_key";
        db.all(sql, values![self.id.as_str(), today.to_string()]).await
    }

    /// Lets another unit answer for what one has not handed in: its drafts go along. Where the other owes the same already, the
    /// first one's is taken out and kept.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, the round has ended, the other unit is none of
    /// today, nothing is open of the first, or the reason is missing.
    pub async fn transfer(db: &Db, viewer: &Viewer, id: &Id, from: &Id, to: &Id, reason: &str) -> Result<()> {
        let mut errors = FormErrors::default();
        let reason = errors.required("reason", reason, 500);
        errors.check().map_err(Problem::Invalid)?;
        let change = db.change(viewer.actor()?).await?;
        let round = Self::claim(&change, viewer, Verb::Write, id).await?;
        let to = Unit::today(&change, to).await?.ok_or(Problem::NotFound)?;
        let open = "SELECT id, item_id FROM report WHERE round_id = $1 AND unit_id = $2 \
            AND state IN ('expected', 'draft', 'returned')";
        let owed: Vec<Owed> = change.all(open, values![id.as_str(), from.as_str()]).await?;
        if owed.is_empty() {
            return Err(Problem::NotFound.into());
        }
        for report in &owed {
            let there = "SELECT COUNT(*) FROM report WHERE item_id = $1 AND unit_id = $2";
            let values = values![report.item_id.as_str(), to.id.as_str()];
            let row = if change.number(there, values).await? == 0 {
                vec![("unit_id", to.id.as_str().into()), ("reason", reason.as_str().into())]
            } else {
                vec![("state", "removed".into()), ("reason", reason.as_str().into())]
            };
            change.update("report", &Id::stored(report.id.clone()), row).await?;
        }
        expectation::note_about(&change, id, "transferred", Some(from), None, &reason).await?;
        let detail = serde_json::json!({ "from": from, "to": to.id, "reports": owed.len() });
        change.commit(Event::new("round.transferred", "round", id).within(&round.owner).with(detail)).await
    }
}
