//! An edition that nobody but its writers has read is thrown away, with the texts written for it.

use base::{Id, Problem};
use db::{Db, Event, Result, values};
use identity::{Verb, Viewer};

use super::writing::Section;
use super::{State, StatusReport};

/// Why what has been published stays.
const PUBLISHED: &str = "status-report-published";

impl StatusReport {
    /// Throws the edition away with its texts. An edition that it was to correct stays as it is.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write it, or it has been published.
    pub async fn remove(db: &Db, viewer: &Viewer, id: &Id) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let Some(report) = Self::find(&change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        report.check(viewer, Verb::Write)?;
        // Whoever publishes it meanwhile has it first or not at all.
        let claim = "UPDATE status_report SET revision = revision + 1 WHERE id = $1 AND state <> 'published'";
        if change.execute(claim, values![id.as_str()]).await? == 0 {
            return Err(Problem::Refused(PUBLISHED).into());
        }
        let texts = report.sections(&change).await?.values().filter(|section| section.is_written()).count();
        change.execute("DELETE FROM status_report_section WHERE report_id = $1", values![id.as_str()]).await?;
        change.execute("DELETE FROM status_report WHERE id = $1", values![id.as_str()]).await?;
        let event = Event::new("status_report.removed", "status_report", id).within(&report.owner);
        let detail = serde_json::json!({
            "plan": report.plan, "year": report.year, "edition": report.edition, "state": report.state, "texts": texts
        });
        change.commit(event.with(detail)).await
    }

    /// Refuses an edition that has been published: it is corrected, never thrown away.
    ///
    /// # Errors
    /// [`Problem::Refused`].
    pub fn check_removable(&self) -> std::result::Result<(), Problem> {
        if self.state == State::Published { Err(Problem::Refused(PUBLISHED)) } else { Ok(()) }
    }
}

impl Section {
    /// Whether it holds a text or an assessment, which would be missed.
    #[must_use]
    pub fn is_written(&self) -> bool {
        !self.text.trim().is_empty() || !self.choice.is_empty()
    }
}
