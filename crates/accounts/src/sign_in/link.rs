//! One-time links.

use base::{Id, Problem};
use db::{Actor, Change, Db, Event, Queries, Result, values};
use identity::Person;
use web::{Way, hash_token, new_token};

use super::{Browser, Step, ask_second_factor, begin};
use crate::credentials::Standing;

/// How long a one-time link can be used.
pub const LINK_MINUTES: i64 = 15;

const MINUTE: i64 = 60_000_000;

/// Makes a one-time link for a person and returns its token; earlier links of the same person stop working.
///
/// # Errors
/// When the database refuses.
pub async fn sign_in_link(db: &Db, person: &Id, actor: Actor) -> Result<String> {
    let change = db.change(actor).await?;
    let token = write_link(db, &change, person, LINK_MINUTES).await?;
    change.commit(Event::new("sign_in_link.made", "person", person)).await?;
    Ok(token)
}

/// Makes a one-time link within a change, for so many minutes, and returns its token.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn write_link(db: &Db, change: &Change, person: &Id, minutes: i64) -> Result<String> {
    let token = new_token(db.randomness());
    change.execute("DELETE FROM sign_in_link WHERE person_id = $1", values![person.as_str()]).await?;
    let row = vec![
        ("token_hash", hash_token(&token).into()),
        ("person_id", person.as_str().into()),
        // By the clock: the change's own instant may lie after it, to keep the order of the log.
        ("expires_at", (db.clock().now().as_microsecond() + minutes * MINUTE).into()),
    ];
    change.insert("sign_in_link", row).await?;
    Ok(token)
}

/// The person a link belongs to, while it can be used. Looking does not spend it.
///
/// # Errors
/// [`Problem::LinkSpent`], or when the database refuses.
pub(crate) async fn link_owner(db: &Db, token: &str) -> Result<Person> {
    let sql = "SELECT person_id FROM sign_in_link WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2";
    let owner = db.texts(sql, values![hash_token(token), db.clock().now().as_microsecond()]).await?;
    let Some(id) = owner.into_iter().next() else { return Err(Problem::LinkSpent.into()) };
    Ok(Person::find(db, &Id::stored(id)).await?.ok_or(Problem::LinkSpent)?)
}

/// Spends a link. Whoever has nothing else is signed in; whoever has credentials is asked for the second factor, so that a link
/// in a mailbox is never enough. Of two who try at once, one succeeds.
///
/// # Errors
/// [`Problem::LinkSpent`], or when the database refuses.
pub(crate) async fn spend_link(db: &Db, token: &str, browser: &Browser<'_>) -> Result<Step> {
    let person = link_owner(db, token).await?;
    let change = db.change(Actor::User(person.id.clone())).await?;
    let claim = "UPDATE sign_in_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2";
    if change.execute(claim, values![hash_token(token), change.at().as_microsecond()]).await? == 0 {
        return Err(Problem::LinkSpent.into());
    }
    if Standing::of(&change, &person.id).await?.is_whole() {
        return ask_second_factor(db, change, &person.id, true).await;
    }
    begin(db, change, &person.id, Way::Link, browser).await.map(Step::SignedIn)
}
