//! Opening a frozen report again before it is published.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use identity::Verb;
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::{Head, WRITE, head, in_state, place, report_for, samples};
use crate::status_report::{State, StatusReport};

const TEMPLATE: &str = "pages/reports/thaws/new.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/status-reports/{id}/thaws/new", WRITE, new),
        Route::post("/status-reports/{id}/thaws", WRITE, create),
    ]
}

/// The page that asks for the reason.
#[derive(Debug, Serialize)]
struct New {
    report: Head,
    form: Form,
}

#[derive(Debug, Default, Serialize)]
struct Form {
    reason: String,
    errors: BTreeMap<&'static str, String>,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let report = report_for(&here, Verb::Write, &id).await?;
    in_state(&report, State::Frozen, "status-report-not-frozen")?;
    here.page(TEMPLATE, &place(&here, Some(&report)), &New { report: head(&here, &report), form: Form::default() })
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let report = report_for(&here, Verb::Write, &id).await?;
    match StatusReport::thaw(here.db(), here.viewer(), &report.id, fields.get("reason")).await.map_err(Error::from) {
        Ok(()) => Ok(here.go_saying(&format!("/status-reports/{}", report.id), "said-status-report-thawed", None)),
        Err(Error::Problem(Problem::Invalid(errors))) => {
            let form = Form { reason: fields.get("reason").to_owned(), errors: here.errors(&errors) };
            here.again(TEMPLATE, &place(&here, Some(&report)), &New { report: head(&here, &report), form })
        }
        Err(error) => Err(error),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let errors = BTreeMap::from([("reason", "Det här behövs.".to_owned())]);
    let new = |form| New { report: samples::head("frozen"), form };
    vec![Sample::new(TEMPLATE, &new(Form::default())), Sample::new(TEMPLATE, &new(Form { errors, ..Form::default() }))]
}
