//! The first start: the organisation, yourself with what you sign in with, the first plan.

use axum::response::Response;
use base::Problem;
use identity::{NewUnit, UnitKind};
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use super::units::form::{UnitForm, kind_options};
use crate::founding::{self, Step};

const ORGANISATION: &str = "pages/accounts/first-start/organisation.html";
const YOURSELF: &str = "pages/accounts/first-start/yourself.html";
const PLAN: &str = "pages/accounts/first-start/plan.html";

/// What an organisation that runs an installation can be.
const FOUNDERS: [UnitKind; 7] = [
    UnitKind::Municipality,
    UnitKind::County,
    UnitKind::Region,
    UnitKind::Authority,
    UnitKind::Company,
    UnitKind::Association,
    UnitKind::Other,
];

#[derive(Serialize)]
struct OrganisationPage {
    form: UnitForm,
    kinds: Vec<super::units::form::Choice>,
}

#[derive(Serialize)]
struct YourselfPage {
    form: PersonForm,
}

#[derive(Default, Serialize)]
struct PersonForm {
    name: String,
    email: String,
    errors: std::collections::BTreeMap<&'static str, String>,
}

/// Leads to the step that is next.
pub(super) async fn index(here: Here) -> Result<Response> {
    let person = here.viewer().person.as_ref().ok_or(Problem::NotSignedIn)?;
    let path = match founding::step(here.db(), person).await? {
        Some(Step::Organisation) => "/first-start/organisation",
        Some(Step::Yourself) => "/first-start/yourself",
        None => "/first-start/plan",
    };
    Ok(here.go(path))
}

/// Step 1: the organisation.
pub(super) async fn organisation(here: Here) -> Result<Response> {
    if !founding::is_empty(here.db()).await? {
        return Ok(here.go("/first-start"));
    }
    let form = UnitForm { kind: UnitKind::Municipality.as_str().to_owned(), ..UnitForm::default() };
    here.page(ORGANISATION, &[], &OrganisationPage { form, kinds: kind_options(&here, &FOUNDERS) })
}

/// Founds the organisation.
pub(super) async fn found(here: Here, fields: Fields) -> Result<Response> {
    let form = UnitForm::read(&fields);
    let new =
        NewUnit { kind: UnitKind::parse(&form.kind).filter(|kind| FOUNDERS.contains(kind)), ..form.new_unit(None) };
    match founding::found(here.db(), here.viewer(), &new).await.map_err(web::Error::from) {
        Ok(_) => Ok(here.go("/first-start/yourself")),
        Err(web::Error::Problem(Problem::Invalid(errors))) => {
            let form = UnitForm { errors: here.errors(&errors), ..form };
            here.again(ORGANISATION, &[], &OrganisationPage { form, kinds: kind_options(&here, &FOUNDERS) })
        }
        Err(error) => Err(error),
    }
}

/// Step 2: yourself.
pub(super) async fn yourself(here: Here) -> Result<Response> {
    match founding::step(here.db(), here.viewer().person.as_ref().ok_or(Problem::NotSignedIn)?).await? {
        Some(Step::Yourself) => here.page(YOURSELF, &[], &YourselfPage { form: PersonForm::default() }),
        _ => Ok(here.go("/first-start")),
    }
}

/// Writes down who the founder is.
pub(super) async fn name(here: Here, fields: Fields) -> Result<Response> {
    let (name, email) = (fields.get("name"), fields.get("email"));
    match founding::name_founder(here.db(), here.viewer(), name, email).await.map_err(web::Error::from) {
        Ok(()) => Ok(here.go("/account/set-up")),
        Err(web::Error::Problem(Problem::Invalid(errors))) => {
            let errors = here.errors(&errors);
            let form = PersonForm { name: name.to_owned(), email: email.to_owned(), errors };
            here.again(YOURSELF, &[], &YourselfPage { form })
        }
        Err(error) => Err(error),
    }
}

/// Step 3: the first plan.
pub(super) async fn plan(here: Here) -> Result<Response> {
    let person = here.viewer().person.as_ref().ok_or(Problem::NotSignedIn)?;
    match founding::step(here.db(), person).await? {
        Some(_) => Ok(here.go("/first-start")),
        None => here.page(PLAN, &[], &()),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let kinds = vec![super::units::form::Choice { value: "municipality".to_owned(), text: "Kommun".to_owned() }];
    let organisation = OrganisationPage { form: UnitForm::default(), kinds };
    let yourself = YourselfPage { form: PersonForm::default() };
    vec![Sample::new(ORGANISATION, &organisation), Sample::new(YOURSELF, &yourself), Sample::new(PLAN, &())]
}
