//! Finding an action among all plans.

use axum::response::Response;
use base::Id;
use db::PageRequest;
use identity::Unit;
use serde::Serialize;
use web::{Fields, Here, Listing, Result, Sample, paging};

use crate::pages::choices::{self, Choice};
use crate::promise::{Promise, PromiseFilter};

/// The list's context.
#[derive(Debug, Serialize)]
pub(crate) struct List {
    pub(crate) actions: Vec<Row>,
    pub(crate) paging: Listing,
    pub(crate) q: String,
    pub(crate) body: String,
    pub(crate) frequency: String,
    pub(crate) bodies: Vec<Choice>,
    pub(crate) frequencies: Vec<Choice>,
    pub(crate) filtered: bool,
}

/// An action in the list.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) href: String,
    pub(crate) number: String,
    pub(crate) text: String,
    pub(crate) goal: String,
    pub(crate) plan: String,
    pub(crate) plan_href: String,
    pub(crate) owner: String,
    pub(crate) time: String,
    pub(crate) leads: bool,
}

impl Row {
    pub(crate) fn of(here: &Here, promise: Promise) -> Self {
        let frequency = promise.frequency.map(|name| here.text(&crate::words::key("plan-frequency", &name)));
        let time = if promise.time_plan.is_empty() { frequency.unwrap_or_default() } else { promise.time_plan };
        Self {
            href: format!("/plans/{}/actions/{}", promise.plan_id, promise.action_id),
            plan_href: format!("/plans/{}", promise.plan_id),
            number: promise.number,
            text: promise.text,
            goal: promise.goal,
            plan: promise.plan_title,
            owner: promise.owner_name,
            time,
            leads: promise.leads,
        }
    }
}

pub(super) async fn index(here: Here, fields: Fields) -> Result<Response> {
    let frequency = fields.get("frequency");
    let filter = PromiseFilter {
        text: fields.get("q").to_owned(),
        units: Id::parse(fields.get("body")).into_iter().collect(),
        leads: None,
        frequency: (!frequency.is_empty()).then(|| frequency.to_owned()),
    };
    let request = PageRequest::new(fields.number("page").unwrap_or(1), fields.number("size").unwrap_or(25));
    let paged = Promise::list(here.db(), here.viewer(), &filter, request).await?.paged;
    let bodies = Unit::body_options(here.db()).await?;
    let context = List {
        paging: paging(&paged, "/actions", &fields),
        actions: paged.rows.into_iter().map(|promise| Row::of(&here, promise)).collect(),
        filtered: ["q", "body", "frequency"].iter().any(|name| !fields.get(name).is_empty()),
        q: filter.text,
        body: fields.get("body").to_owned(),
        frequency: frequency.to_owned(),
        bodies: bodies.into_iter().map(|body| Choice::new(body.value, body.text)).collect(),
        frequencies: choices::frequencies(&here),
    };
    here.page("pages/plans/actions/index.html", &[], &context)
}

/// A row for a sample.
pub(crate) fn sample_row() -> Row {
    Row {
        href: "/plans/p/actions/a".to_owned(),
        number: String::new(),
        text: "Fråga om våld.".to_owned(),
        goal: "Ingen ska vara rädd".to_owned(),
        plan: "Trygg i Lindhamn".to_owned(),
        plan_href: "/plans/p".to_owned(),
        owner: "Lindhamns kommun".to_owned(),
        time: "2026".to_owned(),
        leads: false,
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let list = |actions: Vec<Row>, filtered: bool| List {
        paging: paging(
            &db::Paged::new(vec![(); actions.len()], PageRequest::new(1, 25), 1),
            "/actions",
            &Fields::default(),
        ),
        actions,
        q: String::new(),
        body: String::new(),
        frequency: String::new(),
        bodies: vec![Choice::new("s", "Socialnämnden")],
        frequencies: vec![Choice::new("yearly", "Varje år")],
        filtered,
    };
    [list(vec![sample_row()], false), list(Vec::new(), true), list(Vec::new(), false)]
        .iter()
        .map(|context| Sample::new("pages/plans/actions/index.html", context))
        .collect()
}
