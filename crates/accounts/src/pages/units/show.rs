//! The page of a unit.

use axum::extract::Path;
use axum::response::Response;
use identity::{Answers, Unit, Verb};
use serde::Serialize;
use web::{Here, Result, Sample};

use crate::unit_list::{self, MOST_OF_A_LEVEL};

const TEMPLATE: &str = "pages/accounts/units/show.html";

#[derive(Serialize)]
struct UnitPage {
    id: String,
    name: String,
    kind: String,
    role_text: String,
    facts: Vec<Fact>,
    ended: Option<Ended>,
    former: Vec<Former>,
    is_group: bool,
    children: Vec<Link>,
    more: bool,
    members: Vec<Link>,
    /// `None` for whoever may not administer the unit.
    people: Option<Vec<PersonRow>>,
    may_change: bool,
}

#[derive(Serialize)]
struct Fact {
    term: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    texts: Vec<String>,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<String>,
}

/// The end of a unit, and who took over.
#[derive(Serialize)]
struct Ended {
    day: String,
    successor: Option<Link>,
}

#[derive(Serialize)]
struct Former {
    name: String,
    until: String,
}

#[derive(Serialize)]
struct Link {
    name: String,
    href: String,
    note: String,
}

#[derive(Serialize)]
struct PersonRow {
    name: String,
    href: String,
    role: String,
    function: String,
}

/// The unit with its facts, its history and what belongs to it.
pub(in crate::pages) async fn show(here: Here, Path(id): Path<String>) -> Result<Response> {
    let unit = super::find(&here, &id).await?;
    let may_administer = here.viewer().may(Verb::Administer, &unit.path);
    let mut children = unit_list::branches(here.db(), Some(unit.id.as_str())).await?;
    let more = children.len() > MOST_OF_A_LEVEL;
    children.truncate(MOST_OF_A_LEVEL);
    let link = |branch: unit_list::Branch| Link {
        href: format!("/organisation/units/{}", branch.id),
        note: super::super::kind_text(&here, &branch.kind),
        name: branch.name,
    };
    let page = UnitPage {
        id: unit.id.to_string(),
        name: unit.name.clone(),
        kind: super::super::kind_text(&here, unit.kind.as_str()),
        role_text: unit.role_text.clone(),
        facts: facts(&here, &unit).await?,
        ended: ended(&here, &unit).await?,
        former: former(&here, &unit).await?,
        is_group: unit.kind.is_group(),
        children: children.into_iter().map(link).collect(),
        more,
        members: unit.members(here.db()).await?.iter().map(|member| to(&here, member)).collect(),
        people: if may_administer { Some(people(&here, &unit).await?) } else { None },
        may_change: may_administer && unit.valid_to.is_none(),
    };
    here.page(TEMPLATE, &super::super::way_above(&here, &unit).await?, &page)
}

fn to(here: &Here, unit: &Unit) -> Link {
    let note = super::super::kind_text(here, unit.kind.as_str());
    Link { name: unit.name.clone(), href: super::super::unit_href(&unit.id), note }
}

async fn facts(here: &Here, unit: &Unit) -> Result<Vec<Fact>> {
    let mut facts = Vec::new();
    let mut add = |key: &str, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            facts.push(Fact { term: here.text(key), texts: Vec::new(), text, href: None });
        }
    };
    add("accounts-unit-kind", Some(super::super::kind_text(here, unit.kind.as_str())));
    add("accounts-unit-school-unit-code", unit.school_unit_code.clone());
    add("accounts-unit-municipality-code", unit.municipality_code.clone());
    add("accounts-unit-organisation-number", unit.organisation_number.as_deref().map(hyphenated));
    add("accounts-unit-answers", unit.answers.map(|answers| here.text(answers_key(answers))));
    add("accounts-unit-valid-from", unit.valid_from.as_deref().map(|day| here.date(day)));
    if !unit.also.is_empty() {
        let term = here.text("accounts-unit-also");
        facts.push(Fact { term, texts: unit.also.clone(), text: String::new(), href: None });
    }
    if let Some(parent) = unit.above(here.db()).await?.last() {
        let href = Some(super::super::unit_href(&parent.id));
        let term = here.text("accounts-unit-parent");
        facts.insert(0, Fact { term, texts: Vec::new(), text: parent.name.clone(), href });
    }
    for group in unit.groups(here.db()).await? {
        let href = Some(super::super::unit_href(&group.id));
        facts.push(Fact { term: here.text("accounts-unit-member-of"), texts: Vec::new(), text: group.name, href });
    }
    Ok(facts)
}

/// An organisation number as it is written: `212000-0142`.
fn hyphenated(number: &str) -> String {
    match (number.get(..6), number.get(6..)) {
        (Some(first), Some(last)) if number.len() == 10 => format!("{first}-{last}"),
        _ => number.to_owned(),
    }
}

fn answers_key(answers: Answers) -> &'static str {
    match answers {
        Answers::Each => "accounts-unit-answers-each",
        Answers::One => "accounts-unit-answers-one",
    }
}

async fn ended(here: &Here, unit: &Unit) -> Result<Option<Ended>> {
    let Some(day) = &unit.valid_to else { return Ok(None) };
    let successor = match &unit.successor {
        Some(id) => Unit::today(here.db(), id).await?.map(|successor| to(here, &successor)),
        None => None,
    };
    Ok(Some(Ended { day: here.date(day), successor }))
}

async fn former(here: &Here, unit: &Unit) -> Result<Vec<Former>> {
    let names = unit.former_names(here.db()).await?;
    Ok(names.into_iter().map(|(name, until)| Former { name, until: here.date(&until) }).collect())
}

async fn people(here: &Here, unit: &Unit) -> Result<Vec<PersonRow>> {
    let holders = unit_list::role_holders(here.db(), &unit.id).await?;
    let row = |holder: unit_list::RoleHolder| PersonRow {
        href: format!("/organisation/people/{}", holder.id),
        name: holder.name,
        role: super::super::role_text(here, &holder.role),
        function: holder.function.unwrap_or_default(),
    };
    Ok(holders.into_iter().map(row).collect())
}

pub(super) fn samples() -> Vec<Sample> {
    let link = || Link {
        name: "Backviksskolan".to_owned(),
        href: "/organisation/units/backviksskolan".to_owned(),
        note: "Skolenhet".to_owned(),
    };
    let fact = |texts: Vec<String>, href| Fact { term: "Kod".to_owned(), texts, text: "3080".to_owned(), href };
    let bare = UnitPage {
        id: "x".to_owned(),
        name: "Länets kommuner".to_owned(),
        kind: "Grupp".to_owned(),
        role_text: String::new(),
        facts: vec![fact(Vec::new(), None)],
        ended: None,
        former: Vec::new(),
        is_group: true,
        children: Vec::new(),
        more: false,
        members: vec![link()],
        people: None,
        may_change: false,
    };
    let full = UnitPage {
        id: "bjorkhamra".to_owned(),
        name: "Björkhamra kommun".to_owned(),
        kind: "Kommun".to_owned(),
        role_text: "Kommunen leder arbetet.".to_owned(),
        facts: vec![
            fact(vec!["kommunen".to_owned()], None),
            fact(Vec::new(), Some("/organisation/units/x".to_owned())),
        ],
        ended: Some(Ended { day: "30 juni 2024".to_owned(), successor: Some(link()) }),
        former: vec![Former { name: "Björkhamra stad".to_owned(), until: "31 december 2018".to_owned() }],
        is_group: false,
        children: vec![link()],
        more: true,
        members: Vec::new(),
        people: Some(vec![PersonRow {
            name: "Alva Ankarhjul".to_owned(),
            href: "/organisation/people/alva".to_owned(),
            role: "Samordnare".to_owned(),
            function: String::new(),
        }]),
        may_change: true,
    };
    [bare, full].iter().map(|page| Sample::new(TEMPLATE, page)).collect()
}
