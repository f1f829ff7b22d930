//! The one seam through which somebody becomes signed in: one-time links, and in a demonstration a choice of person.

use base::{Id, Problem};
use db::{Actor, Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Person, Role};
use serde::Serialize;
use web::{Session, hash_token, new_token};

/// How long a one-time link can be used.
pub const LINK_MINUTES: i64 = 15;

const MINUTE: i64 = 60_000_000;

/// Makes a one-time link for a person and returns its token; earlier links of the same person stop working.
///
/// # Errors
/// When the database refuses.
pub async fn sign_in_link(db: &Db, person: &Id, actor: Actor) -> Result<String> {
    let change = db.change(actor).await?;
    let token = new_token(db.randomness());
    change.execute("DELETE FROM sign_in_link WHERE person_id = $1", values![person.as_str()]).await?;
    let row = vec![
        ("token_hash", hash_token(&token).into()),
        ("person_id", person.as_str().into()),
        // By the clock: the change's own instant may lie after it, to keep the order of the log.
        ("expires_at", (db.clock().now().as_microsecond() + LINK_MINUTES * MINUTE).into()),
    ];
    change.insert("sign_in_link", row).await?;
    change.commit(Event::new("sign_in_link.made", "person", person)).await?;
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

/// Spends a link and starts a session; returns the session's token. Of two who try at once, one succeeds.
///
/// # Errors
/// [`Problem::LinkSpent`], or when the database refuses.
pub(crate) async fn spend_link(db: &Db, token: &str, earlier: Option<&str>) -> Result<String> {
    let person = link_owner(db, token).await?;
    let change = db.change(Actor::User(person.id.clone())).await?;
    let claim = "UPDATE sign_in_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2";
    if change.execute(claim, values![hash_token(token), change.at().as_microsecond()]).await? == 0 {
        return Err(Problem::LinkSpent.into());
    }
    begin(db, change, &person.id, earlier).await
}

/// Starts a session of an example person; returns the session's token.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such person, or when the database refuses.
pub(crate) async fn as_example(db: &Db, person: &Id, earlier: Option<&str>) -> Result<String> {
    let person = Person::find(db, person).await?.ok_or(Problem::NotFound)?;
    let change = db.change(Actor::User(person.id.clone())).await?;
    begin(db, change, &person.id, earlier).await
}

async fn begin(db: &Db, change: Change, person: &Id, earlier: Option<&str>) -> Result<String> {
    if let Some(hash) = earlier {
        Session::end(&change, hash).await?;
    }
    let token = Session::start(&change, db.randomness(), person).await?;
    change.commit(Event::new("session.started", "person", person)).await?;
    Ok(token)
}

/// Ends a session.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn sign_out(db: &Db, person: &Id, session: &str) -> Result<()> {
    let change = db.change(Actor::User(person.clone())).await?;
    Session::end(&change, session).await?;
    change.commit(Event::new("session.ended", "person", person)).await
}

/// When the session ends, in microseconds UTC.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn session_end(db: &Db, session: &str) -> Result<jiff::Timestamp> {
    let sql = "SELECT expires_at FROM session WHERE token_hash = $1";
    Ok(db::instant(db.number(sql, values![session]).await?))
}

/// A person whom a visitor of the demonstration may become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub(crate) struct Example {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The role's name.
    pub role: String,
    /// The function, where there is one.
    pub function: Option<String>,
    /// Where.
    pub unit: String,
}

impl Example {
    /// All example people by name, each with their first role.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn list(db: &impl Queries) -> Result<Vec<Self>> {
        let sql = "SELECT p.id, p.name, r.role, f.name AS function, u.name AS unit FROM person p \
            JOIN person_role r ON r.person_id = p.id JOIN unit u ON u.id = r.unit_id \
            LEFT JOIN job_function f ON f.id = r.function_id WHERE p.active ORDER BY p.sort_key, p.id, r.id";
        let mut people = db.all::<Self>(sql, values![]).await?;
        people.dedup_by(|later, first| later.id == first.id);
        Ok(people)
    }

    /// The first person of each role, in the order of [`Role::ALL`].
    pub(crate) fn one_of_each(people: &[Self]) -> Vec<Self> {
        let first = |role: Role| people.iter().find(|person| person.role == role.as_str()).cloned();
        Role::ALL.into_iter().filter_map(first).collect()
    }
}
