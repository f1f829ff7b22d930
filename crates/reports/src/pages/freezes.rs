//! Freezing a report: figures and texts are kept as they are.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use identity::Verb;
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::{Head, WRITE, head, in_state, place, report_for, samples, snapshot, swedish};
use crate::status_report::{State, StatusReport};

const TEMPLATE: &str = "pages/reports/freezes/new.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/status-reports/{id}/freezes/new", WRITE, new),
        Route::post("/status-reports/{id}/freezes", WRITE, create),
    ]
}

/// The page that says what freezing does.
#[derive(Debug, Serialize)]
struct New {
    report: Head,
    /// Sections that nobody has marked as done.
    open: Vec<String>,
    came: (u64, u64),
    form: Form,
}

#[derive(Debug, Default, Serialize)]
struct Form {
    errors: BTreeMap<&'static str, String>,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let report = report_for(&here, Verb::Write, &id).await?;
    in_state(&report, State::Writing, "status-report-not-writing")?;
    ask(&here, &report, Form::default()).await
}

async fn ask(here: &Here, report: &StatusReport, form: Form) -> Result<Response> {
    let snapshot = snapshot(here, report).await?;
    let saved = report.sections(here.db()).await?;
    let is_open = |key: &String| !saved.get(key).is_some_and(|section| section.done);
    let name = |key: &crate::template::SectionKey| {
        let part = here.text(&format!("reports-part-{}", key.name()));
        let goal = key.goal().and_then(|goal| snapshot.compiled.goal(goal.as_str()));
        goal.map_or(part.clone(), |goal| format!("{}: {part}", goal.name()))
    };
    let sections = snapshot.sections();
    let came = &snapshot.compiled.completeness;
    let context = New {
        report: head(here, report),
        open: sections.iter().filter(|key| is_open(&key.written())).map(name).collect(),
        came: (came.approved, came.expected),
        form,
    };
    let place = place(here, Some(report));
    if context.form.errors.is_empty() {
        here.page(TEMPLATE, &place, &context)
    } else {
        here.again(TEMPLATE, &place, &context)
    }
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let report = report_for(&here, Verb::Write, &id).await?;
    let confirmed = fields.get("confirmed") == "true";
    match StatusReport::freeze(here.db(), here.viewer(), swedish(&here), &report.id, confirmed)
        .await
        .map_err(Error::from)
    {
        Ok(()) => Ok(here.go_saying(&format!("/status-reports/{}", report.id), "said-status-report-frozen", None)),
        Err(Error::Problem(Problem::Refused("status-report-sections-open"))) => {
            let errors = BTreeMap::from([("confirmed", here.text("reports-freeze-confirm-missing"))]);
            ask(&here, &report, Form { errors }).await
        }
        Err(error) => Err(error),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let errors = BTreeMap::from([("confirmed", "Det här behövs.".to_owned())]);
    let new = |open, form| New { report: samples::head("writing"), open, came: (28, 30), form };
    vec![
        Sample::new(TEMPLATE, &new(Vec::new(), Form::default())),
        Sample::new(TEMPLATE, &new(vec!["1 Vuxna ser och agerar: Analys".to_owned()], Form { errors })),
    ]
}
