//! Standing in for one another: one's own absences, and those an administrator arranges.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Sample};

use super::people::{DelegationRow, delegation_row, find_managed, person_href, person_place, refusal};
use crate::delegation::{Delegation, NewDelegation};

const LIST: &str = "pages/accounts/delegations/index.html";
const NEW: &str = "pages/accounts/delegations/new.html";

#[derive(Serialize)]
struct ListPage {
    /// Who stands in for the viewer.
    mine: Vec<DelegationRow>,
    /// Whom the viewer stands in for.
    others: Vec<DelegationRow>,
}

#[derive(Serialize)]
struct NewPage {
    /// Who is away; empty for the viewer themselves.
    name: String,
    action: String,
    cancel: String,
    form: Form,
}

#[derive(Default, Serialize)]
struct Form {
    deputy: String,
    valid_from: String,
    valid_to: String,
    errors: BTreeMap<&'static str, String>,
}

impl Form {
    fn read(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).trim().to_owned();
        Self {
            deputy: get("deputy"),
            valid_from: get("valid_from"),
            valid_to: get("valid_to"),
            errors: BTreeMap::new(),
        }
    }

    fn delegation(&self) -> NewDelegation {
        NewDelegation {
            deputy: self.deputy.clone(),
            valid_from: self.valid_from.clone(),
            valid_to: self.valid_to.clone(),
        }
    }
}

/// Who stands in for me, and whom I stand in for.
pub(super) async fn index(here: Here) -> Result<Response> {
    let own = own_id(&here)?;
    let row = |one: Delegation, name: String| delegation_row(&here, one.id, name, &one.valid_from, &one.valid_to);
    let mine = Delegation::of(here.db(), &own).await?.into_iter().map(|one| {
        let name = one.deputy.clone();
        row(one, name)
    });
    let others = Delegation::by(here.db(), &own).await?.into_iter().map(|one| {
        let name = one.person.clone();
        row(one, name)
    });
    let page = ListPage { mine: mine.collect(), others: others.collect() };
    here.page(LIST, &[account_place(&here)], &page)
}

/// The form of one's own absence.
pub(super) async fn new(here: Here) -> Result<Response> {
    let form = Form { valid_from: here.db().clock().today().to_string(), ..Form::default() };
    here.page(NEW, &own_place(&here), &own_page(form))
}

/// Lets somebody stand in for the viewer.
pub(super) async fn create(here: Here, fields: Fields) -> Result<Response> {
    let form = Form::read(&fields);
    match refusal(form.delegation().write(here.db(), here.viewer(), &own_id(&here)?).await)? {
        Ok(()) => Ok(here.go_saying("/delegations", "said-delegation-made", None)),
        Err(wrong) => here.again(NEW, &own_place(&here), &own_page(Form { errors: here.errors(&wrong), ..form })),
    }
}

/// The form of somebody else's absence.
pub(super) async fn new_for(here: Here, Path(id): Path<String>) -> Result<Response> {
    let member = find_managed(&here, &id).await?;
    let form = Form { valid_from: here.db().clock().today().to_string(), ..Form::default() };
    here.page(NEW, &person_place(&here, &member), &page_for(&member, form))
}

/// Lets somebody stand in for a person.
pub(super) async fn create_for(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let member = find_managed(&here, &id).await?;
    let form = Form::read(&fields);
    match refusal(form.delegation().write(here.db(), here.viewer(), &member.id).await)? {
        Ok(()) => Ok(here.go_saying(&person_href(&member.id), "said-delegation-made", None)),
        Err(wrong) => {
            let form = Form { errors: here.errors(&wrong), ..form };
            here.again(NEW, &person_place(&here, &member), &page_for(&member, form))
        }
    }
}

/// Ends it: whoever was away is back.
pub(super) async fn end(here: Here, Path(id): Path<String>) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let ended = Delegation::end(here.db(), here.viewer(), &id).await?;
    let away = Id::stored(ended.person_id);
    let to = if away == own_id(&here)? { "/delegations".to_owned() } else { person_href(&away) };
    Ok(here.go_saying(&to, "said-delegation-ended", Some(&ended.deputy)))
}

fn own_id(here: &Here) -> Result<Id> {
    let person = here.viewer().person.as_ref().ok_or(Problem::NotSignedIn)?;
    Ok(person.id.clone())
}

fn own_page(form: Form) -> NewPage {
    NewPage { name: String::new(), action: "/delegations".to_owned(), cancel: "/delegations".to_owned(), form }
}

fn page_for(member: &crate::people::Member, form: Form) -> NewPage {
    let cancel = person_href(&member.id);
    NewPage { name: member.name.clone(), action: format!("{cancel}/delegations"), cancel, form }
}

fn account_place(here: &Here) -> Place {
    Place::new(here.text("accounts-account-title"), "/account")
}

fn own_place(here: &Here) -> Vec<Place> {
    vec![account_place(here), Place::new(here.text("accounts-delegations-title"), "/delegations")]
}

pub(super) fn samples() -> Vec<Sample> {
    let row = || DelegationRow {
        id: "d1".to_owned(),
        name: "Berit Björnbär".to_owned(),
        from: "1 mars 2025".to_owned(),
        to: "31 mars 2025".to_owned(),
    };
    let other = NewPage {
        name: "Alva Ankarhjul".to_owned(),
        action: "/organisation/people/alva/delegations".to_owned(),
        cancel: "/organisation/people/alva".to_owned(),
        form: Form::default(),
    };
    vec![
        Sample::new(LIST, &ListPage { mine: vec![row()], others: vec![row()] }),
        Sample::new(LIST, &ListPage { mine: Vec::new(), others: Vec::new() }),
        Sample::new(NEW, &own_page(Form::default())),
        Sample::new(NEW, &other),
    ]
}
