//! The document as Typst source: a dictionary of what it is called, the fixed template, and one call for each block.

use super::coverage::Glyphs;
use super::literal::Code;
use crate::block::plain;
use crate::href::{Target, target};
use crate::model::PageLabel;
use crate::outline::Outline;
use crate::svg::Drawing;
use crate::text::short;
use crate::{
    Align, Block, Column, Density, Document, DocumentError, Figure, Inline, Orientation, Paper, Table, TableRow,
};

/// How everything is set. Data is written around it, never into it.
const TEMPLATE: &str = include_str!("../typst/document.typ");

/// PDF/A knows no longer strings: titles, names of bookmarks, text alternatives.
const LONGEST_NAME: usize = 1500;
/// What fits on one line of the running header.
const RUNNING: usize = 90;
/// Rows of more lines than this may break over pages.
const WHOLE_ROW: usize = 24;
/// Characters of table text that fit on one line of the full width.
const LINE: usize = 100;
/// About how high a line of table text is, and what each row has around it; in tenths of a millimetre.
const LINE_HIGH: usize = 44;
const ROW_HIGH: usize = 33;
/// Tables of at most half a page, in the same measure, stand on one page.
const WHOLE_TABLE: usize = 1200;

/// The whole source.
pub(super) fn write(document: &Document, glyphs: &Glyphs<'_>) -> Result<String, DocumentError> {
    let outline = Outline::of(document);
    let mut writer = Writer { document, glyphs, outline, code: Code::default(), headings: 0, figures: 0 };
    writer.head();
    writer.code.raw("\n").raw(TEMPLATE);
    for (at, block) in document.blocks.iter().enumerate() {
        writer.block(block, document.blocks.get(at + 1))?;
    }
    Ok(writer.code.finish())
}

struct Writer<'a> {
    document: &'a Document,
    glyphs: &'a Glyphs<'a>,
    outline: Outline<'a>,
    code: Code,
    headings: usize,
    figures: usize,
}

impl Writer<'_> {
    /// The dictionary the template reads.
    fn head(&mut self) {
        let document = self.document;
        self.code.raw("#let doc = (\n");
        self.named("title", Some(short(document.title(), LONGEST_NAME).as_ref()));
        self.named("subtitle", document.subtitle.as_deref());
        self.named("publisher", document.publisher.as_deref());
        self.named("description", document.description.as_deref().map(|text| short(text, LONGEST_NAME)).as_deref());
        self.named("running-title", Some(short(document.title(), RUNNING).as_ref()));
        self.named("running", Some(short(document.running().unwrap_or_default(), RUNNING).as_ref()));
        self.named("footer", Some(short(document.footer.as_deref().unwrap_or_default(), 2 * RUNNING).as_ref()));
        let contents = document.style.contents && !self.outline.entries.is_empty();
        self.named("contents", contents.then_some(document.labels.contents.as_str()));
        self.named("contents-depth", Some(document.style.contents_depth().to_string().as_str()));
        self.named("lang", Some(document.language.code()));
        self.named("region", document.language.tag().split('-').nth(1));
        self.named("paper", Some(if document.page.paper == Paper::A3 { "a3" } else { "a4" }));
        self.lists();
        self.switch("flipped", document.page.orientation == Orientation::Landscape);
        self.switch("cover", document.style.cover);
        self.switch("compact", document.style.density == Density::Compact);
        self.date();
        self.page_label();
        self.code.raw(")\n");
    }

    fn named(&mut self, name: &str, text: Option<&str>) {
        let text = text.map(|text| self.glyphs.set(text)).filter(|text| !text.trim().is_empty() || name == "contents");
        let empty = matches!(name, "running" | "running-title" | "footer").then_some("");
        self.code.raw("  ").raw(name).raw(": ").optional(text.as_deref().or(empty)).raw(",\n");
    }

    fn switch(&mut self, name: &str, on: bool) {
        self.code.raw("  ").raw(name).raw(if on { ": true,\n" } else { ": false,\n" });
    }

    /// Values that are lists: their text is metadata or stands on the cover.
    fn lists(&mut self) {
        let (document, glyphs) = (self.document, self.glyphs);
        let name = |code: &mut Code, text: &String| {
            code.string(&glyphs.covered(&short(text, LONGEST_NAME)));
        };
        self.code.raw("  authors: ").array(&document.publisher, name);
        self.code.raw(",\n  keywords: ").array(&document.keywords, name);
        self.code.raw(",\n  facts: ").array(&document.facts, |code, (name, value)| {
            code.array([name, value], |code, text| {
                code.string(&glyphs.set(text));
            });
        });
        self.code.raw(",\n");
    }

    fn date(&mut self) {
        self.code.raw("  date: ");
        match self.document.day() {
            Some((year, month, day)) => {
                self.code.raw("datetime(year: ").number(year).raw(", month: ").number(month);
                self.code.raw(", day: ").number(day).raw("),\n")
            }
            None => self.code.raw("none,\n"),
        };
    }

    fn page_label(&mut self) {
        let glyphs = self.glyphs;
        self.code.raw("  page-label: (page, pages) => ");
        self.code.array(self.document.labels.page_parts(), |code, part| {
            match part {
                PageLabel::Text(text) => code.string(&glyphs.covered(text)),
                PageLabel::Page => code.raw("page"),
                PageLabel::Pages => code.raw("pages"),
            };
        });
        self.code.raw(".join(),\n");
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) -> Result<(), DocumentError> {
        match block {
            Block::Heading { text, .. } => self.heading(text),
            Block::Paragraph(parts) => self.prose("prose", parts),
            Block::Lead(parts) => self.prose("lead", parts),
            Block::Quote(parts) => self.prose("quotation", parts),
            Block::Note(parts) => self.prose("note", parts),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Table(table) => self.table(table),
            Block::Facts(facts) => self.facts(facts, matches!(next, Some(Block::Figure(_)))),
            Block::Figure(figure) => return self.figure(figure),
            Block::PageBreak => {
                self.code.raw("#leaf()\n");
            }
        }
        Ok(())
    }

    fn heading(&mut self, text: &str) {
        let Some(entry) = self.outline.entries.get(self.headings).filter(|entry| entry.text == text.trim()) else {
            return;
        };
        self.headings += 1;
        // A heading is also a bookmark, and a bookmark has an end. What is left over follows as text.
        let cut = entry.text.char_indices().nth(LONGEST_NAME).map_or(entry.text.len(), |(at, _)| at);
        let (name, rest) = entry.text.split_at(cut);
        self.code.raw("#chapter(").number(entry.level).raw(", ").string(&self.glyphs.set(name));
        if let Some(number) = entry.number {
            self.code.raw(", number: ").string(&self.glyphs.set(&short(number, RUNNING)));
        }
        self.code.raw(", name: ").string(&entry.id).raw(")\n");
        if !rest.is_empty() {
            self.code.raw("#prose(").string(&self.glyphs.set(rest)).raw(")\n");
        }
    }

    fn prose(&mut self, call: &str, parts: &[Inline]) {
        if parts.is_empty() {
            return;
        }
        self.code.raw("#").raw(call).raw("(");
        self.inlines(parts);
        self.code.raw(")\n");
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Inline>]) {
        if items.is_empty() {
            return;
        }
        self.code.raw(if ordered { "#steps(" } else { "#bullets(" });
        for item in items {
            self.inlines(item);
            self.code.raw(", ");
        }
        self.code.raw(")\n");
    }

    /// Facts; what a figure shows stands on its page.
    fn facts(&mut self, facts: &[(String, Vec<Inline>)], before_figure: bool) {
        if facts.is_empty() {
            return;
        }
        self.code.raw(if before_figure { "#record(with-next: true, " } else { "#record(" });
        for (name, value) in facts {
            self.code.raw("(").string(&self.glyphs.set(name)).raw(", ");
            self.inlines(value);
            self.code.raw("),\n  ");
        }
        self.code.raw(")\n");
    }

    fn figure(&mut self, figure: &Figure) -> Result<(), DocumentError> {
        self.figures += 1;
        let drawing = Drawing::read(&figure.svg).ok_or(DocumentError::Figure { number: self.figures })?;
        let caption = plain(&figure.caption);
        let alt = [figure.alt.trim(), caption.trim(), self.document.title()].into_iter().find(|text| !text.is_empty());
        let alt = short(alt.unwrap_or_default(), LONGEST_NAME);
        self.code.raw("#picture(").string(drawing.markup()).raw(", alt: ").string(&self.glyphs.covered(&alt));
        self.code.raw(", width: ").number(drawing.width_on_page(self.document.page)).raw("pt");
        if !caption.trim().is_empty() {
            self.code.raw(", caption: run(");
            self.inlines(&figure.caption);
            self.code.raw(")");
        }
        self.code.raw(")\n");
        if let Some(data) = &figure.data {
            self.table(data);
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) {
        let columns = table.full_columns();
        if columns.is_empty() {
            return;
        }
        self.code.raw("#matter(names: ").raw(if table.header_column { "true" } else { "false" });
        if let Some(caption) = table.caption.as_deref().filter(|caption| !caption.trim().is_empty()) {
            self.code.raw(", caption: ").string(&self.glyphs.set(caption));
        }
        let titled = columns.iter().any(|column| !column.title.trim().is_empty());
        self.code.raw(if titled { "" } else { ", titled: false" });
        self.code.raw(if is_short(table, &columns) { ", whole: true" } else { "" });
        self.columns(&columns);
        for row in &table.rows {
            self.row(row, &columns);
        }
        self.code.raw(")\n");
    }

    fn columns(&mut self, columns: &[Column]) {
        let glyphs = self.glyphs;
        self.code.raw(", columns: ").array(columns, |code, column| {
            let side = match column.align {
                Align::Start => "start",
                Align::End => "end",
                Align::Center => "center",
            };
            code.raw("(")
                .string(&glyphs.set(&column.title))
                .raw(", ")
                .number(column.share())
                .raw(", ")
                .raw(side)
                .raw(")");
        });
        self.code.raw(",\n");
    }

    fn row(&mut self, row: &TableRow, columns: &[Column]) {
        match row {
            TableRow::Group(title) => {
                self.code.raw("  group(").string(&self.glyphs.set(title));
            }
            TableRow::Cells(cells) => {
                self.code.raw("  row(");
                for at in 0..columns.len() {
                    self.inlines(cells.get(at).map_or(&[], Vec::as_slice));
                    self.code.raw(", ");
                }
                self.code.raw(if lines(cells, columns) > WHOLE_ROW { "whole: false" } else { "" });
            }
        }
        self.code.raw("),\n");
    }

    /// A run of text: one literal where it is plain, otherwise an array.
    fn inlines(&mut self, parts: &[Inline]) {
        match parts {
            [] => {
                self.code.raw("\"\"");
            }
            [Inline::Text(text)] => {
                self.code.string(&self.glyphs.set(text));
            }
            parts => {
                self.code.raw("(");
                for part in parts {
                    self.inline(part);
                    self.code.raw(", ");
                }
                self.code.raw(")");
            }
        }
    }

    fn inline(&mut self, part: &Inline) {
        let text = self.glyphs.set(part.plain());
        match part {
            Inline::Text(_) => self.code.string(&text),
            Inline::Strong(_) => self.code.raw("b(").string(&text).raw(")"),
            Inline::Emphasis(_) => self.code.raw("i(").string(&text).raw(")"),
            Inline::LineBreak => self.code.raw("br"),
            Inline::Link { href, .. } => match target(href) {
                _ if text.trim().is_empty() => self.code.string(&text),
                Some(Target::Absolute(url)) => self.code.raw("a(").string(&text).raw(", ").string(url).raw(")"),
                Some(Target::Anchor(anchor)) if self.outline.id(anchor).is_some() => {
                    let id = self.outline.id(anchor).unwrap_or_default();
                    self.code.raw("r(").string(&text).raw(", ").string(id).raw(")")
                }
                _ => self.code.string(&text),
            },
        };
    }
}

/// Whether a table takes at most half a page.
fn is_short(table: &Table, columns: &[Column]) -> bool {
    let high = |row: &TableRow| match row {
        TableRow::Group(_) => ROW_HIGH + LINE_HIGH,
        TableRow::Cells(cells) => ROW_HIGH + LINE_HIGH * (lines(cells, columns) + 1),
    };
    table.rows.iter().map(high).sum::<usize>() <= WHOLE_TABLE
}

/// Roughly how many lines the tallest cell of a row has.
fn lines(cells: &[Vec<Inline>], columns: &[Column]) -> usize {
    let total: usize = columns.iter().map(|column| usize::from(column.share())).sum();
    let lines = cells.iter().zip(columns).map(|(cell, column)| {
        let characters: usize = cell.iter().map(|part| part.plain().chars().count()).sum();
        characters * total / (usize::from(column.share()) * LINE)
            + cell.iter().filter(|p| **p == Inline::LineBreak).count()
    });
    lines.max().unwrap_or(0)
}
