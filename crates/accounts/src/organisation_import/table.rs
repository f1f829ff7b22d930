//! An organisation as a table: the columns by the meaning of their headings, a unit on each row.

use std::collections::BTreeMap;

use sheets::{Row, Source, Table};
use swedish::fold;

use super::words::{self, Column};
use super::{Origin, ReadUnit, Reading, Remark, RemarkKind, codes};

/// How far down a table its headings are looked for: titles and notes may stand above.
const DEEPEST_HEADING: usize = 15;

/// Reads all tables of a source.
#[must_use]
pub fn read(source: &Source) -> Reading {
    let mut reading = Reading::default();
    for table in source.blocks.iter().filter_map(sheets::Block::table) {
        match headings(table) {
            Some((row, columns)) => read_table(table, row, &columns, &mut reading),
            None => {
                let text = table.name.clone().unwrap_or_default();
                reading.remarks.push(Remark { kind: RemarkKind::UnreadTable, text });
            }
        }
    }
    reading
}

/// The columns of a table, by their place.
struct Columns {
    meanings: BTreeMap<Column, usize>,
    /// Where the unit above stands, from the best column to the worst.
    above: Vec<usize>,
    /// What the column of names is named after.
    names: Option<identity::UnitKind>,
    unread: Vec<String>,
}

/// The row of headings: the first that names units and something about them, or units alone.
fn headings(table: &Table) -> Option<(usize, Columns)> {
    let rows = || table.rows.iter().take(DEEPEST_HEADING).map(columns).enumerate();
    let named = |(_, columns): &(usize, Columns)| columns.meanings.contains_key(&Column::Name);
    let told = |found: &(usize, Columns)| named(found) && found.1.meanings.len() + found.1.above.len() > 1;
    rows().find(told).or_else(|| rows().find(named))
}

fn columns(row: &Row) -> Columns {
    let mut columns = Columns { meanings: BTreeMap::new(), above: Vec::new(), names: None, unread: Vec::new() };
    for (index, cell) in row.cells.iter().enumerate() {
        let text = cell.text();
        match words::column(&text) {
            Some(column) if !columns.meanings.contains_key(&column) => {
                columns.meanings.insert(column, index);
                if column == Column::Name {
                    columns.names = words::kind_of_heading(&text);
                }
            }
            _ if text.is_empty() => {}
            _ => columns.unread.push(text),
        }
    }
    let above = columns.meanings.iter().filter(|(column, _)| matches!(column, Column::Parent | Column::Above(_)));
    // The order of the meanings puts a column that says "belongs to" before those named after a kind of unit.
    columns.above = above.map(|(_, index)| *index).collect();
    columns
}

fn read_table(table: &Table, heading: usize, columns: &Columns, reading: &mut Reading) {
    let unread = columns.unread.iter().map(|text| Remark { kind: RemarkKind::UnreadColumn, text: text.clone() });
    reading.remarks.extend(unread);
    let rows = table.rows.iter().skip(heading + 1);
    // The page that a table was printed on may have repeated its headings.
    let again = |row: &&Row| texts(row) != texts(&table.rows[heading]);
    reading.units.extend(rows.filter(again).filter_map(|row| unit(row, columns)));
}

fn texts(row: &Row) -> Vec<String> {
    row.cells.iter().map(sheets::Cell::text).collect()
}

/// A row as a unit; `None` when nothing stands in the columns that were understood.
fn unit(row: &Row, columns: &Columns) -> Option<ReadUnit> {
    let text = |index: usize| row.cells.get(index).map(|cell| one_line(&cell.text())).unwrap_or_default();
    let get = |column: Column| columns.meanings.get(&column).map(|index| text(*index)).filter(|text| !text.is_empty());
    let place = row.cells.iter().find(|cell| !cell.is_empty())?.place.clone();
    let name = get(Column::Name).unwrap_or_default();
    // A municipality's own row may hold its name under "Kommun" too.
    let other = |above: &String| !above.is_empty() && fold(above) != fold(&name);
    let mut unit = ReadUnit {
        origin: Origin::Place(place),
        parent: columns.above.iter().map(|index| text(*index)).find(other),
        name,
        role_text: get(Column::Role),
        also: get(Column::Also).map(|text| names(&text)).unwrap_or_default(),
        ..ReadUnit::default()
    };
    if columns.meanings.values().all(|index| text(*index).is_empty()) {
        return None;
    }
    unit.check_name();
    read_codes(&mut unit, &get);
    read_dates(&mut unit, &get);
    read_kind(&mut unit, get(Column::Kind), columns);
    Some(unit)
}

fn read_codes(unit: &mut ReadUnit, get: &impl Fn(Column) -> Option<String>) {
    if let Some(text) = get(Column::SchoolUnitCode) {
        match codes::school_unit_code(&text) {
            Ok(code) => unit.school_unit_code = Some(code),
            Err(fault) => unit.refuse(fault),
        }
    }
    if let Some(text) = get(Column::MunicipalityCode) {
        match codes::municipality_code(&text) {
            Ok((code, restored)) => {
                if restored {
                    unit.remarks.push(Remark { kind: RemarkKind::LeadingZero, text: code.clone() });
                }
                unit.municipality_code = Some(code);
            }
            Err(fault) => unit.refuse(fault),
        }
    }
    if let Some(text) = get(Column::OrganisationNumber) {
        match codes::organisation_number(&text) {
            Ok(number) => unit.organisation_number = Some(number),
            Err(fault) => unit.refuse(fault),
        }
    }
}

fn read_dates(unit: &mut ReadUnit, get: &impl Fn(Column) -> Option<String>) {
    for (column, last) in [(Column::ValidFrom, false), (Column::ValidTo, true)] {
        let Some(text) = get(column) else { continue };
        match codes::date(&text) {
            Ok(day) if last => unit.valid_to = Some(day),
            Ok(day) => unit.valid_from = Some(day),
            Err(fault) => unit.refuse(fault),
        }
    }
    let Some(word) = get(Column::Status) else { return };
    unit.status = words::status(&word);
    if unit.status.is_none() {
        unit.remarks.push(Remark { kind: RemarkKind::UnknownStatus, text: word });
    }
}

/// The kind that stands there; else a guess from the heading, the codes or the name.
fn read_kind(unit: &mut ReadUnit, word: Option<String>, columns: &Columns) {
    unit.kind = word.as_deref().and_then(words::kind);
    if let (None, Some(word)) = (unit.kind, word) {
        unit.remarks.push(Remark { kind: RemarkKind::UnknownKind, text: word });
    }
    let by_code = unit.school_unit_code.as_ref().map(|_| identity::UnitKind::SchoolUnit);
    unit.guess = by_code.or(columns.names).or_else(|| words::kind_of_name(&unit.name));
}

/// Names in one cell, set apart by line, semicolon or comma.
fn names(text: &str) -> Vec<String> {
    text.split([';', ',', '\n']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).take(30).collect()
}

/// A cell's text in one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
