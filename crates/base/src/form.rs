//! What is wrong with a filled-in form: kinds, never sentences.

use std::collections::BTreeMap;

use serde::Serialize;

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FieldError {
    /// It has to be filled in.
    Missing,
    /// It is longer than the field holds.
    TooLong {
        /// Most characters.
        most: usize,
    },
    /// It is shorter than it has to be.
    TooShort {
        /// Least characters.
        least: usize,
    },
    /// It is among the first that somebody would guess.
    TooEasy,
    /// It is not what it should be: a password, a code.
    NotRight,
    /// It is none of the choices.
    NotAChoice,
    /// It is not a date such as 2025-03-12.
    NotADate,
    /// It is not a period such as 2024–2027.
    NotAPeriod,
    /// It is not a number.
    NotANumber,
    /// It lies before what it has to follow.
    TooEarly,
    /// It lies after what it has to come before.
    TooLate,
    /// It is a day that has not come yet.
    InFuture,
    /// The same is there already.
    Taken,
    /// It is not shaped as this code is.
    NotACode,
    /// It points at something that does not exist (any more).
    Unknown,
    /// It would stand below itself.
    Circular,
}

impl FieldError {
    /// The key of its sentence.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Missing => "field-error-missing",
            Self::TooLong { .. } => "field-error-too-long",
            Self::TooShort { .. } => "field-error-too-short",
            Self::TooEasy => "field-error-too-easy",
            Self::NotRight => "field-error-not-right",
            Self::NotAChoice => "field-error-not-a-choice",
            Self::NotADate => "field-error-not-a-date",
            Self::NotAPeriod => "field-error-not-a-period",
            Self::NotANumber => "field-error-not-a-number",
            Self::TooEarly => "field-error-too-early",
            Self::TooLate => "field-error-too-late",
            Self::InFuture => "field-error-in-future",
            Self::Taken => "field-error-taken",
            Self::NotACode => "field-error-not-a-code",
            Self::Unknown => "field-error-unknown",
            Self::Circular => "field-error-circular",
        }
    }
}

/// Everything that is wrong with a form, by field name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct FormErrors(pub BTreeMap<&'static str, FieldError>);

impl FormErrors {
    /// Notes an error; the first one of a field stays.
    pub fn add(&mut self, field: &'static str, error: FieldError) {
        self.0.entry(field).or_insert(error);
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `Ok` when nothing is wrong.
    ///
    /// # Errors
    /// The errors themselves.
    pub fn check(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }

    /// The text trimmed, or an error when it is empty or longer than `most` characters.
    pub fn required(&mut self, field: &'static str, text: &str, most: usize) -> String {
        if text.trim().is_empty() {
            self.add(field, FieldError::Missing);
        }
        self.optional(field, text, most)
    }

    /// The text trimmed, or an error when it is longer than `most` characters.
    pub fn optional(&mut self, field: &'static str, text: &str, most: usize) -> String {
        let text = text.trim();
        if text.chars().count() > most {
            self.add(field, FieldError::TooLong { most });
        }
        text.replace("\r\n", "\n")
    }
}
