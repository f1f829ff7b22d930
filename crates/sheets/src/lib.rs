//! Tables in (xlsx, csv, docx, pasted text) and out (xlsx, csv).
//!
//! Reads cells and says where each stood; what a cell *means* is decided by the domain that asked.

mod source;

pub use source::{text, Block, Cell, Note, NoteKind, Place, Row, Run, Source, Table};
