//! Ready forms to begin from, in our own words.

use forms::Form;
use identity::UnitKind;
use serde::Deserialize;

/// A ready form.
#[derive(Debug, Clone, Deserialize)]
pub struct Ready {
    /// What it is known by in addresses, and in translation keys: `rounds-ready-` and the key.
    pub key: String,
    /// What it is called, in Swedish.
    pub title: String,
    /// Which units fill it in.
    pub unit_kind: UnitKind,
    /// About how many minutes it takes.
    pub minutes: u16,
    /// What it asks.
    pub form: Form,
}

const FILES: [&str; 2] =
    [include_str!("../../library/yearly-statistics.json"), include_str!("../../library/readiness.json")];

/// All ready forms, in the order they are offered.
///
/// # Errors
/// When a file of the library is not what it should be; a test reads them all.
pub fn library() -> Result<Vec<Ready>, serde_json::Error> {
    FILES.iter().map(|file| serde_json::from_str(file)).collect()
}
