//! How a plan is followed up: what other domains have about it.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use exchange::{About, Linked, Related};
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::show::{Head, head};
use super::{READ, place, plan};
use crate::expected::SOURCE;
use crate::version::Version;

const INDEX: &str = "pages/plans/follow_ups/index.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}/follow-up", READ, index)]
}

#[derive(Debug, Serialize)]
struct Index {
    plan: Head,
    groups: Vec<Group>,
}

/// What one domain has.
#[derive(Debug, Serialize)]
struct Group {
    title: String,
    rows: Vec<Row>,
    none: String,
    deed: Option<Deed>,
}

#[derive(Debug, Serialize)]
struct Row {
    title: String,
    href: String,
    state: String,
    /// How much has come, and of how much.
    done: Option<(u64, u64)>,
}

/// What the viewer may begin.
#[derive(Debug, Serialize)]
struct Deed {
    text: String,
    href: String,
}

async fn index(here: Here, Path(id): Path<String>) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    if plan.adopted.is_none() {
        return Err(Problem::NotFound.into());
    }
    let version = Version::read(here.db(), here.viewer(), &plan).await?.ok_or(Problem::NotFound)?;
    let about = About { kind: SOURCE.kind, id: &plan.id, owner_path: &plan.owner_path };
    let mut groups = Vec::new();
    for related in here.app().modules().iter().filter_map(|module| module.related) {
        let found = related(here.db(), here.viewer(), about).await?;
        groups.extend(found.map(|found| group(&here, found, plan.closed_on.is_none())));
    }
    let context = Index { plan: head(&here, &plan, &version).await?, groups };
    here.page(INDEX, &place(&here, Some(&plan)), &context)
}

/// Nothing is begun about a plan that was closed.
fn group(here: &Here, related: Related, is_open: bool) -> Group {
    let row = |linked: Linked| {
        let day = linked.day.map(|day| here.date(&day.to_string())).unwrap_or_default();
        Row {
            state: here.text_with(linked.state, &[("day", &day)]),
            title: linked.title,
            href: linked.href,
            done: linked.done,
        }
    };
    Group {
        title: here.text(related.title),
        none: here.text(related.none),
        rows: related.things.into_iter().map(row).collect(),
        deed: related.deed.filter(|_| is_open).map(|(text, href)| Deed { text: here.text(text), href }),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let deed = Deed { text: "Öppna en insamling".to_owned(), href: "/rounds/new".to_owned() };
    let row = |done| Row {
        title: "Uppföljning 2026".to_owned(),
        href: "/rounds/r".to_owned(),
        state: "Pågår".to_owned(),
        done,
    };
    let group =
        |rows, deed| Group { title: "Insamlingar".to_owned(), rows, none: "Ingen insamling än.".to_owned(), deed };
    let filled = vec![group(vec![row(Some((3, 12))), row(None)], Some(deed)), group(Vec::new(), None)];
    let index = |groups| Index { plan: super::samples::head(), groups };
    vec![Sample::new(INDEX, &index(filled)), Sample::new(INDEX, &index(Vec::new()))]
}
