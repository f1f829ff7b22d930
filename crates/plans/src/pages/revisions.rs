//! Beginning a new version of an adopted plan, and giving up what is being written.

use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::comparisons::{self, Change, Count, changes_of};
use super::show::{Head, head};
use super::{WRITE, draft, own_plan, place, samples};
use crate::plan::Plan;
use crate::version::Version;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post("/plans/{id}/revisions", WRITE, create),
        Route::get("/plans/{id}/revisions/abandonment", WRITE, confirm),
        Route::post("/plans/{id}/revisions/abandonment", WRITE, abandon),
    ]
}

/// The page that says what is lost.
#[derive(Debug, Serialize)]
struct Abandonment {
    plan: Head,
    /// The draft's changes of the version that counts; what was never adopted is lost whole.
    changes: Vec<Change>,
    counts: Vec<Count>,
}

async fn create(here: Here, Path(id): Path<String>) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    Plan::revise(here.db(), here.viewer(), &plan.id).await?;
    Ok(here.go_saying(&format!("/plans/{}?version=draft", plan.id), "said-revision-begun", None))
}

async fn confirm(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let adopted = match &plan.adopted {
        Some(adopted) => Version::find(here.db(), adopted).await?,
        None => None,
    };
    let (changes, counts) = match adopted {
        Some(adopted) => changes_of(&here, &plan, &adopted.content, &version.content).await?,
        None => (Vec::new(), Vec::new()),
    };
    let context = Abandonment { plan: head(&here, &plan, &version).await?, changes, counts };
    here.page("pages/plans/revisions/abandonment.html", &place(&here, Some(&plan)), &context)
}

async fn abandon(here: Here, Path(id): Path<String>) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    Plan::give_up(here.db(), here.viewer(), &plan.id).await?;
    match &plan.adopted {
        Some(_) => Ok(here.go_saying(&format!("/plans/{}", plan.id), "said-revision-given-up", None)),
        None => Ok(here.go_saying("/plans", "said-plan-deleted", Some(&plan.title))),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let (changes, counts) = comparisons::sample_changes();
    let again = Abandonment { plan: samples::head(), changes, counts };
    let never = Head { adopted: false, state: "draft", is_draft: true, ..samples::head() };
    let first = Abandonment { plan: never, changes: Vec::new(), counts: Vec::new() };
    let template = "pages/plans/revisions/abandonment.html";
    vec![Sample::new(template, &again), Sample::new(template, &first)]
}
