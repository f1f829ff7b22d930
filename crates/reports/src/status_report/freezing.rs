//! Freezing a report keeps its figures and texts as they are; until it is published it can be opened again.

use base::{FormErrors, Id, Problem};
use db::{Db, Event, Result};
use identity::{Verb, Viewer};
use plans::editions::Words;

use super::StatusReport;

impl StatusReport {
    /// Keeps figures and texts as they are now. Sections that nobody has marked as done have to be confirmed.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, the report is not being written, or sections are
    /// not done and that was not confirmed.
    pub async fn freeze(db: &Db, viewer: &Viewer, tell: Words<'_>, id: &Id, confirmed: bool) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let Some(report) = Self::find(&change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        report.check(viewer, Verb::Write)?;
        report.claim(&change, "writing", "status-report-not-writing").await?;
        let snapshot = report.as_it_is(&change, viewer, tell).await?;
        let saved = report.sections(&change).await?;
        let is_done = |key: &str| saved.get(key).is_some_and(|section| section.done);
        let open = snapshot.sections().iter().filter(|key| !is_done(&key.written())).count();
        if open > 0 && !confirmed {
            return Err(Problem::Refused("status-report-sections-open").into());
        }
        let row = vec![
            ("state", "frozen".into()),
            ("title", snapshot.compiled.plan.title.as_str().into()),
            ("sort_key", swedish::sort_key(&snapshot.compiled.plan.title).into()),
            ("snapshot", serde_json::to_string(&snapshot)?.into()),
            ("frozen_at", change.at().as_microsecond().into()),
        ];
        change.update("status_report", id, row).await?;
        let event = Event::new("status_report.frozen", "status_report", id).within(&report.owner);
        change.commit(event.with(serde_json::json!({ "sections_open": open }))).await
    }

    /// Opens a frozen report again, with a reason. Its figures are those of the moment again.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, no reason is given, or it is not frozen.
    pub async fn thaw(db: &Db, viewer: &Viewer, id: &Id, reason: &str) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let Some(report) = Self::find(&change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        report.check(viewer, Verb::Write)?;
        let mut errors = FormErrors::default();
        let reason = errors.required("reason", reason, 2_000);
        errors.check().map_err(Problem::from)?;
        report.claim(&change, "frozen", "status-report-not-frozen").await?;
        let row = vec![
            ("state", "writing".into()),
            ("thaw_reason", reason.into()),
            ("snapshot", None::<String>.into()),
            ("frozen_at", None::<i64>.into()),
        ];
        change.update("status_report", id, row).await?;
        change.commit(Event::new("status_report.thawed", "status_report", id).within(&report.owner)).await
    }
}
