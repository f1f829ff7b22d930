//! A plan is over before its time, or replaced by another.

use base::{FormErrors, Id, Problem};
use db::{Db, Event, Result};
use identity::{Verb, Viewer};

use super::Plan;

impl Plan {
    /// Closes an adopted plan, with the reason.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not decide, or the plan is not adopted
    /// or closed already, or there is no reason.
    pub async fn close(db: &Db, viewer: &Viewer, id: &Id, reason: &str) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let Some(plan) = Self::find(&change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        plan.check(viewer, Verb::Approve)?;
        if plan.adopted.is_none() || plan.closed_on.is_some() {
            return Err(Problem::Refused("plan-not-in-force").into());
        }
        let mut errors = FormErrors::default();
        let reason = errors.required("reason", reason, 500);
        errors.check().map_err(Problem::Invalid)?;
        let today = db.clock().today().to_string();
        change.update("plan", id, vec![("closed_on", today.into()), ("closing_reason", reason.into())]).await?;
        change.commit(Event::new("plan.closed", "plan", id).within(&plan.owner)).await
    }
}
