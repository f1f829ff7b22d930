//! Making an adopted plan public, and withdrawing it.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use identity::Verb;
use serde::Serialize;
use web::{Here, Permission, Result, Route, Sample};

use super::show::{Head, head};
use super::{place, plan, samples};
use crate::plan::Plan;
use crate::version::Version;

const PUBLISH: Permission = Permission::Somewhere(Verb::Publish);

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/{id}/publications/new", PUBLISH, new),
        Route::post("/plans/{id}/publications", PUBLISH, create),
        Route::post("/plans/{id}/withdrawals", PUBLISH, withdraw),
    ]
}

/// The page that says who may read the plan, now and afterwards.
#[derive(Debug, Serialize)]
struct New {
    plan: Head,
    owner: String,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let plan = publishable(&here, &id).await?;
    let adopted = plan.adopted.clone().ok_or(Problem::Refused("plan-not-adopted"))?;
    let version = Version::find(here.db(), &adopted).await?.ok_or(Problem::NotFound)?;
    let context = New { plan: head(&here, &plan, &version).await?, owner: plan.owner_name.clone() };
    here.page("pages/plans/publications/new.html", &place(&here, Some(&plan)), &context)
}

async fn create(here: Here, Path(id): Path<String>) -> Result<Response> {
    let plan = publishable(&here, &id).await?;
    Plan::publish(here.db(), here.viewer(), &plan.id, true).await?;
    Ok(here.go_saying(&format!("/plans/{}", plan.id), "said-plan-published", None))
}

async fn withdraw(here: Here, Path(id): Path<String>) -> Result<Response> {
    let plan = publishable(&here, &id).await?;
    Plan::publish(here.db(), here.viewer(), &plan.id, false).await?;
    Ok(here.go_saying(&format!("/plans/{}", plan.id), "said-plan-withdrawn", None))
}

async fn publishable(here: &Here, id: &str) -> Result<Plan> {
    let plan = plan(here, id).await?;
    plan.check(here.viewer(), Verb::Publish)?;
    Ok(plan)
}

pub(super) fn samples() -> Vec<Sample> {
    let public = New { plan: samples::head(), owner: "Lindhamns kommun".to_owned() };
    let private = New { plan: Head { published: false, ..samples::head() }, owner: "Lindhamns kommun".to_owned() };
    let template = "pages/plans/publications/new.html";
    vec![Sample::new(template, &public), Sample::new(template, &private)]
}
