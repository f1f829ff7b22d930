//! The list of units: filter, order, pages.

use axum::response::Response;
use base::Id;
use db::{PageRequest, Paged};
use identity::{Unit, UnitKind, Verb};
use serde::Serialize;
use web::{Fields, Here, Listing, Result, Sample, paging};

use super::form::{Choice, kind_options};
use crate::unit_list::{ListFilter, ListOrder, ListedUnit};

const TEMPLATE: &str = "pages/accounts/units/index.html";
const PATH: &str = "/organisation/units";

#[derive(Serialize)]
struct ListPage {
    q: String,
    kind: String,
    kinds: Vec<Choice>,
    below: String,
    ended: bool,
    chips: Vec<Chip>,
    columns: Vec<Column>,
    units: Vec<Row>,
    paging: Listing,
    may_administer: bool,
}

/// A filter in use, and the address without it.
#[derive(Serialize)]
struct Chip {
    text: String,
    href: String,
}

#[derive(Serialize)]
struct Column {
    text: String,
    href: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort: Option<&'static str>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    href: String,
    kind: String,
    parent: String,
    code: String,
    ended: Option<String>,
}

/// The list.
pub(in crate::pages) async fn index(here: Here, fields: Fields) -> Result<Response> {
    let filter = filter(&here, &fields).await?;
    let request = PageRequest::new(fields.number("page").unwrap_or(1), fields.number("size").unwrap_or(50));
    let found = filter.list(here.db(), request).await?.map(|unit| row(&here, unit));
    let page = ListPage {
        q: fields.get("q").to_owned(),
        kind: fields.get("kind").to_owned(),
        kinds: kind_options(&here, &UnitKind::ALL),
        below: fields.get("below").to_owned(),
        ended: filter.ended,
        chips: chips(&here, &filter, &fields),
        columns: ListOrder::ALL.iter().map(|(name, order)| column(&here, &fields, &filter, name, *order)).collect(),
        paging: paging(&found, PATH, &fields),
        units: found.rows,
        may_administer: here.viewer().may_somewhere(Verb::Administer),
    };
    here.page(TEMPLATE, &[super::super::organisation_place(&here)], &page)
}

async fn filter(here: &Here, fields: &Fields) -> Result<ListFilter> {
    let below = match Id::parse(fields.get("below")) {
        Some(id) => Unit::find(here.db(), &id).await?,
        None => None,
    };
    Ok(ListFilter {
        text: fields.get("q").chars().take(200).collect(),
        kind: UnitKind::parse(fields.get("kind")),
        below,
        ended: fields.get("ended") == "true",
        order: ListOrder::parse(fields.get("sort")),
        descending: fields.get("order") == "descending",
    })
}

fn chips(here: &Here, filter: &ListFilter, fields: &Fields) -> Vec<Chip> {
    let without = |name: &str| format!("{PATH}?{}", fields.clone().with(name, "").with("page", "").query());
    let mut chips = Vec::new();
    if let Some(kind) = filter.kind {
        chips.push(Chip { text: super::super::kind_text(here, kind.as_str()), href: without("kind") });
    }
    if let Some(below) = &filter.below {
        chips.push(Chip {
            text: here.text_with("accounts-units-below", &[("name", &below.name)]),
            href: without("below"),
        });
    }
    if filter.ended {
        chips.push(Chip { text: here.text("accounts-units-ended"), href: without("ended") });
    }
    chips
}

/// A column whose head orders the list by it, or turns the order round.
fn column(here: &Here, fields: &Fields, filter: &ListFilter, name: &str, order: ListOrder) -> Column {
    let current = filter.order == order;
    let sort = current.then_some(if filter.descending { "descending" } else { "ascending" });
    let turned = if current && !filter.descending { "descending" } else { "" };
    let query = fields.clone().with("sort", name).with("order", turned).with("page", "").query();
    Column { text: here.text(&format!("accounts-unit-{name}")), href: format!("{PATH}?{query}"), sort }
}

fn row(here: &Here, unit: ListedUnit) -> Row {
    Row {
        href: format!("{PATH}/{}", unit.id),
        kind: super::super::kind_text(here, &unit.kind),
        name: unit.name,
        parent: unit.parent.unwrap_or_default(),
        code: unit.code.unwrap_or_default(),
        ended: unit.valid_to.map(|day| here.date(&day)),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let row = || Row {
        name: "Backviksskolan".to_owned(),
        href: "/organisation/units/backviksskolan".to_owned(),
        kind: "Skolenhet".to_owned(),
        parent: "Stadsdel Backvik".to_owned(),
        code: "82175270".to_owned(),
        ended: Some("30 juni 2024".to_owned()),
    };
    let column = |sort| Column { text: "Namn".to_owned(), href: "?sort=name".to_owned(), sort };
    let page = |rows: Vec<Row>, chips: Vec<Chip>| {
        let found = Paged::new(rows, PageRequest::new(1, 50), 1);
        ListPage {
            q: String::new(),
            kind: String::new(),
            kinds: Vec::new(),
            below: String::new(),
            ended: false,
            chips,
            columns: vec![column(Some("ascending")), column(None), column(None), column(None)],
            paging: paging(&found, PATH, &Fields::default()),
            units: found.rows,
            may_administer: true,
        }
    };
    let chip = Chip { text: "Skolenhet".to_owned(), href: PATH.to_owned() };
    [page(vec![row()], vec![chip]), page(Vec::new(), Vec::new())]
        .iter()
        .map(|page| Sample::new(TEMPLATE, page))
        .collect()
}
