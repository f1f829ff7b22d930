//! Mail as an administrator sees it: to whom, about what, and where it is.

use std::collections::BTreeSet;

use base::{Id, Problem};
use db::{Db, Result};
use identity::{Verb, Viewer};
use web::outbox::Outgoing;

use crate::people::Member;

/// The latest mails to people whose accounts the viewer answers for, and to holders of links that units within reach gave out.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn list(db: &Db, viewer: &Viewer) -> Result<Vec<Outgoing>> {
    let members = Member::list(db, viewer).await?.into_iter().filter(|member| member.managed);
    let managed: BTreeSet<String> = members.map(|member| member.id.to_string()).collect();
    let seen = |mail: &Outgoing| match (&mail.person_id, &mail.unit_path) {
        (Some(person), _) => managed.contains(person),
        (None, Some(path)) => viewer.may(Verb::Administer, path),
        (None, None) => false,
    };
    Ok(Outgoing::list(db).await?.into_iter().filter(seen).collect())
}

/// One of them.
///
/// # Errors
/// [`Problem::NotFound`], or when the database refuses.
pub(crate) async fn find(db: &Db, viewer: &Viewer, id: &Id) -> Result<Outgoing> {
    let mail = Outgoing::find(db, id).await?.ok_or(Problem::NotFound)?;
    match (&mail.person_id, &mail.unit_path) {
        (Some(person), _) => drop(Member::find_managed(db, viewer, &Id::stored(person.clone())).await?),
        (None, Some(path)) if viewer.may(Verb::Administer, path) => {}
        _ => return Err(Problem::NotFound.into()),
    }
    Ok(mail)
}
