//! An administrator takes away what a person signs in with and lets them begin anew.

use base::{Id, Problem};
use db::{Db, Event, Result};
use identity::Viewer;
use jiff::SignedDuration;
use web::outbox::Mail;

use super::{take_away, tell};
use crate::people::Member;
use crate::sign_in::write_link;

/// How long the link works that an administrator lets somebody begin anew with.
pub(crate) const LINK_HOURS: i64 = 24;

/// Resets somebody whose account the viewer answers for, and makes a one-time link: sent to the person, or else returned to be
/// handed over.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::NotAllowed`], [`Problem::Refused`] for a closed account or one's own, or when the database
/// refuses.
pub(crate) async fn reset_by(db: &Db, viewer: &Viewer, person: &Id, by_mail: bool) -> Result<Option<String>> {
    let member = Member::find_managed(db, viewer, person).await?;
    if !member.active {
        return Err(Problem::Refused("person-inactive").into());
    }
    if viewer.person.as_ref().is_some_and(|own| own.id == *person) {
        return Err(Problem::Refused("reset-of-oneself").into());
    }
    let change = db.change(viewer.actor()?).await?;
    take_away(&change, person).await?;
    let token = write_link(db, &change, person, LINK_HOURS * 60).await?;
    if by_mail {
        Mail::to_person(person, "account-reset", change.new_id().as_str())
            .linking(format!("/sign-in/{token}"), SignedDuration::from_hours(LINK_HOURS))
            .put(db, &change)
            .await?;
    } else {
        tell(db, &change, person, "credentials-reset").await?;
    }
    let detail = serde_json::json!({ "by_mail": by_mail });
    change.commit(Event::new("credentials.reset", "person", person).with(detail)).await?;
    Ok((!by_mail).then_some(token))
}
