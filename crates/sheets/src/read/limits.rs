//! How much is read of a file before it is refused, and the count that keeps to it.

use super::ReadError;
use crate::Run;

/// One mebibyte.
pub(crate) const MIB: u64 = 1024 * 1024;

/// How much is read before a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The file itself, in MiB.
    pub input_mib: u64,
    /// All parts of a packed file together once unpacked, in MiB.
    pub unpacked_mib: u64,
    /// How many times its packed size a part may grow. Counts only past the first 8 MiB, so that a small and very regular
    /// sheet passes.
    pub ratio: u64,
    /// Parts in a packed file.
    pub parts: usize,
    /// Cells and paragraphs that are kept.
    pub cells: u32,
    /// Sheets in a workbook.
    pub sheets: u32,
    /// Text in what is kept, in MiB.
    pub text_mib: u64,
    /// Elements inside one another in XML.
    pub depth: u32,
    /// Notes that are kept; one more says that there were others.
    pub notes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Limits {
    /// What any file is held to. A domain that knows how large its files are may ask for less.
    pub const DEFAULT: Self = Self {
        input_mib: 20,
        unpacked_mib: 200,
        ratio: 300,
        parts: 10_000,
        cells: 200_000,
        sheets: 2_000,
        text_mib: 16,
        depth: 256,
        notes: 500,
    };

    /// Refuses a file that is empty or larger than the limit.
    pub(crate) fn admit(&self, bytes: &[u8]) -> Result<(), ReadError> {
        if bytes.is_empty() {
            return Err(ReadError::Empty);
        }
        if bytes.len() as u64 > self.input_mib * MIB {
            return Err(ReadError::TooLarge { limit_mib: self.input_mib });
        }
        Ok(())
    }
}

/// What is left to spend on one file.
#[derive(Debug)]
pub(crate) struct Budget {
    limits: Limits,
    cells: u32,
    text: u64,
}

impl Budget {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self { limits: *limits, cells: limits.cells, text: limits.text_mib * MIB }
    }

    /// Spends `count` cells or paragraphs.
    pub(crate) fn cells(&mut self, count: usize) -> Result<(), ReadError> {
        let left = u32::try_from(count).ok().and_then(|count| self.cells.checked_sub(count));
        self.cells = left.ok_or(ReadError::TooManyCells { limit: self.limits.cells })?;
        Ok(())
    }

    /// Spends the text of runs. A run costs its keeping too, or a million one-letter runs would be cheap.
    pub(crate) fn runs(&mut self, runs: &[Run]) -> Result<(), ReadError> {
        let cost: u64 = runs.iter().map(|run| run.text.len() as u64 + 16).sum();
        let left = self.text.checked_sub(cost);
        self.text = left.ok_or(ReadError::TooMuchText { limit_mib: self.limits.text_mib })?;
        Ok(())
    }
}
