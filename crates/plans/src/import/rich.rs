//! Text as a reader sees it: without leftover tags, footnote marks and broken lines, but with what was bold.

use std::ops::Range;

use sheets::Run;

/// Tags that copied text may hold. Anything else in angle brackets is text, an address for example.
const TAGS: [&str; 27] = [
    "p", "i", "b", "em", "strong", "u", "br", "ul", "ol", "li", "span", "div", "sup", "sub", "a", "font", "table",
    "tbody", "thead", "tr", "td", "th", "h1", "h2", "h3", "h4", "small",
];

/// Tags that end a line.
const BREAKS: [&str; 10] = ["br", "p", "li", "div", "tr", "ul", "ol", "h1", "h2", "h3"];

/// Clean text with the stretches of it that are bold, as byte ranges.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Rich {
    /// Lines apart by `\n`.
    pub(super) text: String,
    bold: Vec<Range<usize>>,
}

impl Rich {
    /// Cleans runs of text.
    pub(super) fn new(runs: &[Run]) -> Self {
        let mut builder = Builder::default();
        for run in runs {
            builder.style = run.bold;
            builder.read(&run.text);
        }
        builder.finish()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether most letters of a stretch are bold.
    pub(super) fn is_bold(&self, range: Range<usize>) -> bool {
        let covered: usize =
            self.bold.iter().map(|bold| bold.end.min(range.end).saturating_sub(bold.start.max(range.start))).sum();
        !range.is_empty() && covered * 2 > range.len()
    }

    /// The text on one line; broken words and sentences are joined.
    pub(super) fn flat(&self) -> String {
        join_lines(self.text.lines())
    }

    /// Lines joined where a sentence goes on; a list item keeps its own line.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines: Vec<Vec<&str>> = Vec::new();
        for line in self.text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match lines.last_mut() {
                Some(last) if !starts_item(line) && !ends_item(last, line) => last.push(line),
                _ => lines.push(vec![line]),
            }
        }
        lines.into_iter().map(|parts| join_lines(parts.into_iter())).collect()
    }
}

/// Whether a finished list item stands before a line that starts anew.
fn ends_item(parts: &[&str], line: &str) -> bool {
    let item = parts.first().is_some_and(|first| starts_item(first));
    item && parts.last().is_some_and(|last| last.ends_with('.')) && line.starts_with(char::is_uppercase)
}

/// Whether a line starts with a bullet.
pub(super) fn starts_item(line: &str) -> bool {
    let mut characters = line.chars();
    match characters.next() {
        Some('•' | '◦' | '▪' | '●' | '○' | '■' | '‣' | '·' | '\u{f0b7}' | '\u{f0a7}') => true,
        Some('-' | '–' | '*') => characters.as_str().starts_with(' '),
        _ => false,
    }
}

/// Joins lines into one. A word broken by a hyphen is put together again, unless the hyphen stands for a word left out as
/// in `Kultur- och fritidsnämnden`.
pub(super) fn join_lines<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        if joined.is_empty() {
            joined.push_str(line);
            continue;
        }
        let broken = joined.ends_with('-') && !joined.ends_with(" -") && line.starts_with(char::is_lowercase);
        let first = line.split([' ', ',']).next().unwrap_or_default();
        if broken && !matches!(first, "och" | "eller" | "samt" | "respektive" | "som" | "men" | "till") {
            joined.pop();
        } else {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}

/// Collects clean text.
#[derive(Default)]
struct Builder {
    text: String,
    bold: Vec<Range<usize>>,
    /// The run's own look.
    style: bool,
    /// Open `<b>`, `<strong>` or `**`.
    tags: usize,
    starred: bool,
}

impl Builder {
    fn read(&mut self, text: &str) {
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            let taken = match character {
                '<' => self.tag(rest),
                '&' => self.entity(rest),
                '*' if rest.starts_with("**") => self.stars(),
                '*' => self.star(rest),
                '[' => self.bracket(rest),
                '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' => self.superscript(character),
                other => {
                    self.push(other);
                    other.len_utf8()
                }
            };
            rest = rest.get(taken.max(1)..).unwrap_or_default();
        }
    }

    /// Adds a character; white space is never doubled.
    fn push(&mut self, character: char) {
        if character == '\n' {
            return self.line_break();
        }
        if character.is_whitespace() {
            if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
            return;
        }
        if matches!(character, '.' | ',' | ';' | ')') && self.text.ends_with(' ') && !self.text.ends_with("- ") {
            self.text.pop();
        }
        if character == '•' {
            self.line_break();
        }
        let start = self.text.len();
        self.text.push(character);
        if self.style || self.tags > 0 || self.starred {
            match self.bold.last_mut() {
                Some(last) if last.end + 1 >= start => last.end = self.text.len(),
                _ => self.bold.push(start..self.text.len()),
            }
        }
    }

    fn line_break(&mut self) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// A known tag is left out; a footnote mark in `<sup>` with it.
    fn tag(&mut self, rest: &str) -> usize {
        let known = rest.get(1..).and_then(|inner| {
            let length = inner.bytes().take(200).position(|byte| byte == b'>')?;
            let tag = inner.get(..length)?;
            let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next()?.to_ascii_lowercase();
            TAGS.contains(&name.as_str()).then(|| (name, tag.starts_with('/'), length + 2))
        });
        let Some((name, closing, length)) = known else {
            self.push('<');
            return 1;
        };
        if name == "sup" && !closing {
            let mark =
                rest.get(length..).and_then(|inner| inner.strip_prefix(|c: char| c.is_ascii_digit()).map(|_| inner));
            if let Some(end) = mark.and_then(|inner| inner.find("</sup>").filter(|end| *end <= 3)) {
                return length + end + "</sup>".len();
            }
        }
        if BREAKS.contains(&name.as_str()) {
            self.line_break();
        }
        if name == "li" && !closing {
            self.push('•');
            self.push(' ');
        }
        if name == "b" || name == "strong" {
            self.tags = if closing { self.tags.saturating_sub(1) } else { self.tags + 1 };
        }
        length
    }

    fn entity(&mut self, rest: &str) -> usize {
        let entities =
            [("&amp;", '&'), ("&nbsp;", ' '), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&shy;", '\u{200b}')];
        match entities.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, character)) => {
                if *character != '\u{200b}' {
                    self.push(*character);
                }
                name.len()
            }
            None => {
                self.push('&');
                1
            }
        }
    }

    fn stars(&mut self) -> usize {
        self.starred = !self.starred;
        2
    }

    /// `*word*` is italic; a single star is a mark of its own.
    fn star(&mut self, rest: &str) -> usize {
        let opens = rest.get(1..).is_some_and(|inner| inner.starts_with(char::is_alphanumeric) && has_near(inner, '*'));
        let closes = self.text.ends_with(|c: char| !c.is_whitespace()) && !opens;
        if !opens && !closes {
            self.push('*');
        }
        1
    }

    /// `[1]` is a footnote mark.
    fn bracket(&mut self, rest: &str) -> usize {
        let inner = &rest[1..];
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=3).contains(&digits) && inner[digits..].starts_with(']') {
            self.forget_space();
            return digits + 2;
        }
        self.push('[');
        1
    }

    /// A raised digit is a footnote mark, except after a unit of length.
    fn superscript(&mut self, character: char) -> usize {
        let unit = self
            .text
            .rsplit([' ', '\n'])
            .next()
            .is_some_and(|word| matches!(word.trim_start_matches(|c: char| c.is_ascii_digit()), "m" | "km" | "cm"));
        if unit && !self.text.ends_with(' ') {
            self.push(character);
        } else {
            self.forget_space();
        }
        character.len_utf8()
    }

    /// A mark that stands apart takes the space before it along when another follows.
    fn forget_space(&mut self) {
        if self.text.ends_with(' ') {
            self.text.pop();
        }
    }

    fn finish(mut self) -> Rich {
        let length = self.text.trim_end().len();
        self.text.truncate(length);
        for range in &mut self.bold {
            range.end = range.end.min(length);
        }
        Rich { text: self.text, bold: self.bold }
    }
}

fn has_near(text: &str, mark: char) -> bool {
    text.chars().take(200).take_while(|c| *c != '\n').any(|c| c == mark)
}
