//! What an examination of the log can find.

use serde::Serialize;

/// What was done to the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// An event says something else than what was written.
    Edited,
    /// An event is gone from within the log.
    Removed,
    /// An event stands there that the program never wrote at that place.
    Inserted,
    /// An event stands in another place than where it was written.
    Reordered,
    /// The log goes on from another event than the one that stands before it.
    Unlinked,
    /// Events are gone from the end.
    Truncated,
    /// The record of where the log begins or ends was changed, so that nobody knows how many events there were.
    EndChanged,
    /// A checkpoint is not what was signed.
    CheckpointChanged,
    /// The log up to here is another than the one that was signed.
    Rewritten,
    /// The key of these events is not among ours, so that nobody can tell.
    KeyMissing,
}

impl FaultKind {
    /// Its name, as it stands in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Edited => "edited",
            Self::Removed => "removed",
            Self::Inserted => "inserted",
            Self::Reordered => "reordered",
            Self::Unlinked => "unlinked",
            Self::Truncated => "truncated",
            Self::EndChanged => "end_changed",
            Self::CheckpointChanged => "checkpoint_changed",
            Self::Rewritten => "rewritten",
            Self::KeyMissing => "key_missing",
        }
    }
}

/// Something that is wrong with the log.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    /// The first position it concerns.
    pub position: i64,
    /// The last.
    pub through: i64,
    /// What was done.
    pub kind: FaultKind,
    /// The event, where a single one is concerned.
    pub event: Option<String>,
}

impl Fault {
    pub(crate) fn at(position: i64, kind: FaultKind) -> Self {
        Self { position, through: position, kind, event: None }
    }

    pub(crate) fn of(self, event: &str) -> Self {
        Self { event: Some(event.to_owned()), ..self }
    }

    pub(crate) fn through(self, through: i64) -> Self {
        Self { through, ..self }
    }
}

/// Faults by position, with those of one kind that follow on one another told once.
pub(crate) fn gathered(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by_key(|fault| (fault.kind, fault.position));
    let mut gathered: Vec<Fault> = Vec::new();
    for fault in faults {
        match gathered.last_mut() {
            Some(last) if last.kind == fault.kind && fault.position == last.through + 1 => {
                last.through = fault.through;
                last.event = None;
            }
            _ => gathered.push(fault),
        }
    }
    gathered.sort();
    gathered
}
