//! Ending sessions.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use web::{Here, Result};

use super::signed_in;
use crate::sign_in::Sitting;

/// Ends one session.
pub(in crate::pages) async fn end(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (person, _) = signed_in(&here)?;
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    Sitting::end(here.db(), &person.id, &id).await?;
    Ok(here.go_saying("/account", "said-session-ended", None))
}

/// Ends all sessions but this one.
pub(in crate::pages) async fn end_others(here: Here) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    Sitting::end_others(here.db(), &person.id, session).await?;
    Ok(here.go_saying("/account", "said-sessions-ended", None))
}
