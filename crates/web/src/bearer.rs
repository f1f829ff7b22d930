//! The way of requests from other systems, which carry a token of their own: no cookie is read, and no page is made.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::limits::Sender;
use crate::{App, client, security};

/// Wraps every request of a route for bearers. Whoever sends it is found out by the handler, from the token alone; since no cookie
/// counts, no other site can make a browser send it in somebody's name.
pub(crate) async fn around(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    request.headers_mut().remove(header::COOKIE);
    let client = client::address(request.extensions(), request.headers(), &app.settings().trusted_proxies);
    let mut response = match app.limits().count(&Sender::new(None, client), 1) {
        Ok(()) => next.run(request).await,
        Err(seconds) => {
            let wait = [(header::RETRY_AFTER, seconds.to_string())];
            (StatusCode::TOO_MANY_REQUESTS, wait).into_response()
        }
    };
    security::protect(response.headers_mut(), &app, true);
    let status = response.status().as_u16();
    app.metrics().note(status, started.elapsed());
    tracing::info!(%method, path, status, milliseconds = started.elapsed().as_millis(), "request");
    response
}
