//! Closing a form: no more rounds are opened about it.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::{Head, WRITE, head, href, own, place, sample};
use crate::form::OwnForm;

const TEMPLATE: &str = "pages/rounds/forms/closing.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/forms/{id}/closings/new", WRITE, new), Route::post("/forms/{id}/closings", WRITE, create)]
}

/// The page.
#[derive(Debug, Serialize)]
struct New {
    head: Head,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let form = own(&here, &id).await?;
    let version = form.latest(here.db()).await?.ok_or(Problem::NotFound)?;
    here.page(TEMPLATE, &place(&here, Some(&form)), &New { head: head(&here, &form, &version) })
}

async fn create(here: Here, Path(id): Path<String>) -> Result<Response> {
    let form = own(&here, &id).await?;
    OwnForm::close(here.db(), here.viewer(), &form.id).await?;
    Ok(here.go_saying(&href(&form), "said-form-closed", None))
}

pub(super) fn samples() -> Vec<Sample> {
    vec![Sample::new(TEMPLATE, &New { head: sample() })]
}
