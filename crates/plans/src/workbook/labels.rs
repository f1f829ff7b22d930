//! What a cell calls the goal, measure or action that a row belongs to.

use base::Id;
use swedish::fold;

use super::text::cell;
use crate::content::{Action, Content, Goal};
use crate::editions::{Words, excerpt};

/// Characters of a wording that stands in for a number.
const LONGEST: usize = 60;

/// One thing and what it may be called, the label that is written first.
#[derive(Debug)]
pub(super) struct Label {
    pub(super) id: Id,
    pub(super) names: Vec<String>,
    /// The names as they are compared.
    folded: Vec<String>,
}

impl Label {
    fn new(id: &Id, names: [String; 3]) -> Self {
        Self { id: id.clone(), folded: names.iter().map(|name| fold(name)).collect(), names: names.to_vec() }
    }
}

/// The goals: number and title together, then each alone.
pub(super) fn goals(content: &Content) -> Vec<Label> {
    let label = |goal: &Goal| Label::new(&goal.id, [goal_label(goal), goal.number.clone(), goal.title.clone()]);
    content.goals.iter().map(label).collect()
}

/// The actions: number and wording together, then each alone.
pub(super) fn actions(content: &Content) -> Vec<Label> {
    let label = |action: &Action| {
        Label::new(
            &action.id,
            [
                format!("{} {}", action.number, excerpt(&action.text, LONGEST)).trim().to_owned(),
                action.number.clone(),
                action.text.clone(),
            ],
        )
    };
    content.actions().map(|(_, action)| label(action)).collect()
}

/// Everything that an indicator can stand under: goals with their measures, then actions.
pub(super) fn subjects(content: &Content, words: Words<'_>) -> Vec<Label> {
    let levels = words.levels(content);
    let label = |level: &str, id: &Id, short: &str, number: &str, text: &str| {
        Label::new(id, [subject(level, short, words), number.to_owned(), text.to_owned()])
    };
    let mut labels = Vec::new();
    for goal in &content.goals {
        labels.push(label(&levels.goal.one, &goal.id, &goal_name(content, goal), &goal.number, &goal.title));
        for measure in &goal.measures {
            let short = cell(&format!("{}{}", measure_start(content, goal), measure.text));
            labels.push(label(&levels.measure.one, &measure.id, &short, "", &measure.text));
        }
    }
    for (_, action) in content.actions() {
        let short = action_name(content, action);
        labels.push(label(&levels.action.one, &action.id, &short, &action.number, &action.text));
    }
    labels
}

/// What stands in a cell for something of a level.
pub(super) fn subject(level: &str, name: &str, words: Words<'_>) -> String {
    words.with("plans-workbook-subject", &[("level", level), ("name", name)])
}

/// What a goal is called without the word for goals.
pub(super) fn goal_name(content: &Content, goal: &Goal) -> String {
    let shared = content.goals.iter().filter(|other| other.number == goal.number).count() > 1;
    short(&goal.number, &goal.title, shared)
}

/// What an action is called without the word for actions.
pub(super) fn action_name(content: &Content, action: &Action) -> String {
    let shared = content.actions().filter(|(_, other)| other.number == action.number).count() > 1;
    short(&action.number, &action.text, shared)
}

/// How the name of a goal's measure begins.
pub(super) fn measure_start(content: &Content, goal: &Goal) -> String {
    format!("{}: ", goal_name(content, goal))
}

/// The number, or the wording where there is none; both where others bear the same number.
fn short(number: &str, text: &str, shared: bool) -> String {
    match (number.is_empty(), shared) {
        (true, _) => excerpt(text, LONGEST),
        (false, true) => format!("{number} {}", excerpt(text, LONGEST)),
        (false, false) => number.to_owned(),
    }
}

/// The one thing that is called so. A name of an earlier kind counts before one of a later.
pub(super) fn find(labels: &[Label], text: &str) -> Option<Id> {
    let wanted = fold(text);
    (0..3).find_map(|kind| {
        let called = |label: &&Label| label.folded.get(kind).is_some_and(|name| !name.is_empty() && *name == wanted);
        let mut found = labels.iter().filter(called);
        let first = found.next()?;
        found.next().is_none().then(|| first.id.clone())
    })
}

/// What is written for a thing.
pub(super) fn written<'a>(labels: &'a [Label], id: Option<&Id>) -> &'a str {
    let label = id.and_then(|id| labels.iter().find(|label| label.id == *id));
    label.and_then(|label| label.names.first()).map(String::as_str).unwrap_or_default()
}

fn goal_label(goal: &Goal) -> String {
    format!("{} {}", goal.number, goal.title).trim().to_owned()
}
