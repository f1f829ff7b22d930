//! The gate of each route: its declared permission, the size of what it takes, and how often it is asked.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base::Problem;
use identity::{Errand, Purpose};

use crate::limits::Sender;
use crate::{Error, Here, Permission, access_link};

/// What the gate of a route asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms {
    pub(crate) permission: Permission,
    pub(crate) purposes: &'static [Purpose],
    pub(crate) weight: u32,
}

impl Terms {
    fn open_to(self, errand: &Errand) -> bool {
        self.purposes.iter().any(|purpose| errand.is_for(*purpose))
    }
}

/// Lets the request through when the viewer has what the route asks for and has not sent too much of late.
pub(crate) async fn gate(State(terms): State<Terms>, here: Here, request: Request, next: Next) -> Response {
    let viewer = here.viewer();
    let errand = viewer.errand.as_ref();
    if !terms.permission.admits(viewer) && !errand.is_some_and(|errand| terms.open_to(errand)) {
        read_out(request).await;
        return refuse(&here).await.into_response();
    }
    let sender = Sender::new(here.session().map(|session| &session.id), here.client());
    match here.app().limits().count(&sender, terms.weight) {
        Ok(()) => next.run(request).await,
        Err(seconds) => {
            read_out(request).await;
            Error::from(Problem::TooMany(seconds)).into_response()
        }
    }
}

/// Most bytes of a refused request that are read and thrown away.
const READ_OUT: usize = 64 * 1024;

/// Reads what a refused request still brings: a connection that is closed over it may take the answer along.
pub(crate) async fn read_out(request: Request) {
    let _thrown_away = axum::body::to_bytes(request.into_body(), READ_OUT).await;
}

/// What somebody is told who may not pass. That a link was tried elsewhere is noted.
async fn refuse(here: &Here) -> Error {
    if let Some(errand) = &here.viewer().errand
        && let Err(error) = access_link::note_outside(here.db(), errand).await
    {
        return error.into();
    }
    let problem = if here.viewer().is_signed_in() { Problem::NotAllowed } else { Problem::NotSignedIn };
    problem.into()
}
