//! A plan is adopted: what was written becomes a version that never changes.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Db, Event, Result};
use identity::{Verb, Viewer};
use jiff::civil::Date;

use super::{Plan, creation, task};
use crate::version::{Decision, Version};

/// What is filled in about a decision.
#[derive(Debug, Clone, Default)]
pub struct NewDecision {
    /// The deciding body.
    pub body: String,
    /// The day of the decision.
    pub date: String,
    /// The paragraph of the minutes.
    pub paragraph: String,
    /// The diary number.
    pub diary_number: String,
    /// The first day it is in force; empty means the day of the decision.
    pub in_force_from: String,
}

impl NewDecision {
    /// The decision, or what is wrong with it. A decision cannot lie in the future.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn check(&self, today: Date) -> std::result::Result<Decision, FormErrors> {
        let mut errors = FormErrors::default();
        let body = errors.required("body", &self.body, 200);
        let paragraph = errors.required("paragraph", &self.paragraph, 50);
        let diary_number = errors.required("diary_number", &self.diary_number, 50);
        let date: Option<Date> = self.date.trim().parse().ok();
        if self.date.trim().is_empty() {
            errors.add("date", FieldError::Missing);
        } else if date.is_none() {
            errors.add("date", FieldError::NotADate);
        } else if date > Some(today) {
            errors.add("date", FieldError::InFuture);
        }
        let from = self.in_force_from.trim();
        let in_force_from = if from.is_empty() { date } else { from.parse().ok() };
        if in_force_from.is_none() && !from.is_empty() {
            errors.add("in_force_from", FieldError::NotADate);
        }
        match (date, in_force_from) {
            (Some(date), Some(in_force_from)) if errors.is_empty() => {
                Ok(Decision { body, date, paragraph, diary_number, in_force_from })
            }
            _ => Err(errors),
        }
    }
}

impl Plan {
    /// Adopts the version that is being written.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not decide, nothing is being written,
    /// the plan is closed or has no action, or comments are still being collected.
    pub async fn adopt(db: &Db, viewer: &Viewer, id: &Id, decision: &Decision) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let (plan, version) = Self::claim(&change, viewer, Verb::Approve, id).await?;
        plan.adoptable(&version)?;
        let mut content = version.content.clone();
        content.removed.clear();
        version.save(&change, &content).await?;
        version.adopt(&change, decision).await?;
        let mut row = creation::columns(&version.content);
        row.extend([
            ("adopted_version_id", version.id.as_str().into()),
            ("draft_version_id", None::<String>.into()),
            ("state", "adopted".into()),
        ]);
        change.update("plan", id, row).await?;
        task::plan_ahead(&change, &plan, &version.content.rules, decision.date).await?;
        let detail = serde_json::json!({ "version": version.number, "diary_number": decision.diary_number });
        change.commit(Event::new("plan.adopted", "plan", id).within(&plan.owner).with(detail)).await
    }

    fn adoptable(&self, version: &Version) -> std::result::Result<(), Problem> {
        if self.closed_on.is_some() {
            return Err(Problem::Refused("plan-closed"));
        }
        if self.is_in_consultation() {
            return Err(Problem::Refused("plan-in-consultation"));
        }
        if version.content.action_count() == 0 && version.content.goals.is_empty() {
            return Err(Problem::Refused("plan-empty"));
        }
        Ok(())
    }
}
