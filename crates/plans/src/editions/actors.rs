//! The plan by actor: what each body has promised, or one body alone.

use base::Id;
use documents::{Block, Document, Inline, Style, TableRow};
use sheets::write::{Column, Sheet, Value};

use super::field::{Field, how_often, names};
use super::prose::{self, heading};
use super::short::goal_title;
use super::table::Columns;
use super::{About, Words};
use crate::actors::{Part, by_actor};
use crate::content::{Action, Content};

const LEADS: [Field; 6] =
    [Field::Number, Field::Action, Field::With, Field::FollowedUpIn, Field::Frequency, Field::Time];
const TAKES_PART: [Field; 6] =
    [Field::Number, Field::Action, Field::Lead, Field::FollowedUpIn, Field::Frequency, Field::Time];

pub(super) fn document(
    content: &Content,
    only: Option<&Id>,
    about: &About,
    frame: Document,
    words: Words<'_>,
) -> Document {
    let levels = words.levels(content);
    let leads = Columns::new(content, &LEADS, &levels, words);
    let takes_part = Columns::new(content, &TAKES_PART, &levels, words);
    let parts = parts(content, only);
    let mut blocks: Vec<Block> = about.note(words).into_iter().collect();
    for part in &parts {
        let anchor = part.unit.as_ref().map(ToString::to_string);
        blocks.push(heading(1, "", capital(&part.name), anchor));
        blocks.extend(prose::blocks(&part.role));
        let lists = [
            ("plans-editions-leads", &leads, &part.leads),
            ("plans-editions-takes-part", &takes_part, &part.takes_part),
        ];
        for (key, columns, actions) in lists {
            if let Some(table) = columns.table(String::new(), actions.iter().copied()) {
                blocks.push(heading(2, "", words.count(key, count(actions)), None));
                blocks.push(table);
            }
        }
        if part.leads.is_empty() && part.takes_part.is_empty() {
            blocks.push(Block::Paragraph(vec![Inline::text(words.text("plans-editions-nothing"))]));
        }
    }
    let subtitle = subtitle(content, &parts, only.is_some(), words);
    let style = Style { contents: parts.len() > 3, ..Style::default() };
    Document { subtitle: Some(subtitle), facts: about.few_facts(content, words), style, blocks, ..frame }
}

/// A body in the whole plan: its role, and its part as one table.
pub(super) fn brief(part: &Part<'_>, columns: &Columns<'_>, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(2, "", capital(&part.name), None)];
    blocks.extend(prose::blocks(&part.role));
    let mut rows = Vec::new();
    for (key, actions) in [("plans-editions-leads", &part.leads), ("plans-editions-takes-part", &part.takes_part)] {
        rows.extend((!actions.is_empty()).then(|| TableRow::Group(words.count(key, count(actions)))));
        rows.extend(actions.iter().map(|action| columns.row(action)));
    }
    blocks.extend(columns.block(String::new(), rows));
    blocks
}

/// One row for each body and action.
pub(super) fn sheet(content: &Content, only: Option<&Id>, words: Words<'_>) -> Sheet {
    let levels = words.levels(content);
    let column = |name: &str, width| Column::new(words.text(&format!("plans-editions-column-{name}")), width);
    let columns = vec![
        column("body", 32),
        column("part", 14),
        Column::new(levels.goal.one.clone(), 36),
        column("number", 8),
        Column::new(levels.action.one.clone(), 70),
        column("lead", 32),
        column("with", 40),
        column("frequency", 18),
        column("time", 24),
    ];
    let row = |part: &Part<'_>, action: &Action, key: &str| -> Vec<Value> {
        let goal = content.action(&action.id).and_then(|(goal, _)| goal).map(goal_title);
        let lead = action.lead.as_ref().map(|party| party.name().to_owned());
        vec![
            part.name.clone().into(),
            words.text(key).into(),
            goal.into(),
            action.number.clone().into(),
            action.text.clone().into(),
            lead.into(),
            names(&action.co_responsible).into(),
            how_often(action, words).into(),
            action.time_plan.text.clone().into(),
        ]
    };
    let mut rows = Vec::new();
    for part in parts(content, only) {
        rows.extend(part.leads.iter().map(|action| row(&part, action, "plans-editions-part-leads")));
        rows.extend(part.takes_part.iter().map(|action| row(&part, action, "plans-editions-part-takes-part")));
    }
    Sheet { name: words.text("plans-editions-name-actors"), note: None, columns, rows }
}

fn parts<'a>(content: &'a Content, only: Option<&Id>) -> Vec<Part<'a>> {
    let wanted = |part: &Part<'_>| only.is_none() || part.unit.as_ref() == only;
    by_actor(content).into_iter().filter(wanted).collect()
}

fn subtitle(content: &Content, parts: &[Part<'_>], alone: bool, words: Words<'_>) -> String {
    let period = content.period.to_string();
    match (parts, alone) {
        ([part], true) => words.with("plans-editions-subtitle-actor", &[("name", &part.name), ("period", &period)]),
        _ => words.with("plans-editions-subtitle-actors", &[("period", &period)]),
    }
}

/// A heading begins with a capital letter, also where the plan names a group in the middle of a sentence.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn count(actions: &[&Action]) -> u32 {
    u32::try_from(actions.len()).unwrap_or(u32::MAX)
}
