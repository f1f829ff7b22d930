//! The charts of a report: an indicator's years, its breakdowns, an action's or goal's statuses, bodies' assessments.

use std::collections::BTreeSet;

use charts::{
    Bar, Bars, BreakMark, Caption, Cell, Curve, Dot, Heat, HeatRow, LevelKind, LevelMark, Lines, Palette, Part, Shares,
    SharesRow, Tone,
};
use indicators::{Breakdown, Category, Direction, Kind, Point, Series};
use plans::editions::Words;

use super::figure;
use crate::compiled::{Assessments, GoalStatus, IndicatorStatus, STANDINGS, STATUSES, counted};

/// The most categories that can be told apart as curves.
const MOST_CURVES: usize = 6;

/// A chart and what it shows in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// The image.
    pub svg: String,
    /// What there is to see.
    pub description: String,
}

/// An indicator's years. Of one year alone the point with what it is held against; none where it is held against nothing, or no
/// year has a value.
#[must_use]
pub fn indicator(tell: Words<'_>, indicator: &IndicatorStatus, palette: Palette) -> Option<Graph> {
    let series = indicator.series.as_ref()?;
    let mut valued = series.points.iter().filter(|point| point.height().is_some());
    let first = valued.next()?;
    let last = valued.next_back().unwrap_or(first);
    let levels = levels(tell, series);
    // A single point with neither target nor baseline says nothing that the figure does not say better: it would float in the middle
    // of an empty frame. Its breakdowns have charts of their own.
    if first.year == last.year && levels.is_empty() {
        return None;
    }
    let curve =
        Curve { name: indicator.text.clone(), runs: series.runs().iter().map(|run| dots(series, run)).collect() };
    let hollow = hollow(tell, series);
    let description = with_hollow(description(tell, indicator, (first, last), &levels), &hollow);
    let caption = Caption {
        id: format!("chart-{}", indicator.id),
        title: indicator.text.clone(),
        description: description.clone(),
    };
    let lines = Lines { caption, curves: vec![curve], levels, gaps: gaps(tell, series), hollow, ..frame(series) };
    Some(Graph { svg: lines.svg(palette), description })
}

/// What it is in the first year and the last; of one year, what it is and what it is held against.
fn description(
    tell: Words<'_>,
    indicator: &IndicatorStatus,
    (first, last): (&Point, &Point),
    levels: &[LevelMark],
) -> String {
    let (what, now) = (indicator.text.as_str(), figure::point(tell, Some(last)));
    let year = last.year.to_string();
    if first.year == last.year {
        let levels: Vec<&str> = levels.iter().map(|level| level.text.as_str()).collect();
        let values = [("what", what), ("year", &year), ("value", &now), ("levels", &levels.join(", "))];
        return tell.with("reports-chart-year", &values);
    }
    let from = figure::point(tell, Some(first));
    let values = [("what", what), ("first", &first.year.to_string()), ("last", &year), ("from", &from), ("to", &now)];
    tell.with("reports-chart-series", &values)
}

/// A breakdown's categories: their curves, or of one year alone their bars. None where there are too many
/// curves to tell apart, or no year has a value.
#[must_use]
pub fn breakdown(
    tell: Words<'_>,
    indicator: &IndicatorStatus,
    breakdown: &Breakdown,
    palette: Palette,
) -> Option<Graph> {
    let series = indicator.series.as_ref()?;
    if let Some(year) = only_year(breakdown) {
        return Some(bars(tell, indicator, breakdown, (series.kind, year), palette));
    }
    if years(breakdown).is_empty() || breakdown.categories.len() > MOST_CURVES {
        return None;
    }
    let categories = breakdown.categories.iter();
    let curves = categories.clone().map(|category| {
        let runs = category.runs(&series.breaks).iter().map(|run| dots(series, run)).collect();
        Curve { name: category.name.clone(), runs }
    });
    let names: Vec<&str> = categories.map(|category| category.name.as_str()).collect();
    let title = title(tell, indicator, breakdown);
    let description = tell.with("reports-chart-breakdown", &[("what", &title), ("categories", &names.join(", "))]);
    let hollow = hollow(tell, series);
    let description = with_hollow(description, &hollow);
    let caption = Caption { id: id(indicator, breakdown), title, description: description.clone() };
    let lines = Lines { caption, curves: curves.collect(), hollow, ..frame(series) };
    Some(Graph { svg: lines.svg(palette), description })
}

/// The categories in the only year that was divided.
fn bars(
    tell: Words<'_>,
    indicator: &IndicatorStatus,
    breakdown: &Breakdown,
    (kind, year): (Kind, i16),
    palette: Palette,
) -> Graph {
    let of_year = |category: &Category| {
        let point = category.points.iter().find(|point| point.year == year);
        let height = point.copied().and_then(Point::height);
        let text = height.map_or_else(|| figure::point(tell, point), |height| kind.written(height));
        Bar { name: category.name.clone(), height, text }
    };
    let bars: Vec<Bar> = breakdown.categories.iter().map(of_year).collect();
    let told: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.name, bar.text)).collect();
    let title = drawn(tell, indicator, breakdown);
    let description = tell.with("reports-chart-bars", &[("what", &title), ("bars", &told.join(", "))]);
    let caption = Caption { id: id(indicator, breakdown), title, description: description.clone() };
    let most = kind.is_percentage().then_some(100.0);
    Graph { svg: Bars { caption, bars, most }.svg(palette), description }
}

fn id(indicator: &IndicatorStatus, breakdown: &Breakdown) -> String {
    format!("chart-{}-{}", indicator.id, breakdown.key)
}

/// The years in which some category has a value.
fn years(breakdown: &Breakdown) -> BTreeSet<i16> {
    let points = breakdown.categories.iter().flat_map(|category| &category.points);
    points.filter(|point| point.height().is_some()).map(|point| point.year).collect()
}

/// The year that was divided, where there is but one: the whole may go further back.
fn only_year(breakdown: &Breakdown) -> Option<i16> {
    let years = years(breakdown);
    years.first().copied().filter(|_| years.len() == 1)
}

/// What a breakdown's chart is called: as the breakdown, with the year where it shows but one.
#[must_use]
pub fn drawn(tell: Words<'_>, indicator: &IndicatorStatus, breakdown: &Breakdown) -> String {
    let title = title(tell, indicator, breakdown);
    match only_year(breakdown) {
        Some(year) => tell.with("reports-in-year", &[("what", &title), ("year", &year.to_string())]),
        None => title,
    }
}

/// What a breakdown is called: the indicator, and what it is divided by.
#[must_use]
pub fn title(tell: Words<'_>, indicator: &IndicatorStatus, breakdown: &Breakdown) -> String {
    // Many a plan says so itself.
    if swedish::fold(&indicator.text).contains(&swedish::fold(&breakdown.name)) {
        return indicator.text.clone();
    }
    tell.with("reports-broken-down", &[("what", &indicator.text), ("by", &breakdown.name)])
}

/// How a goal's actions divide by how they stand; none where there are none.
#[must_use]
pub fn statuses(tell: Words<'_>, goal: &GoalStatus, palette: Palette) -> Option<Graph> {
    let parts: Vec<Part> = counted(&goal.actions)
        .into_iter()
        .map(|(standing, count)| Part { count, text: standing_count(tell, standing, count), tone: tone(standing) })
        .collect();
    if parts.is_empty() {
        return None;
    }
    let told: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    let description = told.join(", ");
    let title = tell.text("reports-statuses-title");
    let caption = Caption { id: format!("statuses-{}", goal.id), title, description: description.clone() };
    let shares = Shares { caption, rows: vec![SharesRow { name: String::new(), parts }] };
    Some(Graph { svg: shares.svg(palette), description })
}

/// How many bodies chose which step; none where nobody has.
#[must_use]
pub fn assessments(tell: Words<'_>, goal: &GoalStatus, palette: Palette) -> Option<Graph> {
    let Assessments { scale, counts, .. } = &goal.assessments;
    if counts.is_empty() {
        return None;
    }
    let count = |key: &str| counts.get(key).copied().unwrap_or_default();
    let bar = |step: &crate::compiled::Step| Bar {
        name: step.text.clone(),
        height: Some(count(&step.key) as f64),
        text: figure::count(count(&step.key)),
    };
    let bars: Vec<Bar> = scale.iter().map(bar).collect();
    let told: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.name, bar.text)).collect();
    let description = told.join(", ");
    let title = tell.text("reports-assessments-title");
    let caption = Caption { id: format!("assessments-{}", goal.id), title, description: description.clone() };
    Some(Graph { svg: Bars { caption, bars, most: None }.svg(palette), description })
}

/// All goals by how many of their actions stand how; none where there are none.
#[must_use]
pub fn overview(tell: Words<'_>, goals: &[GoalStatus], palette: Palette) -> Option<Graph> {
    let counted: Vec<Vec<(&str, u64)>> = goals.iter().map(|goal| counted(&goal.actions)).collect();
    let is_there = |standing: &&str| counted.iter().flatten().any(|(other, _)| other == standing);
    // The statuses always; what differs and what nobody knows only where there is such.
    let standings: Vec<&str> =
        STANDINGS.into_iter().filter(|standing| STATUSES.contains(standing) || is_there(standing)).collect();
    let of = |counted: &Vec<(&str, u64)>, standing: &&str| {
        counted.iter().find(|(other, _)| other == standing).map_or(0, |(_, count)| *count)
    };
    let counts: Vec<Vec<u64>> =
        counted.iter().map(|counted| standings.iter().map(|standing| of(counted, standing)).collect()).collect();
    let most = counts.iter().flatten().copied().max().filter(|most| *most > 0)?;
    // Nothing is the lightest step; what there is most of is the darkest.
    let level = |count: u64| if count == 0 { 0 } else { u8::try_from((count * 4).div_ceil(most)).unwrap_or(4) };
    let row = |(goal, counts): (&GoalStatus, &Vec<u64>)| HeatRow {
        name: goal.name(),
        cells: counts.iter().map(|count| Cell { level: level(*count), text: figure::count(*count) }).collect(),
    };
    let title = tell.text("reports-overview-chart");
    let description = tell.text("reports-overview-chart-description");
    let caption = Caption { id: "overview".to_owned(), title, description: description.clone() };
    let columns = standings.iter().map(|status| status_text(tell, status)).collect();
    let heat = Heat { caption, columns, rows: goals.iter().zip(&counts).map(row).collect() };
    Some(Graph { svg: heat.svg(palette), description })
}

/// The words of a status, or of how an action stands as a whole.
#[must_use]
pub fn status_text(tell: Words<'_>, status: &str) -> String {
    match status {
        "differs" | "unknown" => tell.text(&format!("reports-standing-{status}")),
        _ => tell.text(&format!("ui-action-{}", status.replace('_', "-"))),
    }
}

/// How many actions stand so: `2 genomförda`.
#[must_use]
pub fn standing_count(tell: Words<'_>, standing: &str, count: u64) -> String {
    let key = format!("reports-standing-count-{}", standing.replace('_', "-"));
    tell.count(&key, u32::try_from(count).unwrap_or(u32::MAX))
}

fn tone(status: &str) -> Tone {
    match status {
        "ongoing" => Tone::Info,
        "done" => Tone::Good,
        "delayed" => Tone::Wait,
        "cancelled" => Tone::Bad,
        "differs" => Tone::Mixed,
        "unknown" => Tone::Open,
        _ => Tone::Plain,
    }
}

/// The years of a run; hollow where not all who were asked are in the series' value.
fn dots(series: &Series, run: &[Point]) -> Vec<Dot> {
    let dot = |point: &Point| {
        let height = point.height()?;
        let hollow = series.at(point.year).is_some_and(|whole| whole.is_partial());
        Some(Dot { year: point.year, height, text: series.kind.written(height), hollow })
    };
    run.iter().filter_map(dot).collect()
}

/// What a hollow point is, with its years: `2026: 1 av 2 aktörer`. Empty where there is none.
fn hollow(tell: Words<'_>, series: &Series) -> String {
    let partial = series.points.iter().filter(|point| point.is_partial());
    let year = |point: &Point| {
        tell.with("reports-year-bodies", &[("year", &point.year.to_string()), ("bodies", &figure::bodies(tell, point))])
    };
    let years: Vec<String> = partial.map(year).collect();
    if years.is_empty() { String::new() } else { tell.with("reports-chart-hollow", &[("years", &years.join("; "))]) }
}

/// A chart's description with what its hollow points are.
fn with_hollow(description: String, hollow: &str) -> String {
    if hollow.is_empty() { description } else { format!("{description} {hollow}") }
}

/// What all charts of a series share: years, scale, breaks.
fn frame(series: &Series) -> Lines {
    let years = series.points.iter().map(|point| point.year);
    let mark = |at: &indicators::Break| BreakMark { year: at.year, text: format!("{}: {}", at.year, at.why) };
    let (first, last) = (years.clone().min().unwrap_or_default(), years.max().unwrap_or_default());
    let breaks = series.breaks.iter().filter(|at| first < at.year && at.year <= last);
    let is_percentage = series.kind.is_percentage();
    Lines {
        years: (first, last),
        breaks: breaks.map(mark).collect(),
        most: is_percentage.then_some(100.0),
        unit: if is_percentage { "\u{a0}%".to_owned() } else { String::new() },
        ..Lines::default()
    }
}

fn levels(tell: Words<'_>, series: &Series) -> Vec<LevelMark> {
    let mark = |kind, key, height: f64| LevelMark {
        kind,
        height,
        text: tell.with(key, &[("value", &series.kind.written(height))]),
    };
    let baseline = series.baseline.as_ref();
    let target = series.target.as_ref();
    let toward =
        if series.direction == Some(Direction::Down) { "reports-chart-at-most" } else { "reports-chart-target" };
    target
        .map(|level| mark(LevelKind::Target, toward, level.height))
        .into_iter()
        .chain(baseline.map(|level| mark(LevelKind::Baseline, "reports-chart-baseline", level.height)))
        .collect()
}

/// What stands at years without a value.
fn gaps(tell: Words<'_>, series: &Series) -> Vec<(i16, String)> {
    let empty = series.points.iter().filter(|point| point.height().is_none());
    let sign = |point: &Point| tell.text(if point.few { "reports-chart-few" } else { "reports-chart-gap" });
    empty.map(|point| (point.year, sign(point))).collect()
}
