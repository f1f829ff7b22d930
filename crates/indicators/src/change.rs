//! What changed since the last year that had a value, and whether that is the right way.

use serde::{Deserialize, Serialize};

use crate::{Break, Direction, Point, Series};

/// What can be said of a year beside the last one before it that has a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It went from one height to another, and the two can be compared.
    Went(Shift),
    /// It means something else since then.
    Broken {
        /// The year of the value before.
        since: i16,
        /// The height before.
        before: f64,
        /// The height now.
        now: f64,
        /// What was changed.
        at: Break,
    },
    /// Too few bodies have answered to be held against the year before.
    Unanswered {
        /// How many have answered.
        answered: u64,
        /// How many were asked.
        expected: u64,
    },
    /// Bodies have answered, but too few of them in both years.
    Others {
        /// How many have answered in both years.
        both: u64,
        /// How many were asked.
        expected: u64,
    },
    /// What could be compared would tell of few people, or of one body.
    Few,
}

/// From where to where something went.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// The year of the value before.
    pub since: i16,
    /// The height before.
    pub before: f64,
    /// The height now.
    pub now: f64,
    /// Where it went.
    pub course: Course,
    /// How many bodies it is told of, where these are not all.
    pub bodies: Option<u64>,
}

/// Where a change goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// The right way.
    Right,
    /// The wrong way.
    Wrong,
    /// Nowhere.
    Same,
    /// Somewhere, but neither way is better.
    Neither,
}

impl Course {
    /// Its name in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::Same => "same",
            Self::Neither => "neither",
        }
    }
}

impl Shift {
    /// How much it changed; percentage points where it is told in per cent.
    #[must_use]
    pub fn by(&self) -> f64 {
        self.now - self.before
    }
}

impl Change {
    /// Whether it says that something is not as it was.
    #[must_use]
    pub fn is_told(&self) -> bool {
        match self {
            Self::Went(shift) => shift.course != Course::Same,
            Self::Broken { .. } => true,
            Self::Unanswered { .. } | Self::Others { .. } | Self::Few => false,
        }
    }
}

impl Series {
    /// What changed in that year since the last value before; nothing where there is no value, or none before. Figures that bodies
    /// report are compared over those that answered in both years ([`crate::Comparison`]); those from elsewhere as they are.
    #[must_use]
    pub fn change(&self, year: i16) -> Option<Change> {
        let point = self.at(year)?;
        let now = point.height()?;
        let (since, before) = self.valued_before(year)?;
        if let Some(at) = self.break_between(since, year).cloned() {
            return Some(Change::Broken { since, before, now, at });
        }
        if self.is_reported() {
            return self.compared(point, since);
        }
        Some(Change::Went(self.shift(since, (before, now), None)))
    }

    /// Whether the year's value is where it is to be; nothing where there is no value, no target, or neither way is better.
    #[must_use]
    pub fn meets_target(&self, year: i16) -> Option<bool> {
        let (now, target) = (self.at(year)?.height()?, self.target.as_ref()?.height);
        match self.direction {
            Some(Direction::Down) => Some(now <= target),
            Some(Direction::Up) => Some(now >= target),
            Some(Direction::Neutral) | None => None,
        }
    }

    /// The last year before this one that has a value, and its height.
    pub(crate) fn valued_before(&self, year: i16) -> Option<(i16, f64)> {
        let before = self.points.iter().rev().filter(|point| point.year < year);
        before.into_iter().find_map(|point| Some((point.year, point.height()?)))
    }

    fn compared(&self, point: &Point, since: i16) -> Option<Change> {
        let comparison = self.comparison.filter(|one| one.year == point.year && one.since == since)?;
        if comparison.few {
            return Some(Change::Few);
        }
        let heights = comparison.totals.and_then(|(before, now)| Some((before.height()?, now.height()?)));
        let Some(heights) = heights else {
            let expected = point.expected.max(point.from);
            return Some(match point.is_partial() {
                true => Change::Unanswered { answered: point.from, expected },
                false => Change::Others { both: comparison.bodies, expected },
            });
        };
        let bodies = (!comparison.all).then_some(comparison.bodies);
        Some(Change::Went(self.shift(since, heights, bodies)))
    }

    fn shift(&self, since: i16, (before, now): (f64, f64), bodies: Option<u64>) -> Shift {
        Shift { since, before, now, course: self.course(before, now), bodies }
    }

    fn course(&self, before: f64, now: f64) -> Course {
        // What is written the same is the same to a reader.
        if self.kind.written(before) == self.kind.written(now) {
            return Course::Same;
        }
        match (self.direction, now > before) {
            (Some(Direction::Up), true) | (Some(Direction::Down), false) => Course::Right,
            (Some(Direction::Up), false) | (Some(Direction::Down), true) => Course::Wrong,
            (Some(Direction::Neutral) | None, _) => Course::Neither,
        }
    }
}
