//! Goals and what stands under them besides actions.

use base::Id;
use serde::{Deserialize, Serialize};

use super::{Action, Indicator};

/// A goal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// The same over versions and successor plans.
    pub id: Id,
    /// Grows with every save.
    #[serde(default)]
    pub revision: u32,
    /// Its number in the plan.
    pub number: String,
    /// Its wording.
    pub title: String,
    /// More about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The goal of the strategy, or of the regional plan, that it supports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supports: Option<Id>,
    /// What must be in place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preconditions: Vec<Item>,
    /// Where there is most left to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub development_areas: Vec<Item>,
    /// How it is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// Indicators of the goal itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// What is to be done.
    #[serde(default)]
    pub actions: Vec<Action>,
}

/// A sentence with an address of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The same over versions.
    pub id: Id,
    /// The sentence.
    pub text: String,
}

/// A measure with its indicators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The same over versions and successor plans.
    pub id: Id,
    /// Its wording.
    pub text: String,
    /// What it counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
}

/// A text with a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The same over versions.
    pub id: Id,
    /// The heading.
    pub heading: String,
    /// The text; an empty line parts paragraphs.
    pub text: String,
}

impl Goal {
    /// A goal with nothing under it.
    #[must_use]
    pub fn new(id: Id, number: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            id,
            revision: 1,
            number: number.into(),
            title: title.into(),
            text: String::new(),
            supports: None,
            preconditions: Vec::new(),
            development_areas: Vec::new(),
            measures: Vec::new(),
            indicators: Vec::new(),
            actions: Vec::new(),
        }
    }
}
