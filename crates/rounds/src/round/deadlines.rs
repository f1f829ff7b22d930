//! Changing the days of a round, and ending it.

use base::{FormErrors, Id, Problem};
use db::{Db, Event, Result, values};
use identity::{Verb, Viewer};

use super::{Deadlines, Round};

impl Round {
    /// Sets the days anew, with the reason, which the log keeps.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, the round has ended, the days are out of order, or
    /// the reason is missing.
    pub async fn set_deadlines(db: &Db, viewer: &Viewer, id: &Id, days: &Deadlines, reason: &str) -> Result<()> {
        let mut errors = FormErrors::default();
        days.check(&mut errors);
        let reason = errors.required("reason", reason, 500);
        errors.check().map_err(Problem::Invalid)?;
        let change = db.change(viewer.actor()?).await?;
        let round = Self::claim(&change, viewer, Verb::Write, id).await?;
        let row = vec![
            ("opens_on", days.opens.to_string().into()),
            ("due_on", days.due.to_string().into()),
            ("closes_on", days.closes.to_string().into()),
            ("locks_on", days.locks.map(|day| day.to_string()).into()),
        ];
        change.update("round", id, row).await?;
        let detail = serde_json::json!({
            "due": [round.deadlines.due, days.due], "closes": [round.deadlines.closes, days.closes], "reason": reason.len(),
        });
        super::expectation::note(&change, id, "rescheduled", &reason).await?;
        change.commit(Event::new("round.rescheduled", "round", id).within(&round.owner).with(detail)).await
    }

    /// Ends the round: what was approved is locked, and nothing is taken in any more.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write or the round has ended.
    pub async fn end(db: &Db, viewer: &Viewer, id: &Id) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let round = Self::claim(&change, viewer, Verb::Write, id).await?;
        change.update("round", id, vec![("ended_on", db.clock().today().to_string().into())]).await?;
        let locked = change
            .execute(
                "UPDATE report SET state = 'locked' WHERE round_id = $1 AND state = 'approved'",
                values![id.as_str()],
            )
            .await?;
        let detail = serde_json::json!({ "locked": locked });
        change.commit(Event::new("round.ended", "round", id).within(&round.owner).with(detail)).await
    }
}
