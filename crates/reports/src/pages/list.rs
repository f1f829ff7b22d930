//! All reports that the viewer may see.

use axum::response::Response;
use identity::Verb;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::{Head, READ, head, samples};
use crate::status_report::{State, StatusReport};

const TEMPLATE: &str = "pages/reports/list/index.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/status-reports", READ, index)]
}

/// The list's context.
#[derive(Debug, Serialize)]
struct Index {
    /// Those that are being written.
    open: Vec<Row>,
    /// Those that anybody may read.
    published: Vec<Row>,
    may_begin: bool,
    /// Whether the viewer sees series from outside.
    sees_series: bool,
}

/// A report in the list.
#[derive(Debug, Serialize)]
struct Row {
    report: Head,
    /// When it was published.
    day: String,
    /// Whether a later edition has taken its place.
    superseded: bool,
}

async fn index(here: Here) -> Result<Response> {
    let reports = StatusReport::list(here.db(), here.viewer()).await?;
    let later = |report: &StatusReport| {
        reports.iter().any(|other| {
            other.plan == report.plan
                && other.year == report.year
                && other.edition > report.edition
                && other.state == State::Published
        })
    };
    let row = |report: &StatusReport| Row {
        report: head(&here, report),
        day: report.published_at.map(|at| here.date(&base::in_stockholm(at).date().to_string())).unwrap_or_default(),
        superseded: later(report),
    };
    let (published, open): (Vec<_>, Vec<_>) = reports.iter().partition(|report| report.state == State::Published);
    let context = Index {
        open: open.into_iter().map(row).collect(),
        published: published.into_iter().map(row).collect(),
        may_begin: here.viewer().may_somewhere(Verb::Write),
        sees_series: here.viewer().may_somewhere(Verb::See),
    };
    here.page(TEMPLATE, &[], &context)
}

pub(super) fn samples() -> Vec<Sample> {
    let row = |report: Head, superseded| Row { report, day: "12 mars 2025".to_owned(), superseded };
    let full = Index {
        open: vec![row(samples::head("writing"), false)],
        published: vec![row(samples::head("published"), false), row(samples::head("published"), true)],
        may_begin: true,
        sees_series: true,
    };
    let none = Index { open: Vec::new(), published: Vec::new(), may_begin: false, sees_series: false };
    let first = Index { open: Vec::new(), published: Vec::new(), may_begin: true, sees_series: true };
    [full, none, first].iter().map(|index| Sample::new(TEMPLATE, index)).collect()
}
