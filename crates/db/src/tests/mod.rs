//! The database on both engines.

mod audit;
mod kinds;
mod rotation;

use std::sync::Arc;

use base::{Clock, Id, Randomness};
use jiff::Timestamp;

use crate::testing::{database, engines};
use crate::{Actor, Db, DbError, Event, Queries, migrate, pending};

async fn fresh(engine: crate::Engine) -> Db {
    database(engine, Clock::fixed(Timestamp::UNIX_EPOCH), Randomness::seeded(7)).await
}

fn event(id: &Id) -> Event {
    Event::new("function.added", "function", id)
}

async fn add(db: &Db, name: &str, commit: bool) -> Result<(), DbError> {
    let change = db.change(Actor::Command("test")).await?;
    let id = change.new_id();
    let row = vec![
        ("id", id.as_str().into()),
        ("name", name.into()),
        ("sort_key", name.into()),
        ("unit_kind", "school_unit".into()),
    ];
    change.insert("job_function", row).await?;
    if commit { change.commit(event(&id)).await } else { Ok(()) }
}

async fn count(db: &Db, table: &str) -> i64 {
    db.number(&format!("SELECT COUNT(*) FROM {table}"), values![]).await.unwrap()
}

#[tokio::test]
async fn migrating_twice_does_nothing_the_second_time() {
    for engine in engines() {
        let db = fresh(engine).await;
        assert_eq!(migrate(&db).await.unwrap(), Vec::<&str>::new());
        assert_eq!(pending(&db).await.unwrap(), Vec::<&str>::new());
    }
}

#[tokio::test]
async fn a_database_from_a_newer_program_is_refused() {
    for engine in engines() {
        let db = fresh(engine).await;
        let change = db.change(Actor::Command("test")).await.unwrap();
        change.execute("INSERT INTO schema_step (name, engine) VALUES ('9999_future', 'x')", values![]).await.unwrap();
        change.commit(event(&db.new_id())).await.unwrap();
        assert!(matches!(migrate(&db).await, Err(DbError::Schema(_))));
    }
}

#[tokio::test]
async fn a_change_without_commit_leaves_nothing() {
    for engine in engines() {
        let db = fresh(engine).await;
        add(&db, "undone", false).await.unwrap();
        add(&db, "kept", true).await.unwrap();
        assert_eq!(db.texts("SELECT name FROM job_function", values![]).await.unwrap(), ["kept"]);
        assert_eq!(count(&db, "audit_event").await, 1, "the event came and went with its write");
    }
}

#[tokio::test]
async fn a_change_sees_its_own_writes_and_others_do_not() {
    for engine in engines() {
        let db = fresh(engine).await;
        let change = db.change(Actor::Command("test")).await.unwrap();
        let row =
            vec![("id", "a".into()), ("name", "A".into()), ("sort_key", "a".into()), ("unit_kind", "board".into())];
        change.insert("job_function", row).await.unwrap();
        assert_eq!(change.number("SELECT COUNT(*) FROM job_function", values![]).await.unwrap(), 1);
        assert_eq!(count(&db, "job_function").await, 0);
    }
}

#[tokio::test]
async fn taken_and_broken_references_are_told_apart() {
    for engine in engines() {
        let db = fresh(engine).await;
        for (expect_taken, id, person) in [(true, "p1", "x"), (false, "p2", "y")] {
            let change = db.change(Actor::Command("test")).await.unwrap();
            if expect_taken {
                let row = |id: &str| {
                    vec![
                        ("id", id.into()),
                        ("name", "N".into()),
                        ("sort_key", "n".into()),
                        ("email", "n@exempel.se".into()),
                    ]
                };
                change.insert("person", row(id)).await.unwrap();
                assert!(matches!(change.insert("person", row("other")).await, Err(DbError::Taken(_))));
            } else {
                let row = vec![
                    ("id", id.into()),
                    ("person_id", person.into()),
                    ("unit_id", "none".into()),
                    ("role", "x".into()),
                ];
                assert!(matches!(change.insert("person_role", row).await, Err(DbError::Reference(_))));
            }
        }
    }
}

/// Many writers at once, some of whom give up half-way or are cut off while they wait.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_acknowledged_write_is_there_and_no_other() {
    for engine in engines() {
        let db = Arc::new(fresh(engine).await);
        let mut acknowledged = 0;
        let mut tasks = Vec::new();
        for number in 0..120 {
            let db = Arc::clone(&db);
            let task = tokio::spawn(async move { add(&db, &format!("n{number}"), number % 3 != 0).await });
            if number % 10 == 9 {
                task.abort();
            }
            tasks.push((number, task));
        }
        let mut cut = 0;
        for (number, task) in tasks {
            match task.await {
                Ok(outcome) => {
                    outcome.unwrap();
                    acknowledged += i64::from(number % 3 != 0);
                }
                Err(_) => cut += 1,
            }
        }
        add(&db, "last", true).await.unwrap();
        let there = count(&db, "job_function").await;
        assert!(there > acknowledged && there <= acknowledged + 1 + cut, "{there} of {acknowledged} + {cut}");
        assert_eq!(there, count(&db, "audit_event").await);
    }
}

#[tokio::test]
async fn every_table_is_in_the_backup() {
    for engine in engines() {
        let db = fresh(engine).await;
        let sql = match engine {
            crate::Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
            crate::Engine::Postgres => "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()",
        };
        let mut there = db.texts(sql, values![]).await.unwrap();
        there.retain(|name| name != "schema_step");
        there.sort();
        let mut known: Vec<&str> = crate::backup::TABLES.to_vec();
        known.sort_unstable();
        assert_eq!(there, known);
    }
}

#[tokio::test]
async fn a_backup_restores_into_either_engine_and_a_damaged_one_into_none() {
    let folder = std::env::temp_dir().join(format!("tryggbas-backup-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for from in engines() {
        for to in engines() {
            let db = fresh(from).await;
            for number in 0..1203 {
                add(&db, &format!("funktion åäö \"{number}\"\n"), true).await.unwrap();
            }
            let change = db.change(Actor::Command("test")).await.unwrap();
            let row = vec![
                ("id", "p".into()),
                ("name", "N".into()),
                ("sort_key", "n".into()),
                ("email", "n@exempel.se".into()),
                ("active", false.into()),
            ];
            change.insert("person", row).await.unwrap();
            change.commit(event(&Id::stored("p".to_owned()))).await.unwrap();
            let file = folder.join(format!("{from:?}-{to:?}.backup"));
            let made = crate::backup::backup(&db, &file, &|_| ()).await.unwrap();
            assert_eq!(made.rows, 2408 + 2 + 1 + 1, "with both ends of the log, a checkpoint and the key's name");
            let other = fresh(to).await;
            assert_eq!(crate::backup::restore(&other, &file, &|_| ()).await.unwrap(), made);
            let rows =
                |db: Db| async move { db.texts("SELECT name FROM job_function ORDER BY id", values![]).await.unwrap() };
            assert_eq!(rows(db.clone()).await, rows(other.clone()).await);
            assert!(crate::backup::restore(&other, &file, &|_| ()).await.is_err(), "not into a filled database");
            let mut bytes = std::fs::read(&file).unwrap();
            let half = bytes.len() / 2;
            bytes.truncate(half);
            std::fs::write(&file, &bytes).unwrap();
            assert!(crate::backup::verify(&file).is_err(), "cut short");
            let empty = fresh(to).await;
            assert!(crate::backup::restore(&empty, &file, &|_| ()).await.is_err());
            assert_eq!(count(&empty, "job_function").await, 0);
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
