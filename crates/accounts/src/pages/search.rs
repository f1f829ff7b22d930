//! Searching all domains at once.

use axum::response::Response;
use exchange::Hit;
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

const TEMPLATE: &str = "pages/accounts/search.html";

#[derive(Serialize)]
struct SearchPage {
    q: String,
    count: usize,
    groups: Vec<Group>,
}

/// Hits of one kind.
#[derive(Serialize)]
struct Group {
    kind: String,
    hits: Vec<Hit>,
}

/// What is found, by kind, in the order of the domains.
pub(super) async fn index(here: Here, fields: Fields) -> Result<Response> {
    let q: String = fields.get("q").trim().chars().take(200).collect();
    let mut groups: Vec<Group> = Vec::new();
    if !q.is_empty() {
        for source in here.app().modules().iter().filter_map(|module| module.search) {
            for hit in source(here.db(), here.viewer(), &q).await? {
                let kind = here.text(hit.kind);
                match groups.iter_mut().find(|group| group.kind == kind) {
                    Some(group) => group.hits.push(hit),
                    None => groups.push(Group { kind, hits: vec![hit] }),
                }
            }
        }
    }
    let count = groups.iter().map(|group| group.hits.len()).sum();
    here.page(TEMPLATE, &[], &SearchPage { q, count, groups })
}

pub(super) fn samples() -> Vec<Sample> {
    let hit = Hit {
        kind: "accounts-hit-unit",
        title: "Backviksskolan".to_owned(),
        text: "Mälarskärs län › Björkhamra kommun".to_owned(),
        href: "/organisation/units/backviksskolan".to_owned(),
    };
    let found = Group { kind: "Organisation".to_owned(), hits: vec![hit] };
    let page = |q: &str, groups: Vec<Group>| SearchPage { q: q.to_owned(), count: groups.len(), groups };
    let pages = [page("", Vec::new()), page("xyz", Vec::new()), page("skola", vec![found])];
    pages.iter().map(|page| Sample::new(TEMPLATE, page)).collect()
}
