//! The domain's pages: routes with their permission, what it offers the others, samples of its templates.

mod calendar;
mod feeds;
mod occasions;
mod suggestions;

use identity::Verb;
use jiff::civil::Date;
use serde::Serialize;
use web::{Chapter, Here, Module, Permission, Place, Route, Sample};

/// Whoever is signed in; which occasions they find is decided when these are looked up.
const READ: Permission = Permission::SignedIn;

/// Whoever may write for some unit; for which is decided when it is looked up.
const WRITE: Permission = Permission::Somewhere(Verb::Write);

/// The domain as the program sees it.
pub const MODULE: Module = Module {
    name: "calendar",
    routes,
    chapters: &[Chapter { key: "calendar", href: "/calendar", order: 50, shown: READ }],
    work: Some(crate::offers::work),
    search: None,
    names: Some(crate::offers::name),
    retention: &[],
    holdings: None,
    purposes: &[],
    expected: None,
    known: None,
    dates: Some(crate::offers::dates),
    related: None,
    samples,
};

fn routes() -> Vec<Route> {
    [calendar::routes(), occasions::routes(), suggestions::routes(), feeds::routes()].concat()
}

fn samples() -> Vec<Sample> {
    [calendar::samples(), occasions::samples(), suggestions::samples(), feeds::samples()].concat()
}

/// The way to the domain's pages.
fn place(here: &Here) -> Place {
    Place::new(here.text("chapter-calendar"), "/calendar")
}

/// A choice of a select or of checkboxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Choice {
    value: String,
    text: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    help: String,
}

impl Choice {
    fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into(), help: String::new() }
    }
}

/// The units whose year the viewer may change, as choices: those where they hold a role that writes.
fn owners(here: &Here) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for held in here.viewer().roles.iter().filter(|held| held.role.allows(Verb::Write)) {
        if !choices.iter().any(|choice| choice.value == held.unit.as_str()) {
            choices.push(Choice::new(held.unit.as_str(), held.unit_name.as_str()));
        }
    }
    choices
}

/// Days as people write them beside a year that is known: `12 maj`, `1–20 maj`, `1 oktober – 15 november`; with the year where it is
/// another.
fn span(here: &Here, from: Date, to: Date, year: i16) -> String {
    let (first, last) = (day(here, from, year), day(here, to, year));
    if from == to {
        return last;
    }
    if (from.year(), from.month()) == (to.year(), to.month()) {
        return format!("{}–{last}", from.day());
    }
    format!("{first} – {last}")
}

fn day(here: &Here, date: Date, year: i16) -> String {
    let text = here.date(&date.to_string());
    match text.strip_suffix(&format!(" {year}")) {
        Some(day) => day.to_owned(),
        None => text,
    }
}
