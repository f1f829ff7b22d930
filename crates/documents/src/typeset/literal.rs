//! Values as Typst source. Text is only ever written as a string literal, so that nothing in it is markup.

use std::fmt::Write as _;

/// Source under construction.
#[derive(Default)]
pub(super) struct Code(String);

impl Code {
    /// Source as it stands.
    pub fn raw(&mut self, source: &str) -> &mut Self {
        self.0.push_str(source);
        self
    }

    /// A string literal.
    pub fn string(&mut self, text: &str) -> &mut Self {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.0.extend(['\\', c]),
                c if c.is_control() => self.escape(c),
                c => self.0.push(c),
            }
        }
        self.0.push('"');
        self
    }

    /// A string literal, or `none`.
    pub fn optional(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.string(text),
            None => self.raw("none"),
        }
    }

    /// A number.
    pub fn number(&mut self, number: impl std::fmt::Display) -> &mut Self {
        self.raw(&number.to_string())
    }

    /// An array; the comma behind the last value makes an array of one.
    pub fn array<T>(&mut self, values: impl IntoIterator<Item = T>, mut one: impl FnMut(&mut Self, T)) -> &mut Self {
        self.raw("(");
        for value in values {
            one(self, value);
            self.raw(", ");
        }
        self.raw(")")
    }

    pub fn finish(self) -> String {
        self.0
    }

    fn escape(&mut self, c: char) {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "\\u{{{:x}}}", u32::from(c));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_a_literal() {
        let mut code = Code::default();
        code.string("a\"b\\c#d\u{1}").raw(" ").optional(None).raw(" ").array(["x"], |code, x| {
            code.string(x);
        });
        assert_eq!(code.finish(), r##""a\"b\\c#d\u{1}" none ("x", )"##);
    }
}
