//! Why a file could not be read: kinds with the figures a sentence needs, never the sentence.

use serde::{Deserialize, Serialize};

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReadError {
    /// The file holds nothing to read.
    #[error("empty")]
    Empty,
    /// The file itself is too large.
    #[error("larger than {limit_mib} MiB")]
    TooLarge {
        /// The largest file that is read.
        limit_mib: u64,
    },
    /// There are more cells and paragraphs than are read.
    #[error("more than {limit} cells")]
    TooManyCells {
        /// The most that are read.
        limit: u32,
    },
    /// There are more sheets than are read.
    #[error("more than {limit} sheets")]
    TooManySheets {
        /// The most that are read.
        limit: u32,
    },
    /// The cells hold more text than is read.
    #[error("more than {limit_mib} MiB of text")]
    TooMuchText {
        /// The most that is read.
        limit_mib: u64,
    },
    /// The file unpacks to far more than it is: made to hurt, or broken.
    #[error("unpacks to more than the limits allow")]
    CompressionBomb,
    /// The file says it is of this format, but its inside is broken.
    #[error("damaged {format:?}")]
    Damaged {
        /// What the file claims to be.
        format: Format,
    },
    /// The file is locked with a password.
    #[error("encrypted")]
    Encrypted,
    /// A file of Office before 2007 (.doc, .xls, .ppt).
    #[error("legacy Office file ({program:?})")]
    LegacyOffice {
        /// The program that made it.
        program: Program,
    },
    /// A binary workbook (.xlsb).
    #[error("binary workbook")]
    BinaryWorkbook,
    /// A presentation (.pptx).
    #[error("presentation")]
    Presentation,
    /// A file of LibreOffice's own kind (.odt, .ods).
    #[error("OpenDocument")]
    OpenDocument,
    /// A PDF.
    #[error("PDF")]
    Pdf,
    /// A web page.
    #[error("HTML")]
    Html,
    /// A rich text file (.rtf).
    #[error("RTF")]
    RichText,
    /// An image.
    #[error("image")]
    Image,
    /// None of the kinds that are known.
    #[error("unknown type of file")]
    UnknownType,
    /// Reading took longer than is allowed.
    #[error("not read within {limit_ms} ms")]
    TooSlow {
        /// The longest a file may take, in milliseconds.
        limit_ms: u64,
    },
    /// So many files wait to be read that this one did not get its turn.
    #[error("too many files are waiting")]
    Busy,
    /// The process that read the file stopped without an answer, for example at its limit of memory.
    #[error("the reading process stopped without an answer")]
    GaveUp,
}

/// What a file claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// An Excel workbook.
    Xlsx,
    /// A Word document.
    Docx,
    /// Separated values.
    Csv,
    /// A zip archive whose inside could not be found.
    Zip,
}

/// A program of Office before 2007.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Program {
    /// Word.
    Word,
    /// Excel.
    Excel,
    /// PowerPoint.
    PowerPoint,
    /// Any other that stores compound files.
    Other,
}
