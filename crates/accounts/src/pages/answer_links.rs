//! What whoever was given a link sees: what it opens, asked before it is used.

use axum::extract::Path;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use base::Problem;
use exchange::Named;
use serde::Serialize;
use web::access_link::{self, AccessLink};
use web::{Here, Result, Sample, Session};

use crate::sign_in::sign_out;

const TEMPLATE: &str = "pages/accounts/answer-links/show.html";

#[derive(Serialize)]
struct LinkPage {
    token: String,
    name: String,
    unit: String,
    purpose: String,
    /// What it is about.
    what: String,
    until: String,
}

/// Says what the link opens; what follows links by itself, such as a preview of a message, does not press buttons.
pub(super) async fn show(here: Here, Path(token): Path<String>) -> Result<Response> {
    let link = AccessLink::open(here.db(), &token).await?;
    let about = about(&here, &link).await?;
    let page = LinkPage {
        token,
        until: here.time(db::instant(link.expires_at)),
        purpose: here.text(&format!("answer-link-purpose-{}", link.purpose)),
        name: link.holder_name,
        unit: link.unit_name,
        what: about.text,
    };
    here.page(TEMPLATE, &[], &page)
}

/// Lets the browser in. Somebody who is signed in there is signed out: nobody is two at once.
pub(super) async fn start(here: Here, Path(token): Path<String>) -> Result<Response> {
    let link = AccessLink::open(here.db(), &token).await?;
    let about = about(&here, &link).await?;
    let signed_in = here.viewer().person.as_ref().zip(here.session());
    if let Some((person, session)) = signed_in {
        sign_out(here.db(), &person.id, &session.hash).await?;
    }
    let answer = access_link::start(here.db(), &link).await?;
    let mut response = here.go(about.href.as_deref().unwrap_or("/"));
    if signed_in.is_some() {
        response.headers_mut().append(SET_COOKIE, Session::no_cookie(here.app()));
    }
    response.headers_mut().append(SET_COOKIE, access_link::COOKIE.set(here.app(), &answer));
    Ok(response)
}

/// Ends what the link has opened in this browser.
pub(super) async fn end(here: Here) -> Result<Response> {
    if let (Some(errand), Some(token)) = (&here.viewer().errand, access_link::COOKIE.read(&here)) {
        access_link::end(here.db(), errand, &token).await?;
    }
    let mut response = here.go_saying("/", "said-answer-link-ended", None);
    response.headers_mut().append(SET_COOKIE, access_link::COOKIE.clear(here.app()));
    Ok(response)
}

/// What the link is about and where that is done.
async fn about(here: &Here, link: &AccessLink) -> Result<Named> {
    let errand = link.errand();
    let mut purposes = here.app().modules().iter().flat_map(|module| module.purposes);
    let source = purposes.find(|one| errand.is_for(one.purpose)).ok_or(Problem::Refused("access-link-over"))?.about;
    Ok(source(here.db(), &errand).await?.ok_or(Problem::Refused("access-link-over"))?)
}

pub(super) fn samples() -> Vec<Sample> {
    let page = LinkPage {
        token: "0".repeat(20),
        name: "Petra Polisdotter".to_owned(),
        unit: "Polisområde Lindhamn".to_owned(),
        purpose: "…".to_owned(),
        what: "Trygg i Lindhamn".to_owned(),
        until: "15 mars 2025 kl. 12:00".to_owned(),
    };
    vec![Sample::new(TEMPLATE, &page)]
}
