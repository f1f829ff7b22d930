//! The gate of each route: its declared permission, and the size of what it takes.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base::Problem;

use crate::{Error, Here, Permission};

/// Lets the request through when the viewer has what the route asks for.
pub(crate) async fn gate(State(permission): State<Permission>, here: Here, request: Request, next: Next) -> Response {
    if permission.admits(here.viewer()) {
        return next.run(request).await;
    }
    let problem = if here.viewer().is_signed_in() { Problem::NotAllowed } else { Problem::NotSignedIn };
    Error::from(problem).into_response()
}
