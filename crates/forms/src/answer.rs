//! What was answered.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Answers by the key of their field. A question that was not answered, or not asked, is not among them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Answer>);

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Answer {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// A figure, and what it is divided into.
    Figure {
        /// The figure.
        whole: Figure,
        /// By breakdown and category.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        by: BTreeMap<String, BTreeMap<String, Figure>>,
    },
    /// What was chosen.
    Choice {
        /// The values.
        values: Vec<String>,
    },
    /// A day.
    Date {
        /// The day.
        date: Date,
    },
    /// The filled-in cells of a table by row and column.
    Table {
        /// The cells.
        cells: BTreeMap<String, BTreeMap<String, u64>>,
    },
    /// None, and why.
    Gap {
        /// Why.
        reason: String,
    },
}

/// A figure with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "figure", rename_all = "snake_case")]
pub enum Figure {
    /// A count.
    Number {
        /// How many.
        value: f64,
    },
    /// A part of a whole.
    Share {
        /// The numerator.
        part: u64,
        /// The denominator, not zero.
        whole: u64,
    },
    /// A count in a population.
    Rate {
        /// How many.
        count: u64,
        /// Among how many, not zero.
        population: u64,
    },
    /// A mean of several.
    Mean {
        /// The mean.
        mean: f64,
        /// Of how many, not zero.
        of: u64,
    },
    /// Whether something holds.
    State {
        /// Whether it does.
        holds: bool,
    },
}

impl Answers {
    /// The answer to a question.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Answer> {
        self.0.get(key)
    }

    /// The words answered to a question; empty where there are none.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Answer::Text { text }) => text,
            _ => "",
        }
    }

    /// The first value chosen at a question; empty where there is none.
    #[must_use]
    pub fn choice(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Answer::Choice { values }) => values.first().map_or("", String::as_str),
            _ => "",
        }
    }
}
