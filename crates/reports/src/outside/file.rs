//! A file with a series: separated values or a sheet with a line for each year, or an answer of Kolada's. Read in a process of its
//! own: only years and lines that are not understood come back.

use forms::number;
use serde::{Deserialize, Serialize};
use sheets::child::{Reader, Task};
use sheets::read::{self, Limits, ReadError};
use sheets::{Block, Cell, Place, Row};

use super::reading::{Line, Unread, Why};

mod kolada;

/// What a child makes of a series's file.
pub const TASK: Task<Result<SeriesFile, SeriesError>> = Task::new("series", 1, understand);

/// A series has some tens of years and a few columns.
const LIMITS: Limits = Limits { cells: 5_000, text_mib: 1, ..Limits::DEFAULT };

/// Most lines; nobody looks through more.
const MOST_LINES: usize = 500;

/// The largest number that is taken: all whole numbers below it are told exactly.
pub(super) const MOST: f64 = 1e12;

/// How much of a line is shown.
const SHOWN: usize = 80;

/// The first line of what is written to be read back: year, value, numerator, denominator.
pub const HEADER: &str = "year;value;numerator;denominator";

/// What a file says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SeriesFile {
    /// Where it says that it comes from; empty where it does not.
    pub origin: String,
    /// Lines that tell of a year.
    pub lines: Vec<Line>,
    /// Lines that do not.
    pub unread: Vec<Unread>,
}

/// Why a file gave no series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SeriesError {
    /// It could not be read.
    File(ReadError),
    /// It is data of another shape than Kolada's.
    NotKolada,
    /// It holds several series.
    Several,
    /// It holds more than a series can.
    TooMany {
        /// The most.
        limit: usize,
    },
}

/// Has a file with a series read.
///
/// # Errors
/// Says why there is none.
pub async fn read_file(reader: &Reader, name: &str, bytes: Vec<u8>) -> Result<SeriesFile, SeriesError> {
    reader.read(&TASK, Some(name.to_owned()), bytes).await.unwrap_or_else(|error| Err(SeriesError::File(error)))
}

fn understand(name: Option<&str>, bytes: &[u8]) -> Result<Result<SeriesFile, SeriesError>, ReadError> {
    if kolada::is_data(bytes) {
        return Ok(kolada::read(bytes));
    }
    let source = read::file_within(&LIMITS, name, bytes)?;
    let rows: Vec<&Row> = source.blocks.iter().filter_map(Block::table).flat_map(|table| &table.rows).collect();
    if rows.len() > MOST_LINES {
        return Ok(Err(SeriesError::TooMany { limit: MOST_LINES }));
    }
    Ok(Ok(table(&rows)))
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Year,
    Value,
    Part,
    Whole,
    Other,
}

/// What a column is called in files. tidy: words that people and statistics databases head columns with.
const HEADS: [(Column, &[&str]); 4] = [
    (Column::Year, &["år", "year", "period", "mätår"]),
    (Column::Value, &["värde", "value", "andel", "antal", "medelvärde", "mean", "procent", "totalt"]),
    (Column::Part, &["täljare", "numerator", "del", "part"]),
    (Column::Whole, &["nämnare", "denominator", "helhet", "befolkning", "whole", "population"]),
];

/// The columns as their heads say; none where the row is no head.
fn head(row: &Row) -> Option<Vec<Column>> {
    let named = |cell: &Cell| {
        let text = cell.text().to_lowercase();
        HEADS.iter().find(|(_, names)| names.contains(&text.as_str())).map_or(Column::Other, |(column, _)| *column)
    };
    let columns: Vec<Column> = row.cells.iter().map(named).collect();
    columns.contains(&Column::Year).then(|| {
        // A head that only knows the year leaves the rest to their order.
        if columns.iter().all(|column| matches!(column, Column::Year | Column::Other)) {
            unnamed(columns.len())
        } else {
            columns
        }
    })
}

/// The columns of a table without a head; where there are too many, nobody knows what they are.
fn unnamed(count: usize) -> Vec<Column> {
    match count {
        0..=2 => vec![Column::Year, Column::Value],
        3 => vec![Column::Year, Column::Part, Column::Whole],
        4 => vec![Column::Year, Column::Value, Column::Part, Column::Whole],
        _ => vec![Column::Other],
    }
}

fn table(rows: &[&Row]) -> SeriesFile {
    let mut file = SeriesFile::default();
    let mut columns: Option<Vec<Column>> = None;
    for (at, row) in rows.iter().enumerate() {
        if let Some(found) = head(row).filter(|_| columns.is_none()) {
            columns = Some(found);
            continue;
        }
        let bare = unnamed(row.cells.len());
        match line(row, columns.as_deref().unwrap_or(&bare), at) {
            Ok(line) => file.lines.push(line),
            Err(unread) => file.unread.push(unread),
        }
    }
    file
}

fn line(row: &Row, columns: &[Column], at: usize) -> Result<Line, Unread> {
    let texts: Vec<String> = row.cells.iter().map(Cell::text).collect();
    let number_of = row.cells.first().map_or(0, |cell| match &cell.place {
        Place::Line { line } => *line,
        Place::Cell { row, .. } => *row,
        Place::Paragraph { .. } => u32::try_from(at + 1).unwrap_or(u32::MAX),
    });
    let text: String = texts.join("; ").chars().take(SHOWN).collect();
    let refuse = |why| Unread { line: number_of, text: text.clone(), why };
    let of = |wanted: Column| {
        columns.iter().position(|column| *column == wanted).and_then(|at| texts.get(at)).map_or("", String::as_str)
    };
    if columns == [Column::Other] {
        return Err(refuse(Why::Columns));
    }
    let year = year(of(Column::Year)).ok_or_else(|| refuse(Why::Year))?;
    let number = |column| figure(of(column)).map_err(|()| refuse(Why::Number));
    let (value, part, whole) = (number(Column::Value)?, number(Column::Part)?, number(Column::Whole)?);
    Ok(Line { line: number_of, text: text.clone(), year, value, part, whole })
}

/// A year as it is written; also of a day in it.
fn year(text: &str) -> Option<i16> {
    let (year, rest) = text.trim().split_at_checked(4)?;
    let is_year = rest.is_empty() || rest.starts_with('-');
    year.parse().ok().filter(|year| is_year && (1900..=2200).contains(year))
}

/// A number; nothing where a cell says that there is none.
fn figure(text: &str) -> Result<Option<f64>, ()> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if matches!(text, "" | "-" | "–" | "—" | "." | "..") {
        return Ok(None);
    }
    number(text).filter(|number| number.abs() <= MOST).map(Some).ok_or(())
}
