//! One event with everything that the log holds of it.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::Unit;
use serde::Serialize;
use web::{Here, Result, Sample};

use super::{kind_text, log_place, subject, subject_text, who};
use crate::audit::Logged;

const TEMPLATE: &str = "pages/accounts/audit/show.html";

#[derive(Serialize)]
struct EventPage {
    what: String,
    kind: String,
    time: String,
    who: String,
    actor: String,
    subject_kind: String,
    subject: Option<exchange::Named>,
    subject_id: String,
    /// The list of all that happened to the same thing.
    same: String,
    organisation: String,
    details: Vec<Detail>,
    position: String,
    code: String,
    previous: String,
    key: String,
    genuine: bool,
}

/// A fact that explains the event, as the program wrote it.
#[derive(Serialize)]
struct Detail {
    term: String,
    text: String,
}

/// An event.
pub(in crate::pages) async fn show(here: Here, Path(id): Path<String>) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let event = Logged::find(here.db(), here.viewer(), &id).await?.ok_or(Problem::NotFound)?;
    let entry = &event.entry;
    let organisation = match &entry.organisation_id {
        Some(id) => Unit::find(here.db(), &Id::stored(id.clone())).await?.map(|unit| unit.name),
        None => None,
    };
    let page = EventPage {
        what: kind_text(&here, &entry.kind),
        kind: entry.kind.clone(),
        time: here.time(db::instant(entry.at)),
        who: who(&here, &event),
        actor: entry.actor.clone(),
        subject_kind: subject_text(&here, &entry.subject_kind),
        subject: subject(&here, entry).await?,
        subject_id: entry.subject_id.clone(),
        same: format!("/audit?subject_kind={}&subject={}", entry.subject_kind, entry.subject_id),
        organisation: organisation.unwrap_or_default(),
        details: details(&entry.detail),
        position: entry.position.map(|position| position.to_string()).unwrap_or_default(),
        code: entry.code.clone().unwrap_or_default(),
        previous: entry.previous.clone().unwrap_or_default(),
        key: entry.key_name.clone().unwrap_or_default(),
        genuine: entry.is_genuine(here.db().keys()),
    };
    here.page(TEMPLATE, &[log_place(&here)], &page)
}

/// The facts of an event, one for each name; a detail without names stands as it is.
fn details(detail: &str) -> Vec<Detail> {
    let text = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => text,
        value => value.to_string(),
    };
    match serde_json::from_str::<BTreeMap<String, serde_json::Value>>(detail) {
        Ok(facts) => facts.into_iter().map(|(term, value)| Detail { term, text: text(value) }).collect(),
        Err(_) => Vec::new(),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let page = |href: Option<&str>, genuine| EventPage {
        what: "Ändrade en enhet".to_owned(),
        kind: "unit.changed".to_owned(),
        time: "1 mars 2025 kl. 13.00".to_owned(),
        who: "Ada Administratörsson".to_owned(),
        actor: "ada".to_owned(),
        subject_kind: "Enhet".to_owned(),
        subject: href.map(|href| exchange::Named { text: "Ängsskolan".to_owned(), href: Some(href.to_owned()) }),
        subject_id: "angsskolan".to_owned(),
        same: "/audit?subject_kind=unit&subject=angsskolan".to_owned(),
        organisation: String::new(),
        details: details("{\"members\": 3}"),
        position: "17".to_owned(),
        code: "abc".to_owned(),
        previous: "abb".to_owned(),
        key: "1a2b3c4d".to_owned(),
        genuine,
    };
    let pages = [page(Some("/organisation/units/a"), true), EventPage { details: Vec::new(), ..page(None, false) }];
    pages.iter().map(|page| Sample::new(TEMPLATE, page)).collect()
}
