//! A workbook of ours, read in a process of its own: it comes back only if it is one, and is no larger than a plan can be.

use i18n::Language;
use serde::{Deserialize, Serialize};
use sheets::Source;
use sheets::child::{Reader, Task};
use sheets::read::{self, Limits, ReadError};

use super::rows;
use crate::editions::Words;

/// What a child makes of a workbook.
pub const TASK: Task<Result<Source, WorkbookError>> = Task::new("workbook", 8, recognise);

/// As many cells as the most rows have when all their columns are filled.
const LIMITS: Limits = Limits { cells: 30_000, text_mib: 4, ..Limits::DEFAULT };

/// Most rows, as many as the largest plan that is read in has: a county's has 150. Each is laid against the whole plan.
const MOST_ROWS: usize = 1_500;

/// Why a file gave no workbook of ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkbookError {
    /// It could not be read.
    File(ReadError),
    /// It has no sheet with a column of ids.
    Other,
    /// It has more rows than a plan can have.
    TooMany {
        /// The most.
        limit: usize,
    },
}

/// Has a workbook read.
///
/// # Errors
/// Says why it is none of ours.
pub async fn read_file(reader: &Reader, name: &str, bytes: Vec<u8>) -> Result<Source, WorkbookError> {
    reader.read(&TASK, Some(name.to_owned()), bytes).await.unwrap_or_else(|error| Err(WorkbookError::File(error)))
}

fn recognise(name: Option<&str>, bytes: &[u8]) -> Result<Result<Source, WorkbookError>, ReadError> {
    let source = read::file_within(&LIMITS, name, bytes)?;
    // Only a program whose own translations are broken has none, and that one does not start.
    let catalogue = web::catalogue().map_err(|_| ReadError::GaveUp)?;
    let rows = rows::find(&source, Words::new(&catalogue, Language::Sv))
        .map(|found| found.sheets.iter().map(|(_, lines)| lines.len()).sum::<usize>());
    Ok(match rows {
        Err(_) => Err(WorkbookError::Other),
        Ok(rows) if rows > MOST_ROWS => Err(WorkbookError::TooMany { limit: MOST_ROWS }),
        Ok(_) => Ok(source),
    })
}
