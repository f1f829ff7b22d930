//! Adopting a plan: the decision, what it makes of the draft, and what the draft changes.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::FormErrors;
use identity::Verb;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::comparisons::{self, Change, Count, changes_of};
use super::show::{Head, head};
use super::{DECIDE, draft_for, place, samples};
use crate::content::{Content, IndicatorKind};
use crate::plan::Plan;
use crate::plan::adoption::NewDecision;
use crate::version::Version;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}/adoptions/new", DECIDE, new), Route::post("/plans/{id}/adoptions", DECIDE, create)]
}

/// The form's context.
#[derive(Debug, Serialize)]
struct New {
    plan: Head,
    form: Form,
    today: String,
    /// The code of what stands in the way; empty when nothing does.
    obstacle: &'static str,
    summary: Summary,
    /// The number of the version that counts today; none for a first adoption.
    previous: Option<i64>,
    changes: Vec<Change>,
    counts: Vec<Count>,
}

/// What is adopted, and what may have been forgotten.
#[derive(Debug, Serialize)]
struct Summary {
    goals: usize,
    actions: usize,
    indicators: usize,
    without_lead: usize,
    to_be_developed: usize,
}

/// What was typed.
#[derive(Debug, Default, Serialize)]
struct Form {
    body: String,
    date: String,
    paragraph: String,
    diary_number: String,
    in_force_from: String,
    errors: BTreeMap<&'static str, String>,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    page(&here, &id, Form::default()).await
}

async fn page(here: &Here, id: &str, form: Form) -> Result<Response> {
    let (plan, version) = draft_for(here, Verb::Approve, id).await?;
    let previous = match &plan.adopted {
        Some(adopted) => Version::find(here.db(), adopted).await?,
        None => None,
    };
    let (changes, counts) = match &previous {
        Some(previous) => changes_of(here, &plan, &previous.content, &version.content).await?,
        None => (Vec::new(), Vec::new()),
    };
    let refused = !form.errors.is_empty();
    let context = New {
        plan: head(here, &plan, &version).await?,
        today: here.db().clock().today().to_string(),
        obstacle: obstacle(&plan, &version.content),
        summary: Summary::of(&version.content),
        previous: previous.map(|previous| previous.number),
        changes,
        counts,
        form,
    };
    let (template, place) = ("pages/plans/adoptions/new.html", place(here, Some(&plan)));
    if refused { here.again(template, &place, &context) } else { here.page(template, &place, &context) }
}

/// What the deed would refuse anyway, told before the form is filled in.
fn obstacle(plan: &Plan, content: &Content) -> &'static str {
    match () {
        () if plan.closed_on.is_some() => "plan-closed",
        () if plan.is_in_consultation() => "plan-in-consultation",
        () if content.goals.is_empty() && content.action_count() == 0 => "plan-empty",
        () => "",
    }
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, _) = draft_for(&here, Verb::Approve, &id).await?;
    let typed = NewDecision {
        body: fields.get("body").to_owned(),
        date: fields.get("date").to_owned(),
        paragraph: fields.get("paragraph").to_owned(),
        diary_number: fields.get("diary_number").to_owned(),
        in_force_from: fields.get("in_force_from").to_owned(),
    };
    let decision = match typed.check(here.db().clock().today()) {
        Ok(decision) => decision,
        Err(errors) => return page(&here, &id, Form::kept(&here, typed, &errors)).await,
    };
    Plan::adopt(here.db(), here.viewer(), &plan.id, &decision).await?;
    let said = if plan.published { "said-plan-adopted-public" } else { "said-plan-adopted" };
    Ok(here.go_saying(&format!("/plans/{}", plan.id), said, None))
}

impl Form {
    fn kept(here: &Here, typed: NewDecision, errors: &FormErrors) -> Self {
        let NewDecision { body, date, paragraph, diary_number, in_force_from } = typed;
        Self { body, date, paragraph, diary_number, in_force_from, errors: here.errors(errors) }
    }
}

impl Summary {
    fn of(content: &Content) -> Self {
        let undeveloped = |kind: IndicatorKind| kind == IndicatorKind::ToBeDeveloped;
        Self {
            goals: content.goals.len(),
            actions: content.action_count(),
            indicators: content.indicators().count(),
            without_lead: content.actions().filter(|(_, action)| action.lead.is_none()).count(),
            to_be_developed: content.indicators().filter(|(_, indicator)| undeveloped(indicator.kind)).count(),
        }
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let (changes, counts) = comparisons::sample_changes();
    let form = Form { body: "Kommunstyrelsen".to_owned(), ..Form::default() };
    let summary = Summary { goals: 2, actions: 5, indicators: 2, without_lead: 1, to_be_developed: 1 };
    let today = "2025-03-01".to_owned();
    let context = New { plan: samples::head(), form, today, obstacle: "", summary, previous: Some(1), changes, counts };
    vec![Sample::new("pages/plans/adoptions/new.html", &context)]
}
