//! A new password.

use axum::response::Response;
use base::Problem;
use serde::Serialize;
use std::collections::BTreeMap;
use web::{Fields, Here, Result, Sample, Way};

use super::{go_on, not_recent, signed_in, way};
use crate::credentials::Standing;
use crate::credentials::password::{NewPassword, change};

const TEMPLATE: &str = "pages/accounts/account/password.html";

#[derive(Serialize)]
struct PasswordPage {
    form: PasswordForm,
    /// Whether the password until now is asked for.
    current: bool,
    least: usize,
}

#[derive(Default, Serialize)]
struct PasswordForm {
    errors: BTreeMap<&'static str, String>,
}

/// The form.
pub(in crate::pages) async fn show(here: Here) -> Result<Response> {
    let (_, session) = signed_in(&here)?;
    match not_recent(&here, session) {
        Some(elsewhere) => Ok(elsewhere),
        None => here.page(TEMPLATE, &way(&here), &page(&here, BTreeMap::new()).await?),
    }
}

/// Sets the password.
pub(in crate::pages) async fn save(here: Here, fields: Fields) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    if let Some(elsewhere) = not_recent(&here, session) {
        return Ok(elsewhere);
    }
    let current = asks_current(&here).await?.then(|| fields.get("current"));
    let form = NewPassword { current, new: fields.get("new") };
    match change(here.db(), here.app().hashing(), person, session, &form).await.map_err(web::Error::from) {
        Ok(()) => {
            let next = if session.ready { "/account" } else { "/account/set-up" };
            go_on(&here, next, "said-password-changed").await
        }
        Err(web::Error::Problem(Problem::Invalid(errors))) => {
            let page = page(&here, here.errors(&errors)).await?;
            here.again(TEMPLATE, &way(&here), &page)
        }
        Err(error) => Err(error),
    }
}

/// Whoever came by a one-time link has forgotten the password; everybody else shows that they know it.
async fn asks_current(here: &Here) -> Result<bool> {
    let (person, session) = signed_in(here)?;
    Ok(session.way != Way::Link && Standing::of(here.db(), &person.id).await?.password_at.is_some())
}

async fn page(here: &Here, errors: BTreeMap<&'static str, String>) -> Result<PasswordPage> {
    let current = asks_current(here).await?;
    Ok(PasswordPage { form: PasswordForm { errors }, current, least: credentials::LEAST })
}

pub(super) fn samples() -> Vec<Sample> {
    let page = |current, errors| PasswordPage { form: PasswordForm { errors }, current, least: 12 };
    let wrong = BTreeMap::from([("new", "…".to_owned())]);
    [page(false, BTreeMap::new()), page(true, wrong)].iter().map(|page| Sample::new(TEMPLATE, page)).collect()
}
