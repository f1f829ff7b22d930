//! The model of what is written: sheets with named columns and rows of values.

use jiff::civil::{Date, DateTime};

use crate::Run;

/// A workbook. The same workbook always gives the same bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// The title in the document's properties.
    pub title: String,
    /// Who made it, in the document's properties.
    pub author: Option<String>,
    /// When it was made.
    pub created: DateTime,
    /// The sheets in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet: perhaps a note, a header row, and rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// The name. What Excel does not allow in it is replaced, and it is cut to 31 characters.
    pub name: String,
    /// A text over the header row, for example how the sheet is filled in.
    pub note: Option<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a value for every column; missing ones are empty.
    pub rows: Vec<Vec<Value>>,
}

/// A column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column {
    /// The words in the header row.
    pub title: String,
    /// The width in characters.
    pub width: u16,
    /// Values that Excel offers in a list. Others are warned about but allowed.
    pub choices: Vec<String>,
}

impl Column {
    /// A column with any values.
    #[must_use]
    pub fn new(title: impl Into<String>, width: u16) -> Self {
        Self { title: title.into(), width, choices: Vec::new() }
    }

    /// The column with a list of values to choose from.
    #[must_use]
    pub fn with_choices(self, choices: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { choices: choices.into_iter().map(Into::into).collect(), ..self }
    }
}

/// A value in a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Text, always kept as text: a code never loses its leading zeros and a text never becomes a formula.
    Text(String),
    /// Text of which some is bold.
    Rich(Vec<Run>),
    /// A number.
    Number(f64),
    /// A date, shown as `2025-03-01`.
    Date(Date),
    /// Yes or no.
    Bool(bool),
    /// A text that leads to an address.
    Link {
        /// The text.
        text: String,
        /// The address.
        url: String,
    },
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl<V: Into<Value>> From<Option<V>> for Value {
    fn from(value: Option<V>) -> Self {
        value.map(Into::into).unwrap_or_default()
    }
}
