//! Body × item at a glance: on the page, and as a workbook to take along.

use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;
use sheets::write::{Column, Sheet, Value, Workbook, xlsx};
use web::{Error, Fields, Here, Result, download};

use super::{Choice, round};
use crate::round::Round;
use crate::round::overview::{Cell, Overview, Tally};

/// What browsers call an Excel workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Most bodies of which a page shows the cells.
const MOST_BODIES: usize = 60;

/// The overview as the page shows it.
#[derive(Debug, Serialize)]
pub(super) struct Matrix {
    /// How many reports are where, in all.
    tally: Tally,
    percent: Option<usize>,
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
    goals: Vec<Section>,
}

/// A column.
#[derive(Debug, Serialize)]
struct Heading {
    href: String,
    number: String,
    title: String,
}

#[derive(Debug, Serialize)]
struct Span {
    title: String,
    columns: usize,
}

/// A goal with how far its reports have come.
#[derive(Debug, Serialize)]
struct Section {
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
#[derive(Debug, Serialize)]
struct Mark {
    href: String,
    state: &'static str,
    symbol: &'static str,
    name: String,
    leads: bool,
}

/// The symbols of design, the same as the status badges'.
fn symbol(state: &str) -> &'static str {
    match state {
        "expected" => "○",
        "draft" => "◐",
        "submitted" => "➜",
        "returned" => "↺",
        "approved" => "✓",
        "locked" => "■",
        "excused" => "◇",
        _ => "!",
    }
}

impl Matrix {
    pub(super) fn of(here: &Here, round: &Round, overview: &Overview, fields: &Fields) -> Self {
        let (state, section, kind) = (fields.get("state"), fields.get("section"), fields.get("kind"));
        let items: Vec<_> = overview
            .items
            .iter()
            .filter(|item| section.is_empty() || item.section_key == section)
            .filter(|item| kind.is_empty() || item.kind == kind)
            .collect();
        let tallies = overview.by_body();
        let words: Vec<(&str, String)> = STATES.iter().map(|state| (*state, state_word(here, state))).collect();
        let word = |state: &str| words.iter().find(|(name, _)| *name == state).map_or("", |(_, word)| word);
        let mut rows = Vec::new();
        for (body, tally) in overview.bodies.iter().zip(&tallies) {
            let cell = |item: &&&crate::round::Item| overview.cells.get(&(body.unit.clone(), item.id.clone()));
            let fits = |cell: &Cell| state.is_empty() || overview.shown(cell) == state;
            if !state.is_empty() && !items.iter().filter_map(|item| cell(&item)).any(fits) {
                continue;
            }
            let mark = |item: &&crate::round::Item| {
                let found = cell(&item).filter(|found| fits(found))?;
                let shown = overview.shown(found);
                let name = format!("{}, {}: {}", body.name, short(item), word(shown));
                Some(Mark {
                    href: format!("/rounds/{}/reports/{}", round.id, found.report),
                    state: shown,
                    symbol: symbol(shown),
                    name,
                    leads: found.leads,
                })
            };
            rows.push(BodyRow {
                href: format!("/rounds/{}/bodies/{}", round.id, body.unit),
                name: body.name.clone(),
                percent: tally.percent(),
                tally: *tally,
                cells: if rows.len() < MOST_BODIES { items.iter().map(mark).collect() } else { Vec::new() },
            });
        }
        let tally = overview.tally(|_| true);
        let mut sections: Vec<Span> = Vec::new();
        for item in &items {
            match sections.last_mut() {
                Some(last) if last.title == item.section => last.columns += 1,
                _ => sections.push(Span { title: item.section.clone(), columns: 1 }),
            }
        }
        let by_section = overview.by_section();
        Self {
            percent: tally.percent(),
            tally,
            columns: items.iter().map(|item| heading(round, item)).collect(),
            sections,
            shown: rows.len(),
            all: overview.bodies.len(),
            bodies: rows,
            states: words.iter().map(|(name, word)| Choice::new(*name, word.clone())).collect(),
            state: state.to_owned(),
            section: section.to_owned(),
            section_choices: by_section
                .iter()
                .filter(|(key, _, _)| !key.is_empty())
                .map(|(key, title, _)| Choice::new(key.clone(), title.clone()))
                .collect(),
            kinds: kinds(here, overview),
            kind: kind.to_owned(),
            goals: by_section
                .into_iter()
                .filter(|(key, _, _)| !key.is_empty())
                .map(|(_, title, tally)| Section { title, percent: tally.percent(), tally })
                .collect(),
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
            symbol: "!",
            name: "Socialnämnden, 1.1: saknas".to_owned(),
            leads: true,
        };
        Self {
            tally,
            percent: Some(50),
            columns: vec![
                Heading { href: "/rounds/r/items/a".to_owned(), number: "1.1".to_owned(), title: "Utbilda".to_owned() },
                Heading { href: "/rounds/r/items/b".to_owned(), number: String::new(), title: "Mål 1".to_owned() },
            ],
            sections: vec![Span { title: "1 Alla ser".to_owned(), columns: 2 }],
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
            goals: vec![Section { title: "1 Alla ser".to_owned(), tally, percent: Some(50) }],
        }
    }
}

/// The states as they are shown, in the order of a report's way.
const STATES: [&str; 8] = ["expected", "draft", "submitted", "returned", "approved", "locked", "excused", "missing"];

pub(super) fn state_word(here: &Here, state: &str) -> String {
    here.text(&format!("ui-round-{}", state.replace('_', "-")))
}

fn short(item: &crate::round::Item) -> &str {
    if item.number.is_empty() { &item.title } else { &item.number }
}

fn heading(round: &Round, item: &crate::round::Item) -> Heading {
    Heading {
        href: format!("/rounds/{}/items/{}", round.id, item.id),
        number: item.number.clone(),
        title: item.title.clone(),
    }
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

/// The overview as a workbook: one sheet as on the page, one with a row for each report.
pub(super) async fn export(here: Here, Path(id): Path<String>) -> Result<Response> {
    let round = round(&here, &id).await?;
    let overview = round.overview(here.db(), here.viewer(), here.db().clock().today()).await?;
    let text = |key: &str| here.text(&format!("round-export-{key}"));
    let name = here.text_with("round-export-file", &[("round", &round.title)]);
    let mut columns = vec![Column::new(text("body"), 32)];
    columns.extend(overview.items.iter().map(|item| Column::new(short(item).to_owned(), 14)));
    let state = |cell: Option<&Cell>| cell.map(|cell| state_word(&here, overview.shown(cell))).unwrap_or_default();
    let row = |body: &crate::round::overview::Body| {
        let mut row = vec![Value::from(body.name.clone())];
        let cells = overview.items.iter().map(|item| overview.cells.get(&(body.unit.clone(), item.id.clone())));
        row.extend(cells.map(|cell| Value::from(state(cell))));
        row
    };
    let matrix = Sheet { name: text("matrix"), note: None, columns, rows: overview.bodies.iter().map(row).collect() };
    let created = base::in_stockholm(here.db().clock().now()).datetime();
    let sheets = vec![matrix, list(&here, &overview)];
    let bytes = xlsx(&Workbook { title: name.clone(), author: None, created, sheets })
        .map_err(|error| Error::Internal(error.to_string()))?;
    Ok(download(&format!("{name}.xlsx"), XLSX, bytes))
}

fn list(here: &Here, overview: &Overview) -> Sheet {
    let text = |key: &str| here.text(&format!("round-export-{key}"));
    let columns =
        [("body", 32), ("section", 40), ("number", 10), ("item", 60), ("leads", 10), ("state", 24), ("submitted", 14)];
    let mut rows = Vec::new();
    for body in &overview.bodies {
        for item in &overview.items {
            let Some(cell) = overview.cells.get(&(body.unit.clone(), item.id.clone())) else { continue };
            let leads = if cell.leads { text("yes") } else { String::new() };
            let state = state_word(here, overview.shown(cell));
            let submitted = cell.submitted.map(|day| day.to_string()).unwrap_or_default();
            let row = [
                body.name.clone(),
                item.section.clone(),
                item.number.clone(),
                item.title.clone(),
                leads,
                state,
                submitted,
            ];
            rows.push(row.map(Value::from).to_vec());
        }
    }
    let columns = columns.into_iter().map(|(name, width)| Column::new(text(name), width)).collect();
    Sheet { name: text("list"), note: None, columns, rows }
}
