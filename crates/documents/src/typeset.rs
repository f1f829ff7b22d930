//! PDF: the document becomes Typst source, the source becomes pages, the pages a tagged archival file.

mod coverage;
mod literal;
mod source;
mod world;

use std::collections::BTreeSet;

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub(crate) use coverage::Coverage;

use crate::{Document, DocumentError, Fonts};
use coverage::{Glyphs, tofu};
use world::PageWorld;

/// How often text may turn out to hold glyphs no face has: a face can have each character of a cluster and still not
/// the cluster.
const ROUNDS: usize = 4;

/// How many documents back the compiler remembers: what it keeps is held for as long as the program runs.
const REMEMBERED: usize = 1;

/// A file, with what is to be known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file: PDF/UA-1, and PDF/A-2a where the document has a date.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters no face has. A replacement character stands in their place.
    pub missing: Vec<char>,
}

/// The document as a tagged PDF that keeps to PDF/UA-1 (accessibility) and, where it has a date, to PDF/A-2a (archiving).
///
/// # Errors
/// When a figure is not readable SVG, or when the file cannot keep to the standards.
pub fn pdf(document: &Document, fonts: &Fonts) -> Result<Pdf, DocumentError> {
    let result = typeset(document, fonts);
    // The compiler remembers all it computed, for ever. The last documents stay, since the next is often one of them.
    comemo::evict(REMEMBERED);
    result
}

/// The source [`pdf`] gives the compiler, for whoever wants to run the bare compiler on it. Complete in itself, given
/// the files of [`Fonts::embedded_files`].
///
/// # Errors
/// When a figure is not readable SVG.
pub fn typst_source(document: &Document) -> Result<String, DocumentError> {
    source::write(document, &Glyphs::new(Fonts::embedded().coverage()))
}

fn typeset(document: &Document, fonts: &Fonts) -> Result<Pdf, DocumentError> {
    let mut glyphs = Glyphs::new(fonts.coverage());
    let mut pages = compile(source::write(document, &glyphs)?, fonts)?;
    for _ in 0..ROUNDS {
        let broken: BTreeSet<char> = tofu(&pages);
        if broken.is_empty() {
            break;
        }
        glyphs.ban(broken);
        pages = compile(source::write(document, &glyphs)?, fonts)?;
    }
    let bytes = typst_pdf::pdf(&pages, &options(document)?).map_err(|errors| failure(&errors))?;
    Ok(Pdf { bytes, pages: pages.pages().len(), missing: glyphs.missing() })
}

fn compile(source: String, fonts: &Fonts) -> Result<PagedDocument, DocumentError> {
    let world = PageWorld::new(source, fonts.clone());
    typst::compile::<PagedDocument>(&world).output.map_err(|errors| failure(&errors))
}

fn options(document: &Document) -> Result<PdfOptions, DocumentError> {
    // An archive wants to know the day of what it keeps; without one we claim nothing.
    let standards: &[_] =
        if document.day().is_some() { &[PdfStandard::Ua_1, PdfStandard::A_2a] } else { &[PdfStandard::Ua_1] };
    let standards =
        PdfStandards::new(standards).map_err(|error| DocumentError::Typesetting(error.message().to_string()))?;
    let parts = [document.publisher.as_deref(), document.reference.as_deref(), document.date.as_deref()];
    let ident = parts.into_iter().flatten().chain([document.title()]).collect::<Vec<_>>().join("\n");
    Ok(PdfOptions { ident: Smart::Custom(ident), standards, ..PdfOptions::default() })
}

fn failure(errors: &[SourceDiagnostic]) -> DocumentError {
    let words: Vec<_> = errors.iter().map(|error| error.message.as_str()).collect();
    DocumentError::Typesetting(words.join("; "))
}
