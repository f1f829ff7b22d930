//! My work: what waits for somebody, from any domain.

use std::collections::BTreeMap;

use db::Db;
use identity::Viewer;
use jiff::civil::Date;
use serde::Serialize;

use crate::Answer;

/// A sentence to be: a translation key and the values that go into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// The key.
    pub key: &'static str,
    /// The values, all as text.
    pub values: BTreeMap<&'static str, String>,
}

impl Message {
    /// A message without values.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, values: BTreeMap::new() }
    }

    /// The message with one value more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.insert(name, value.into());
        self
    }
}

/// Something that waits for the viewer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Work {
    /// What to do.
    pub what: Message,
    /// Why it is asked for.
    pub why: Message,
    /// What the button says.
    pub deed: Message,
    /// Where it is done.
    pub href: String,
    /// By when, where there is a day.
    pub due: Option<Date>,
    /// About how many minutes it takes.
    pub minutes: u16,
}

/// A domain's answer to what waits for the viewer.
pub type WorkSource = for<'a> fn(&'a Db, &'a Viewer) -> Answer<'a, Vec<Work>>;
