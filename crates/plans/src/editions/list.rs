//! The list for the wall: every action on few pages, lying, with lead, time plan, frequency and training.

use documents::{Block, Density, Document, Orientation, Page, Style, TableRow};

use super::field::Field;
use super::short::goal_title;
use super::table::Columns;
use super::{About, Words};
use crate::content::Content;

pub(super) fn document(content: &Content, about: &About, frame: Document, words: Words<'_>) -> Document {
    let levels = words.levels(content);
    let fields = [
        Field::Number,
        Field::Excerpt(room(content.action_count())),
        Field::Lead,
        Field::With,
        Field::Time,
        Field::Frequency,
        Field::Training,
    ];
    let columns = Columns::new(content, &fields, &levels, words);
    let mut rows = Vec::new();
    for goal in content.goals.iter().filter(|goal| !goal.actions.is_empty()) {
        rows.push(TableRow::Group(goal_title(goal)));
        rows.extend(goal.actions.iter().map(|action| columns.row(action)));
    }
    if !rows.is_empty() && !content.actions.is_empty() {
        rows.push(TableRow::Group(words.text("plans-editions-no-goal")));
    }
    rows.extend(content.actions.iter().map(|action| columns.row(action)));
    let mut blocks: Vec<Block> = about.note(words).into_iter().collect();
    blocks.extend(columns.block(String::new(), rows));
    let values = [("actions", levels.action.many.as_str()), ("period", &content.period.to_string())];
    Document {
        subtitle: Some(words.with("plans-editions-subtitle-list", &values)),
        facts: about.few_facts(content, words),
        page: Page { orientation: Orientation::Landscape, ..Page::default() },
        style: Style { density: Density::Compact, ..Style::default() },
        blocks,
        ..frame
    }
}

/// Characters of each action's wording: the more actions, the fewer, so that some twenty fit on one page and a whole county's
/// plan on three.
fn room(actions: usize) -> usize {
    match actions {
        0..=12 => 240,
        13..=24 => 110,
        25..=40 => 130,
        _ => 110,
    }
}
