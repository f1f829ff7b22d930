//! The way of each request: who is it, from our own pages, then the handler, then headers and one log line.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base::Problem;
use i18n::Language;
use identity::Viewer;

use crate::error::Failure;
use crate::gate::read_out;
use crate::here::Inner;
use crate::session::Entered;
use crate::{App, Error, Here, Session, access_link, client, preferences, security};

/// Wraps every request.
pub(crate) async fn around(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let path = loggable(request.uri().path());
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    let client = client::address(request.extensions(), &headers, &app.settings().trusted_proxies);
    let (caller, unknown) = match Caller::find(&app, &headers, &uri).await {
        Ok(caller) => (caller, None),
        // Who it is cannot be told: nobody, then, and nothing is done.
        Err(error) => (Caller::anybody(Viewer::anybody()), Some(error)),
    };
    let here = here(&app, headers, &uri, client, caller);
    let mut response = if let Some(error) = unknown {
        error.into_response()
    } else if !security::from_own_page(&app, &method, request.headers()) {
        read_out(request).await;
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
    // The session's id opens nothing; the audit log tells whose it is.
    let session = here.session().map(|session| session.id.as_str());
    match failure {
        Some(Failure { cause: Some(cause), .. }) => {
            tracing::error!(%method, path, status, milliseconds, session, cause, "request failed");
        }
        Some(Failure { code, .. }) => {
            tracing::info!(%method, path, status, milliseconds, session, code, "request refused");
        }
        None => tracing::info!(%method, path, status, milliseconds, session, "request"),
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

/// The path as it is logged: one-time links, invitations and the addresses of calendars are secrets.
fn loggable(path: &str) -> String {
    match ["/sign-in/", "/invitations/", "/password-resets/", "/answer-links/", "/calendar/feeds/"]
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
    (!machine && !response.headers().contains_key(header::CONTENT_DISPOSITION)).then_some(Failure::expected(code))
}

/// A failure as a page, or as JSON for a script.
fn answer(here: &Here, status: StatusCode, failure: &Failure) -> Response {
    let mut response = words(here, status, failure);
    if let Some(seconds) = failure.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn words(here: &Here, status: StatusCode, failure: &Failure) -> Response {
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

/// Whoever a request comes from.
struct Caller {
    session: Option<Session>,
    viewer: Viewer,
    new_token: Option<String>,
}

impl Caller {
    fn anybody(viewer: Viewer) -> Self {
        Self { session: None, viewer, new_token: None }
    }

    /// Who the cookies say it is: somebody signed in, somebody on the errand that a link has opened, or anybody.
    async fn find(app: &App, headers: &HeaderMap, uri: &Uri) -> Result<Self, Error> {
        let kept = |name: String| cookie(headers, &name).filter(|_| !uri.path().starts_with("/assets/"));
        if let Some(token) = kept(Session::cookie_name(app))
            && let Some(entered) = Session::enter(app.db(), &crate::hash_token(&token)).await?
        {
            let Entered { session, viewer, new_token } = entered;
            return Ok(Self { session: Some(session), viewer, new_token });
        }
        let errand = match kept(access_link::COOKIE.name(app)) {
            Some(token) => access_link::enter(app.db(), &token).await?,
            None => None,
        };
        Ok(Self::anybody(errand.map_or_else(Viewer::anybody, Viewer::on_errand)))
    }
}

/// A request as a handler would see it, without the layers around.
#[cfg(any(test, feature = "testing"))]
pub(crate) async fn look(app: &App, headers: &HeaderMap, uri: &Uri) -> Result<Here, Error> {
    Ok(here(app, headers.clone(), uri, None, Caller::find(app, headers, uri).await?))
}

fn here(app: &App, headers: HeaderMap, uri: &Uri, client: Option<IpAddr>, caller: Caller) -> Here {
    let Caller { session, viewer, new_token } = caller;
    let inner = Inner {
        app: app.clone(),
        language: language(app, &headers, &viewer),
        theme: preferences::kept(app, &headers, preferences::THEME)
            .map(|value| preferences::theme(&value))
            .unwrap_or_default(),
        path: uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
        flash: preferences::kept(app, &headers, preferences::FLASH).and_then(|value| preferences::read_flash(&value)),
        wants_json: wants_json(&headers),
        viewer,
        session,
        new_token,
        headers,
        client,
    };
    Here { inner: Arc::new(inner) }
}

/// The language that was chosen, or the person's own, or the first of the browser's that we have, or Swedish.
fn language(app: &App, headers: &HeaderMap, viewer: &Viewer) -> Language {
    let chosen = preferences::kept(app, headers, preferences::LANGUAGE).and_then(|tag| Language::from_tag(&tag));
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
