//! Choices in forms, worded in the reader's language.

use serde::Serialize;
use web::Here;

use crate::content::{Content, Direction, PreventionLevel};
use crate::editions::{LevelWords, Words};
use crate::plan::PlanKind;
use crate::words;

/// A choice of a select or a radio group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) text: String,
}

impl Choice {
    pub(crate) fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into() }
    }
}

fn worded(here: &Here, group: &str, names: impl IntoIterator<Item = &'static str>) -> Vec<Choice> {
    names.into_iter().map(|name| Choice::new(name, here.text(&words::key(group, name)))).collect()
}

pub(crate) fn kinds(here: &Here) -> Vec<Choice> {
    worded(here, "plan-kind", PlanKind::ALL.map(PlanKind::as_str))
}

pub(crate) fn frequencies(here: &Here) -> Vec<Choice> {
    worded(here, "plan-frequency", words::FREQUENCIES.map(words::frequency))
}

pub(crate) fn levels(here: &Here) -> Vec<Choice> {
    worded(here, "plan-level", PreventionLevel::ALL.map(PreventionLevel::as_str))
}

pub(crate) fn indicator_kinds(here: &Here) -> Vec<Choice> {
    worded(here, "plan-indicator-kind", words::INDICATOR_KINDS.map(words::indicator_kind))
}

pub(crate) fn directions(here: &Here) -> Vec<Choice> {
    worded(here, "plan-direction", Direction::ALL.map(Direction::as_str))
}

pub(crate) fn asked_of(here: &Here) -> Vec<Choice> {
    worded(here, "plan-asked-of", [false, true].map(words::asked_of))
}

pub(crate) fn about_people(here: &Here) -> Vec<Choice> {
    worded(here, "plan-about-people", [false, true].map(words::about_people))
}

/// The plan's own words for its levels, or the interface's.
pub(crate) fn level_words(here: &Here, content: &Content) -> LevelWords {
    Words::new(here.app().catalogue(), here.language()).levels(content)
}
