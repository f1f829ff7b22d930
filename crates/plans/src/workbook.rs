//! The plan as a workbook that can be edited and read back.
//!
//! Every row carries the id of its goal, measure, action, expectation or indicator in the last column. [`read`] compares each cell with what was written
//! there: an untouched cell leaves its field as it is, whatever a cell cannot show; a changed cell changes that field and nothing
//! else. What is not understood is listed with its place and changes nothing.

mod column;
mod file;
mod import;
mod items;
mod labels;
mod order;
mod read;
mod reading;
mod rows;
mod subjects;
mod text;
mod write;

use base::Id;
use serde::{Deserialize, Serialize};
use sheets::Place;

use crate::content::{Content, Party};
use crate::editions::Words;

pub use file::{TASK, WorkbookError, read_file};
pub use import::{Import, revision};
pub use read::read;
pub use reading::reading;
pub use write::{actions, sheets};

/// What a workbook was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The version's number.
    pub version: i64,
    /// How often the version had been saved.
    pub revision: i64,
}

/// A kind of row, and the sheet such rows stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// A goal.
    Goal,
    /// An action.
    Action,
    /// An indicator.
    Indicator,
    /// A measure of a goal.
    Measure,
    /// What an action expects of somebody.
    Expectation,
}

/// What reading needs to know besides the file.
pub struct Outside<'a> {
    /// The words of workbooks; which language a workbook is in is told by its headers.
    pub words: Words<'a>,
    /// Who is meant by a name that the plan does not have yet.
    pub party: &'a dyn Fn(&str) -> Party,
    /// Makes an id for what is new.
    pub new_id: &'a dyn Fn() -> Id,
}

/// What a workbook says the plan should be.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// The plan with the changes.
    pub content: Content,
    /// Cells and rows that were not understood, sheet by sheet.
    pub unread: Vec<Unread>,
    /// What stands in the plan and on no row of a sheet that has such rows. It stays.
    pub missing: Vec<Missing>,
    /// What the workbook says it was made from.
    pub basis: Option<Basis>,
    /// How many rows were read.
    pub rows: usize,
}

/// A cell or row that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// Where it stands.
    pub place: Place,
    /// Why.
    pub kind: UnreadKind,
    /// What stands there.
    pub text: String,
}

/// Why a cell or row changed nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnreadKind {
    /// A column whose header is none of ours.
    Column,
    /// A sheet without any of our columns.
    Sheet,
    /// It is none of the choices.
    Choice,
    /// It names no goal, or more than one.
    Goal,
    /// It names no goal, measure or action, or more than one.
    Subject,
    /// It names no action, or more than one.
    Action,
    /// It is not a date such as 2025-03-12.
    Date,
    /// It is not a number.
    Number,
    /// It is no figure of the indicator's kind.
    Figure,
    /// It is not a scale such as 1–5.
    Scale,
    /// It must not be empty.
    Empty,
    /// A row with this id was read already.
    Duplicate,
    /// The plan has nothing with this id, or not any more.
    Unknown,
    /// The goal still has actions, or the measure indicators, and so it stays.
    InUse,
    /// Somebody else changed the same thing meanwhile. Theirs stays.
    Conflict,
}

/// Something that stands on no row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// What it is.
    pub kind: RowKind,
    /// Its number, where it has one.
    pub number: String,
    /// Its wording.
    pub text: String,
}

/// Why a file is no workbook of ours: it has no sheet with a column of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoWorkbook;

impl UnreadKind {
    /// Its name in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Sheet => "sheet",
            Self::Choice => "choice",
            Self::Goal => "goal",
            Self::Subject => "subject",
            Self::Action => "action",
            Self::Date => "date",
            Self::Number => "number",
            Self::Figure => "figure",
            Self::Scale => "scale",
            Self::Empty => "empty",
            Self::Duplicate => "duplicate",
            Self::Unknown => "unknown",
            Self::InUse => "in-use",
            Self::Conflict => "conflict",
        }
    }
}

impl RowKind {
    /// All kinds, in the order of their sheets.
    pub const ALL: [Self; 5] = [Self::Goal, Self::Action, Self::Indicator, Self::Measure, Self::Expectation];

    /// Its name in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Action => "action",
            Self::Indicator => "indicator",
            Self::Measure => "measure",
            Self::Expectation => "expectation",
        }
    }
}
