//! The short version: what the plan is about, and each action in a line with who leads. At most four pages for the largest plans
//! we know.

use documents::{Block, Document, TableRow};

use super::field::Field;
use super::prose::{heading, inlines};
use super::table::Columns;
use super::{About, Words};
use crate::content::{Content, Goal};

/// Characters of an action's wording: two lines of its column.
const LINE: usize = 110;

const FIELDS: [Field; 3] = [Field::Number, Field::Excerpt(LINE), Field::Lead];

pub(super) fn document(content: &Content, about: &About, frame: Document, words: Words<'_>) -> Document {
    let levels = words.levels(content);
    let columns = Columns::new(content, &FIELDS, &levels, words);
    let mut blocks: Vec<Block> = about.note(words).into_iter().collect();
    if !content.summary.trim().is_empty() {
        blocks.push(Block::Lead(inlines(&content.summary)));
    }
    let mut rows = Vec::new();
    for goal in &content.goals {
        rows.push(TableRow::Group(goal_title(goal)));
        rows.extend(goal.actions.iter().map(|action| columns.row(action)));
    }
    if !content.actions.is_empty() && !content.goals.is_empty() {
        rows.push(TableRow::Group(words.text("plans-editions-no-goal")));
    }
    rows.extend(content.actions.iter().map(|action| columns.row(action)));
    blocks.push(heading(1, "", words.with("plans-editions-what", &[("actions", &levels.action.many)]), None));
    blocks.extend(columns.block(String::new(), rows));
    let subtitle = words.with("plans-editions-subtitle-short", &[("period", &content.period.to_string())]);
    Document { subtitle: Some(subtitle), facts: about.few_facts(content, words), blocks, ..frame }
}

/// Number and title of a goal.
pub(super) fn goal_title(goal: &Goal) -> String {
    format!("{} {}", goal.number, goal.title).trim().to_owned()
}
