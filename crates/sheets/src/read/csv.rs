//! Separated values: the separator is found, every row knows the line it starts on.

use csv::{ReaderBuilder, StringRecord};

use super::encoding::decode;
use super::limits::Budget;
use super::notes::Notes;
use super::runs::{clean, is_blank, push};
use super::{Format, Limits, ReadError};
use crate::{Block, Cell, NoteKind, Place, Row, Source, Table};

/// How many records are looked at to find the separator.
const SAMPLE: usize = 60;

/// How much text is looked at to find the separator.
const SAMPLE_BYTES: usize = 64 * 1024;

/// Reads one table.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Source, ReadError> {
    limits.admit(bytes)?;
    let (text, guessed) = decode(bytes);
    if text.contains('\0') {
        return Err(ReadError::UnknownType);
    }
    let mut source = read_text(&text, limits)?;
    source.notes.extend(guessed);
    Ok(source)
}

/// Reads decoded text.
pub(crate) fn read_text(text: &str, limits: &Limits) -> Result<Source, ReadError> {
    let (text, said) = said_separator(text);
    let separator = said.or_else(|| find_separator(text).map(|found| found.separator)).unwrap_or(b';');
    let mut notes = Notes::new(limits.notes);
    let mut budget = Budget::new(limits);
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 + u32::from(said.is_some()) };
    let mut rows = Vec::new();
    let mut records =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    while records.read_record(&mut record).map_err(|_| ReadError::Damaged { format: Format::Csv })? {
        let start = record.position().map_or(0, csv::Position::byte);
        let place = Place::Line { line: lines.line_of(start) };
        let cells = cells(&record, &place, &mut budget, &mut notes)?;
        if !cells.is_empty() {
            rows.push(Row { cells });
        }
    }
    if rows.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Source { blocks: vec![Block::Table(Table { name: None, rows })], notes: notes.into_list() })
}

/// The cells of a record up to the last that holds something.
fn cells(record: &StringRecord, place: &Place, budget: &mut Budget, notes: &mut Notes) -> Result<Vec<Cell>, ReadError> {
    let width = (0..record.len())
        .rfind(|&column| record.get(column).is_some_and(|field| !field.trim().is_empty()))
        .map_or(0, |last| last + 1);
    budget.cells(width)?;
    let mut cells = Vec::with_capacity(width);
    for field in record.iter().take(width) {
        let (text, removed) = clean(field);
        if removed {
            notes.once(NoteKind::ControlCharacters, Some(place.clone()));
        }
        let mut runs = Vec::new();
        push(&mut runs, &text, false);
        if is_blank(&runs) {
            runs.clear();
        }
        budget.runs(&runs)?;
        cells.push(Cell { runs, place: place.clone(), columns: 1, rows: 1 });
    }
    Ok(cells)
}

/// Excel may say the separator in a line of its own, `sep=;`. Gives the text after that line.
fn said_separator(text: &str) -> (&str, Option<u8>) {
    let Some(rest) = text.strip_prefix("sep=") else { return (text, None) };
    let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
    match rest[..end].trim_end_matches(['\r', '\n']).as_bytes() {
        [separator] if separator.is_ascii() => (&rest[end..], Some(*separator)),
        _ => (text, None),
    }
}

/// A separator and how well it fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) separator: u8,
    /// Records that have the most common number of columns, of a thousand.
    pub(crate) agreement: usize,
    /// Records looked at.
    pub(crate) records: usize,
}

/// The separator that gives most records the same number of columns, at least two. Quotes are respected.
pub(crate) fn find_separator(text: &str) -> Option<Found> {
    let sample = text.get(..text.floor_char_boundary(SAMPLE_BYTES)).unwrap_or(text);
    let fit = |&separator: &u8| {
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(sample.as_bytes());
        let widths: Vec<usize> = reader.records().take(SAMPLE).flatten().map(|record| record.len()).collect();
        let same = |width: usize| widths.iter().filter(|&&other| other == width).count();
        let (agree, width) = widths.iter().filter(|&&width| width > 1).map(|&width| (same(width), width)).max()?;
        let found = Found { separator, agreement: agree * 1000 / widths.len(), records: widths.len() };
        Some((agree, width, found))
    };
    // The first of equals wins: the semicolon is what Excel writes in Sweden.
    let fits = b";\t,".iter().filter_map(fit);
    fits.reduce(|best, next| if (next.0, next.1) > (best.0, best.1) { next } else { best }).map(|(.., found)| found)
}

/// Turns positions in the text into line numbers, in one walk.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of the first character at or after a position that is no line break: a record's position may stand before
    /// the empty lines that precede it.
    fn line_of(&mut self, position: u64) -> u32 {
        let position = usize::try_from(position).unwrap_or(usize::MAX);
        while let Some(&byte) = self.text.get(self.at) {
            if self.at >= position && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            let lone = byte == b'\r' && self.text.get(self.at + 1) != Some(&b'\n');
            self.line += u32::from(byte == b'\n' || lone);
            self.at += 1;
        }
        self.line
    }
}
