//! The tables of a report: years of an indicator, actions, bodies.

use documents::{Align, Column, Inline, Table, TableRow};
use indicators::Breakdown;
use plans::editions::Words;

use super::figure;
use super::graph::{standing_count, status_text};
use crate::compiled::{ActionStatus, Assessments, Completeness, GoalStatus, IndicatorStatus, Standing};
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
        let year = [point.year.to_string(), figure::point(tell, Some(point))];
        TableRow::of(year.into_iter().chain(series.is_reported().then(|| figure::bodies(tell, point))))
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
            cell(answers(tell, action)),
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

/// Who answered for an action, and what they say where that is not what it stands as: `Genomförd enligt Polisen; 12 av 26 svarar
/// Pågår`, `3 svarar Pågår, 1 svarar Genomförd (4 av 5 har svarat)`, `5 av 5 har svarat`.
pub(crate) fn answers(tell: Words<'_>, action: &ActionStatus) -> String {
    let (answers, asked) = (action.answers(), action.bodies.len() as u64);
    if asked == 0 {
        return tell.text("reports-nobody-asked");
    }
    let answered: u64 = answers.iter().map(|(_, count)| count).sum();
    let (part, whole) = (figure::count(answered), figure::count(asked));
    let came = tell.with("reports-answered", &[("part", &part), ("whole", &whole)]);
    if answers.len() < 2 {
        return came;
    }
    let told = match (action.standing(), action.leading().as_slice()) {
        (Standing::Is(status), [first, others @ ..]) => {
            let rest = answers.iter().filter(|(other, _)| *other != status);
            let others_say = rest.map(|(other, count)| {
                let values =
                    [("count", &*figure::count(*count)), ("whole", &part), ("status", &status_text(tell, other))];
                tell.with("reports-answer-of", &values)
            });
            let who =
                std::iter::once(first).chain(others).map(|body| body.name.as_str()).collect::<Vec<_>>().join(", ");
            let others = others_say.collect::<Vec<_>>().join(", ");
            let values = [("status", &*status_text(tell, status)), ("who", &who), ("others", &others)];
            tell.with("reports-answers-lead", &values)
        }
        _ => {
            let said = answers.iter().map(|(status, count)| {
                let values = [("count", &*figure::count(*count)), ("status", &status_text(tell, status))];
                tell.with("reports-answer", &values)
            });
            said.collect::<Vec<_>>().join(", ")
        }
    };
    if answered == asked { told } else { format!("{told} ({came})") }
}

/// How many actions stand how: `6 åtgärder: 2 genomförda, 4 pågår`. Empty where there are none.
pub(crate) fn standings(tell: Words<'_>, actions: &[ActionStatus]) -> String {
    let counts = crate::compiled::counted(actions).into_iter();
    counts.map(|(standing, count)| standing_count(tell, standing, count)).collect::<Vec<_>>().join(", ")
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
        TableRow::of([
            goal.name(),
            assessed.unwrap_or_else(|| tell.text("reports-not-assessed")),
            figure::count(goal.actions.len() as u64),
            standings(tell, &goal.actions),
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
