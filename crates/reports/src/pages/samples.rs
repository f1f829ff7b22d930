//! Filled-in contexts for the test that renders every template.

use base::{Id, Period};
use i18n::Language;
use indicators::{Kind, Point, Series, Value};
use plans::PlanKind;
use plans::editions::Words;
use web::Sample;

use super::Head;
use super::view::Goal;
use crate::compiled::{
    ActionStatus, Assessments, BodyStatus, Compiled, Completeness, Developing, GoalStatus, IndicatorStatus, PlanFacts,
    Step,
};
use crate::snapshot::{Snapshot, Text};

pub(super) fn all() -> Vec<Sample> {
    [
        super::list::samples(),
        super::new::samples(),
        super::show::samples(),
        super::goals::samples(),
        super::sections::samples(),
        super::freezes::samples(),
        super::thaws::samples(),
        super::publications::samples(),
        super::corrections::samples(),
        super::removals::samples(),
        super::editions::samples(),
        super::series::samples(),
        super::indicators::samples(),
    ]
    .concat()
}

/// A report in a state, seen by whoever may do everything with it.
pub(super) fn head(state: &'static str) -> Head {
    Head {
        href: "/status-reports/exempel".to_owned(),
        title: "Lägesrapport 2024: Trygg i Lindhamn".to_owned(),
        plan: "Trygg i Lindhamn".to_owned(),
        plan_href: "/plans/trygg-i-lindhamn".to_owned(),
        owner: "Lindhamns kommun".to_owned(),
        year: 2024,
        state,
        edition: 2,
        reason: "Fel antal i mål 2.".to_owned(),
        may_write: true,
        may_publish: true,
        is_inside: true,
    }
}

/// A goal with everything that a goal can have.
pub(super) fn goal() -> Goal {
    // The words of samples are never read: the templates around them are what is tried.
    let Ok(catalogue) = web::catalogue() else { return Goal::default() };
    let snapshot = snapshot();
    Goal::of(&snapshot, &snapshot.compiled.goals[0], Words::new(&catalogue, Language::Sv))
}

/// An indicator with some years; none where the words cannot be read.
pub(super) fn indicator() -> Option<super::view::Indicator> {
    let catalogue = web::catalogue().ok()?;
    Some(super::view::Indicator::of(&status().indicators[0], 2024, Words::new(&catalogue, Language::Sv)))
}

fn snapshot() -> Snapshot {
    let goal = status();
    let text = |text: &str, choice: &str| Text { text: text.to_owned(), choice: choice.to_owned() };
    let key = |part: &str| format!("goal:{}:{part}", goal.id);
    let texts = [
        (key("assessment"), text("Det går framåt.", "reached")),
        (key("analysis"), text("Fler utbildas.\n\n- Socialtjänsten först.", "")),
    ];
    Snapshot { texts: texts.into(), ..Snapshot::of(compiled(goal), 1) }
}

fn compiled(goal: GoalStatus) -> Compiled {
    Compiled {
        plan: PlanFacts {
            id: Id::stored("trygg".to_owned()),
            kind: PlanKind::Municipal,
            title: "Trygg i Lindhamn".to_owned(),
            period: Period { from: 2024, to: 2027 },
            owner: "Lindhamns kommun".to_owned(),
            version: 1,
            carried_out_by: Vec::new(),
        },
        year: 2024,
        before: Some(2023),
        completeness: Completeness::default(),
        goals: vec![goal],
        others: Vec::new(),
    }
}

fn status() -> GoalStatus {
    let mut series = Series::new(Kind::Share);
    let share = |year, part| Point { value: Some(Value::Share { part, whole: 20 }), from: 2, ..Point::gap(year, 2) };
    series.points = vec![share(2023, 9), share(2024, 12)];
    let body = |status: &str| BodyStatus {
        name: "Socialnämnden".to_owned(),
        leads: true,
        status: Some(status.to_owned()),
        before: Some("not_started".to_owned()),
    };
    GoalStatus {
        id: Id::stored("mal-1".to_owned()),
        number: "1".to_owned(),
        title: "Vuxna ser och agerar".to_owned(),
        development_areas: Vec::new(),
        indicators: vec![IndicatorStatus {
            id: Id::stored("andel".to_owned()),
            text: "Andel utbildade".to_owned(),
            under: "1.1".to_owned(),
            plan: String::new(),
            source: "Personalregistret".to_owned(),
            definition: String::new(),
            about_people: false,
            series: Some(series),
        }],
        developing: vec![Developing {
            text: "Andel unga som vet vart de vänder sig".to_owned(), under: String::new()
        }],
        actions: vec![ActionStatus {
            id: Id::stored("atgard-1-1".to_owned()),
            number: "1.1".to_owned(),
            text: "Utbilda all personal.".to_owned(),
            plan: String::new(),
            lead: "Socialnämnden".to_owned(),
            standing: "ongoing".to_owned(),
            gone: false,
            bodies: vec![body("ongoing")],
        }],
        assessments: Assessments {
            scale: vec![Step { key: "reached".to_owned(), text: "Nått".to_owned() }],
            counts: [("reached".to_owned(), 3)].into(),
            expected: 4,
        },
    }
}
