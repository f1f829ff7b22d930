//! Closing an account and opening it again.

use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;
use web::{Here, Result, Sample};

use crate::people;

const TEMPLATE: &str = "pages/accounts/people/deactivation.html";

#[derive(Serialize)]
struct DeactivationPage {
    id: String,
    name: String,
}

/// Asks before an account is closed.
pub(in crate::pages) async fn deactivation(here: Here, Path(id): Path<String>) -> Result<Response> {
    let member = super::find_managed(&here, &id).await?;
    let place = super::person_place(&here, &member);
    here.page(TEMPLATE, &place, &DeactivationPage { id: member.id.to_string(), name: member.name })
}

/// Closes an account.
pub(in crate::pages) async fn deactivate(here: Here, Path(id): Path<String>) -> Result<Response> {
    let member = super::find_managed(&here, &id).await?;
    people::deactivate(here.db(), here.viewer(), &member.id).await?;
    Ok(here.go_saying(&super::person_href(&member.id), "said-person-deactivated", Some(&member.name)))
}

/// Opens a closed account.
pub(in crate::pages) async fn reactivate(here: Here, Path(id): Path<String>) -> Result<Response> {
    let member = super::find_managed(&here, &id).await?;
    people::reactivate(here.db(), here.viewer(), &member.id).await?;
    Ok(here.go_saying(&super::person_href(&member.id), "said-person-reactivated", Some(&member.name)))
}

pub(super) fn samples() -> Vec<Sample> {
    let page = DeactivationPage { id: "alva".to_owned(), name: "Alva Ankarhjul".to_owned() };
    vec![Sample::new(TEMPLATE, &page)]
}
