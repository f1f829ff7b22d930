//! What the plan says about the role of each body, on one page.

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Problem};
use db::Queries;
use identity::Unit;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::form::{Refusal, refusal, sent, settle_one};
use super::show::{Head, head};
use super::{WRITE, draft, draft_path, place};
use crate::actors::{Part, by_actor};
use crate::content::{Content, PlanBody};
use crate::plan::Plan;

const TEMPLATE: &str = "pages/plans/roles/edit.html";
/// Most characters of a role.
const MOST: usize = 5000;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}/roles", WRITE, edit), Route::post("/plans/{id}/roles", WRITE, update)]
}

/// The page's context.
#[derive(Debug, Serialize)]
struct Edit {
    plan: Head,
    bodies: Vec<Body>,
    form: Errors,
}

/// What is wrong, by field name.
#[derive(Debug, Default, Serialize)]
struct Errors {
    errors: std::collections::BTreeMap<String, String>,
}

/// A body with its field.
#[derive(Debug, Serialize)]
struct Body {
    /// Names the body when the form is sent.
    key: String,
    /// The field's name.
    field: String,
    name: String,
    leads: usize,
    takes_part: usize,
    role: String,
    was: String,
    /// The text is the register's and not yet the plan's.
    suggested: bool,
    /// What somebody else wrote meanwhile, where both wrote.
    theirs: Option<String>,
    by: String,
}

/// Names a body by its unit or, where the register does not have it, by its name.
fn key(part: &Part<'_>) -> String {
    part.unit.as_ref().map_or_else(|| format!("named:{}", part.name), |unit| format!("unit:{unit}"))
}

async fn edit(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let mut bodies = Vec::new();
    for (part, number) in by_actor(&version.content).iter().zip(1..) {
        let suggestion = if part.role.is_empty() { suggestion(here.db(), part).await? } else { String::new() };
        bodies.push(body(part, number, suggestion));
    }
    let context = Edit { plan: head(&here, &plan, &version).await?, bodies, form: Errors::default() };
    here.page(TEMPLATE, &place(&here, Some(&plan)), &context)
}

/// What the register says about the body.
async fn suggestion(db: &impl Queries, part: &Part<'_>) -> Result<String> {
    let Some(unit) = &part.unit else { return Ok(String::new()) };
    Ok(Unit::find(db, unit).await?.map(|unit| unit.role_text).unwrap_or_default())
}

fn body(part: &Part<'_>, number: usize, suggestion: String) -> Body {
    let suggested = !suggestion.is_empty();
    Body {
        key: key(part),
        field: format!("role-{number}"),
        name: part.name.clone(),
        leads: part.leads.len(),
        takes_part: part.takes_part.len(),
        role: if suggested { suggestion } else { part.role.clone() },
        was: part.role.clone(),
        suggested,
        theirs: None,
        by: String::new(),
    }
}

/// The field each body was sent in. Bodies come and go; their keys say which is which.
fn sent_fields(fields: &Fields) -> Vec<(String, String)> {
    fields.all("body").iter().zip(1..).map(|(key, number)| (key.clone(), format!("role-{number}"))).collect()
}

async fn update(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, _) = draft(&here, &id).await?;
    let saved = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.roles_changed", |content, _| {
        let roles = settled(&fields, content)?;
        for (key, role) in roles {
            set(content, &key, role);
        }
        Ok(())
    })
    .await;
    match saved.map_err(refusal) {
        Ok(()) => Ok(here.go_saying(&draft_path(&plan, "/actors", ""), "said-roles-saved", None)),
        Err(refusal) => again(&here, &id, &fields, refusal?).await,
    }
}

/// Each body's role as it is to be. Whoever is in the plan no longer is left out.
fn settled(fields: &Fields, content: &Content) -> std::result::Result<Vec<(String, String)>, Problem> {
    let mut roles = Vec::new();
    let parts = by_actor(content);
    for (sent_key, field) in sent_fields(fields) {
        let Some(part) = parts.iter().find(|part| key(part) == sent_key) else { continue };
        let role = settle_one(fields, &field, &part.role)?.trim().to_owned();
        if role.chars().count() > MOST {
            let mut errors = FormErrors::default();
            errors.add("form", FieldError::TooLong { most: MOST });
            return Err(Problem::Invalid(errors));
        }
        roles.push((sent_key, role));
    }
    Ok(roles)
}

/// Writes a body's role; without one the body is no longer described.
fn set(content: &mut Content, sent_key: &str, role: String) {
    let parts = by_actor(content);
    let Some(part) = parts.into_iter().find(|part| key(part) == sent_key) else { return };
    let (unit, name) = (part.unit, part.name);
    let same =
        |body: &PlanBody| body.unit == unit && (unit.is_some() || swedish::fold(&body.name) == swedish::fold(&name));
    match content.bodies.iter().position(same) {
        Some(at) if role.is_empty() => drop(content.bodies.remove(at)),
        Some(at) => content.bodies[at].role = role,
        None if role.is_empty() => {}
        None => content.bodies.push(PlanBody { unit, name, role }),
    }
}

/// The page as it was filled in; where somebody else wrote about the same body, with both texts.
async fn again(here: &Here, id: &str, fields: &Fields, refusal: Refusal) -> Result<Response> {
    let (plan, version) = draft(here, id).await?;
    let by = plan.history(here.db(), 1).await?.first().map(|last| last.who.clone()).unwrap_or_default();
    let fields_by_key = sent_fields(fields);
    let mut form = Errors::default();
    let mut bodies = Vec::new();
    for (part, number) in by_actor(&version.content).iter().zip(1..) {
        let mut body = body(part, number, String::new());
        if let Some((_, field)) = fields_by_key.iter().find(|(key, _)| *key == body.key) {
            match settle_one(fields, field, &part.role) {
                Ok(role) => body.role = role,
                Err(_) => (body.role, body.theirs) = (sent(fields, field), Some(part.role.clone())),
            }
            if matches!(refusal, Refusal::Errors(_)) && body.role.trim().chars().count() > MOST {
                form.errors.insert(body.field.clone(), here.count_text(FieldError::TooLong { most: MOST }.key(), MOST));
            }
        }
        body.by.clone_from(&by);
        bodies.push(body);
    }
    let context = Edit { plan: head(here, &plan, &version).await?, bodies, form };
    here.again(TEMPLATE, &place(here, Some(&plan)), &context)
}

pub(super) fn samples() -> Vec<Sample> {
    let body = |number: usize, theirs: Option<&str>| Body {
        key: format!("unit:u{number}"),
        field: format!("role-{number}"),
        name: "Socialförvaltningen".to_owned(),
        leads: 2,
        takes_part: 1,
        role: "Utreder och ger stöd.".to_owned(),
        was: String::new(),
        suggested: theirs.is_none(),
        theirs: theirs.map(str::to_owned),
        by: "Ronja Exempelsson".to_owned(),
    };
    let bodies = vec![body(1, None), body(2, Some("Ger stöd."))];
    let none = Edit { plan: super::samples::draft(), bodies: Vec::new(), form: Errors::default() };
    let edit = Edit { plan: super::samples::draft(), bodies, form: Errors::default() };
    vec![Sample::new(TEMPLATE, &edit), Sample::new(TEMPLATE, &none)]
}
