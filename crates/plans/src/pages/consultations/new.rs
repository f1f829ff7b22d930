//! Sending a plan out: to whom, until when, with what message.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use db::PageRequest;
use identity::{Unit, UnitFilter};
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use crate::content::Content;
use crate::pages::choices::Choice;
use crate::pages::show::{Head, head};
use crate::pages::{draft, place, samples};
use crate::plan::Plan;
use crate::plan::consultation::NewConsultation;

/// Most bodies that a search offers; more words find the rest.
const MOST_FOUND: u32 = 25;

/// The form's context.
#[derive(Debug, Serialize)]
struct New {
    plan: Head,
    today: String,
    form: Form,
    /// Bodies that answer for something in the plan.
    named: Vec<Choice>,
    /// Bodies that were searched for, and those chosen before.
    others: Vec<Choice>,
    searched: bool,
}

/// What was typed.
#[derive(Debug, Default, Serialize)]
struct Form {
    bodies: Vec<String>,
    closes_on: String,
    message: String,
    find: String,
    errors: BTreeMap<&'static str, String>,
}

pub(super) async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let bodies = named(&here, &plan, &version.content).await?.into_iter().map(|unit| unit.id.to_string()).collect();
    page(&here, &id, Form { bodies, ..Form::default() }, false).await
}

pub(super) async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, _) = draft(&here, &id).await?;
    let mut form = Form {
        bodies: fields.all("bodies").to_vec(),
        closes_on: fields.get("closes_on").to_owned(),
        message: fields.get("message").to_owned(),
        find: fields.get("find").to_owned(),
        errors: BTreeMap::new(),
    };
    if fields.has("search") {
        return page(&here, &id, form, true).await;
    }
    let mut bodies = Vec::new();
    for body in form.bodies.iter().filter_map(|body| Id::parse(body)).collect::<BTreeSet<_>>() {
        if Unit::find(here.db(), &body).await?.is_none_or(|unit| unit.kind.is_group()) {
            return Err(Problem::NotFound.into());
        }
        bodies.push(body);
    }
    let consultation = NewConsultation { bodies, closes_on: form.closes_on.clone(), message: form.message.clone() };
    if let Err(errors) = consultation.check(here.db().clock().today()) {
        form.errors = here.errors(&errors);
        return page(&here, &id, form, false).await;
    }
    consultation.open(here.db(), here.viewer(), &plan.id).await?;
    Ok(here.go_saying(&format!("/plans/{}/consultations", plan.id), "said-consultation-opened", None))
}

async fn page(here: &Here, id: &str, form: Form, searched: bool) -> Result<Response> {
    let (plan, version) = draft(here, id).await?;
    if plan.is_in_consultation() {
        return Err(Problem::Refused("plan-in-consultation").into());
    }
    let named: Vec<Choice> = named(here, &plan, &version.content).await?.into_iter().map(choice).collect();
    let refused = !form.errors.is_empty();
    let context = New {
        plan: head(here, &plan, &version).await?,
        today: here.db().clock().today().to_string(),
        others: others(here, &plan, &form, &named).await?,
        searched,
        named,
        form,
    };
    let (template, place) = ("pages/plans/consultations/new.html", place(here, Some(&plan)));
    if refused { here.again(template, &place, &context) } else { here.page(template, &place, &context) }
}

/// The bodies that answer for something in the plan, members in place of their group, the owner left out.
async fn named(here: &Here, plan: &Plan, content: &Content) -> Result<Vec<Unit>> {
    let ids: BTreeSet<&Id> =
        content.actions().flat_map(|(_, action)| action.parties().filter_map(|(party, _)| party.unit())).collect();
    let mut units: BTreeMap<(String, Id), Unit> = BTreeMap::new();
    for id in ids {
        let Some(unit) = Unit::find(here.db(), id).await? else { continue };
        let answering = if unit.kind.is_group() { unit.members(here.db()).await? } else { vec![unit] };
        for unit in answering.into_iter().filter(|unit| may_be_asked(unit, plan)) {
            units.insert((swedish::sort_key(&unit.name), unit.id.clone()), unit);
        }
    }
    Ok(units.into_values().collect())
}

/// Bodies that were chosen but answer for nothing in the plan, and those that the search finds.
async fn others(here: &Here, plan: &Plan, form: &Form, named: &[Choice]) -> Result<Vec<Choice>> {
    let mut units = Vec::new();
    for id in form.bodies.iter().filter_map(|body| Id::parse(body)) {
        units.extend(Unit::find(here.db(), &id).await?);
    }
    if !form.find.trim().is_empty() {
        let filter = UnitFilter { text: form.find.clone(), ..UnitFilter::default() };
        units.extend(Unit::list(here.db(), &filter, PageRequest::new(1, MOST_FOUND)).await?.rows);
    }
    let mut others: Vec<Choice> = Vec::new();
    for unit in units.into_iter().filter(|unit| may_be_asked(unit, plan)) {
        let known = |choices: &[Choice]| choices.iter().any(|choice| choice.value == unit.id.as_str());
        if !known(named) && !known(&others) {
            others.push(choice(unit));
        }
    }
    Ok(others)
}

fn may_be_asked(unit: &Unit, plan: &Plan) -> bool {
    unit.id != plan.owner && !unit.kind.is_group() && unit.valid_to.is_none()
}

fn choice(unit: Unit) -> Choice {
    Choice::new(unit.id.as_str(), unit.name)
}

pub(super) fn samples() -> Vec<Sample> {
    let form = |find: &str| Form { bodies: vec!["s".to_owned()], find: find.to_owned(), ..Form::default() };
    let context = |find: &str| New {
        plan: samples::head(),
        today: "2025-03-01".to_owned(),
        form: form(find),
        named: vec![Choice::new("s", "Socialförvaltningen"), Choice::new("p", "Polisområde Lindhamn")],
        others: if find.is_empty() { Vec::new() } else { vec![Choice::new("b", "Björkdalsskolan")] },
        searched: !find.is_empty(),
    };
    let template = "pages/plans/consultations/new.html";
    vec![Sample::new(template, &context("")), Sample::new(template, &context("björk"))]
}
