//! A filled site to try: an invented county with its bodies, schools, people, plans and their follow-up, written with the domains' own functions.
//!
//! The words lie in `data/`: plans as pasted text that is read like anybody's, and tables of what a text cannot hold.

mod answers;
mod data;
mod enrichment;
mod occasions;
mod organisation;
mod outside;
mod people;
mod plans;
mod rounds;
mod status_reports;

use base::Id;
use db::Db;
use serde::Serialize;

pub use people::accounts;

/// Why the example could not be written.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The database refused.
    #[error(transparent)]
    Db(#[from] db::DbError),
    /// A file of the example says something that cannot be.
    #[error("example data: {0}")]
    Data(String),
}

/// Somebody to sign in as.
#[derive(Debug, Clone, Serialize)]
pub struct Account {
    /// The id that the role picker sends.
    pub id: Id,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The role, such as `coordinator`.
    pub role: String,
    /// The unit.
    pub unit: String,
    /// The password, the same for all.
    pub password: &'static str,
    /// The secret of the app for one-time codes, in letters.
    pub totp_secret: String,
}

/// Whether the database holds nothing yet.
///
/// # Errors
/// When the database refuses.
pub async fn is_empty(db: &Db) -> Result<bool, DemoError> {
    use db::Queries;
    Ok(db.number("SELECT COUNT(*) FROM unit", db::values![]).await? == 0)
}

/// Whether the database holds the example, whose passwords are known to all.
///
/// # Errors
/// When the database refuses.
pub async fn is_example(db: &Db) -> Result<bool, DemoError> {
    people::is_somebody_there(db).await
}

/// Writes the example into an empty database. With a clock that stands still and seeded chance it comes out the same every time.
///
/// # Errors
/// When the database refuses, or the example contradicts itself.
pub async fn fill(db: &Db) -> Result<(), DemoError> {
    organisation::write(db).await?;
    people::write(db).await?;
    plans::write(db).await?;
    let reported = rounds::write(db).await?;
    status_reports::write(db, reported).await?;
    occasions::write(db).await
}

#[cfg(test)]
mod tests;
