//! How long the way to a handler takes: the session is looked up and the permission asked for.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Request;
use identity::Verb;

use crate::{App, Permission, Session};

/// The times of so many requests with a session's token, the shortest first.
///
/// # Panics
/// When the token opens nothing.
#[expect(clippy::expect_used, reason = "a measurement of nothing is to fail loudly")]
pub async fn times_to_enter(app: &App, token: &str, requests: usize) -> Vec<Duration> {
    let cookie = format!("{}={token}", Session::cookie_name(app));
    let request = Request::builder().uri("/").header("cookie", cookie).body(Body::empty()).expect("a constant request");
    let mut times = Vec::with_capacity(requests);
    for _ in 0..requests {
        let began = Instant::now();
        let here = crate::request::look(app, request.headers(), request.uri()).await.expect("the database answers");
        let admitted = Permission::Somewhere(Verb::See).admits(here.viewer());
        times.push(began.elapsed());
        assert!(admitted, "the token opens nothing");
    }
    times.sort();
    times
}
