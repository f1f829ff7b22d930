//! Examining the log: is it whole, and if not, what was done where.
//!
//! An event's code says by itself at which position it was written, whatever its row says now. The log is read once in the order
//! of its rows; nearly all events prove to be where they belong, or shifted like the one before. The odd ones are tried at the
//! positions that are found to be vacant; what fits nowhere was edited, where a position stays vacant, or inserted.

mod course;

use std::collections::BTreeMap;

use keys::Keys;
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::Serialize;

use self::course::Course;
use super::end::{FIRST, LAST};
use super::findings::gathered;
use super::{Checkpoint, End, Entry, Fault, FaultKind, checkpoints_after};
use crate::open::moment;
use crate::queries::ask;
use crate::{Db, Result, values};

/// How many rows are read at a time.
const PAGE: i64 = 1000;

/// What an examination found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// Events that were examined.
    pub events: u64,
    /// The position after which the log begins: more than 0 when older events were removed by rule.
    pub begins_after: i64,
    /// The position at which it ends.
    pub ends_at: i64,
    /// Checkpoints that were held against it.
    pub checkpoints: u64,
    /// Checkpoints from before the log begins, or signed under keys that are not among ours.
    pub checkpoints_passed_over: u64,
    /// What is wrong, by position.
    pub faults: Vec<Fault>,
}

/// Examines the log of one moment, also while the program runs, and holds it against its own checkpoints and those from elsewhere.
///
/// # Errors
/// When the database refuses.
pub async fn verify(db: &Db, elsewhere: &[Checkpoint]) -> Result<Verification> {
    let mut signed = checkpoints_after(db, -1).await?;
    signed.extend(elsewhere.iter().filter(|copy| !signed.contains(copy)).cloned().collect::<Vec<_>>());
    let keys = db.keys();
    let moment = moment(db).await?;
    let first = End::find(&moment, FIRST).await?;
    let last = End::find(&moment, LAST).await?;
    let begins = first.filter(|end| end.is_genuine(keys));
    let ends = last.filter(|end| end.is_genuine(keys));
    let mut signed = Signed::read(keys, begins.as_ref().map_or(0, |end| end.position), &signed);
    let mut course = Course::new(keys, begins.as_ref());
    read(&moment, |entry| {
        signed.note(&entry);
        course.take(entry);
    })
    .await?;
    moment.rollback().await?;
    let events = course.events;
    let mut faults = course.faults(begins.as_ref(), ends.as_ref(), signed.furthest());
    faults.append(&mut signed.faults());
    Ok(Verification {
        events,
        begins_after: begins.map_or(0, |end| end.position),
        ends_at: ends.map_or(0, |end| end.position),
        checkpoints: signed.held,
        checkpoints_passed_over: signed.passed_over,
        faults: gathered(faults),
    })
}

/// Hands on every event in the order of the rows; those without a position come first.
async fn read(connection: &impl ConnectionTrait, mut take: impl FnMut(Entry) + Send) -> Result<()> {
    let sql = format!(
        "SELECT {} FROM audit_event e WHERE COALESCE(e.position, -1) > $1 OR (COALESCE(e.position, -1) = $1 AND e.id > $2) \
         ORDER BY COALESCE(e.position, -1), e.id LIMIT {PAGE}",
        Entry::COLUMNS
    );
    let (mut position, mut id) = (i64::MIN, String::new());
    loop {
        let rows = ask(connection, &sql, values![position, id.as_str()]).await?;
        let full = rows.len() as i64 == PAGE;
        for row in &rows {
            let entry = Entry::from_query_result(row, "")?;
            position = entry.position.unwrap_or(-1);
            id.clone_from(&entry.id);
            take(entry);
        }
        if !full {
            return Ok(());
        }
    }
}

/// Checkpoints that the log is held against.
struct Signed {
    codes: BTreeMap<i64, Vec<Stated>>,
    changed: Vec<i64>,
    held: u64,
    passed_over: u64,
}

/// What a checkpoint states of its position, and whether the log says the same.
struct Stated {
    code: String,
    agrees: Option<bool>,
}

impl Signed {
    fn read(keys: &Keys, begins_after: i64, checkpoints: &[Checkpoint]) -> Self {
        let mut signed = Self { codes: BTreeMap::new(), changed: Vec::new(), held: 0, passed_over: 0 };
        for checkpoint in checkpoints {
            match checkpoint.is_genuine(keys) {
                Some(false) => signed.changed.push(checkpoint.position),
                Some(true) if checkpoint.position > begins_after => {
                    signed.held += 1;
                    let stated = Stated { code: checkpoint.code.clone(), agrees: None };
                    signed.codes.entry(checkpoint.position).or_default().push(stated);
                }
                _ => signed.passed_over += 1,
            }
        }
        signed
    }

    fn note(&mut self, entry: &Entry) {
        for stated in entry.position.and_then(|position| self.codes.get_mut(&position)).into_iter().flatten() {
            let agrees = entry.code.as_deref() == Some(stated.code.as_str());
            stated.agrees = Some(agrees || stated.agrees == Some(true));
        }
    }

    /// How far the log is known to have come.
    fn furthest(&self) -> i64 {
        self.codes.keys().next_back().copied().unwrap_or_default()
    }

    fn faults(&self) -> Vec<Fault> {
        let changed = self.changed.iter().map(|position| Fault::at(*position, FaultKind::CheckpointChanged));
        let differs = |stated: &Vec<Stated>| stated.iter().any(|stated| stated.agrees == Some(false));
        let rewritten = self.codes.iter().filter(|(_, stated)| differs(stated));
        changed.chain(rewritten.map(|(position, _)| Fault::at(*position, FaultKind::Rewritten))).collect()
    }
}
