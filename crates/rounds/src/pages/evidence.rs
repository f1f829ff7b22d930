//! Files and addresses of a report.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use web::{Error, Fields, Here, Result, Route, Uploads, download};

use super::reports::{Again, page};
use super::{ANSWER, LINKS, READ, seen};
use crate::report::Seen;
use crate::report::evidence::MOST_BYTES;

/// What a form adds around a file.
const FRAME: usize = 16 * 1024;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post("/rounds/{id}/reports/{report}/evidence", ANSWER, add)
            .taking(MOST_BYTES + FRAME)
            .weighing(5)
            .also_for(LINKS),
        Route::get("/rounds/{id}/reports/{report}/evidence/{evidence}", READ, show).also_for(LINKS),
        Route::post("/rounds/{id}/reports/{report}/evidence/{evidence}/removals", ANSWER, remove).also_for(LINKS),
    ]
}

async fn add(here: Here, Path((id, report)): Path<(String, String)>, uploads: Uploads) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    let (title, href) = (uploads.fields.get("evidence_title"), uploads.fields.get("evidence_href"));
    let (db, viewer) = (here.db(), here.viewer());
    let (round, report) = (&seen.round.id, &seen.report.id);
    let added = match uploads.files.get("evidence_file") {
        Some(file) => Seen::add_file(db, viewer, round, report, title, &file.name, &file.bytes).await,
        None => Seen::add_link(db, viewer, round, report, title, href).await,
    };
    match added.map_err(Error::from) {
        Ok(()) => {
            Ok(here.go_saying(&format!("/rounds/{round}/reports/{report}#evidence"), "said-evidence-added", None))
        }
        Err(Error::Problem(Problem::Invalid(errors))) => {
            let form = BTreeMap::from([("evidence_title", title.to_owned()), ("evidence_href", href.to_owned())]);
            let again = Again { evidence_errors: here.errors(&errors), evidence_form: form, ..Again::default() };
            page(&here, seen, again).await
        }
        Err(error) => Err(error),
    }
}

async fn show(here: Here, Path((id, report, evidence)): Path<(String, String, String)>) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    if !seen.is_readable_by(here.viewer()) {
        return Err(Problem::NotFound.into());
    }
    let evidence = seen.evidence(here.db()).await?.into_iter().find(|piece| piece.id == evidence);
    let evidence = evidence.ok_or(Problem::NotFound)?;
    let name = evidence.file_name.clone().ok_or(Problem::NotFound)?;
    let bytes = seen.file(here.db(), &evidence).await?;
    Ok(download(&name, "application/octet-stream", bytes))
}

async fn remove(
    here: Here,
    Path((id, report, evidence)): Path<(String, String, String)>,
    _: Fields,
) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    let evidence = Id::parse(&evidence).ok_or(Problem::NotFound)?;
    Seen::remove_evidence(here.db(), here.viewer(), &seen.round.id, &seen.report.id, &evidence).await?;
    let href = format!("/rounds/{}/reports/{}#evidence", seen.round.id, seen.report.id);
    Ok(here.go_saying(&href, "said-evidence-removed", None))
}
