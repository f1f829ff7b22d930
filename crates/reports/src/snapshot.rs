//! A report as it is read: figures and texts together. What is frozen is kept as this, and every form is made from it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::compiled::Compiled;
use crate::template::{SectionKey, Template};

/// What the machine-readable form calls itself.
pub const FORMAT: &str = "tryggbas-status-report";
/// Its version; it grows when a reader of the one before would misunderstand.
pub const FORMAT_VERSION: u8 = 1;

/// Figures and texts of one edition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// [`FORMAT`].
    pub format: String,
    /// [`FORMAT_VERSION`].
    pub format_version: u8,
    /// 1, 2, 3 within plan and year.
    pub edition: i64,
    /// Why it corrects the edition before; empty for the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The day it was published; none while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<jiff::civil::Date>,
    /// What it is made of.
    pub template: Template,
    /// The texts by section.
    pub texts: BTreeMap<String, Text>,
    /// The figures.
    #[serde(flatten)]
    pub compiled: Compiled,
}

/// A text of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The text.
    pub text: String,
    /// A step of the scale, for an assessment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub choice: String,
}

impl Snapshot {
    /// The figures without any text.
    #[must_use]
    pub fn of(compiled: Compiled, edition: i64) -> Self {
        Self {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            edition,
            reason: String::new(),
            published_on: None,
            template: Template::of(compiled.plan.kind),
            texts: BTreeMap::new(),
            compiled,
        }
    }

    /// A section's text.
    #[must_use]
    pub fn text(&self, key: &SectionKey) -> &str {
        self.texts.get(&key.written()).map_or("", |text| text.text.as_str())
    }

    /// The step chosen in a section; none where none was.
    #[must_use]
    pub fn choice(&self, key: &SectionKey) -> Option<&str> {
        self.texts.get(&key.written()).map(|text| text.choice.as_str()).filter(|choice| !choice.is_empty())
    }

    /// The sections in order.
    #[must_use]
    pub fn sections(&self) -> Vec<SectionKey> {
        let goals: Vec<base::Id> = self.compiled.goals.iter().map(|goal| goal.id.clone()).collect();
        self.template.sections(&goals)
    }

    /// Whether anybody may read it.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.published_on.is_some()
    }
}
