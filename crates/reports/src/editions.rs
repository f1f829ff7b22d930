//! One report, many forms: a document for web, PDF and Word, an annex in Excel, and the whole as data.
//!
//! Snapshot and words in, values out. Nothing is counted here: what the forms say is in the [`Snapshot`].

mod annex;
mod document;
pub mod figure;
mod goal;
pub mod graph;
mod tables;

use jiff::civil::Date;
use plans::editions::{Words, slug};

pub use annex::annex;
pub use document::document;
pub(crate) use goal::{assessed, developing_texts, moved, told};
pub(crate) use tables::{answers, standings};

use crate::snapshot::Snapshot;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A web page.
    Html,
    /// PDF.
    Pdf,
    /// Word.
    Docx,
    /// The figures in Excel.
    Xlsx,
    /// All of it as data.
    Json,
}

impl Format {
    /// All kinds of file.
    pub const ALL: [Self; 5] = [Self::Html, Self::Pdf, Self::Docx, Self::Xlsx, Self::Json];

    /// Its ending.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The kind with that ending.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == name)
    }

    /// What a browser is told it is.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => plans::editions::Format::Html.media_type(),
            Self::Pdf => plans::editions::Format::Pdf.media_type(),
            Self::Docx => plans::editions::Format::Docx.media_type(),
            Self::Xlsx => plans::editions::Format::Xlsx.media_type(),
            Self::Json => "application/json",
        }
    }
}

/// The report in a form. `day` is that of a draft; what is published carries its own.
///
/// # Errors
/// What the engine said that could not make it; sentences for the log.
pub fn bytes(snapshot: &Snapshot, tell: Words<'_>, format: Format, day: Date) -> Result<Vec<u8>, String> {
    let text = |error: &dyn std::error::Error| error.to_string();
    match format {
        Format::Html => Ok(documents::html(&document(snapshot, tell, day)).into_bytes()),
        Format::Pdf => {
            let document = document(snapshot, tell, day);
            documents::pdf(&document, &documents::Fonts::embedded()).map(|pdf| pdf.bytes).map_err(|error| text(&error))
        }
        Format::Docx => {
            documents::docx(&document(snapshot, tell, day)).map(|file| file.bytes).map_err(|error| text(&error))
        }
        Format::Xlsx => sheets::write::xlsx(&annex(snapshot, tell, day)).map_err(|error| text(&error)),
        Format::Json => serde_json::to_vec_pretty(snapshot).map_err(|error| text(&error)),
    }
}

/// A file name that says what is in it: `lagesrapport-2024-plan-for-trygghet.pdf`.
#[must_use]
pub fn file_name(snapshot: &Snapshot, tell: Words<'_>, format: Format) -> String {
    let name = slug(&tell.text("reports-title"), 40);
    let edition = if snapshot.edition > 1 { format!("-{}", snapshot.edition) } else { String::new() };
    let title = slug(&snapshot.compiled.plan.title, 60);
    format!("{name}-{}{edition}-{title}.{}", snapshot.compiled.year, format.as_str())
}

/// The day that a report carries: when it was published, or the given one.
fn date(snapshot: &Snapshot, day: Date) -> Date {
    snapshot.published_on.unwrap_or(day)
}
