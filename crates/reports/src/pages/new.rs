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
    /// The report that there is on the year already.
    taken: Option<Choice>,
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
    let year = match Id::parse(fields.get("plan")) {
        _ if fields.has("year") => fields.get("year").to_owned(),
        Some(plan) => first_free(&here, &plan).await?.to_string(),
        None => last_year(&here).to_string(),
    };
    let form = Form { plan: fields.get("plan").to_owned(), year, ..Form::default() };
    let context = New { plans: plans(&here).await?, taken: None, form };
    here.page(TEMPLATE, &place(&here, None), &context)
}

fn last_year(here: &Here) -> i16 {
    here.db().clock().today().year() - 1
}

/// The last year that has ended; where that has a report, the first after it that has none.
async fn first_free(here: &Here, plan: &Id) -> Result<i16> {
    let reports = StatusReport::about(here.db(), here.viewer(), plan).await?;
    let years = last_year(here)..;
    Ok(years.into_iter().find(|year| !reports.iter().any(|report| report.year == *year)).unwrap_or_default())
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
    let mut taken = None;
    if let (Some(FieldError::Taken), Some(plan), Ok(year)) = (errors.0.get("year"), Id::parse(&plan), year.parse()) {
        let editions = StatusReport::editions(here.db(), here.viewer(), &plan, year).await?;
        taken = editions.first().map(|there| Choice {
            value: format!("/status-reports/{}", there.id),
            text: here.text_with("reports-title-of", &[("plan", &there.title), ("year", &there.year.to_string())]),
        });
    }
    let form = Form { plan, year, errors: here.errors(errors) };
    here.again(TEMPLATE, &place(here, None), &New { plans: plans(here).await?, taken, form })
}

pub(super) fn samples() -> Vec<Sample> {
    let plan = Choice { value: "trygg".to_owned(), text: "Trygg i Lindhamn, 2024–2027".to_owned() };
    let form = || Form { plan: "trygg".to_owned(), year: "2024".to_owned(), errors: BTreeMap::new() };
    let wrong = Form { errors: BTreeMap::from([("year", "Finns redan.".to_owned())]), ..form() };
    let taken = Choice { value: "/status-reports/r".to_owned(), text: "Lägesrapport 2024".to_owned() };
    let full = New { plans: vec![plan.clone()], taken: None, form: form() };
    let refused = New { plans: vec![plan], taken: Some(taken), form: wrong };
    let none = New { plans: Vec::new(), taken: None, form: form() };
    vec![Sample::new(TEMPLATE, &full), Sample::new(TEMPLATE, &refused), Sample::new(TEMPLATE, &none)]
}
