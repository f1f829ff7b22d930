//! The plan as a workbook: fetched, edited elsewhere, read back. What it would change is shown before anything is saved.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use base::{Id, Problem};
use db::DbError;
use identity::Unit;
use serde::Serialize;
use sheets::Place;
use sheets::write::Workbook;
use web::{Error, Fields, Here, Result, Route, Sample, Uploads, download};

use super::comparisons::{Change, Count, changes_of, sample_changes};
use super::editions::{about, blocking};
use super::imports::file_refusal;
use super::show::{Head, head};
use super::{WRITE, draft, place, samples};
use crate::editions::{Edition, Format, Words};
use crate::plan::Plan;
use crate::version::Version;
use crate::workbook::{self, Basis, Import, Missing, NoWorkbook, Revision, Unread, WorkbookError};

/// Most bytes of an upload: 20 MiB of file, and the form around it.
const UPLOAD_LIMIT: usize = 21 * 1024 * 1024;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/{id}/workbook.xlsx", WRITE, show),
        Route::get("/plans/{id}/workbooks/new", WRITE, new),
        Route::post("/plans/{id}/workbooks", WRITE, create).taking(UPLOAD_LIMIT),
        Route::get("/plans/{id}/workbooks/{import}", WRITE, review),
        Route::post("/plans/{id}/workbooks/{import}/changes", WRITE, save),
    ]
}

/// The upload's context.
#[derive(Debug, Serialize)]
struct New {
    plan: Head,
    form: Form,
}

/// What is wrong with the upload.
#[derive(Debug, Default, Serialize)]
struct Form {
    errors: BTreeMap<&'static str, String>,
}

/// The context of what would change.
#[derive(Debug, Serialize)]
struct Review {
    plan: Head,
    href: String,
    file_name: String,
    changes: Vec<Change>,
    counts: Vec<Count>,
    unread: Vec<UnreadRow>,
    missing: Vec<MissingRow>,
    rows: usize,
    /// How often the draft was saved that the changes are shown against.
    revision: i64,
    stale: bool,
    meanwhile: bool,
}

/// Something that was not understood.
#[derive(Debug, Serialize)]
struct UnreadRow {
    place: String,
    text: String,
    why: String,
}

/// Something that stands on no row.
#[derive(Debug, Serialize)]
struct MissingRow {
    kind: String,
    number: String,
    text: String,
}

/// The workbook of what is being written, with the register's bodies to choose from.
async fn show(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let words = words(&here);
    let about = about(&here, &plan, &version).await?;
    let names: Vec<String> = Unit::body_options(here.db()).await?.into_iter().map(|option| option.text).collect();
    let basis = Basis { version: version.number, revision: version.revision };
    let workbook = Workbook {
        title: version.content.title.clone(),
        author: Some(plan.owner_name.clone()),
        created: about.date.at(0, 0, 0, 0),
        sheets: workbook::sheets(&version.content, &basis, &names, words),
    };
    let name = Edition::Full.file_name(&version.content, Format::Xlsx, words);
    let bytes = blocking(move || sheets::write::xlsx(&workbook).map_err(|error| error.to_string())).await?;
    Ok(download(&name, Format::Xlsx.media_type(), bytes))
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let context = New { plan: head(&here, &plan, &version).await?, form: Form::default() };
    here.page("pages/plans/workbooks/new.html", &place(&here, Some(&plan)), &context)
}

async fn create(here: Here, Path(id): Path<String>, mut uploads: Uploads) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let error = match uploads.files.remove("file") {
        None => here.text("plans-workbook-error-missing"),
        Some(file) => match workbook::read_file(here.app().reader(), &file.name, file.bytes).await {
            Ok(source) => {
                let import = Import::keep(here.db(), here.viewer(), &plan, &version, &file.name, source).await?;
                return Ok(here.go(&format!("/plans/{}/workbooks/{import}", plan.id)));
            }
            Err(WorkbookError::File(error)) => file_refusal(&here, &error),
            Err(WorkbookError::Other) => here.text("plans-workbook-error-no-workbook"),
            Err(WorkbookError::TooMany { limit }) => here.count_text("plans-workbook-error-too-many", limit),
        },
    };
    let form = Form { errors: BTreeMap::from([("file", error)]) };
    let context = New { plan: head(&here, &plan, &version).await?, form };
    here.again("pages/plans/workbooks/new.html", &place(&here, Some(&plan)), &context)
}

async fn review(here: Here, Path((id, import)): Path<(String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let import = find(&here, &plan, &import).await?;
    reviewed(&here, (&plan, &version), &import, false).await
}

/// Saves what was shown. When somebody else saved meanwhile, nothing is saved, and the changes are shown against what they wrote.
async fn save(here: Here, Path((id, import)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (plan, _) = draft(&here, &id).await?;
    let import = find(&here, &plan, &import).await?;
    let shown = fields.number("revision").ok_or(Problem::Malformed)?;
    match import.save(here.db(), here.viewer(), &plan.id, shown, words(&here)).await {
        Ok(()) => Ok(here.go_saying(&format!("/plans/{}?version=draft", plan.id), "said-workbook-saved", None)),
        Err(DbError::Problem(Problem::Conflict)) => {
            let (plan, version) = draft(&here, &id).await?;
            reviewed(&here, (&plan, &version), &import, true).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn find(here: &Here, plan: &Plan, import: &str) -> Result<Import> {
    let id = Id::parse(import).ok_or(Problem::NotFound)?;
    Ok(Import::find(here.db(), here.viewer(), plan, &id).await?.ok_or(Problem::NotFound)?)
}

async fn reviewed(
    here: &Here,
    (plan, version): (&Plan, &Version),
    import: &Import,
    meanwhile: bool,
) -> Result<Response> {
    let read = import.revision(here.db(), here.db(), plan, &version.content, words(here)).await?;
    let revision = read.map_err(|NoWorkbook| Error::Internal("a kept workbook without ids".to_owned()))?;
    let (changes, counts) = changes_of(here, plan, &version.content, &revision.content).await?;
    let context = Review {
        plan: head(here, plan, version).await?,
        href: format!("/plans/{}/workbooks/{}", plan.id, import.id),
        file_name: import.file_name.clone(),
        changes,
        counts,
        unread: revision.unread.iter().map(|unread| unread_row(here, unread)).collect(),
        missing: revision.missing.iter().map(|missing| missing_row(here, missing)).collect(),
        rows: revision.rows,
        revision: version.revision,
        stale: stale(import, &revision, meanwhile),
        meanwhile,
    };
    let status = if meanwhile { StatusCode::CONFLICT } else { StatusCode::OK };
    here.page_with(status, "pages/plans/workbooks/show.html", &place(here, Some(plan)), &context)
}

fn stale(import: &Import, revision: &Revision, meanwhile: bool) -> bool {
    !meanwhile && import.is_stale(revision)
}

fn unread_row(here: &Here, unread: &Unread) -> UnreadRow {
    let place = match &unread.place {
        Place::Cell { sheet, row, column } => {
            let values = [("sheet", sheet.clone()), ("row", row.to_string()), ("column", letters(*column))];
            here.text_with("plans-workbook-place-cell", &values.each_ref().map(|(name, text)| (*name, text.as_str())))
        }
        Place::Line { line } => here.text_with("plans-workbook-place-line", &[("line", &line.to_string())]),
        Place::Paragraph { paragraph } => {
            here.text_with("plans-workbook-place-line", &[("line", &paragraph.to_string())])
        }
    };
    let why = here.text(&format!("plans-workbook-why-{}", unread.kind.as_str()));
    UnreadRow { place, text: unread.text.clone(), why }
}

fn missing_row(here: &Here, missing: &Missing) -> MissingRow {
    let kind = here.text(&format!("plans-workbook-kind-{}", missing.kind.as_str()));
    MissingRow { kind, number: missing.number.clone(), text: missing.text.clone() }
}

/// A column as Excel names it: A, B, … Z, AA.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while left > 0 {
        letters.push(char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or_default()));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

fn words(here: &Here) -> Words<'_> {
    Words::new(here.app().catalogue(), here.language())
}

pub(super) fn samples() -> Vec<Sample> {
    let new =
        New { plan: samples::head(), form: Form { errors: BTreeMap::from([("file", "Välj en fil.".to_owned())]) } };
    let (changes, counts) = sample_changes();
    let unread = UnreadRow {
        place: "Åtgärder, rad 4, kolumn G".to_owned(),
        text: "Ibland".to_owned(),
        why: "Det är inget av valen i listan.".to_owned(),
    };
    let missing =
        MissingRow { kind: "Åtgärd".to_owned(), number: "1.3".to_owned(), text: "Öppna en mottagning.".to_owned() };
    let review = Review {
        plan: samples::head(),
        href: "/plans/p/workbooks/w".to_owned(),
        file_name: "plan.xlsx".to_owned(),
        changes,
        counts,
        unread: vec![unread],
        missing: vec![missing],
        rows: 12,
        revision: 3,
        stale: true,
        meanwhile: true,
    };
    vec![Sample::new("pages/plans/workbooks/new.html", &new), Sample::new("pages/plans/workbooks/show.html", &review)]
}
