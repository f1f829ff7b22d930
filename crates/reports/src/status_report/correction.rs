//! What was published never changes: a correction is a new edition, which begins with the texts of the one before.

use base::{FormErrors, Id, Problem};
use db::{Db, Event, Queries, Result, values};
use identity::{Verb, Viewer};
use plans::Plan;

use super::creation::NewEdition;
use super::{State, StatusReport};

impl StatusReport {
    /// Begins an edition that corrects this one, and gives its id.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, no reason is given, the report is not published, or
    /// a later edition is there already.
    pub async fn correct(db: &Db, viewer: &Viewer, id: &Id, reason: &str) -> Result<Id> {
        let change = db.change(viewer.actor()?).await?;
        let Some(report) = Self::find(&change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        report.check(viewer, Verb::Write)?;
        let mut errors = FormErrors::default();
        let reason = errors.required("reason", reason, 2_000);
        errors.check().map_err(Problem::from)?;
        let latest = "SELECT COALESCE(MAX(edition), 0) FROM status_report WHERE plan_id = $1 AND year = $2";
        let latest = change.number(latest, values![report.plan.as_str(), i64::from(report.year)]).await?;
        if report.state != State::Published || latest != report.edition {
            return Err(Problem::Refused("status-report-not-latest").into());
        }
        let Some(plan) = Plan::find(&change, viewer, &report.plan).await? else { return Err(Problem::NotFound.into()) };
        let new = NewEdition { edition: latest + 1, corrects: Some(id), reason: &reason };
        let edition = new.insert(&change, &plan, report.year).await?;
        let sql = "INSERT INTO status_report_section (report_id, key, text, choice, done, revision, changed_at, changed_by) \
            SELECT $1, key, text, choice, done, 1, changed_at, changed_by FROM status_report_section WHERE report_id = $2";
        change.execute(sql, values![edition.as_str(), id.as_str()]).await?;
        let event = Event::new("status_report.correction_begun", "status_report", &edition).within(&report.owner);
        change.commit(event.with(serde_json::json!({ "corrects": id, "edition": latest + 1 }))).await?;
        Ok(edition)
    }
}
