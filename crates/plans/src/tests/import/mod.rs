//! Understanding plans: the sources' known truths, a collection of nasty plans, and what must hold for any input.

mod anything;
mod bodies;
mod built;
mod collection;
mod sources;

use crate::import::{Action, Goal, Reading, read};

/// Reads pasted text.
fn pasted(text: &str) -> Reading {
    read(&sheets::read_text(text))
}

/// All actions, with and without a goal.
fn actions(reading: &Reading) -> impl Iterator<Item = &Action> {
    reading.goals.iter().flat_map(|goal| &goal.actions).chain(&reading.actions_without_goal)
}

/// The word that stands for a value in JSON.
fn word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or("–").to_owned()
}

/// A reading on few lines, for snapshots that a person can check against the fixture.
fn summary(reading: &Reading) -> String {
    let plan = &reading.plan;
    let mut lines =
        vec![format!("{} | {}", plan.title.as_deref().unwrap_or("–"), plan.period.as_deref().unwrap_or("–"))];
    for goal in &reading.goals {
        lines.extend(goal_lines(goal));
        lines.extend(goal.actions.iter().map(action_line));
    }
    if !reading.actions_without_goal.is_empty() {
        lines.push("no goal".to_owned());
        lines.extend(reading.actions_without_goal.iter().map(action_line));
    }
    let roles =
        plan.bodies.iter().filter(|body| body.role.is_some()).map(|body| body.name.as_str()).collect::<Vec<_>>();
    lines.push(format!("bodies {}, roles {roles:?}", plan.bodies.len()));
    lines.push(format!("cells {} = {} + {}", reading.cells.seen, reading.cells.used, reading.cells.not_understood));
    lines.extend(
        reading
            .warnings
            .iter()
            .map(|warning| format!("! {} {}", word(&warning.message), warning.about.as_deref().unwrap_or(""))),
    );
    lines.extend(reading.not_understood.iter().map(|unread| format!("? {}", unread.text)));
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

fn goal_lines(goal: &Goal) -> Vec<String> {
    let mut lines = vec![format!("goal {} {}", goal.number.as_deref().unwrap_or("–"), goal.title)];
    lines.extend(goal.preconditions.iter().map(|text| format!("  in place: {text}")));
    lines.extend(goal.development_areas.iter().map(|text| format!("  area: {text}")));
    lines.extend(
        goal.measures
            .iter()
            .map(|measure| format!("  measure: {} {}", word(&measure.indicators[0].kind), measure.text)),
    );
    lines
}

fn action_line(action: &Action) -> String {
    let mut parts = vec![format!("  {} {}", action.number.as_deref().unwrap_or("–"), action.text.replace('\n', " / "))];
    parts.extend(action.section.as_ref().map(|section| format!("in {section}")));
    parts.push(format!(
        "{} {} {:?}",
        word(&action.lead_basis),
        action.lead.as_deref().unwrap_or("–"),
        action.co_responsible
    ));
    parts.extend(action.indicators.iter().map(|indicator| format!("{}: {}", word(&indicator.kind), indicator.text)));
    parts.extend(action.frequency_text.as_ref().map(|text| format!("{} ({text})", word(&action.frequency))));
    parts.extend(action.time_plan.as_ref().map(|time| {
        format!("{} [{}..{}]", time.text, time.from.as_deref().unwrap_or(""), time.to.as_deref().unwrap_or(""))
    }));
    if !action.followed_up_in.is_empty() {
        parts.push(format!("in {:?}", action.followed_up_in));
    }
    parts.join(" | ")
}
