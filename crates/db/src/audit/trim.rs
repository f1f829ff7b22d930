//! Removing the oldest events by rule. What the log then begins after is sealed like its end.

use jiff::Timestamp;
use keys::Keys;

use super::end::FIRST;
use crate::{Change, DbError, Queries, Result, values};

/// Removes all events from before an instant and tells how many there were. The log stays a chain: only its oldest part goes.
///
/// # Errors
/// When the beginning of the log was tampered with, or the database refuses.
pub async fn trim(change: &Change, keys: &Keys, before: Timestamp) -> Result<u64> {
    // The first event that stays decides, since a clock that was set back must not make a hole.
    let stays = "SELECT MIN(position) FROM audit_event WHERE position IS NOT NULL AND at >= $1";
    let last = "SELECT MAX(position) + 1 FROM audit_event";
    let stays = match change.number(stays, values![before.as_microsecond()]).await? {
        0 => change.number(last, values![]).await?,
        position => position,
    };
    let code = "SELECT code FROM audit_event WHERE position = $1 AND code IS NOT NULL";
    let Some(code) = change.texts(code, values![stays - 1]).await?.pop() else { return Ok(0) };
    let first = change.claim_end(FIRST).await?.filter(|end| end.is_genuine(keys));
    let first = first.ok_or_else(|| DbError::Stored("the audit log's beginning was changed".to_owned()))?;
    let removed = change.execute("DELETE FROM audit_event WHERE position < $1", values![stays]).await?;
    change.execute("DELETE FROM audit_checkpoint WHERE position < $1", values![stays]).await?;
    change.set_end(&first.moved(keys, stays - 1, &code)).await?;
    Ok(removed)
}
