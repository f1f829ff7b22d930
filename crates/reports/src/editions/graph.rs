//! The charts of a report: an indicator's years, its breakdowns, an action's or goal's statuses, bodies' assessments.

use charts::{
    Bar, Bars, BreakMark, Caption, Cell, Curve, Dot, Heat, HeatRow, LevelKind, LevelMark, Lines, Palette, Part, Shares,
    SharesRow, Tone,
};
use indicators::{Breakdown, Direction, Kind, Point, Series};
use plans::editions::Words;

use super::figure;
use crate::compiled::{Assessments, GoalStatus, IndicatorStatus, STATUSES, counted};

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

/// An indicator's years; none where fewer than two years have a value.
#[must_use]
pub fn indicator(tell: Words<'_>, indicator: &IndicatorStatus, palette: Palette) -> Option<Graph> {
    let series = indicator.series.as_ref()?;
    let with_values: Vec<&Point> = series.points.iter().filter(|point| point.height().is_some()).collect();
    let (first, last) = (with_values.first()?, with_values.last()?);
    if with_values.len() < 2 {
        return None;
    }
    let curve =
        Curve { name: indicator.text.clone(), runs: series.runs().iter().map(|run| dots(series.kind, run)).collect() };
    let values = [
        ("what", indicator.text.as_str()),
        ("first", &first.year.to_string()),
        ("last", &last.year.to_string()),
        ("from", &figure::point(tell, Some(first))),
        ("to", &figure::point(tell, Some(last))),
    ];
    let description = tell.with("reports-chart-series", &values);
    let caption = Caption {
        id: format!("chart-{}", indicator.id),
        title: indicator.text.clone(),
        description: description.clone(),
    };
    let levels = levels(tell, series);
    let lines = Lines { caption, curves: vec![curve], levels, gaps: gaps(tell, series), ..frame(series) };
    Some(Graph { svg: lines.svg(palette), description })
}

/// The curves of a breakdown's categories; none where there are too many to tell apart, or fewer than two years.
#[must_use]
pub fn breakdown(
    tell: Words<'_>,
    indicator: &IndicatorStatus,
    breakdown: &Breakdown,
    palette: Palette,
) -> Option<Graph> {
    let series = indicator.series.as_ref()?;
    let years = series.points.iter().filter(|point| point.height().is_some()).count();
    if years < 2 || breakdown.categories.len() > MOST_CURVES {
        return None;
    }
    let categories = breakdown.categories.iter();
    let curves = categories.clone().map(|category| {
        let runs = category.runs(&series.breaks).iter().map(|run| dots(series.kind, run)).collect();
        Curve { name: category.name.clone(), runs }
    });
    let names: Vec<&str> = categories.map(|category| category.name.as_str()).collect();
    let title = title(tell, indicator, breakdown);
    let description = tell.with("reports-chart-breakdown", &[("what", &title), ("categories", &names.join(", "))]);
    let caption =
        Caption { id: format!("chart-{}-{}", indicator.id, breakdown.key), title, description: description.clone() };
    let lines = Lines { caption, curves: curves.collect(), ..frame(series) };
    Some(Graph { svg: lines.svg(palette), description })
}

/// What a breakdown is called: the indicator, and what it is divided by.
#[must_use]
pub fn title(tell: Words<'_>, indicator: &IndicatorStatus, breakdown: &Breakdown) -> String {
    tell.with("reports-broken-down", &[("what", &indicator.text), ("by", &breakdown.name)])
}

/// How the reports on a goal's actions divide into statuses; none where there are none.
#[must_use]
pub fn statuses(tell: Words<'_>, goal: &GoalStatus, palette: Palette) -> Option<Graph> {
    let parts: Vec<Part> = counted(&goal.actions)
        .into_iter()
        .map(|(status, count)| Part { count, text: status_count(tell, status, count), tone: tone(status) })
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

/// All goals by how many reports give which status; none where there are none.
#[must_use]
pub fn overview(tell: Words<'_>, goals: &[GoalStatus], palette: Palette) -> Option<Graph> {
    let counts: Vec<Vec<u64>> = goals
        .iter()
        .map(|goal| {
            let counted = counted(&goal.actions);
            let of = |status: &&str| counted.iter().find(|(other, _)| other == status).map_or(0, |(_, count)| *count);
            STATUSES.iter().map(of).collect()
        })
        .collect();
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
    let columns = STATUSES.iter().map(|status| status_text(tell, status)).collect();
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

/// A status and how many.
#[must_use]
pub fn status_count(tell: Words<'_>, status: &str, count: u64) -> String {
    format!("{}\u{a0}{}", status_text(tell, status), figure::count(count))
}

fn tone(status: &str) -> Tone {
    match status {
        "ongoing" => Tone::Info,
        "done" => Tone::Good,
        "delayed" => Tone::Wait,
        "cancelled" => Tone::Bad,
        _ => Tone::Plain,
    }
}

fn dots(kind: Kind, run: &[Point]) -> Vec<Dot> {
    let dot = |point: &Point| {
        let height = point.height()?;
        Some(Dot { year: point.year, height, text: kind.written(height) })
    };
    run.iter().filter_map(dot).collect()
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
