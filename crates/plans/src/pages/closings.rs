//! Closing a plan before its time.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::FormErrors;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::extensions::decided;
use super::show::{Head, head};
use super::{DECIDE, place, samples};
use crate::plan::Plan;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}/closings/new", DECIDE, new), Route::post("/plans/{id}/closings", DECIDE, create)]
}

/// The form's context.
#[derive(Debug, Serialize)]
struct New {
    plan: Head,
    today: String,
    form: Form,
}

/// What was typed.
#[derive(Debug, Default, Serialize)]
struct Form {
    reason: String,
    errors: BTreeMap<&'static str, String>,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    page(&here, &id, Form::default()).await
}

async fn page(here: &Here, id: &str, form: Form) -> Result<Response> {
    let (plan, version) = decided(here, id).await?;
    let refused = !form.errors.is_empty();
    let today = here.date(&here.db().clock().today().to_string());
    let context = New { plan: head(here, &plan, &version).await?, today, form };
    let (template, place) = ("pages/plans/closings/new.html", place(here, Some(&plan)));
    if refused { here.again(template, &place, &context) } else { here.page(template, &place, &context) }
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, _) = decided(&here, &id).await?;
    let mut errors = FormErrors::default();
    let reason = errors.required("reason", fields.get("reason"), 500);
    if !errors.is_empty() {
        return page(&here, &id, Form { reason: fields.get("reason").to_owned(), errors: here.errors(&errors) }).await;
    }
    Plan::close(here.db(), here.viewer(), &plan.id, &reason).await?;
    Ok(here.go_saying(&format!("/plans/{}", plan.id), "said-plan-closed", None))
}

pub(super) fn samples() -> Vec<Sample> {
    let context = New { plan: samples::head(), today: "1 mars 2025".to_owned(), form: Form::default() };
    vec![Sample::new("pages/plans/closings/new.html", &context)]
}
