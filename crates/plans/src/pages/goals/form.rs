//! The form of a goal.

use base::{FormErrors, Id};
use web::{Fields, Here, Result};

use crate::content::{Goal, Item, items};
use crate::pages::choices::Choice;
use crate::pages::form::Texts;
use crate::plan::Plan;

/// The form's fields.
pub(super) const NAMES: [&str; 6] = ["number", "title", "text", "supports", "preconditions", "development_areas"];

/// What the form shows of a goal.
pub(super) fn texts(goal: &Goal) -> Texts {
    let lines = |items: &[Item]| items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join("\n");
    Texts::from([
        ("number", goal.number.clone()),
        ("title", goal.title.clone()),
        ("text", goal.text.clone()),
        ("supports", goal.supports.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("preconditions", lines(&goal.preconditions)),
        ("development_areas", lines(&goal.development_areas)),
    ])
}

/// What the form sent, checked.
pub(super) struct Sent {
    number: String,
    title: String,
    text: String,
    supports: Option<Id>,
    preconditions: String,
    development_areas: String,
}

impl Sent {
    pub(super) fn read(fields: &Fields) -> std::result::Result<Self, FormErrors> {
        let mut errors = FormErrors::default();
        let sent = Self {
            number: errors.optional("number", fields.get("number"), 20),
            title: errors.required("title", fields.get("title"), 500),
            text: errors.optional("text", fields.get("text"), 10_000),
            supports: Id::parse(fields.get("supports")),
            preconditions: errors.optional("preconditions", fields.get("preconditions"), 20_000),
            development_areas: errors.optional("development_areas", fields.get("development_areas"), 20_000),
        };
        errors.check().map(|()| sent)
    }

    /// Writes what was sent into a goal; what the form does not show stays.
    pub(super) fn apply(self, goal: &mut Goal, mut new_id: impl FnMut() -> Id) {
        goal.number = self.number;
        goal.title = self.title;
        goal.text = self.text;
        goal.supports = self.supports;
        goal.preconditions = items(&goal.preconditions, &self.preconditions, &mut new_id);
        goal.development_areas = items(&goal.development_areas, &self.development_areas, &mut new_id);
    }
}

/// The goals of the plan above, as choices of what a goal supports. One that it supports already and that is not there any more
/// stays a choice, so that saving something else does not lose it.
pub(super) async fn supports(here: &Here, plan: &Plan, chosen: Option<&Id>) -> Result<Vec<Choice>> {
    let above = plan.goals_above(here.db(), here.viewer()).await?;
    let mut choices: Vec<Choice> = above.iter().map(|goal| Choice::new(goal.id.as_str(), goal.name())).collect();
    if let Some(chosen) = chosen.filter(|chosen| !choices.iter().any(|choice| choice.value == chosen.as_str())) {
        choices.push(Choice::new(chosen.as_str(), here.text("plans-goal-supports-gone")));
    }
    Ok(choices)
}
