//! What changed since the last time there was a value, and whether that is the right way.

use serde::{Deserialize, Serialize};

use crate::{Break, Direction, Series};

/// What changed since the last value before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The year of the value before.
    pub since: i16,
    /// The height before.
    pub before: f64,
    /// The height now.
    pub now: f64,
    /// Where it went.
    pub course: Course,
    /// Why the two cannot be compared, where they cannot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broken: Option<Break>,
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
    /// Unknown: the two cannot be compared.
    Unknown,
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
            Self::Unknown => "unknown",
        }
    }
}

impl Change {
    /// How much it changed; percentage points where it is told in per cent.
    #[must_use]
    pub fn by(&self) -> f64 {
        self.now - self.before
    }
}

impl Series {
    /// What changed in that year since the last value before; nothing where there is no value, or none before.
    #[must_use]
    pub fn change(&self, year: i16) -> Option<Change> {
        let now = self.at(year)?.height()?;
        let (since, before) = self
            .points
            .iter()
            .rev()
            .filter(|point| point.year < year)
            .find_map(|point| Some((point.year, point.height()?)))?;
        let broken = self.break_between(since, year).cloned();
        let course = if broken.is_some() { Course::Unknown } else { self.course(before, now) };
        Some(Change { since, before, now, course, broken })
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
