//! A reading laid over a plan that is there already: what it names is changed, what it adds is added, nothing is removed.

use base::Id;
use similar::TextDiff;

use super::parties::Choices;
use super::saving::{self, apply, saved_indicator};
use crate::content::{Action, Content, Expectation, Goal};
use crate::import::{self, Reading};

/// Two texts at least this alike are the same thing, reworded.
const ALIKE: f32 = 0.8;

/// The plan's content with what the reading says. An action is the same when it has the same number and an alike text, or
/// an alike text alone; otherwise it is new. What only the plan has stays: a table seldom holds the whole.
#[must_use]
pub fn merge(before: &Content, reading: &Reading, choices: &Choices, mut new_id: impl FnMut() -> Id) -> Content {
    let mut after = before.clone();
    let fresh = saving::content(reading, choices, before.period, &mut new_id);
    if reading.plan.title.is_some() {
        after.title = fresh.title.clone();
    }
    if reading.plan.period.is_some() {
        after.period = fresh.period;
    }
    for (read, new) in reading.goals.iter().zip(fresh.goals) {
        let at = after.goals.iter().position(|goal| goal.number == new.number || alike(&goal.title, &new.title));
        match at {
            Some(at) => merge_goal(&mut after, at, read, new, choices, &mut new_id),
            None => after.goals.push(new),
        }
    }
    for (read, new) in reading.actions_without_goal.iter().zip(fresh.actions) {
        merge_action(&mut after, None, read, new, choices, &mut new_id);
    }
    for body in fresh.bodies {
        match after.bodies.iter_mut().find(|other| other.name == body.name) {
            Some(other) => other.role = body.role,
            None => after.bodies.push(body),
        }
    }
    after
}

fn merge_goal(
    after: &mut Content,
    at: usize,
    read: &import::Goal,
    new: Goal,
    choices: &Choices,
    new_id: &mut dyn FnMut() -> Id,
) {
    let goal = &mut after.goals[at];
    goal.title.clone_from(&new.title);
    if !new.text.is_empty() {
        goal.text = new.text;
    }
    for item in new.preconditions {
        if !goal.preconditions.iter().any(|other| alike(&other.text, &item.text)) {
            goal.preconditions.push(item);
        }
    }
    for item in new.development_areas {
        if !goal.development_areas.iter().any(|other| alike(&other.text, &item.text)) {
            goal.development_areas.push(item);
        }
    }
    for indicator in new.indicators {
        if !goal.indicators.iter().any(|other| alike(&other.text, &indicator.text)) {
            goal.indicators.push(indicator);
        }
    }
    for measure in new.measures {
        if !goal.measures.iter().any(|other| alike(&other.text, &measure.text)) {
            goal.measures.push(measure);
        }
    }
    let id = goal.id.clone();
    for (read, action) in read.actions.iter().zip(new.actions) {
        merge_action(after, Some(&id), read, action, choices, new_id);
    }
}

fn merge_action(
    after: &mut Content,
    goal: Option<&Id>,
    read: &import::Action,
    new: Action,
    choices: &Choices,
    new_id: &mut dyn FnMut() -> Id,
) {
    let known = same(after, &new);
    let Some(known) = known.and_then(|id| after.action_mut(&id)) else {
        let list = match goal.and_then(|goal| after.goals.iter().position(|other| other.id == *goal)) {
            Some(at) => &mut after.goals[at].actions,
            None => &mut after.actions,
        };
        list.push(new);
        return;
    };
    let before = known.clone();
    apply(read, known, choices);
    if read.frequency.is_none() && read.frequency_text.is_none() {
        known.frequency = before.frequency;
        known.frequency_text = before.frequency_text;
    }
    if read.time_plan.is_none() {
        known.time_plan = before.time_plan;
    }
    if read.followed_up_in.is_empty() {
        known.followed_up_in = before.followed_up_in;
    }
    if read.lead.is_none() && read.co_responsible.is_empty() {
        known.lead = before.lead;
        known.co_responsible = before.co_responsible;
    }
    for indicator in &read.indicators {
        if !known.indicators.iter().any(|other| alike(&other.text, &indicator.text)) {
            known.indicators.push(saved_indicator(indicator, new_id));
        }
    }
    for expectation in &read.expectations {
        if !known.expectations.iter().any(|other| alike(&other.what, &expectation.what)) {
            known.expectations.push(Expectation { id: new_id(), ..expectation.clone() });
        }
    }
}

/// The action of the plan that a read one is: same number and alike, else the most alike of all.
fn same(content: &Content, new: &Action) -> Option<Id> {
    let numbered = content.actions().find(|(_, action)| !new.number.is_empty() && action.number == new.number);
    if let Some((_, action)) = numbered.filter(|(_, action)| likeness(&action.text, &new.text) >= 0.4) {
        return Some(action.id.clone());
    }
    let best = content.actions().map(|(_, action)| (likeness(&action.text, &new.text), &action.id));
    best.filter(|(score, _)| *score >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, id)| id.clone())
}

fn alike(one: &str, other: &str) -> bool {
    one == other || likeness(one, other) >= ALIKE
}

fn likeness(one: &str, other: &str) -> f32 {
    if one == other {
        return 1.0;
    }
    let (one, other) = (swedish::fold(one), swedish::fold(other));
    TextDiff::from_words(one.as_str(), other.as_str()).ratio()
}
