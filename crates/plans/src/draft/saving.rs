//! From a reading to a plan's content.

use base::{Id, Period};

use super::parties::Choices;
use crate::content::{self, Content, Expectation, Item, Party, PlanBody};
use crate::import::{self, Reading};

/// The content that a reading amounts to. `period` stands in where the reading has none.
#[must_use]
pub fn content(reading: &Reading, choices: &Choices, period: Period, mut new_id: impl FnMut() -> Id) -> Content {
    let title = reading.plan.title.clone().unwrap_or_default();
    let own = reading.plan.period.as_deref().and_then(|text| text.parse().ok());
    let mut content = Content::new(title, own.unwrap_or(period));
    let ids: &mut dyn FnMut() -> Id = &mut new_id;
    content.goals = reading.goals.iter().zip(1..).map(|(goal, place)| saved_goal(goal, place, choices, ids)).collect();
    content.actions = reading.actions_without_goal.iter().map(|action| saved_action(action, choices, ids)).collect();
    content.bodies = reading.plan.bodies.iter().filter_map(|body| saved_body(body, choices)).collect();
    content
}

fn saved_goal(goal: &import::Goal, place: usize, choices: &Choices, ids: &mut dyn FnMut() -> Id) -> content::Goal {
    let number = goal.number.clone().unwrap_or_else(|| place.to_string());
    let mut saved = content::Goal::new(ids(), number, goal.title.clone());
    let items = |texts: &[String], ids: &mut dyn FnMut() -> Id| {
        texts.iter().map(|text| Item { id: ids(), text: text.clone() }).collect()
    };
    saved.text.clone_from(&goal.text);
    saved.preconditions = items(&goal.preconditions, ids);
    saved.development_areas = items(&goal.development_areas, ids);
    saved.indicators = goal.indicators.iter().map(|indicator| saved_indicator(indicator, ids)).collect();
    saved.measures = goal
        .measures
        .iter()
        .map(|measure| {
            let indicators = measure.indicators.iter().map(|indicator| saved_indicator(indicator, ids)).collect();
            content::Measure { id: ids(), text: measure.text.clone(), indicators }
        })
        .collect();
    saved.actions = goal.actions.iter().map(|action| saved_action(action, choices, ids)).collect();
    saved
}

fn saved_action(action: &import::Action, choices: &Choices, ids: &mut dyn FnMut() -> Id) -> content::Action {
    let mut saved = content::Action::new(ids(), action.number.clone().unwrap_or_default(), action.text.clone());
    apply(action, &mut saved, choices);
    saved.indicators = action.indicators.iter().map(|indicator| saved_indicator(indicator, ids)).collect();
    saved.expectations = action.expectations.iter().map(|one| Expectation { id: ids(), ..one.clone() }).collect();
    saved
}

/// Writes what was read about an action into one that may have more than a table shows.
pub(super) fn apply(action: &import::Action, saved: &mut content::Action, choices: &Choices) {
    saved.text.clone_from(&action.text);
    if let Some(number) = &action.number {
        saved.number.clone_from(number);
    }
    saved.section = action.section.clone().unwrap_or_default();
    saved.lead = action.lead.as_ref().map(|name| party(name, choices));
    saved.co_responsible = Vec::new();
    for name in &action.co_responsible {
        let party = party(name, choices);
        if saved.lead.as_ref() != Some(&party) && !saved.co_responsible.contains(&party) {
            saved.co_responsible.push(party);
        }
    }
    saved.frequency = action.frequency;
    saved.frequency_text = action.frequency_text.clone().unwrap_or_default();
    saved.time_plan = action.time_plan.clone().unwrap_or_default();
    saved.followed_up_in.clone_from(&action.followed_up_in);
    saved.level = action.level.or(saved.level);
    if !action.kinds_of_violence.is_empty() {
        saved.kinds_of_violence.clone_from(&action.kinds_of_violence);
    }
    for (read, kept) in [(&action.target_group, &mut saved.target_group), (&action.training, &mut saved.training)] {
        if !read.is_empty() {
            kept.clone_from(read);
        }
    }
}

pub(super) fn saved_indicator(indicator: &import::Indicator, ids: &mut dyn FnMut() -> Id) -> content::Indicator {
    let fresh = content::Indicator::new(ids(), indicator.kind, indicator.text.clone());
    let details = indicator.details.clone();
    content::Indicator {
        direction: details.direction,
        baseline: details.baseline,
        target: details.target,
        per: details.per.or(fresh.per),
        scale: details.scale,
        breakdowns: details.breakdowns,
        of_lead: details.of_lead,
        about_people: details.about_people,
        source: details.source,
        ..fresh
    }
}

fn saved_body(body: &import::Body, choices: &Choices) -> Option<PlanBody> {
    let role = body.role.clone().filter(|role| !role.trim().is_empty())?;
    let party = party(&body.name, choices);
    Some(PlanBody { unit: party.unit().cloned(), name: party.name().to_owned(), role })
}

fn party(name: &str, choices: &Choices) -> Party {
    choices.get(name).map_or_else(|| Party::Named { name: name.to_owned() }, |choice| choice.party.clone())
}
