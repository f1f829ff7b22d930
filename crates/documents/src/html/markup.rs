//! Elements, attributes and escaping.

use crate::text::clean;

/// Markup under construction.
#[derive(Default)]
pub(super) struct Markup(String);

impl Markup {
    /// A start tag.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            self.0.push(' ');
            self.0.push_str(key);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
        self
    }

    /// An end tag. Blocks end their line.
    pub fn close(&mut self, name: &str) -> &mut Self {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push_str(if matches!(name, "a" | "strong" | "em" | "span") { ">" } else { ">\n" });
        self
    }

    /// An element of text.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.open(name, attributes).text(text).close(name)
    }

    /// Text, escaped for content and for attributes in quotation marks.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in clean(text).chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// A heading's number, if it has one.
    pub fn number(&mut self, number: Option<&str>) -> &mut Self {
        match number {
            Some(number) => self.element("span", &[("class", "doc-number")], number).text(" "),
            None => self,
        }
    }

    /// Markup that is known to be safe.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    pub fn finish(self) -> String {
        self.0
    }
}
