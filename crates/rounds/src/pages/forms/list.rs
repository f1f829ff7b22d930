//! The list of forms.

use axum::response::Response;
use db::PageRequest;
use identity::Verb;
use serde::Serialize;
use web::{Fields, Here, Listing, Result, Route, Sample, paging};

use super::{SEE, href, state, unit_kind};
use crate::form::OwnForm;

const TEMPLATE: &str = "pages/rounds/forms/index.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/forms", SEE, index)]
}

/// The list's context.
#[derive(Debug, Serialize)]
struct Index {
    forms: Vec<Row>,
    paging: Listing,
    may_write: bool,
}

/// A form in the list.
#[derive(Debug, Serialize)]
struct Row {
    href: String,
    title: String,
    owner: String,
    unit_kind: String,
    minutes: u16,
    state: &'static str,
}

async fn index(here: Here, fields: Fields) -> Result<Response> {
    let request = PageRequest::new(fields.number("page").unwrap_or(1), fields.number("size").unwrap_or(25));
    let paged = OwnForm::list(here.db(), here.viewer(), request).await?;
    let row = |form: &OwnForm| Row {
        href: href(form),
        title: form.title.clone(),
        owner: form.owner_name.clone(),
        unit_kind: unit_kind(&here, form.unit_kind),
        minutes: form.minutes,
        state: state(form),
    };
    let context = Index {
        forms: paged.rows.iter().map(row).collect(),
        paging: paging(&paged, "/forms", &fields),
        may_write: here.viewer().may_somewhere(Verb::Write),
    };
    here.page(TEMPLATE, &crate::pages::place(&here, None), &context)
}

pub(super) fn samples() -> Vec<Sample> {
    let row = |state| Row {
        href: "/forms/exempel".to_owned(),
        title: "Årlig statistik".to_owned(),
        owner: "Lindhamns kommun".to_owned(),
        unit_kind: "Förvaltning".to_owned(),
        minutes: 45,
        state,
    };
    let index = |forms: Vec<Row>| Index {
        paging: paging(
            &db::Paged::new(vec![(); forms.len()], PageRequest::new(1, 25), 3),
            "/forms",
            &Fields::default(),
        ),
        forms,
        may_write: true,
    };
    let states = ["draft", "published", "revised", "closed"].map(row);
    vec![Sample::new(TEMPLATE, &index(states.into())), Sample::new(TEMPLATE, &index(Vec::new()))]
}
