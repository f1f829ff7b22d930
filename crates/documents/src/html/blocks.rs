//! Blocks and the text inside them.

use super::markup::Markup;
use crate::href::{Target, target};
use crate::outline::Outline;
use crate::svg::Drawing;
use crate::{Block, Figure, Inline};

/// The elements of headings, below the title's `h1`.
const HEADINGS: [&str; 4] = ["h2", "h3", "h4", "h5"];

/// The text of the document under construction.
pub(super) struct Body<'a> {
    pub out: Markup,
    pub outline: Outline<'a>,
    pub headings: usize,
}

impl Body<'_> {
    pub fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { text, .. } => self.heading(text),
            Block::Paragraph(parts) => self.paragraph("", parts),
            Block::Lead(parts) => self.paragraph("doc-lead", parts),
            Block::List { ordered, items } => self.list(if *ordered { "ol" } else { "ul" }, items),
            Block::Table(table) => self.table(table),
            Block::Facts(facts) => self.facts(facts),
            Block::Figure(figure) => self.figure(figure),
            Block::Quote(parts) => self.framed("blockquote", &[("class", "doc-quote")], parts),
            Block::Note(parts) => self.framed("div", &[("class", "doc-note"), ("role", "note")], parts),
            Block::PageBreak => {
                self.out.raw("<hr class=\"doc-break\">\n");
            }
        }
    }

    fn heading(&mut self, text: &str) {
        let Some(entry) = self.outline.entries.get(self.headings).filter(|entry| entry.text == text.trim()) else {
            return;
        };
        self.headings += 1;
        let name = HEADINGS[usize::from(entry.level - 1)];
        self.out.open(name, &[("id", &entry.id)]).number(entry.number).text(entry.text).close(name);
    }

    fn paragraph(&mut self, class: &str, parts: &[Inline]) {
        if parts.is_empty() {
            return;
        }
        let attributes = [("class", class)];
        self.out.open("p", if class.is_empty() { &[] } else { &attributes });
        self.inlines(parts);
        self.out.close("p");
    }

    fn framed(&mut self, name: &str, attributes: &[(&str, &str)], parts: &[Inline]) {
        self.out.open(name, attributes);
        self.paragraph("", parts);
        self.out.close(name);
    }

    fn list(&mut self, name: &str, items: &[Vec<Inline>]) {
        if items.is_empty() {
            return;
        }
        self.out.open(name, &[("class", "doc-list")]);
        for item in items {
            self.out.open("li", &[]);
            self.inlines(item);
            self.out.close("li");
        }
        self.out.close(name);
    }

    fn facts(&mut self, facts: &[(String, Vec<Inline>)]) {
        if facts.is_empty() {
            return;
        }
        self.out.open("dl", &[("class", "doc-facts")]);
        for (name, value) in facts {
            self.out.open("div", &[]).element("dt", &[], name).open("dd", &[]);
            self.inlines(value);
            self.out.close("dd").close("div");
        }
        self.out.close("dl");
    }

    fn figure(&mut self, figure: &Figure) {
        self.out.open("figure", &[("class", "doc-figure")]);
        match Drawing::read(&figure.svg) {
            Some(drawing) => {
                self.out.open("div", &[("role", "img"), ("aria-label", &figure.alt)]);
                self.out.raw(drawing.markup()).close("div");
            }
            None => {
                self.out.element("p", &[], &figure.alt);
            }
        }
        if !figure.caption.is_empty() {
            self.out.open("figcaption", &[]);
            self.inlines(&figure.caption);
            self.out.close("figcaption");
        }
        if let Some(data) = &figure.data {
            self.table(data);
        }
        self.out.close("figure");
    }

    pub fn inlines(&mut self, parts: &[Inline]) {
        for part in parts {
            match part {
                Inline::Text(text) => self.out.text(text),
                Inline::Strong(text) => self.out.element("strong", &[], text),
                Inline::Emphasis(text) => self.out.element("em", &[], text),
                Inline::LineBreak => self.out.raw("<br>"),
                Inline::Link { text, href } => self.link(text, href),
            };
        }
    }

    fn link(&mut self, text: &str, href: &str) -> &mut Markup {
        let place = match target(href) {
            Some(Target::Absolute(url) | Target::Site(url)) => Some(url.to_owned()),
            Some(Target::Anchor(anchor)) => self.outline.id(anchor).map(|id| format!("#{id}")),
            None => None,
        };
        match place {
            Some(place) => self.out.element("a", &[("href", &place)], text),
            None => self.out.text(text),
        }
    }
}
