//! The text: one paragraph, list or table for each block.

use super::inlines::bookmark;
use super::parts::{MAIN, Media};
use super::xml::Xml;
use crate::outline::Outline;
use crate::{Block, Density, Document, DocumentError, Inline, Orientation, Paper};

/// What the text needs beside itself.
pub(super) struct Text {
    /// `word/document.xml`.
    pub xml: String,
    /// Addresses of the web, in the order of their relations.
    pub links: Vec<String>,
    /// Images, two files for each figure.
    pub media: Vec<Media>,
    /// How many numbered lists there are; each counts for itself.
    pub ordered_lists: usize,
}

/// The text under construction.
pub(super) struct Body<'a> {
    pub document: &'a Document,
    pub outline: Outline<'a>,
    pub xml: Xml,
    pub links: Vec<String>,
    pub media: Vec<Media>,
    headings: usize,
    ordered_lists: usize,
    /// The next paragraph starts a page.
    new_page: bool,
    /// The last thing written was a table: the next needs air, and another table would grow into it.
    pub after_table: bool,
}

/// The list of bullets in the numbering part; numbered lists follow it.
pub(super) const BULLETS: usize = 1;

pub(super) fn write(document: &Document) -> Result<Text, DocumentError> {
    let mut body = Body {
        document,
        outline: Outline::of(document),
        xml: Xml::part(),
        links: Vec::new(),
        media: Vec::new(),
        headings: 0,
        ordered_lists: 0,
        new_page: false,
        after_table: false,
    };
    body.xml.start("w:document", MAIN).start("w:body", &[]);
    body.front();
    for block in &document.blocks {
        body.block(block)?;
    }
    if body.after_table {
        body.spacer();
    }
    body.section();
    let Body { xml, links, media, ordered_lists, .. } = body;
    Ok(Text { xml: xml.finish(), links, media, ordered_lists })
}

impl Body<'_> {
    /// Title, facts and contents.
    fn front(&mut self) {
        let document = self.document;
        self.paragraph("Title", |body| body.run(None, document.title()));
        if let Some(subtitle) = &document.subtitle {
            self.paragraph("Subtitle", |body| body.run(None, subtitle));
        }
        if let Some(publisher) = document.publisher.as_ref().filter(|_| document.style.cover) {
            self.paragraph("Publisher", |body| body.run(None, publisher));
        }
        if !document.facts.is_empty() {
            let facts: Vec<_> =
                document.facts.iter().map(|(name, value)| (name.clone(), vec![Inline::text(value)])).collect();
            self.facts(&facts);
        }
        self.new_page = document.style.cover;
        if document.style.contents && !self.outline.entries.is_empty() {
            self.contents();
            self.new_page = true;
        }
    }

    /// A field Word can renew, filled with what it will find. Only Word knows the pages, so they come when it does.
    fn contents(&mut self) {
        self.xml.start("w:sdt", &[]).start("w:sdtPr", &[]).start("w:docPartObj", &[]);
        self.xml.value("w:docPartGallery", "Table of Contents").empty("w:docPartUnique", &[]).end().end();
        self.xml.start("w:sdtContent", &[]);
        let title = self.document.labels.contents.as_str();
        self.paragraph("TOCHeading", |body| body.run(None, title));
        let entries: Vec<_> = self
            .outline
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.level <= self.document.style.contents_depth())
            .collect();
        let lines: Vec<_> = entries
            .into_iter()
            .map(|(at, entry)| (at, format!("TOC{}", entry.level), numbered(entry.number, entry.text)))
            .collect();
        for (line, (at, style, text)) in lines.into_iter().enumerate() {
            self.paragraph(&style, |body| {
                if line == 0 {
                    body.field_start(" TOC \\o \"1-3\" \\h \\z \\u ");
                }
                body.xml.start("w:hyperlink", &[("w:anchor", &bookmark(at)), ("w:history", "1")]);
                body.run(None, &text);
                body.xml.end();
            });
        }
        self.paragraph("Normal", |body| body.field_character("end"));
        self.xml.end().end();
    }

    fn field_start(&mut self, instruction: &str) {
        self.field_character("begin");
        self.xml.start("w:r", &[]).element("w:instrText", &[("xml:space", "preserve")], instruction).end();
        self.field_character("separate");
    }

    fn field_character(&mut self, kind: &str) {
        self.xml.start("w:r", &[]).empty("w:fldChar", &[("w:fldCharType", kind)]).end();
    }

    fn block(&mut self, block: &Block) -> Result<(), DocumentError> {
        match block {
            Block::Heading { text, .. } => self.heading(text),
            Block::Paragraph(parts) => self.paragraph("BodyText", |body| body.inlines(parts)),
            Block::Lead(parts) => self.paragraph("Lead", |body| body.inlines(parts)),
            Block::Quote(parts) => self.paragraph("Quote", |body| body.inlines(parts)),
            Block::Note(parts) => self.paragraph("Note", |body| body.inlines(parts)),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Table(table) => self.table(table),
            Block::Facts(facts) => self.facts(facts),
            Block::Figure(figure) => return self.figure(figure),
            Block::PageBreak => self.new_page = true,
        }
        Ok(())
    }

    fn heading(&mut self, text: &str) {
        let at = self.headings;
        let Some(entry) = self.outline.entries.get(at).filter(|entry| entry.text == text.trim()) else { return };
        let (style, text) = (format!("Heading{}", entry.level), numbered(entry.number, entry.text));
        self.headings += 1;
        self.paragraph(&style, |body| {
            let id = at.to_string();
            body.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark(at))]);
            body.run(None, &text);
            body.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        });
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Inline>]) {
        self.ordered_lists += usize::from(ordered && !items.is_empty());
        let number = if ordered { BULLETS + self.ordered_lists } else { BULLETS }.to_string();
        for item in items {
            self.styled(if ordered { "ListNumber" } else { "ListBullet" }, Some(&number), |body| body.inlines(item));
        }
    }

    /// A paragraph in a style.
    pub fn paragraph(&mut self, style: &str, content: impl FnOnce(&mut Self)) {
        self.styled(style, None, content);
    }

    fn styled(&mut self, style: &str, list: Option<&str>, content: impl FnOnce(&mut Self)) {
        self.xml.start("w:p", &[]).start("w:pPr", &[]).value("w:pStyle", style);
        if std::mem::take(&mut self.new_page) {
            self.xml.empty("w:pageBreakBefore", &[]);
        }
        if let Some(number) = list {
            self.xml.start("w:numPr", &[]).value("w:ilvl", "0").value("w:numId", number).end();
        }
        // Headings and captions bring their own air.
        let close = !style.starts_with("Heading") && !style.ends_with("Caption");
        if std::mem::take(&mut self.after_table) && close {
            self.xml.empty("w:spacing", &[("w:before", "240")]);
        }
        self.xml.end();
        content(self);
        self.xml.end();
    }

    /// What has to stand before a table: the new page, or something that keeps two tables apart.
    pub fn before_table(&mut self) {
        if self.new_page || self.after_table {
            self.spacer();
        }
    }

    fn spacer(&mut self) {
        self.after_table = false;
        self.paragraph("Spacer", |_| {});
    }

    /// The sheet, its margins, header and footer.
    fn section(&mut self) {
        let (width, height) = sheet(self.document);
        let margin = margin(self.document).to_string();
        let edge = if self.document.style.density == Density::Compact { "794" } else { "1418" };
        self.xml.start("w:sectPr", &[]);
        self.xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "header")]);
        self.xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer")]);
        let (wide, high) = (width.to_string(), height.to_string());
        let mut size = vec![("w:w", wide.as_str()), ("w:h", high.as_str())];
        size.extend((width > height).then_some(("w:orient", "landscape")));
        self.xml.empty("w:pgSz", &size);
        let margins = [("w:top", edge), ("w:right", &margin), ("w:bottom", edge), ("w:left", &margin)];
        let frame = [("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")];
        self.xml.empty("w:pgMar", &[margins.as_slice(), &frame].concat());
        if self.document.style.cover {
            self.xml.empty("w:titlePg", &[]);
        }
        self.xml.end();
    }

    /// The width of the text in twentieths of a point.
    pub fn text_width(&self) -> u32 {
        sheet(self.document).0 - 2 * margin(self.document)
    }
}

/// Width and height in twentieths of a point.
fn sheet(document: &Document) -> (u32, u32) {
    let (short, long) = if document.page.paper == Paper::A3 { (16838, 23811) } else { (11906, 16838) };
    if document.page.orientation == Orientation::Landscape { (long, short) } else { (short, long) }
}

/// The margin at the sides in twentieths of a point.
fn margin(document: &Document) -> u32 {
    if document.style.density == Density::Compact { 737 } else { 1474 }
}

/// A heading's text with its number, an en space between.
fn numbered(number: Option<&str>, text: &str) -> String {
    number.map_or_else(|| text.to_owned(), |number| format!("{number}\u{2002}{text}"))
}
