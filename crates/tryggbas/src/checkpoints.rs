//! The second place: a file outside the database to which signed checkpoints of the audit log are added, one a line.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use db::Db;
use db::audit::{Checkpoint, checkpoint, checkpoints_after};

/// The file's name where a folder was named.
const NAME: &str = "audit-checkpoints.jsonl";

/// Signs how far the log has come and adds all checkpoints to the file that it does not have yet. Returns the latest.
pub(crate) async fn export(db: &Db, path: &Path) -> Result<Checkpoint> {
    let latest = checkpoint(db).await?;
    let there = read(path)?.iter().map(|signed| signed.position).max().unwrap_or(-1);
    if there > latest.position {
        bail!(
            "the audit log ends at {}, and {} says that it had come to {there}: run audit verify",
            latest.position,
            file(path).display()
        );
    }
    add(path, &checkpoints_after(db, there).await?)?;
    Ok(latest)
}

/// The checkpoints in the file; none where there is no file yet.
pub(crate) fn read(path: &Path) -> Result<Vec<Checkpoint>> {
    let path = file(path);
    let text = match std::fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        text => text.with_context(|| format!("cannot read the checkpoints in {}", path.display()))?,
    };
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    let read = |(line, number)| {
        serde_json::from_str(line).with_context(|| format!("{}, line {number}: no checkpoint", path.display()))
    };
    lines.map(read).collect()
}

fn add(path: &Path, signed: &[Checkpoint]) -> Result<()> {
    if signed.is_empty() {
        return Ok(());
    }
    let path = file(path);
    let why = || format!("cannot add checkpoints to {}", path.display());
    let mut lines = String::new();
    for checkpoint in signed {
        lines.push_str(&serde_json::to_string(checkpoint)?);
        lines.push('\n');
    }
    let mut file = OpenOptions::new().create(true).append(true).open(&path).with_context(why)?;
    file.write_all(lines.as_bytes()).and_then(|()| file.sync_all()).with_context(why)
}

fn file(path: &Path) -> PathBuf {
    if path.is_dir() { path.join(NAME) } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Clock, Id, Randomness};
    use db::testing::{database, engines};
    use db::{Actor, Event, Queries, values};

    async fn log(db: &Db, count: usize) {
        let change = db.change(Actor::Command("test")).await.unwrap();
        let event = || Event::new("function.added", "function", &Id::stored("f".to_owned()));
        change.commit_all((0..count).map(|_| event()).collect()).await.unwrap();
    }

    #[tokio::test]
    async fn each_round_adds_what_is_new_and_a_shorter_log_is_told() {
        for engine in engines() {
            let folder = tempfile::tempdir().unwrap();
            let db = database(engine, Clock::fixed(Default::default()), Randomness::seeded(3)).await;
            log(&db, 1200).await;
            assert_eq!(export(&db, folder.path()).await.unwrap().position, 1200);
            log(&db, 1).await;
            export(&db, folder.path()).await.unwrap();
            export(&db, folder.path()).await.unwrap();
            let kept = read(&folder.path().join(NAME)).unwrap();
            assert_eq!(kept.iter().map(|signed| signed.position).collect::<Vec<_>>(), [1200, 1201]);
            assert_eq!(db::audit::verify(&db, &kept).await.unwrap().faults, []);
            let fresh = database(engine, Clock::fixed(Default::default()), Randomness::seeded(4)).await;
            log(&fresh, 5).await;
            assert!(export(&fresh, folder.path()).await.is_err());
            assert_eq!(read(folder.path()).unwrap().len(), 2, "what was signed stays");
            assert_eq!(fresh.number("SELECT COUNT(*) FROM audit_event", values![]).await.unwrap(), 5);
        }
    }

    #[test]
    fn a_file_of_something_else_is_no_list_of_checkpoints() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("other");
        std::fs::write(&file, "hello\n").unwrap();
        assert!(read(&file).is_err());
        assert_eq!(read(&folder.path().join("none")).unwrap(), []);
    }
}
