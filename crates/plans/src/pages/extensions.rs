//! Extending a plan beyond its period.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use identity::Verb;
use jiff::ToSpan;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::show::{Head, head};
use super::{DECIDE, place, plan, samples};
use crate::plan::Plan;
use crate::plan::extension::NewExtension;
use crate::version::Version;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}/extensions/new", DECIDE, new), Route::post("/plans/{id}/extensions", DECIDE, create)]
}

/// The form's context.
#[derive(Debug, Serialize)]
struct New {
    plan: Head,
    last_day: String,
    /// The first day that would be an extension.
    earliest: String,
    form: Form,
}

/// What was typed.
#[derive(Debug, Default, Serialize)]
struct Form {
    to: String,
    reason: String,
    errors: BTreeMap<&'static str, String>,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    page(&here, &id, Form::default()).await
}

async fn page(here: &Here, id: &str, form: Form) -> Result<Response> {
    let (plan, version) = decided(here, id).await?;
    let last = plan.last_day();
    let refused = !form.errors.is_empty();
    let context = New {
        plan: head(here, &plan, &version).await?,
        last_day: here.date(&last.to_string()),
        earliest: last.checked_add(1.day()).unwrap_or(last).to_string(),
        form,
    };
    let (template, place) = ("pages/plans/extensions/new.html", place(here, Some(&plan)));
    if refused { here.again(template, &place, &context) } else { here.page(template, &place, &context) }
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, _) = decided(&here, &id).await?;
    let typed = NewExtension { to: fields.get("to").to_owned(), reason: fields.get("reason").to_owned() };
    if let Err(errors) = typed.check(&plan) {
        let errors = here.errors(&errors);
        return page(&here, &id, Form { to: typed.to, reason: typed.reason, errors }).await;
    }
    Plan::extend(here.db(), here.viewer(), &plan.id, &typed).await?;
    let to = here.date(typed.to.trim());
    Ok(here.go_saying(&format!("/plans/{}", plan.id), "said-plan-extended", Some(&to)))
}

/// A plan in force that the viewer may decide on, with the version that counts.
pub(super) async fn decided(here: &Here, id: &str) -> Result<(Plan, Version)> {
    let plan = plan(here, id).await?;
    plan.check(here.viewer(), Verb::Approve)?;
    let adopted = plan.adopted.as_ref().filter(|_| plan.closed_on.is_none());
    let adopted = adopted.ok_or(Problem::Refused("plan-not-in-force"))?;
    let version = Version::find(here.db(), adopted).await?.ok_or(Problem::NotFound)?;
    Ok((plan, version))
}

pub(super) fn samples() -> Vec<Sample> {
    let (last_day, earliest) = ("31 december 2028".to_owned(), "2029-01-01".to_owned());
    let context = New { plan: samples::head(), last_day, earliest, form: Form::default() };
    vec![Sample::new("pages/plans/extensions/new.html", &context)]
}
