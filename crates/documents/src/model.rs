//! The document as a whole: what it is called, how it is laid out, and the words of its frame.

use crate::{Block, Language};

/// A document before it has a form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// What it is called; the one thing every form needs.
    pub title: String,
    /// Set under the title.
    pub subtitle: Option<String>,
    /// The language of the text.
    pub language: Language,
    /// Who publishes it: the body's name.
    pub publisher: Option<String>,
    /// The day it carries, as ISO text (`2025-03-12`). It is the only date in the files, so that the same document
    /// always gives the same bytes.
    pub date: Option<String>,
    /// The diary number or other reference.
    pub reference: Option<String>,
    /// Words it can be found by.
    pub keywords: Vec<String>,
    /// One or two sentences on what it is, for catalogues.
    pub description: Option<String>,
    /// The sheet.
    pub page: Page,
    /// The look.
    pub style: Style,
    /// The words of the frame.
    pub labels: Labels,
    /// What stands on the cover, or under the title where there is no cover: a name and its value.
    pub facts: Vec<(String, String)>,
    /// Set at the right of the running header, for example version and date. The reference stands in for it.
    pub running: Option<String>,
    /// The text in reading order.
    pub blocks: Vec<Block>,
    /// Set at the left of the foot of every page.
    pub footer: Option<String>,
}

/// The sheet of paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Page {
    /// Its size.
    pub paper: Paper,
    /// How it lies.
    pub orientation: Orientation,
}

/// The size of a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm, for the wall.
    A3,
}

/// How a sheet lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// On its side.
    Landscape,
}

/// How a document looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    /// Whether it has a page of its own for title and facts.
    pub cover: bool,
    /// Whether it has a table of contents.
    pub contents: bool,
    /// How many levels of headings the table of contents shows; when it is 0, three on paper and all on the web.
    pub depth: u8,
    /// How much fits on a page.
    pub density: Density,
}

impl Style {
    /// How many levels of headings the table of contents shows.
    pub(crate) fn contents_depth(self) -> u8 {
        if self.depth == 0 { 3 } else { self.depth }
    }
}

/// How much fits on a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Density {
    /// Set like a book.
    #[default]
    Normal,
    /// Set like a notice for the wall: small type, the whole width.
    Compact,
}

/// The words of the frame, in the language of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    /// Heading of the table of contents.
    pub contents: String,
    /// The page number, with `{page}` and `{pages}` where the numbers go. Empty for the bare number.
    pub page_of: String,
}

/// Why a document could not be given a form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// A figure is not an SVG image that can be read. Figures are counted from 1.
    #[error("figure {number} is not readable SVG")]
    Figure {
        /// The figure.
        number: usize,
    },
    /// The typesetter refused what we wrote, or the result broke the archival standards; its own words follow.
    #[error("typesetting failed: {0}")]
    Typesetting(String),
    /// The Word file could not be put together; the packer's own words follow.
    #[error("packing failed: {0}")]
    Packing(String),
}

/// A part of a page label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageLabel<'a> {
    Text(&'a str),
    Page,
    Pages,
}

impl Labels {
    /// The page label cut at its placeholders.
    pub(crate) fn page_parts(&self) -> Vec<PageLabel<'_>> {
        let mut parts = Vec::new();
        let mut rest = if self.page_of.is_empty() { "{page}" } else { self.page_of.as_str() };
        while let Some(start) = rest.find("{page") {
            let found = &rest[start..];
            let (part, length) = if found.starts_with("{page}") {
                (PageLabel::Page, "{page}".len())
            } else if found.starts_with("{pages}") {
                (PageLabel::Pages, "{pages}".len())
            } else {
                (PageLabel::Text("{page"), "{page".len())
            };
            parts.extend((start > 0).then_some(PageLabel::Text(&rest[..start])));
            parts.push(part);
            rest = &found[length..];
        }
        parts.extend((!rest.is_empty()).then_some(PageLabel::Text(rest)));
        parts
    }
}

impl Document {
    /// The title, or something in its place: no form may be without one.
    pub(crate) fn title(&self) -> &str {
        [Some(&self.title), self.reference.as_ref(), self.publisher.as_ref()]
            .into_iter()
            .flatten()
            .map(|text| text.trim())
            .find(|text| !text.is_empty())
            .unwrap_or("–")
    }

    /// Year, month and day, if the date is one.
    pub(crate) fn day(&self) -> Option<(i32, u8, u8)> {
        let mut parts = self.date.as_deref()?.splitn(3, '-');
        let (year, month, day) =
            (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let possible =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
        possible.then_some((year, month, day))
    }

    /// What stands at the right of the running header.
    pub(crate) fn running(&self) -> Option<&str> {
        self.running.as_deref().or(self.reference.as_deref()).filter(|text| !text.trim().is_empty())
    }
}

/// How many days a month has.
fn days(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_label_is_cut_at_its_placeholders() {
        let labels = |text: &str| Labels { page_of: text.into(), ..Labels::default() };
        assert_eq!(labels("").page_parts(), [PageLabel::Page]);
        assert_eq!(
            labels("Sida {page} av {pages}.").page_parts(),
            [
                PageLabel::Text("Sida "),
                PageLabel::Page,
                PageLabel::Text(" av "),
                PageLabel::Pages,
                PageLabel::Text(".")
            ]
        );
        assert_eq!(labels("{pager}").page_parts(), [PageLabel::Text("{page"), PageLabel::Text("r}")]);
    }

    #[test]
    fn only_real_days_count() {
        let day = |text: &str| Document { date: Some(text.into()), ..Document::default() }.day();
        assert_eq!(day("2024-02-29"), Some((2024, 2, 29)));
        for wrong in ["2023-02-29", "2024-13-01", "2024-00-10", "2024-1", "igår", "", "-2024-01-01"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_document_always_has_a_title() {
        let document = Document { title: "  ".into(), reference: Some("KS 2025/1".into()), ..Document::default() };
        assert_eq!(document.title(), "KS 2025/1");
        assert_eq!(Document::default().title(), "–");
    }
}
