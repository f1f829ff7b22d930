//! Beginning the report on a plan's year.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Change, Db, Event, Queries, Result, values};
use identity::{Verb, Viewer};
use plans::Plan;

use super::StatusReport;

impl StatusReport {
    /// Begins the first edition of the report on a plan's year.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, the plan was never adopted, the year is not the
    /// plan's, or there is a report on it already.
    pub async fn begin(db: &Db, viewer: &Viewer, plan: &Id, year: i16) -> Result<Id> {
        let change = db.change(viewer.actor()?).await?;
        let Some(plan) = Plan::find(&change, viewer, plan).await? else { return Err(Problem::NotFound.into()) };
        plan.check(viewer, Verb::Write)?;
        if plan.adopted.is_none() {
            return Err(Problem::Refused("plan-not-adopted").into());
        }
        let mut errors = FormErrors::default();
        if year < plan.period.from || year > plan.last_day().year() {
            errors.add("year", FieldError::NotAChoice);
        }
        let there = "SELECT COUNT(*) FROM status_report WHERE plan_id = $1 AND year = $2";
        if change.number(there, values![plan.id.as_str(), i64::from(year)]).await? > 0 {
            errors.add("year", FieldError::Taken);
        }
        errors.check().map_err(Problem::from)?;
        let new = NewEdition { edition: 1, corrects: None, reason: "" };
        let id = new.insert(&change, &plan, year).await?;
        let event = Event::new("status_report.begun", "status_report", &id).within(&plan.owner);
        change.commit(event.with(serde_json::json!({ "plan": plan.id, "year": year }))).await?;
        Ok(id)
    }
}

/// An edition to be written.
pub(super) struct NewEdition<'a> {
    pub(super) edition: i64,
    pub(super) corrects: Option<&'a Id>,
    pub(super) reason: &'a str,
}

impl NewEdition<'_> {
    pub(super) async fn insert(&self, change: &Change, plan: &Plan, year: i16) -> Result<Id> {
        let id = change.new_id();
        let row = vec![
            ("id", id.as_str().into()),
            ("plan_id", plan.id.as_str().into()),
            ("owner_id", plan.owner.as_str().into()),
            ("year", i64::from(year).into()),
            ("title", plan.title.as_str().into()),
            ("sort_key", swedish::sort_key(&plan.title).into()),
            ("state", "writing".into()),
            ("edition", self.edition.into()),
            ("correction_of", self.corrects.map(Id::as_str).into()),
            ("reason", self.reason.into()),
            ("revision", 1_i64.into()),
            ("begun_at", change.at().as_microsecond().into()),
        ];
        change.insert("status_report", row).await?;
        Ok(id)
    }
}
