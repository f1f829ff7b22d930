//! The annex in Excel: every figure of the report with what it rests on.

use indicators::{Point, Value as Figure};
use jiff::civil::Date;
use plans::editions::Words;
use sheets::write::{Column, Sheet, Value, Workbook};

use super::date;
use super::graph::status_text;
use crate::compiled::{ActionStatus, GoalStatus, IndicatorStatus, STATUSES};
use crate::snapshot::Snapshot;

/// The workbook. `day` is that of a draft; what is published carries its own.
#[must_use]
pub fn annex(snapshot: &Snapshot, tell: Words<'_>, day: Date) -> Workbook {
    let plan = &snapshot.compiled.plan;
    let year = snapshot.compiled.year.to_string();
    Workbook {
        title: tell.with("reports-title-of", &[("plan", &plan.title), ("year", &year)]),
        author: Some(plan.owner.clone()),
        created: date(snapshot, day).at(0, 0, 0, 0),
        sheets: vec![
            figures(snapshot, tell),
            actions(snapshot, tell),
            bodies(snapshot, tell),
            assessments(snapshot, tell),
            completeness(snapshot, tell),
        ],
    }
}

/// A sheet with its name and columns, each with a width.
fn sheet(tell: Words<'_>, name: &str, columns: &[(&str, u16)], rows: Vec<Vec<Value>>) -> Sheet {
    let column = |(key, width): &(&str, u16)| Column::new(tell.text(key), *width);
    Sheet { name: tell.text(name), note: None, columns: columns.iter().map(column).collect(), rows }
}

fn figures(snapshot: &Snapshot, tell: Words<'_>) -> Sheet {
    let mut rows = Vec::new();
    for goal in &snapshot.compiled.goals {
        for indicator in &goal.indicators {
            let Some(series) = &indicator.series else { continue };
            for point in &series.points {
                rows.push(row(tell, goal, indicator, ("", ""), point));
            }
            for breakdown in &series.breakdowns {
                for category in &breakdown.categories {
                    let of = (breakdown.name.as_str(), category.name.as_str());
                    rows.extend(category.points.iter().map(|point| row(tell, goal, indicator, of, point)));
                }
            }
        }
    }
    let columns = [
        ("reports-goal", 12),
        ("reports-indicator", 50),
        ("reports-fact-under", 20),
        ("reports-kind", 14),
        ("reports-breakdown", 16),
        ("reports-category", 20),
        ("reports-year", 8),
        ("reports-value", 12),
        ("reports-part", 12),
        ("reports-whole-number", 12),
        ("reports-bodies", 10),
        ("reports-expected", 10),
        ("reports-fact-baseline", 12),
        ("reports-fact-target", 12),
        ("reports-fact-source", 30),
        ("reports-remark", 30),
    ];
    sheet(tell, "reports-sheet-figures", &columns, rows)
}

/// One year of an indicator or of one of its categories.
fn row(tell: Words<'_>, goal: &GoalStatus, indicator: &IndicatorStatus, of: (&str, &str), point: &Point) -> Vec<Value> {
    let count = |count: u64| Value::Number(count as f64);
    let basis = point.value.and_then(|value| value.basis().or(value.of().map(|of| (0, of))));
    let is_mean = matches!(point.value, Some(Figure::Mean { .. }));
    let series = indicator.series.as_ref();
    // Where it comes from and what it aims at is said of the whole alone, and so is how many were asked.
    let is_whole = of.0.is_empty();
    let level = |level: Option<&indicators::Level>| Value::from(level.filter(|_| is_whole).map(|level| level.height));
    let remark = match (point.few, series.and_then(|series| series.breaks.iter().find(|at| at.year == point.year))) {
        (true, _) => tell.text("reports-few"),
        (false, Some(at)) => at.why.clone(),
        (false, None) => String::new(),
    };
    vec![
        goal.number.clone().into(),
        indicator.text.clone().into(),
        indicator.under.clone().into(),
        Value::from(series.map(|series| tell.text(&format!("reports-kind-{}", series.kind.as_str())))),
        of.0.into(),
        of.1.into(),
        Value::Number(f64::from(point.year)),
        Value::from(point.height()),
        Value::from(basis.filter(|_| !is_mean).map(|(part, _)| part as f64)),
        Value::from(basis.map(|(_, whole)| whole as f64)),
        count(point.from),
        Value::from(is_whole.then_some(point.expected as f64)),
        level(series.and_then(|series| series.baseline.as_ref())),
        level(series.and_then(|series| series.target.as_ref())),
        indicator.source.clone().into(),
        remark.into(),
    ]
}

/// Every action with its goal's number; empty for those under none.
fn each(snapshot: &Snapshot) -> impl Iterator<Item = (&str, &ActionStatus)> {
    let goals = snapshot.compiled.goals.iter();
    let with_goal = goals.flat_map(|goal| goal.actions.iter().map(|action| (goal.number.as_str(), action)));
    with_goal.chain(snapshot.compiled.others.iter().map(|action| ("", action)))
}

fn actions(snapshot: &Snapshot, tell: Words<'_>) -> Sheet {
    let row = |(goal, action): (&str, &ActionStatus)| {
        let mut row: Vec<Value> = vec![
            goal.into(),
            action.number.clone().into(),
            action.text.clone().into(),
            action.plan.clone().into(),
            action.lead.clone().into(),
            status_text(tell, action.standing().as_str()).into(),
            action.moved().map(|(before, _)| status_text(tell, before.as_str())).into(),
        ];
        let counts = action.answers();
        let of = |status: &&str| counts.iter().find(|(other, _)| other == status).map_or(0, |(_, count)| *count);
        row.extend(STATUSES.iter().map(|status| Value::Number(of(status) as f64)));
        row.push(Value::Number(action.bodies.len() as f64));
        row
    };
    let mut columns = vec![
        ("reports-goal", 12),
        ("reports-number", 10),
        ("reports-action", 60),
        ("reports-fact-plan", 30),
        ("reports-lead", 30),
        ("reports-status", 16),
        ("reports-status-moved-from", 16),
    ];
    let keys = STATUSES.map(|status| format!("ui-action-{}", status.replace('_', "-")));
    columns.extend(keys.iter().map(|key| (key.as_str(), 12)));
    columns.push(("reports-expected", 12));
    sheet(tell, "reports-sheet-actions", &columns, each(snapshot).map(row).collect())
}

fn bodies(snapshot: &Snapshot, tell: Words<'_>) -> Sheet {
    let status = |status: &Option<String>| Value::from(status.as_deref().map(|status| status_text(tell, status)));
    let mut rows = Vec::new();
    for (goal, action) in each(snapshot) {
        for body in &action.bodies {
            let leads = if body.leads { tell.text("reports-leads") } else { String::new() };
            rows.push(vec![
                goal.into(),
                action.number.clone().into(),
                action.text.clone().into(),
                body.name.clone().into(),
                leads.into(),
                status(&body.status),
                status(&body.before),
            ]);
        }
    }
    let columns = [
        ("reports-goal", 12),
        ("reports-number", 10),
        ("reports-action", 60),
        ("reports-body", 40),
        ("reports-lead", 10),
        ("reports-status", 16),
        ("reports-status-before", 16),
    ];
    sheet(tell, "reports-sheet-bodies", &columns, rows)
}

fn assessments(snapshot: &Snapshot, tell: Words<'_>) -> Sheet {
    let mut rows = Vec::new();
    for goal in &snapshot.compiled.goals {
        for step in &goal.assessments.scale {
            let count = goal.assessments.counts.get(&step.key).copied().unwrap_or_default();
            rows.push(vec![goal.name().into(), step.text.clone().into(), Value::Number(count as f64)]);
        }
    }
    let columns = [("reports-goal", 50), ("reports-assessment", 30), ("reports-bodies", 12)];
    sheet(tell, "reports-sheet-assessments", &columns, rows)
}

fn completeness(snapshot: &Snapshot, tell: Words<'_>) -> Sheet {
    let bodies = snapshot.compiled.completeness.bodies.iter();
    let row = |body: &crate::compiled::BodyCompleteness| {
        vec![body.name.clone().into(), Value::Number(body.approved as f64), Value::Number(body.expected as f64)]
    };
    let columns = [("reports-body", 40), ("reports-approved", 12), ("reports-expected", 12)];
    sheet(tell, "reports-sheet-completeness", &columns, bodies.map(row).collect())
}
