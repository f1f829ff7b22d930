//! The app for one-time codes: adding one, and putting another in its place.

use axum::http::header::SET_COOKIE;
use axum::response::Response;
use base::Problem;
use credentials::{Qr, Secret};
use serde::Serialize;
use std::collections::BTreeMap;
use web::{Fields, Here, Result, Sample};

use super::{go_on, not_recent, signed_in, way};
use crate::ceremony;
use crate::credentials::{Standing, second_factor};

const SHOW: &str = "pages/accounts/account/second-factor.html";
const NEW: &str = "pages/accounts/account/new-second-factor.html";

#[derive(Serialize)]
struct ShowPage {
    added: Option<String>,
}

#[derive(Serialize)]
struct NewPage {
    form: CodeForm,
    /// The secret in letters, in groups of four.
    letters: String,
    /// The side of the square, and its dots as a path.
    size: i32,
    path: String,
}

#[derive(Default, Serialize)]
struct CodeForm {
    errors: BTreeMap<&'static str, String>,
}

/// Whether there is an app.
pub(in crate::pages) async fn show(here: Here) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    if let Some(elsewhere) = not_recent(&here, session) {
        return Ok(elsewhere);
    }
    let added = Standing::of(here.db(), &person.id).await?.second_factor_at;
    here.page(SHOW, &way(&here), &ShowPage { added: added.map(|at| here.time(db::instant(at))) })
}

/// Begins to add an app.
pub(in crate::pages) async fn begin(here: Here) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    if let Some(elsewhere) = not_recent(&here, session) {
        return Ok(elsewhere);
    }
    let token = second_factor::begin(here.db(), &person.id).await?;
    let mut response = here.go("/account/second-factor/confirmation");
    response.headers_mut().append(SET_COOKIE, ceremony::COOKIE.set(here.app(), &token));
    Ok(response)
}

/// The secret for the app, and the field for its first code.
pub(in crate::pages) async fn new(here: Here) -> Result<Response> {
    here.page(NEW, &way(&here), &new_page(&here, BTreeMap::new()).await?)
}

/// Adds the app once it has shown a code.
pub(in crate::pages) async fn confirm(here: Here, fields: Fields) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    let token = ceremony::COOKIE.read(&here);
    let added = second_factor::add(here.db(), &person.id, session, token.as_deref(), fields.get("code")).await;
    match added.map_err(web::Error::from) {
        Ok(()) => {
            let codes = Standing::of(here.db(), &person.id).await?.codes;
            let next = if codes == 0 { "/account/recovery-codes" } else { "/account" };
            let next = if session.ready { next } else { "/account/set-up" };
            go_on(&here, next, "said-second-factor-added").await
        }
        Err(web::Error::Problem(Problem::Invalid(_))) => {
            let errors = BTreeMap::from([("code", here.text("accounts-code-wrong"))]);
            here.again(NEW, &way(&here), &new_page(&here, errors).await?)
        }
        Err(error) => Err(error),
    }
}

async fn new_page(here: &Here, errors: BTreeMap<&'static str, String>) -> Result<NewPage> {
    let (person, _) = signed_in(here)?;
    let token = ceremony::COOKIE.read(here);
    let (_, secret) = second_factor::begun(here.db(), &person.id, token.as_deref()).await?;
    drawn(&secret, &person.email, errors)
}

fn drawn(secret: &Secret, email: &str, errors: BTreeMap<&'static str, String>) -> Result<NewPage> {
    // Long addresses do not fit into one square; nobody has one.
    let qr = Qr::of(&secret.address("Tryggbas", email)).ok_or(Problem::TooLarge)?;
    Ok(NewPage { form: CodeForm { errors }, letters: secret.groups(), size: qr.size, path: qr.path })
}

pub(super) fn samples() -> Vec<Sample> {
    let (size, path) = (45, "M4 4h1v1h-1z".to_owned());
    let letters = "ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567".to_owned();
    let new = NewPage { form: CodeForm::default(), letters, size, path };
    vec![
        Sample::new(SHOW, &ShowPage { added: None }),
        Sample::new(SHOW, &ShowPage { added: Some("1 mars 2025 kl. 12:00".to_owned()) }),
        Sample::new(NEW, &new),
    ]
}
