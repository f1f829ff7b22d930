//! Signing in with a passkey: the question for the browser's script, and the answer it sends.

use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use web::{Fields, Here, Result};

use super::{Origin, signed_in};
use crate::ceremony;
use crate::credentials::passkeys::{self, Question};
use crate::sign_in;

/// What the browser is to ask the device.
pub(in crate::pages) async fn question(here: Here) -> Result<Response> {
    Ok(asked(&here, passkeys::begin_sign_in(here.app()).await?))
}

/// Signs in with what the device answered.
pub(in crate::pages) async fn create(here: Here, fields: Fields) -> Result<Response> {
    let (token, origin) = (ceremony::COOKIE.read(&here), Origin::of(&here));
    let session = sign_in::with_passkey(here.app(), token.as_deref(), fields.get("answer"), &origin.browser()).await?;
    let mut response = signed_in(&here, &session, fields.get("back"));
    response.headers_mut().append(SET_COOKIE, ceremony::COOKIE.clear(here.app()));
    Ok(response)
}

/// A question as JSON, with the cookie of its ceremony.
pub(in crate::pages) fn asked(here: &Here, question: Question) -> Response {
    let mut response = ([(CONTENT_TYPE, "application/json")], question.challenge).into_response();
    response.headers_mut().append(SET_COOKIE, ceremony::COOKIE.set(here.app(), &question.token));
    response
}
