//! Who may do what: each role in plain words, from the table that the checks read; and whose roles get to one unit.

use axum::response::Response;
use base::{Id, Problem};
use identity::{RIGHTS, Reach, Role, Unit, Verb};
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use crate::unit_list::{Reaching, reaching};

const TEMPLATE: &str = "pages/accounts/permissions.html";

#[derive(Serialize)]
struct PermissionsPage {
    verbs: Vec<Explained>,
    roles: Vec<RoleRow>,
    unit: Option<UnitPart>,
}

/// A verb and what it means.
#[derive(Serialize)]
struct Explained {
    text: String,
    help: String,
}

/// A role and what it allows, by how far that goes.
#[derive(Serialize)]
struct RoleRow {
    name: String,
    what: String,
    delegated: bool,
    rights: Vec<Right>,
}

/// Verbs that go equally far.
#[derive(Serialize)]
struct Right {
    verbs: Vec<String>,
    reach: String,
}

/// Whose roles get to a unit.
#[derive(Serialize)]
struct UnitPart {
    name: String,
    href: String,
    people: Vec<PersonRow>,
}

#[derive(Serialize)]
struct PersonRow {
    name: String,
    role: String,
    from: String,
    verbs: Vec<String>,
}

/// The table, and one unit when the address names it.
pub(super) async fn index(here: Here, fields: Fields) -> Result<Response> {
    let unit = match fields.get("unit") {
        "" => None,
        id => Some(unit_part(&here, id).await?),
    };
    let row = |(role, rights): &(Role, &[(Verb, Reach)])| {
        let right = |reach: Reach| Right {
            verbs: rights.iter().filter(|(_, most)| *most == reach).map(|(verb, _)| verb_text(&here, *verb)).collect(),
            reach: here.text(&format!("accounts-reach-{}-most", reach.as_str())),
        };
        let name = role.as_str().replace('_', "-");
        RoleRow {
            name: super::role_text(&here, role.as_str()),
            what: here.text(&format!("accounts-picker-what-{name}")),
            delegated: role.may_be_delegated(),
            rights: Reach::ALL.into_iter().map(right).filter(|right| !right.verbs.is_empty()).collect(),
        }
    };
    let explained = |verb: Verb| Explained {
        text: verb_text(&here, verb),
        help: here.text(&format!("verb-{}-help", verb.as_str())),
    };
    let page = PermissionsPage {
        verbs: Verb::ALL.into_iter().map(explained).collect(),
        roles: RIGHTS.iter().map(row).collect(),
        unit,
    };
    here.page(TEMPLATE, &super::people::people_place(&here), &page)
}

async fn unit_part(here: &Here, id: &str) -> Result<UnitPart> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    let unit = Unit::find(here.db(), &id).await?.ok_or(Problem::NotFound)?;
    here.viewer().check(Verb::Administer, &unit.path)?;
    let people = reaching(here.db(), here.viewer(), &unit).await?;
    Ok(UnitPart {
        name: unit.name.clone(),
        href: super::unit_href(&unit.id),
        people: people.into_iter().filter_map(|one| person_row(here, one, &unit)).collect(),
    })
}

/// Whoever's role allows something at the unit, and what.
fn person_row(here: &Here, one: Reaching, unit: &Unit) -> Option<PersonRow> {
    let role = Role::parse(&one.role)?;
    let given = Reach::parse(&one.reach).unwrap_or(Reach::Own);
    let allows = |verb: &Verb| role.widest(*verb).is_some_and(|most| most.min(given).covers(&one.path, &unit.path));
    let verbs: Vec<String> = Verb::ALL.iter().filter(|verb| allows(verb)).map(|verb| verb_text(here, *verb)).collect();
    let row = PersonRow { name: one.name, role: super::role_text(here, role.as_str()), from: one.unit, verbs };
    Some(row).filter(|row| !row.verbs.is_empty())
}

fn verb_text(here: &Here, verb: Verb) -> String {
    here.text(&format!("verb-{}", verb.as_str()))
}

pub(super) fn samples() -> Vec<Sample> {
    let right = || Right { verbs: vec!["Läsa".to_owned()], reach: "enheten och allt under".to_owned() };
    let role = RoleRow {
        name: "Samordnare".to_owned(),
        what: "Äger planer.".to_owned(),
        delegated: true,
        rights: vec![right(), right()],
    };
    let person = PersonRow {
        name: "Alva Ankarhjul".to_owned(),
        role: "Samordnare".to_owned(),
        from: "Björkhamra kommun".to_owned(),
        verbs: vec!["Läsa".to_owned(), "Skriva".to_owned()],
    };
    let unit = |people| UnitPart {
        name: "Backviksskolan".to_owned(),
        href: "/organisation/units/backviksskolan".to_owned(),
        people,
    };
    let verbs =
        || vec![Explained { text: "Läsa".to_owned(), help: "Läsa också det som inte är publicerat.".to_owned() }];
    [
        PermissionsPage { verbs: verbs(), roles: vec![role], unit: Some(unit(vec![person])) },
        PermissionsPage { verbs: verbs(), roles: Vec::new(), unit: Some(unit(Vec::new())) },
        PermissionsPage { verbs: verbs(), roles: Vec::new(), unit: None },
    ]
    .iter()
    .map(|page| Sample::new(TEMPLATE, page))
    .collect()
}
