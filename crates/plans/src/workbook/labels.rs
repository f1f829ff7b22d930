//! What a cell calls the goal, measure or action that a row belongs to.

use base::Id;
use swedish::fold;

use crate::content::{Content, Goal};
use crate::editions::{Words, excerpt};

/// Characters of a wording that stands in for a number.
const LONGEST: usize = 60;

/// One thing and what it may be called, the label that is written first.
#[derive(Debug)]
pub(super) struct Label {
    pub(super) id: Id,
    pub(super) names: Vec<String>,
}

/// The goals: number and title together, then each alone.
pub(super) fn goals(content: &Content) -> Vec<Label> {
    let label = |goal: &Goal| Label {
        id: goal.id.clone(),
        names: vec![goal_label(goal), goal.number.clone(), goal.title.clone()],
    };
    content.goals.iter().map(label).collect()
}

/// Everything that an indicator can stand under: goals with their measures, then actions.
pub(super) fn subjects(content: &Content, words: Words<'_>) -> Vec<Label> {
    let levels = words.levels(content);
    let label = |level: &str, id: &Id, number: &str, text: &str| {
        let name = if number.is_empty() { excerpt(text, LONGEST) } else { number.to_owned() };
        let written = words.with("plans-workbook-subject", &[("level", level), ("name", &name)]);
        Label { id: id.clone(), names: vec![written, number.to_owned(), text.to_owned()] }
    };
    let mut labels = Vec::new();
    for goal in &content.goals {
        labels.push(label(&levels.goal.one, &goal.id, &goal.number, &goal.title));
        let measures = goal.measures.iter();
        labels.extend(measures.map(|measure| label(&levels.measure.one, &measure.id, "", &measure.text)));
    }
    let actions = content.actions();
    labels.extend(actions.map(|(_, action)| label(&levels.action.one, &action.id, &action.number, &action.text)));
    labels
}

/// The one thing that is called so. A name of an earlier kind counts before one of a later.
pub(super) fn find(labels: &[Label], text: &str) -> Option<Id> {
    let wanted = fold(text);
    (0..3).find_map(|kind| {
        let called =
            |label: &&Label| label.names.get(kind).is_some_and(|name| !name.is_empty() && fold(name) == wanted);
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
