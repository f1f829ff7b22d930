//! What a form is, apart from what it asks.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use identity::UnitKind;
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::{Head, WRITE, choice, head, own, place, sample, unit_kind};
use crate::form::creation::Settings;
use crate::form::{OwnForm, Reach};
use crate::pages::question::Choice;

const TEMPLATE: &str = "pages/rounds/forms/settings.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/forms/{id}/settings", WRITE, edit), Route::post("/forms/{id}/settings", WRITE, update)]
}

/// What was typed.
#[derive(Debug, Default, Serialize)]
pub(super) struct Form {
    pub(super) title: String,
    pub(super) unit_kind: String,
    pub(super) reach: String,
    pub(super) minutes: String,
    pub(super) errors: BTreeMap<&'static str, String>,
}

/// The page.
#[derive(Debug, Serialize)]
struct Edit {
    head: Head,
    form: Form,
    unit_kinds: Vec<Choice>,
    reaches: Vec<Choice>,
    /// The revision that the form was filled in from.
    revision: i64,
    /// Whether somebody else saved meanwhile.
    conflict: bool,
}

impl Form {
    pub(super) fn sent(fields: &Fields) -> Self {
        Self {
            title: fields.get("title").to_owned(),
            unit_kind: fields.get("unit_kind").to_owned(),
            reach: fields.get("reach").to_owned(),
            minutes: fields.get("minutes").to_owned(),
            errors: BTreeMap::new(),
        }
    }

    pub(super) fn settings(&self) -> Settings {
        Settings {
            title: self.title.clone(),
            unit_kind: UnitKind::parse(&self.unit_kind),
            reach: Reach::parse(&self.reach).unwrap_or_default(),
            minutes: self.minutes.trim().parse().ok(),
        }
    }

    fn of(form: &OwnForm) -> Self {
        Self {
            title: form.title.clone(),
            unit_kind: form.unit_kind.as_str().to_owned(),
            reach: form.reach.as_str().to_owned(),
            minutes: form.minutes.to_string(),
            errors: BTreeMap::new(),
        }
    }
}

/// The kinds of unit that fill in forms.
pub(super) fn unit_kinds(here: &Here) -> Vec<Choice> {
    let kinds = UnitKind::ALL.into_iter().filter(|kind| !kind.is_group());
    kinds.map(|kind| choice(kind.as_str(), unit_kind(here, kind))).collect()
}

/// Where these are looked for.
pub(super) fn reaches(here: &Here) -> Vec<Choice> {
    Reach::ALL.map(|reach| choice(reach.as_str(), here.text(&format!("rounds-form-reach-{}", reach.as_str())))).to_vec()
}

async fn edit(here: Here, Path(id): Path<String>) -> Result<Response> {
    let form = own(&here, &id).await?;
    let filled = Form::of(&form);
    page(&here, &form, filled, false).await
}

async fn update(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    let mut sent = Form::sent(&fields);
    let revision = fields.number("revision").ok_or(Problem::Malformed)?;
    let saved = OwnForm::set(here.db(), here.viewer(), &form.id, revision, &sent.settings()).await;
    let Err(error) = saved else { return Ok(here.go_saying(&super::href(&form), "said-form-settings-saved", None)) };
    let conflict = match Error::from(error) {
        Error::Problem(Problem::Invalid(errors)) => {
            sent.errors = here.errors(&errors);
            false
        }
        Error::Problem(Problem::Conflict) => true,
        error => return Err(error),
    };
    // What somebody else saved is read anew, so that a second save knows of it.
    let form = own(&here, &id).await?;
    page(&here, &form, sent, conflict).await
}

async fn page(here: &Here, form: &OwnForm, filled: Form, conflict: bool) -> Result<Response> {
    let version = form.latest(here.db()).await?.ok_or(Problem::NotFound)?;
    let refused = conflict || !filled.errors.is_empty();
    let context = Edit {
        head: head(here, form, &version),
        form: filled,
        unit_kinds: unit_kinds(here),
        reaches: reaches(here),
        revision: form.revision,
        conflict,
    };
    let place = place(here, Some(form));
    if refused { here.again(TEMPLATE, &place, &context) } else { here.page(TEMPLATE, &place, &context) }
}

pub(super) fn samples() -> Vec<Sample> {
    let edit = |conflict| Edit {
        head: sample(),
        form: Form { title: "Årlig statistik".to_owned(), minutes: "45".to_owned(), ..Form::default() },
        unit_kinds: vec![choice("administration", "Förvaltning")],
        reaches: vec![choice("below", "Ägaren och dess egna enheter")],
        revision: 2,
        conflict,
    };
    vec![Sample::new(TEMPLATE, &edit(false)), Sample::new(TEMPLATE, &edit(true))]
}
