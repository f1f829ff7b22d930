//! Giving a role and ending it.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Id, Problem};
use jiff::civil::Date;
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use super::fields::{Choices, Form, sample};
use crate::people::{GivenRole, Member, end_role, give_role};

const NEW: &str = "pages/accounts/people/role.html";
const CLOSURE: &str = "pages/accounts/people/closure.html";

#[derive(Serialize)]
struct RolePage {
    id: String,
    name: String,
    form: Form,
    choices: Choices,
}

#[derive(Serialize)]
struct ClosurePage {
    id: String,
    name: String,
    role_id: String,
    role: String,
    unit: String,
    form: ClosureForm,
}

#[derive(Default, Serialize)]
struct ClosureForm {
    last_day: String,
    errors: BTreeMap<&'static str, String>,
}

/// The form of another role for a person.
pub(in crate::pages) async fn new(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let member = super::find(&here, &id).await?;
    let form = Form::at(&here, &fields);
    let page = role_page(&here, &member, form, fields.get("q")).await?;
    here.page(NEW, &super::person_place(&here, &member), &page)
}

/// Gives a person a role.
pub(in crate::pages) async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let member = super::find(&here, &id).await?;
    let form = Form::read(&fields);
    match super::refusal(give_role(here.db(), here.viewer(), &member.id, &form.gift()).await)? {
        Ok(()) => Ok(here.go_saying(&super::person_href(&member.id), "said-role-given", Some(&member.name))),
        Err(wrong) => {
            let form = Form { errors: here.errors(&wrong), ..form };
            let page = role_page(&here, &member, form, fields.get("q")).await?;
            here.again(NEW, &super::person_place(&here, &member), &page)
        }
    }
}

async fn role_page(here: &Here, member: &Member, form: Form, words: &str) -> Result<RolePage> {
    let choices = Choices::of(here, &form.unit, words).await?;
    Ok(RolePage { id: member.id.to_string(), name: member.name.clone(), form, choices })
}

/// The form of a role's last day.
pub(in crate::pages) async fn closure(here: Here, Path((id, role)): Path<(String, String)>) -> Result<Response> {
    let (member, given) = find_role(&here, &id, &role).await?;
    let last_day = given.valid_to.clone().unwrap_or_else(|| here.db().clock().today().to_string());
    let page = closure_page(&here, &member, &given, ClosureForm { last_day, ..ClosureForm::default() });
    here.page(CLOSURE, &super::person_place(&here, &member), &page)
}

/// Ends a role after the day, or at once.
pub(in crate::pages) async fn end(
    here: Here,
    Path((id, role)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let (member, given) = find_role(&here, &id, &role).await?;
    let typed = fields.get("last_day").trim();
    let at_once = fields.get("when") == "at-once";
    let mut errors = FormErrors::default();
    let day = typed.parse::<Date>().ok();
    match day {
        _ if at_once => {}
        None => errors.add("last_day", FieldError::NotADate),
        Some(day) if day < here.db().clock().today() => errors.add("last_day", FieldError::TooEarly),
        Some(_) => {}
    }
    if !errors.is_empty() {
        let form = ClosureForm { last_day: typed.to_owned(), errors: here.errors(&errors) };
        let page = closure_page(&here, &member, &given, form);
        return here.again(CLOSURE, &super::person_place(&here, &member), &page);
    }
    end_role(here.db(), here.viewer(), &member.id, &given.id, day.filter(|_| !at_once)).await?;
    Ok(here.go_saying(&super::person_href(&member.id), "said-role-ended", Some(&member.name)))
}

async fn find_role(here: &Here, id: &str, role: &str) -> Result<(Member, GivenRole)> {
    let member = super::find(here, id).await?;
    let role = Id::parse(role).ok_or(Problem::NotFound)?;
    let given = member.roles.iter().find(|given| given.id == role).cloned().ok_or(Problem::NotFound)?;
    if given.has_ended(&here.db().clock().today().to_string()) {
        return Err(Problem::Refused("role-ended").into());
    }
    Ok((member, given))
}

fn closure_page(here: &Here, member: &Member, given: &GivenRole, form: ClosureForm) -> ClosurePage {
    ClosurePage {
        id: member.id.to_string(),
        name: member.name.clone(),
        role_id: given.id.to_string(),
        role: super::super::role_text(here, given.role.as_str()),
        unit: given.unit_name.clone(),
        form,
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let role =
        RolePage { id: "alva".to_owned(), name: "Alva Ankarhjul".to_owned(), form: Form::default(), choices: sample() };
    let closure = ClosurePage {
        id: "alva".to_owned(),
        name: "Alva Ankarhjul".to_owned(),
        role_id: "r1".to_owned(),
        role: "Rektor".to_owned(),
        unit: "Backviksskolan".to_owned(),
        form: ClosureForm { last_day: "2025-06-30".to_owned(), ..ClosureForm::default() },
    };
    vec![Sample::new(NEW, &role), Sample::new(CLOSURE, &closure)]
}
