//! Beginning a report.

use std::collections::BTreeMap;

use axum::response::Response;
use base::{FieldError, FormErrors, Id, Problem};
use db::PageRequest;
use plans::plan::PlanFilter;
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::{WRITE, place};
use crate::status_report::StatusReport;

const TEMPLATE: &str = "pages/reports/new.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/status-reports/new", WRITE, new), Route::post("/status-reports", WRITE, create)]
}

/// The form's page.
#[derive(Debug, Serialize)]
struct New {
    plans: Vec<Choice>,
    form: Form,
}

/// A choice in a list.
#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
}

#[derive(Debug, Default, Serialize)]
struct Form {
    plan: String,
    year: String,
    errors: BTreeMap<&'static str, String>,
}

async fn new(here: Here, fields: Fields) -> Result<Response> {
    // What is reported on is usually the year that has ended.
    let year = if fields.has("year") { fields.get("year").to_owned() } else { last_year(&here).to_string() };
    let form = Form { plan: fields.get("plan").to_owned(), year, ..Form::default() };
    let context = New { plans: plans(&here).await?, form };
    here.page(TEMPLATE, &place(&here, None), &context)
}

fn last_year(here: &Here) -> i16 {
    here.db().clock().today().year() - 1
}

/// Adopted plans that the viewer may write.
async fn plans(here: &Here) -> Result<Vec<Choice>> {
    let filter = PlanFilter::default();
    let (db, viewer) = (here.db(), here.viewer());
    let listed = plans::Plan::list(db, viewer, &filter, db.clock().today(), PageRequest::new(1, 500)).await?;
    let own =
        listed.rows.into_iter().map(|row| row.plan).filter(|plan| plan.adopted.is_some() && plan.may_write(viewer));
    let choice = |plan: plans::Plan| Choice {
        value: plan.id.to_string(),
        text: format!("{}, {} ({})", plan.title, plan.period, plan.owner_name),
    };
    Ok(own.map(choice).collect())
}

async fn create(here: Here, fields: Fields) -> Result<Response> {
    let mut errors = FormErrors::default();
    let plan = Id::parse(fields.get("plan"));
    let year = fields.number::<i16>("year");
    let missing = |name: &str| if fields.get(name).is_empty() { FieldError::Missing } else { FieldError::Unknown };
    if plan.is_none() {
        errors.add("plan", missing("plan"));
    }
    if year.is_none() {
        errors.add("year", if fields.get("year").is_empty() { FieldError::Missing } else { FieldError::NotANumber });
    }
    let (Some(plan), Some(year)) = (plan, year) else { return again(&here, &fields, &errors).await };
    match StatusReport::begin(here.db(), here.viewer(), &plan, year).await.map_err(Error::from) {
        Ok(id) => Ok(here.go_saying(&format!("/status-reports/{id}"), "said-status-report-begun", None)),
        Err(Error::Problem(Problem::Invalid(errors))) => again(&here, &fields, &errors).await,
        Err(error) => Err(error),
    }
}

async fn again(here: &Here, fields: &Fields, errors: &FormErrors) -> Result<Response> {
    let (plan, year) = (fields.get("plan").to_owned(), fields.get("year").to_owned());
    let form = Form { plan, year, errors: here.errors(errors) };
    here.again(TEMPLATE, &place(here, None), &New { plans: plans(here).await?, form })
}

pub(super) fn samples() -> Vec<Sample> {
    let plan = Choice { value: "trygg".to_owned(), text: "Trygg i Lindhamn, 2024–2027".to_owned() };
    let form = || Form { plan: "trygg".to_owned(), year: "2024".to_owned(), errors: BTreeMap::new() };
    let wrong = Form { errors: BTreeMap::from([("year", "Finns redan.".to_owned())]), ..form() };
    let full = New { plans: vec![plan.clone()], form: form() };
    let refused = New { plans: vec![plan], form: wrong };
    let none = New { plans: Vec::new(), form: form() };
    vec![Sample::new(TEMPLATE, &full), Sample::new(TEMPLATE, &refused), Sample::new(TEMPLATE, &none)]
}
