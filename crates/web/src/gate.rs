//! The gate of each route: its declared permission, and the size of what it takes.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base::Problem;
use identity::{Errand, Purpose};

use crate::{Error, Here, Permission, access_link};

/// What a route asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gate {
    pub(crate) permission: Permission,
    pub(crate) purposes: &'static [Purpose],
}

impl Gate {
    fn opens_to(self, errand: &Errand) -> bool {
        self.purposes.iter().any(|purpose| errand.is_for(*purpose))
    }
}

/// Lets the request through when the viewer has what the route asks for.
pub(crate) async fn gate(State(gate): State<Gate>, here: Here, request: Request, next: Next) -> Response {
    let viewer = here.viewer();
    let errand = viewer.errand.as_ref();
    if gate.permission.admits(viewer) || errand.is_some_and(|errand| gate.opens_to(errand)) {
        return next.run(request).await;
    }
    if let Some(errand) = errand
        && let Err(error) = access_link::note_outside(here.db(), errand).await
    {
        return Error::from(error).into_response();
    }
    let problem = if viewer.is_signed_in() { Problem::NotAllowed } else { Problem::NotSignedIn };
    Error::from(problem).into_response()
}
