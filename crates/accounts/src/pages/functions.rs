//! The functions that people hold at units: read by everybody, added and renamed by administrators.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::{Function, UnitKind, Verb};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Sample};

use super::people::refusal;
use super::units::form::{Choice, kind_options};

const LIST: &str = "pages/accounts/functions/index.html";
const NEW: &str = "pages/accounts/functions/new.html";
const EDIT: &str = "pages/accounts/functions/edit.html";

#[derive(Serialize)]
struct FunctionsPage {
    groups: Vec<Group>,
    may_administer: bool,
}

/// Functions at one kind of unit.
#[derive(Serialize)]
struct Group {
    kind: String,
    functions: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    /// Where it is renamed, for whoever may.
    href: Option<String>,
}

#[derive(Serialize)]
struct FormPage {
    id: String,
    name: String,
    kinds: Vec<Choice>,
    form: Form,
}

#[derive(Default, Serialize)]
struct Form {
    name: String,
    unit_kind: String,
    errors: BTreeMap<&'static str, String>,
}

/// All functions by the kind of unit they sit at.
pub(super) async fn index(here: Here) -> Result<Response> {
    let mut kinds: BTreeMap<UnitKind, Vec<Row>> = BTreeMap::new();
    for function in Function::list(here.db()).await? {
        let kind = UnitKind::parse(&function.unit_kind).unwrap_or(UnitKind::Other);
        let may = function.may_rename(here.db(), here.viewer()).await?;
        let href = may.then(|| format!("/organisation/functions/{}/edit", function.id));
        kinds.entry(kind).or_default().push(Row { name: function.name, href });
    }
    let group =
        |(kind, functions): (UnitKind, Vec<Row>)| Group { kind: super::kind_text(&here, kind.as_str()), functions };
    let mut groups: Vec<Group> = kinds.into_iter().map(group).collect();
    groups.sort_by_key(|group| swedish::sort_key(&group.kind));
    let may_administer = here.viewer().may_somewhere(Verb::Administer);
    here.page(LIST, &[super::organisation_place(&here)], &FunctionsPage { groups, may_administer })
}

/// The form of a new function.
pub(super) async fn new(here: Here) -> Result<Response> {
    here.page(NEW, &place(&here), &form_page(&here, None, Form::default()))
}

/// Adds a function.
pub(super) async fn create(here: Here, fields: Fields) -> Result<Response> {
    let (name, unit_kind) = (fields.get("name").to_owned(), fields.get("unit_kind").to_owned());
    match refusal(Function::add(here.db(), here.viewer(), &name, &unit_kind).await)? {
        Ok(_) => Ok(here.go_saying("/organisation/functions", "said-function-added", Some(&name))),
        Err(wrong) => {
            let form = Form { name, unit_kind, errors: here.errors(&wrong) };
            here.again(NEW, &place(&here), &form_page(&here, None, form))
        }
    }
}

/// The form of a function's name.
pub(super) async fn edit(here: Here, Path(id): Path<String>) -> Result<Response> {
    let function = find(&here, &id).await?;
    let form = Form { name: function.name.clone(), ..Form::default() };
    here.page(EDIT, &place(&here), &form_page(&here, Some(&function), form))
}

/// Renames a function.
pub(super) async fn update(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let function = find(&here, &id).await?;
    let name = fields.get("name").to_owned();
    match refusal(function.rename(here.db(), here.viewer(), &name).await)? {
        Ok(()) => Ok(here.go_saying("/organisation/functions", "said-function-renamed", Some(&name))),
        Err(wrong) => {
            let form = Form { name, errors: here.errors(&wrong), ..Form::default() };
            here.again(EDIT, &place(&here), &form_page(&here, Some(&function), form))
        }
    }
}

/// The function of an address, for whoever may rename it.
async fn find(here: &Here, id: &str) -> Result<Function> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    let function = Function::find(here.db(), &id).await?.ok_or(Problem::NotFound)?;
    if function.may_rename(here.db(), here.viewer()).await? { Ok(function) } else { Err(Problem::NotAllowed.into()) }
}

fn place(here: &Here) -> Vec<Place> {
    let functions = Place::new(here.text("accounts-functions-title"), "/organisation/functions");
    vec![super::organisation_place(here), functions]
}

fn form_page(here: &Here, function: Option<&Function>, form: Form) -> FormPage {
    FormPage {
        id: function.map(|function| function.id.to_string()).unwrap_or_default(),
        name: function.map(|function| function.name.clone()).unwrap_or_default(),
        kinds: kind_options(here, &UnitKind::ALL),
        form,
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let row = |name: &str, may: bool| Row {
        name: name.to_owned(),
        href: may.then(|| "/organisation/functions/rektor/edit".to_owned()),
    };
    let group = Group { kind: "Skolenhet".to_owned(), functions: vec![row("Rektor", true), row("Kurator", false)] };
    let form = FormPage {
        id: "rektor".to_owned(),
        name: "Rektor".to_owned(),
        kinds: vec![Choice { value: "school_unit".to_owned(), text: "Skolenhet".to_owned() }],
        form: Form::default(),
    };
    vec![
        Sample::new(LIST, &FunctionsPage { groups: vec![group], may_administer: true }),
        Sample::new(LIST, &FunctionsPage { groups: Vec::new(), may_administer: false }),
        Sample::new(NEW, &form),
        Sample::new(EDIT, &form),
    ]
}
