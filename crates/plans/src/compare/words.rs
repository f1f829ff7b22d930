//! Two texts word by word.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// A stretch of text that stayed, came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What happened to it.
    pub kind: PartKind,
    /// The stretch.
    pub text: String,
}

/// What happened to a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// It is in both.
    Same,
    /// It is only in the new one.
    Added,
    /// It is only in the old one.
    Removed,
}

/// The way from one text to the other, in stretches of words.
#[must_use]
pub fn parts(before: &str, after: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => PartKind::Same,
            ChangeTag::Insert => PartKind::Added,
            ChangeTag::Delete => PartKind::Removed,
        };
        match parts.last_mut().filter(|part| part.kind == kind) {
            Some(part) => part.text.push_str(change.value()),
            None => parts.push(Part { kind, text: change.value().to_owned() }),
        }
    }
    parts
}
