//! Throwing away a report that was begun by mistake: what goes with it, and the deed.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use identity::Verb;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::{Head, WRITE, head, place, report_for, samples, title};
use crate::status_report::{Section, StatusReport};

const TEMPLATE: &str = "pages/reports/removals/new.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/status-reports/{id}/removals/new", WRITE, new),
        Route::post("/status-reports/{id}/removals", WRITE, create),
    ]
}

/// The page that says what goes.
#[derive(Debug, Serialize)]
struct New {
    report: Head,
    /// Sections with a text or an assessment.
    texts: usize,
    /// Who saved them last, and how many each; nobody has a name who is no person of ours.
    writers: Vec<Writer>,
    /// Whether another edition on the year stays: then this one was to correct it.
    corrects: bool,
}

#[derive(Debug, Serialize)]
struct Writer {
    name: String,
    texts: usize,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let report = report_for(&here, Verb::Write, &id).await?;
    report.check_removable()?;
    let saved = report.sections(here.db()).await?;
    let written: Vec<&Section> = saved.values().filter(|section| section.is_written()).collect();
    let context = New {
        texts: written.len(),
        writers: writers(&written),
        corrects: report.edition > 1,
        report: head(&here, &report),
    };
    here.page(TEMPLATE, &place(&here, Some(&report)), &context)
}

/// Whoever saved these sections last, those with most first.
fn writers(written: &[&Section]) -> Vec<Writer> {
    let mut counts: BTreeMap<String, Writer> = BTreeMap::new();
    for section in written {
        let name = section.by.clone();
        counts.entry(swedish::sort_key(&name)).or_insert(Writer { name, texts: 0 }).texts += 1;
    }
    let mut writers: Vec<Writer> = counts.into_values().collect();
    writers.sort_by_key(|writer| std::cmp::Reverse(writer.texts));
    writers
}

async fn create(here: Here, Path(id): Path<String>) -> Result<Response> {
    let report = report_for(&here, Verb::Write, &id).await?;
    StatusReport::remove(here.db(), here.viewer(), &report.id).await?;
    Ok(here.go_saying("/status-reports", "said-status-report-removed", Some(&title(&here, &report))))
}

pub(super) fn samples() -> Vec<Sample> {
    let writer = |name: &str, texts| Writer { name: name.to_owned(), texts };
    let new = |state, writers: Vec<Writer>, corrects| New {
        report: samples::head(state),
        texts: writers.iter().map(|writer| writer.texts).sum(),
        writers,
        corrects,
    };
    vec![
        Sample::new(TEMPLATE, &new("writing", Vec::new(), false)),
        Sample::new(TEMPLATE, &new("frozen", vec![writer("Ronja Exempelsson", 2), writer("", 1)], true)),
    ]
}
