//! Editing what is said of a series: its name, where it comes from, who keeps it. Its figures are read in, not edited.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::reading::{Choice, owners};
use super::{Head, head, own_series, place, sample};
use crate::outside::OutsideSeries;
use crate::outside::creation::NewSeries;
use crate::pages::WRITE;
use crate::pages::form::{Conflict, Form, Texts, settle};

const TEMPLATE: &str = "pages/reports/series/edit.html";

/// The fields, with the keys of their labels.
const FIELDS: [(&str, &str); 5] = [
    ("title", "reports-series-name"),
    ("origin", "reports-series-origin"),
    ("owner", "reports-owner"),
    ("note", "reports-series-note"),
    ("fetched_on", "reports-series-fetched"),
];

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/series/{id}/edit", WRITE, edit), Route::post("/series/{id}", WRITE, update)]
}

/// The form's page.
#[derive(Debug, Serialize)]
struct Edit {
    series: Head,
    form: Form,
    owners: Vec<Choice>,
}

/// What the form is about, as it is saved.
fn texts(series: &OutsideSeries) -> Texts {
    Texts::from([
        ("title", series.title.clone()),
        ("origin", series.origin.clone()),
        ("owner", series.owner.to_string()),
        ("note", series.note.clone()),
        ("fetched_on", series.fetched_on.clone()),
    ])
}

/// What the series is to be once what was sent meets what is saved.
fn settled(fields: &Fields, saved: &OutsideSeries) -> std::result::Result<NewSeries, Problem> {
    let settle = |name: &str, theirs: &str| settle(fields, name, theirs);
    Ok(NewSeries {
        owner: Id::parse(&settle("owner", saved.owner.as_str())?),
        title: settle("title", &saved.title)?,
        origin: settle("origin", &saved.origin)?,
        kind: Some(saved.kind),
        note: settle("note", &saved.note)?,
        fetched_on: settle("fetched_on", &saved.fetched_on)?.parse().ok(),
    })
}

async fn edit(here: Here, Path(id): Path<String>) -> Result<Response> {
    let series = own_series(&here, &id).await?;
    let form = Form::of(texts(&series));
    page(&here, &series, form).await
}

async fn update(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let series = own_series(&here, &id).await?;
    let saved = OutsideSeries::edit(here.db(), here.viewer(), &series.id, |saved| settled(&fields, saved)).await;
    let Err(error) = saved else {
        return Ok(here.go_saying(&format!("/series/{}", series.id), "said-outside-series-edited", None));
    };
    let form = match Error::from(error) {
        Error::Problem(Problem::Invalid(errors)) => {
            Form::kept(&FIELDS.map(|(name, _)| name), &fields, here.errors(&errors))
        }
        Error::Problem(Problem::Conflict) => conflicting(&here, &id, &fields).await?,
        error => return Err(error),
    };
    page(&here, &series, form).await
}

/// The form beside what somebody else saved meanwhile.
async fn conflicting(here: &Here, id: &str, fields: &Fields) -> Result<Form> {
    let series = own_series(here, id).await?;
    let by = series.saved_by(here.db()).await?;
    let label = |field: &str| {
        let key = FIELDS.iter().find(|(name, _)| *name == field).map_or("", |(_, key)| *key);
        here.text(key)
    };
    let say = |field: &str, _: &str| (field == "owner").then(|| series.owner_name.clone());
    Ok(Form::conflicting(here, fields, texts(&series), &by, label, say))
}

async fn page(here: &Here, series: &OutsideSeries, form: Form) -> Result<Response> {
    let mut owners = owners(here).await?;
    // The unit that keeps it stays a choice, also where a new series would not be offered to it.
    if !owners.iter().any(|owner| owner.value == series.owner.as_str()) {
        owners.insert(0, Choice { value: series.owner.to_string(), text: series.owner_name.clone() });
    }
    let context = Edit { series: head(here, series), form, owners };
    let place = place(here, Some(series));
    if context.form.is_refused() {
        here.again(TEMPLATE, &place, &context)
    } else {
        here.page(TEMPLATE, &place, &context)
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let text = str::to_owned;
    let saved = Texts::from([
        ("title", text("Elever som känner sig trygga i skolan")),
        ("origin", text("Kolada N00000 (0000)")),
        ("owner", text("lindhamn")),
        ("note", text("Årskurs 5.")),
        ("fetched_on", text("2025-02-03")),
    ]);
    let edit = |form| Edit {
        series: sample(),
        form,
        owners: vec![Choice { value: text("lindhamn"), text: text("Lindhamns kommun") }],
    };
    let both = Conflict {
        label: text("Serie"),
        mine: text("Trygga elever"),
        theirs: text("Elever som känner sig trygga i skolan"),
        by: text("Kim Påhittsdotter"),
    };
    let mut conflicting = Form::of(saved.clone());
    conflicting.conflicts.insert("title", both);
    let mut wrong = Form::of(saved.clone());
    wrong.errors.insert("origin", text("Det här behövs."));
    [Form::of(saved), wrong, conflicting].into_iter().map(|form| Sample::new(TEMPLATE, &edit(form))).collect()
}
