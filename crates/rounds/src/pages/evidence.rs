//! Files and addresses of a report: their own page, so that adding one never stands beside an answer that is not saved.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Id, Problem};
use serde::Serialize;
use web::{Error, Fields, Here, Place, Result, Route, Sample, Uploads, download};

use super::reports::way;
use super::{ANSWER, Head, LINKS, READ, seen};
use crate::report::Seen;
use crate::report::evidence::{Evidence, MOST_BYTES};

const INDEX: &str = "pages/rounds/evidence/index.html";

/// What a form adds around a file.
const FRAME: usize = 16 * 1024;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/rounds/{id}/reports/{report}/evidence", READ, index).also_for(LINKS),
        Route::post("/rounds/{id}/reports/{report}/evidence", ANSWER, add)
            .taking(MOST_BYTES + FRAME)
            .weighing(5)
            .also_for(LINKS),
        Route::get("/rounds/{id}/reports/{report}/evidence/{evidence}", READ, show).also_for(LINKS),
        Route::post("/rounds/{id}/reports/{report}/evidence/{evidence}/removals", ANSWER, remove).also_for(LINKS),
    ]
}

#[derive(Debug, Serialize)]
struct Index {
    round: Head,
    /// The report.
    href: String,
    /// What it is about.
    item: String,
    unit: String,
    pieces: Vec<Piece>,
    /// Whether the viewer adds and removes now.
    write: bool,
    form: Form,
}

#[derive(Debug, Default, Serialize)]
struct Form {
    title: String,
    href: String,
    errors: BTreeMap<&'static str, String>,
}

/// Something that shows what was done.
#[derive(Debug, Serialize)]
pub(super) struct Piece {
    id: String,
    title: String,
    href: String,
    outside: bool,
    size: String,
}

impl Piece {
    pub(super) fn sample() -> Self {
        Self {
            id: "e".to_owned(),
            title: "Utvärdering".to_owned(),
            href: "/rounds/r/reports/a/evidence/e".to_owned(),
            outside: false,
            size: "120 kB".to_owned(),
        }
    }
}

/// All that the report has.
pub(super) async fn pieces(here: &Here, seen: &Seen) -> Result<Vec<Piece>> {
    let own = format!("/rounds/{}/reports/{}/evidence", seen.round.id, seen.report.id);
    let piece = |evidence: Evidence| Piece {
        outside: evidence.href.is_some(),
        href: evidence.href.unwrap_or_else(|| format!("{own}/{}", evidence.id)),
        size: evidence.bytes.map(|bytes| size(here, bytes)).unwrap_or_default(),
        id: evidence.id,
        title: evidence.title,
    };
    Ok(seen.evidence(here.db()).await?.into_iter().map(piece).collect())
}

/// A size in whole kilobytes.
fn size(here: &Here, bytes: i64) -> String {
    here.text_with("round-evidence-size", &[("kilobytes", &swedish::whole((bytes + 1023) / 1024))])
}

async fn index(here: Here, Path((id, report)): Path<(String, String)>) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    page(&here, &seen, Form::default()).await
}

async fn page(here: &Here, seen: &Seen, form: Form) -> Result<Response> {
    if !seen.is_readable_by(here.viewer()) {
        return Err(Problem::NotFound.into());
    }
    let refused = !form.errors.is_empty();
    let href = format!("/rounds/{}/reports/{}", seen.round.id, seen.report.id);
    let mut place = way(here, seen);
    place.push(Place::new(seen.item.name(), href.clone()));
    let context = Index {
        round: Head::of(here, &seen.round),
        href,
        item: seen.item.name(),
        unit: seen.report.unit_name.clone(),
        pieces: pieces(here, seen).await?,
        write: seen.may_write(here.viewer(), here.db().clock().today()),
        form,
    };
    if refused { here.again(INDEX, &place, &context) } else { here.page(INDEX, &place, &context) }
}

async fn add(here: Here, Path((id, report)): Path<(String, String)>, uploads: Uploads) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    let (title, href) = (uploads.fields.get("evidence_title"), uploads.fields.get("evidence_href"));
    let (db, viewer, round, report) = (here.db(), here.viewer(), &seen.round.id, &seen.report.id);
    let file = uploads.files.get("evidence_file");
    let added = match file {
        Some(_) if !href.trim().is_empty() => Err(both()),
        Some(file) => Seen::add_file(db, viewer, round, report, title, &file.name, &file.bytes).await,
        None => Seen::add_link(db, viewer, round, report, title, href).await,
    };
    match added.map_err(Error::from) {
        Ok(()) => {
            Ok(here.go_saying(&format!("/rounds/{round}/reports/{report}/evidence"), "said-evidence-added", None))
        }
        Err(Error::Problem(Problem::Invalid(errors))) => {
            let errors = sentences(&here, &errors);
            let form = Form { title: title.to_owned(), href: href.to_owned(), errors };
            page(&here, &seen, form).await
        }
        Err(error) => Err(error),
    }
}

/// A file and an address at once: which of them the name is for is not known.
fn both() -> db::DbError {
    let mut errors = FormErrors::default();
    errors.add("evidence_href", FieldError::Taken);
    Problem::Invalid(errors).into()
}

/// What is wrong, in sentences that say what is taken here.
fn sentences(here: &Here, errors: &FormErrors) -> BTreeMap<&'static str, String> {
    let mut texts = here.errors(errors);
    for (field, error) in &errors.0 {
        let key = match (*field, error) {
            ("evidence_file", FieldError::NotRight) => "round-evidence-not-taken",
            ("evidence_href", FieldError::NotRight) => "round-evidence-no-address",
            ("evidence_href", FieldError::Missing) => "round-evidence-nothing",
            ("evidence_href", FieldError::Taken) => "round-evidence-both",
            _ => continue,
        };
        texts.insert(field, here.text(key));
    }
    texts
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
    let href = format!("/rounds/{}/reports/{}/evidence", seen.round.id, seen.report.id);
    Ok(here.go_saying(&href, "said-evidence-removed", None))
}

pub(super) fn samples() -> Vec<Sample> {
    let index = |write, errors| Index {
        round: Head::sample(false),
        href: "/rounds/r/reports/a".to_owned(),
        item: "1.1 Utbilda all personal i tidiga tecken på våld.".to_owned(),
        unit: "Socialnämnden".to_owned(),
        pieces: if write { vec![Piece::sample()] } else { Vec::new() },
        write,
        form: Form { errors, ..Form::default() },
    };
    let errors = BTreeMap::from([("evidence_file", "Filtypen går inte att ta emot.".to_owned())]);
    vec![Sample::new(INDEX, &index(true, errors)), Sample::new(INDEX, &index(false, BTreeMap::new()))]
}
