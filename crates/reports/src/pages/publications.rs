//! Publishing a frozen report.

use axum::extract::Path;
use axum::response::Response;
use identity::Verb;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::{Head, PUBLISH, head, in_state, place, report_for, samples};
use crate::status_report::{State, StatusReport};

const TEMPLATE: &str = "pages/reports/publications/new.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/status-reports/{id}/publications/new", PUBLISH, new),
        Route::post("/status-reports/{id}/publications", PUBLISH, create),
    ]
}

/// The page that says what publishing does.
#[derive(Debug, Serialize)]
struct New {
    report: Head,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let report = report_for(&here, Verb::Publish, &id).await?;
    in_state(&report, State::Frozen, "status-report-not-frozen")?;
    here.page(TEMPLATE, &place(&here, Some(&report)), &New { report: head(&here, &report) })
}

async fn create(here: Here, Path(id): Path<String>) -> Result<Response> {
    let report = report_for(&here, Verb::Publish, &id).await?;
    StatusReport::publish(here.db(), here.viewer(), &report.id).await?;
    Ok(here.go_saying(&format!("/status-reports/{}", report.id), "said-status-report-published", None))
}

pub(super) fn samples() -> Vec<Sample> {
    vec![Sample::new(TEMPLATE, &New { report: samples::head("frozen") })]
}
