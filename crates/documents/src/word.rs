//! Word: the document as a `.docx` that people can go on writing in, with real styles, lists, captions and contents.
//!
//! The order of elements inside properties follows ECMA-376 part 1, chapter 17; Word refuses a file that strays from it.

mod body;
mod figures;
mod inlines;
mod package;
mod parts;
mod tables;
mod xml;

use crate::{Document, DocumentError};

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Docx {
    /// The file.
    pub bytes: Vec<u8>,
}

/// The document as a Word file.
///
/// # Errors
/// When a figure is not readable SVG.
pub fn docx(document: &Document) -> Result<Docx, DocumentError> {
    let body = body::write(document)?;
    let bytes = package::pack(parts::all(document, body)).map_err(|error| DocumentError::Packing(error.to_string()))?;
    Ok(Docx { bytes })
}
