//! What has to hold between fields.

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Answers, Figure};
use crate::form::Words;
use crate::number::float;

/// A rule between fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The field at which a breach is shown.
    pub field: String,
    /// What to say when it does not hold.
    pub words: Words,
    /// What has to hold.
    pub check: Check,
}

/// What has to hold. Each side is the sum of the numbers named: `key`, or `key@row@column`. A rule about numbers that were not
/// all given holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "check", rename_all = "snake_case")]
pub enum Check {
    /// The one is no more than the other.
    AtMost {
        /// The lesser.
        lesser: Vec<String>,
        /// The greater.
        greater: Vec<String>,
    },
    /// Both are the same.
    Equal {
        /// The one.
        one: Vec<String>,
        /// The other.
        other: Vec<String>,
    },
}

impl Check {
    pub(crate) fn holds(&self, answers: &Answers) -> bool {
        let (one, other) = match self {
            Self::AtMost { lesser, greater } => (lesser, greater),
            Self::Equal { one, other } => (one, other),
        };
        let (Some(one), Some(other)) = (sum(answers, one), sum(answers, other)) else { return true };
        match self {
            Self::AtMost { .. } => one <= other,
            Self::Equal { .. } => (one - other).abs() < 1e-9,
        }
    }
}

fn sum(answers: &Answers, names: &[String]) -> Option<f64> {
    names.iter().map(|name| value(answers, name)).sum()
}

/// The number of a field, or of a cell of a table.
fn value(answers: &Answers, name: &str) -> Option<f64> {
    let mut places = name.split('@');
    match (answers.get(places.next()?)?, places.next(), places.next()) {
        (Answer::Table { cells }, Some(row), Some(column)) => cells.get(row)?.get(column).map(|count| float(*count)),
        (Answer::Figure { whole, .. }, None, None) => of_figure(*whole),
        (Answer::Figure { by, .. }, Some(breakdown), Some(category)) => of_figure(*by.get(breakdown)?.get(category)?),
        _ => None,
    }
}

fn of_figure(figure: Figure) -> Option<f64> {
    match figure {
        Figure::Number { value } => Some(value),
        Figure::Share { part: count, .. } | Figure::Rate { count, .. } => Some(float(count)),
        Figure::Mean { mean, .. } => Some(mean),
        Figure::State { .. } => None,
    }
}
