//! What lines of a file mean for a series of a kind: figures by year, and lines that are not understood, each with the reason.

use std::collections::BTreeMap;

use indicators::{Kind, Value};
use serde::{Deserialize, Serialize};

/// A line of a file that tells of a year, before it is known what kind of figure is meant.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Which line, counted from 1.
    pub line: u32,
    /// How it stands there.
    pub text: String,
    /// The year.
    pub year: i16,
    /// The value.
    pub value: Option<f64>,
    /// The numerator.
    pub part: Option<f64>,
    /// The denominator.
    pub whole: Option<f64>,
}

/// What a series says of a year: a value, or the two numbers it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// The year.
    pub year: i16,
    /// The value as it is told.
    pub value: Option<f64>,
    /// The numerator.
    pub part: Option<u64>,
    /// The denominator; how many a mean is of.
    pub whole: Option<u64>,
}

/// A line that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Which line.
    pub line: u32,
    /// How it stands there.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// Why a line was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It has no year.
    Year,
    /// Something on it is no number.
    Number,
    /// It has a year and no value.
    Empty,
    /// An earlier line told of the year.
    Duplicate,
    /// A count is negative or has decimals.
    Count,
    /// The numerator is more than the denominator, or the share more than all.
    More,
    /// It has other columns than figures of the kind have.
    Columns,
}

impl Why {
    /// Its name in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Number => "number",
            Self::Empty => "empty",
            Self::Duplicate => "duplicate",
            Self::Count => "count",
            Self::More => "more",
            Self::Columns => "columns",
        }
    }
}

/// The years that the lines tell of for a series of this kind, and the lines that were not understood, in order.
#[must_use]
pub fn understood(lines: &[Line], kind: Kind) -> (Vec<Given>, Vec<Unread>) {
    let mut years: BTreeMap<i16, Given> = BTreeMap::new();
    let mut unread = Vec::new();
    for line in lines {
        let refuse = |why| Unread { line: line.line, text: line.text.clone(), why };
        match line.given(kind) {
            Ok(given) if years.contains_key(&given.year) => unread.push(refuse(Why::Duplicate)),
            Ok(given) => drop(years.insert(given.year, given)),
            Err(why) => unread.push(refuse(why)),
        }
    }
    (years.into_values().collect(), unread)
}

impl Line {
    fn given(&self, kind: Kind) -> Result<Given, Why> {
        let bare = Given { year: self.year, value: None, part: None, whole: None };
        match (kind, self.value, self.part, self.whole) {
            (_, None, None, None) => Err(Why::Empty),
            // A mean of so many, told in two columns.
            (Kind::Mean, None, Some(mean), Some(of)) | (Kind::Mean, Some(mean), None, Some(of)) => {
                Ok(Given { value: Some(mean), whole: Some(count(of)?), ..bare })
            }
            (Kind::Share | Kind::Rate { .. }, _, Some(part), Some(whole)) => {
                let (part, whole) = (count(part)?, count(whole)?);
                let fits = whole > 0 && (part <= whole || kind != Kind::Share);
                fits.then_some(Given { part: Some(part), whole: Some(whole), ..bare }).ok_or(Why::More)
            }
            (Kind::Share, Some(value), None, None) if !(0.0..=100.0).contains(&value) => Err(Why::More),
            (_, Some(value), None, None) => Ok(Given { value: Some(value), ..bare }),
            _ => Err(Why::Columns),
        }
    }
}

/// A count: whole, not negative, and small enough to be told exactly.
fn count(number: f64) -> Result<u64, Why> {
    let is_count = number >= 0.0 && number.fract() == 0.0 && number <= super::file::MOST;
    // Whole numbers are written without an exponent or decimals.
    if is_count { format!("{number:.0}").parse().map_err(|_| Why::Count) } else { Err(Why::Count) }
}

impl Given {
    /// The figure; none where it does not fit the kind.
    #[must_use]
    pub fn figure(&self, kind: Kind) -> Option<Value> {
        match (kind, self.value, self.part, self.whole) {
            (Kind::Number, Some(value), ..) => Some(Value::Number { value }),
            (Kind::Share, None, Some(part), Some(whole)) => Some(Value::Share { part, whole }),
            (Kind::Rate { per }, None, Some(count), Some(population)) => Some(Value::Rate { count, population, per }),
            (Kind::Mean, Some(mean), _, Some(of)) => Some(Value::Mean { mean, of }),
            (of, Some(height), ..) => Some(Value::Told { height, of }),
            _ => None,
        }
    }

    /// The year as a line that is read back as the same.
    #[must_use]
    pub fn written(&self) -> String {
        let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
        let count = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
        format!("{};{};{};{}", self.year, number(self.value), count(self.part), count(self.whole))
    }
}
