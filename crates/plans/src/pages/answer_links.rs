//! Links with which somebody without an account comments on behalf of a body: made, listed, copied, revoked.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use db::Event;
use identity::Verb;
use jiff::civil::Date;
use serde::Serialize;
use web::access_link::{AccessLink, MOST_DAYS, NewAccessLink, USUAL_DAYS};
use web::{Fields, Here, Place, Result, Route, Sample};

use super::WRITE;
use super::choices::Choice;
use super::consultations::{Seen, way};
use crate::plan::consultation::COMMENTS;

const INDEX: &str = "pages/plans/answer-links/index.html";
const SHOW: &str = "pages/plans/answer-links/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/{id}/consultations/{round}/answer-links", WRITE, index),
        Route::post("/plans/{id}/consultations/{round}/answer-links", WRITE, create),
        Route::get("/plans/{id}/consultations/{round}/answer-links/{link}", WRITE, show),
        Route::post("/plans/{id}/consultations/{round}/answer-links/{link}/revocations", WRITE, revoke),
    ]
}

/// The page's context.
#[derive(Debug, Serialize)]
struct Index {
    title: String,
    href: String,
    links: Vec<Row>,
    form: Form,
    units: Vec<Choice>,
    languages: Vec<Choice>,
    most_days: i64,
    /// Whether links can be sent.
    mail: bool,
    /// Whether comments are still taken.
    is_open: bool,
}

/// A link with what became of it.
#[derive(Debug, Serialize)]
struct Row {
    href: String,
    name: String,
    email: String,
    unit: String,
    until: String,
    used: String,
    /// `open`, `expired` or `revoked`.
    state: &'static str,
}

/// What was typed.
#[derive(Debug, Default, Serialize)]
struct Form {
    unit: String,
    name: String,
    email: String,
    language: String,
    days: String,
    errors: BTreeMap<&'static str, String>,
}

#[derive(Debug, Serialize)]
struct Show {
    row: Row,
    link: String,
    back: String,
}

/// All links of the round, and the form for a new one.
async fn index(here: Here, Path((id, round)): Path<(String, String)>) -> Result<Response> {
    let seen = own(&here, &id, &round).await?;
    let days = days_left(&seen.round.closes_on, here.db().clock().today()).to_string();
    let form = Form { language: "sv".to_owned(), days, ..Form::default() };
    page(&here, &seen, form).await
}

/// How long a link lasts unless somebody says otherwise: through the last day for comments.
fn days_left(closes_on: &str, today: Date) -> i64 {
    let last = closes_on.parse::<Date>().ok().and_then(|day| today.until(day).ok());
    last.map_or(USUAL_DAYS, |left| (i64::from(left.get_days()) + 1).clamp(1, MOST_DAYS))
}

/// Makes a link; it is sent, or shown to be handed over.
async fn create(here: Here, Path((id, round)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let seen = own(&here, &id, &round).await?;
    if seen.round.closed_on.is_some() {
        return Err(Problem::Refused("consultation-closed").into());
    }
    let asked = |unit: &Id| seen.asked.iter().any(|body| body.unit_id == unit.as_str());
    let new = NewAccessLink {
        unit: Id::parse(fields.get("unit")).filter(asked),
        name: fields.get("name").to_owned(),
        email: fields.get("email").to_owned(),
        language: if fields.get("language") == "en" { "en".to_owned() } else { "sv".to_owned() },
        days: fields.get("days").to_owned(),
        by_mail: fields.get("by") == "mail" && here.app().settings().mail,
    };
    if let Err(errors) = new.check() {
        let NewAccessLink { name, email, language, days, .. } = new;
        let unit = fields.get("unit").to_owned();
        let form = Form { unit, name, email, language, days, errors: here.errors(&errors) };
        return page(&here, &seen, form).await;
    }
    let (db, plan) = (here.db(), &seen.plan);
    let change = db.change(here.viewer().actor()?).await?;
    let giver = (&plan.owner, plan.owner_name.as_str(), plan.title.as_str());
    let link = new.write(db, &change, here.viewer(), COMMENTS, &seen.round.id, giver).await?;
    let event = Event::new("access_link.made", "access_link", &Id::stored(link.id.clone())).within(&plan.owner);
    change.commit(event.with(serde_json::json!({ "by_mail": new.by_mail }))).await?;
    if new.by_mail {
        return Ok(here.go_saying(&links(&seen), "said-answer-link-sent", Some(&link.holder_email)));
    }
    Ok(here.go(&format!("{}/{}", links(&seen), link.id)))
}

/// The link itself, to be copied. Nothing of it is stored: it is made again each time somebody asks, which is noted.
async fn show(here: Here, Path((id, round, link)): Path<(String, String, String)>) -> Result<Response> {
    let seen = own(&here, &id, &round).await?;
    let link = find(&here, &seen, &link).await?;
    let event = Event::new("access_link.shown", "access_link", &Id::stored(link.id.clone()));
    here.note_read(event.within(&seen.plan.owner)).await?;
    let address = format!("{}{}", here.app().settings().address.origin(), link.path(here.db()));
    let show = Show { row: row(&here, &seen, link), link: address, back: links(&seen) };
    let mut place = place(&here, &seen);
    place.push(Place::new(here.text("answer-links-title"), links(&seen)));
    here.page(SHOW, &place, &show)
}

/// Revokes a link: it and all it has opened end at once.
async fn revoke(here: Here, Path((id, round, link)): Path<(String, String, String)>) -> Result<Response> {
    let seen = own(&here, &id, &round).await?;
    let link = find(&here, &seen, &link).await?;
    let change = here.db().change(here.viewer().actor()?).await?;
    link.revoke(&change).await?;
    let event = Event::new("access_link.revoked", "access_link", &Id::stored(link.id));
    change.commit(event.within(&seen.plan.owner)).await?;
    Ok(here.go_saying(&links(&seen), "said-answer-link-revoked", Some(&link.holder_name)))
}

/// The round of a plan that the viewer may write.
async fn own(here: &Here, id: &str, round: &str) -> Result<Seen> {
    let seen = Seen::find(here, id, round).await?;
    seen.plan.check(here.viewer(), Verb::Write)?;
    Ok(seen)
}

async fn find(here: &Here, seen: &Seen, id: &str) -> Result<AccessLink> {
    let links = AccessLink::list(here.db(), COMMENTS, &seen.round.id).await?;
    Ok(links.into_iter().find(|link| link.id == id).ok_or(Problem::NotFound)?)
}

async fn page(here: &Here, seen: &Seen, form: Form) -> Result<Response> {
    let refused = !form.errors.is_empty();
    let made = AccessLink::list(here.db(), COMMENTS, &seen.round.id).await?;
    let context = Index {
        title: seen.plan.title.clone(),
        href: links(seen),
        links: made.into_iter().map(|link| row(here, seen, link)).collect(),
        form,
        units: seen.asked.iter().map(|body| Choice::new(body.unit_id.clone(), body.name.clone())).collect(),
        languages: ["sv", "en"].map(|tag| Choice::new(tag, here.text(&format!("answer-link-language-{tag}")))).into(),
        most_days: MOST_DAYS,
        mail: here.app().settings().mail,
        is_open: seen.round.closed_on.is_none(),
    };
    let place = place(here, seen);
    if refused { here.again(INDEX, &place, &context) } else { here.page(INDEX, &place, &context) }
}

fn place(here: &Here, seen: &Seen) -> Vec<Place> {
    let mut place = way(here, &seen.plan);
    place.push(Place::new(here.text("plan-consultation"), seen.talk()));
    place
}

fn links(seen: &Seen) -> String {
    format!("{}/answer-links", seen.href())
}

fn row(here: &Here, seen: &Seen, link: AccessLink) -> Row {
    Row {
        href: format!("{}/{}", links(seen), link.id),
        state: link.state(here.db().clock().now().as_microsecond()).as_str(),
        until: here.time(db::instant(link.expires_at)),
        used: link.last_used_at.map(|at| here.time(db::instant(at))).unwrap_or_default(),
        name: link.holder_name,
        email: link.holder_email,
        unit: link.unit_name,
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let row = |state: &'static str, used: &str| Row {
        href: "/plans/p/consultations/r/answer-links/l".to_owned(),
        name: "Petra Polisdotter".to_owned(),
        email: "petra@exempel.se".to_owned(),
        unit: "Polisområde Lindhamn".to_owned(),
        until: "15 mars 2025 kl. 12:00".to_owned(),
        used: used.to_owned(),
        state,
    };
    let index = |links, errors: BTreeMap<&'static str, String>, is_open| Index {
        title: "Trygg i Lindhamn".to_owned(),
        href: "/plans/p/consultations/r/answer-links".to_owned(),
        links,
        form: Form { days: "14".to_owned(), errors, ..Form::default() },
        units: vec![Choice::new("p", "Polisområde Lindhamn")],
        languages: vec![Choice::new("sv", "Svenska"), Choice::new("en", "Engelska")],
        most_days: MOST_DAYS,
        mail: is_open,
        is_open,
    };
    let all = vec![row("open", "1 mars 2025 kl. 12:00"), row("expired", ""), row("revoked", "")];
    let wrong = BTreeMap::from([("email", "…".to_owned())]);
    let show = Show {
        row: row("open", ""),
        link: "https://tryggbas.exempel.se/answer-links/0".to_owned(),
        back: "/plans/p/consultations/r/answer-links".to_owned(),
    };
    vec![
        Sample::new(INDEX, &index(all, wrong, true)),
        Sample::new(INDEX, &index(Vec::new(), BTreeMap::new(), false)),
        Sample::new(SHOW, &show),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_lasts_through_the_last_day_for_comments() {
        let today = "2025-03-01".parse().unwrap();
        for (closes, days) in [
            ("2025-03-22", 22),
            ("2025-04-01", 32),
            ("2025-03-01", 1),
            ("2025-02-01", 1),
            ("2027-01-01", MOST_DAYS),
            ("", USUAL_DAYS),
        ] {
            assert_eq!(days_left(closes, today), days, "{closes}");
        }
    }
}
