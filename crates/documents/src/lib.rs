//! One model of a document, three forms: HTML for the web, tagged PDF for print and archives, Word for those who go on
//! writing.
//!
//! Values in, values out: the engine knows no domain, reads no clock and holds no sentence of its own. What is printed
//! comes with the [`Document`], the few words of the frame (page numbers, contents) in its [`Labels`].
//!
//! ```
//! use documents::{Block, Document, Inline};
//!
//! let document = Document {
//!     title: "Plan för en trygg skola".into(),
//!     blocks: vec![Block::Paragraph(vec![Inline::text("Vi ser varandra.")])],
//!     ..Document::default()
//! };
//! assert!(documents::html(&document).contains("Vi ser varandra."));
//! ```

mod block;
mod fonts;
mod href;
mod html;
mod language;
mod model;
mod outline;
mod svg;
mod text;
mod typeset;
mod word;

pub use block::{Align, Block, Column, Figure, Inline, Table, TableRow};
pub use fonts::Fonts;
pub use html::html;
pub use language::Language;
pub use model::{Density, Document, DocumentError, Labels, Orientation, Page, Paper, Style};
pub use typeset::{Pdf, pdf, typst_source};
pub use word::{Docx, docx};
