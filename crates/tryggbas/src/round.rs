//! One round of what is to be done in the background.

use std::path::Path;

use anyhow::{Context, Result};
use base::Id;
use db::{Actor, Db, Event, values};

use crate::checkpoints;
use crate::store::MODULES;

const WORKER: Actor = Actor::Command("worker");

/// In microseconds.
const HOUR: i64 = 3_600_000_000;

/// Removes what has expired and what is too old, writes reminders where mail goes out, and puts checkpoints of the audit log beside
/// the database. A part that fails does not keep the others from their turn; the first failure is told.
pub(crate) async fn run(db: &Db, audit_export: Option<&Path>, mail: bool) -> Result<()> {
    let expired = remove_expired(db).await.context("removing what has expired");
    let mut outcome = expired;
    for retention in MODULES.iter().flat_map(|module| module.retention) {
        let enforced = retention.enforce(db, WORKER).await.map(drop);
        outcome = outcome.and(enforced.with_context(|| format!("removing by the rule {}", retention.kind)));
    }
    if mail {
        let reminded = rounds::remind(db).await.map(drop);
        outcome = outcome.and(reminded.context("reminding those who have not handed in"));
    }
    let signed = match audit_export {
        Some(path) => checkpoints::export(db, path).await.map(drop),
        None => db::audit::checkpoint(db).await.map(drop).map_err(Into::into),
    };
    outcome.and(signed.context("signing a checkpoint of the audit log"))
}

/// Removes sessions, links and ceremonies that have expired, and tries that are forgotten.
async fn remove_expired(db: &Db) -> db::Result<()> {
    use db::Queries;
    let now = db.clock().now().as_microsecond();
    let forgotten = now - accounts::ATTEMPTS_HOURS * HOUR;
    let rounds = [
        ("session", "expires_at", now),
        ("sign_in_link", "expires_at", now),
        ("ceremony", "expires_at", now),
        ("access_session", "expires_at", now),
        // Kept for a day, so that who asks again and again waits longer and longer.
        ("password_reset", "made_at", now - 24 * HOUR),
        ("attempt", "last_at", forgotten),
    ];
    for (table, column, limit) in rounds {
        let expired = format!("SELECT COUNT(*) FROM {table} WHERE {column} < $1");
        if db.number(&expired, values![limit]).await? == 0 {
            continue;
        }
        let change = db.change(WORKER).await?;
        let rows = change.execute(&format!("DELETE FROM {table} WHERE {column} < $1"), values![limit]).await?;
        let event = Event::new("retention.removed", "table", &Id::stored(table.to_owned()));
        change.commit(event.with(serde_json::json!({ "rows": rows }))).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Clock, Randomness};
    use db::Queries;
    use db::testing::{database, engines};

    #[tokio::test]
    async fn a_round_removes_what_is_too_old_and_signs_how_far_the_log_has_come() {
        for engine in engines() {
            let folder = tempfile::tempdir().unwrap();
            let clock = Clock::fixed("2025-03-01T12:00:00Z".parse().unwrap());
            let db = database(engine, clock.clone(), Randomness::seeded(5)).await;
            let person = accounts::operator(&db, WORKER).await.unwrap();
            accounts::sign_in_link(&db, &person, WORKER).await.unwrap();
            run(&db, Some(folder.path()), true).await.unwrap();
            let links = || db.number("SELECT COUNT(*) FROM sign_in_link", values![]);
            assert_eq!(links().await.unwrap(), 1, "it can be used still");
            clock.set("2025-03-01T12:16:00Z".parse().unwrap());
            run(&db, Some(folder.path()), true).await.unwrap();
            assert_eq!(links().await.unwrap(), 0);
            let kept = checkpoints::read(folder.path()).unwrap();
            assert_eq!(kept.iter().map(|signed| signed.position).collect::<Vec<_>>(), [2, 3]);
            // A place that cannot be written to is told, and the rest was done.
            let nowhere = folder.path().join("none/file");
            assert!(run(&db, Some(&nowhere), true).await.is_err());
            assert_eq!(db::audit::verify(&db, &kept).await.unwrap().faults, []);
        }
    }
}
