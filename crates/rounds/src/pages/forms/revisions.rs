//! A new version of a published form begins, or is given up again.

use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::{Head, WRITE, draft, head, href, own, place, sample};
use crate::form::OwnForm;

const TEMPLATE: &str = "pages/rounds/forms/abandonment.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post("/forms/{id}/revisions", WRITE, create),
        Route::get("/forms/{id}/abandonment/new", WRITE, new_abandonment),
        Route::post("/forms/{id}/abandonment", WRITE, abandon),
    ]
}

/// The question before a draft is thrown away.
#[derive(Debug, Serialize)]
struct Abandonment {
    head: Head,
}

async fn create(here: Here, Path(id): Path<String>) -> Result<Response> {
    let form = own(&here, &id).await?;
    OwnForm::revise(here.db(), here.viewer(), &form.id).await?;
    Ok(here.go_saying(&href(&form), "said-form-revised", None))
}

async fn new_abandonment(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (form, version) = draft(&here, &id).await?;
    here.page(TEMPLATE, &place(&here, Some(&form)), &Abandonment { head: head(&here, &form, &version) })
}

async fn abandon(here: Here, Path(id): Path<String>) -> Result<Response> {
    let form = own(&here, &id).await?;
    if OwnForm::give_up(here.db(), here.viewer(), &form.id).await? {
        return Ok(here.go_saying("/forms", "said-form-deleted", Some(&form.title)));
    }
    Ok(here.go_saying(&href(&form), "said-form-given-up", None))
}

pub(super) fn samples() -> Vec<Sample> {
    let never = Head { published: None, state: "draft", ..sample() };
    [never, sample()].map(|head| Sample::new(TEMPLATE, &Abandonment { head })).into()
}
