//! An indicator's years, put together from what bodies have reported.

use std::collections::BTreeMap;

use indicators::{Break, Breakdown, Category, Comparison, Direction, Given, Kind, Level, Point, Series, Value, total};
use plans::content::{self, Indicator, IndicatorKind};
use plans::editions::Words;

use super::answers::{Answers, Figures};
use super::words;
use crate::outside::USUAL_BASE;
use crate::source::Taken;

/// The kind of figure an indicator is of; none where it is told in words.
pub(crate) fn kind(indicator: &Indicator) -> Option<Kind> {
    match indicator.kind {
        IndicatorKind::Number => Some(Kind::Number),
        IndicatorKind::Share => Some(Kind::Share),
        IndicatorKind::Rate => Some(Kind::Rate { per: per(indicator) }),
        IndicatorKind::Mean => Some(Kind::Mean),
        IndicatorKind::State => Some(Kind::State),
        IndicatorKind::Text | IndicatorKind::ToBeDeveloped => None,
    }
}

/// The indicator's years until this one.
pub(super) fn series(answers: &Answers, tell: Words<'_>, indicator: &Indicator, item: &str) -> Option<Series> {
    let kind = kind(indicator)?;
    let mut figures = answers.figures(indicator.id.as_str(), per(indicator));
    let mut series = bare(indicator, kind);
    let expected = |year: i16| answers.asked_for(indicator, item, year) as u64;
    let mut whole = figures.remove(&("", "")).unwrap_or_default();
    whole.values_mut().for_each(|given| alike(given, kind));
    let mut years: BTreeMap<i16, Point> =
        answers.years(item).map(|year| (year, Point::gap(year, expected(year)))).collect();
    years.extend(whole.iter().map(|(year, given)| (*year, point(*year, given, expected(*year)))));
    series.points = Series::filled(years.into_values());
    if indicator.about_people || answers.is_about_people(indicator.id.as_str()) {
        return Some(series.without_few().comparing(&whole, true));
    }
    let mut series = series.comparing(&whole, false);
    series.breakdowns = breakdowns(answers, tell, indicator, kind, &figures);
    Some(series)
}

/// The indicator's years as it takes them from elsewhere. Years of another kind were taken before it became what it is.
pub(super) fn taken(indicator: &Indicator, taken: &Taken) -> Option<Series> {
    let kind = kind(indicator).or(taken.kind)?;
    let alike = |point: &Point| Point { value: point.value.filter(|value| value.kind() == kind), ..*point };
    let series = Series { points: taken.points.iter().map(alike).collect(), ..bare(indicator, kind) };
    let about_people = indicator.about_people || taken.about_people;
    let series = if about_people { series.without_few() } else { series };
    let given: BTreeMap<i16, Given<'_>> = taken
        .given
        .iter()
        .map(|(year, all)| (*year, all.iter().map(|(unit, value)| (unit.as_str(), *value)).collect()))
        .collect();
    let mut series = series.comparing(&given, about_people);
    // What a form asks is not asked for the sake of the plan: it says something of it only when all have answered.
    series.comparison = series.comparison.map(|comparison| {
        let whole = series.at(comparison.since).is_some_and(|before| !before.is_partial());
        if whole { comparison.only_of_all() } else { Comparison { all: false, ..comparison }.only_of_all() }
    });
    Some(series)
}

/// What the plan says of the series, without any year.
fn bare(indicator: &Indicator, kind: Kind) -> Series {
    let mut series = Series::new(kind);
    series.direction = indicator.direction.map(direction);
    series.baseline = indicator.baseline.as_ref().and_then(|figure| level(figure, kind));
    series.target = indicator.target.as_ref().and_then(|figure| level(figure, kind));
    series.breaks = breaks(indicator);
    series
}

/// Values of another kind were reported before the indicator became what it is; they do not count.
fn alike(given: &mut Given<'_>, kind: Kind) {
    given.retain(|(_, value)| value.kind() == kind);
}

/// The year's total.
fn point(year: i16, given: &Given<'_>, expected: u64) -> Point {
    let value = total(given.iter().map(|(_, value)| value)).ok().flatten();
    Point { year, value, few: false, from: given.len() as u64, expected }
}

fn breakdowns(
    answers: &Answers,
    tell: Words<'_>,
    indicator: &Indicator,
    kind: Kind,
    figures: &Figures<'_>,
) -> Vec<Breakdown> {
    let known = answers.breakdowns(indicator.id.as_str());
    let category = |breakdown: &str, label: &forms::Label| {
        let mut years = figures.get(&(breakdown, label.key.as_str()))?.clone();
        years.values_mut().for_each(|given| alike(given, kind));
        let points = Series::filled(years.iter().map(|(year, given)| point(*year, given, 0)));
        Some(Category { key: label.key.clone(), name: words(tell, &label.words), points })
    };
    let breakdown = |breakdown: &forms::Breakdown| {
        let categories: Vec<Category> =
            breakdown.categories.iter().filter_map(|label| category(&breakdown.key, label)).collect();
        let found = Breakdown { key: breakdown.key.clone(), name: words(tell, &breakdown.words), categories };
        (!found.categories.is_empty()).then_some(found)
    };
    known.iter().filter_map(breakdown).collect()
}

fn per(indicator: &Indicator) -> u32 {
    indicator.per.unwrap_or(USUAL_BASE)
}

fn direction(direction: content::Direction) -> Direction {
    match direction {
        content::Direction::Up => Direction::Up,
        content::Direction::Down => Direction::Down,
        content::Direction::Neutral => Direction::Neutral,
    }
}

/// A baseline or target as a height; none where it is told in words.
fn level(figure: &content::Figure, kind: Kind) -> Option<Level> {
    let of_base = figure.of.and_then(|(part, whole)| Value::Share { part, whole }.height());
    let height = of_base.filter(|_| kind.is_percentage()).or(figure.value)?;
    Some(Level { height, when: figure.when.clone() })
}

/// From the year of a redefinition on, figures mean something else.
fn breaks(indicator: &Indicator) -> Vec<Break> {
    let year = |on: &str| on.get(..4).and_then(|year| year.parse().ok());
    let history = indicator.fact_sheet.history.iter();
    let mut breaks: Vec<Break> =
        history.filter_map(|change| Some(Break { year: year(&change.on)?, why: change.what.clone() })).collect();
    breaks.sort_by_key(|at| at.year);
    breaks
}
