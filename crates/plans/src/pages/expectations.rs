//! What an action expects of somebody: written, changed and taken away; and read by whom it is addressed to.

mod form;
mod list;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Route, Sample};

use super::choices::Choice;
use super::form::{Form, Refusal, refusal, settle};
use super::removals::Removal;
use super::show::{Head, head};
use super::{READ, WRITE, draft, draft_path, own_plan, place};
use crate::content::{Action, Content, Expectation};
use crate::plan::Plan;
use crate::version::Version;

const TEMPLATE: &str = "pages/plans/expectations/edit.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/expectations", READ, list::index),
        Route::get("/plans/{id}/actions/{action}/expectations/new", WRITE, new),
        Route::post("/plans/{id}/actions/{action}/expectations", WRITE, create),
        Route::get("/plans/{id}/actions/{action}/expectations/{expectation}/edit", WRITE, edit),
        Route::post("/plans/{id}/actions/{action}/expectations/{expectation}", WRITE, update),
        Route::get("/plans/{id}/actions/{action}/expectations/{expectation}/removals/new", WRITE, new_removal),
        Route::post("/plans/{id}/actions/{action}/expectations/{expectation}/removals", WRITE, remove),
    ]
}

/// The form's page.
#[derive(Debug, Serialize)]
struct Edit {
    plan: Head,
    action: String,
    action_href: String,
    /// Where the form is sent.
    send: String,
    /// The expectation's address; empty for a new one.
    href: String,
    form: Form,
    functions: Vec<Choice>,
    unit_kinds: Vec<Choice>,
    areas: Vec<Choice>,
}

async fn new(here: Here, Path((id, action)): Path<(String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let action = action_of(&version.content, &action)?;
    let form = Form::of(form::texts(&form::empty(Id::default()), plan.period));
    page(&here, &plan, &version, action, None, form).await
}

async fn create(here: Here, Path((id, action)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let action = action_of(&version.content, &action)?;
    let known = form::Known::load(&here, &plan, None).await?;
    let sent = match form::Sent::read(&fields, &known) {
        Ok(sent) => sent,
        Err(errors) => {
            let form = Form::kept(&form::NAMES, &fields, here.errors(&errors));
            return page(&here, &plan, &version, action, None, form).await;
        }
    };
    Plan::edit(here.db(), here.viewer(), &plan.id, "plan.expectation_added", |content, change| {
        let action = content.action_mut(&action.id).ok_or(Problem::NotFound)?;
        let mut expectation = form::empty(change.new_id());
        sent.apply(&mut expectation);
        action.expectations.push(expectation);
        Ok(())
    })
    .await?;
    Ok(here.go_saying(&in_action(&plan, action), "said-expectation-added", None))
}

async fn edit(here: Here, Path((id, action, expectation)): Path<(String, String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (action, expectation) = find(&version.content, &action, &expectation)?;
    let form = Form::of(form::texts(expectation, plan.period));
    page(&here, &plan, &version, action, Some(expectation), form).await
}

async fn update(
    here: Here,
    Path((id, action, expectation)): Path<(String, String, String)>,
    fields: Fields,
) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (of, known) = find(&version.content, &action, &expectation)?;
    let choices = form::Known::load(&here, &plan, Some(known)).await?;
    let saved = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.expectation_changed", |content, _| {
        let action = content.action_mut(&of.id).ok_or(Problem::NotFound)?;
        let current = action.expectations.iter_mut().find(|other| other.id == known.id).ok_or(Problem::NotFound)?;
        let settled = settle(&fields, &form::texts(current, plan.period))?;
        form::Sent::read(&settled, &choices)?.apply(current);
        Ok(())
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&in_action(&plan, of), "said-expectation-saved", None)) };
    let refusal = refusal(error)?;
    let (plan, version) = draft(&here, &id).await?;
    let (action, expectation) = find(&version.content, &action, &expectation)?;
    let form = match refusal {
        Refusal::Errors(errors) => Form::kept(&form::NAMES, &fields, here.errors(&errors)),
        Refusal::Conflict => {
            let saved = form::texts(expectation, plan.period);
            let say = |name: &str, value: &str| choices.say(&here, name, value);
            Form::conflicting(&here, &plan, |name| format!("plans-expectation-{name}"), &fields, &saved, say).await?
        }
    };
    page(&here, &plan, &version, action, Some(expectation), form).await
}

async fn page(
    here: &Here,
    plan: &Plan,
    version: &Version,
    action: &Action,
    expectation: Option<&Expectation>,
    form: Form,
) -> Result<Response> {
    let refused = !form.errors.is_empty() || !form.conflicts.is_empty();
    let known = form::Known::load(here, plan, expectation).await?;
    let send = format!("/plans/{}/actions/{}/expectations", plan.id, action.id);
    let href = expectation.map(|expectation| format!("{send}/{}", expectation.id)).unwrap_or_default();
    let head = head(here, plan, version).await?;
    let mut place = place(here, Some(plan));
    let name = format!("{} {}", head.levels.action.one, action.number).trim().to_owned();
    place.push(Place::new(name, in_action(plan, action)));
    let context = Edit {
        plan: head,
        action: format!("{} {}", action.number, action.text).trim().to_owned(),
        action_href: in_action(plan, action),
        send: if href.is_empty() { send } else { href.clone() },
        href,
        form,
        functions: known.functions,
        unit_kinds: known.unit_kinds,
        areas: known.areas,
    };
    if refused { here.again(TEMPLATE, &place, &context) } else { here.page(TEMPLATE, &place, &context) }
}

async fn new_removal(here: Here, Path((id, action, expectation)): Path<(String, String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (action, expectation) = find(&version.content, &action, &expectation)?;
    let href = format!("/plans/{}/actions/{}/expectations/{}", plan.id, action.id, expectation.id);
    let removal = Removal {
        title: here.text("plans-expectation-removal-title"),
        what: expectation.what.clone(),
        consequences: Vec::new(),
        fates: Vec::new(),
        cancel: format!("{href}/edit"),
        action: format!("{href}/removals"),
        submit: here.text("plans-removal-submit"),
        error: String::new(),
    };
    removal.ask(&here, &plan)
}

async fn remove(here: Here, Path((id, action, expectation)): Path<(String, String, String)>) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let action_id = Id::parse(&action).ok_or(Problem::NotFound)?;
    let removed = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.expectation_removed", |content, _| {
        let list = &mut content.action_mut(&action_id).ok_or(Problem::NotFound)?.expectations;
        let at = list.iter().position(|other| other.id.as_str() == expectation).ok_or(Problem::NotFound)?;
        Ok(list.remove(at))
    })
    .await?;
    let to = draft_path(&plan, &format!("/actions/{action_id}"), "");
    Ok(here.go_saying(&to, "said-expectation-removed", Some(&removed.what)))
}

fn in_action(plan: &Plan, action: &Action) -> String {
    draft_path(plan, &format!("/actions/{}", action.id), "")
}

fn action_of<'a>(content: &'a Content, action: &str) -> Result<&'a Action> {
    let id = Id::parse(action).ok_or(Problem::NotFound)?;
    Ok(content.action(&id).map(|(_, action)| action).ok_or(Problem::NotFound)?)
}

fn find<'a>(content: &'a Content, action: &str, expectation: &str) -> Result<(&'a Action, &'a Expectation)> {
    let action = action_of(content, action)?;
    let found = action.expectations.iter().find(|other| other.id.as_str() == expectation).ok_or(Problem::NotFound)?;
    Ok((action, found))
}

pub(super) fn samples() -> Vec<Sample> {
    let href = "/plans/exempel/actions/a1/expectations/f1".to_owned();
    let mut expectation = form::empty(Id::stored("f1".to_owned()));
    "Gå igenom rutinen med alla i personalen.".clone_into(&mut expectation.what);
    "10-15".clone_into(&mut expectation.by);
    let edit = Edit {
        plan: super::samples::draft(),
        action: "1.1 Utbilda all personal".to_owned(),
        action_href: "/plans/exempel/actions/a1".to_owned(),
        send: href.clone(),
        href,
        form: Form::of(form::texts(&expectation, base::Period { from: 2025, to: 2028 })),
        functions: vec![Choice::new("Rektor", "Rektor")],
        unit_kinds: vec![Choice::new("school_unit", "Skolenhet")],
        areas: vec![Choice::new("lindhamn", "Lindhamns kommun")],
    };
    let mut samples = list::samples();
    samples.push(Sample::new(TEMPLATE, &edit));
    samples
}
