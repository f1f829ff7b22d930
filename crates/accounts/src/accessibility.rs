//! The accessibility statement as data: what the law (2018:1937) asks each provider to say about its service.

use serde::{Deserialize, Serialize};

/// The statement that comes with the program. Texts are translations; here stands which of them hold.
const STATEMENT: &str = include_str!("../data/accessibility.toml");

/// How far the service meets the requirements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Conformance {
    /// In all.
    Full,
    /// But for what is listed.
    Partial,
    /// Not.
    None,
}

/// How it was assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Method {
    /// By whoever makes or runs it.
    OwnReview,
    /// By somebody else.
    ExternalReview,
}

/// Something that does not meet the requirements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Defect {
    /// Its text is the translation `accounts-accessibility-defect-` and this key.
    pub key: String,
    /// The requirement of WCAG that is not met.
    pub requirement: String,
}

/// The statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Statement {
    /// How far the requirements are met.
    pub conformance: Conformance,
    /// How that was found out.
    pub method: Method,
    /// The day it was assessed last, ISO.
    pub assessed: String,
    /// The day this was written last, ISO.
    pub updated: String,
    /// Where faults that are not mended can be told: the supervising authority.
    pub supervisor: String,
    /// The standard it was assessed against.
    pub standard: String,
    /// All that is known not to meet the requirements.
    pub defects: Vec<Defect>,
}

impl Statement {
    /// The statement as it is shipped.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub(crate) fn read() -> Result<Self, toml::de::Error> {
        toml::from_str(STATEMENT)
    }
}
