//! The functions that people hold at units.

use std::collections::BTreeMap;

use axum::response::Response;
use identity::{Function, UnitKind};
use serde::Serialize;
use web::{Here, Result, Sample};

const TEMPLATE: &str = "pages/accounts/functions.html";

#[derive(Serialize)]
struct FunctionsPage {
    groups: Vec<Group>,
}

/// Functions at one kind of unit.
#[derive(Serialize)]
struct Group {
    kind: String,
    names: Vec<String>,
}

/// All functions by the kind of unit they sit at.
pub(super) async fn index(here: Here) -> Result<Response> {
    let mut kinds: BTreeMap<UnitKind, Vec<String>> = BTreeMap::new();
    for function in Function::list(here.db()).await? {
        let kind = UnitKind::parse(&function.unit_kind).unwrap_or(UnitKind::Other);
        kinds.entry(kind).or_default().push(function.name);
    }
    let group = |(kind, names): (UnitKind, Vec<String>)| Group { kind: super::kind_text(&here, kind.as_str()), names };
    let mut groups: Vec<Group> = kinds.into_iter().map(group).collect();
    groups.sort_by_key(|group| swedish::sort_key(&group.kind));
    here.page(TEMPLATE, &[super::organisation_place(&here)], &FunctionsPage { groups })
}

pub(super) fn samples() -> Vec<Sample> {
    let group = Group { kind: "Skolenhet".to_owned(), names: vec!["Rektor".to_owned(), "Kurator".to_owned()] };
    [FunctionsPage { groups: vec![group] }, FunctionsPage { groups: Vec::new() }]
        .iter()
        .map(|page| Sample::new(TEMPLATE, page))
        .collect()
}
