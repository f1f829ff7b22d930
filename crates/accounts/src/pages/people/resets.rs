//! Taking away what somebody signs in with, so that they begin anew.

use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use crate::credentials::{LINK_HOURS, reset_by};

const NEW: &str = "pages/accounts/people/reset.html";
const MADE: &str = "pages/accounts/people/reset-made.html";

#[derive(Serialize)]
struct ResetPage {
    id: String,
    name: String,
    email: String,
    /// Whether the link can be sent.
    mail: bool,
}

#[derive(Serialize)]
struct MadePage {
    name: String,
    href: String,
    link: String,
    hours: i64,
}

/// Asks before anything is taken away.
pub(in crate::pages) async fn reset(here: Here, Path(id): Path<String>) -> Result<Response> {
    let member = super::find_managed(&here, &id).await?;
    let place = super::person_place(&here, &member);
    let mail = here.app().settings().mail;
    here.page(NEW, &place, &ResetPage { id: member.id.to_string(), name: member.name, email: member.email, mail })
}

/// Takes it away; the link goes to the person, or is shown once.
pub(in crate::pages) async fn create_reset(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let member = super::find_managed(&here, &id).await?;
    let by_mail = fields.get("by") == "mail" && here.app().settings().mail;
    let href = super::person_href(&member.id);
    let Some(token) = reset_by(here.db(), here.viewer(), &member.id, by_mail).await? else {
        return Ok(here.go_saying(&href, "said-person-reset", Some(&member.name)));
    };
    let link = format!("{}/sign-in/{token}", here.app().settings().address.origin());
    let place = super::person_place(&here, &member);
    here.page(MADE, &place, &MadePage { name: member.name, href, link, hours: LINK_HOURS })
}

pub(super) fn samples() -> Vec<Sample> {
    let page = |mail| ResetPage {
        id: "alva".to_owned(),
        name: "Alva Ankarhjul".to_owned(),
        email: "alva@exempel.se".to_owned(),
        mail,
    };
    let made = MadePage {
        name: "Alva Ankarhjul".to_owned(),
        href: "/organisation/people/alva".to_owned(),
        link: format!("https://tryggbas.exempel.se/sign-in/{}", "0".repeat(64)),
        hours: LINK_HOURS,
    };
    vec![Sample::new(NEW, &page(true)), Sample::new(NEW, &page(false)), Sample::new(MADE, &made)]
}
