//! People of the organisation: list, page, details, roles, accounts that are closed and opened.

mod editing;
mod fields;
mod list;
mod resets;
mod roles;
mod show;
mod standing;

use base::{FormErrors, Id, Problem};
use web::{Here, Place, Result, Sample};

use crate::people::Member;

pub(super) use editing::{create, edit, new, update};
pub(super) use list::index;
pub(super) use resets::{create_reset, reset};
pub(super) use roles::{closure, create as create_role, end as end_role, new as new_role};
pub(super) use show::{DelegationRow, delegation_row, show};
pub(super) use standing::{deactivate, deactivation, reactivate};

/// The person of an address, if the viewer sees them.
pub(super) async fn find(here: &Here, id: &str) -> Result<Member> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(Member::find(here.db(), here.viewer(), &id).await?)
}

/// The person of an address, if the viewer answers for the account.
pub(super) async fn find_managed(here: &Here, id: &str) -> Result<Member> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(Member::find_managed(here.db(), here.viewer(), &id).await?)
}

/// Where a person is read.
pub(super) fn person_href(id: &Id) -> String {
    format!("/organisation/people/{id}")
}

/// The way to the people.
pub(super) fn people_place(here: &Here) -> Vec<Place> {
    vec![super::organisation_place(here), Place::new(here.text("accounts-people-title"), "/organisation/people")]
}

/// The way to a person's own pages.
pub(super) fn person_place(here: &Here, member: &Member) -> Vec<Place> {
    let mut place = people_place(here);
    place.push(Place::new(member.name.clone(), person_href(&member.id)));
    place
}

/// What a form can say about a refusal; anything else stays a failure.
pub(super) fn refusal<T>(result: db::Result<T>) -> Result<std::result::Result<T, FormErrors>> {
    match result.map_err(web::Error::from) {
        Ok(done) => Ok(Ok(done)),
        Err(web::Error::Problem(Problem::Invalid(errors))) => Ok(Err(errors)),
        Err(error) => Err(error),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    [list::samples(), show::samples(), editing::samples(), roles::samples(), resets::samples(), standing::samples()]
        .concat()
}
