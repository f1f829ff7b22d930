//! The list of plans, and beginning a new one.

use axum::response::Response;
use base::{FieldError, FormErrors, Id, Period};
use db::PageRequest;
use identity::{Unit, Verb};
use serde::Serialize;
use web::{Fields, Here, Listing, Result, Route, Sample, paging};

use super::choices::{self, Choice};
use super::{READ, WRITE, place};
use crate::content::Content;
use crate::plan::creation::NewPlan;
use crate::plan::{Plan, PlanFilter, PlanKind, PlanOrder, PlanRow, PlanState};
use crate::words::key;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans", READ, index), Route::get("/plans/new", WRITE, new), Route::post("/plans", WRITE, create)]
}

/// The list's context.
#[derive(Debug, Serialize)]
pub(super) struct Index {
    pub(super) plans: Vec<Row>,
    pub(super) paging: Listing,
    pub(super) columns: Vec<Column>,
    pub(super) q: String,
    pub(super) kind: String,
    pub(super) state: String,
    pub(super) kinds: Vec<Choice>,
    pub(super) states: Vec<Choice>,
    pub(super) filtered: bool,
    pub(super) may_write: bool,
}

/// A plan in the list.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) owner: String,
    pub(super) kind: String,
    pub(super) state: &'static str,
    pub(super) period: String,
    pub(super) actions: i64,
    pub(super) published: bool,
}

/// A column that may be sorted by.
#[derive(Debug, Serialize)]
pub(super) struct Column {
    pub(super) text: String,
    pub(super) href: String,
    pub(super) sort: &'static str,
    pub(super) number: bool,
}

async fn index(here: Here, fields: Fields) -> Result<Response> {
    let filter = PlanFilter {
        text: fields.get("q").to_owned(),
        kind: PlanKind::parse(fields.get("kind")),
        state: PlanState::ALL.into_iter().find(|state| state.as_str() == fields.get("state")),
        owner: Id::parse(fields.get("owner")),
        order: PlanOrder::parse(fields.get("sort")),
    };
    let today = here.db().clock().today();
    let request = PageRequest::new(fields.number("page").unwrap_or(1), fields.number("size").unwrap_or(25));
    let paged = Plan::list(here.db(), here.viewer(), &filter, today, request).await?;
    let context = Index {
        paging: paging(&paged, "/plans", &fields),
        plans: paged.rows.iter().map(|row| list_row(&here, row)).collect(),
        columns: columns(&here, &fields, filter.order),
        q: filter.text.clone(),
        kind: fields.get("kind").to_owned(),
        state: fields.get("state").to_owned(),
        kinds: choices::kinds(&here),
        states: PlanState::ALL
            .map(|state| Choice::new(state.as_str(), here.text(&key("ui-plan", state.as_str()))))
            .to_vec(),
        filtered: !fields.get("q").is_empty() || !fields.get("kind").is_empty() || !fields.get("state").is_empty(),
        may_write: here.viewer().may_somewhere(Verb::Write),
    };
    here.page("pages/plans/plans/index.html", &[], &context)
}

fn list_row(here: &Here, row: &PlanRow) -> Row {
    let plan = &row.plan;
    Row {
        href: format!("/plans/{}", plan.id),
        title: plan.title.clone(),
        owner: plan.owner_name.clone(),
        kind: here.text(&key("plan-kind", plan.kind.as_str())),
        state: plan.state(here.db().clock().today()).as_str(),
        period: plan.period.to_string(),
        actions: row.actions,
        published: plan.published,
    }
}

fn columns(here: &Here, fields: &Fields, order: PlanOrder) -> Vec<Column> {
    let column = |name: &str, sort: Option<PlanOrder>, number: bool| Column {
        text: here.text(&format!("plan-column-{name}")),
        href: sort
            .map(|sort| format!("/plans?{}", fields.clone().with("sort", sort.as_str()).with("page", "").query()))
            .unwrap_or_default(),
        sort: if sort == Some(order) {
            if order == PlanOrder::Period { "descending" } else { "ascending" }
        } else {
            ""
        },
        number,
    };
    vec![
        column("title", Some(PlanOrder::Title), false),
        column("owner", Some(PlanOrder::Owner), false),
        column("state", None, false),
        column("period", Some(PlanOrder::Period), false),
        column("actions", None, true),
    ]
}

/// The form's context.
#[derive(Debug, Serialize)]
pub(super) struct New {
    pub(super) form: Form,
    pub(super) kinds: Vec<Choice>,
    pub(super) owners: Vec<Choice>,
    pub(super) strategies: Vec<Choice>,
}

/// What was typed.
#[derive(Debug, Default, Serialize)]
pub(super) struct Form {
    pub(super) title: String,
    pub(super) period: String,
    pub(super) kind: String,
    pub(super) owner: String,
    pub(super) strategy: String,
    pub(super) errors: std::collections::BTreeMap<&'static str, String>,
}

async fn new(here: Here) -> Result<Response> {
    let owner = here.viewer().units(Verb::Write).first().map(ToString::to_string).unwrap_or_default();
    let form = Form { owner, kind: PlanKind::Local.as_str().to_owned(), ..Form::default() };
    let context = new_context(&here, form).await?;
    here.page("pages/plans/plans/new.html", &place(&here, None), &context)
}

async fn new_context(here: &Here, form: Form) -> Result<New> {
    let plans = Plan::all(here.db(), here.viewer()).await?;
    let strategies = plans.iter().filter(|plan| plan.kind == PlanKind::Strategy);
    Ok(New {
        form,
        kinds: choices::kinds(here),
        owners: owners(here).await?,
        strategies: strategies.map(|plan| Choice::new(plan.id.as_str(), plan.title.clone())).collect(),
    })
}

/// The bodies that the viewer may write plans for.
pub(super) async fn owners(here: &Here) -> Result<Vec<Choice>> {
    let mut choices = Vec::new();
    for unit in Unit::register(here.db()).await? {
        let school = matches!(unit.kind, identity::UnitKind::SchoolUnit | identity::UnitKind::LeisureCentre);
        let own = here.viewer().units(Verb::Write).contains(&&unit.id);
        if here.viewer().may(Verb::Write, &unit.path) && (own || (!school && !unit.kind.is_group())) {
            choices.push(Choice::new(unit.id.as_str(), unit.name));
        }
    }
    Ok(choices)
}

async fn create(here: Here, fields: Fields) -> Result<Response> {
    let mut errors = FormErrors::default();
    let title = errors.required("title", fields.get("title"), 300);
    let period = read_period(&mut errors, fields.get("period"));
    let kind = PlanKind::parse(fields.get("kind"));
    let owner = Id::parse(fields.get("owner"));
    if kind.is_none() {
        errors.add("kind", FieldError::NotAChoice);
    }
    if owner.is_none() {
        errors.add("owner", FieldError::Missing);
    }
    match (period, kind, owner) {
        (Some(period), Some(kind), Some(owner)) if errors.is_empty() => {
            let strategy = Id::parse(fields.get("strategy"));
            let plan = NewPlan {
                id: None,
                owner,
                kind,
                content: Content::new(title.clone(), period),
                strategy,
                predecessor: None,
            };
            let id = plan.begin(here.db(), here.viewer()).await?;
            Ok(here.go_saying(&format!("/plans/{id}"), "said-plan-begun", Some(&title)))
        }
        _ => {
            let form = Form {
                title: fields.get("title").to_owned(),
                period: fields.get("period").to_owned(),
                kind: fields.get("kind").to_owned(),
                owner: fields.get("owner").to_owned(),
                strategy: fields.get("strategy").to_owned(),
                errors: here.errors(&errors),
            };
            let context = new_context(&here, form).await?;
            here.again("pages/plans/plans/new.html", &place(&here, None), &context)
        }
    }
}

/// The period in a form's field.
pub(super) fn read_period(errors: &mut FormErrors, text: &str) -> Option<Period> {
    match text.trim().parse() {
        Ok(period) => Some(period),
        Err(_) => {
            errors.add("period", if text.trim().is_empty() { FieldError::Missing } else { FieldError::NotAPeriod });
            None
        }
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let row = Row {
        href: "/plans/p".to_owned(),
        title: "Trygg i Lindhamn".to_owned(),
        owner: "Lindhamns kommun".to_owned(),
        kind: "Strategi".to_owned(),
        state: "in_force",
        period: "2025–2028".to_owned(),
        actions: 18,
        published: true,
    };
    let column =
        || Column { text: "Plan".to_owned(), href: "/plans?sort=title".to_owned(), sort: "ascending", number: false };
    let index = |plans: Vec<Row>, filtered: bool| Index {
        paging: paging(
            &db::Paged::new(vec![(); plans.len()], PageRequest::new(1, 25), 1),
            "/plans",
            &Fields::default(),
        ),
        plans,
        columns: (0..5).map(|_| column()).collect(),
        q: String::new(),
        kind: String::new(),
        state: String::new(),
        kinds: vec![Choice::new("local", "Lokal")],
        states: vec![Choice::new("draft", "Utkast")],
        filtered,
        may_write: true,
    };
    let new = New {
        form: Form::default(),
        kinds: Vec::new(),
        owners: vec![Choice::new("a", "A")],
        strategies: vec![Choice::new("s", "S")],
    };
    vec![
        Sample::new("pages/plans/plans/index.html", &index(vec![row], false)),
        Sample::new("pages/plans/plans/index.html", &index(Vec::new(), true)),
        Sample::new("pages/plans/plans/index.html", &index(Vec::new(), false)),
        Sample::new("pages/plans/plans/new.html", &new),
    ]
}
