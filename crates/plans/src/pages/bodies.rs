//! What each body has promised in all plans.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use db::PageRequest;
use identity::Unit;
use serde::Serialize;
use web::{Fields, Here, Listing, Place, Result, Route, Sample, paging};

use super::READ;
use super::actions::ListRow;
use crate::promise::{Promise, PromiseFilter, Promiser, Promises};
use crate::words::key;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/bodies", READ, index), Route::get("/bodies/{id}", READ, show)]
}

/// The list's context.
#[derive(Debug, Serialize)]
pub(super) struct Index {
    pub(super) bodies: Vec<BodyRow>,
    pub(super) paging: Listing,
    pub(super) q: String,
}

/// A body in the list.
#[derive(Debug, Serialize)]
pub(super) struct BodyRow {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) leads: i64,
    pub(super) takes_part: i64,
    pub(super) plans: i64,
}

async fn index(here: Here, fields: Fields) -> Result<Response> {
    let request = PageRequest::new(fields.number("page").unwrap_or(1), fields.number("size").unwrap_or(50));
    let paged = Promiser::list(here.db(), here.viewer(), fields.get("q"), request).await?;
    let row = |body: Promiser| BodyRow {
        href: format!("/bodies/{}", body.unit_id),
        name: body.name,
        kind: here.text(&key("unit-kind", &body.kind)),
        leads: body.leads,
        takes_part: body.takes_part,
        plans: body.plans,
    };
    let listing = paging(&paged, "/bodies", &fields);
    let context =
        Index { bodies: paged.rows.into_iter().map(row).collect(), paging: listing, q: fields.get("q").to_owned() };
    here.page("pages/plans/bodies/index.html", &[], &context)
}

/// The context of one body's page.
#[derive(Debug, Serialize)]
pub(super) struct Show {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) role: String,
    pub(super) unit_href: String,
    pub(super) expectations_href: String,
    pub(super) groups: Vec<GroupLink>,
    pub(super) plans: Vec<PlanPart>,
    pub(super) paging: Listing,
    pub(super) leads: i64,
    pub(super) takes_part: i64,
    pub(super) q: String,
    pub(super) part: String,
}

/// A group the body belongs to and answers within.
#[derive(Debug, Serialize)]
pub(super) struct GroupLink {
    pub(super) text: String,
    pub(super) href: String,
}

/// What the body has promised in one plan.
#[derive(Debug, Serialize)]
pub(super) struct PlanPart {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) owner: String,
    pub(super) actions: Vec<ListRow>,
}

async fn show(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let unit = Unit::find(here.db(), &id).await?.ok_or(Problem::NotFound)?;
    let groups = unit.groups(here.db()).await?;
    let mut units = vec![unit.id.clone()];
    units.extend(groups.iter().map(|group| group.id.clone()));
    let leads = match fields.get("part") {
        "leads" => Some(true),
        "takes-part" => Some(false),
        _ => None,
    };
    let request = PageRequest::new(fields.number("page").unwrap_or(1), fields.number("size").unwrap_or(100));
    let filter = PromiseFilter { text: fields.get("q").to_owned(), units, leads, frequency: None };
    let Promises { paged, leads, takes_part } = Promise::list(here.db(), here.viewer(), &filter, request).await?;
    let context = Show {
        kind: here.text(&key("unit-kind", unit.kind.as_str())),
        role: unit.role_text,
        unit_href: format!("/organisation/units/{}", unit.id),
        expectations_href: format!("/expectations?unit={}", unit.id),
        groups: groups
            .into_iter()
            .map(|group| GroupLink { href: format!("/bodies/{}", group.id), text: group.name })
            .collect(),
        paging: paging(&paged, &format!("/bodies/{id}"), &fields),
        plans: by_plan(&here, paged.rows),
        leads,
        takes_part,
        name: unit.name,
        q: fields.get("q").to_owned(),
        part: fields.get("part").to_owned(),
    };
    here.page("pages/plans/bodies/show.html", &[Place::new(here.text("chapter-bodies"), "/bodies")], &context)
}

fn by_plan(here: &Here, promises: Vec<Promise>) -> Vec<PlanPart> {
    let mut plans: Vec<PlanPart> = Vec::new();
    for promise in promises {
        let row = ListRow::of(here, promise);
        if plans.last().is_none_or(|plan| plan.href != row.plan_href) {
            let (title, href, owner) = (row.plan.clone(), row.plan_href.clone(), row.owner.clone());
            plans.push(PlanPart { title, href, owner, actions: Vec::new() });
        }
        if let Some(plan) = plans.last_mut() {
            plan.actions.push(row);
        }
    }
    plans
}

pub(super) fn samples() -> Vec<Sample> {
    let listing = |rows: usize| {
        paging(&db::Paged::new(vec![(); rows], PageRequest::new(1, 50), 1), "/bodies", &Fields::default())
    };
    let body = BodyRow {
        href: "/bodies/s".to_owned(),
        name: "Socialnämnden".to_owned(),
        kind: "Nämnd".to_owned(),
        leads: 3,
        takes_part: 2,
        plans: 1,
    };
    let row = ListRow {
        href: "/plans/p/actions/a".to_owned(),
        number: "1.1".to_owned(),
        text: "Fråga om våld.".to_owned(),
        goal: "Ingen ska vara rädd".to_owned(),
        plan: "Trygg i Lindhamn".to_owned(),
        plan_href: "/plans/p".to_owned(),
        owner: "Lindhamns kommun".to_owned(),
        time: "2026".to_owned(),
        leads: true,
    };
    let part = PlanPart {
        title: "Trygg i Lindhamn".to_owned(),
        href: "/plans/p".to_owned(),
        owner: "Lindhamns kommun".to_owned(),
        actions: vec![row],
    };
    let show = |plans: Vec<PlanPart>| Show {
        name: "Socialnämnden".to_owned(),
        kind: "Nämnd".to_owned(),
        role: String::new(),
        unit_href: "/organisation/units/s".to_owned(),
        expectations_href: "/expectations?unit=s".to_owned(),
        groups: vec![GroupLink { text: "Nämnderna".to_owned(), href: "/bodies/g".to_owned() }],
        paging: listing(plans.len()),
        plans,
        leads: 1,
        takes_part: 0,
        q: String::new(),
        part: String::new(),
    };
    vec![
        Sample::new(
            "pages/plans/bodies/index.html",
            &Index { bodies: vec![body], paging: listing(1), q: String::new() },
        ),
        Sample::new(
            "pages/plans/bodies/index.html",
            &Index { bodies: Vec::new(), paging: listing(0), q: "x".to_owned() },
        ),
        Sample::new("pages/plans/bodies/show.html", &show(vec![part])),
        Sample::new("pages/plans/bodies/show.html", &show(Vec::new())),
    ]
}
