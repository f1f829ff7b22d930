//! Indicators: all of a plan, the fact sheet of each, and how they are written, changed and taken away.

mod figures;
mod form;
mod writing;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::Verb;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::show::{Head, as_at, head, version};
use super::{READ, WRITE, place, plan};
use crate::Plan;
use crate::content::{Content, Indicator, IndicatorKind, Subject};
use crate::words::{indicator_kind, key};

const INDEX: &str = "pages/plans/indicators/index.html";
const SHOW: &str = "pages/plans/indicators/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/{id}/indicators", READ, index),
        Route::get("/plans/{id}/indicators/{indicator}", READ, show),
        Route::get("/plans/{id}/indicators/new", WRITE, writing::new),
        Route::post("/plans/{id}/indicators", WRITE, writing::create),
        Route::get("/plans/{id}/indicators/{indicator}/edit", WRITE, writing::edit),
        Route::post("/plans/{id}/indicators/{indicator}", WRITE, writing::update),
        Route::post("/plans/{id}/indicators/{indicator}/moves", WRITE, writing::create_move),
        Route::get("/plans/{id}/indicators/{indicator}/removals/new", WRITE, writing::new_removal),
        Route::post("/plans/{id}/indicators/{indicator}/removals", WRITE, writing::remove),
    ]
}

/// The list's context.
#[derive(Debug, Serialize)]
struct Index {
    plan: Head,
    as_at: String,
    /// Those with a source.
    ready: Vec<Row>,
    /// Those without: promised, and still to be developed.
    to_be_developed: Vec<Row>,
}

/// An indicator in the list.
#[derive(Debug, Serialize)]
struct Row {
    href: String,
    text: String,
    kind: String,
    source: String,
    baseline: String,
    target: String,
    subject: SubjectView,
}

/// What an indicator stands under.
#[derive(Debug, Clone, Serialize)]
struct SubjectView {
    /// The level's name and the number: `Mål 2`.
    name: String,
    text: String,
    href: String,
}

/// The fact sheet's context.
#[derive(Debug, Serialize)]
struct Show {
    plan: Head,
    as_at: String,
    href: String,
    text: String,
    kind: String,
    unit: String,
    direction: String,
    baseline: String,
    target: String,
    breakdowns: Vec<String>,
    /// Only the leading body answers.
    of_lead: bool,
    about_people: bool,
    source: String,
    is_ready: bool,
    definition: Vec<String>,
    purpose: Vec<String>,
    method: Vec<String>,
    limits: Vec<String>,
    /// The newest first.
    history: Vec<Changed>,
    subject: SubjectView,
    /// Where its years are shown to those who work with the plan.
    over_time: Option<String>,
}

/// A change of the definition.
#[derive(Debug, Serialize)]
struct Changed {
    when: String,
    iso: String,
    text: String,
}

async fn index(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let version = version(&here, &plan, &fields).await?;
    let head = head(&here, &plan, &version).await?;
    let row = |(subject, indicator): (Subject<'_>, &Indicator)| Row {
        href: format!("{}/indicators/{}{}", head.href, indicator.id, head.query),
        text: indicator.text.clone(),
        kind: here.text(&key("plan-indicator-kind", indicator_kind(indicator.kind))),
        source: indicator.source.clone(),
        baseline: figures::text(&here, indicator.baseline.as_ref(), indicator),
        target: figures::text(&here, indicator.target.as_ref(), indicator),
        subject: subject_view(subject, &head),
    };
    let (ready, unready): (Vec<_>, Vec<_>) =
        version.content.indicators().partition(|(_, indicator)| is_ready(indicator));
    let (ready, to_be_developed) = (ready.into_iter().map(row).collect(), unready.into_iter().map(row).collect());
    let context = Index { as_at: as_at(&here, &version), ready, to_be_developed, plan: head };
    here.page(INDEX, &place(&here, Some(&plan)), &context)
}

/// An indicator without a source is still to be developed.
fn is_ready(indicator: &Indicator) -> bool {
    !indicator.source.is_empty() && indicator.kind != IndicatorKind::ToBeDeveloped
}

fn subject_view(subject: Subject<'_>, head: &Head) -> SubjectView {
    let (level, number, text, rest) = match subject {
        Subject::Goal(goal) => {
            (&head.levels.goal, &goal.number, &goal.title, format!("{}#goal-{}", head.query, goal.id))
        }
        Subject::Measure(goal, measure) => {
            return SubjectView {
                name: head.levels.measure.one.clone(),
                text: measure.text.clone(),
                href: format!("{}{}#goal-{}", head.href, head.query, goal.id),
            };
        }
        Subject::Action(_, action) => {
            (&head.levels.action, &action.number, &action.text, format!("/actions/{}{}", action.id, head.query))
        }
    };
    SubjectView {
        name: format!("{} {number}", level.one).trim().to_owned(),
        text: text.clone(),
        href: format!("{}{rest}", head.href),
    }
}

async fn show(here: Here, Path((id, indicator)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let version = version(&here, &plan, &fields).await?;
    let (subject, indicator) = find(&version.content, &indicator)?;
    let head = head(&here, &plan, &version).await?;
    let sheet = &indicator.fact_sheet;
    let changed = |change: &crate::content::Redefinition| Changed {
        when: here.date(&change.on),
        iso: change.on.clone(),
        text: change.what.clone(),
    };
    let context = Show {
        as_at: as_at(&here, &version),
        href: format!("{}/indicators/{}", head.href, indicator.id),
        text: indicator.text.clone(),
        kind: here.text(&key("plan-indicator-kind", indicator_kind(indicator.kind))),
        unit: figures::unit(&here, indicator),
        direction: indicator.direction.map(|way| here.text(&key("plan-direction", way.as_str()))).unwrap_or_default(),
        baseline: figures::text(&here, indicator.baseline.as_ref(), indicator),
        target: figures::text(&here, indicator.target.as_ref(), indicator),
        breakdowns: indicator.breakdowns.clone(),
        of_lead: indicator.of_lead,
        about_people: indicator.about_people,
        source: indicator.source.clone(),
        is_ready: is_ready(indicator),
        definition: paragraphs(&sheet.definition),
        purpose: paragraphs(&sheet.purpose),
        method: paragraphs(&sheet.method),
        limits: paragraphs(&sheet.limits),
        history: sheet.history.iter().rev().map(changed).collect(),
        subject: subject_view(subject, &head),
        over_time: over_time(&here, &plan, indicator),
        plan: head,
    };
    let mut place = place(&here, Some(&plan));
    let list = format!("{}/indicators{}", context.plan.href, context.plan.query);
    place.push(web::Place::new(here.text("plans-indicators-title"), list));
    here.page(SHOW, &place, &context)
}

/// Only what was adopted has years, and they are for those who work with the plan.
fn over_time(here: &Here, plan: &Plan, indicator: &Indicator) -> Option<String> {
    let sees = plan.adopted.is_some() && here.viewer().may(Verb::See, &plan.owner_path);
    sees.then(|| format!("/indicators/{}/{}", plan.id, indicator.id))
}

/// The paragraphs of a text; an empty line parts them.
fn paragraphs(text: &str) -> Vec<String> {
    let paragraphs = text.split("\n\n").map(str::trim);
    paragraphs.filter(|paragraph| !paragraph.is_empty()).map(str::to_owned).collect()
}

fn find<'a>(content: &'a Content, indicator: &str) -> Result<(Subject<'a>, &'a Indicator)> {
    let id = Id::parse(indicator).ok_or(Problem::NotFound)?;
    Ok(content.indicator(&id).ok_or(Problem::NotFound)?)
}

pub(super) fn samples() -> Vec<Sample> {
    let head = super::samples::draft;
    let subject = SubjectView {
        name: "Mål 1".to_owned(),
        text: "Vuxna ser och agerar".to_owned(),
        href: "/plans/exempel#goal-mal-1".to_owned(),
    };
    let row = |source: &str| Row {
        href: "/plans/exempel/indicators/i1".to_owned(),
        text: "Andel personal som gått utbildningen".to_owned(),
        kind: "Andel".to_owned(),
        source: source.to_owned(),
        baseline: "45 % (9 av 20), 2024".to_owned(),
        target: String::new(),
        subject: subject.clone(),
    };
    let (ready, to_be_developed) = (vec![row("Personalsystemet")], vec![row("")]);
    let index = Index { plan: head(), as_at: "Utkast".to_owned(), ready, to_be_developed };
    let none = Index { plan: head(), as_at: "Utkast".to_owned(), ready: Vec::new(), to_be_developed: Vec::new() };
    let show = Show {
        plan: head(),
        as_at: "Utkast".to_owned(),
        href: "/plans/exempel/indicators/i1".to_owned(),
        text: "Andel personal som gått utbildningen".to_owned(),
        kind: "Andel".to_owned(),
        unit: "procent".to_owned(),
        direction: "Mer är bättre".to_owned(),
        baseline: "45 % (9 av 20), 2024".to_owned(),
        target: "90 %".to_owned(),
        breakdowns: vec!["Kön".to_owned()],
        of_lead: true,
        about_people: true,
        source: "Personalsystemet".to_owned(),
        is_ready: true,
        definition: vec!["Alla som arbetar minst halvtid räknas.".to_owned()],
        purpose: Vec::new(),
        method: Vec::new(),
        limits: Vec::new(),
        history: vec![Changed {
            when: "1 mars 2025".to_owned(),
            iso: "2025-03-01".to_owned(),
            text: "Vikarier räknas med.".to_owned(),
        }],
        subject,
        over_time: Some("/indicators/exempel/i1".to_owned()),
    };
    let mut samples = vec![Sample::new(INDEX, &index), Sample::new(INDEX, &none), Sample::new(SHOW, &show)];
    samples.extend(writing::samples());
    samples
}
