//! A plan is in force longer than it was meant to.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Db, Event, Result};
use identity::{Verb, Viewer};
use jiff::civil::Date;

use super::Plan;

/// What is filled in about an extension.
#[derive(Debug, Clone, Default)]
pub struct NewExtension {
    /// The new last day.
    pub to: String,
    /// Why, with the decision if there is one.
    pub reason: String,
}

impl NewExtension {
    /// The new last day and the reason, or what is wrong with them.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn check(&self, plan: &Plan) -> std::result::Result<(Date, String), FormErrors> {
        let mut errors = FormErrors::default();
        let reason = errors.required("reason", &self.reason, 500);
        let to: Option<Date> = self.to.trim().parse().ok();
        match to {
            None => {
                errors.add("to", if self.to.trim().is_empty() { FieldError::Missing } else { FieldError::NotADate })
            }
            Some(to) if to <= plan.last_day() => errors.add("to", FieldError::TooEarly),
            Some(_) => {}
        }
        match to {
            Some(to) if errors.is_empty() => Ok((to, reason)),
            _ => Err(errors),
        }
    }
}

impl Plan {
    /// Extends an adopted plan.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not decide, or the plan is not adopted or closed.
    pub async fn extend(db: &Db, viewer: &Viewer, id: &Id, extension: &NewExtension) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let Some(plan) = Self::find(&change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        plan.check(viewer, Verb::Approve)?;
        if plan.adopted.is_none() || plan.closed_on.is_some() {
            return Err(Problem::Refused("plan-not-in-force").into());
        }
        let (to, reason) = extension.check(&plan).map_err(Problem::Invalid)?;
        let row = vec![("extended_to", to.to_string().into()), ("extension_reason", reason.into())];
        change.update("plan", id, row).await?;
        let detail = serde_json::json!({ "to": to.to_string() });
        change.commit(Event::new("plan.extended", "plan", id).within(&plan.owner).with(detail)).await
    }
}
