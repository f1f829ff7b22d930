//! A report as a file, and as one long page.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use i18n::Language;
use plans::editions::Words;
use serde::Serialize;
use tokio::sync::Semaphore;
use web::{Error, Here, Result, Route, Sample, download};

use super::{Head, READ, head, place, report, samples, snapshot, swedish};
use crate::editions::{Format, bytes, document, file_name};
use crate::snapshot::Snapshot;

const TEMPLATE: &str = "pages/reports/editions/show.html";

/// How many files are set at once: each may take all of a processor for a second.
const AT_ONCE: usize = 2;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/status-reports/{id}/editions/{file}", READ, show)]
}

/// A file of a report.
#[derive(Debug, Clone, Serialize)]
pub(super) struct File {
    href: String,
    text: String,
    hint: String,
    is_page: bool,
}

/// The whole report as a page.
#[derive(Debug, Serialize)]
struct Show {
    report: Head,
    html: String,
    files: Vec<File>,
}

/// The files of a report.
pub(super) fn files(here: &Here, head: &Head) -> Vec<File> {
    let file = |format: &Format| File {
        href: format!("{}/editions/report.{}", head.href, format.as_str()),
        text: here.text(&format!("reports-format-{}", format.as_str())),
        hint: here.text(&format!("reports-hint-{}", format.as_str())),
        is_page: *format == Format::Html,
    };
    Format::ALL.iter().map(file).collect()
}

async fn show(here: Here, Path((id, file)): Path<(String, String)>) -> Result<Response> {
    let format = file.strip_prefix("report.").and_then(Format::parse).ok_or(Problem::NotFound)?;
    let report = report(&here, &id).await?;
    let snapshot = snapshot(&here, &report).await?;
    let day = here.db().clock().today();
    let tell = swedish(&here);
    if format == Format::Html {
        let head = head(&here, &report);
        let html = documents::html(&document(&snapshot, tell, day));
        let files = files(&here, &head).into_iter().filter(|file| !file.is_page).collect();
        return here.page(TEMPLATE, &place(&here, Some(&report)), &Show { report: head, html, files });
    }
    let name = file_name(&snapshot, tell, format);
    Ok(download(&name, format.media_type(), made(&here, snapshot, format).await?))
}

/// The file, set on a thread of its own when it is its turn.
async fn made(here: &Here, snapshot: Snapshot, format: Format) -> Result<Vec<u8>> {
    let internal = |error: String| Error::Internal(format!("an edition: {error}"));
    let turn = TURNS.acquire().await.map_err(|error| internal(error.to_string()))?;
    let (app, day) = (here.app().clone(), here.db().clock().today());
    let work = move || {
        // Whoever asked may have gone: the turn ends with the work, not with them.
        let _turn = turn;
        bytes(&snapshot, Words::new(app.catalogue(), Language::Sv), format, day)
    };
    tokio::task::spawn_blocking(work).await.map_err(|error| internal(error.to_string()))?.map_err(internal)
}

pub(super) fn sample() -> File {
    File {
        href: "/status-reports/exempel/editions/report.pdf".to_owned(),
        text: "PDF".to_owned(),
        hint: "Att skriva ut".to_owned(),
        is_page: false,
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let document = documents::Document { title: "Lägesrapport 2024".to_owned(), ..documents::Document::default() };
    let html = documents::html(&document);
    vec![Sample::new(TEMPLATE, &Show { report: samples::head("published"), html, files: vec![sample()] })]
}
