//! Word.
use crate::{Document, DocumentError};
/// A file.
pub struct Docx { /// bytes
 pub bytes: Vec<u8> }
/// Docx
pub fn docx(_: &Document) -> Result<Docx, DocumentError> { Ok(Docx { bytes: vec![] }) }
