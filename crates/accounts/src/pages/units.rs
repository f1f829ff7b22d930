//! Units: list, page, form, members, end.

mod closing;
mod editing;
pub(super) mod form;
mod list;
mod members;
mod show;

use base::{Id, Problem};
use identity::{Unit, Verb};
use web::{Here, Result, Sample};

pub(super) use closing::{close, closure};
pub(super) use editing::{create, edit, new, update};
pub(super) use list::index;
pub(super) use members::{members, set_members};
pub(super) use show::show;

/// The unit of an address.
async fn find(here: &Here, id: &str) -> Result<Unit> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(Unit::find(here.db(), &id).await?.ok_or(Problem::NotFound)?)
}

/// The unit of an address, if the viewer may change it.
async fn find_to_change(here: &Here, id: &str) -> Result<Unit> {
    let unit = find(here, id).await?;
    here.viewer().check(Verb::Administer, &unit.path)?;
    if unit.valid_to.is_some() {
        return Err(Problem::Refused("unit-ended-already").into());
    }
    Ok(unit)
}

pub(super) fn samples() -> Vec<Sample> {
    let all = [list::samples(), show::samples(), editing::samples(), members::samples(), closing::samples()];
    all.into_iter().flatten().collect()
}
