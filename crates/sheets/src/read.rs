//! Files from outside, read within limits.
//!
//! What a file is, its content decides. Nothing that a file states of its own size is believed. A file that is not read gives a
//! [`ReadError`] that says why.

mod archive;
mod csv;
mod docx;
mod encoding;
mod error;
mod kind;
pub(crate) mod limits;
mod notes;
mod runs;
mod xlsx;
mod xml;

pub use error::{Format, Program, ReadError};
pub use limits::Limits;

use crate::{Block, Source};
use archive::Archive;
use kind::{Kind, TextKind};
use limits::Budget;

/// Reads a file of any known kind. The name, if there is one, tells text from separated values.
///
/// # Errors
/// Says why the file was not read.
pub fn file(name: Option<&str>, bytes: &[u8]) -> Result<Source, ReadError> {
    file_within(&Limits::default(), name, bytes)
}

/// Reads a file of any known kind within limits of the caller's.
///
/// # Errors
/// Says why the file was not read.
pub fn file_within(limits: &Limits, name: Option<&str>, bytes: &[u8]) -> Result<Source, ReadError> {
    limits.admit(bytes)?;
    match kind::of(bytes)? {
        Kind::Zip => package(limits, bytes),
        Kind::Text => text(limits, name, bytes),
    }
}

/// Reads an Excel workbook.
///
/// # Errors
/// Says why the file was not read.
pub fn xlsx(bytes: &[u8]) -> Result<Source, ReadError> {
    office(bytes, Document::Workbook)
}

/// Reads a Word document.
///
/// # Errors
/// Says why the file was not read.
pub fn docx(bytes: &[u8]) -> Result<Source, ReadError> {
    office(bytes, Document::Text)
}

/// Reads separated values: `;`, `,` or tab; UTF-8, UTF-16 with a byte order mark, or Windows-1252.
///
/// # Errors
/// Says why the file was not read.
pub fn csv(bytes: &[u8]) -> Result<Source, ReadError> {
    csv::read(bytes, &Limits::default())
}

/// A kind of document in a zip archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Document {
    Workbook,
    Text,
}

/// Reads a file that must be of one kind.
fn office(bytes: &[u8], wanted: Document) -> Result<Source, ReadError> {
    let limits = Limits::default();
    limits.admit(bytes)?;
    if kind::of(bytes)? != Kind::Zip {
        return Err(ReadError::UnknownType);
    }
    let mut archive = Archive::open(bytes, &limits)?;
    match document(&mut archive)? {
        (document, _) if document != wanted => Err(ReadError::UnknownType),
        (Document::Workbook, main) => xlsx::read(archive, &main, &limits),
        (Document::Text, main) => docx::read(archive, &main, &limits),
    }
}

/// Reads whatever document a zip archive holds.
fn package(limits: &Limits, bytes: &[u8]) -> Result<Source, ReadError> {
    let mut archive = Archive::open(bytes, limits)?;
    match document(&mut archive)? {
        (Document::Workbook, main) => xlsx::read(archive, &main, limits),
        (Document::Text, main) => docx::read(archive, &main, limits),
    }
}

/// Which document an archive holds, and the path of its main part.
fn document(archive: &mut Archive<'_>) -> Result<(Document, String), ReadError> {
    if archive.has("mimetype") && archive.has("content.xml") {
        return Err(ReadError::OpenDocument);
    }
    let relations = archive.relations("")?;
    let stated = relations.into_iter().find(|one| one.kind == "officeDocument").map(|one| one.target);
    let usual = ["word/document.xml", "xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml"];
    let main = stated
        .filter(|path| archive.has(path))
        .or_else(|| usual.iter().find(|path| archive.has(path)).map(|path| (*path).to_owned()))
        .ok_or(ReadError::UnknownType)?;
    let lower = main.to_ascii_lowercase();
    match lower.split('/').next() {
        _ if lower.ends_with(".bin") => Err(ReadError::BinaryWorkbook),
        Some("word") => Ok((Document::Text, main)),
        Some("xl") => Ok((Document::Workbook, main)),
        Some("ppt") => Err(ReadError::Presentation),
        _ => Err(ReadError::UnknownType),
    }
}

/// Reads decoded text, as a table or as running text.
fn text(limits: &Limits, name: Option<&str>, bytes: &[u8]) -> Result<Source, ReadError> {
    let (text, guessed) = encoding::decode(bytes);
    let mut source = match kind::of_text(name, &text)? {
        TextKind::Csv => csv::read_text(&text, limits)?,
        TextKind::Running => within(limits, crate::read_text(&text))?,
    };
    source.notes.extend(guessed);
    Ok(source)
}

/// Refuses running text that holds more than is kept.
fn within(limits: &Limits, source: Source) -> Result<Source, ReadError> {
    let mut budget = Budget::new(limits);
    for block in &source.blocks {
        match block {
            Block::Table(table) => table.rows.iter().try_for_each(|row| budget.cells(row.cells.len()))?,
            _ => budget.cells(1)?,
        }
    }
    if source.blocks.is_empty() { Err(ReadError::Empty) } else { Ok(source) }
}
