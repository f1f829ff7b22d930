//! What is expected of us: of one unit, from all plans in force, on one page.

use std::collections::BTreeSet;

use axum::response::Response;
use base::{Id, Problem};
use db::PageRequest;
use identity::{Unit, UnitFilter};
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use crate::expectation::{Addressed, Expectations};
use crate::pages::actions::{self, ListRow};
use crate::pages::choices::Choice;
use crate::words::key;

const TEMPLATE: &str = "pages/plans/expectations/index.html";

/// Units that a search shows.
const MOST_FOUND: u32 = 20;

/// The page's context.
#[derive(Debug, Default, Serialize)]
struct Index {
    /// The unit, where one is chosen.
    unit: Option<Asked>,
    /// The viewer's own units.
    own: Vec<Link>,
    q: String,
    found: Vec<Link>,
    function: String,
    functions: Vec<Choice>,
    expectations: Vec<Row>,
    /// How many minutes all of them take together.
    minutes: u32,
    actions: Vec<ListRow>,
    today: String,
}

/// The unit it is about.
#[derive(Debug, Serialize)]
struct Asked {
    id: String,
    name: String,
    kind: String,
    href: String,
}

/// A unit to choose.
#[derive(Debug, Serialize)]
struct Link {
    text: String,
    note: String,
    href: String,
    current: bool,
}

/// What is expected by when of whom, and why.
#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    what: actions::ExpectationView,
    /// The day by which it is to be done next; empty where there is none.
    next: String,
    each_year: bool,
    number: String,
    action: String,
    action_href: String,
    plan: String,
    plan_href: String,
}

pub(super) async fn index(here: Here, fields: Fields) -> Result<Response> {
    let unit = chosen(&here, &fields).await?;
    let mut context = Index {
        own: own(&here, unit.as_ref()),
        found: found(&here, fields.get("q")).await?,
        q: fields.get("q").to_owned(),
        today: here.date(&here.db().clock().today().to_string()),
        ..Index::default()
    };
    if let Some(unit) = unit.filter(|_| context.q.is_empty()) {
        let Expectations { addressed, actions } = Expectations::of(here.db(), here.viewer(), &unit).await?;
        let functions: BTreeSet<&String> = addressed.iter().map(|one| &one.expectation.audience.function).collect();
        let named = functions.into_iter().filter(|name| !name.is_empty());
        context.functions = named.map(|name| Choice::new(name.as_str(), name.as_str())).collect();
        let function = fields.get("function");
        let asked = |one: &Addressed| function.is_empty() || one.expectation.audience.function == function;
        context.expectations = addressed.into_iter().filter(asked).map(|one| row(&here, one)).collect();
        context.minutes = context.expectations.iter().filter_map(|row| row.what.minutes).sum();
        // A function's page is about what its holder does; the unit's actions stand on the unit's own.
        let actions = if function.is_empty() { actions } else { Vec::new() };
        context.actions = actions.into_iter().map(|promise| ListRow::of(&here, promise)).collect();
        function.clone_into(&mut context.function);
        context.unit = Some(Asked {
            id: unit.id.to_string(),
            kind: here.text(&key("unit-kind", unit.kind.as_str())),
            href: format!("/bodies/{}", unit.id),
            name: unit.name,
        });
    }
    here.page(TEMPLATE, &[], &context)
}

/// The unit in the address, or else the first of the viewer's own.
async fn chosen(here: &Here, fields: &Fields) -> Result<Option<Unit>> {
    let id = match fields.get("unit") {
        "" => here.viewer().roles.first().map(|held| held.unit.clone()),
        id => Some(Id::parse(id).ok_or(Problem::NotFound)?),
    };
    let Some(id) = id else { return Ok(None) };
    Ok(Some(Unit::find(here.db(), &id).await?.ok_or(Problem::NotFound)?))
}

fn own(here: &Here, current: Option<&Unit>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for held in &here.viewer().roles {
        let href = format!("/expectations?unit={}", held.unit);
        if !links.iter().any(|link| link.href == href) {
            let current = current.is_some_and(|unit| unit.id == held.unit);
            links.push(Link { text: held.unit_name.clone(), note: String::new(), href, current });
        }
    }
    links
}

async fn found(here: &Here, text: &str) -> Result<Vec<Link>> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let filter = UnitFilter { text: text.to_owned(), ..UnitFilter::default() };
    let units = Unit::list(here.db(), &filter, PageRequest::new(1, MOST_FOUND)).await?.rows;
    let link = |unit: Unit| Link {
        note: here.text(&key("unit-kind", unit.kind.as_str())),
        href: format!("/expectations?unit={}", unit.id),
        text: unit.name,
        current: false,
    };
    Ok(units.into_iter().map(link).collect())
}

fn row(here: &Here, one: Addressed) -> Row {
    let plan_href = format!("/plans/{}", one.plan_id);
    let by = &one.expectation.by;
    Row {
        next: one.next.map_or_else(|| by.clone(), |day| here.date(&day.to_string())),
        each_year: one.next.is_some_and(|day| day.to_string() != *by),
        what: actions::expectation_view(here, &one.expectation),
        number: one.number,
        action: one.action,
        action_href: format!("{plan_href}/actions/{}", one.action_id),
        plan: one.plan_title,
        plan_href,
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let asked = || Asked {
        id: "bjorkdalsskolan".to_owned(),
        name: "Björkdalsskolan".to_owned(),
        kind: "Skolenhet".to_owned(),
        href: "/bodies/bjorkdalsskolan".to_owned(),
    };
    let link = |current: bool| Link {
        text: "Björkdalsskolan".to_owned(),
        note: "Skolenhet".to_owned(),
        href: "/expectations?unit=bjorkdalsskolan".to_owned(),
        current,
    };
    let row = Row {
        what: actions::ExpectationView {
            id: Id::stored("f1".to_owned()),
            who: "Rektor, Skolenhet".to_owned(),
            what: "Gå igenom rutinen med alla i personalen.".to_owned(),
            by: "Varje år senast 15 oktober".to_owned(),
            minutes: Some(45),
            help: "Samordnaren kommer gärna.".to_owned(),
        },
        next: "15 oktober 2026".to_owned(),
        each_year: true,
        number: "1.1".to_owned(),
        action: "Utbilda all personal.".to_owned(),
        action_href: "/plans/p/actions/a".to_owned(),
        plan: "Trygg i Lindhamn".to_owned(),
        plan_href: "/plans/p".to_owned(),
    };
    let full = Index {
        unit: Some(asked()),
        own: vec![link(true)],
        functions: vec![Choice::new("Rektor", "Rektor")],
        expectations: vec![row],
        minutes: 45,
        actions: vec![actions::sample_row()],
        today: "1 mars 2025".to_owned(),
        ..Index::default()
    };
    let nothing = Index { unit: Some(asked()), ..Index::default() };
    let search = Index { q: "björk".to_owned(), found: vec![link(false)], ..Index::default() };
    let lost = Index { q: "björk".to_owned(), ..Index::default() };
    [full, nothing, search, lost, Index::default()].iter().map(|context| Sample::new(TEMPLATE, context)).collect()
}
