//! Adding a person with a first role, and changing name and address.

use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use super::super::account::not_recent;
use super::fields::{Choices, Form, sample};
use crate::people::{NewMember, change_details};

const NEW: &str = "pages/accounts/people/new.html";
const EDIT: &str = "pages/accounts/people/edit.html";

#[derive(Serialize)]
struct NewPage {
    form: Form,
    choices: Choices,
}

#[derive(Serialize)]
struct EditPage {
    id: String,
    name: String,
    form: Form,
}

/// The form of a new person.
pub(in crate::pages) async fn new(here: Here, fields: Fields) -> Result<Response> {
    let form = Form::at(&here, &fields);
    let choices = Choices::of(&here, &form.unit, fields.get("q")).await?;
    here.page(NEW, &super::people_place(&here), &NewPage { form, choices })
}

/// Adds a person.
pub(in crate::pages) async fn create(here: Here, fields: Fields) -> Result<Response> {
    let form = Form::read(&fields);
    let new = NewMember { name: form.name.clone(), email: form.email.clone(), gift: form.gift() };
    match super::refusal(new.add(here.db(), here.viewer()).await)? {
        Ok(id) => Ok(here.go_saying(&super::person_href(&id), "said-person-added", Some(&form.name))),
        Err(wrong) => {
            let choices = Choices::of(&here, &form.unit, fields.get("q")).await?;
            let form = Form { errors: here.errors(&wrong), ..form };
            here.again(NEW, &super::people_place(&here), &NewPage { form, choices })
        }
    }
}

/// The form of a person's name and address.
pub(in crate::pages) async fn edit(here: Here, Path(id): Path<String>) -> Result<Response> {
    let member = super::find_managed(&here, &id).await?;
    if let Some(elsewhere) = here.session().and_then(|session| not_recent(&here, session)) {
        return Ok(elsewhere);
    }
    let form = Form {
        name: member.name.clone(),
        email: member.email.clone(),
        revision: member.revision.to_string(),
        ..Form::default()
    };
    let place = super::person_place(&here, &member);
    here.page(EDIT, &place, &EditPage { id: member.id.to_string(), name: member.name, form })
}

/// Saves a person's name and address.
pub(in crate::pages) async fn update(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let member = super::find_managed(&here, &id).await?;
    let form = Form::read(&fields);
    // Where mail goes, a link to a new password goes: only somebody who has just signed in moves it.
    if form.email != member.email && here.session().is_some_and(|session| not_recent(&here, session).is_some()) {
        let back = format!("{}/edit", super::person_href(&member.id));
        return Ok(here.go(&format!("/sign-in?again=yes&{}", web::query("back", &back))));
    }
    let revision = fields.number("revision").unwrap_or_default();
    let saved = change_details(here.db(), here.viewer(), &member.id, revision, &form.name, &form.email).await;
    match super::refusal(saved)? {
        Ok(()) => Ok(here.go_saying(&super::person_href(&member.id), "said-person-changed", Some(&form.name))),
        Err(wrong) => {
            let form = Form { errors: here.errors(&wrong), ..form };
            let place = super::person_place(&here, &member);
            here.again(EDIT, &place, &EditPage { id: member.id.to_string(), name: member.name, form })
        }
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let form = Form { name: "Alva Ankarhjul".to_owned(), email: "alva@exempel.se".to_owned(), ..Form::default() };
    let new = |form: Form| NewPage { form, choices: sample() };
    let edit = EditPage { id: "alva".to_owned(), name: "Alva Ankarhjul".to_owned(), form: form.clone() };
    vec![Sample::new(NEW, &new(Form::default())), Sample::new(NEW, &new(form)), Sample::new(EDIT, &edit)]
}
