//! Whether the program lives, and whether it can work.

use axum::extract::State;
use axum::http::StatusCode;

use crate::App;

/// The process answers.
pub(crate) async fn healthz() -> &'static str {
    "ok\n"
}

/// The database answers and has the schema this program knows.
pub(crate) async fn readyz(State(app): State<App>) -> (StatusCode, &'static str) {
    match db::pending(app.db()).await {
        Ok(steps) if steps.is_empty() => (StatusCode::OK, "ready\n"),
        Ok(_) => (StatusCode::SERVICE_UNAVAILABLE, "schema is behind\n"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "database does not answer\n")
        }
    }
}
