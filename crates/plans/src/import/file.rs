//! A plan's file, read and understood in a process of its own: only what was understood comes back, and no more than a person can
//! look through.

use std::collections::HashSet;

use i18n::Language;
use serde::{Deserialize, Serialize};
use sheets::child::{Reader, Task};
use sheets::read::{self, Limits, ReadError};
use sheets::{Block, Place, Source};

use super::{Action, Reading, WarningKind};
use crate::editions::Words;
use crate::workbook;

/// What a child makes of a plan's file.
pub const TASK: Task<Result<Reading, ImportError>> = Task::new("plan", 4, understand);

/// A plan has some thousands of cells. What holds more is something else, or holds the plan among other things.
const LIMITS: Limits = Limits { cells: 50_000, text_mib: 4, ..Limits::DEFAULT };

/// Most goals, actions, indicators and other parts of a plan; a county's has 150.
const MOST_PARTS: usize = 1_500;

/// Most names of somebody who answers for something; each is looked up in the register and asked about.
const MOST_NAMES: usize = 250;

/// Most cells, columns and tables that found no place; each waits for somebody to place it or leave it out.
const MOST_UNREAD: usize = 2_000;

/// Why a file gave no reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ImportError {
    /// It could not be read.
    #[error("the file could not be read: {0}")]
    File(ReadError),
    /// It holds more than one plan can.
    #[error("the file holds more than a plan can: more than {limit} {of}")]
    TooMuch {
        /// More of what.
        of: Excess,
        /// The most.
        limit: usize,
    },
}

/// What a file can hold too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Excess {
    /// Goals, actions, indicators and other parts.
    #[error("goals, actions and indicators")]
    Parts,
    /// Names of those who answer for something.
    #[error("names of those responsible")]
    Names,
    /// Cells that found no place.
    #[error("cells that are not understood")]
    Unread,
}

/// Has a plan's file read and understood.
///
/// # Errors
/// Says why there is no reading.
pub async fn read_file(reader: &Reader, name: &str, bytes: Vec<u8>) -> Result<Reading, ImportError> {
    reader.read(&TASK, Some(name.to_owned()), bytes).await.unwrap_or_else(|error| Err(ImportError::File(error)))
}

fn understand(name: Option<&str>, bytes: &[u8]) -> Result<Result<Reading, ImportError>, ReadError> {
    let source = read::file_within(&LIMITS, name, bytes)?;
    let reading = own(&source).unwrap_or_else(|| super::read(&source));
    Ok(match excess(&reading) {
        Some((of, limit)) => Err(ImportError::TooMuch { of, limit }),
        None => Ok(reading),
    })
}

/// A workbook of ours says exactly what it holds; any other file is understood by its words.
fn own(source: &Source) -> Option<Reading> {
    let cells = source.blocks.iter().filter_map(Block::table).flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let is_workbook = cells.take(1).any(|cell| matches!(cell.place, Place::Cell { .. }));
    // Only a program whose own translations are broken has none, and that one does not start.
    let catalogue = is_workbook.then(web::catalogue)?.ok()?;
    workbook::reading(source, Words::new(&catalogue, Language::Sv))
}

fn excess(reading: &Reading) -> Option<(Excess, usize)> {
    let counts = [
        (Excess::Parts, parts(reading), MOST_PARTS),
        (Excess::Names, names(reading), MOST_NAMES),
        (Excess::Unread, unread(reading), MOST_UNREAD),
    ];
    counts.into_iter().find(|(_, count, most)| count > most).map(|(of, _, most)| (of, most))
}

/// Cells, and columns and tables as a whole.
fn unread(reading: &Reading) -> usize {
    let whole = [WarningKind::UnknownColumn, WarningKind::TableNotUnderstood];
    let told = reading.warnings.iter().filter(|warning| whole.contains(&warning.message)).count();
    reading.cells.not_understood + told
}

fn actions(reading: &Reading) -> impl Iterator<Item = &Action> {
    reading.goals.iter().flat_map(|goal| &goal.actions).chain(&reading.actions_without_goal)
}

fn parts(reading: &Reading) -> usize {
    let of_goals = reading.goals.iter().map(|goal| {
        let listed = goal.preconditions.len() + goal.development_areas.len() + goal.measures.len();
        let measured: usize = goal.measures.iter().map(|measure| measure.indicators.len()).sum();
        1 + listed + measured + goal.indicators.len()
    });
    let of_actions = actions(reading).map(|action| 1 + action.indicators.len() + action.followed_up_in.len());
    of_goals.chain(of_actions).sum()
}

fn names(reading: &Reading) -> usize {
    let responsible = actions(reading).flat_map(|action| action.lead.iter().chain(&action.co_responsible));
    responsible.chain(reading.plan.bodies.iter().map(|body| &body.name)).collect::<HashSet<_>>().len()
}
