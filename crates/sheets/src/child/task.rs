//! What a child can be asked to make of a file.

use std::io;

use serde::Serialize;

use super::wire;
use crate::read::{ReadError, limits::MIB};

/// The work itself: a name and a file in, an answer out.
type Work<T> = fn(Option<&str>, &[u8]) -> Result<T, ReadError>;

/// What a child can be asked to make of a file. A domain says what its files mean; nothing larger than the task allows comes back.
#[derive(Debug)]
pub struct Task<T> {
    word: &'static str,
    most_mib: u64,
    work: Work<T>,
}

impl<T> Task<T> {
    /// A task: the word that names it to a child, the most of an answer in MiB once encoded, and the work.
    #[must_use]
    pub const fn new(word: &'static str, most_mib: u64, work: Work<T>) -> Self {
        Self { word, most_mib, work }
    }

    /// The word that names it to a child.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.word
    }

    /// The most of an answer, in bytes.
    pub(super) fn most(&self) -> u64 {
        self.most_mib * MIB
    }

    /// Why an answer larger than that is not taken.
    pub(super) fn too_much(&self) -> ReadError {
        ReadError::TooMuchText { limit_mib: self.most_mib }
    }
}

// Derived, it would ask that an answer can be copied.
impl<T> Clone for Task<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Task<T> {}

impl<T: Serialize> Task<T> {
    /// Does the work and encodes the answer, or the refusal of one that is too large.
    pub(super) fn answer(&self, name: Option<&str>, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let answer = wire::encode(&(self.work)(name, bytes))?;
        if answer.len() as u64 > self.most() { wire::encode::<T>(&Err(self.too_much())) } else { Ok(answer) }
    }
}
