//! The way of each request: who is it, from our own pages, then the handler, then headers and one log line.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base::Problem;
use i18n::Language;
use identity::{Errand, Viewer};

use crate::error::Failure;
use crate::here::Inner;
use crate::session::Entered;
use crate::{App, Error, Here, Session, access_link, preferences, security};

/// Wraps every request.
pub(crate) async fn around(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let path = loggable(request.uri().path());
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    let here = match here(&app, &headers, &uri).await {
        Ok(here) => here,
        Err(error) => {
            let mut response = error.into_response();
            security::protect(response.headers_mut(), &app, true);
            return response;
        }
    };
    let mut response = if !security::from_own_page(&app, &method, request.headers()) {
        Error::from(Problem::ForeignOrigin).into_response()
    } else if here.must_set_up() && !open_before_set_up(uri.path()) {
        here.go(SET_UP)
    } else {
        request.extensions_mut().insert(here.clone());
        next.run(request).await
    };
    let failure = response.extensions_mut().remove::<Failure>().or_else(|| bare_failure(&response, &path));
    if let Some(failure) = &failure {
        response = answer(&here, response.status(), failure);
    }
    if let Some(token) = &here.inner.new_token {
        keep_session(&app, token, response.headers_mut());
    }
    let own = here.viewer().is_signed_in() || here.viewer().errand.is_some();
    security::protect(response.headers_mut(), &app, own);
    let status = response.status().as_u16();
    app.metrics().note(status, started.elapsed());
    let milliseconds = started.elapsed().as_millis();
    match failure.and_then(|failure| failure.cause) {
        Some(cause) => tracing::error!(%method, path, status, milliseconds, cause, "request failed"),
        None => tracing::info!(%method, path, status, milliseconds, "request"),
    }
    response
}

/// Where somebody without credentials of their own makes them.
const SET_UP: &str = "/account/set-up";

/// What is open to somebody who still has to make credentials of their own.
fn open_before_set_up(path: &str) -> bool {
    let own = ["/account", "/sign-in", "/assets"];
    let under = |root: &str| path == root || path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/'));
    own.into_iter().any(under) || ["/sign-out", "/language", "/appearance", "/accessibility"].contains(&path)
}

/// Hands over a new token, unless the answer already says what becomes of the session.
fn keep_session(app: &App, token: &str, headers: &mut HeaderMap) {
    let name = format!("{}=", Session::cookie_name(app));
    if !headers.get_all(header::SET_COOKIE).iter().any(|line| line.as_bytes().starts_with(name.as_bytes())) {
        headers.append(header::SET_COOKIE, Session::cookie(app, token));
    }
}

/// The path as it is logged: one-time links and invitations are secrets.
fn loggable(path: &str) -> String {
    match ["/sign-in/", "/invitations/", "/password-resets/", "/answer-links/"]
        .into_iter()
        .find(|start| path.starts_with(start))
    {
        Some(start) => format!("{start}…"),
        None => path.to_owned(),
    }
}

/// Answers that a layer below gave without a page: no such route, wrong method, body too large.
fn bare_failure(response: &Response, path: &str) -> Option<Failure> {
    let machine = path.starts_with("/assets/") || path.ends_with("z");
    let code = match response.status() {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "not-found",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::BAD_REQUEST => "malformed",
        StatusCode::INTERNAL_SERVER_ERROR => "internal",
        _ => return None,
    };
    (!machine && !response.headers().contains_key(header::CONTENT_DISPOSITION)).then_some(Failure { code, cause: None })
}

/// A failure as a page, or as JSON for a script.
fn answer(here: &Here, status: StatusCode, failure: &Failure) -> Response {
    if here.inner.wants_json {
        let body = serde_json::json!({ "error": failure.code });
        return (status, axum::Json(body)).into_response();
    }
    let on_errand = failure.code == "not-signed-in" && here.viewer().errand.is_some();
    if failure.code == "not-signed-in" && !on_errand && !here.path().starts_with("/sign-in") {
        let back: String = form_urlencoded::byte_serialize(here.path().as_bytes()).collect();
        return here.go(&format!("/sign-in?back={back}"));
    }
    let code = if on_errand { "outside-errand" } else { failure.code };
    let context = serde_json::json!({ "code": code, "status": status.as_u16() });
    match here.page_with(status, "pages/error.html", &[], &context) {
        Ok(page) => page,
        Err(error) => {
            tracing::error!(%error, "the error page failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

pub(crate) async fn here(app: &App, headers: &HeaderMap, uri: &Uri) -> Result<Here, Error> {
    let token = cookie(headers, &Session::cookie_name(app)).filter(|_| !uri.path().starts_with("/assets/"));
    let entered = match token {
        Some(token) => Session::enter(app.db(), &crate::hash_token(&token)).await?,
        None => None,
    };
    let (session, viewer, new_token) = match entered {
        Some(Entered { session, viewer, new_token }) => (Some(session), viewer, new_token),
        None => (None, errand_of(app, headers, uri).await?.map_or_else(Viewer::anybody, Viewer::on_errand), None),
    };
    let inner = Inner {
        app: app.clone(),
        language: language(headers, &viewer),
        theme: cookie(headers, preferences::THEME).map(|value| preferences::theme(&value)).unwrap_or_default(),
        path: uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
        flash: cookie(headers, preferences::FLASH).and_then(|value| preferences::read_flash(&value)),
        wants_json: wants_json(headers),
        viewer,
        session,
        new_token,
        headers: headers.clone(),
    };
    Ok(Here { inner: Arc::new(inner) })
}

/// What a link has opened to a browser in which nobody is signed in.
async fn errand_of(app: &App, headers: &HeaderMap, uri: &Uri) -> Result<Option<Errand>, Error> {
    let token = cookie(headers, &access_link::COOKIE.name(app)).filter(|_| !uri.path().starts_with("/assets/"));
    match token {
        Some(token) => Ok(access_link::enter(app.db(), &token).await?),
        None => Ok(None),
    }
}

/// The language that was chosen, or the person's own, or the first of the browser's that we have, or Swedish.
fn language(headers: &HeaderMap, viewer: &Viewer) -> Language {
    let chosen = cookie(headers, preferences::LANGUAGE).and_then(|tag| Language::from_tag(&tag));
    let own = || viewer.person.as_ref().and_then(|person| Language::from_tag(&person.language));
    let asked = || headers.get(header::ACCEPT_LANGUAGE).and_then(|value| Language::accepted(value.to_str().ok()?));
    chosen.or_else(own).or_else(asked).unwrap_or_default()
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).map(HeaderValue::as_bytes).is_some_and(|value| value.starts_with(b"application/json"))
}

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(other, value)| *other == name && !value.is_empty()).map(|(_, value)| value.to_owned())
}
