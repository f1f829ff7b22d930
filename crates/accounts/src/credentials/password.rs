//! A person's password.

use base::{FieldError, FormErrors, Id, Problem};
use credentials::{Hashing, LEAST, MOST, PasswordFault, check_password};
use db::{Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::Person;
use keys::Place;
use web::Session;

use crate::attempts::Subject;

/// Somebody who may try to sign in with a password.
pub(crate) struct Candidate {
    /// The person, if there is one with this address.
    pub person: Option<Id>,
    /// What is stored of the password, if there is one.
    pub stored: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    hash: Option<String>,
}

/// A new password as a form has it.
pub(crate) struct NewPassword<'a> {
    /// The one until now; `None` where nobody has to know it.
    pub current: Option<&'a str>,
    /// The new one.
    pub new: &'a str,
}

/// The active person with this address, and what is stored of the password.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn candidate(db: &Db, email: &str) -> Result<Candidate> {
    let sql = "SELECT p.id, w.hash FROM person p LEFT JOIN password w ON w.person_id = p.id \
        WHERE p.email = $1 AND p.active AND p.email <> ''";
    let Some(row) = db.optional::<Row>(sql, values![email]).await? else {
        return Ok(Candidate { person: None, stored: None });
    };
    let stored = row.hash.as_deref().map(|hash| super::opened(db, &place(&row.id), hash)).transpose()?;
    Ok(Candidate { person: Some(Id::stored(row.id)), stored })
}

/// Gives the person a new password; all other sessions end.
///
/// # Errors
/// [`Problem::Invalid`], or when the database refuses.
pub(crate) async fn change(
    db: &Db,
    hashing: &Hashing,
    person: &Person,
    session: &Session,
    form: &NewPassword<'_>,
) -> Result<()> {
    let mut errors = FormErrors::default();
    if let Some(current) = form.current
        && !is_current(db, hashing, person, current).await?
    {
        errors.add("current", FieldError::NotRight);
    }
    if let Err(fault) = check_password(form.new, &[&person.name, &person.email]) {
        errors.add("new", field_error(fault));
    }
    errors.check().map_err(Problem::from)?;
    let hash = hashing.hash(db.randomness(), form.new).await;
    let change = db.change(db::Actor::User(person.id.clone())).await?;
    write(db, &change, &person.id, &hash).await?;
    super::end_elsewhere(&change, &person.id, session).await?;
    super::tell(db, &change, &person.id, "password-changed").await?;
    change.commit(Event::new("password.changed", "person", &person.id)).await
}

/// Whether it is the password until now. Tries are counted here as they are at the sign-in: whoever sits down at a session
/// that was left open is not to find the password out.
async fn is_current(db: &Db, hashing: &Hashing, person: &Person, current: &str) -> Result<bool> {
    let subject = Subject::current_password(db, &person.id);
    let change = db.change(db::Actor::User(person.id.clone())).await?;
    if let Some(seconds) = subject.claim(&change).await? {
        return Err(Problem::TooMany(seconds.unsigned_abs()).into());
    }
    change.commit(Event::new("password.asked", "person", &person.id)).await?;
    let stored = candidate(db, &person.email).await?.stored;
    let right = hashing.verify(current, stored.as_deref()).await;
    if right {
        let change = db.change(db::Actor::User(person.id.clone())).await?;
        subject.forget(&change).await?;
        change.commit_all(Vec::new()).await?;
    }
    Ok(right)
}

/// Stores what was made of a password, within a change.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn write(db: &Db, change: &Change, person: &Id, hash: &str) -> Result<()> {
    let sealed = db.keys().seal(db.randomness(), &place(person.as_str()), hash.as_bytes());
    let sql = "INSERT INTO password (person_id, hash, changed_at) VALUES ($1, $2, $3) \
        ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at";
    change.execute(sql, values![person.as_str(), sealed, change.at().as_microsecond()]).await.map(drop)
}

pub(crate) fn field_error(fault: PasswordFault) -> FieldError {
    match fault {
        PasswordFault::TooShort => FieldError::TooShort { least: LEAST },
        PasswordFault::TooLong => FieldError::TooLong { most: MOST },
        PasswordFault::TooEasy => FieldError::TooEasy,
    }
}

fn place(person: &str) -> Place<'_> {
    Place { table: "password", column: "hash", row: person }
}
