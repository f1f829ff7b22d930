//! Publishing a form: from then on rounds ask with it, and it stays as it is.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::show::flaw_text;
use super::{Head, WRITE, draft, head, href, own, place, sample};
use crate::form::OwnForm;

const TEMPLATE: &str = "pages/rounds/forms/publication.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/forms/{id}/publications/new", WRITE, new), Route::post("/forms/{id}/publications", WRITE, create)]
}

/// The page.
#[derive(Debug, Serialize)]
struct New {
    head: Head,
    questions: String,
    units: String,
    /// Whether there is none.
    no_units: bool,
    /// What is to be put right first.
    flaws: Vec<String>,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (form, version) = draft(&here, &id).await?;
    let definition = &version.definition;
    let units = form.units(here.db()).await?.len();
    let context = New {
        head: head(&here, &form, &version),
        questions: here.count_text("rounds-form-questions", definition.fields().count()),
        units: here.count_text("rounds-form-units", units),
        no_units: units == 0,
        flaws: definition.check().iter().map(|flaw| flaw_text(&here, definition, flaw)).collect(),
    };
    here.page(TEMPLATE, &place(&here, Some(&form)), &context)
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    let revision = fields.number("revision").ok_or(Problem::Malformed)?;
    OwnForm::publish(here.db(), here.viewer(), &form.id, revision).await?;
    Ok(here.go_saying(&href(&form), "said-form-published", None))
}

pub(super) fn samples() -> Vec<Sample> {
    let new = |flaws| New {
        head: sample(),
        questions: "12 frågor".to_owned(),
        units: "4 enheter".to_owned(),
        no_units: false,
        flaws,
    };
    vec![Sample::new(TEMPLATE, &new(Vec::new())), Sample::new(TEMPLATE, &new(vec!["Skriv minst en fråga.".to_owned()]))]
}
