//! The gate of each route: its declared permission, the size of what it takes, and how often it is asked.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base::Problem;

use crate::limits::Sender;
use crate::{Error, Here, Permission};

/// What the gate of a route asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms {
    pub(crate) permission: Permission,
    pub(crate) weight: u32,
}

/// Lets the request through when the viewer has what the route asks for and has not sent too much of late.
pub(crate) async fn gate(State(terms): State<Terms>, here: Here, request: Request, next: Next) -> Response {
    if !terms.permission.admits(here.viewer()) {
        let problem = if here.viewer().is_signed_in() { Problem::NotAllowed } else { Problem::NotSignedIn };
        return Error::from(problem).into_response();
    }
    let sender = Sender::new(here.session().map(|session| &session.id), here.client());
    match here.app().limits().count(&sender, terms.weight) {
        Ok(()) => next.run(request).await,
        Err(seconds) => Error::from(Problem::TooMany(seconds)).into_response(),
    }
}
