//! What is asked.

use serde::{Deserialize, Serialize};

use crate::Rule;

/// A form: parts with fields, and rules between the fields.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// The parts in order.
    pub parts: Vec<Part>,
    /// What has to hold between fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
}

/// A part of a form under one heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The heading; empty where a form has but one part.
    pub title: Words,
    /// Under which condition it is asked at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The fields in order.
    pub fields: Vec<Field>,
}

/// Words of a form: a translation's key, or the form's own text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Words {
    /// The key of a translation.
    Key {
        /// The key.
        key: String,
    },
    /// The form's own words.
    Own {
        /// In Swedish.
        sv: String,
        /// In English; empty where the Swedish text stands for both.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        en: String,
    },
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// What it is known by in answers: small letters, digits, dashes, underscores. The same over versions of a form, so that an answer can be
    /// compared with the one before.
    pub key: String,
    /// The question.
    pub label: Words,
    /// What helps to answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Words>,
    /// What kind of answer it wants.
    pub kind: Kind,
    /// Whether it has to be answered.
    #[serde(default)]
    pub need: Need,
    /// Under which condition it is asked at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// What its figure is divided by, for figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breakdowns: Vec<Breakdown>,
    /// The series that its figure is a value of, over years and bodies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// Whether it counts people: small numbers of it are not shown to others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about_people: bool,
    /// Whether it is asked only of the one who leads, where several answer about the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lead_only: bool,
}

/// What kind of answer a question wants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// Words.
    Text {
        /// Most characters.
        most: u32,
        /// Whether it may run over several lines.
        #[serde(default)]
        long: bool,
    },
    /// A number.
    Number {
        /// The least it may be.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        least: Option<f64>,
        /// The most it may be.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<f64>,
        /// Whether it has no decimals.
        #[serde(default)]
        whole: bool,
    },
    /// A part of a whole: both numbers.
    Share,
    /// A count in a population, told per so many.
    Rate {
        /// Per how many it is told, such as 100 000.
        per: u32,
    },
    /// A mean on a scale, and how many it is the mean of.
    Mean {
        /// The lowest step.
        least: i32,
        /// The highest step.
        most: i32,
    },
    /// Yes or no.
    State,
    /// One of several, or several.
    Choice {
        /// What there is to choose.
        options: Vec<Label>,
        /// Whether several may be chosen.
        #[serde(default)]
        many: bool,
    },
    /// A day.
    Date,
    /// A table of whole numbers.
    Table {
        /// The rows.
        rows: Vec<Label>,
        /// The columns.
        columns: Vec<Label>,
    },
}

/// Whether a question has to be answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// It may be left out.
    #[default]
    Optional,
    /// It has to be answered.
    Required,
    /// It has to be answered, or the reason given why not.
    OrReason,
}

/// A condition: another field has one of these answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The other field.
    pub field: String,
    /// The answers: values of a choice, or `yes` and `no`.
    pub is: Vec<String>,
}

/// A key with its words: a choice, a row, a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// What it is known by.
    pub key: String,
    /// What is read.
    pub words: Words,
}

/// What a figure is divided by: sex, kind of violence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakdown {
    /// What it is known by.
    pub key: String,
    /// What is read.
    pub words: Words,
    /// Its categories. Together they are no more than the whole.
    pub categories: Vec<Label>,
}

impl Form {
    /// All fields in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.parts.iter().flat_map(|part| &part.fields)
    }

    /// The field of that key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields().find(|field| field.key == key)
    }

    /// Leaves out what only the one who leads is asked.
    pub fn leave_to_the_lead(&mut self) {
        for part in &mut self.parts {
            part.fields.retain(|field| !field.lead_only);
        }
    }

    /// All fields with the condition of the part they stand in.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (Option<&When>, &Field)> {
        self.parts.iter().flat_map(|part| part.fields.iter().map(move |field| (part.when.as_ref(), field)))
    }
}

impl Words {
    /// The words of a translation.
    #[must_use]
    pub fn key(key: impl Into<String>) -> Self {
        Self::Key { key: key.into() }
    }

    /// A text that is the same in both languages.
    #[must_use]
    pub fn own(text: impl Into<String>) -> Self {
        Self::Own { sv: text.into(), en: String::new() }
    }
}

impl Label {
    /// A key with its words.
    #[must_use]
    pub fn new(key: impl Into<String>, words: Words) -> Self {
        Self { key: key.into(), words }
    }
}

impl Field {
    /// A field that may be left out.
    #[must_use]
    pub fn new(key: impl Into<String>, label: Words, kind: Kind) -> Self {
        Self {
            key: key.into(),
            label,
            help: None,
            kind,
            need: Need::Optional,
            when: None,
            breakdowns: Vec::new(),
            series: None,
            about_people: false,
            lead_only: false,
        }
    }

    /// The field with help beside it.
    #[must_use]
    pub fn helped(mut self, help: Words) -> Self {
        self.help = Some(help);
        self
    }

    /// The field with a need.
    #[must_use]
    pub fn needed(mut self, need: Need) -> Self {
        self.need = need;
        self
    }

    /// The field under a condition.
    #[must_use]
    pub fn asked_when(mut self, field: impl Into<String>, is: &[&str]) -> Self {
        self.when = Some(When { field: field.into(), is: is.iter().map(|value| (*value).to_owned()).collect() });
        self
    }

    /// Whether its answer is a figure.
    #[must_use]
    pub fn is_figure(&self) -> bool {
        matches!(self.kind, Kind::Number { .. } | Kind::Share | Kind::Rate { .. } | Kind::Mean { .. } | Kind::State)
    }
}
