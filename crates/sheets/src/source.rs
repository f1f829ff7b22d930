//! What a file or a pasted text holds: blocks in reading order, every piece with its place.

use serde::{Deserialize, Serialize};

/// Everything that was read, in the order it stands in the file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Headings, paragraphs, list items and tables in reading order.
    pub blocks: Vec<Block>,
    /// What the reader left out or changed, for example images or formulas without a value.
    pub notes: Vec<Note>,
}

/// One block of a source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// A heading the file itself marks as such (Word style, markdown `#`).
    Heading {
        /// Outline level, 1 is the highest.
        level: u8,
        /// The text without marks.
        text: String,
        /// Where it stands.
        place: Place,
    },
    /// A line or paragraph of running text. In pasted text most headings arrive as paragraphs.
    Paragraph {
        /// Text in runs, so that bold is kept.
        runs: Vec<Run>,
        /// Where it stands.
        place: Place,
    },
    /// An item of a list.
    Item {
        /// Text in runs.
        runs: Vec<Run>,
        /// Nesting, 0 is the outermost.
        depth: u8,
        /// Where it stands.
        place: Place,
    },
    /// A table, or lines of text that are kept apart by tabs, pipes or columns of spaces.
    Table(Table),
    /// The source starts a new page here (form feed, page break).
    PageBreak {
        /// Where it stands.
        place: Place,
    },
}

/// A table as it stands: header rows are not told apart here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The sheet's name, where there is one.
    pub name: Option<String>,
    /// Rows in order; empty rows are left out, so a row's number is told by the place of its cells.
    pub rows: Vec<Row>,
}

/// One row of a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Cells in column order, an empty cell where the table has none. Ends with the last cell that holds or covers something.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The text in runs. A line break inside the cell is `\n`. Empty when the cell is empty.
    pub runs: Vec<Run>,
    /// Where it stands.
    pub place: Place,
    /// How many columns it covers, 1 unless merged. Covered cells follow as empty cells.
    pub columns: u16,
    /// How many rows it covers, 1 unless merged. Covered cells stand as empty cells below.
    pub rows: u32,
}

/// A stretch of text with one look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is bold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
}

/// Where a piece stands in the source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Place {
    /// A line of pasted text or of a csv file, counted from 1.
    Line {
        /// The line.
        line: u32,
    },
    /// A cell of a workbook, or of a table in a Word file (then `sheet` is `Tabell 1` and so on).
    Cell {
        /// The sheet's name.
        sheet: String,
        /// Row, counted from 1.
        row: u32,
        /// Column, counted from 1.
        column: u32,
    },
    /// A paragraph of a Word file, counted from 1.
    Paragraph {
        /// The paragraph.
        paragraph: u32,
    },
}

/// Something the reader left out or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it was.
    pub kind: NoteKind,
    /// Where, if it has a place.
    pub place: Option<Place>,
}

/// What a reader may have to leave out or change. Never a sentence: the interface words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// An image or drawing was passed over.
    Image,
    /// A formula was read by its stored value.
    Formula,
    /// A formula had no stored value and was left empty.
    FormulaWithoutValue,
    /// A hidden row, column, sheet or stretch of text was read all the same.
    Hidden,
    /// A sheet that only a program can show was passed over: programs keep their own lists there.
    UnreachableSheet,
    /// A file inside the file was passed over.
    Embedded,
    /// The bytes were not UTF-8 and were read as Windows-1252.
    Windows1252,
    /// Characters that no text holds (control characters) were removed.
    ControlCharacters,
    /// Text that was deleted with tracked changes was passed over.
    TrackedDeletion,
    /// A comment or footnote was passed over.
    Annotation,
    /// There was more to note than is kept.
    More,
}

impl Block {
    /// The table, if this block is one.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }
}

impl Cell {
    /// The whole text of the cell, trimmed.
    #[must_use]
    pub fn text(&self) -> String {
        text(&self.runs)
    }

    /// Whether there is nothing in the cell but white space.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }
}

/// The text of runs joined and trimmed.
#[must_use]
pub fn text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect::<String>().trim().to_owned()
}
