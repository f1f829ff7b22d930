//! Excel workbooks: every sheet a table, its cells as a person sees them.
//!
//! Parsed here and not with a ready-made reader because the look matters (bold names the leading body) and because what is
//! read must be bounded while it is read, not afterwards.

mod dates;
mod merges;
mod numbers;
mod sheet;
mod strings;
mod styles;
mod workbook;

use super::archive::Archive;
use super::limits::Budget;
use super::notes::Notes;
use super::{Format, Limits, ReadError};
use crate::{Block, NoteKind, Place, Source};

use sheet::Look;
use styles::Styles;
use workbook::{State, Workbook};

/// Reads all sheets in their order.
pub(crate) fn read(mut archive: Archive<'_>, main: &str, limits: &Limits) -> Result<Source, ReadError> {
    archive.format = Format::Xlsx;
    let workbook = Workbook::read(&mut archive, main, limits)?;
    let mut notes = Notes::new(limits.notes);
    let styles = Styles::read(&mut archive, workbook.styles.as_deref())?;
    let strings = strings::read(&mut archive, workbook.strings.as_deref(), limits, &mut notes)?;
    let look = Look { strings: &strings, styles: &styles, since_1904: workbook.since_1904 };
    let mut budget = Budget::new(limits);
    let mut blocks = Vec::new();
    for sheet in &workbook.sheets {
        let start = Some(Place::Cell { sheet: sheet.name.clone(), row: 1, column: 1 });
        match sheet.state {
            State::Visible => {}
            State::Hidden => notes.once(NoteKind::Hidden, start.clone()),
            State::Unreachable => {
                notes.once(NoteKind::UnreachableSheet, start);
                continue;
            }
        }
        for relation in archive.relations(&sheet.path)? {
            match relation.kind.as_str() {
                "drawing" => notes.once(NoteKind::Image, start.clone()),
                "comments" | "threadedComment" => notes.once(NoteKind::Annotation, start.clone()),
                _ => {}
            }
        }
        let table = sheet::read(&mut archive, sheet, &look, &mut budget, &mut notes)?;
        if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
        }
    }
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Source { blocks, notes: notes.into_list() })
}
