//! The second step of signing in: a code from the app, or a recovery code.

use axum::response::Response;
use serde::Serialize;
use std::collections::BTreeMap;
use web::{Fields, Here, Result, Sample};

use super::{Origin, refusal, signed_in_as};
use crate::ceremony;
use crate::sign_in::{self, Factor, Step};

const CODE: &str = "pages/accounts/sign-in/code.html";
const RECOVERY: &str = "pages/accounts/sign-in/recovery-code.html";

#[derive(Default, Serialize)]
struct CodePage {
    form: CodeForm,
    back: String,
}

#[derive(Default, Serialize)]
struct CodeForm {
    errors: BTreeMap<&'static str, String>,
}

/// Asks for a code from the app.
pub(in crate::pages) async fn code(here: Here, fields: Fields) -> Result<Response> {
    ask(&here, CODE, &fields).await
}

/// Asks for a recovery code.
pub(in crate::pages) async fn recovery(here: Here, fields: Fields) -> Result<Response> {
    ask(&here, RECOVERY, &fields).await
}

/// Signs in with a code from the app.
pub(in crate::pages) async fn with_code(here: Here, fields: Fields) -> Result<Response> {
    answer(&here, CODE, Factor::Code(fields.get("code")), &fields).await
}

/// Signs in with a recovery code.
pub(in crate::pages) async fn with_recovery(here: Here, fields: Fields) -> Result<Response> {
    answer(&here, RECOVERY, Factor::Recovery(fields.get("code")), &fields).await
}

async fn ask(here: &Here, template: &str, fields: &Fields) -> Result<Response> {
    sign_in::asked(here.db(), ceremony::COOKIE.read(here).as_deref()).await?;
    here.page(template, &[], &CodePage { form: CodeForm::default(), back: fields.get("back").to_owned() })
}

async fn answer(here: &Here, template: &str, factor: Factor<'_>, fields: &Fields) -> Result<Response> {
    let (token, origin) = (ceremony::COOKIE.read(here), Origin::of(here));
    let person = sign_in::asked(here.db(), token.as_deref()).await?;
    let step = sign_in::with_factor(here.db(), token.as_deref(), factor, &origin.browser()).await?;
    if let Step::SignedIn(session) = step {
        return Ok(signed_in_as(here, &session, &person.email, fields.get("back")));
    }
    let (status, text) = refusal(here, &step, "accounts-code-wrong");
    let form = CodeForm { errors: BTreeMap::from([("code", text)]) };
    here.page_with(status, template, &[], &CodePage { form, back: fields.get("back").to_owned() })
}

pub(super) fn samples() -> Vec<Sample> {
    let wrong =
        CodePage { form: CodeForm { errors: BTreeMap::from([("code", "…".to_owned())]) }, back: "/plans".to_owned() };
    [CODE, RECOVERY]
        .into_iter()
        .flat_map(|template| [Sample::new(template, &CodePage::default()), Sample::new(template, &wrong)])
        .collect()
}
