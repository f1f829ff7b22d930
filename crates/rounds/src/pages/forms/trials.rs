//! Trying a form out: filled in as those who answer will, with what they would be told. Nothing is kept.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use forms::Typed;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::{Head, SEE, found, head, place, sample};
use crate::form::FormVersion;
use crate::pages::question::{Part, Question, Wrong, questions, typed, wrong};

const TEMPLATE: &str = "pages/rounds/forms/trial.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/forms/{id}/trials/new", SEE, new), Route::post("/forms/{id}/trials", SEE, create)]
}

/// The page.
#[derive(Debug, Serialize)]
struct Trial {
    head: Head,
    parts: Vec<Part>,
    wrong: Vec<Wrong>,
    /// The answers as they would be read, once there are any.
    answers: Vec<Part>,
    /// Whether it could be handed in.
    complete: bool,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (head, version) = look(&here, &id).await?;
    let form = &version.definition;
    let parts = questions(&here, form, &Typed::default(), None, &BTreeMap::new(), &[]);
    let context = Trial { head, parts, wrong: Vec::new(), answers: Vec::new(), complete: false };
    page(&here, &id, &context).await
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (head, version) = look(&here, &id).await?;
    let form = &version.definition;
    let typed = typed(&here, form, &fields, &Typed::default());
    let reading = form.read(&typed);
    let notes = BTreeMap::new();
    let context = Trial {
        head,
        parts: questions(&here, form, &typed, None, &notes, &reading.faults),
        wrong: wrong(&here, form, &reading.faults),
        answers: if reading.is_complete() { questions(&here, form, &typed, None, &notes, &[]) } else { Vec::new() },
        complete: reading.is_complete(),
    };
    page(&here, &id, &context).await
}

async fn look(here: &Here, id: &str) -> Result<(Head, FormVersion)> {
    let form = found(here, id).await?;
    let version = form.latest(here.db()).await?.ok_or(Problem::NotFound)?;
    Ok((head(here, &form, &version), version))
}

async fn page(here: &Here, id: &str, context: &Trial) -> Result<Response> {
    let form = found(here, id).await?;
    let place = place(here, Some(&form));
    if context.wrong.is_empty() { here.page(TEMPLATE, &place, context) } else { here.again(TEMPLATE, &place, context) }
}

pub(super) fn samples() -> Vec<Sample> {
    let question = Question {
        key: "name".to_owned(),
        id: "name".to_owned(),
        label: "Vem svarar?".to_owned(),
        kind: "text",
        asked: true,
        inputs: vec![crate::pages::question::Input { name: "name".to_owned(), ..Default::default() }],
        ..Question::default()
    };
    let part = || Part { title: "Ärenden".to_owned(), asked: true, questions: vec![question.clone()], when: None };
    let trial = |complete: bool, wrong: Vec<Wrong>| Trial {
        head: sample(),
        parts: vec![part()],
        wrong,
        answers: if complete { vec![part()] } else { Vec::new() },
        complete,
    };
    let wrong = vec![Wrong { field: "name".to_owned(), text: "Vem svarar?: Svara på frågan.".to_owned() }];
    vec![Sample::new(TEMPLATE, &trial(true, Vec::new())), Sample::new(TEMPLATE, &trial(false, wrong))]
}
