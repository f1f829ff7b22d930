//! Writing the chain.

use keys::{Coder, Keys};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::end::{FIRST, LAST};
use super::{Checkpoint, End, Entry};
use crate::queries::{ask, insert_all};
use crate::{DbError, Result, values};

/// How many events lie between two checkpoints that nobody asked for.
const BETWEEN_CHECKPOINTS: i64 = 1000;

/// Adds events to the end of the log. From here to the end of the transaction no other change passes.
pub(crate) async fn append(connection: &impl ConnectionTrait, keys: &Keys, mut entries: Vec<Entry>) -> Result<()> {
    let Some(at) = entries.last().map(|entry| entry.at) else { return Ok(()) };
    let end = End::claim(connection, LAST).await?;
    let end = end.ok_or_else(|| DbError::Stored("the audit log's end is missing: run audit verify".to_owned()))?;
    let mut last = Tip::new(keys, end.position, &end.code);
    for entry in &mut entries {
        last.take(entry);
    }
    insert_all(connection, "audit_event", entries.iter().map(Entry::row).collect()).await?;
    let moved = end.moved(keys, last.position, &last.code);
    moved.write(connection).await?;
    let due = last.position / BETWEEN_CHECKPOINTS > end.position / BETWEEN_CHECKPOINTS;
    if due && moved.is_genuine(keys) {
        Checkpoint::signed(keys, last.position, at, &last.code).write(connection).await?;
    }
    Ok(())
}

/// Makes both ends in a database that has just learnt of the chain, and takes in the events that were there before it.
pub(crate) async fn begin(connection: &impl ConnectionTrait, keys: &Keys) -> Result<()> {
    let mut last = Tip::new(keys, 0, "");
    End::sealed(keys, FIRST, 0, "").write(connection).await?;
    loop {
        let sql = format!(
            "SELECT {} FROM audit_event e WHERE e.position IS NULL ORDER BY e.at, e.id LIMIT 500",
            Entry::COLUMNS
        );
        let rows = ask(connection, &sql, values![]).await?;
        for row in &rows {
            let mut entry = Entry::from_query_result(row, "")?;
            last.take(&mut entry);
            entry.place(connection).await?;
        }
        if rows.is_empty() {
            break;
        }
    }
    End::sealed(keys, LAST, last.position, &last.code).write(connection).await
}

/// The last event so far.
struct Tip {
    position: i64,
    code: String,
    key_name: String,
    coder: Option<Coder>,
}

impl Tip {
    fn new(keys: &Keys, position: i64, code: &str) -> Self {
        // The key in use is always there.
        let coder = Entry::coder(keys, keys.name());
        Self { position, code: code.to_owned(), key_name: keys.name().to_owned(), coder }
    }

    /// Puts an event after it, which is then the last.
    fn take(&mut self, entry: &mut Entry) {
        self.position += 1;
        entry.position = Some(self.position);
        entry.previous = Some(std::mem::take(&mut self.code));
        entry.key_name = Some(self.key_name.clone());
        self.code = self.coder.as_ref().map_or_else(String::new, |coder| entry.code_at(coder, self.position));
        entry.code = Some(self.code.clone());
    }
}
