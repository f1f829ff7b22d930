//! What goes between the server and the child.
//!
//! A request is the length of the name, the name, the length of the file, the file. An answer is lines of JSON, one for each
//! block, row and note: what is usual (a plain cell right after the one before it) is only its text, and the server never
//! holds more of the encoding than a line. The last line says that the answer is whole.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use crate::read::{Limits, ReadError};
use crate::{Block, Cell, Note, Place, Row, Run, Source, Table};

/// Marks a request without a name.
const NO_NAME: u32 = u32::MAX;

/// A name longer than this is no name.
const LONGEST_NAME: u32 = 4096;

/// The head of a request: all but the bytes of the file.
pub(crate) fn request_head(name: Option<&str>, length: usize) -> Vec<u8> {
    let name = name.filter(|name| name.len() <= LONGEST_NAME as usize);
    let name_length = name.and_then(|name| u32::try_from(name.len()).ok()).unwrap_or(NO_NAME);
    let mut head = name_length.to_le_bytes().to_vec();
    head.extend_from_slice(name.unwrap_or_default().as_bytes());
    head.extend_from_slice(&(length as u64).to_le_bytes());
    head
}

/// A name and a file.
type Request = (Option<String>, Vec<u8>);

/// Reads a request. A file that is too large is refused before it is read.
pub(crate) fn read_request(input: &mut impl Read, limits: &Limits) -> io::Result<Result<Request, ReadError>> {
    let mut short = [0; 4];
    input.read_exact(&mut short)?;
    let name = match u32::from_le_bytes(short) {
        NO_NAME => None,
        length if length > LONGEST_NAME => return Err(io::ErrorKind::InvalidData.into()),
        length => {
            let mut name = vec![0; length as usize];
            input.read_exact(&mut name)?;
            Some(String::from_utf8(name).map_err(|_| io::ErrorKind::InvalidData)?)
        }
    };
    let mut long = [0; 8];
    input.read_exact(&mut long)?;
    let length = u64::from_le_bytes(long);
    if length > limits.input_mib * 1024 * 1024 {
        return Ok(Err(ReadError::TooLarge { limit_mib: limits.input_mib }));
    }
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Ok((name, bytes)))
}

/// One line of an answer. The names are short because there are many.
#[derive(Debug, Serialize, Deserialize)]
enum Line {
    /// A heading.
    #[serde(rename = "h")]
    Heading(u8, String, Place),
    /// A paragraph.
    #[serde(rename = "p")]
    Paragraph(Vec<Stretch>, Place),
    /// A list item.
    #[serde(rename = "i")]
    Item(Vec<Stretch>, u8, Place),
    /// A page break.
    #[serde(rename = "b")]
    PageBreak(Place),
    /// The start of a table, with its name.
    #[serde(rename = "t")]
    Table(Option<String>),
    /// A row of the table that started last, with the place of its first cell.
    #[serde(rename = "r")]
    Row(Option<Place>, Vec<Entry>),
    /// A note.
    #[serde(rename = "n")]
    Note(Note),
    /// Why the file was not read.
    #[serde(rename = "e")]
    Error(ReadError),
    /// The answer is whole.
    #[serde(rename = "z")]
    End,
}

/// A run: its text, within brackets when it is bold.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Stretch {
    Plain(String),
    Bold([String; 1]),
}

/// A cell: its text when it is plain and stands where it is expected.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Entry {
    Plain(String),
    Full(Vec<Stretch>, u16, u32, Option<Place>),
}

impl From<&Run> for Stretch {
    fn from(run: &Run) -> Self {
        let text = run.text.clone();
        if run.bold { Self::Bold([text]) } else { Self::Plain(text) }
    }
}

impl From<Stretch> for Run {
    fn from(stretch: Stretch) -> Self {
        match stretch {
            Stretch::Plain(text) => Self { text, bold: false },
            Stretch::Bold([text]) => Self { text, bold: true },
        }
    }
}

fn stretches(runs: &[Run]) -> Vec<Stretch> {
    runs.iter().map(Stretch::from).collect()
}

fn runs(stretches: Vec<Stretch>) -> Vec<Run> {
    stretches.into_iter().map(Run::from).collect()
}

/// Where the cell after a number of others is expected: in the same row, that many columns on.
fn expected(first: &Place, after: usize) -> Place {
    match first {
        Place::Cell { sheet, row, column } => {
            Place::Cell { sheet: sheet.clone(), row: *row, column: column.saturating_add(after as u32) }
        }
        other => other.clone(),
    }
}

fn entry(cell: &Cell, expected: &Place) -> Entry {
    let in_place = cell.place == *expected;
    match cell.runs.as_slice() {
        [] if in_place && cell.columns == 1 && cell.rows == 1 => Entry::Plain(String::new()),
        [Run { text, bold: false }] if !text.is_empty() && in_place && cell.columns == 1 && cell.rows == 1 => {
            Entry::Plain(text.clone())
        }
        list => Entry::Full(stretches(list), cell.columns, cell.rows, (!in_place).then(|| cell.place.clone())),
    }
}

fn cell(entry: Entry, expected: Place) -> Cell {
    match entry {
        Entry::Plain(text) if text.is_empty() => Cell { runs: Vec::new(), place: expected, columns: 1, rows: 1 },
        Entry::Plain(text) => {
            let runs = vec![Run { text, bold: false }];
            Cell { runs, place: expected, columns: 1, rows: 1 }
        }
        Entry::Full(list, columns, rows, place) => {
            Cell { runs: runs(list), place: place.unwrap_or(expected), columns, rows }
        }
    }
}

/// Writes an answer.
pub(crate) fn write_answer(answer: &Result<Source, ReadError>, output: &mut impl Write) -> io::Result<()> {
    match answer {
        Ok(source) => {
            for block in &source.blocks {
                write_block(block, output)?;
            }
            for note in &source.notes {
                write_line(&Line::Note(note.clone()), output)?;
            }
        }
        Err(error) => write_line(&Line::Error(error.clone()), output)?,
    }
    write_line(&Line::End, output)
}

fn write_block(block: &Block, output: &mut impl Write) -> io::Result<()> {
    let line = match block {
        Block::Heading { level, text, place } => Line::Heading(*level, text.clone(), place.clone()),
        Block::Paragraph { runs, place } => Line::Paragraph(stretches(runs), place.clone()),
        Block::Item { runs, depth, place } => Line::Item(stretches(runs), *depth, place.clone()),
        Block::PageBreak { place } => Line::PageBreak(place.clone()),
        Block::Table(table) => {
            write_line(&Line::Table(table.name.clone()), output)?;
            return table.rows.iter().try_for_each(|row| write_line(&row_line(row), output));
        }
    };
    write_line(&line, output)
}

fn row_line(row: &Row) -> Line {
    let Some(first) = row.cells.first().map(|cell| &cell.place) else { return Line::Row(None, Vec::new()) };
    let entries = row.cells.iter().enumerate().map(|(number, cell)| entry(cell, &expected(first, number))).collect();
    Line::Row(Some(first.clone()), entries)
}

fn write_line(line: &Line, output: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *output, line)?;
    output.write_all(b"\n")
}

/// An answer as it arrives.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    source: Source,
    error: Option<ReadError>,
    whole: bool,
}

impl Answer {
    /// Takes the next line.
    pub(crate) fn take(&mut self, line: &[u8]) -> Result<(), ReadError> {
        let blocks = &mut self.source.blocks;
        match serde_json::from_slice(line).map_err(|_| ReadError::GaveUp)? {
            Line::Heading(level, text, place) => blocks.push(Block::Heading { level, text, place }),
            Line::Paragraph(list, place) => blocks.push(Block::Paragraph { runs: runs(list), place }),
            Line::Item(list, depth, place) => blocks.push(Block::Item { runs: runs(list), depth, place }),
            Line::PageBreak(place) => blocks.push(Block::PageBreak { place }),
            Line::Table(name) => blocks.push(Block::Table(Table { name, rows: Vec::new() })),
            Line::Row(first, entries) => {
                let Some(Block::Table(table)) = blocks.last_mut() else { return Err(ReadError::GaveUp) };
                let place = |number| first.as_ref().map(|first| expected(first, number));
                let cells = entries.into_iter().enumerate();
                let cells = cells.map(|(number, entry)| Some(cell(entry, place(number)?))).collect::<Option<Vec<_>>>();
                table.rows.push(Row { cells: cells.ok_or(ReadError::GaveUp)? });
            }
            Line::Note(note) => self.source.notes.push(note),
            Line::Error(error) => self.error = Some(error),
            Line::End => self.whole = true,
        }
        Ok(())
    }

    /// What the file held, once all lines are taken.
    pub(crate) fn finish(self) -> Result<Source, ReadError> {
        match (self.whole, self.error) {
            (false, _) => Err(ReadError::GaveUp),
            (true, Some(error)) => Err(error),
            (true, None) => Ok(self.source),
        }
    }
}
