//! The audit log as a chain. Each event carries a code over all its columns and the code of the event before it, made with a key
//! that lies outside the database: whoever can write to the database alone cannot change, remove, insert or move an event unseen.
//! That nothing was cut off at the end is known from the sealed [`End`], and from signed [`Checkpoint`]s of which copies lie
//! elsewhere.

mod chain;
mod checkpoint;
mod end;
mod entry;
mod examination;
mod findings;
mod trim;

pub use checkpoint::{Checkpoint, checkpoint, checkpoints_after};
pub use entry::Entry;
pub use examination::{Verification, verify};
pub use findings::{Fault, FaultKind};
pub use trim::trim;

pub(crate) use chain::{append, begin};
pub(crate) use end::{End, FIRST};
