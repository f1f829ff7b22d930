//! Word documents: headings, paragraphs, list items and tables in reading order, with what is bold.
//!
//! Numbers that Word counts by itself are written out, for a person sees them: an action's number often stands in a cell that
//! holds nothing else.

mod body;
mod numbering;
mod paragraph;
mod styles;
mod table;

use super::archive::Archive;
use super::limits::Budget;
use super::notes::Notes;
use super::runs::is_blank;
use super::{Format, Limits, ReadError};
use crate::{Block, Place, Run, Source, text};

use body::{Piece, Reading};
use numbering::Numbering;
use paragraph::{PAGE, Paragraph};
use styles::Styles;

/// Reads the main text.
pub(crate) fn read(mut archive: Archive<'_>, main: &str, limits: &Limits) -> Result<Source, ReadError> {
    archive.format = Format::Docx;
    let relations = archive.relations(main)?;
    let target = |kind: &str| relations.iter().find(|one| one.kind == kind).map(|one| one.target.as_str());
    let styles = Styles::read(&mut archive, target("styles"))?;
    let numbering = Numbering::read(&mut archive, target("numbering"))?;
    let mut reading =
        Reading { styles: &styles, numbering, budget: Budget::new(limits), notes: Notes::new(limits.notes) };
    let mut pieces = Vec::new();
    let mut xml = archive.needed(main)?;
    xml.root()?;
    while let Some(tag) = xml.child()? {
        if tag.name() == "body" {
            body::read(&mut xml, &mut reading, false, &mut pieces)?;
        } else {
            xml.skip()?;
        }
    }
    let blocks = blocks(pieces);
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Source { blocks, notes: reading.notes.into_list() })
}

/// Gives paragraphs and tables their places. Every paragraph of the body counts, also an empty one.
fn blocks(pieces: Vec<Piece>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut paragraphs, mut tables) = (0, 0);
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => {
                paragraphs += 1;
                add(&mut blocks, paragraph, &Place::Paragraph { paragraph: paragraphs });
            }
            Piece::Table(grid) => {
                tables += 1;
                let table = grid.into_table(&format!("Tabell {tables}"));
                if !table.rows.is_empty() {
                    blocks.push(Block::Table(table));
                }
            }
        }
    }
    blocks
}

/// Adds a paragraph, divided where a page ends in it, and after it the text boxes that hang on it.
fn add(blocks: &mut Vec<Block>, paragraph: Paragraph, place: &Place) {
    if paragraph.break_before {
        blocks.push(Block::PageBreak { place: place.clone() });
    }
    let mut parts = vec![Vec::new()];
    for run in &paragraph.runs {
        for (number, text) in run.text.split(PAGE).enumerate() {
            if number > 0 {
                parts.push(Vec::new());
            }
            if let Some(part) = parts.last_mut().filter(|_| !text.is_empty()) {
                part.push(Run { text: text.to_owned(), bold: run.bold });
            }
        }
    }
    for (number, runs) in parts.into_iter().enumerate() {
        if number > 0 {
            blocks.push(Block::PageBreak { place: place.clone() });
        }
        blocks.extend(block(runs, &paragraph, place));
    }
    for runs in paragraph.boxes.into_iter().filter(|runs| !is_blank(runs)) {
        blocks.push(Block::Paragraph { runs, place: place.clone() });
    }
    if paragraph.break_after {
        blocks.push(Block::PageBreak { place: place.clone() });
    }
}

fn block(runs: Vec<Run>, paragraph: &Paragraph, place: &Place) -> Option<Block> {
    if is_blank(&runs) {
        return None;
    }
    let place = place.clone();
    Some(match (paragraph.heading, paragraph.depth) {
        (Some(level), _) => Block::Heading { level, text: text(&runs), place },
        (None, Some(depth)) => Block::Item { runs, depth, place },
        (None, None) => Block::Paragraph { runs, place },
    })
}
