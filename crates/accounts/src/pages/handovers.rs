//! Handing over a role: what waits, what there is, and what the predecessor wrote.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use exchange::Hit;
use identity::Viewer;
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use super::start::{WorkCard, card, sample_card, waiting_for};
use crate::handover::{Handover, Part};

const TEMPLATE: &str = "pages/accounts/handovers/show.html";

#[derive(Serialize)]
struct HandoverPage {
    id: String,
    person: String,
    role: String,
    unit: String,
    unit_id: String,
    last_day: String,
    /// `predecessor`, `successor` or `administrator`.
    part: &'static str,
    received: bool,
    note: String,
    work: Vec<WorkCard>,
    things: Vec<Hit>,
    form: Form,
}

#[derive(Default, Serialize)]
struct Form {
    text: String,
    errors: BTreeMap<&'static str, String>,
}

/// The hand-over, for whoever leaves, whoever comes after and who administers the unit.
pub(super) async fn show(here: Here, Path(role): Path<String>) -> Result<Response> {
    let (found, part) = find(&here, &role).await?;
    let form = Form { text: found.note.clone().unwrap_or_default(), ..Form::default() };
    let page = page(&here, &found, part, form).await?;
    here.page(TEMPLATE, &[], &page)
}

/// Saves what is written to whoever comes after.
pub(super) async fn write(here: Here, Path(role): Path<String>, fields: Fields) -> Result<Response> {
    let (found, part) = find(&here, &role).await?;
    let text = fields.get("text");
    let saved = Handover::write(here.db(), here.viewer(), &Id::stored(found.role_id.clone()), text).await;
    match super::people::refusal(saved)? {
        Ok(()) => Ok(here.go_saying(&format!("/handovers/{}", found.role_id), "said-handover-written", None)),
        Err(wrong) => {
            let form = Form { text: text.to_owned(), errors: here.errors(&wrong) };
            let page = page(&here, &found, part, form).await?;
            here.again(TEMPLATE, &[], &page)
        }
    }
}

/// Notes that the viewer has taken over.
pub(super) async fn receive(here: Here, Path(role): Path<String>) -> Result<Response> {
    let role = Id::parse(&role).ok_or(Problem::NotFound)?;
    let found = Handover::receive(here.db(), here.viewer(), &role).await?;
    Ok(here.go_saying("/", "said-handover-received", Some(&found.person)))
}

async fn find(here: &Here, role: &str) -> Result<(Handover, Part)> {
    let role = Id::parse(role).ok_or(Problem::NotFound)?;
    Ok(Handover::find(here.db(), here.viewer(), &role).await?)
}

async fn page(here: &Here, found: &Handover, part: Part, form: Form) -> Result<HandoverPage> {
    let person = here.viewer().person.clone().ok_or(Problem::NotSignedIn)?;
    let received = found.is_received_by(here.db(), &person.id).await?;
    // What waits for the role alone, as whoever comes after will see it.
    let holder = Viewer { person: Some(person), roles: found.held_by(here.viewer(), part), errand: None };
    let unit = found.unit(here.db()).await?;
    let today = here.db().clock().today();
    let mut work = waiting_for(here, &holder).await?;
    work.retain(|work| !work.href.starts_with("/handovers/"));
    let mut things = Vec::new();
    for source in here.app().modules().iter().filter_map(|module| module.holdings) {
        things.extend(source(here.db(), &holder, &unit.id).await?);
    }
    Ok(HandoverPage {
        id: found.role_id.clone(),
        person: found.person.clone(),
        role: found.function.clone().unwrap_or_else(|| super::role_text(here, &found.role)),
        unit: found.unit.clone(),
        unit_id: found.unit_id.clone(),
        last_day: here.date(&found.valid_to),
        part: name(part),
        received,
        note: found.note.clone().unwrap_or_default(),
        work: work.iter().map(|work| card(here, work, today)).collect(),
        things,
        form,
    })
}

fn name(part: Part) -> &'static str {
    match part {
        Part::Predecessor => "predecessor",
        Part::Successor => "successor",
        Part::Administrator => "administrator",
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let thing = Hit {
        kind: "accounts-hit-unit",
        title: "Trygg i Lindhamn".to_owned(),
        text: "2025–2028".to_owned(),
        href: "/plans/trygg".to_owned(),
    };
    let page = |part: Part, received, full: bool| HandoverPage {
        id: "r1".to_owned(),
        person: "Alva Ankarhjul".to_owned(),
        role: "Rektor".to_owned(),
        unit: "Backviksskolan".to_owned(),
        unit_id: "backviksskolan".to_owned(),
        last_day: "30 juni 2025".to_owned(),
        part: name(part),
        received,
        note: if full { "Ring kuratorn först.\nSen läser du planen.".to_owned() } else { String::new() },
        work: if full { vec![sample_card(false)] } else { Vec::new() },
        things: if full { vec![thing.clone()] } else { Vec::new() },
        form: Form::default(),
    };
    [
        page(Part::Successor, false, true),
        page(Part::Successor, true, false),
        page(Part::Predecessor, false, true),
        page(Part::Administrator, false, false),
    ]
    .iter()
    .map(|page| Sample::new(TEMPLATE, page))
    .collect()
}
