//! What is wrong with what was typed: kinds, never sentences.

use serde::Serialize;

/// Something to be put right before a form can be handed in. A draft is kept with all its faults.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fault {
    /// The key of the field.
    pub field: String,
    /// The name of the input.
    pub input: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum FaultKind {
    /// It has to be answered.
    Missing,
    /// It has to be answered, or the reason given.
    MissingOrReason,
    /// One of two numbers that belong together is missing.
    Half,
    /// Categories were filled in without the whole that they are of.
    WithoutWhole,
    /// It is no number.
    NotANumber,
    /// It has decimals where none can be.
    NotWhole,
    /// It is less than it can be.
    BelowLeast {
        /// The least it can be.
        least: f64,
    },
    /// It is more than it can be.
    AboveMost {
        /// The most it can be.
        most: f64,
    },
    /// The numerator is above the denominator.
    PartAboveWhole,
    /// The denominator is zero.
    WholeIsZero,
    /// It is no day such as 2025-03-12.
    NotADate,
    /// It is none of the choices.
    NotAChoice,
    /// It is longer than it may be.
    TooLong {
        /// Most characters.
        most: u32,
    },
    /// The categories of a breakdown are together more than the whole.
    CategoriesAboveWhole,
    /// There is an answer, and a reason for having none.
    ReasonBesideAnswer,
    /// Something of a block of cells could not be placed.
    Unplaced,
    /// A rule of the form does not hold, by its place among the rules.
    Rule {
        /// The place.
        rule: usize,
    },
}

impl Fault {
    pub(crate) fn new(field: &str, input: &str, kind: FaultKind) -> Self {
        Self { field: field.to_owned(), input: input.to_owned(), kind }
    }

    /// Whether something is only missing, rather than wrong.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        matches!(self.kind, FaultKind::Missing | FaultKind::MissingOrReason)
    }
}
