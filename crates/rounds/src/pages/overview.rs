//! Body × item at a glance: first goal by goal, and of each goal item by item.

mod export;
mod headings;
mod squares;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use base::Id;
use serde::Serialize;
use web::{Fields, Here};

use super::Choice;
use crate::round::overview::{Body, Overview, Tally};
use crate::round::{Item, Round};

pub(super) use export::export;
use headings::{Heading, Span, of_goal};
use squares::Squares;

/// Most bodies of which a page shows the cells.
const MOST_BODIES: usize = 60;
/// What stands for all items at once where one may choose a goal.
const ALL_ITEMS: &str = "*";
/// The order in which those who owe most come first.
const MOST_MISSING: &str = "missing";

/// The overview as the page shows it.
#[derive(Debug, Serialize)]
pub(super) struct Matrix {
    /// How many reports are where, in all.
    tally: Tally,
    percent: Option<usize>,
    /// Whether columns are goals, and not single items.
    by_goal: bool,
    columns: Vec<Heading>,
    /// Goals and the like that columns stand under, each with how many columns.
    sections: Vec<Span>,
    bodies: Vec<BodyRow>,
    /// How many bodies the filter lets through.
    shown: usize,
    /// How many there are in all.
    all: usize,
    /// The states one may narrow the list to.
    states: Vec<Choice>,
    state: String,
    section: String,
    section_choices: Vec<Choice>,
    /// The kinds of items, where there are several.
    kinds: Vec<Choice>,
    kind: String,
    /// The orders of bodies besides the one by name.
    orders: Vec<Choice>,
    order: String,
    goals: Vec<Section>,
}

/// A goal with how far its reports have come.
#[derive(Debug, Serialize)]
struct Section {
    href: String,
    title: String,
    tally: Tally,
    percent: Option<usize>,
}

/// A row.
#[derive(Debug, Serialize)]
struct BodyRow {
    href: String,
    name: String,
    tally: Tally,
    percent: Option<usize>,
    cells: Vec<Option<Mark>>,
}

/// A cell: where it leads, what it shows and what is read out.
#[derive(Debug, Clone, Serialize)]
struct Mark {
    href: String,
    state: &'static str,
    symbol: String,
    name: String,
}

impl Matrix {
    pub(super) fn of(here: &Here, round: &Round, overview: &Overview, fields: &Fields) -> Self {
        let (state, section, kind) = (fields.get("state"), fields.get("section"), fields.get("kind"));
        let by_section = overview.by_section();
        let by_goal = section.is_empty() && by_section.len() > 1;
        let items = chosen(overview, section, kind);
        let words: Vec<(&str, String)> = STATES.iter().map(|state| (*state, state_word(here, state))).collect();
        let squares = Squares { here, round, overview, state, words: &words };
        let bodies = rows(overview, &squares, &items, fields.get("order"));
        let cells = |body: &Body| if by_goal { squares.by_goal(body, &items) } else { squares.by_item(body, &items) };
        let row = |(place, (body, tally)): (usize, &(&Body, Tally))| BodyRow {
            href: format!("/rounds/{}/bodies/{}", round.id, body.unit),
            name: body.name.clone(),
            percent: tally.percent(),
            tally: *tally,
            cells: if place < MOST_BODIES { cells(body) } else { Vec::new() },
        };
        let tally = overview.tally(|_| true);
        Self {
            percent: tally.percent(),
            tally,
            by_goal,
            columns: if by_goal { Heading::goals(round, &items) } else { Heading::items(round, &items) },
            sections: if by_goal { Vec::new() } else { Span::over(&items) },
            shown: bodies.len(),
            all: overview.bodies.len(),
            bodies: bodies.iter().enumerate().map(row).collect(),
            states: words.iter().map(|(name, word)| Choice::new(*name, word.clone())).collect(),
            state: state.to_owned(),
            section: section.to_owned(),
            section_choices: section_choices(here, &by_section),
            kinds: kinds(here, overview),
            kind: kind.to_owned(),
            orders: vec![Choice::new(MOST_MISSING, here.text("round-order-missing"))],
            order: fields.get("order").to_owned(),
            goals: by_section.into_iter().filter_map(|section| Section::of(round, section)).collect(),
        }
    }

    pub(super) fn sample() -> Self {
        let tally = Tally {
            expected: 4,
            received: 2,
            on_time: 1,
            late: 1,
            missing: 1,
            returned: 1,
            approved: 1,
            ..Tally::default()
        };
        let mark = Mark {
            href: "/rounds/r/reports/a".to_owned(),
            state: "missing",
            symbol: "!".to_owned(),
            name: "Socialnämnden, 1.1: saknas".to_owned(),
        };
        let goal = Section {
            href: "/rounds/r?section=g".to_owned(),
            title: "1 Alla ser".to_owned(),
            tally,
            percent: Some(50),
        };
        Self {
            tally,
            percent: Some(50),
            by_goal: false,
            columns: Heading::samples(),
            sections: vec![Span::sample()],
            bodies: vec![BodyRow {
                href: "/rounds/r/bodies/s".to_owned(),
                name: "Socialnämnden".to_owned(),
                tally,
                percent: Some(50),
                cells: vec![Some(mark), None],
            }],
            shown: 1,
            all: 1,
            states: vec![Choice::new("missing", "saknas")],
            state: String::new(),
            section: String::new(),
            section_choices: vec![Choice::new("g", "1 Alla ser")],
            kinds: vec![Choice::new("action", "Åtgärder")],
            kind: String::new(),
            orders: vec![Choice::new(MOST_MISSING, "Flest saknas först")],
            order: String::new(),
            goals: vec![goal],
        }
    }
}

impl Section {
    /// A goal; what stands under none is none.
    fn of(round: &Round, (key, title, tally): (String, String, Tally)) -> Option<Self> {
        let href = of_goal(round, &key);
        (!key.is_empty()).then(|| Self { href, title, percent: tally.percent(), tally })
    }
}

/// The items of a goal, or all, of one kind or all.
fn chosen<'a>(overview: &'a Overview, section: &str, kind: &str) -> Vec<&'a Item> {
    let all = section.is_empty() || section == ALL_ITEMS;
    let items = overview.items.iter().filter(|item| all || item.section_key == section);
    items.filter(|item| kind.is_empty() || item.kind == kind).collect()
}

/// The bodies that are asked about any of the items, each with how far it has come there.
fn rows<'a>(overview: &'a Overview, squares: &Squares<'_>, items: &[&Item], order: &str) -> Vec<(&'a Body, Tally)> {
    let ids: BTreeSet<&Id> = items.iter().map(|item| &item.id).collect();
    let tallies = overview.by_body(|cell| ids.contains(&cell.item));
    let mut rows: Vec<(&Body, Tally)> = overview.bodies.iter().zip(tallies).collect();
    rows.retain(|(body, _)| squares.has_any(body, items));
    if order == MOST_MISSING {
        rows.sort_by_key(|(_, tally)| Reverse((tally.missing, tally.returned, tally.expected - tally.received)));
    }
    rows
}

/// The states as they are shown, in the order of a report's way.
const STATES: [&str; 8] = ["expected", "draft", "submitted", "returned", "approved", "locked", "excused", "missing"];

pub(super) fn state_word(here: &Here, state: &str) -> String {
    here.text(&format!("ui-round-{}", state.replace('_', "-")))
}

fn short(item: &Item) -> &str {
    if item.number.is_empty() { &item.title } else { &item.number }
}

/// Goals, each to look into, and all items at once.
fn section_choices(here: &Here, sections: &[(String, String, Tally)]) -> Vec<Choice> {
    let named = sections.iter().filter(|(key, _, _)| !key.is_empty());
    let mut choices: Vec<Choice> = named.map(|(key, title, _)| Choice::new(key.clone(), title.clone())).collect();
    if choices.len() > 1 {
        choices.push(Choice::new(ALL_ITEMS, here.text("round-filter-all-items")));
    }
    choices
}

/// The kinds of items, where there are several.
fn kinds(here: &Here, overview: &Overview) -> Vec<Choice> {
    let mut kinds: Vec<&str> = Vec::new();
    for item in &overview.items {
        if !kinds.contains(&item.kind.as_str()) {
            kinds.push(&item.kind);
        }
    }
    let choice = |kind: &str| Choice::new(kind, here.text(&format!("round-item-{kind}")));
    if kinds.len() > 1 { kinds.into_iter().map(choice).collect() } else { Vec::new() }
}
