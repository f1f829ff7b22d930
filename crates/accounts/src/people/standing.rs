//! Whether somebody can sign in: the end of an account and its return. Nothing they did is taken away.

use base::{Id, Problem};
use db::{Db, Event, Result};
use identity::{Role, Viewer};

use super::{Member, roles};
use crate::credentials::end_everywhere;

/// Closes an account: sessions, links and invitations end at once.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::NotAllowed`], [`Problem::Refused`] for oneself, for an account that is closed and where
/// nobody else would administer a unit, or when the database refuses.
pub(crate) async fn deactivate(db: &Db, viewer: &Viewer, id: &Id) -> Result<()> {
    let member = Member::find_managed(db, viewer, id).await?;
    if viewer.person.as_ref().is_some_and(|person| person.id == *id) {
        return Err(Problem::Refused("person-is-you").into());
    }
    if !member.active {
        return Err(Problem::Refused("person-inactive").into());
    }
    let change = db.change(viewer.actor()?).await?;
    change.update("person", id, vec![("active", false.into())]).await?;
    end_everywhere(&change, id).await?;
    let today = db.clock().today().to_string();
    for held in member.roles.iter().filter(|held| held.role == Role::Administrator && held.holds(&today)) {
        roles::keep_an_administrator(&change, &held.path).await?;
    }
    change.commit(Event::new("person.deactivated", "person", id)).await
}

/// Opens a closed account again, with the roles it still has.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::NotAllowed`], [`Problem::Refused`] for an account that is open, or when the database
/// refuses.
pub(crate) async fn reactivate(db: &Db, viewer: &Viewer, id: &Id) -> Result<()> {
    let member = Member::find_managed(db, viewer, id).await?;
    if member.active {
        return Err(Problem::Refused("person-active").into());
    }
    let change = db.change(viewer.actor()?).await?;
    change.update("person", id, vec![("active", true.into())]).await?;
    change.commit(Event::new("person.reactivated", "person", id)).await
}
