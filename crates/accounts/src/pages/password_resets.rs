//! A forgotten password: asking for a link, and choosing a new one by it.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Problem};
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use super::sign_in::{Origin, stepped};
use crate::founding::is_address;
use crate::password_reset::{self, RESET_MINUTES};

const NEW: &str = "pages/accounts/password-resets/new.html";
const ASKED: &str = "pages/accounts/password-resets/asked.html";
const SHOW: &str = "pages/accounts/password-resets/show.html";

#[derive(Default, Serialize)]
struct NewPage {
    form: NewForm,
    /// Whether mail goes out at all.
    mail: bool,
}

#[derive(Default, Serialize)]
struct NewForm {
    email: String,
    errors: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct AskedPage {
    email: String,
    minutes: i64,
}

#[derive(Serialize)]
struct ShowPage {
    token: String,
    least: usize,
    form: ShowForm,
}

#[derive(Default, Serialize)]
struct ShowForm {
    errors: BTreeMap<&'static str, String>,
}

/// The form that asks for the address.
pub(super) async fn new(here: Here) -> Result<Response> {
    let mail = here.app().settings().mail;
    here.page(NEW, &[], &NewPage { form: NewForm::default(), mail })
}

/// Notes the request. The answer is the same whatever the address.
pub(super) async fn create(here: Here, fields: Fields) -> Result<Response> {
    let email = fields.get("email").trim().to_owned();
    let mut errors = FormErrors::default();
    let given = errors.required("email", &email, 200);
    if !given.is_empty() && !is_address(&given) {
        errors.add("email", FieldError::NotACode);
    }
    let mail = here.app().settings().mail;
    if let Err(errors) = errors.check() {
        let form = NewForm { email, errors: here.errors(&errors) };
        return here.again(NEW, &[], &NewPage { form, mail });
    }
    if mail {
        password_reset::ask(here.db(), &email).await?;
    }
    here.page(ASKED, &[], &AskedPage { email, minutes: RESET_MINUTES })
}

/// The form for the new password: opening the link does not spend it.
pub(super) async fn show(here: Here, Path(token): Path<String>) -> Result<Response> {
    password_reset::owner(here.db(), &token).await?;
    here.page(SHOW, &[], &page(token, BTreeMap::new()))
}

/// Sets the password and leads on to the second factor.
pub(super) async fn spend(here: Here, Path(token): Path<String>, fields: Fields) -> Result<Response> {
    let origin = Origin::of(&here);
    let spent = password_reset::spend(here.app(), &token, fields.get("new"), &origin.browser()).await;
    match spent.map_err(web::Error::from) {
        Ok(step) => {
            let mut response = stepped(&here, &step, "/");
            here.say(&mut response, "said-password-chosen", None);
            Ok(response)
        }
        Err(web::Error::Problem(Problem::Invalid(errors))) => {
            let errors = here.errors(&errors);
            here.again(SHOW, &[], &page(token, errors))
        }
        Err(error) => Err(error),
    }
}

fn page(token: String, errors: BTreeMap<&'static str, String>) -> ShowPage {
    ShowPage { token, least: credentials::LEAST, form: ShowForm { errors } }
}

pub(super) fn samples() -> Vec<Sample> {
    let wrong = |field| BTreeMap::from([(field, "…".to_owned())]);
    let form = NewForm { email: "alva".to_owned(), errors: wrong("email") };
    vec![
        Sample::new(NEW, &NewPage { mail: true, ..NewPage::default() }),
        Sample::new(NEW, &NewPage { form, mail: true }),
        Sample::new(NEW, &NewPage::default()),
        Sample::new(ASKED, &AskedPage { email: "alva@exempel.se".to_owned(), minutes: RESET_MINUTES }),
        Sample::new(SHOW, &page("0".repeat(64), BTreeMap::new())),
        Sample::new(SHOW, &page("0".repeat(64), wrong("new"))),
    ]
}
