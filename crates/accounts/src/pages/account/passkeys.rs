//! Adding and removing passkeys.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use serde::Serialize;
use std::collections::BTreeMap;
use web::{Fields, Here, Result, Sample};

use super::{go_on, not_recent, signed_in, way};
use crate::ceremony;
use crate::credentials::{Standing, passkeys};
use crate::pages::sign_in::passkeys::asked;

const TEMPLATE: &str = "pages/accounts/account/new-passkey.html";

#[derive(Default, Serialize)]
struct NewPage {
    form: NewForm,
    possible: bool,
}

#[derive(Default, Serialize)]
struct NewForm {
    name: String,
    errors: BTreeMap<&'static str, String>,
}

/// The form.
pub(in crate::pages) async fn new(here: Here) -> Result<Response> {
    let (_, session) = signed_in(&here)?;
    if let Some(elsewhere) = not_recent(&here, session) {
        return Ok(elsewhere);
    }
    let form = NewForm { name: here.device(), errors: BTreeMap::new() };
    here.page(TEMPLATE, &way(&here), &NewPage { form, possible: passkeys::are_possible(here.app()) })
}

/// What the browser is to ask the device.
pub(in crate::pages) async fn question(here: Here) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    if not_recent(&here, session).is_some() {
        return Err(Problem::NotSignedIn.into());
    }
    Ok(asked(&here, passkeys::begin_addition(here.app(), person).await?))
}

/// Adds the passkey.
pub(in crate::pages) async fn create(here: Here, fields: Fields) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    let (token, name) = (ceremony::COOKIE.read(&here), fields.get("name"));
    let added = passkeys::add(here.app(), &person.id, session, token.as_deref(), name, fields.get("answer")).await;
    match added.map_err(web::Error::from) {
        Ok(()) => {
            let codes = Standing::of(here.db(), &person.id).await?.codes;
            let next = if codes == 0 { "/account/recovery-codes" } else { "/account" };
            go_on(&here, next, "said-passkey-added").await
        }
        Err(web::Error::Problem(Problem::Invalid(errors))) => {
            let form = NewForm { name: name.to_owned(), errors: here.errors(&errors) };
            here.again(TEMPLATE, &way(&here), &NewPage { form, possible: true })
        }
        Err(error) => Err(error),
    }
}

/// Removes a passkey.
pub(in crate::pages) async fn remove(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    if not_recent(&here, session).is_some() {
        return Ok(here.go(&format!("/sign-in?again=yes&{}", web::query("back", "/account"))));
    }
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    passkeys::remove(here.db(), &person.id, session, &id).await?;
    Ok(here.go_saying("/account", "said-passkey-removed", None))
}

pub(super) fn samples() -> Vec<Sample> {
    let form = NewForm { name: "Firefox, Windows".to_owned(), errors: BTreeMap::new() };
    vec![Sample::new(TEMPLATE, &NewPage::default()), Sample::new(TEMPLATE, &NewPage { form, possible: true })]
}
