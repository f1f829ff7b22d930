//! A new master key beside the old one, and then without it.

use std::path::Path;

use base::{Clock, Id, Randomness};
use keys::{Keys, Place};

use super::{event, fresh};
use crate::audit::{FaultKind, verify};
use crate::testing::engines;
use crate::{Actor, Db, DbError, Queries, Result, SEALED, SealedColumn, Settings, migrate, rotate};

/// Functions stand in for secrets: their name is a text like any other.
const NAMES: [SealedColumn; 1] = [SealedColumn { table: "job_function", column: "name", row: "id" }];

async fn open(folder: &Path, keys: &[&String]) -> Result<Db> {
    let lines: Vec<&str> = keys.iter().map(|line| line.as_str()).collect();
    let keys = Keys::parse(&lines.join("\n")).unwrap();
    let settings = Settings::File(folder.join("tryggbas.db"));
    let db = Db::open(&settings, Clock::System, Randomness::System, keys).await?;
    migrate(&db).await.map(|_| db)
}

fn place(id: &Id) -> Place<'_> {
    Place { table: "job_function", column: "name", row: id.as_str() }
}

async fn seal(db: &Db, text: &str) -> Id {
    let change = db.change(Actor::Command("test")).await.unwrap();
    let id = change.new_id();
    let sealed = db.keys().seal(db.randomness(), &place(&id), text.as_bytes());
    let row =
        vec![("id", id.as_str().into()), ("name", sealed.into()), ("sort_key", "".into()), ("unit_kind", "".into())];
    change.insert("job_function", row).await.unwrap();
    change.commit(event(&id)).await.unwrap();
    id
}

async fn opened(db: &Db, id: &Id) -> String {
    let sealed = db.texts("SELECT name FROM job_function WHERE id = $1", values![id.as_str()]).await.unwrap();
    String::from_utf8(db.keys().open(&place(id), &sealed[0]).unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn two_keys_live_until_the_new_one_has_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = [1, 2].map(|seed| Keys::new_line(&Randomness::seeded(seed)));
    let db = open(folder.path(), &[&old]).await.unwrap();
    let first = seal(&db, "one").await;
    db.close().await.unwrap();

    let db = open(folder.path(), &[&new, &old]).await.unwrap();
    let second = seal(&db, "two").await;
    assert_eq!((opened(&db, &first).await, opened(&db, &second).await), ("one".to_owned(), "two".to_owned()));
    let rotation = rotate(&db, &NAMES).await.unwrap();
    assert_eq!(rotation.rewrapped, 1, "what the new key sealed is left alone");
    assert_eq!(rotation.kept_for_audit.iter().map(|key| key.events).collect::<Vec<_>>(), [1]);
    assert_eq!(rotate(&db, &NAMES).await.unwrap().rewrapped, 0);
    assert_eq!(verify(&db, &[]).await.unwrap().faults, []);
    db.close().await.unwrap();

    assert!(matches!(open(folder.path(), &[&old]).await, Err(DbError::KeyMissing(_))));
    let db = open(folder.path(), &[&new]).await.unwrap();
    assert_eq!((opened(&db, &first).await, opened(&db, &second).await), ("one".to_owned(), "two".to_owned()));
    let faults = verify(&db, &[]).await.unwrap().faults;
    assert_eq!(
        (faults.len(), faults[0].kind, faults[0].through),
        (1, FaultKind::KeyMissing, 1),
        "told, not passed over"
    );
}

#[tokio::test]
async fn what_is_under_the_key_in_use_is_left_alone_on_either_engine() {
    for engine in engines() {
        let db = fresh(engine).await;
        let id = seal(&db, "one").await;
        let rotation = rotate(&db, &NAMES).await.unwrap();
        assert_eq!((rotation.key.as_str(), rotation.rewrapped), (db.keys().name(), 0));
        assert_eq!(rotation.kept_for_audit, []);
        assert_eq!(opened(&db, &id).await, "one");
        assert_eq!(verify(&db, &[]).await.unwrap().faults, []);
    }
}

#[tokio::test]
async fn a_text_that_cannot_be_opened_stops_the_change_of_keys() {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = [1, 2].map(|seed| Keys::new_line(&Randomness::seeded(seed)));
    let db = open(folder.path(), &[&old]).await.unwrap();
    let (first, second) = (seal(&db, "one").await, seal(&db, "two").await);
    let change = db.change(Actor::Command("test")).await.unwrap();
    let swap = "UPDATE job_function SET name = (SELECT name FROM job_function WHERE id = $1) WHERE id = $2";
    change.execute(swap, values![first.as_str(), second.as_str()]).await.unwrap();
    change.commit(event(&first)).await.unwrap();
    db.close().await.unwrap();
    let db = open(folder.path(), &[&new, &old]).await.unwrap();
    assert!(matches!(rotate(&db, &NAMES).await, Err(DbError::Stored(_))));
    assert_eq!(opened(&db, &first).await, "one", "and nothing was changed");
    let names = db.texts("SELECT name FROM master_key", values![]).await.unwrap();
    assert_eq!(names.len(), 2, "both keys are needed still");
}

#[tokio::test]
async fn every_sealed_column_is_in_a_table_that_is_backed_up() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(folder.path(), &[&Keys::new_line(&Randomness::seeded(1))]).await.unwrap();
    for SealedColumn { table, column, row } in SEALED {
        assert!(crate::backup::TABLES.contains(table), "{table}");
        db.rows(&format!("SELECT {column}, {row} FROM {table} LIMIT 1"), values![]).await.unwrap();
    }
}
