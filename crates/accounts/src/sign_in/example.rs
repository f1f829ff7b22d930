//! People of a demonstration, whom a visitor may become.

use base::{Id, Problem};
use db::{Actor, Db, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Person, Role};
use serde::Serialize;
use web::Way;

use super::{Browser, begin};

/// Starts a session of an example person; returns the session's token.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such person, or when the database refuses.
pub(crate) async fn as_example(db: &Db, person: &Id, browser: &Browser<'_>) -> Result<String> {
    let person = Person::find(db, person).await?.ok_or(Problem::NotFound)?;
    let change = db.change(Actor::User(person.id.clone())).await?;
    begin(db, change, &person.id, Way::Example, browser).await
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
