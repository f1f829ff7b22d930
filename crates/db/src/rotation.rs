//! A new master key takes over what older ones have sealed.

use keys::Place;
use sea_orm::FromQueryResult;
use serde::Serialize;

use crate::audit::FIRST;
use crate::{Actor, Change, Db, DbError, Event, Queries, Result, values};

/// A column that holds sealed texts, each bound to its table, its column and its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealedColumn {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The column of the row's id, as it is sealed with.
    pub row: &'static str,
}

/// Every column that holds sealed texts. What is not named here is lost when an old key goes.
pub const SEALED: &[SealedColumn] = &[
    SealedColumn { table: "password", column: "hash", row: "person_id" },
    SealedColumn { table: "second_factor", column: "secret", row: "person_id" },
    SealedColumn { table: "ceremony", column: "state", row: "token_hash" },
    SealedColumn { table: "outgoing_mail", column: "content", row: "id" },
    SealedColumn { table: "password_reset_request", column: "email", row: "id" },
];

/// What a change of keys did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rotation {
    /// The key that is in use.
    pub key: String,
    /// Texts that are under it now and were not before.
    pub rewrapped: u64,
    /// Older keys that the audit log needs still.
    pub kept_for_audit: Vec<OlderKey>,
}

/// A key under which events of the audit log were written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct OlderKey {
    /// Its name.
    pub name: String,
    /// How many events.
    pub events: i64,
}

#[derive(FromQueryResult)]
struct SealedRow {
    row: String,
    sealed: String,
}

/// Puts everything in these columns under the key in use; the database then needs no other to be served. All of it or nothing.
///
/// # Errors
/// [`DbError::Stored`] with the row that cannot be opened, or when the database refuses.
pub async fn rotate(db: &Db, columns: &[SealedColumn]) -> Result<Rotation> {
    let change = db.change(Actor::Command("key rotate")).await?;
    let mut rewrapped = 0;
    for column in columns {
        rewrapped += rewrap(db, &change, column).await?;
    }
    // The other end is sealed anew with every event.
    if let Some(first) = change.claim_end(FIRST).await? {
        change.set_end(&first.moved(db.keys(), first.position, &first.code)).await?;
    }
    let key = db.keys().name().to_owned();
    change.execute("DELETE FROM master_key WHERE name <> $1", values![key.as_str()]).await?;
    let older = "SELECT key_name AS name, COUNT(*) AS events FROM audit_event WHERE key_name <> $1 GROUP BY key_name ORDER BY key_name";
    let kept_for_audit = change.all(older, values![key.as_str()]).await?;
    let detail = serde_json::json!({ "rewrapped": rewrapped });
    change.commit(Event::new("key.rotated", "key", &base::Id::stored(key.clone())).with(detail)).await?;
    Ok(Rotation { key, rewrapped, kept_for_audit })
}

async fn rewrap(db: &Db, change: &Change, at: &SealedColumn) -> Result<u64> {
    let SealedColumn { table, column, row } = at;
    let sql = format!("SELECT {row} AS row, {column} AS sealed FROM {table} WHERE {column} IS NOT NULL");
    let mut rewrapped = 0;
    for there in change.all::<SealedRow>(&sql, values![]).await? {
        let place = Place { table, column, row: &there.row };
        let renewed = db.keys().rewrap(db.randomness(), &place, &there.sealed);
        let renewed = renewed.map_err(|error| DbError::Stored(format!("{table} {}: {error}", there.row)))?;
        if let Some(sealed) = renewed {
            let sql = format!("UPDATE {table} SET {column} = $2 WHERE {row} = $1");
            rewrapped += change.execute(&sql, values![there.row, sealed]).await?;
        }
    }
    Ok(rewrapped)
}
