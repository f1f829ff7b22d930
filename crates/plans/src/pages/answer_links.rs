//! Links with which somebody without an account comments on behalf of a body: made, listed, copied, revoked.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use db::Event;
use identity::Verb;
use serde::Serialize;
use web::access_link::{AccessLink, LinkForm, LinkRow, MOST_DAYS, NewAccessLink};
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
    links: Vec<LinkRow>,
    form: LinkForm,
    units: Vec<Choice>,
    most_days: i64,
    /// Whether links can be sent.
    mail: bool,
    /// Whether comments are still taken.
    is_open: bool,
}

#[derive(Debug, Serialize)]
struct Show {
    row: LinkRow,
    link: String,
    back: String,
}

/// All links of the round, and the form for a new one.
async fn index(here: Here, Path((id, round)): Path<(String, String)>) -> Result<Response> {
    let seen = own(&here, &id, &round).await?;
    let form = LinkForm::until(seen.round.closes_on.parse().ok(), here.db().clock().today());
    page(&here, &seen, form).await
}

/// Makes a link; it is sent, or shown to be handed over.
async fn create(here: Here, Path((id, round)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let seen = own(&here, &id, &round).await?;
    if seen.round.closed_on.is_some() {
        return Err(Problem::Refused("consultation-closed").into());
    }
    let asked = |unit: &Id| seen.asked.iter().any(|body| body.unit_id == unit.as_str());
    let new = NewAccessLink::of_form(&here, &fields, asked);
    if let Err(errors) = new.check() {
        return page(&here, &seen, LinkForm::again(&here, &fields, &errors)).await;
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
    let show = Show { row: LinkRow::of(&here, &links(&seen), link), link: address, back: links(&seen) };
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

async fn page(here: &Here, seen: &Seen, form: LinkForm) -> Result<Response> {
    let refused = !form.errors.is_empty();
    let made = AccessLink::list(here.db(), COMMENTS, &seen.round.id).await?;
    let context = Index {
        title: seen.plan.title.clone(),
        href: links(seen),
        links: made.into_iter().map(|link| LinkRow::of(here, &links(seen), link)).collect(),
        form,
        units: seen.asked.iter().map(|body| Choice::new(body.unit_id.clone(), body.name.clone())).collect(),
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

pub(super) fn samples() -> Vec<Sample> {
    let index = |links, form, is_open| Index {
        title: "Trygg i Lindhamn".to_owned(),
        href: "/plans/p/consultations/r/answer-links".to_owned(),
        links,
        form,
        units: vec![Choice::new("p", "Polisområde Lindhamn")],
        most_days: MOST_DAYS,
        mail: is_open,
        is_open,
    };
    let all = ["open", "expired", "revoked"].map(|state| LinkRow::sample(state, "1 mars 2025 kl. 12:00"));
    let wrong = LinkForm { errors: [("email", "…".to_owned())].into(), days: "14".to_owned(), ..LinkForm::default() };
    let show = Show {
        row: LinkRow::sample("open", ""),
        link: "https://tryggbas.exempel.se/answer-links/0".to_owned(),
        back: "/plans/p/consultations/r/answer-links".to_owned(),
    };
    vec![
        Sample::new(INDEX, &index(all.into(), wrong, true)),
        Sample::new(INDEX, &index(Vec::new(), LinkForm::default(), false)),
        Sample::new(SHOW, &show),
    ]
}
