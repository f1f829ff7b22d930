//! The address at which a calendar reads somebody's own days: one for each person, made and shown once, taken back at will.

use base::{Id, Problem};
use db::{Db, DbError, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Person, Viewer};
use jiff::Timestamp;
use web::{hash_token, new_token};

#[derive(FromQueryResult)]
struct Row {
    person_id: String,
}

/// When the viewer's address was made; none where there is none.
///
/// # Errors
/// When the database refuses.
pub async fn made_at(db: &Db, viewer: &Viewer) -> Result<Option<Timestamp>> {
    let sql = "SELECT COALESCE(MAX(made_at), 0) FROM calendar_feed WHERE person_id = $1";
    let at = db.number(sql, values![own(viewer)?.as_str()]).await?;
    Ok((at > 0).then(|| db::instant(at)))
}

/// Makes an address for the viewer. One there was before leads nowhere from now on. Returns the secret of the address: it is not stored.
///
/// # Errors
/// When the database refuses, or nobody is signed in.
pub async fn make(db: &Db, viewer: &Viewer) -> Result<String> {
    let person = own(viewer)?;
    let token = new_token(db.randomness());
    let change = db.change(viewer.actor()?).await?;
    change.execute("DELETE FROM calendar_feed WHERE person_id = $1", values![person.as_str()]).await?;
    let row = vec![
        ("person_id", person.as_str().into()),
        ("token_hash", hash_token(&token).into()),
        ("made_at", change.at().as_microsecond().into()),
    ];
    change.insert("calendar_feed", row).await?;
    change.commit(Event::new("calendar_feed.made", "person", person)).await?;
    Ok(token)
}

/// Takes the viewer's address back, where there is one.
///
/// # Errors
/// When the database refuses, or nobody is signed in.
pub async fn revoke(db: &Db, viewer: &Viewer) -> Result<()> {
    let person = own(viewer)?;
    let change = db.change(viewer.actor()?).await?;
    let sql = "DELETE FROM calendar_feed WHERE person_id = $1";
    if change.execute(sql, values![person.as_str()]).await? == 0 {
        return Ok(());
    }
    change.commit(Event::new("calendar_feed.revoked", "person", person)).await
}

/// Whose address has this secret, with the roles they hold today; nobody where it was taken back or the account is closed.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn owner(db: &Db, token: &str) -> Result<Option<Viewer>> {
    let sql = "SELECT person_id FROM calendar_feed WHERE token_hash = $1";
    let Some(row) = db.optional::<Row>(sql, values![hash_token(token)]).await? else { return Ok(None) };
    let viewer = Person::viewer(db, &Id::stored(row.person_id)).await?;
    Ok(viewer.is_signed_in().then_some(viewer))
}

fn own(viewer: &Viewer) -> Result<&Id> {
    let person = viewer.person.as_ref().ok_or(DbError::Problem(Problem::NotSignedIn))?;
    Ok(&person.id)
}
