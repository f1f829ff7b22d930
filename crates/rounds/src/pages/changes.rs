//! Changing a round after its opening: days, longer time, additions, what the plan expects now, abolished units, the end.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Id, Problem};
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::openings::{expectations, read_deadlines, required_day};
use super::{Choice, Head, RUN, own_round, place};
use crate::round::Round;
use crate::round::expectation::{Differences, Owed};

const CHANGES: &str = "pages/rounds/changes/index.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/rounds/{id}/changes", RUN, index),
        Route::post("/rounds/{id}/deadlines", RUN, reschedule),
        Route::post("/rounds/{id}/extensions", RUN, extend),
        Route::post("/rounds/{id}/additions", RUN, add),
        Route::post("/rounds/{id}/reconciliations", RUN, reconcile),
        Route::post("/rounds/{id}/transfers", RUN, transfer),
        Route::post("/rounds/{id}/endings", RUN, end),
    ]
}

#[derive(Debug, Serialize)]
struct Index {
    round: Head,
    /// Which of the page's forms was sent last; its fields are kept.
    sent: &'static str,
    form: BTreeMap<String, String>,
    errors: BTreeMap<&'static str, String>,
    bodies: Vec<Choice>,
    items: Vec<Choice>,
    units: Vec<Choice>,
    differences: Option<Differences>,
    abolished: Vec<Gone>,
    extensions: Vec<Longer>,
    notes: Vec<Note>,
}

/// A unit that is no more.
#[derive(Debug, Serialize)]
struct Gone {
    unit: String,
    name: String,
    last: String,
    successor: String,
}

/// A unit with longer time.
#[derive(Debug, Serialize)]
struct Longer {
    name: String,
    until: String,
    reason: String,
}

/// What was changed.
#[derive(Debug, Serialize)]
struct Note {
    when: String,
    who: String,
    text: String,
    note: String,
}

async fn index(here: Here, Path(id): Path<String>) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    page(&here, &round, "", &Fields::default(), &FormErrors::default()).await
}

async fn page(
    here: &Here,
    round: &Round,
    sent: &'static str,
    fields: &Fields,
    errors: &FormErrors,
) -> Result<Response> {
    let db = here.db();
    let today = db.clock().today();
    let overview = round.overview(db, here.viewer(), today).await?;
    let bodies: Vec<Choice> =
        overview.bodies.iter().map(|body| Choice::new(body.unit.as_str(), body.name.clone())).collect();
    let name = |unit: &str| {
        bodies.iter().find(|body| body.value == unit).map_or_else(|| unit.to_owned(), |body| body.text.clone())
    };
    let expected = if round.ended.is_none() {
        expectations(here, &round.subject_kind, &round.subject, round.year).await?
    } else {
        None
    };
    let differences = match &expected {
        Some(expected) => Some(round.differences(db, expected).await?),
        None => None,
    };
    let extensions = round.extensions(db).await?.into_iter().map(|longer| Longer {
        name: name(&longer.unit_id),
        until: here.date(&longer.until),
        reason: longer.reason,
    });
    let context = Index {
        sent,
        form: kept(round, sent, fields),
        errors: worded(here, round, errors),
        items: overview.items.iter().map(|item| Choice::new(item.id.as_str(), item.name())).collect(),
        units: units(here).await?,
        differences: differences.filter(|found| !found.added.is_empty() || !found.removed.is_empty()),
        abolished: round.abolished(db, today).await?.into_iter().map(|unit| gone(here, unit)).collect(),
        extensions: extensions.collect(),
        notes: round.notes(db).await?.into_iter().map(|note| noted(here, note)).collect(),
        round: Head::of(here, round),
        bodies,
    };
    let place = place(here, Some(round));
    if errors.is_empty() { here.page(CHANGES, &place, &context) } else { here.again(CHANGES, &place, &context) }
}

/// What is wrong, in words: of a longer time by which day it begins.
fn worded(here: &Here, round: &Round, errors: &FormErrors) -> BTreeMap<&'static str, String> {
    let mut texts = here.errors(errors);
    if errors.0.get("until") == Some(&FieldError::TooEarly) {
        let day = round.deadlines.due.max(here.db().clock().today().saturating_sub(jiff::Span::new().days(1)));
        let text = here.text_with("round-until-too-early", &[("day", &here.date(&day.to_string()))]);
        texts.insert("until", text);
    }
    texts
}

/// What the forms show: what was sent to one of them, otherwise the days as they are.
fn kept(round: &Round, sent: &str, fields: &Fields) -> BTreeMap<String, String> {
    let days = &round.deadlines;
    let mut form = BTreeMap::from([
        ("opens".to_owned(), days.opens.to_string()),
        ("due".to_owned(), days.due.to_string()),
        ("closes".to_owned(), days.closes.to_string()),
        ("locks".to_owned(), days.locks.map(|day| day.to_string()).unwrap_or_default()),
    ]);
    for name in ["unit", "item", "to", "until", "reason"] {
        form.insert(name.to_owned(), String::new());
    }
    if !sent.is_empty() {
        form.extend(fields.names().map(|name| (name.to_owned(), fields.get(name).to_owned())));
    }
    form
}

/// The units of today that something can be expected of.
async fn units(here: &Here) -> Result<Vec<Choice>> {
    let options = identity::Unit::body_options(here.db()).await?;
    Ok(options.into_iter().map(|unit| Choice::new(unit.value, unit.text)).collect())
}

fn gone(here: &Here, unit: crate::round::transfer::Abolished) -> Gone {
    Gone {
        last: here.date(&unit.valid_to),
        successor: unit.successor_id.unwrap_or_default(),
        unit: unit.unit_id,
        name: unit.name,
    }
}

fn noted(here: &Here, note: crate::round::expectation::Noted) -> Note {
    let (unit, item) = (note.unit.unwrap_or_default(), note.item.unwrap_or_default());
    Note {
        when: here.time(db::instant(note.at)),
        who: note.who,
        text: here.text_with(&format!("round-note-{}", note.kind), &[("unit", &unit), ("item", &item)]),
        note: note.reason,
    }
}

/// Answers with the page again where the form was wrong, else leads back to it with a word.
async fn settle(
    here: &Here,
    round: &Round,
    sent: &'static str,
    fields: &Fields,
    done: db::Result<()>,
    said: &str,
) -> Result<Response> {
    match done.map_err(Error::from) {
        Ok(()) => Ok(here.go_saying(&format!("/rounds/{}/changes", round.id), said, None)),
        Err(Error::Problem(Problem::Invalid(errors))) => page(here, round, sent, fields, &errors).await,
        Err(error) => Err(error),
    }
}

async fn reschedule(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    let mut errors = FormErrors::default();
    let done = match read_deadlines(&mut errors, &fields) {
        Some(days) => Round::set_deadlines(here.db(), here.viewer(), &round.id, &days, fields.get("reason")).await,
        None => Err(Problem::Invalid(errors).into()),
    };
    settle(&here, &round, "deadlines", &fields, done, "said-round-rescheduled").await
}

async fn extend(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    let mut errors = FormErrors::default();
    if fields.get("unit").is_empty() {
        errors.add("unit", FieldError::Missing);
    }
    let done = match required_day(&mut errors, "until", fields.get("until")) {
        Some(until) if errors.is_empty() => {
            let unit = Id::parse(fields.get("unit")).unwrap_or_default();
            Round::extend(here.db(), here.viewer(), &round.id, &unit, until, fields.get("reason")).await
        }
        _ => Err(Problem::Invalid(errors).into()),
    };
    settle(&here, &round, "extension", &fields, done, "said-round-extended").await
}

async fn add(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    let done = match chosen(&fields, "item", "unit") {
        Ok((item, unit)) => Round::add(here.db(), here.viewer(), &round.id, &item, &unit, fields.get("reason")).await,
        Err(errors) => Err(Problem::Invalid(errors).into()),
    };
    settle(&here, &round, "addition", &fields, done, "said-round-added").await
}

/// What was chosen in two fields; what is missing is told.
fn chosen(fields: &Fields, one: &'static str, other: &'static str) -> std::result::Result<(Id, Id), FormErrors> {
    let mut errors = FormErrors::default();
    for name in [one, other] {
        if fields.get(name).is_empty() {
            errors.add(name, FieldError::Missing);
        }
    }
    // What is no id at all is found nowhere.
    let id = |name| Id::parse(fields.get(name)).unwrap_or_default();
    errors.check().map(|()| (id(one), id(other)))
}

async fn reconcile(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    let expected =
        expectations(&here, &round.subject_kind, &round.subject, round.year).await?.ok_or(Problem::NotFound)?;
    let done = Round::reconcile(here.db(), here.viewer(), &round.id, &expected, fields.get("reason")).await.map(drop);
    settle(&here, &round, "reconciliation", &fields, done, "said-round-reconciled").await
}

async fn transfer(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    let done = match chosen(&fields, "unit", "to") {
        Ok((from, to)) => Round::transfer(here.db(), here.viewer(), &round.id, &from, &to, fields.get("reason")).await,
        Err(errors) => Err(Problem::Invalid(errors).into()),
    };
    settle(&here, &round, "transfer", &fields, done, "said-round-transferred").await
}

async fn end(here: Here, Path(id): Path<String>) -> Result<Response> {
    let round = own_round(&here, &id).await?;
    Round::end(here.db(), here.viewer(), &round.id).await?;
    Ok(here.go_saying(&format!("/rounds/{}", round.id), "said-round-ended", Some(&round.title)))
}

pub(super) fn samples() -> Vec<Sample> {
    let form: BTreeMap<String, String> = ["opens", "due", "closes", "locks", "unit", "item", "to", "until", "reason"]
        .map(|name| (name.to_owned(), String::new()))
        .into();
    let owed = || Owed {
        key: Id::stored("a".to_owned()),
        item: "1.1 Utbilda".to_owned(),
        unit: Id::stored("s".to_owned()),
        unit_name: "Socialnämnden".to_owned(),
    };
    let index = |sent, differences, errors| Index {
        round: Head::sample(true),
        sent,
        form: form.clone(),
        errors,
        bodies: vec![Choice::new("s", "Socialnämnden")],
        items: vec![Choice::new("i", "1.1 Utbilda")],
        units: vec![Choice::new("u", "Skolnämnden")],
        differences,
        abolished: vec![Gone {
            unit: "g".to_owned(),
            name: "Gamla nämnden".to_owned(),
            last: "31 december 2024".to_owned(),
            successor: "u".to_owned(),
        }],
        extensions: vec![Longer {
            name: "Socialnämnden".to_owned(),
            until: "15 mars 2025".to_owned(),
            reason: "Ny handläggare".to_owned(),
        }],
        notes: vec![Note {
            when: "3 mars 2025 kl. 10:12".to_owned(),
            who: "Alva Exempel".to_owned(),
            text: "Längre tid: Socialnämnden".to_owned(),
            note: "Ny handläggare".to_owned(),
        }],
    };
    let differences = Differences { added: vec![owed()], removed: vec![owed()] };
    let errors = BTreeMap::from([("reason", "Fyll i fältet.".to_owned())]);
    vec![
        Sample::new(CHANGES, &index("", Some(differences), BTreeMap::new())),
        Sample::new(CHANGES, &index("extension", None, errors)),
    ]
}
