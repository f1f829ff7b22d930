//! Two years of what bodies report, held against one another over the bodies that answered in both.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{Series, Value, total};

/// What bodies gave in a year, each with its name or id.
pub type Given<'a> = Vec<(&'a str, Value)>;

/// What the bodies that gave a value in two years came to in each.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The year.
    pub year: i16,
    /// The year before that it is held against.
    pub since: i16,
    /// How many bodies gave a value in both.
    pub bodies: u64,
    /// Whether they are all that did in either, and all that were asked.
    pub all: bool,
    /// What they came to before and now; none where they are too few to stand for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub totals: Option<(Value, Value)>,
    /// Whether the totals are kept back because they, or what they leave over, would tell of few people or of one body.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub few: bool,
}

/// What all gave in a year, and who of them gave in the other year too.
struct Side<'a> {
    given: &'a [(&'a str, Value)],
    all: BTreeSet<&'a str>,
}

impl<'a> Side<'a> {
    fn of(given: &'a [(&'a str, Value)]) -> Self {
        Self { given, all: given.iter().map(|(body, _)| *body).collect() }
    }

    /// What these bodies came to, or the others.
    fn total(&self, bodies: &BTreeSet<&str>, among: bool) -> Option<Value> {
        let theirs = self.given.iter().filter(|(body, _)| bodies.contains(body) == among);
        total(theirs.map(|(_, value)| value)).ok().flatten()
    }

    /// Whether the total of these bodies would tell of few people or of one body, by itself or taken from the year's total.
    fn tells_of_few(&self, bodies: &BTreeSet<&str>) -> bool {
        let others = self.all.len() - bodies.len();
        if others == 0 {
            return false;
        }
        let few = |among| self.total(bodies, among).is_none_or(Value::is_few);
        bodies.len() < 2 || others < 2 || few(true) || few(false)
    }
}

impl Comparison {
    /// Holds what bodies gave in a year against a year before. Fewer than half of those that were asked do not stand for all.
    #[must_use]
    pub fn of(
        (since, before): (i16, &[(&str, Value)]),
        (year, now): (i16, &[(&str, Value)]),
        expected: u64,
        about_people: bool,
    ) -> Self {
        let (before, now) = (Side::of(before), Side::of(now));
        let both: BTreeSet<&str> = before.all.intersection(&now.all).copied().collect();
        let bodies = both.len() as u64;
        let all = before.all == now.all && bodies >= expected;
        let totals = before.total(&both, true).zip(now.total(&both, true)).filter(|_| bodies * 2 >= expected);
        let few = about_people && totals.is_some() && (before.tells_of_few(&both) || now.tells_of_few(&both));
        Self { year, since, bodies, all, totals: totals.filter(|_| !few), few }
    }

    /// The same where only what all answered in both years stands for anything.
    #[must_use]
    pub fn only_of_all(self) -> Self {
        Self { totals: self.totals.filter(|_| self.all), few: false, ..self }
    }
}

impl Series {
    /// Holds the latest year that has a value against the last one before it, by what bodies gave in each year.
    #[must_use]
    pub fn comparing(mut self, given: &BTreeMap<i16, Given<'_>>, about_people: bool) -> Self {
        self.comparison = self.latest().and_then(|point| {
            let (since, _) = self.valued_before(point.year)?;
            let sides = (since, given.get(&since)?.as_slice());
            Some(Comparison::of(sides, (point.year, given.get(&point.year)?), point.expected, about_people))
        });
        self
    }
}
