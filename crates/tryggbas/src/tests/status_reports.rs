//! Status reports: what their routes are about, and the things behind their addresses.

use i18n::Language;
use identity::Verb::{Publish, See, Write};
use plans::editions::Words;
use reports::StatusReport;
use reports::status_report::Section;
use reports::template::SectionKey;

use super::declared::About::{self, Nothing, Thing};
use super::things::{self, Owner};
use super::world::World;

/// What the route is about; none for other routes.
pub(super) fn about(method: &str, path: &str) -> Option<About> {
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
    if !path.starts_with("/status-reports/{id}") {
        return None;
    }
    let is_frozen = ["thaws", "publications", "corrections"].iter().any(|word| path.contains(word));
    let report = report(world, owner, is_frozen).await;
    let filled = path.replace("{id}", &report).replace("{goal}", "goal").replace("{section}", "summary");
    Some(filled.replace("{file}", "report.html"))
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
