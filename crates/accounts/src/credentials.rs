//! What a person can prove who they are with.

pub(crate) mod passkeys;
pub(crate) mod password;
pub(crate) mod recovery_codes;
mod reset;
pub(crate) mod second_factor;

use base::{Id, Problem};
use credentials::Secret;
use db::{Actor, Change, Db, DbError, Event, FromQueryResult, Queries, Result, sea_orm, values};
use keys::Place;
use serde::Serialize;
use web::outbox::Mail;
use web::{Session, Way};

pub(crate) use reset::{LINK_HOURS, reset_by};

use crate::ceremony::Kind;

/// Everything of a person that a reset takes away.
const TABLES: [&str; 8] = [
    "password",
    "second_factor",
    "recovery_code",
    "passkey",
    "outside_identity",
    "ceremony",
    "sign_in_link",
    "password_reset",
];

/// What a person has.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Standing {
    /// When the password was made, in microseconds UTC.
    pub password_at: Option<i64>,
    /// When the app for one-time codes was added.
    pub second_factor_at: Option<i64>,
    /// Recovery codes that are not used.
    pub codes: i64,
    /// How many passkeys there are.
    pub passkeys: i64,
}

impl Standing {
    /// What the person has.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn of(db: &impl Queries, person: &Id) -> Result<Self> {
        let sql = "SELECT (SELECT changed_at FROM password WHERE person_id = $1) AS password_at, \
            (SELECT added_at FROM second_factor WHERE person_id = $1) AS second_factor_at, \
            (SELECT COUNT(*) FROM recovery_code WHERE person_id = $1 AND used_at IS NULL) AS codes, \
            (SELECT COUNT(*) FROM passkey WHERE person_id = $1) AS passkeys";
        db.optional::<Self>(sql, values![person.as_str()]).await?.ok_or(DbError::NoRow)
    }

    /// Whether there is anything at all.
    pub(crate) fn has_any(&self) -> bool {
        self.password_at.is_some() || self.second_factor_at.is_some() || self.passkeys > 0
    }

    /// Whether the person can sign in with two factors.
    pub(crate) fn is_whole(&self) -> bool {
        self.passkeys > 0 || (self.password_at.is_some() && self.second_factor_at.is_some())
    }

    /// Whether whoever signed in this way has all they need. A password alone or a link never is enough.
    pub(crate) fn is_ready(&self, way: Way) -> bool {
        match way {
            Way::Passkey | Way::Example | Way::Provider => true,
            Way::Password | Way::Link => self.is_whole(),
        }
    }
}

/// Whether the person can prove who they are in any way.
///
/// # Errors
/// When the database refuses.
pub async fn has_any(db: &Db, person: &Id) -> Result<bool> {
    Ok(Standing::of(db, person).await?.has_any())
}

/// Gives a person a password, as what hashing made of it, and an app for one-time codes, within a change: for the example,
/// whose people are known to all.
///
/// # Errors
/// When the database refuses.
pub async fn equip(db: &Db, change: &Change, person: &Id, hash: &str, secret: &Secret) -> Result<()> {
    password::write(db, change, person, hash).await?;
    second_factor::write(db, change, person, secret, 0).await
}

/// The id of whoever has this address, also when the account is closed.
///
/// # Errors
/// [`Problem::NotFound`], or when the database refuses.
pub async fn find_person(db: &Db, email: &str) -> Result<Id> {
    let sql = "SELECT id FROM person WHERE email = $1 AND email <> ''";
    let found = db.texts(sql, values![crate::sign_in::folded(email)]).await?;
    found.into_iter().next().map(Id::stored).ok_or_else(|| Problem::NotFound.into())
}

/// An account as the operator lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Account {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// Whether it is open.
    pub active: bool,
    /// Whether there is a password.
    pub password: bool,
    /// Whether there is an app for one-time codes.
    pub second_factor: bool,
    /// How many passkeys there are.
    pub passkeys: i64,
}

/// All accounts by name, closed ones too.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &Db) -> Result<Vec<Account>> {
    let sql = "SELECT p.id, p.name, p.email, p.active, \
        EXISTS (SELECT 1 FROM password w WHERE w.person_id = p.id) AS password, \
        EXISTS (SELECT 1 FROM second_factor f WHERE f.person_id = p.id) AS second_factor, \
        (SELECT COUNT(*) FROM passkey k WHERE k.person_id = p.id) AS passkeys FROM person p ORDER BY p.sort_key, p.id";
    db.all(sql, values![]).await
}

/// Takes away everything a person can prove who they are with and ends all their sessions. Whoever asks for this has made sure
/// who the person is: the next one-time link is all that is needed then.
///
/// # Errors
/// [`Problem::NotFound`], or when the database refuses.
pub async fn reset(db: &Db, actor: Actor, person: &Id) -> Result<()> {
    let change = db.change(actor).await?;
    exists(&change, person).await?;
    take_away(&change, person).await?;
    tell(db, &change, person, "credentials-reset").await?;
    change.commit(Event::new("credentials.reset", "person", person)).await
}

/// Takes away everything a person can prove who they are with and ends all their sessions, within a change.
async fn take_away(change: &Change, person: &Id) -> Result<()> {
    for table in TABLES {
        change.execute(&format!("DELETE FROM {table} WHERE person_id = $1"), values![person.as_str()]).await?;
    }
    crate::invitation::withdraw_all(change, person).await?;
    Session::end_all(change, person, None).await.map(drop)
}

/// Writes to the person, within a change, that something they sign in with is no longer what it was.
pub(crate) async fn tell(db: &Db, change: &Change, person: &Id, kind: &'static str) -> Result<()> {
    // No two changes are made at the same instant.
    Mail::to_person(person, kind, &format!("{person} {}", change.at().as_microsecond())).put(db, change).await.map(drop)
}

/// Opens or closes an account. Closing ends all its sessions and whatever is under way; the credentials stay.
///
/// # Errors
/// [`Problem::NotFound`], or when the database refuses.
pub async fn set_active(db: &Db, actor: Actor, person: &Id, active: bool) -> Result<()> {
    let change = db.change(actor).await?;
    exists(&change, person).await?;
    change.update("person", person, vec![("active", active.into())]).await?;
    if !active {
        end_everywhere(&change, person).await?;
    }
    let kind = if active { "person.reactivated" } else { "person.deactivated" };
    change.commit(Event::new(kind, "person", person)).await
}

/// When an account is closed, within that change: all its sessions end, and whatever could begin one.
pub(crate) async fn end_everywhere(change: &Change, person: &Id) -> Result<()> {
    for table in ["ceremony", "sign_in_link", "password_reset"] {
        change.execute(&format!("DELETE FROM {table} WHERE person_id = $1"), values![person.as_str()]).await?;
    }
    crate::invitation::withdraw_all(change, person).await?;
    Session::end_all(change, person, None).await.map(drop)
}

/// After a change of what somebody signs in with, within that change: all other sessions end, and sign-ins that are under way.
pub(crate) async fn end_elsewhere(change: &Change, person: &Id, own: &Session) -> Result<()> {
    let sql = "DELETE FROM ceremony WHERE person_id = $1 AND kind = $2";
    change.execute(sql, values![person.as_str(), Kind::SecondFactor.as_str()]).await?;
    Session::end_all(change, person, Some(&own.hash)).await.map(drop)
}

async fn exists(change: &Change, person: &Id) -> Result<()> {
    let rows = change.rows("SELECT id FROM person WHERE id = $1", values![person.as_str()]).await?;
    if rows.is_empty() { Err(Problem::NotFound.into()) } else { Ok(()) }
}

/// The text that was sealed for this place.
pub(crate) fn opened(db: &Db, place: &Place<'_>, sealed: &str) -> Result<String> {
    let why = |error: &dyn std::fmt::Display| DbError::Stored(format!("{}.{}: {error}", place.table, place.column));
    let bytes = db.keys().open(place, sealed).map_err(|error| why(&error))?;
    String::from_utf8(bytes.to_vec()).map_err(|_| why(&"no text"))
}
