//! Text inside paragraphs: runs, links and line breaks.

use super::body::Body;
use super::parts::link_id;
use crate::Inline;
use crate::href::{Target, target};

impl Body<'_> {
    pub(super) fn inlines(&mut self, parts: &[Inline]) {
        for part in parts {
            match part {
                Inline::Text(text) => self.run(None, text),
                Inline::Strong(text) => self.run(Some("Strong"), text),
                Inline::Emphasis(text) => self.run(Some("Emphasis"), text),
                Inline::Link { text, href } => self.link(text, href),
                Inline::LineBreak => {
                    self.xml.start("w:r", &[]).empty("w:br", &[]).end();
                }
            }
        }
    }

    /// A run of text, perhaps in a character style.
    pub(super) fn run(&mut self, style: Option<&str>, text: &str) {
        if text.is_empty() {
            return;
        }
        self.xml.start("w:r", &[]);
        if let Some(style) = style {
            self.xml.start("w:rPr", &[]).value("w:rStyle", style).end();
        }
        self.xml.element("w:t", &[("xml:space", "preserve")], text).end();
    }

    fn link(&mut self, text: &str, href: &str) {
        match target(href) {
            Some(Target::Absolute(url)) => {
                let id = self.relate_link(url);
                self.xml.start("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
            }
            Some(Target::Anchor(anchor)) if self.outline.place(anchor).is_some() => {
                let name = bookmark(self.outline.place(anchor).unwrap_or_default());
                self.xml.start("w:hyperlink", &[("w:anchor", &name), ("w:history", "1")]);
            }
            _ => return self.run(None, text),
        }
        self.run(Some("Hyperlink"), text);
        self.xml.end();
    }
}

impl Body<'_> {
    /// The relation of an address; the same address has one.
    fn relate_link(&mut self, url: &str) -> String {
        let at = self.links.iter().position(|known| known == url).unwrap_or_else(|| {
            self.links.push(url.to_owned());
            self.links.len() - 1
        });
        link_id(at)
    }
}

/// The name of a heading's bookmark. Word allows 40 letters, digits and underscores, a letter first.
pub(super) fn bookmark(heading: usize) -> String {
    format!("avsnitt_{}", heading + 1)
}
