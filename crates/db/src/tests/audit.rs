//! The chain of the audit log: what was done to it behind the program's back is found, with its position.

use std::collections::BTreeSet;
use std::sync::Arc;

use base::{Clock, Id, Randomness};
use keys::Keys;
use sea_orm::ConnectionTrait;

use super::{add, event, fresh};
use crate::audit::{Checkpoint, FaultKind, checkpoint, checkpoints_after, trim, verify};
use crate::testing::{database, engines};
use crate::{Actor, Db, DbError, Engine, Event, Settings, backup, migrate};

/// What somebody does who can write to the database and has no keys.
async fn tamper(db: &Db, sql: &str) {
    db.connection().execute_unprepared(sql).await.unwrap();
}

/// Adds events, several to each change.
async fn log(db: &Db, count: usize) {
    for start in (0..count).step_by(50) {
        let change = db.change(Actor::Command("test")).await.unwrap();
        let events = (start..count.min(start + 50)).map(|number| {
            let detail = serde_json::json!({ "number": number });
            Event::new("function.added", "function", &Id::stored(format!("f{number}"))).with(detail)
        });
        change.commit_all(events.collect()).await.unwrap();
    }
}

async fn found(db: &Db) -> Vec<(FaultKind, i64, i64)> {
    let verification = verify(db, &[]).await.unwrap();
    verification.faults.iter().map(|fault| (fault.kind, fault.position, fault.through)).collect()
}

#[tokio::test]
async fn a_log_that_nobody_touched_is_whole() {
    for engine in engines() {
        let db = fresh(engine).await;
        assert_eq!(verify(&db, &[]).await.unwrap().events, 0);
        log(&db, 2100).await;
        let verification = verify(&db, &[]).await.unwrap();
        assert_eq!(verification.faults, []);
        assert_eq!((verification.events, verification.begins_after, verification.ends_at), (2100, 0, 2100));
        assert_eq!(verification.checkpoints, 2, "every thousand events one is signed");
    }
}

/// Twenty rounds, in each of which fifty events are tampered with, so that each of a thousand has its turn.
async fn w8(engine: Engine, kind: FaultKind, tampering: impl Fn(i64, i64) -> Vec<String>) {
    let db = fresh(engine).await;
    log(&db, 1000).await;
    tamper(&db, "CREATE TABLE saved AS SELECT * FROM audit_event; DROP INDEX audit_event_position").await;
    for round in 0..20 {
        let positions: Vec<i64> = (0..50).map(|step| step * 20 + round + 1).collect();
        for (index, position) in positions.iter().enumerate() {
            for sql in tampering(*position, i64::try_from(index).unwrap() + round) {
                tamper(&db, &sql).await;
            }
        }
        let there: Vec<_> = positions.iter().map(|position| (kind, *position, *position)).collect();
        assert_eq!(found(&db).await, there, "{engine:?}, round {round}");
        tamper(&db, "DELETE FROM audit_event; INSERT INTO audit_event SELECT * FROM saved").await;
    }
    assert_eq!(found(&db).await, [], "put back as it was, it is whole again");
}

#[tokio::test]
async fn w8_each_of_a_thousand_edits_is_found_at_its_position() {
    let columns = [
        "at = at + 1",
        "actor_kind = 'command '",
        "actor = 'somebody'",
        "organisation_id = 'x'",
        "organisation_id = ''",
        "kind = 'function.removed'",
        "subject_kind = 'person'",
        "subject_id = 'other'",
        "detail = '{}'",
        "previous = 'x'",
        "previous = NULL",
        "key_name = NULL",
        "code = 'x'",
        "code = NULL",
        "subject_id = '', subject_kind = subject_kind || subject_id",
        "id = id || '0'",
    ];
    for engine in engines() {
        w8(engine, FaultKind::Edited, |position, turn| {
            let column = columns[usize::try_from(turn).unwrap() % columns.len()];
            vec![format!("UPDATE audit_event SET {column} WHERE position = {position}")]
        })
        .await;
    }
}

#[tokio::test]
async fn w8_each_of_a_thousand_removals_is_found_at_its_position() {
    for engine in engines() {
        // The last one of all is missing at the end, which is told apart below.
        let db = fresh(engine).await;
        log(&db, 1001).await;
        tamper(&db, "CREATE TABLE saved AS SELECT * FROM audit_event").await;
        for round in 0..20 {
            let positions: Vec<i64> = (0..50).map(|step| step * 20 + round + 1).collect();
            let list: Vec<String> = positions.iter().map(ToString::to_string).collect();
            tamper(&db, &format!("DELETE FROM audit_event WHERE position IN ({})", list.join(", "))).await;
            let there: Vec<_> = positions.iter().map(|position| (FaultKind::Removed, *position, *position)).collect();
            assert_eq!(found(&db).await, there, "{engine:?}, round {round}");
            tamper(&db, "DELETE FROM audit_event; INSERT INTO audit_event SELECT * FROM saved").await;
        }
    }
}

#[tokio::test]
async fn w8_an_event_inserted_beside_each_of_a_thousand_is_found_at_its_position() {
    for engine in engines() {
        w8(engine, FaultKind::Inserted, |position, _| {
            vec![format!(
                "INSERT INTO audit_event SELECT id || '0', at, actor_kind, actor, organisation_id, kind, subject_kind, \
                 subject_id, detail, position, previous, key_name, code FROM audit_event WHERE position = {position}"
            )]
        })
        .await;
    }
}

#[tokio::test]
async fn w8_each_of_a_thousand_events_in_the_place_of_another_is_found() {
    for engine in engines() {
        let db = fresh(engine).await;
        log(&db, 1000).await;
        tamper(&db, "CREATE TABLE saved AS SELECT * FROM audit_event; DROP INDEX audit_event_position").await;
        // Neighbours, and events far from one another.
        for (apart, rounds) in [(1_i64, 10), (437, 10)] {
            for round in 0..rounds {
                let mut there = BTreeSet::new();
                for step in 0..25 {
                    let (one, other) = (step * 20 + round * 2 + 1, step * 20 + round * 2 + 1 + apart);
                    let swap = "UPDATE audit_event SET position = CASE position WHEN";
                    tamper(
                        &db,
                        &format!("{swap} {one} THEN {other} ELSE {one} END WHERE position IN ({one}, {other})"),
                    )
                    .await;
                    there.extend([one, other]);
                }
                let found: BTreeSet<i64> = found(&db)
                    .await
                    .into_iter()
                    .flat_map(|(kind, from, to)| {
                        assert_eq!(kind, FaultKind::Reordered);
                        from..=to
                    })
                    .collect();
                assert_eq!(found, there, "{engine:?}, {apart} apart, round {round}");
                tamper(&db, "DELETE FROM audit_event; INSERT INTO audit_event SELECT * FROM saved").await;
            }
        }
    }
}

/// The end is cut off at every position in turn, with and without an end that was set back.
#[tokio::test]
async fn w8_a_truncation_anywhere_is_found_at_its_position() {
    for engine in engines() {
        let db = fresh(engine).await;
        log(&db, 1000).await;
        let old_end = "(SELECT code FROM audit_event ORDER BY position DESC LIMIT 1)";
        tamper(&db, "CREATE TABLE saved AS SELECT * FROM audit_end; DELETE FROM audit_checkpoint").await;
        for length in (0..1000).rev() {
            tamper(&db, &format!("DELETE FROM audit_event WHERE position > {length}")).await;
            // Reading a thousand events a thousand times over takes minutes; the first and last forty show the rest.
            if (40..960).contains(&length) && length % 40 != 0 {
                continue;
            }
            assert_eq!(found(&db).await, [(FaultKind::Truncated, length + 1, 1000)], "{engine:?}");
            if length > 0 {
                let set_back =
                    format!("UPDATE audit_end SET position = {length}, code = {old_end} WHERE place = 'last'");
                tamper(&db, &set_back).await;
                assert_eq!(found(&db).await, [(FaultKind::EndChanged, length + 1, length + 1)], "{engine:?}");
            }
            tamper(&db, "DELETE FROM audit_end; INSERT INTO audit_end SELECT * FROM saved").await;
        }
    }
}

#[tokio::test]
async fn w8_rows_that_close_a_gap_or_make_room_are_found_out() {
    for engine in engines() {
        let db = fresh(engine).await;
        log(&db, 100).await;
        tamper(&db, "CREATE TABLE saved AS SELECT * FROM audit_event; DROP INDEX audit_event_position").await;
        tamper(&db, "DELETE FROM audit_event WHERE position BETWEEN 40 AND 42").await;
        tamper(&db, "UPDATE audit_event SET position = position - 3 WHERE position > 42").await;
        assert_eq!(found(&db).await, [(FaultKind::Removed, 40, 42), (FaultKind::Reordered, 40, 97)]);
        tamper(&db, "DELETE FROM audit_event; INSERT INTO audit_event SELECT * FROM saved").await;
        tamper(&db, "UPDATE audit_event SET position = position + 1 WHERE position >= 40").await;
        tamper(
            &db,
            "INSERT INTO audit_event SELECT 'mine', at, actor_kind, actor, organisation_id, kind, subject_kind, subject_id, \
             detail, 40, previous, key_name, code FROM audit_event WHERE position = 39",
        )
        .await;
        assert_eq!(found(&db).await, [(FaultKind::Inserted, 40, 40), (FaultKind::Reordered, 41, 101)]);
        tamper(&db, "DELETE FROM audit_event; INSERT INTO audit_event SELECT * FROM saved").await;
        tamper(&db, "UPDATE audit_event SET position = NULL WHERE position = 7").await;
        assert_eq!(found(&db).await, [(FaultKind::Reordered, 7, 7)]);
    }
}

#[tokio::test]
async fn what_was_broken_stays_broken_however_much_is_written_after_it() {
    for engine in engines() {
        let db = fresh(engine).await;
        log(&db, 30).await;
        tamper(&db, "DELETE FROM audit_event WHERE position > 20").await;
        let code = "(SELECT code FROM audit_event WHERE position = 20)";
        tamper(&db, &format!("UPDATE audit_end SET position = 20, code = {code} WHERE place = 'last'")).await;
        assert!(checkpoint(&db).await.is_err(), "nothing is signed at an end that was moved");
        log(&db, 2000).await;
        assert_eq!(checkpoints_after(&db, 0).await.unwrap(), []);
        assert_eq!(found(&db).await, [(FaultKind::EndChanged, 2021, 2021)]);
    }
}

#[tokio::test]
async fn a_checkpoint_from_elsewhere_shows_a_log_that_was_set_back_whole() {
    for engine in engines() {
        let db = fresh(engine).await;
        log(&db, 30).await;
        let early = checkpoint(&db).await.unwrap();
        assert_eq!(checkpoint(&db).await.unwrap(), early, "the same end is signed once");
        tamper(&db, "CREATE TABLE saved AS SELECT * FROM audit_event").await;
        tamper(&db, "CREATE TABLE saved_end AS SELECT * FROM audit_end").await;
        log(&db, 10).await;
        let late = checkpoint(&db).await.unwrap();
        let back = "DELETE FROM audit_event; INSERT INTO audit_event SELECT * FROM saved; DELETE FROM audit_end; \
            INSERT INTO audit_end SELECT * FROM saved_end; DELETE FROM audit_checkpoint";
        tamper(&db, back).await;
        assert_eq!(found(&db).await, [], "by itself it is whole: it was, once");
        let kinds = |checkpoints: Vec<Checkpoint>| {
            let db = db.clone();
            async move { verify(&db, &checkpoints).await.unwrap().faults }
        };
        let faults = kinds(vec![early.clone(), late.clone()]).await;
        assert_eq!((faults[0].kind, faults[0].position, faults[0].through), (FaultKind::Truncated, 31, 40));
        // Written on from there, it is another log than the one that was signed.
        log(&db, 20).await;
        assert_eq!(kinds(vec![early.clone()]).await, []);
        assert_eq!(kinds(vec![late.clone()]).await[0].kind, FaultKind::Rewritten);
        let forged = Checkpoint { position: 41, ..late };
        assert_eq!(kinds(vec![forged]).await[0].kind, FaultKind::CheckpointChanged);
    }
}

#[tokio::test]
async fn the_oldest_part_goes_by_rule_and_the_rest_is_whole() {
    for engine in engines() {
        let clock = Clock::fixed("2020-01-01T00:00:00Z".parse().unwrap());
        let db = database(engine, clock.clone(), Randomness::seeded(7)).await;
        log(&db, 40).await;
        let early = checkpoint(&db).await.unwrap();
        clock.set("2021-01-01T00:00:00Z".parse().unwrap());
        log(&db, 10).await;
        let change = db.change(Actor::Command("worker")).await.unwrap();
        assert_eq!(trim(&change, db.keys(), "2020-06-01T00:00:00Z".parse().unwrap()).await.unwrap(), 40);
        change.commit(event(&db.new_id())).await.unwrap();
        let verification = verify(&db, std::slice::from_ref(&early)).await.unwrap();
        assert_eq!(verification.faults, []);
        assert_eq!((verification.begins_after, verification.events, verification.checkpoints_passed_over), (40, 11, 1));
        tamper(&db, "DELETE FROM audit_event WHERE position < 44").await;
        assert_eq!(found(&db).await, [(FaultKind::Removed, 41, 43)]);
        tamper(&db, "UPDATE audit_end SET position = 43 WHERE place = 'first'").await;
        assert!(found(&db).await.iter().any(|(kind, ..)| *kind == FaultKind::EndChanged));
        // Everything may be older than the rule; the next event goes on from there.
        let change = db.change(Actor::Command("worker")).await.unwrap();
        assert!(trim(&change, db.keys(), "2022-01-01T00:00:00Z".parse().unwrap()).await.is_err());
    }
}

#[tokio::test]
async fn a_log_that_is_older_than_its_rule_goes_whole() {
    for engine in engines() {
        let db = fresh(engine).await;
        log(&db, 5).await;
        let change = db.change(Actor::Command("worker")).await.unwrap();
        assert_eq!(trim(&change, db.keys(), "2022-01-01T00:00:00Z".parse().unwrap()).await.unwrap(), 5);
        change.commit(event(&db.new_id())).await.unwrap();
        let verification = verify(&db, &[]).await.unwrap();
        assert_eq!((verification.events, verification.begins_after, verification.faults.len()), (1, 5, 0));
    }
}

/// Many writers at once, some of whom give up or are cut off: every event has its place and there is no gap.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_at_the_same_time_make_one_chain() {
    for engine in engines() {
        let db = Arc::new(fresh(engine).await);
        let tasks: Vec<_> = (0..200)
            .map(|number| {
                let db = Arc::clone(&db);
                let task = tokio::spawn(async move { add(&db, &format!("n{number}"), number % 4 != 0).await });
                if number % 10 == 9 {
                    task.abort();
                }
                task
            })
            .collect();
        for task in tasks {
            if let Ok(outcome) = task.await {
                outcome.unwrap();
            }
        }
        add(&db, "last", true).await.unwrap();
        let verification = verify(&db, &[]).await.unwrap();
        assert_eq!(verification.faults, [], "{engine:?}");
        assert_eq!(verification.events, u64::try_from(verification.ends_at).unwrap());
        assert!(verification.events > 100, "{}", verification.events);
    }
}

#[tokio::test]
async fn a_restored_log_is_the_same_chain_on_either_engine() {
    let folder = tempfile::tempdir().unwrap();
    for from in engines() {
        for to in engines() {
            let db = fresh(from).await;
            log(&db, 1203).await;
            let signed = checkpoint(&db).await.unwrap();
            let file = folder.path().join(format!("{from:?}-{to:?}.backup"));
            backup::backup(&db, &file, &|_| ()).await.unwrap();
            let other = database(to, Clock::fixed(jiff::Timestamp::UNIX_EPOCH), Randomness::seeded(8)).await;
            backup::restore(&other, &file, &|_| ()).await.unwrap();
            let verification = verify(&other, std::slice::from_ref(&signed)).await.unwrap();
            assert_eq!((verification.faults.len(), verification.events, verification.checkpoints), (0, 1203, 2));
            log(&other, 3).await;
            assert_eq!(found(&other).await, []);
        }
    }
}

fn keys(seed: u64) -> String {
    Keys::new_line(&Randomness::seeded(seed))
}

async fn open(folder: &std::path::Path, keys: &[String]) -> Result<Db, DbError> {
    let settings = Settings::File(folder.join("tryggbas.db"));
    let keys = Keys::parse(&keys.join("\n")).unwrap();
    let db = Db::open(&settings, Clock::System, Randomness::seeded(1), keys).await?;
    migrate(&db).await.map(|_| db)
}

#[tokio::test]
async fn a_database_is_not_served_with_the_keys_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let [own, new, foreign] = [keys(1), keys(2), keys(3)];
    let db = open(folder.path(), std::slice::from_ref(&own)).await.unwrap();
    log(&db, 3).await;
    db.close().await.unwrap();
    assert!(matches!(open(folder.path(), std::slice::from_ref(&foreign)).await, Err(DbError::KeyMissing(_))));
    // A new key may come before the old one; from then on both are needed.
    let db = open(folder.path(), &[new.clone(), own.clone()]).await.unwrap();
    log(&db, 3).await;
    assert_eq!(found(&db).await, [], "one chain under two keys");
    let file = folder.path().join("b.backup");
    backup::backup(&db, &file, &|_| ()).await.unwrap();
    db.close().await.unwrap();
    for lone in [&own, &new] {
        assert!(matches!(open(folder.path(), std::slice::from_ref(lone)).await, Err(DbError::KeyMissing(_))));
    }
    let elsewhere = tempfile::tempdir().unwrap();
    let other = open(elsewhere.path(), &[foreign]).await.unwrap();
    assert!(matches!(backup::restore(&other, &file, &|_| ()).await, Err(DbError::KeyMissing(_))));
    assert_eq!(verify(&other, &[]).await.unwrap().events, 0, "and nothing of it remains");
    log(&other, 3).await;
    assert_eq!(found(&other).await, [], "and it can be used");
    // Nor of the tables, where there were none: whoever restores may try again, or start with an empty one.
    let settings = Settings::File(elsewhere.path().join("new.db"));
    let keys = Keys::parse(&keys(3)).unwrap();
    let new = Db::open(&settings, Clock::System, Randomness::seeded(1), keys).await.unwrap();
    assert!(matches!(backup::restore(&new, &file, &|_| ()).await, Err(DbError::KeyMissing(_))));
    assert!(migrate(&new).await.unwrap().contains(&"0007_audit_chain"));
    log(&new, 3).await;
    assert_eq!(found(&new).await, []);
}

/// A database from before the chain: its events are taken in, in their order.
#[tokio::test]
async fn events_from_before_the_chain_are_taken_in() {
    for engine in engines() {
        let db = fresh(engine).await;
        log(&db, 600).await;
        tamper(
            &db,
            "DROP INDEX audit_event_position; DROP INDEX audit_event_organisation; DROP INDEX audit_event_kind; DROP INDEX audit_event_actor",
        )
        .await;
        for column in ["position", "previous", "key_name", "code"] {
            tamper(&db, &format!("ALTER TABLE audit_event DROP COLUMN {column}")).await;
        }
        for table in ["audit_end", "audit_checkpoint", "master_key", "retention_rule"] {
            tamper(&db, &format!("DROP TABLE {table}")).await;
        }
        tamper(&db, "DELETE FROM schema_step WHERE name = '0007_audit_chain'").await;
        assert_eq!(migrate(&db).await.unwrap(), ["0007_audit_chain"]);
        let verification = verify(&db, &[]).await.unwrap();
        assert_eq!((verification.events, verification.ends_at, verification.faults.len()), (600, 600, 0));
        log(&db, 1).await;
        assert_eq!(found(&db).await, []);
    }
}
