//! The list of people: search, filter, pages.

use axum::response::Response;
use db::{PageRequest, Paged};
use identity::Role;
use serde::Serialize;
use swedish::fold;
use web::{Fields, Here, Listing, Result, Sample, paging};

use super::super::units::form::Choice;
use crate::people::Member;

const TEMPLATE: &str = "pages/accounts/people/index.html";
const PATH: &str = "/organisation/people";

#[derive(Serialize)]
struct ListPage {
    q: String,
    role: String,
    roles: Vec<Choice>,
    state: String,
    states: Vec<Choice>,
    people: Vec<Row>,
    paging: Listing,
    filtered: bool,
}

#[derive(Serialize)]
struct Row {
    name: String,
    href: String,
    email: String,
    roles: Vec<String>,
    /// `active`, `invited` or `closed`.
    state: &'static str,
}

/// States that the list can be narrowed to; without one, closed accounts are left out.
const STATES: [&str; 4] = ["active", "invited", "closed", "all"];

/// The list.
pub(in crate::pages) async fn index(here: Here, fields: Fields) -> Result<Response> {
    let today = here.db().clock().today().to_string();
    let members = Member::list(here.db(), here.viewer()).await?;
    let kept: Vec<Row> = members
        .iter()
        .filter(|member| shown(member, fields.get("state")) && has_role(member, fields.get("role"), &today))
        .map(|member| row(&here, member, &today))
        .filter(|row| matches(row, fields.get("q")))
        .collect();
    let request = PageRequest::new(fields.number("page").unwrap_or(1), fields.number("size").unwrap_or(50));
    let paged = page_of(kept, request);
    let role =
        |role: Role| Choice { value: role.as_str().to_owned(), text: super::super::role_text(&here, role.as_str()) };
    let state =
        |state: &str| Choice { value: state.to_owned(), text: here.text(&format!("accounts-people-state-{state}")) };
    let page = ListPage {
        q: fields.get("q").to_owned(),
        role: fields.get("role").to_owned(),
        roles: Role::ALL.into_iter().map(role).collect(),
        state: fields.get("state").to_owned(),
        states: STATES.into_iter().map(state).collect(),
        paging: paging(&paged, PATH, &fields),
        people: paged.rows,
        filtered: ["q", "role", "state"].into_iter().any(|name| !fields.get(name).is_empty()),
    };
    here.page(TEMPLATE, &[super::super::organisation_place(&here)], &page)
}

/// What the account of somebody is called in lists.
pub(super) fn state(member: &Member) -> &'static str {
    match (member.active, member.joined) {
        (false, _) => "closed",
        (true, false) => "invited",
        (true, true) => "active",
    }
}

fn shown(member: &Member, wanted: &str) -> bool {
    match wanted {
        "all" => true,
        "" => member.active,
        other => state(member) == other,
    }
}

fn has_role(member: &Member, wanted: &str, today: &str) -> bool {
    wanted.is_empty() || member.roles.iter().any(|given| given.role.as_str() == wanted && given.holds(today))
}

fn row(here: &Here, member: &Member, today: &str) -> Row {
    let given = member.roles.iter().filter(|given| !given.has_ended(today));
    Row {
        name: member.name.clone(),
        href: super::person_href(&member.id),
        email: member.email.clone(),
        roles: given.map(|given| role_at(here, given.role, given.function.as_deref(), &given.unit_name)).collect(),
        state: state(member),
    }
}

/// A role with its function and its unit, as one text.
fn role_at(here: &Here, role: Role, function: Option<&str>, unit: &str) -> String {
    let role = super::super::role_text(here, role.as_str());
    match function.filter(|function| *function != role) {
        Some(function) => {
            here.text_with("accounts-people-role-function", &[("role", &role), ("function", function), ("unit", unit)])
        }
        None => here.text_with("accounts-people-role", &[("role", &role), ("unit", unit)]),
    }
}

/// Whether name, address or any role holds all the words.
fn matches(row: &Row, words: &str) -> bool {
    let all = fold(&format!("{} {} {}", row.name, row.email, row.roles.join(" ")));
    fold(words).split(' ').all(|word| all.contains(word))
}

fn page_of(rows: Vec<Row>, request: PageRequest) -> Paged<Row> {
    let total = i64::try_from(rows.len()).unwrap_or_default();
    let skipped = usize::try_from(request.offset()).unwrap_or_default();
    let size = usize::try_from(request.size).unwrap_or_default();
    Paged::new(rows.into_iter().skip(skipped).take(size).collect(), request, total)
}

pub(super) fn samples() -> Vec<Sample> {
    let row = |state| Row {
        name: "Alva Ankarhjul".to_owned(),
        href: "/organisation/people/alva-ankarhjul".to_owned(),
        email: "alva@exempel.se".to_owned(),
        roles: vec!["Samordnare på Björkhamra kommun".to_owned()],
        state,
    };
    let page = |people: Vec<Row>, filtered| {
        let paged = page_of(people, PageRequest::new(1, 50));
        ListPage {
            q: String::new(),
            role: String::new(),
            roles: Vec::new(),
            state: String::new(),
            states: Vec::new(),
            paging: paging(&paged, PATH, &Fields::default()),
            people: paged.rows,
            filtered,
        }
    };
    [page(vec![row("active"), row("invited"), row("closed")], false), page(Vec::new(), true), page(Vec::new(), false)]
        .iter()
        .map(|page| Sample::new(TEMPLATE, page))
        .collect()
}
