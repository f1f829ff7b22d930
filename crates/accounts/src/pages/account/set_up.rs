//! The first credentials of somebody who came by a one-time link.

use axum::response::Response;
use serde::Serialize;
use web::{Here, Result, Sample};

use super::signed_in;
use crate::credentials::{Standing, passkeys};

const TEMPLATE: &str = "pages/accounts/account/set-up.html";

#[derive(Serialize)]
struct SetUpPage {
    name: String,
    email: String,
    password: bool,
    second_factor: bool,
    passkeys: bool,
    passkeys_possible: bool,
    codes: bool,
}

/// What is done and what is left.
pub(in crate::pages) async fn index(here: Here) -> Result<Response> {
    let (person, _) = signed_in(&here)?;
    let standing = Standing::of(here.db(), &person.id).await?;
    let page = SetUpPage {
        name: person.name.clone(),
        email: person.email.clone(),
        password: standing.password_at.is_some(),
        second_factor: standing.second_factor_at.is_some(),
        passkeys: standing.passkeys > 0,
        passkeys_possible: passkeys::are_possible(here.app()),
        codes: standing.codes > 0,
    };
    here.page(TEMPLATE, &[], &page)
}

pub(super) fn samples() -> Vec<Sample> {
    let page = |password, second_factor, codes| SetUpPage {
        name: "Alva Ankarhjul".to_owned(),
        email: "alva@exempel.se".to_owned(),
        password,
        second_factor,
        passkeys: false,
        passkeys_possible: !password,
        codes,
    };
    let pages = [page(false, false, false), page(true, false, false), page(true, true, false), page(true, true, true)];
    pages.iter().map(|page| Sample::new(TEMPLATE, page)).collect()
}
