//! A plan calls its levels what it likes: mål or målbild, åtgärd, aktivitet or insats.

use serde::{Deserialize, Serialize};

/// A level's name as a heading and for many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelName {
    /// One: `Mål`.
    pub one: String,
    /// Many: `Mål`, `Målbilder`.
    pub many: String,
}

/// What a plan calls its levels. A level without a name of its own has the interface's word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levels {
    /// A goal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<LevelName>,
    /// What must be in place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precondition: Option<LevelName>,
    /// A development area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub development_area: Option<LevelName>,
    /// A measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<LevelName>,
    /// An action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<LevelName>,
}

impl LevelName {
    /// A name.
    #[must_use]
    pub fn new(one: impl Into<String>, many: impl Into<String>) -> Self {
        Self { one: one.into(), many: many.into() }
    }
}
