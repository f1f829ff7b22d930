//! A person's passkeys.

use base::{FormErrors, Id, Problem};
use credentials::{PasskeyError, Passkeys};
use db::{Actor, Change, Db, DbError, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::Person;
use web::{App, Session};

use crate::ceremony::{Ceremony, Kind};

/// A passkey as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Passkey {
    /// The id.
    pub id: String,
    /// What the owner calls the device.
    pub name: String,
    /// When it was added, in microseconds UTC.
    pub added_at: i64,
    /// When it was last used.
    pub used_at: Option<i64>,
}

/// What a browser is asked, and the token of the ceremony.
pub(crate) struct Question {
    /// The challenge as JSON.
    pub challenge: String,
    /// The token for the cookie.
    pub token: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    person_id: String,
    credential: String,
}

/// Whether this site can have passkeys: browsers give them to names, not to addresses in numbers.
pub(crate) fn are_possible(app: &App) -> bool {
    site(app).is_ok()
}

/// All passkeys of a person, the oldest first.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn list(db: &Db, person: &Id) -> Result<Vec<Passkey>> {
    let sql = "SELECT id, name, added_at, used_at FROM passkey WHERE person_id = $1 ORDER BY added_at, id";
    db.all(sql, values![person.as_str()]).await
}

/// Begins to add a passkey.
///
/// # Errors
/// [`Problem::Refused`] where there can be none, or when the database refuses.
pub(crate) async fn begin_addition(app: &App, person: &Person) -> Result<Question> {
    let db = app.db();
    let known = db.texts("SELECT credential FROM passkey WHERE person_id = $1", values![person.id.as_str()]).await?;
    let begun =
        site(app)?.begin_addition(person.id.as_str(), &person.email, &known).map_err(|error| refused(&error))?;
    let change = db.change(Actor::User(person.id.clone())).await?;
    let token = Ceremony::begin(db, &change, Kind::NewPasskey, Some(&person.id), &begun.state).await?;
    change.commit(Event::new("passkey.begun", "person", &person.id)).await?;
    Ok(Question { challenge: begun.challenge, token })
}

/// Adds the passkey that answers; all other sessions end.
///
/// # Errors
/// [`Problem::Invalid`], [`Problem::Refused`] when the answer proves nothing, or when the database refuses.
pub(crate) async fn add(
    app: &App,
    person: &Id,
    session: &Session,
    token: Option<&str>,
    name: &str,
    answer: &str,
) -> Result<()> {
    let mut errors = FormErrors::default();
    let name = errors.required("name", name, 100);
    errors.check().map_err(Problem::from)?;
    let db = app.db();
    let ceremony = Ceremony::take(db, Kind::NewPasskey, token).await?;
    if ceremony.person.as_ref() != Some(person) {
        return Err(Problem::Refused("ceremony-over").into());
    }
    let (credential_id, credential) =
        site(app)?.finish_addition(&ceremony.state, answer).map_err(|error| refused(&error))?;
    let change = db.change(Actor::User(person.clone())).await?;
    let id = change.new_id();
    let row = vec![
        ("id", id.as_str().into()),
        ("credential_id", credential_id.into()),
        ("person_id", person.as_str().into()),
        ("name", name.into()),
        ("credential", credential.into()),
        ("added_at", change.at().as_microsecond().into()),
    ];
    change.insert("passkey", row).await?;
    super::end_elsewhere(&change, person, session).await?;
    super::tell(db, &change, person, "passkey-added").await?;
    change.commit(Event::new("passkey.added", "passkey", &id)).await
}

/// Removes a passkey, unless it is the last way to sign in; all other sessions end.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::Refused`], or when the database refuses.
pub(crate) async fn remove(db: &Db, person: &Id, session: &Session, passkey: &Id) -> Result<()> {
    let change = db.change(Actor::User(person.clone())).await?;
    let sql = "DELETE FROM passkey WHERE id = $1 AND person_id = $2";
    if change.execute(sql, values![passkey.as_str(), person.as_str()]).await? == 0 {
        return Err(Problem::NotFound.into());
    }
    if !super::Standing::of(&change, person).await?.is_whole() {
        return Err(Problem::Refused("last-way-to-sign-in").into());
    }
    super::end_elsewhere(&change, person, session).await?;
    super::tell(db, &change, person, "passkey-removed").await?;
    change.commit(Event::new("passkey.removed", "passkey", passkey)).await
}

/// Begins to sign somebody in; who, the device will say.
///
/// # Errors
/// [`Problem::Refused`] where there can be none, or when the database refuses.
pub(crate) async fn begin_sign_in(app: &App) -> Result<Question> {
    let begun = site(app)?.begin_sign_in().map_err(|error| refused(&error))?;
    let db = app.db();
    let change = db.change(Actor::Command("sign-in")).await?;
    let token = Ceremony::begin(db, &change, Kind::Passkey, None, &begun.state).await?;
    change.commit(Event::new("passkey.asked", "person", &Id::stored("unknown".to_owned()))).await?;
    Ok(Question { challenge: begun.challenge, token })
}

/// The person whose passkey answers, and the change in which that is written; the caller goes on with it.
///
/// # Errors
/// [`Problem::Refused`] when the answer proves nothing, or when the database refuses.
pub(crate) async fn answered(app: &App, token: Option<&str>, answer: &str) -> Result<(Id, Change)> {
    let db = app.db();
    let ceremony = Ceremony::take(db, Kind::Passkey, token).await?;
    let claimed = Passkeys::claimed(answer).map_err(|error| refused(&error))?;
    let sql = "SELECT k.id, k.person_id, k.credential FROM passkey k JOIN person p ON p.id = k.person_id \
        WHERE k.credential_id = $1 AND p.active";
    let row = db.optional::<Row>(sql, values![claimed]).await?.ok_or(Problem::Refused("passkey-refused"))?;
    let person = Id::stored(row.person_id);
    let change = db.change(Actor::User(person.clone())).await?;
    match site(app)?.finish_sign_in(&ceremony.state, answer, &row.credential) {
        Ok(used) => {
            let values = vec![("credential", used.passkey.into()), ("used_at", change.at().as_microsecond().into())];
            change.update("passkey", &Id::stored(row.id), values).await?;
            Ok((person, change))
        }
        Err(error) => {
            change.commit(Event::new("passkey.refused", "passkey", &Id::stored(row.id))).await?;
            Err(refused(&error))
        }
    }
}

fn site(app: &App) -> Result<Passkeys> {
    Passkeys::of(app.settings().address.origin(), "Tryggbas").map_err(|error| refused(&error))
}

/// The reason goes to the log, the person gets a sentence.
fn refused(error: &PasskeyError) -> DbError {
    tracing::info!(%error, "passkey");
    match error {
        PasskeyError::NoName => Problem::Refused("passkeys-need-a-name").into(),
        PasskeyError::Malformed => Problem::Malformed.into(),
        PasskeyError::Refused(_) => Problem::Refused("passkey-refused").into(),
    }
}
