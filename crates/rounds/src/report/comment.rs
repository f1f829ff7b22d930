//! What those who write and those who review say to each other about a report.

use base::{FormErrors, Id, Problem};
use db::{Db, Event, Result};
use identity::Viewer;

use super::{Seen, step};

impl Seen {
    /// Adds a comment.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer answers neither for the unit nor where the round is run, or the text is missing.
    pub async fn comment(db: &Db, viewer: &Viewer, round: &Id, report: &Id, text: &str) -> Result<()> {
        let mut errors = FormErrors::default();
        let text = errors.required("text", text, 2000);
        errors.check().map_err(Problem::Invalid)?;
        let change = db.change(viewer.actor()?).await?;
        let seen = Self::claim(&change, viewer, db.clock().today(), round, report).await?;
        if !seen.is_commented_by(viewer) {
            return Err(Problem::NotAllowed.into());
        }
        step::add(&change, report, "commented", &text, None).await?;
        change.commit(Event::new("report.commented", "report", report).within(&seen.report.unit)).await
    }
}
