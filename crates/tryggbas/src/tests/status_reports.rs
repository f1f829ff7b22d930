//! Status reports: what their routes are about, and the things behind their addresses.

use base::Id;
use i18n::Language;
use identity::Verb::{Publish, See, Write};
use plans::editions::Words;
use reports::StatusReport;
use reports::outside::creation::NewSeries;
use reports::outside::{self, Given};
use reports::status_report::Section;
use reports::template::SectionKey;

use super::declared::About::{self, Nothing, Thing};
use super::things::{self, Owner};
use super::world::World;

/// What the route is about; none for other routes.
pub(super) fn about(method: &str, path: &str) -> Option<About> {
    if let Some(rest) = path.strip_prefix("/series") {
        return Some(match (method, rest) {
            (_, "" | "/new") => Nothing,
            ("GET", "/{id}") => Thing(See),
            _ => Thing(Write),
        });
    }
    if path.starts_with("/indicators/") {
        return Some(Thing(if method == "GET" { See } else { Write }));
    }
    let rest = path.strip_prefix("/status-reports")?;
    Some(match (method, rest) {
        (_, "") | ("GET", "/new") => Nothing,
        (_, rest) if rest.starts_with("/{id}/publications") => Thing(Publish),
        ("GET", "/{id}" | "/{id}/preview" | "/{id}/goals/{goal}" | "/{id}/editions/{file}") => Thing(See),
        _ => Thing(Write),
    })
}

/// The address of a route about reports; none for other routes.
pub(super) async fn address(world: &World, owner: Owner, path: &str) -> Option<String> {
    if path.starts_with("/series/{id}") {
        return Some(path.replace("{id}", series(world, owner).await.as_str()));
    }
    if path.starts_with("/indicators/") {
        let (plan, _) = things::adopted(world, owner).await;
        return Some(path.replace("{plan}", plan.as_str()).replace("{indicator}", "indicator"));
    }
    if !path.starts_with("/status-reports/{id}") {
        return None;
    }
    let is_frozen = ["thaws", "publications", "corrections"].iter().any(|word| path.contains(word));
    let report = report(world, owner, is_frozen).await;
    let filled = path.replace("{id}", &report).replace("{goal}", "goal").replace("{section}", "summary");
    Some(filled.replace("{file}", "report.html"))
}

/// A series from outside that the owner keeps.
async fn series(world: &World, owner: Owner) -> Id {
    let new = NewSeries {
        owner: Some(owner.unit("board")),
        title: owner.canary("series-title"),
        origin: owner.canary("series-origin"),
        kind: outside::kind("number", None),
        note: owner.canary("series-note"),
        fetched_on: Some("2025-01-01".parse().unwrap()),
    };
    let year = Given { year: 2024, value: Some(7.0), part: None, whole: None };
    new.create(world.db(), &world.viewer(&owner.writer()).await, &[year]).await.unwrap()
}

/// A report of the owner's, with a text; frozen or being written.
async fn report(world: &World, owner: Owner, is_frozen: bool) -> String {
    let (plan, _) = things::adopted(world, owner).await;
    let (db, writer) = (world.db(), world.viewer(&owner.writer()).await);
    let report = StatusReport::begin(db, &writer, &plan, 2025).await.unwrap();
    let text = owner.canary("status-report");
    let write = |_: &Section| Ok(Section { text, ..Section::default() });
    StatusReport::write(db, &writer, &report, &SectionKey::Summary, write).await.unwrap();
    if is_frozen {
        let catalogue = web::catalogue().unwrap();
        let tell = Words::new(&catalogue, Language::Sv);
        StatusReport::freeze(db, &writer, tell, &report, true).await.unwrap();
    }
    report.to_string()
}
