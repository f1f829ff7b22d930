//! Who somebody is at a provider: the link between what the provider knows them by and a person here. Only a hash is kept.

use base::Id;
use db::{Change, FromQueryResult, Queries, Result, sea_orm, values};
use web::hash_token;

/// Somebody whom a provider has sent before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    /// Who it is.
    pub person: Id,
    /// Whether the account is open.
    pub active: bool,
}

#[derive(FromQueryResult)]
struct Row {
    person_id: String,
    active: bool,
}

/// Whom a key belongs to. Of two who come with the same key at once, the second waits for the first.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn find(change: &Change, key: &str) -> Result<Option<Known>> {
    let hash = hash_token(key);
    let used = "UPDATE outside_identity SET used_at = $2 WHERE key_hash = $1";
    change.execute(used, values![hash.as_str(), change.at().as_microsecond()]).await?;
    let sql = "SELECT o.person_id, p.active FROM outside_identity o JOIN person p ON p.id = o.person_id \
        WHERE o.key_hash = $1";
    let row = change.optional::<Row>(sql, values![hash]).await?;
    Ok(row.map(|row| Known { person: Id::stored(row.person_id), active: row.active }))
}

/// Links a person to what a provider knows them by.
///
/// # Errors
/// [`db::DbError::Taken`] when the key belongs to somebody, or when the database refuses.
pub(crate) async fn link(change: &Change, provider: &str, key: &str, person: &Id) -> Result<()> {
    let now = change.at().as_microsecond();
    let row = vec![
        ("key_hash", hash_token(key).into()),
        ("provider", provider.into()),
        ("person_id", person.as_str().into()),
        ("linked_at", now.into()),
        ("used_at", now.into()),
    ];
    change.insert("outside_identity", row).await
}
