//! The names of the master keys that a database was used with, so that it is not served with those of another.

use jiff::Timestamp;
use keys::Keys;
use sea_orm::ConnectionTrait;

use crate::queries::{ask, tell};
use crate::{Db, DbError, Result, values};

/// The keys that the database needs and we do not have, by name.
///
/// # Errors
/// When the database refuses.
pub async fn missing_keys(db: &Db) -> Result<Vec<String>> {
    missing(db.connection(), db.keys()).await
}

/// Refuses keys that are not those of this database.
pub(crate) async fn check(connection: &impl ConnectionTrait, keys: &Keys) -> Result<()> {
    match missing(connection, keys).await?.into_iter().next() {
        Some(name) => Err(DbError::KeyMissing(name)),
        None => Ok(()),
    }
}

/// Remembers the key in use.
pub(crate) async fn remember(connection: &impl ConnectionTrait, keys: &Keys, now: Timestamp) -> Result<()> {
    let sql = "INSERT INTO master_key (name, since) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
    tell(connection, sql, values![keys.name(), now.as_microsecond()]).await.map(drop)
}

async fn missing(connection: &impl ConnectionTrait, keys: &Keys) -> Result<Vec<String>> {
    let mut names = names(connection).await?;
    names.retain(|name| !keys.knows(name));
    Ok(names)
}

async fn names(connection: &impl ConnectionTrait) -> Result<Vec<String>> {
    let rows = ask(connection, "SELECT name FROM master_key ORDER BY since, name", values![]).await?;
    Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?)
}
