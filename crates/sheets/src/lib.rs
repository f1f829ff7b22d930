//! Tables in (xlsx, csv, docx, pasted text) and out (xlsx, csv).
//!
//! Reads cells and says where each stood; what a cell *means* is decided by the domain that asked.
//!
//! - [`read`] reads a file within limits and gives a [`Source`], or a [`read::ReadError`] that says why not.
//! - [`read_text`] does the same for text that was pasted.
//! - [`child`] reads in a process of its own, so that a hostile file cannot take the server down.
//! - [`write`](mod@write) makes workbooks and separated values.

pub mod child;
pub mod read;
mod source;
mod text;
pub mod write;

#[cfg(test)]
mod tests;

pub use source::{Block, Cell, Note, NoteKind, Place, Row, Run, Source, Table, text};
pub use text::read_text;
