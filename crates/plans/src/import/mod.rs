//! Understands the plan that a municipality has today.
//!
//! [`read`] goes from cells and lines to goals, actions and bodies. It is pure and deterministic, saves nothing and asks
//! nobody: a person sees the [`Reading`] and corrects it before anything is kept. What it is sure of it says, what it guesses
//! it says how ([`LeadBasis`]), and what stood in a table and found no place it lists word for word. [`read_file`] has that done
//! to a file in a process of its own.
//!
//! The way through: `pieces` cleans the source (`rich`, `cards`), `survey` learns what only the whole can tell (`casing`,
//! `contents`, `layout` with `columns`, `names`, `actors`, `title`), then `reader` walks in reading order, and `tables` and
//! `rows` read the tables.

mod actors;
pub mod bodies;
mod by_hand;
mod cards;
mod casing;
mod columns;
mod contents;
mod file;
mod followup;
mod headings;
mod indicators;
mod layout;
mod names;
mod pieces;
mod reader;
mod reading;
mod responsible;
mod rich;
mod rows;
mod survey;
mod tables;
mod times;
mod title;
mod words;

pub use by_hand::{action, indicator, time_plan};
pub use file::{Excess, ImportError, TASK, read_file};
pub use reading::{
    Action, Body, Cells, Frequency, Goal, Indicator, IndicatorDetails, IndicatorKind, LeadBasis, Measure, Plan,
    Reading, TimePlan, Unread, Warning, WarningKind,
};

use reader::Reader;
use sheets::{NoteKind, Source};
use survey::Survey;

/// Reads a plan.
#[must_use]
pub fn read(source: &Source) -> Reading {
    let pieces = pieces::pieces(source);
    let survey = Survey::new(&pieces);
    let mut reader = Reader::new(&survey);
    for note in &source.notes {
        // The stored value of a formula is what its author saw.
        if note.kind != NoteKind::Formula {
            reader.warn(WarningKind::Note(note.kind), note.place.as_ref(), None);
        }
    }
    for piece in &pieces {
        reader.piece(piece);
    }
    reader.finish()
}
