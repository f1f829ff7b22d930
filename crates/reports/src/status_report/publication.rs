//! A frozen report is made public. From then on it never changes.

use base::{Id, Problem};
use db::{Db, Event, Result};
use identity::{Verb, Viewer};

use super::StatusReport;
use crate::snapshot::Snapshot;

impl StatusReport {
    /// Lets anybody read the report as it was frozen, with today's date.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not publish, or it is not frozen.
    pub async fn publish(db: &Db, viewer: &Viewer, id: &Id) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let Some(report) = Self::find(&change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        report.check(viewer, Verb::Publish)?;
        report.claim(&change, "frozen", "status-report-not-frozen").await?;
        let frozen = report.snapshot.as_deref().ok_or(Problem::Refused("status-report-not-frozen"))?;
        let published_on = Some(base::in_stockholm(change.at()).date());
        let snapshot = Snapshot { published_on, ..serde_json::from_str(frozen)? };
        let row = vec![
            ("state", "published".into()),
            ("snapshot", serde_json::to_string(&snapshot)?.into()),
            ("published_at", change.at().as_microsecond().into()),
        ];
        change.update("status_report", id, row).await?;
        let event = Event::new("status_report.published", "status_report", id).within(&report.owner);
        change.commit(event.with(serde_json::json!({ "edition": report.edition }))).await
    }
}
