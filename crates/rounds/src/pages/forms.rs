//! The pages of an organisation's own forms.

mod closings;
mod labels;
mod list;
mod new;
mod parts;
mod publications;
mod question;
mod questions;
mod removals;
mod revisions;
mod rules;
mod settings;
mod show;
mod trials;

use base::{Id, Problem};
use identity::Verb;
use serde::Serialize;
use web::{Error, Here, Permission, Place, Route, Sample};

use super::question::Choice;
use crate::form::{FormVersion, OwnForm};

/// Whoever sees what some unit has; which form is decided when it is looked up.
const SEE: Permission = Permission::Somewhere(Verb::See);

/// Whoever may write for some unit; which form is decided when it is looked up.
const WRITE: Permission = Permission::Somewhere(Verb::Write);

pub(super) fn routes() -> Vec<Route> {
    [
        list::routes(),
        new::routes(),
        show::routes(),
        settings::routes(),
        parts::routes(),
        questions::routes(),
        removals::routes(),
        rules::routes(),
        publications::routes(),
        revisions::routes(),
        closings::routes(),
        trials::routes(),
    ]
    .concat()
}

pub(super) fn samples() -> Vec<Sample> {
    [
        list::samples(),
        new::samples(),
        show::samples(),
        settings::samples(),
        parts::samples(),
        questions::samples(),
        removals::samples(),
        rules::samples(),
        publications::samples(),
        revisions::samples(),
        closings::samples(),
        trials::samples(),
    ]
    .concat()
}

/// What every page of a form says about it.
#[derive(Debug, Clone, Serialize)]
struct Head {
    id: Id,
    href: String,
    title: String,
    owner: String,
    unit_kind: String,
    /// Where these are looked for, in words.
    reach: String,
    minutes: u16,
    /// Where it is: see [`state`].
    state: &'static str,
    /// The version shown.
    version: i64,
    /// The number of the latest published version.
    published: Option<i64>,
    /// The day it was closed, in words.
    closed: String,
    may_write: bool,
    /// Whether the version shown may be changed.
    editable: bool,
    /// The revision of the version shown.
    revision: i64,
}

fn head(here: &Here, form: &OwnForm, version: &FormVersion) -> Head {
    let may_write = form.is_written_by(here.viewer());
    Head {
        id: form.id.clone(),
        href: href(form),
        title: form.title.clone(),
        owner: form.owner_name.clone(),
        unit_kind: unit_kind(here, form.unit_kind),
        reach: here.text(&format!("rounds-form-reach-{}", form.reach.as_str())),
        minutes: form.minutes,
        state: state(form),
        version: version.number,
        published: form.published,
        closed: here.date(form.closed_on.as_deref().unwrap_or_default()),
        may_write,
        editable: may_write && !version.published && !form.is_closed(),
        revision: version.revision,
    }
}

/// Where a form is: `draft`, `published`, `revised` (published and being written again) or `closed`.
fn state(form: &OwnForm) -> &'static str {
    match (form.is_closed(), form.published, form.draft) {
        (true, ..) => "closed",
        (_, None, _) => "draft",
        (_, Some(_), None) => "published",
        (_, Some(_), Some(_)) => "revised",
    }
}

fn href(form: &OwnForm) -> String {
    format!("/forms/{}", form.id)
}

fn unit_kind(here: &Here, kind: identity::UnitKind) -> String {
    here.text(&format!("unit-kind-{}", kind.as_str().replace('_', "-")))
}

/// The form in the address, found through the viewer.
async fn found(here: &Here, id: &str) -> Result<OwnForm, Error> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(OwnForm::find(here.db(), here.viewer(), &id).await?.ok_or(Problem::NotFound)?)
}

/// The form in the address, for a viewer who may write it.
async fn own(here: &Here, id: &str) -> Result<OwnForm, Error> {
    let form = found(here, id).await?;
    form.check(here.viewer())?;
    Ok(form)
}

/// The version that is being written of a form that the viewer may write.
async fn draft(here: &Here, id: &str) -> Result<(OwnForm, FormVersion), Error> {
    let form = own(here, id).await?;
    let number = form.draft.ok_or(Problem::Refused("form-published"))?;
    let version = form.version(here.db(), number).await?.ok_or(Problem::NotFound)?;
    Ok((form, version))
}

/// The way to a form.
fn place(here: &Here, form: Option<&OwnForm>) -> Vec<Place> {
    let mut place = super::place(here, None);
    place.push(Place::new(here.text("rounds-forms-title"), "/forms"));
    place.extend(form.map(|form| Place::new(form.title.clone(), href(form))));
    place
}

fn choice(value: impl Into<String>, text: impl Into<String>) -> Choice {
    Choice { value: value.into(), text: text.into(), chosen: false }
}

/// The head of an invented form that the viewer may write.
fn sample() -> Head {
    Head {
        id: Id::stored("exempel".to_owned()),
        href: "/forms/exempel".to_owned(),
        title: "Årlig statistik".to_owned(),
        owner: "Lindhamns kommun".to_owned(),
        unit_kind: "Förvaltning".to_owned(),
        reach: "Ägaren och dess egna enheter".to_owned(),
        minutes: 45,
        state: "revised",
        version: 2,
        published: Some(1),
        closed: String::new(),
        may_write: true,
        editable: true,
        revision: 3,
    }
}
