//! The words an edition is set in: translations in one language, and names of levels.

use std::collections::BTreeMap;

use i18n::{Argument, Catalogue, Language};
use jiff::civil::Date;
use serde::Serialize;

use crate::content::{Content, LevelName};
use crate::words::key;

/// Translations in one language.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    catalogue: &'a Catalogue,
    language: Language,
}

/// What the plan calls its levels, or else the interface.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LevelWords {
    pub(crate) goal: LevelName,
    pub(crate) precondition: LevelName,
    pub(crate) development_area: LevelName,
    pub(crate) measure: LevelName,
    pub(crate) action: LevelName,
}

impl<'a> Words<'a> {
    /// The words of a language.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue, language: Language) -> Self {
        Self { catalogue, language }
    }

    /// The text of a key.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of a key with values.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), Argument::Text((*value).to_owned())));
        self.catalogue.text(self.language, key, &values.collect())
    }

    /// The text of a key that counts something, given as `count`.
    #[must_use]
    pub fn count(&self, key: &str, count: u32) -> String {
        let values = BTreeMap::from([("count".to_owned(), Argument::Number(f64::from(count)))]);
        self.catalogue.text(self.language, key, &values)
    }

    /// The name of a choice.
    pub(crate) fn choice(&self, group: &str, name: &str) -> String {
        self.text(&key(group, name))
    }

    /// A date as people write it.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        match self.language {
            Language::Sv => swedish::long_date(date),
            Language::En => date.strftime("%-d %B %Y").to_string(),
        }
    }

    /// The text of a key in every language.
    pub(crate) fn everywhere(self, key: &str) -> Vec<String> {
        self.languages().map(|words| words.text(key)).collect()
    }

    /// The words of every language, this one first: what a workbook may have been written in.
    pub(crate) fn languages(self) -> impl Iterator<Item = Words<'a>> {
        let others = Language::ALL.into_iter().filter(move |language| *language != self.language);
        let words = move |language| Self { language, ..self };
        std::iter::once(self.language).chain(others).map(words)
    }

    /// What the plan calls its levels.
    pub(crate) fn levels(&self, content: &Content) -> LevelWords {
        let name = |own: &Option<LevelName>, level: &str| {
            own.clone().unwrap_or_else(|| {
                let text = |number: &str| self.text(&format!("plan-level-{number}-{level}"));
                LevelName::new(text("name"), text("names"))
            })
        };
        let own = &content.levels;
        LevelWords {
            goal: name(&own.goal, "goal"),
            precondition: name(&own.precondition, "precondition"),
            development_area: name(&own.development_area, "development-area"),
            measure: name(&own.measure, "measure"),
            action: name(&own.action, "action"),
        }
    }
}
