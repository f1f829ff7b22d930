//! The workbook as it is written.

use std::collections::BTreeSet;

use identity::UnitKind;
use sheets::write::{Column as Written, Sheet, Value};

use super::Basis;
use super::column::Column;
use super::items::Item;
use super::labels::{self, Label};
use super::text::cell;
use crate::content::{Action, Content, Direction, Expectation, Goal, Indicator, Measure, PreventionLevel, Subject};
use crate::editions::Words;
use crate::words::{FREQUENCIES, INDICATOR_KINDS, about_people, asked_of, frequency, indicator_kind};

/// The whole workbook: how it is edited, and a sheet for each kind of row. `names` are offered as leading body besides those that
/// the plan names already.
#[must_use]
pub fn sheets(content: &Content, basis: &Basis, names: &[String], words: Words<'_>) -> Vec<Sheet> {
    let goals = content.goals.iter().map(|goal| (String::new(), goal.clone()));
    let subjects = labels::subjects(content, words);
    let indicators = content.indicators().map(|(subject, one)| {
        let subject = match subject {
            Subject::Goal(goal) => &goal.id,
            Subject::Measure(_, measure) => &measure.id,
            Subject::Action(_, action) => &action.id,
        };
        (labels::written(&subjects, Some(subject)).to_owned(), one.clone())
    });
    let mut sheets = vec![
        read_me(basis, words),
        sheet::<Goal>(goals, &[], &[], words),
        actions(content, names, words),
        sheet::<Indicator>(indicators, &subjects, &[], words),
    ];
    sheets.extend([measures(content, words), expectations(content, words)].into_iter().flatten());
    sheets
}

/// The sheet of measures; none where the plan has none.
fn measures(content: &Content, words: Words<'_>) -> Option<Sheet> {
    let labels = labels::goals(content);
    let row = |goal: &Goal, measure: &Measure| (labels::written(&labels, Some(&goal.id)).to_owned(), measure.clone());
    let mut rows =
        content.goals.iter().flat_map(|goal| goal.measures.iter().map(move |measure| row(goal, measure))).peekable();
    rows.peek().is_some().then(|| sheet::<Measure>(rows, &labels, &[], words))
}

/// The sheet of what actions expect of whom; none where they expect nothing.
fn expectations(content: &Content, words: Words<'_>) -> Option<Sheet> {
    let labels = labels::actions(content);
    let row = |action: &Action, one: &Expectation| (labels::written(&labels, Some(&action.id)).to_owned(), one.clone());
    let mut rows = content
        .actions()
        .flat_map(|(_, action)| action.expectations.iter().map(move |one| row(action, one)))
        .peekable();
    rows.peek().is_some().then(|| sheet::<Expectation>(rows, &labels, &[], words))
}

/// The sheet of actions alone.
#[must_use]
pub fn actions(content: &Content, names: &[String], words: Words<'_>) -> Sheet {
    let goals = labels::goals(content);
    let rows = content
        .actions()
        .map(|(goal, action)| (labels::written(&goals, goal.map(|goal| &goal.id)).to_owned(), action.clone()));
    let known = content.actions().flat_map(|(_, action)| action.parties().map(|(party, _)| party.name().to_owned()));
    let mut all: Vec<String> = known.chain(names.iter().cloned()).collect::<BTreeSet<_>>().into_iter().collect();
    all.sort_by_key(|name| swedish::sort_key(name));
    sheet::<Action>(rows, &goals, &all, words)
}

fn sheet<T: Item>(
    rows: impl Iterator<Item = (String, T)>,
    places: &[Label],
    names: &[String],
    words: Words<'_>,
) -> Sheet {
    let columns = T::KIND.columns();
    let header = |column: &Column| {
        Written::new(T::KIND.header(*column, words), column.width())
            .with_choices(choices(*column, places, names, words))
    };
    let row = |(place, item): (String, T)| columns.iter().map(|column| value(&item, &place, *column, words)).collect();
    Sheet {
        name: T::KIND.sheet(words),
        note: None,
        columns: columns.iter().map(header).collect(),
        rows: rows.map(row).collect(),
    }
}

fn value<T: Item>(item: &T, place: &str, column: Column, words: Words<'_>) -> Value {
    let text = match column {
        Column::Goal | Column::Subject | Column::Action => cell(place),
        Column::Id => item.id().to_string(),
        _ => cell(&item.shown(column, words)),
    };
    if text.is_empty() { Value::Empty } else { Value::Text(text) }
}

/// What Excel offers in a column.
fn choices(column: Column, places: &[Label], names: &[String], words: Words<'_>) -> Vec<String> {
    let worded = |group: &str, names: &[&'static str]| names.iter().map(|name| words.choice(group, name)).collect();
    match column {
        Column::Goal | Column::Subject | Column::Action => {
            places.iter().filter_map(|label| label.names.first()).filter(|name| !name.is_empty()).cloned().collect()
        }
        Column::Lead => names.to_vec(),
        Column::Frequency => worded("plan-frequency", &FREQUENCIES.map(frequency)),
        Column::Level => worded("plan-level", &PreventionLevel::ALL.map(PreventionLevel::as_str)),
        Column::Kind => worded("plan-indicator-kind", &INDICATOR_KINDS.map(indicator_kind)),
        Column::UnitKind => worded("unit-kind", &UnitKind::ALL.map(UnitKind::as_str)),
        Column::Direction => worded("plan-direction", &Direction::ALL.map(Direction::as_str)),
        Column::AskedOf => worded("plan-asked-of", &[asked_of(true), asked_of(false)]),
        Column::AboutPeople => worded("plan-about-people", &[about_people(true), about_people(false)]),
        Column::Removal => vec![words.text("plans-workbook-yes")],
        _ => Vec::new(),
    }
}

/// How the workbook is edited, and what it was made from.
fn read_me(basis: &Basis, words: Words<'_>) -> Sheet {
    let text = |name: &str| words.text(&format!("plans-workbook-{name}"));
    let advice = ["read-me-cells", "read-me-add", "read-me-remove", "read-me-lines", "read-me-ids", "read-me-back"];
    let mut rows: Vec<Vec<Value>> = advice.iter().map(|name| vec![text(name).into()]).collect();
    let (version, revision) = (basis.version.to_string(), basis.revision.to_string());
    rows.push(vec![words.with("plans-workbook-basis", &[("version", &version), ("revision", &revision)]).into()]);
    Sheet { name: text("sheet-read-me"), note: None, columns: vec![Written::new(text("read-me-title"), 110)], rows }
}

/// The version and revision that a workbook's first sheet names: the only line there that is made of two numbers in brackets.
pub(super) fn basis(text: &str) -> Option<Basis> {
    let (_, inside) = text.rsplit_once('[')?;
    let (version, revision) = inside.strip_suffix(']')?.split_once('.')?;
    Some(Basis { version: version.trim().parse().ok()?, revision: revision.trim().parse().ok()? })
}
