//! A unit with longer time: a last day of its own, and why.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Verb, Viewer};
use jiff::civil::Date;

use super::{Round, expectation};

/// A unit's longer time.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Extension {
    /// The unit.
    pub unit_id: String,
    /// The last day, ISO.
    pub until: String,
    /// Why.
    pub reason: String,
}

impl Round {
    /// Gives a unit longer time.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, the round has ended, nothing is expected of the
    /// unit, the day gives no longer time than the round, or the reason is missing.
    pub async fn extend(db: &Db, viewer: &Viewer, id: &Id, unit: &Id, until: Date, reason: &str) -> Result<()> {
        let mut errors = FormErrors::default();
        let reason = errors.required("reason", reason, 500);
        let change = db.change(viewer.actor()?).await?;
        let round = Self::claim(&change, viewer, Verb::Write, id).await?;
        if until <= round.deadlines.due || until < db.clock().today() {
            errors.add("until", FieldError::TooEarly);
        }
        errors.check().map_err(Problem::Invalid)?;
        let owes = "SELECT COUNT(*) FROM report WHERE round_id = $1 AND unit_id = $2";
        if change.number(owes, values![id.as_str(), unit.as_str()]).await? == 0 {
            return Err(Problem::NotFound.into());
        }
        let sql = "INSERT INTO round_extension (id, round_id, unit_id, until, reason, made_at) VALUES ($1, $2, $3, $4, $5, $6) \
            ON CONFLICT (round_id, unit_id) DO UPDATE SET until = excluded.until, reason = excluded.reason, made_at = excluded.made_at";
        let now = change.at().as_microsecond();
        let new = change.new_id();
        let values = values![new.as_str(), id.as_str(), unit.as_str(), until.to_string(), reason.as_str(), now];
        change.execute(sql, values).await?;
        expectation::note_about(&change, id, "extended", Some(unit), None, &reason).await?;
        let detail = serde_json::json!({ "unit": unit, "until": until });
        change.commit(Event::new("round.extended", "round", id).within(&round.owner).with(detail)).await
    }

    /// The units with longer time.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn extensions(&self, db: &impl Queries) -> Result<Vec<Extension>> {
        let sql = "SELECT unit_id, until, reason FROM round_extension WHERE round_id = $1 ORDER BY unit_id";
        db.all(sql, values![self.id.as_str()]).await
    }

    /// The last day for handing in of a unit.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn last_day(&self, db: &impl Queries, unit: &Id) -> Result<Date> {
        let sql = "SELECT until FROM round_extension WHERE round_id = $1 AND unit_id = $2";
        let until = db.texts(sql, values![self.id.as_str(), unit.as_str()]).await?;
        let extended = until.first().and_then(|day| day.parse::<Date>().ok());
        Ok(extended.map_or(self.deadlines.closes, |day| day.max(self.deadlines.closes)))
    }
}
