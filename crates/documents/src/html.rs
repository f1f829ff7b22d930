//! HTML: a fragment of plain, semantic elements. What it looks like is the site's affair; classes start with `doc-`.

mod blocks;
mod markup;
mod tables;

use crate::outline::Outline;
use crate::{Density, Document};
use blocks::Body;
use markup::Markup;

/// The document as an HTML fragment: an `article` with its own headings, the title as `h1`.
///
/// Text is escaped, figures are stripped of whatever runs or fetches, and links lead only to the web, to mail and
/// telephone, to pages of the site and to places in the document. A figure that is not readable SVG is left out, its
/// text alternative stands in.
#[must_use]
pub fn html(document: &Document) -> String {
    let outline = Outline::of(document);
    let mut out = Markup::default();
    let class = if document.style.density == Density::Compact { "doc doc-compact" } else { "doc" };
    out.open("article", &[("class", class), ("lang", document.language.code())]);
    header(&mut out, document);
    if document.style.contents && !outline.entries.is_empty() {
        contents(&mut out, document, &outline);
    }
    let mut body = Body { out, outline, headings: 0 };
    for block in &document.blocks {
        body.block(block);
    }
    let mut out = body.out;
    if let Some(footer) = document.footer.as_deref().filter(|text| !text.trim().is_empty()) {
        out.open("footer", &[("class", "doc-footer")]).element("p", &[], footer).close("footer");
    }
    out.close("article");
    out.finish()
}

/// Title, subtitle, facts and publisher.
fn header(out: &mut Markup, document: &Document) {
    out.open("header", &[("class", "doc-header")]);
    out.element("h1", &[("class", "doc-title")], document.title());
    if let Some(subtitle) = &document.subtitle {
        out.element("p", &[("class", "doc-subtitle")], subtitle);
    }
    if !document.facts.is_empty() {
        out.open("dl", &[("class", "doc-facts")]);
        for (name, value) in &document.facts {
            out.open("div", &[]).element("dt", &[], name).element("dd", &[], value).close("div");
        }
        out.close("dl");
    }
    if let Some(publisher) = &document.publisher {
        out.element("p", &[("class", "doc-publisher")], publisher);
    }
    out.close("header");
}

/// The table of contents, nested as the headings are.
fn contents(out: &mut Markup, document: &Document, outline: &Outline<'_>) {
    out.open("nav", &[("class", "doc-contents"), ("aria-label", &document.labels.contents)]);
    out.element("p", &[("class", "doc-contents-title")], &document.labels.contents);
    let mut depth = 0;
    // A page on the web has room for all of them unless the document asks for fewer.
    let most = if document.style.depth == 0 { 4 } else { document.style.depth };
    for entry in outline.entries.iter().filter(|entry| entry.level <= most) {
        if entry.level > depth {
            out.open("ol", &[]);
        } else {
            out.close("li");
            for _ in entry.level..depth {
                out.close("ol").close("li");
            }
        }
        depth = entry.level;
        out.open("li", &[]).open("a", &[("href", &format!("#{}", entry.id))]);
        out.number(entry.number).text(entry.text).close("a");
    }
    for _ in 0..depth {
        out.close("li").close("ol");
    }
    out.close("nav");
}
