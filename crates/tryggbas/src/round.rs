//! One round of what is to be done in the background.

use std::path::Path;

use anyhow::{Context, Result};
use base::Id;
use db::{Actor, Db, Event, values};

use crate::checkpoints;
use crate::store::MODULES;

const WORKER: Actor = Actor::Command("worker");

/// Removes what has expired and what is too old, and puts checkpoints of the audit log beside the database. A part that fails does
/// not keep the others from their turn; the first failure is told.
pub(crate) async fn run(db: &Db, audit_export: Option<&Path>) -> Result<()> {
    let expired = remove_expired(db).await.context("removing what has expired");
    let mut outcome = expired;
    for retention in MODULES.iter().flat_map(|module| module.retention) {
        let enforced = retention.enforce(db, WORKER).await.map(drop);
        outcome = outcome.and(enforced.with_context(|| format!("removing by the rule {}", retention.kind)));
    }
    let signed = match audit_export {
        Some(path) => checkpoints::export(db, path).await.map(drop),
        None => db::audit::checkpoint(db).await.map(drop).map_err(Into::into),
    };
    outcome.and(signed.context("signing a checkpoint of the audit log"))
}

/// Removes sessions and links that have expired.
async fn remove_expired(db: &Db) -> db::Result<()> {
    use db::Queries;
    let now = db.clock().now().as_microsecond();
    for table in ["session", "sign_in_link"] {
        let expired = format!("SELECT COUNT(*) FROM {table} WHERE expires_at < $1");
        if db.number(&expired, values![now]).await? == 0 {
            continue;
        }
        let change = db.change(WORKER).await?;
        let rows = change.execute(&format!("DELETE FROM {table} WHERE expires_at < $1"), values![now]).await?;
        let event = Event::new("retention.removed", "table", &Id::stored(table.to_owned()));
        change.commit(event.with(serde_json::json!({ "rows": rows }))).await?;
    }
    Ok(())
}
