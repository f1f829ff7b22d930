//! What is wrong with a form itself, before anybody is asked to fill it in.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::form::{Breakdown, Field, Form, Kind, Label, When, Words};
use crate::rule::{Check, Rule};

/// Something to be put right in a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Flaw {
    /// The key of the field where it is; none where it is in the form as a whole or a part.
    pub field: Option<String>,
    /// What is wrong.
    pub kind: FlawKind,
}

/// What can be wrong with a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FlawKind {
    /// It asks nothing.
    NoQuestions,
    /// A key is shared, or holds other than small letters, digits and dashes.
    Key,
    /// A question, choice, row, column or category has no words.
    NoWords,
    /// There is nothing, or only one thing, to choose from.
    NoChoices,
    /// A table lacks rows or columns, or a breakdown categories.
    NoCells,
    /// Choices, rows, columns or categories share a key.
    SharedChoice,
    /// Only figures are broken down and belong to series.
    NotAFigure,
    /// Its limits leave no answer.
    Limits,
    /// A condition names no question before it that has choices.
    ConditionField,
    /// A condition names an answer that cannot be chosen.
    ConditionAnswer,
    /// A rule is shown at no question.
    RuleField,
    /// A rule counts with what is no number of the form.
    RuleNumber,
}

impl FlawKind {
    /// Its name in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoQuestions => "no-questions",
            Self::Key => "key",
            Self::NoWords => "no-words",
            Self::NoChoices => "no-choices",
            Self::NoCells => "no-cells",
            Self::SharedChoice => "shared-choice",
            Self::NotAFigure => "not-a-figure",
            Self::Limits => "limits",
            Self::ConditionField => "condition-field",
            Self::ConditionAnswer => "condition-answer",
            Self::RuleField => "rule-field",
            Self::RuleNumber => "rule-number",
        }
    }
}

impl Form {
    /// What is wrong with the form, in its order; nothing where it can be filled in.
    #[must_use]
    pub fn check(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        if self.fields().next().is_none() {
            flaws.push(Flaw { field: None, kind: FlawKind::NoQuestions });
        }
        let mut before: Vec<&Field> = Vec::new();
        for part in &self.parts {
            flaws.extend(
                part.when.as_ref().and_then(|when| condition(when, &before)).map(|kind| Flaw { field: None, kind }),
            );
            for field in &part.fields {
                let kinds = flaws_of(field, &before);
                flaws.extend(kinds.into_iter().map(|kind| Flaw { field: Some(field.key.clone()), kind }));
                before.push(field);
            }
        }
        flaws.extend(self.rules.iter().filter_map(|rule| self.flaw_of(rule)));
        flaws
    }

    /// The names that a rule may count with: `key` of a figure, `key@row@column` of a cell, `key@breakdown@category`.
    #[must_use]
    pub fn numbers(&self) -> Vec<String> {
        self.fields().flat_map(numbers).collect()
    }

    fn flaw_of(&self, rule: &Rule) -> Option<Flaw> {
        let (Check::AtMost { lesser: one, greater: other } | Check::Equal { one, other }) = &rule.check;
        let known = self.numbers();
        let kind = match () {
            () if self.field(&rule.field).is_none() => FlawKind::RuleField,
            () if one.is_empty() || other.is_empty() => FlawKind::RuleNumber,
            () if one.iter().chain(other).any(|name| !known.contains(name)) => FlawKind::RuleNumber,
            () if is_empty(&rule.words) => FlawKind::NoWords,
            () => return None,
        };
        Some(Flaw { field: Some(rule.field.clone()), kind })
    }
}

fn flaws_of(field: &Field, before: &[&Field]) -> BTreeSet<FlawKind> {
    let mut flaws = BTreeSet::new();
    let mut note = |wrong: bool, kind: FlawKind| {
        if wrong {
            flaws.insert(kind);
        }
    };
    note(!is_key(&field.key) || before.iter().any(|other| other.key == field.key), FlawKind::Key);
    note(is_empty(&field.label), FlawKind::NoWords);
    note(!field.is_figure() && (!field.breakdowns.is_empty() || field.series.is_some()), FlawKind::NotAFigure);
    note(!has_room(&field.kind), FlawKind::Limits);
    for (list, kind, least) in lists(field) {
        note(list.len() < least, kind);
        note(list.iter().any(|label| is_empty(&label.words)), FlawKind::NoWords);
        let keys: BTreeSet<&str> = list.iter().map(|label| label.key.as_str()).collect();
        note(keys.len() < list.len() || !keys.into_iter().all(is_key), FlawKind::SharedChoice);
    }
    let keys: BTreeSet<&str> = field.breakdowns.iter().map(|breakdown| breakdown.key.as_str()).collect();
    note(keys.len() < field.breakdowns.len() || !keys.into_iter().all(is_key), FlawKind::SharedChoice);
    note(field.breakdowns.iter().any(|breakdown: &Breakdown| is_empty(&breakdown.words)), FlawKind::NoWords);
    if let Some(kind) = field.when.as_ref().and_then(|when| condition(when, before)) {
        flaws.insert(kind);
    }
    flaws
}

/// The lists of a field, each with what it is when it has fewer than it needs.
fn lists(field: &Field) -> Vec<(&[Label], FlawKind, usize)> {
    let mut lists: Vec<(&[Label], FlawKind, usize)> = match &field.kind {
        // Several may be chosen: one box to tick is enough.
        Kind::Choice { options, many } => vec![(options, FlawKind::NoChoices, if *many { 1 } else { 2 })],
        Kind::Table { rows, columns } => vec![(rows, FlawKind::NoCells, 1), (columns, FlawKind::NoCells, 1)],
        _ => Vec::new(),
    };
    lists.extend(field.breakdowns.iter().map(|breakdown| (&*breakdown.categories, FlawKind::NoCells, 1)));
    lists
}

fn has_room(kind: &Kind) -> bool {
    match kind {
        Kind::Text { most, .. } => *most > 0,
        Kind::Number { least: Some(least), most: Some(most), .. } => least <= most,
        Kind::Rate { per } => *per > 0,
        Kind::Mean { least, most } => least < most,
        _ => true,
    }
}

fn condition(when: &When, before: &[&Field]) -> Option<FlawKind> {
    let Some(field) = before.iter().find(|field| field.key == when.field) else {
        return Some(FlawKind::ConditionField);
    };
    let values: Vec<&str> = match &field.kind {
        Kind::Choice { options, .. } => options.iter().map(|option| option.key.as_str()).collect(),
        Kind::State => vec!["yes", "no"],
        _ => return Some(FlawKind::ConditionField),
    };
    let known = when.is.iter().all(|value| values.contains(&value.as_str()));
    (when.is.is_empty() || !known).then_some(FlawKind::ConditionAnswer)
}

fn numbers(field: &Field) -> Vec<String> {
    match &field.kind {
        Kind::Table { rows, columns } => {
            let of = |row: &Label| {
                let name = |column: &Label| format!("{}@{}@{}", field.key, row.key, column.key);
                columns.iter().map(name).collect::<Vec<_>>()
            };
            rows.iter().flat_map(of).collect()
        }
        Kind::State => Vec::new(),
        _ if field.is_figure() => {
            let of = |breakdown: &Breakdown| {
                let name = |category: &Label| format!("{}@{}@{}", field.key, breakdown.key, category.key);
                breakdown.categories.iter().map(name).collect::<Vec<_>>()
            };
            std::iter::once(field.key.clone()).chain(field.breakdowns.iter().flat_map(of)).collect()
        }
        _ => Vec::new(),
    }
}

/// Names of inputs are made of keys with `@` and `.` between.
fn is_key(key: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
    !key.is_empty() && key.len() <= 100 && key.bytes().all(fits)
}

fn is_empty(words: &Words) -> bool {
    match words {
        Words::Key { key } => key.is_empty(),
        Words::Own { sv, .. } => sv.trim().is_empty(),
    }
}
