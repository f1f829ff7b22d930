//! One sheet: its cells in rows, with merged cells spread out.

use std::collections::BTreeMap;
use std::io::BufRead;

use crate::read::archive::Archive;
use crate::read::limits::Budget;
use crate::read::notes::Notes;
use crate::read::runs::{clean, is_blank, push};
use crate::read::xml::{Tag, Xml};
use crate::read::{Format, ReadError};
use crate::{Cell, NoteKind, Place, Row, Run, Table};

use super::dates::iso_text;
use super::merges::{Area, spread};
use super::strings::{Text, read_text, unescape};
use super::styles::{Style, Styles};
use super::workbook::Sheet;

/// The last row and column a workbook can have.
pub(super) const LAST_ROW: u32 = 1_048_576;
pub(super) const LAST_COLUMN: u32 = 16_384;

/// What decides how a cell looks.
pub(super) struct Look<'a> {
    pub(super) strings: &'a [Text],
    pub(super) styles: &'a Styles,
    pub(super) since_1904: bool,
}

/// Rows by number. Cells stand at their column, counted from 0, with empty ones between.
pub(super) type Rows = BTreeMap<u32, Vec<Cell>>;

/// Reads one sheet.
pub(super) fn read(
    archive: &mut Archive<'_>,
    sheet: &Sheet,
    look: &Look<'_>,
    budget: &mut Budget,
    notes: &mut Notes,
) -> Result<Table, ReadError> {
    let mut xml = archive.needed(&sheet.path)?;
    let mut reading = Reading { sheet: &sheet.name, look, budget, notes, rows: Rows::new(), row: 0, column: 0 };
    let mut areas = Vec::new();
    xml.root()?;
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "cols" => reading.columns(&mut xml)?,
            "sheetData" => {
                while let Some(tag) = xml.child()? {
                    let (number, hidden) = (tag.number("r"), tag.is_on("hidden"));
                    reading.row(&mut xml, number, hidden)?;
                }
            }
            "mergeCells" => {
                while let Some(tag) = xml.child()? {
                    reading.budget.cells(1)?;
                    areas.extend(tag.attribute("ref").and_then(|text| Area::parse(&text)));
                    xml.skip()?;
                }
            }
            _ => xml.skip()?,
        }
    }
    let mut rows = reading.rows;
    spread(&mut rows, &areas, &sheet.name, budget)?;
    let rows = rows.into_values().map(|cells| Row { cells }).collect();
    Ok(Table { name: Some(sheet.name.clone()), rows })
}

/// An empty cell.
pub(super) fn empty(sheet: &str, row: u32, column: u32) -> Cell {
    Cell { runs: Vec::new(), place: Place::Cell { sheet: sheet.to_owned(), row, column }, columns: 1, rows: 1 }
}

/// The state of reading one sheet.
struct Reading<'a, 'b> {
    sheet: &'a str,
    look: &'a Look<'a>,
    budget: &'b mut Budget,
    notes: &'b mut Notes,
    rows: Rows,
    row: u32,
    column: u32,
}

/// What a value is.
#[derive(Default, Clone, Copy)]
enum Kind {
    #[default]
    Number,
    /// The number of a shared string.
    Shared,
    Bool,
    Date,
    Text,
}

/// What the tag and the children of a cell say.
#[derive(Default)]
struct Raw {
    column: Option<u32>,
    kind: Kind,
    style: Option<usize>,
    formula: bool,
    value: Option<String>,
    inline: Option<Text>,
}

impl Reading<'_, '_> {
    fn place(&self, row: u32, column: u32) -> Option<Place> {
        Some(Place::Cell { sheet: self.sheet.to_owned(), row, column })
    }

    fn columns<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<(), ReadError> {
        while let Some(tag) = xml.child()? {
            if tag.is_on("hidden") {
                let first = tag.number("min").unwrap_or(1);
                self.notes.once(NoteKind::Hidden, self.place(1, first));
            }
            xml.skip()?;
        }
        Ok(())
    }

    fn row<R: BufRead>(&mut self, xml: &mut Xml<R>, number: Option<u32>, hidden: bool) -> Result<(), ReadError> {
        self.row = number.unwrap_or(self.row + 1);
        self.column = 0;
        if !(1..=LAST_ROW).contains(&self.row) {
            return Err(xml.damaged());
        }
        while let Some(tag) = xml.child()? {
            if tag.name() == "c" {
                let raw = Raw::of(&tag);
                self.column = raw.column.unwrap_or(self.column + 1);
                if self.column > LAST_COLUMN {
                    return Err(xml.damaged());
                }
                self.cell(xml, raw)?;
            } else {
                xml.skip()?;
            }
        }
        if hidden && self.rows.contains_key(&self.row) {
            self.notes.once(NoteKind::Hidden, self.place(self.row, 1));
        }
        Ok(())
    }

    fn cell<R: BufRead>(&mut self, xml: &mut Xml<R>, mut raw: Raw) -> Result<(), ReadError> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "v" => raw.value = Some(xml.text()?),
                "is" => raw.inline = Some(read_text(xml, self.notes)?),
                "f" => {
                    raw.formula = true;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        if raw.formula {
            let place = self.place(self.row, self.column);
            // Programs that do not calculate write an empty value; a formula that gives empty text says that it is text.
            match raw.value.as_deref() {
                None => self.notes.add(NoteKind::FormulaWithoutValue, place),
                Some("") if !matches!(raw.kind, Kind::Text) => self.notes.add(NoteKind::FormulaWithoutValue, place),
                Some(_) => self.notes.once(NoteKind::Formula, place),
            }
        }
        let runs = self.runs(&raw)?;
        if is_blank(&runs) { Ok(()) } else { self.keep(runs) }
    }

    /// The content of a cell as a person sees it.
    fn runs(&mut self, raw: &Raw) -> Result<Vec<Run>, ReadError> {
        let style = self.look.styles.get(raw.style);
        let damaged = ReadError::Damaged { format: Format::Xlsx };
        if let Some(inline) = &raw.inline {
            return Ok(inline.runs(style.bold));
        }
        let Some(value) = raw.value.as_deref() else { return Ok(Vec::new()) };
        let text = match raw.kind {
            Kind::Shared => {
                let number: Option<usize> = value.trim().parse().ok();
                let text = number.and_then(|number| self.look.strings.get(number)).ok_or(damaged)?;
                return Ok(text.runs(style.bold));
            }
            Kind::Bool => if value.trim() == "1" || value.trim() == "true" { "SANT" } else { "FALSKT" }.to_owned(),
            Kind::Date => iso_text(value),
            Kind::Text => self.text(value),
            Kind::Number => self.number(value, style),
        };
        let mut runs = Vec::new();
        push(&mut runs, &text, style.bold);
        Ok(runs)
    }

    fn text(&mut self, value: &str) -> String {
        let (text, removed) = clean(&unescape(value));
        if removed {
            self.notes.once(NoteKind::ControlCharacters, None);
        }
        text
    }

    /// A number in its format. What is no number is kept as text: nothing that stands in a cell may vanish.
    fn number(&mut self, value: &str, style: &Style) -> String {
        match value.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => style.format.show(number, self.look.since_1904),
            _ => self.text(value),
        }
    }

    /// Puts a cell at its place.
    fn keep(&mut self, runs: Vec<Run>) -> Result<(), ReadError> {
        self.budget.runs(&runs)?;
        let cells = self.rows.entry(self.row).or_default();
        let width = self.column as usize;
        self.budget.cells(width.saturating_sub(cells.len()))?;
        for column in cells.len()..width {
            cells.push(empty(self.sheet, self.row, column as u32 + 1));
        }
        if let Some(cell) = cells.get_mut(width - 1) {
            cell.runs = runs;
        }
        Ok(())
    }
}

impl Raw {
    fn of(tag: &Tag<'_>) -> Self {
        let mut raw = Self::default();
        for (name, value) in tag.attributes() {
            match name {
                "r" => raw.column = column_number(&value).map(|(column, _)| column),
                "s" => raw.style = value.trim().parse().ok(),
                "t" => raw.kind = Kind::named(&value),
                _ => {}
            }
        }
        raw
    }
}

impl Kind {
    fn named(name: &str) -> Self {
        match name {
            "s" => Self::Shared,
            "b" => Self::Bool,
            "d" => Self::Date,
            "str" | "e" | "inlineStr" => Self::Text,
            _ => Self::Number,
        }
    }
}

/// The column a reference starts with, counted from 1, and the rest of the reference.
pub(super) fn column_number(reference: &str) -> Option<(u32, &str)> {
    let end = reference.find(|character: char| !character.is_ascii_alphabetic()).unwrap_or(reference.len());
    let (letters, rest) = reference.split_at(end);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let digit = |letter: u8| u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    Some((letters.bytes().fold(0, |sum, letter| sum * 26 + digit(letter)), rest))
}
