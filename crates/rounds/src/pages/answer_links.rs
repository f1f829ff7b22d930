//! Links with which somebody without an account answers for a unit in a round: made, listed, copied, revoked.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use db::Event;
use serde::Serialize;
use web::access_link::{AccessLink, LinkForm, LinkRow, MOST_DAYS, NewAccessLink};
use web::{Fields, Here, Place, Result, Route, Sample};

use super::{Choice, Head, RUN, own_round, place};
use crate::report::errand::REPORTS;
use crate::round::Round;

const INDEX: &str = "pages/rounds/answer-links/index.html";
const SHOW: &str = "pages/rounds/answer-links/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/rounds/{id}/answer-links", RUN, index),
        Route::post("/rounds/{id}/answer-links", RUN, create),
        Route::get("/rounds/{id}/answer-links/{link}", RUN, show),
        Route::post("/rounds/{id}/answer-links/{link}/revocations", RUN, revoke),
    ]
}

#[derive(Debug, Serialize)]
struct Index {
    round: Head,
    href: String,
    links: Vec<LinkRow>,
    form: LinkForm,
    units: Vec<Choice>,
    most_days: i64,
    /// Whether links can be sent.
    mail: bool,
}

#[derive(Debug, Serialize)]
struct Show {
    round: Head,
    row: LinkRow,
    link: String,
    back: String,
}

/// All links of the round, and the form for a new one.
async fn index(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    let unit = fields.get("unit").to_owned();
    let last = match Id::parse(&unit) {
        Some(unit) => round.last_day(here.db(), &unit).await?,
        None => round.deadlines.closes,
    };
    let form = LinkForm { unit, ..LinkForm::until(Some(last), here.db().clock().today()) };
    page(&here, &round, form).await
}

async fn page(here: &Here, round: &Round, form: LinkForm) -> Result<Response> {
    let refused = !form.errors.is_empty();
    let made = AccessLink::list(here.db(), REPORTS, &round.id).await?;
    let context = Index {
        round: Head::of(here, round),
        href: links(round),
        links: made.into_iter().map(|link| LinkRow::of(here, &links(round), link)).collect(),
        form,
        units: units(here, round).await?,
        most_days: MOST_DAYS,
        mail: here.app().settings().mail,
    };
    let place = place(here, Some(round));
    if refused { here.again(INDEX, &place, &context) } else { here.page(INDEX, &place, &context) }
}

/// Whom a link can be for: the units of which something is expected.
async fn units(here: &Here, round: &Round) -> Result<Vec<Choice>> {
    let overview = round.overview(here.db(), here.viewer(), here.db().clock().today()).await?;
    Ok(overview.bodies.into_iter().map(|body| Choice::new(body.unit.as_str(), body.name)).collect())
}

/// Makes a link; it is sent, or shown to be handed over.
async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    if round.ended.is_some() {
        return Err(Problem::Refused("round-ended").into());
    }
    let units = units(&here, &round).await?;
    let new = NewAccessLink::of_form(&here, &fields, |unit| units.iter().any(|one| one.value == unit.as_str()));
    if let Err(errors) = new.check() {
        return page(&here, &round, LinkForm::again(&here, &fields, &errors)).await;
    }
    let db = here.db();
    let change = db.change(here.viewer().actor()?).await?;
    let giver = (&round.owner, round.owner_name.as_str(), round.title.as_str());
    let link = new.write(db, &change, here.viewer(), REPORTS, &round.id, giver).await?;
    let event = Event::new("access_link.made", "access_link", &Id::stored(link.id.clone())).within(&round.owner);
    change.commit(event.with(serde_json::json!({ "by_mail": new.by_mail }))).await?;
    if new.by_mail {
        return Ok(here.go_saying(&links(&round), "said-answer-link-sent", Some(&link.holder_email)));
    }
    Ok(here.go(&format!("{}/{}", links(&round), link.id)))
}

/// The link itself, to be copied. Nothing of it is stored: it is made again each time somebody asks, which is noted.
async fn show(here: Here, Path((id, link)): Path<(String, String)>) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    let link = find(&here, &round, &link).await?;
    let event = Event::new("access_link.shown", "access_link", &Id::stored(link.id.clone()));
    here.note_read(event.within(&round.owner)).await?;
    let address = format!("{}{}", here.app().settings().address.origin(), link.path(here.db()));
    let row = LinkRow::of(&here, &links(&round), link);
    let show = Show { round: Head::of(&here, &round), row, link: address, back: links(&round) };
    let mut place = place(&here, Some(&round));
    place.push(Place::new(here.text("answer-links-title"), links(&round)));
    here.page(SHOW, &place, &show)
}

/// Revokes a link: it and all it has opened end at once.
async fn revoke(here: Here, Path((id, link)): Path<(String, String)>) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    let link = find(&here, &round, &link).await?;
    let change = here.db().change(here.viewer().actor()?).await?;
    link.revoke(&change).await?;
    let event = Event::new("access_link.revoked", "access_link", &Id::stored(link.id));
    change.commit(event.within(&round.owner)).await?;
    Ok(here.go_saying(&links(&round), "said-answer-link-revoked", Some(&link.holder_name)))
}

async fn find(here: &Here, round: &Round, id: &str) -> Result<AccessLink> {
    let links = AccessLink::list(here.db(), REPORTS, &round.id).await?;
    Ok(links.into_iter().find(|link| link.id == id).ok_or(Problem::NotFound)?)
}

fn links(round: &Round) -> String {
    format!("/rounds/{}/answer-links", round.id)
}

pub(super) fn samples() -> Vec<Sample> {
    let index = |links, form, ended| Index {
        round: Head { ended, ..Head::sample(true) },
        href: "/rounds/r/answer-links".to_owned(),
        links,
        form,
        units: vec![Choice::new("p", "Polisområde Lindhamn")],
        most_days: MOST_DAYS,
        mail: !ended,
    };
    let all = ["open", "expired", "revoked"].map(|state| LinkRow::sample(state, "1 mars 2025 kl. 12:00"));
    let wrong = LinkForm { errors: [("email", "…".to_owned())].into(), days: "14".to_owned(), ..LinkForm::default() };
    let show = |state| Show {
        round: Head::sample(true),
        row: LinkRow::sample(state, ""),
        link: "https://tryggbas.exempel.se/answer-links/0".to_owned(),
        back: "/rounds/r/answer-links".to_owned(),
    };
    vec![
        Sample::new(INDEX, &index(all.into(), wrong, false)),
        Sample::new(INDEX, &index(Vec::new(), LinkForm::default(), true)),
        Sample::new(SHOW, &show("open")),
        Sample::new(SHOW, &show("expired")),
    ]
}
