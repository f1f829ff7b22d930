//! The course of an indicator over the years, with where it started, where it is to end and where it broke.

use serde::{Deserialize, Serialize};

use crate::{Comparison, Direction, Kind, Value};

/// An indicator over the years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// What kind of figure it is.
    pub kind: Kind,
    /// Which way is better, where that is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Where it started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Level>,
    /// Where it is to end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Level>,
    /// One for each year, in order; a year without a value is a gap.
    pub points: Vec<Point>,
    /// How the latest year with a value can be held against the one before, where bodies report it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    /// From when it means something else, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
    /// The same divided by sex, by kind of violence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breakdowns: Vec<Breakdown>,
}

/// A height that is aimed for or was started from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// The height, as values of the series are told.
    pub height: f64,
    /// Of when it is or for when, as written in the plan; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
}

/// One year of a series.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The year.
    pub year: i16,
    /// The value; nothing is a gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// Whether the value is kept back because it is about few people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub few: bool,
    /// From how many bodies it comes.
    pub from: u64,
    /// From how many it was expected.
    pub expected: u64,
}

/// From when an indicator means something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Break {
    /// The first year that is told the new way.
    pub year: i16,
    /// What was changed.
    pub why: String,
}

/// A series divided by something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Breakdown {
    /// What it is known by.
    pub key: String,
    /// What is read.
    pub name: String,
    /// Its categories in order.
    pub categories: Vec<Category>,
}

/// One category of a breakdown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Category {
    /// What it is known by.
    pub key: String,
    /// What is read.
    pub name: String,
    /// Its years.
    pub points: Vec<Point>,
}

impl Point {
    /// A year without a value.
    #[must_use]
    pub fn gap(year: i16, expected: u64) -> Self {
        Self { year, value: None, few: false, from: 0, expected }
    }

    /// The year as others may see it where people are counted: without its value when it is about few.
    #[must_use]
    pub fn without_few(self) -> Self {
        match self.value {
            Some(value) if value.is_few() => Self { value: None, few: true, ..self },
            _ => self,
        }
    }

    /// Whether some of those that were asked are not in its value.
    #[must_use]
    pub fn is_partial(self) -> bool {
        self.value.is_some() && self.from < self.expected
    }

    /// The value as it is told.
    #[must_use]
    pub fn height(self) -> Option<f64> {
        self.value.and_then(Value::height)
    }
}

impl Series {
    /// A series of no years.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            direction: None,
            baseline: None,
            target: None,
            points: Vec::new(),
            comparison: None,
            breaks: Vec::new(),
            breakdowns: Vec::new(),
        }
    }

    /// Its points with a gap for every year that is missing between the first and the last.
    #[must_use]
    pub fn filled(points: impl IntoIterator<Item = Point>) -> Vec<Point> {
        let mut points: Vec<Point> = points.into_iter().collect();
        points.sort_by_key(|point| point.year);
        points.dedup_by_key(|point| point.year);
        let mut filled: Vec<Point> = Vec::with_capacity(points.len());
        for point in points {
            let next = filled.last().map_or(point.year, |last| last.year + 1);
            filled.extend((next..point.year).map(|year| Point::gap(year, 0)));
            filled.push(point);
        }
        filled
    }

    /// The year's point.
    #[must_use]
    pub fn at(&self, year: i16) -> Option<&Point> {
        self.points.iter().find(|point| point.year == year)
    }

    /// Whether bodies report it, or are asked to.
    #[must_use]
    pub fn is_reported(&self) -> bool {
        self.points.iter().any(|point| point.from > 0 || point.expected > 0)
    }

    /// The last year that has a value.
    #[must_use]
    pub fn latest(&self) -> Option<&Point> {
        self.points.iter().rev().find(|point| point.height().is_some())
    }

    /// The break between two years, the later of them included; the latest where there are several.
    #[must_use]
    pub fn break_between(&self, before: i16, after: i16) -> Option<&Break> {
        self.breaks.iter().rev().find(|at| before < at.year && at.year <= after)
    }

    /// The runs of years that may be joined by a line: they end at gaps and breaks.
    #[must_use]
    pub fn runs(&self) -> Vec<Vec<Point>> {
        runs(&self.points, &self.breaks)
    }

    /// Without anything that tells of few people: small totals, and every breakdown, since a category is found by subtraction.
    #[must_use]
    pub fn without_few(mut self) -> Self {
        self.points = self.points.into_iter().map(Point::without_few).collect();
        self.breakdowns = Vec::new();
        self
    }
}

impl Category {
    /// The runs of years that may be joined by a line, as the whole series breaks.
    #[must_use]
    pub fn runs(&self, breaks: &[Break]) -> Vec<Vec<Point>> {
        runs(&self.points, breaks)
    }
}

fn runs(points: &[Point], breaks: &[Break]) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut joined = false;
    for point in points {
        if point.height().is_none() {
            joined = false;
            continue;
        }
        let broken = breaks.iter().any(|at| at.year == point.year);
        match runs.last_mut() {
            Some(run) if joined && !broken => run.push(*point),
            _ => runs.push(vec![*point]),
        }
        joined = true;
    }
    runs
}
