//! Who will be reminded in a round and when, who was, and whom nobody can be reached for.

use axum::extract::Path;
use axum::response::Response;
use identity::Verb;
use jiff::civil::{Date, Weekday};
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::{Head, RUN, own_round, place};
use crate::round::Round;
use crate::round::reminder::{Coming, Told, Unreached};

const INDEX: &str = "pages/rounds/reminders/index.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/rounds/{id}/reminders", RUN, index),
        Route::post("/rounds/{id}/reminder-pauses", RUN, pause),
        Route::post("/rounds/{id}/reminder-resumptions", RUN, resume),
    ]
}

#[derive(Debug, Serialize)]
struct Index {
    round: Head,
    reminds: bool,
    /// Whether mail goes out at all.
    mail: bool,
    coming: Vec<Day>,
    told: Vec<Day>,
    unreached: Vec<Body>,
    /// Where somebody can be given an account, for a viewer who may do that.
    people: Option<&'static str>,
}

/// A day with those who are written to.
#[derive(Debug, Serialize)]
struct Day {
    day: String,
    /// All that is open is told on that day.
    monday: bool,
    people: Vec<Somebody>,
}

#[derive(Debug, Serialize)]
struct Somebody {
    name: String,
    units: String,
    reports: i64,
    /// `waiting`, `sent` or `given-up`; empty for what will come.
    state: String,
}

#[derive(Debug, Serialize)]
struct Body {
    href: String,
    name: String,
    reports: i64,
    /// Where somebody without an account can be given a link to answer for it.
    link: String,
}

async fn index(here: Here, Path(id): Path<String>) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    let outlook = round.outlook(here.db()).await?;
    let administers = |body: &Unreached| here.viewer().may(Verb::Administer, &body.path);
    let context = Index {
        reminds: round.reminds,
        mail: here.app().settings().mail,
        coming: outlook.coming.into_iter().map(|(day, all)| of(&here, day, all, coming)).collect(),
        told: outlook.told.into_iter().map(|(day, all)| of(&here, day, all, told)).collect(),
        people: outlook.unreached.iter().any(administers).then_some("/organisation/people/new"),
        unreached: outlook.unreached.into_iter().map(|body| unreached(&round, body)).collect(),
        round: Head::of(&here, &round),
    };
    here.page(INDEX, &place(&here, Some(&round)), &context)
}

fn of<T>(here: &Here, day: Date, all: Vec<T>, somebody: fn(T) -> Somebody) -> Day {
    Day {
        day: here.date(&day.to_string()),
        monday: day.weekday() == Weekday::Monday,
        people: all.into_iter().map(somebody).collect(),
    }
}

fn coming(coming: Coming) -> Somebody {
    let Coming { name, units, reports } = coming;
    Somebody { name, units: units.join(", "), reports, state: String::new() }
}

fn told(told: Told) -> Somebody {
    let Told { name, reports, state } = told;
    Somebody { name, units: String::new(), reports, state: state.replace('_', "-") }
}

fn unreached(round: &Round, body: Unreached) -> Body {
    let (href, unit) = (format!("/rounds/{}", round.id), &body.unit);
    Body {
        link: format!("{href}/answer-links?unit={unit}#new"),
        href: format!("{href}/bodies/{unit}"),
        reports: body.reports,
        name: body.name,
    }
}

async fn pause(here: Here, Path(id): Path<String>) -> Result<Response> {
    set(&here, &id, false, "said-round-reminders-paused").await
}

async fn resume(here: Here, Path(id): Path<String>) -> Result<Response> {
    set(&here, &id, true, "said-round-reminders-resumed").await
}

async fn set(here: &Here, id: &str, reminds: bool, said: &str) -> Result<Response> {
    let round = own_round(here, id).await?;
    Round::set_reminds(here.db(), here.viewer(), &round.id, reminds).await?;
    Ok(here.go_saying(&format!("/rounds/{}/reminders", round.id), said, None))
}

pub(super) fn samples() -> Vec<Sample> {
    let somebody = |state: &str| Somebody {
        name: "Alva Exempel".to_owned(),
        units: "Socialnämnden, Skolnämnden".to_owned(),
        reports: 3,
        state: state.to_owned(),
    };
    let day = |monday, state| Day { day: "3 februari 2025".to_owned(), monday, people: vec![somebody(state)] };
    let full = Index {
        round: Head::sample(true),
        reminds: true,
        mail: true,
        coming: vec![day(true, ""), day(false, "")],
        told: vec![day(true, "waiting"), day(false, "sent"), day(false, "given-up")],
        unreached: vec![Body {
            href: "/rounds/r/bodies/s".to_owned(),
            name: "Skolnämnden".to_owned(),
            reports: 2,
            link: "/rounds/r/answer-links?unit=s#new".to_owned(),
        }],
        people: Some("/organisation/people/new"),
    };
    let empty = |reminds, ended| Index {
        round: Head { ended, ..Head::sample(true) },
        reminds,
        mail: false,
        coming: Vec::new(),
        told: Vec::new(),
        unreached: Vec::new(),
        people: None,
    };
    vec![Sample::new(INDEX, &full), Sample::new(INDEX, &empty(false, false)), Sample::new(INDEX, &empty(true, true))]
}
