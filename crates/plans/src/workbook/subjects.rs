//! What the indicators of a workbook stand under, when there is no plan to look it up in.

use std::collections::BTreeMap;

use base::Id;
use swedish::fold;

use super::labels::{self, Label, action_name, goal_name, measure_start};
use crate::content::Content;
use crate::editions::Words;

/// What an indicator stands under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    /// A goal or an action.
    Item(Id),
    /// A measure of a goal, by its wording.
    Measure(Id, String),
}

/// The goals and actions that the workbook has, and what a cell may call them.
pub(super) struct Subjects {
    labels: Vec<Label>,
    /// How the name of a measure begins, for each goal.
    starts: Vec<(String, Id)>,
    goals: Vec<(String, Id)>,
    actions: Vec<(String, Id)>,
    /// The plan's own words for its levels, each with whether it is the word for goals.
    levels: BTreeMap<String, bool>,
}

impl Subjects {
    /// `cells` are all that the workbook says of what its indicators stand under.
    pub(super) fn new<'a>(content: &Content, cells: impl Iterator<Item = &'a str>, words: Words<'_>) -> Self {
        let end = |name: &str| format!(" {}", fold(name));
        let mut subjects = Self {
            labels: labels::subjects(content, words),
            starts: content.goals.iter().map(|goal| (measure_start(content, goal), goal.id.clone())).collect(),
            goals: content.goals.iter().map(|goal| (end(&goal_name(content, goal)), goal.id.clone())).collect(),
            actions: content.actions().map(|(_, one)| (end(&action_name(content, one)), one.id.clone())).collect(),
            levels: BTreeMap::new(),
        };
        subjects.levels = subjects.learn(cells);
        subjects
    }

    /// What a cell calls by its name, with whichever word for its level.
    pub(super) fn find(&self, text: &str) -> Option<Spot> {
        let known = || labels::find(&self.labels, text).map(Spot::Item);
        known().or_else(|| self.measure(text)).or_else(|| self.by_level(text).map(Spot::Item))
    }

    /// A measure has no row of its own: its goal and wording stand in the cell.
    fn measure(&self, text: &str) -> Option<Spot> {
        let parted = |(start, goal): &(String, Id)| {
            let (level, wording) = text.split_once(&format!(" {}", start.trim_end()))?;
            let wording = wording.trim();
            (!level.is_empty() && !wording.is_empty()).then(|| (level.len(), wording.to_owned(), goal.clone()))
        };
        let mut found: Vec<_> = self.starts.iter().filter_map(parted).collect();
        found.sort();
        match found.as_slice() {
            [] => None,
            [(at, ..), (next, ..), ..] if at == next => None,
            [(_, wording, goal), ..] => Some(Spot::Measure(goal.clone(), wording.clone())),
        }
    }

    fn by_level(&self, text: &str) -> Option<Id> {
        let (goals, actions) = (ends(&self.goals, text), ends(&self.actions, text));
        match (goals, actions) {
            (Some((_, goal)), None) => Some(goal),
            (None, Some((_, action))) => Some(action),
            (Some((level, goal)), Some((_, action))) => {
                // One word for each level: any other than that for goals is that for actions, and the other way about.
                let told = self.levels.get(&level).copied();
                let other =
                    || self.levels.values().next().filter(|first| self.levels.values().all(|one| one == *first));
                told.or_else(|| other().map(|known| !known)).map(|is_goal| if is_goal { goal } else { action })
            }
            (None, None) => None,
        }
    }

    /// A word that stands before a name which only goals have, or only actions, tells the others that it stands before.
    fn learn<'a>(&self, cells: impl Iterator<Item = &'a str>) -> BTreeMap<String, bool> {
        let told = |text: &str| match (ends(&self.goals, text), ends(&self.actions, text)) {
            (Some((level, _)), None) => Some((level, true)),
            (None, Some((level, _))) => Some((level, false)),
            _ => None,
        };
        cells.filter_map(told).collect()
    }
}

/// The one whose name ends the text, and what stands before it. The longest name counts.
fn ends(names: &[(String, Id)], text: &str) -> Option<(String, Id)> {
    let text = fold(text);
    let mut found: Vec<(String, &Id)> = names
        .iter()
        .filter_map(|(name, id)| text.strip_suffix(name.as_str()).map(|level| (level.to_owned(), id)))
        .collect();
    found.sort_by_key(|(level, _)| level.len());
    match found.as_slice() {
        [(level, _), (next, _), ..] if level == next => None,
        [(level, id), ..] if !level.is_empty() => Some((level.clone(), (*id).clone())),
        _ => None,
    }
}
