//! What stands over the columns: single items under their goals, or goals alone.

use serde::Serialize;

use super::ALL_ITEMS;
use crate::round::{Item, Round};

/// A column.
#[derive(Debug, Serialize)]
pub(super) struct Heading {
    href: String,
    number: String,
    title: String,
}

/// A goal over its columns.
#[derive(Debug, Serialize)]
pub(super) struct Span {
    title: String,
    columns: usize,
}

impl Heading {
    /// Each item as a column.
    pub(super) fn items(round: &Round, items: &[&Item]) -> Vec<Self> {
        let heading = |item: &&Item| Self {
            href: format!("/rounds/{}/items/{}", round.id, item.id),
            number: item.number.clone(),
            title: item.title.clone(),
        };
        items.iter().map(heading).collect()
    }

    /// Each goal as a column, under its number where it has one; what stands under no goal comes last.
    pub(super) fn goals(round: &Round, items: &[&Item]) -> Vec<Self> {
        let mut keys: Vec<&str> = Vec::new();
        let mut goals = Vec::new();
        for item in items.iter().filter(|item| !item.section_key.is_empty()) {
            if !keys.contains(&item.section_key.as_str()) {
                keys.push(&item.section_key);
                let (number, title) = numbered(&item.section);
                let href = of_goal(round, &item.section_key);
                goals.push(Self { href, number: number.to_owned(), title: title.to_owned() });
            }
        }
        if items.iter().any(|item| item.section_key.is_empty()) {
            goals.push(Self { href: of_goal(round, ALL_ITEMS), number: String::new(), title: String::new() });
        }
        goals
    }

    pub(super) fn samples() -> Vec<Self> {
        let heading = |item: &str, number: &str, title: &str| Self {
            href: format!("/rounds/r/items/{item}"),
            number: number.to_owned(),
            title: title.to_owned(),
        };
        vec![heading("a", "1.1", "Utbilda"), heading("b", "", "Mål 1")]
    }
}

impl Span {
    /// The goals over the columns of their items.
    pub(super) fn over(items: &[&Item]) -> Vec<Self> {
        let mut spans: Vec<Self> = Vec::new();
        for item in items {
            match spans.last_mut() {
                Some(last) if last.title == item.section => last.columns += 1,
                _ => spans.push(Self { title: item.section.clone(), columns: 1 }),
            }
        }
        spans
    }

    pub(super) fn sample() -> Self {
        Self { title: "1 Alla ser".to_owned(), columns: 2 }
    }
}

/// Where a goal's items are looked at.
pub(super) fn of_goal(round: &Round, key: &str) -> String {
    format!("/rounds/{}?section={key}#matrix", round.id)
}

/// A title parted from the number it begins with.
fn numbered(title: &str) -> (&str, &str) {
    match title.split_once(' ') {
        Some((number, rest)) if number.starts_with(|first: char| first.is_ascii_digit()) => (number, rest),
        _ => ("", title),
    }
}
