//! What holds paragraphs and tables: the body, a cell, a text box.

use std::io::BufRead;

use crate::NoteKind;
use crate::read::ReadError;
use crate::read::limits::Budget;
use crate::read::notes::Notes;
use crate::read::xml::Xml;

use super::numbering::Numbering;
use super::paragraph::{self, Paragraph};
use super::styles::Styles;
use super::table::{self, Grid};

/// The state of reading one document.
pub(super) struct Reading<'a> {
    pub(super) styles: &'a Styles,
    pub(super) numbering: Numbering,
    pub(super) budget: Budget,
    pub(super) notes: Notes,
}

/// A paragraph or a table.
#[derive(Debug)]
pub(super) enum Piece {
    Paragraph(Paragraph),
    Table(Grid),
}

/// Whether an element is passed through for what it holds: content controls, hyperlinks, tracked insertions, the first of
/// alternatives.
pub(super) fn is_wrapper(name: &str) -> bool {
    matches!(
        name,
        "sdt"
            | "sdtContent"
            | "customXml"
            | "smartTag"
            | "ins"
            | "moveTo"
            | "hyperlink"
            | "fldSimple"
            | "bdo"
            | "dir"
            | "AlternateContent"
            | "Choice"
    )
}

/// Reads what stands in the element that is open. `bold` says whether the style of a surrounding table makes it so.
pub(super) fn read<R: BufRead>(
    xml: &mut Xml<R>,
    reading: &mut Reading<'_>,
    bold: bool,
    pieces: &mut Vec<Piece>,
) -> Result<(), ReadError> {
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "p" => pieces.push(Piece::Paragraph(paragraph::read(xml, reading, bold)?)),
            "tbl" => pieces.push(Piece::Table(table::read(xml, reading)?)),
            "del" | "moveFrom" => {
                reading.notes.once(NoteKind::TrackedDeletion, None);
                xml.skip()?;
            }
            "altChunk" => {
                reading.notes.once(NoteKind::Embedded, None);
                xml.skip()?;
            }
            name if is_wrapper(name) => read(xml, reading, bold, pieces)?,
            _ => xml.skip()?,
        }
    }
    Ok(())
}
