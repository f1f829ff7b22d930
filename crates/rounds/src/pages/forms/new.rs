//! Beginning a form, from a ready one or empty.

use axum::response::Response;
use base::{FieldError, FormErrors, Id, Problem};
use forms::{Part, Words};
use identity::{Unit, Verb};
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::settings::{Form, reaches, unit_kinds};
use super::{WRITE, choice, place};
use crate::form::creation::NewForm;
use crate::form::library::{Ready, library};
use crate::pages::question::Choice;

const TEMPLATE: &str = "pages/rounds/forms/new.html";

/// The choice of beginning with nothing.
const EMPTY: &str = "empty";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/forms/new", WRITE, new), Route::post("/forms", WRITE, create)]
}

/// The page.
#[derive(Debug, Serialize)]
struct New {
    form: Form,
    from: String,
    owner: String,
    ready: Vec<ReadyChoice>,
    owners: Vec<Choice>,
    unit_kinds: Vec<Choice>,
    reaches: Vec<Choice>,
}

/// A ready form to choose.
#[derive(Debug, Serialize)]
struct ReadyChoice {
    value: String,
    text: String,
    help: String,
}

async fn new(here: Here) -> Result<Response> {
    let owner = here.viewer().units(Verb::Write).first().map(ToString::to_string).unwrap_or_default();
    let context = context(&here, Form::default(), String::new(), owner).await?;
    here.page(TEMPLATE, &place(&here, None), &context)
}

async fn context(here: &Here, form: Form, from: String, owner: String) -> Result<New> {
    let ready = |ready: &Ready| ReadyChoice {
        value: ready.key.clone(),
        text: ready.title.clone(),
        help: here.text_with(
            &format!("rounds-ready-{}", ready.key),
            &[
                ("questions", &ready.form.fields().count().to_string()),
                ("time", &here.duration(u32::from(ready.minutes))),
            ],
        ),
    };
    let mut choices: Vec<ReadyChoice> = ready_forms()?.iter().map(ready).collect();
    let (text, help) = (here.text("rounds-ready-empty"), here.text("rounds-ready-empty-help"));
    choices.push(ReadyChoice { value: EMPTY.to_owned(), text, help });
    Ok(New {
        form,
        from,
        owner,
        ready: choices,
        owners: owners(here).await?,
        unit_kinds: unit_kinds(here),
        reaches: reaches(here),
    })
}

fn ready_forms() -> Result<Vec<Ready>> {
    library().map_err(|error| Error::Internal(error.to_string()))
}

/// The units that the viewer may write forms for: those where they hold a role, and the bodies below.
async fn owners(here: &Here) -> Result<Vec<Choice>> {
    let own = here.viewer().units(Verb::Write);
    let mut choices = Vec::new();
    for unit in Unit::register(here.db()).await? {
        let body = !unit.kind.is_group() && unit.kind != identity::UnitKind::SchoolUnit;
        if here.viewer().may(Verb::Write, &unit.path) && (own.contains(&&unit.id) || body) {
            choices.push(choice(unit.id.as_str(), unit.name));
        }
    }
    Ok(choices)
}

async fn create(here: Here, fields: Fields) -> Result<Response> {
    let (from, owner) = (fields.get("from").to_owned(), fields.get("owner").to_owned());
    let mut sent = Form::sent(&fields);
    let ready = ready_forms()?.into_iter().find(|ready| ready.key == from);
    let mut errors = FormErrors::default();
    if ready.is_none() && from != EMPTY {
        errors.add("from", FieldError::NotAChoice);
    }
    if Id::parse(&owner).is_none() {
        errors.add("owner", FieldError::Missing);
    }
    // A ready form brings what is left empty.
    let (mut settings, mut definition) = (sent.settings(), empty());
    if let Some(ready) = ready {
        if settings.title.trim().is_empty() {
            settings.title = ready.title;
        }
        settings.unit_kind = settings.unit_kind.or(Some(ready.unit_kind));
        if sent.minutes.trim().is_empty() {
            settings.minutes = Some(ready.minutes);
        }
        definition = ready.form;
    }
    if let (Some(owner), true) = (Id::parse(&owner), errors.is_empty()) {
        let title = settings.title.clone();
        let new = NewForm { id: None, owner, settings, definition };
        match new.begin(here.db(), here.viewer()).await.map_err(Error::from) {
            Ok(id) => return Ok(here.go_saying(&format!("/forms/{id}"), "said-form-begun", Some(&title))),
            Err(Error::Problem(Problem::Invalid(wrong))) => errors = wrong,
            Err(error) => return Err(error),
        }
    }
    sent.errors = here.errors(&errors);
    let context = context(&here, sent, from, owner).await?;
    here.again(TEMPLATE, &place(&here, None), &context)
}

/// A form to write from the beginning: one part without a heading.
fn empty() -> forms::Form {
    forms::Form { parts: vec![Part { title: Words::own(""), when: None, fields: Vec::new() }], rules: Vec::new() }
}

pub(super) fn samples() -> Vec<Sample> {
    let ready = |value: &str| ReadyChoice {
        value: value.to_owned(),
        text: "Årlig statistik".to_owned(),
        help: "12 frågor, 45 minuter".to_owned(),
    };
    let new = New {
        form: Form::default(),
        from: String::new(),
        owner: "lindhamn".to_owned(),
        ready: vec![ready("yearly-statistics"), ready(EMPTY)],
        owners: vec![choice("lindhamn", "Lindhamns kommun")],
        unit_kinds: vec![choice("administration", "Förvaltning")],
        reaches: vec![choice("below", "Ägaren och dess egna enheter")],
    };
    vec![Sample::new(TEMPLATE, &new)]
}
