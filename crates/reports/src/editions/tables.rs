//! The tables of a report: years of an indicator, actions, bodies.

use documents::{Align, Column, Inline, Table, TableRow};
use indicators::Breakdown;
use plans::editions::Words;

use super::figure;
use super::graph::{status_count, status_text};
use crate::compiled::{ActionStatus, Assessments, Completeness, GoalStatus, IndicatorStatus};
use crate::snapshot::Snapshot;
use crate::template::{GoalPart, SectionKey};

/// Columns with their texts, weights and sides.
fn columns(tell: Words<'_>, columns: &[(&str, u16, Align)]) -> Vec<Column> {
    columns.iter().map(|(key, weight, align)| Column::new(tell.text(key), *weight, *align)).collect()
}

/// An indicator's years: value, from how many bodies.
pub(super) fn years(tell: Words<'_>, indicator: &IndicatorStatus) -> Option<Table> {
    let series = indicator.series.as_ref()?;
    let row = |point: &indicators::Point| {
        let of = [("part", figure::count(point.from)), ("whole", figure::count(point.expected))];
        let bodies = match (point.from, point.expected) {
            (0, 0) => String::new(),
            (from, 0) => figure::count(from),
            _ => tell.with("reports-of", &[("part", &of[0].1), ("whole", &of[1].1)]),
        };
        let year = [point.year.to_string(), figure::point(tell, Some(point))];
        TableRow::of(year.into_iter().chain(series.is_reported().then_some(bodies)))
    };
    let mut heads = vec![("reports-year", 1, Align::Start), ("reports-value", 3, Align::End)];
    heads.extend(series.is_reported().then_some(("reports-bodies", 2, Align::End)));
    (!series.points.is_empty()).then(|| Table {
        caption: Some(indicator.text.clone()),
        columns: columns(tell, &heads),
        rows: series.points.iter().map(row).collect(),
        header_column: true,
    })
}

/// A breakdown's categories over the years.
pub(super) fn categories(tell: Words<'_>, indicator: &IndicatorStatus, breakdown: &Breakdown) -> Option<Table> {
    let years: Vec<i16> = indicator.series.as_ref()?.points.iter().map(|point| point.year).collect();
    let mut columns = vec![Column::new(breakdown.name.clone(), 3, Align::Start)];
    columns.extend(years.iter().map(|year| Column::new(year.to_string(), 2, Align::End)));
    let row = |category: &indicators::Category| {
        let at = |year: &i16| figure::point(tell, category.points.iter().find(|point| point.year == *year));
        TableRow::of(std::iter::once(category.name.clone()).chain(years.iter().map(at)))
    };
    Some(Table {
        caption: Some(super::graph::title(tell, indicator, breakdown)),
        columns,
        rows: breakdown.categories.iter().map(row).collect(),
        header_column: true,
    })
}

/// Actions with how they stand.
pub(super) fn actions(tell: Words<'_>, caption: String, actions: &[&ActionStatus]) -> Option<Table> {
    let row = |action: &&ActionStatus| {
        let mut text = vec![Inline::text(action.text.clone())];
        if !action.plan.is_empty() {
            text.extend([Inline::LineBreak, Inline::Emphasis(action.plan.clone())]);
        }
        let cell = |text: String| vec![Inline::text(text)];
        TableRow::Cells(vec![
            cell(action.number.clone()),
            text,
            cell(action.lead.clone()),
            cell(status_text(tell, action.standing().as_str())),
            cell(counts(tell, action)),
        ])
    };
    (!actions.is_empty()).then(|| Table {
        caption: Some(caption),
        columns: columns(
            tell,
            &[
                ("reports-number", 2, Align::Start),
                ("reports-action", 8, Align::Start),
                ("reports-lead", 4, Align::Start),
                ("reports-status", 3, Align::Start),
                ("reports-all-bodies", 4, Align::Start),
            ],
        ),
        rows: actions.iter().map(row).collect(),
        header_column: true,
    })
}

/// What all who answered say of an action: `Pågår 3, Genomförd 1 (4 av 5)`.
pub(crate) fn counts(tell: Words<'_>, action: &ActionStatus) -> String {
    let counts = action.counts();
    let answered: u64 = counts.iter().map(|(_, count)| count).sum();
    let asked = action.bodies.len() as u64;
    if asked == 0 {
        return tell.text("reports-nobody-asked");
    }
    let told: Vec<String> = counts.iter().map(|(status, count)| status_count(tell, status, *count)).collect();
    let of = tell.with("reports-answered", &[("part", &figure::count(answered)), ("whole", &figure::count(asked))]);
    if told.is_empty() { of } else { format!("{} ({of})", told.join(", ")) }
}

/// How many bodies chose which step.
pub(super) fn assessments(tell: Words<'_>, assessments: &Assessments) -> Table {
    let count = |key: &str| assessments.counts.get(key).copied().unwrap_or_default();
    Table {
        caption: Some(tell.text("reports-assessments-title")),
        columns: columns(tell, &[("reports-assessment", 3, Align::Start), ("reports-bodies", 1, Align::End)]),
        rows: assessments
            .scale
            .iter()
            .map(|step| TableRow::of([step.text.clone(), figure::count(count(&step.key))]))
            .collect(),
        header_column: true,
    }
}

/// All goals with their assessment and how their actions stand.
pub(super) fn goals(tell: Words<'_>, snapshot: &Snapshot) -> Table {
    let row = |goal: &GoalStatus| {
        let key = SectionKey::Goal(goal.id.clone(), GoalPart::Assessment);
        let assessed = snapshot.choice(&key).map(|choice| goal.assessments.text(choice).to_owned());
        let counts: Vec<String> = crate::compiled::counted(&goal.actions)
            .into_iter()
            .map(|(status, count)| status_count(tell, status, count))
            .collect();
        TableRow::of([
            goal.name(),
            assessed.unwrap_or_else(|| tell.text("reports-not-assessed")),
            figure::count(goal.actions.len() as u64),
            counts.join(", "),
        ])
    };
    Table {
        caption: Some(tell.text("reports-overview-title")),
        columns: columns(
            tell,
            &[
                ("reports-goal", 5, Align::Start),
                ("reports-assessment", 3, Align::Start),
                ("reports-actions", 1, Align::End),
                ("reports-statuses", 4, Align::Start),
            ],
        ),
        rows: snapshot.compiled.goals.iter().map(row).collect(),
        header_column: true,
    }
}

/// How many reports came in from each body.
pub(super) fn completeness(tell: Words<'_>, completeness: &Completeness) -> Option<Table> {
    let row = |body: &crate::compiled::BodyCompleteness| {
        TableRow::of([body.name.clone(), figure::count(body.approved), figure::count(body.expected)])
    };
    (!completeness.bodies.is_empty()).then(|| Table {
        caption: Some(tell.text("reports-completeness-title")),
        columns: columns(
            tell,
            &[
                ("reports-body", 4, Align::Start),
                ("reports-approved", 1, Align::End),
                ("reports-expected", 1, Align::End),
            ],
        ),
        rows: completeness.bodies.iter().map(row).collect(),
        header_column: true,
    })
}
