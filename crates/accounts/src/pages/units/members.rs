//! Who is in a group.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::{Unit, UnitKind, UnitOption};
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use super::form::{Choice, kind_options};
use crate::{standing, unit_list};

const TEMPLATE: &str = "pages/accounts/units/members.html";

#[derive(Serialize)]
struct MembersPage {
    id: String,
    name: String,
    q: String,
    kind: String,
    kinds: Vec<Choice>,
    members: Vec<Choice>,
    chosen: Vec<String>,
    candidates: Vec<Choice>,
}

/// Members, and units that could be.
pub(in crate::pages) async fn members(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let group = find_group(&here, &id).await?;
    let choice = |unit: UnitOption| Choice { value: unit.value, text: unit.text };
    let members = group.members(here.db()).await?;
    // Without a filter the list begins with what the group gathers already.
    let usual = members.first().map(|member| member.kind);
    let kind = if fields.has("kind") { UnitKind::parse(fields.get("kind")) } else { usual };
    let candidates = unit_list::candidates(here.db(), &group, fields.get("q"), kind).await?;
    let page = MembersPage {
        id: group.id.to_string(),
        name: group.name.clone(),
        q: fields.get("q").to_owned(),
        kind: kind.map(UnitKind::as_str).unwrap_or_default().to_owned(),
        kinds: kind_options(&here, &UnitKind::ALL),
        chosen: members.iter().map(|member| member.id.to_string()).collect(),
        members: members.into_iter().map(|unit| Choice { value: unit.id.to_string(), text: unit.name }).collect(),
        candidates: candidates.into_iter().map(choice).collect(),
    };
    here.page(TEMPLATE, &super::super::way_to(&here, &group).await?, &page)
}

/// Takes the ticked units in and those that were unticked out. Members that were not on the page stay as they are.
pub(in crate::pages) async fn set_members(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let group = find_group(&here, &id).await?;
    let ids = |name: &str| fields.all(name).iter().filter_map(|id| Id::parse(id)).collect::<BTreeSet<Id>>();
    let (before, after) = (ids("was"), ids("member"));
    standing::change_members(here.db(), here.viewer().actor()?, &group, &before, &after).await?;
    Ok(here.go_saying(&super::super::unit_href(&group.id), "said-members-set", Some(&group.name)))
}

async fn find_group(here: &Here, id: &str) -> Result<Unit> {
    let group = super::find_to_change(here, id).await?;
    if group.kind.is_group() { Ok(group) } else { Err(Problem::Refused("unit-no-group").into()) }
}

pub(super) fn samples() -> Vec<Sample> {
    let choice = |value: &str, text: &str| Choice { value: value.to_owned(), text: text.to_owned() };
    let page = |members: Vec<Choice>, candidates: Vec<Choice>| MembersPage {
        id: "lanets-kommuner".to_owned(),
        name: "Länets kommuner".to_owned(),
        q: String::new(),
        kind: "municipality".to_owned(),
        kinds: vec![choice("municipality", "Kommun")],
        chosen: members.iter().map(|member| member.value.clone()).collect(),
        members,
        candidates,
    };
    let some = page(vec![choice("a", "Björkhamra kommun")], vec![choice("b", "Fjärdvik kommun")]);
    [some, page(Vec::new(), Vec::new())].iter().map(|page| Sample::new(TEMPLATE, page)).collect()
}
