//! A line-level reading of Fluent files: which messages there are, what they use, and what cannot be right.

use std::collections::BTreeSet;

/// A message or a term.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Its key; terms keep their leading hyphen, attributes are joined with a dot.
    pub key: String,
    pub line: usize,
    /// The names after `$`.
    pub variables: BTreeSet<String>,
    /// Messages and terms it is built from.
    pub references: BTreeSet<String>,
}

/// A file's messages and the lines that are wrong, with the reason.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Fluent {
    pub messages: Vec<Message>,
    pub faults: Vec<(usize, &'static str)>,
}

impl Fluent {
    /// Reads a file line by line.
    pub fn of(text: &str) -> Self {
        let mut file = Self::default();
        let mut open = Open::default();
        for (index, line) in text.lines().enumerate() {
            file.line(index + 1, line, &mut open);
        }
        file.close(&mut open);
        file
    }

    fn line(&mut self, number: usize, line: &str, open: &mut Open) {
        let trimmed = line.trim_start();
        let indented = trimmed.len() < line.len();
        if trimmed.is_empty() {
            return;
        }
        if line.contains('\t') {
            self.faults.push((number, "indent with spaces, Fluent does not know tabs"));
        }
        if trimmed.starts_with('#') && !indented {
            self.close(open);
        } else if indented && trimmed.starts_with('.') && open.depth == 0 {
            self.attribute(number, trimmed, open);
        } else if indented || trimmed.starts_with('}') {
            self.more(number, trimmed, open);
        } else {
            self.close(open);
            self.message(number, line, open);
        }
    }

    fn message(&mut self, number: usize, line: &str, open: &mut Open) {
        match line.split_once('=') {
            Some((key, value)) if is_key(key.trim()) => {
                let key = key.trim();
                open.parent = key.to_owned();
                self.begin(number, key, value, open);
            }
            _ => self
                .faults
                .push((number, "begin a message with `key = text`, a comment with `#`, and indent what continues")),
        }
    }

    fn attribute(&mut self, number: usize, line: &str, open: &mut Open) {
        match line[1..].split_once('=') {
            Some((name, value)) if is_key(name.trim()) && !open.parent.is_empty() => {
                open.empty = false;
                let key = format!("{}.{}", open.parent, name.trim());
                self.begin(number, &key, value, open);
            }
            _ => self.faults.push((number, "write an attribute as `.name = text` under its message")),
        }
    }

    fn begin(&mut self, number: usize, key: &str, value: &str, open: &mut Open) {
        self.check_empty(open);
        self.messages.push(Message { key: key.to_owned(), line: number, ..Message::default() });
        open.line = number;
        open.empty = value.trim().is_empty();
        self.take(value, open);
    }

    fn more(&mut self, number: usize, line: &str, open: &mut Open) {
        if open.parent.is_empty() {
            self.faults.push((number, "this line continues no message"));
            return;
        }
        open.empty = false;
        self.take(line, open);
    }

    fn take(&mut self, value: &str, open: &mut Open) {
        let depth = value.matches('{').count() as i32 - value.matches('}').count() as i32;
        open.depth += depth;
        if let Some(message) = self.messages.last_mut() {
            message.variables.extend(words_after(value, '$'));
            message.references.extend(placeables(value));
        }
    }

    fn close(&mut self, open: &mut Open) {
        self.check_empty(open);
        if open.depth != 0 {
            self.faults.push((open.line, "as many `}` as `{` belong in a message"));
        }
        *open = Open::default();
    }

    fn check_empty(&mut self, open: &Open) {
        if open.empty {
            self.faults.push((open.line, "give the message a text"));
        }
    }
}

/// The message that is being read.
#[derive(Default)]
struct Open {
    parent: String,
    line: usize,
    depth: i32,
    empty: bool,
}

/// Whether a text can be a key: a letter, then letters, digits, `_` and `-`; a term begins with `-`.
pub fn is_key(text: &str) -> bool {
    let word = text.strip_prefix('-').unwrap_or(text);
    word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.chars().all(is_key_character)
}

fn is_key_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

fn words_after(text: &str, mark: char) -> impl Iterator<Item = String> + '_ {
    let words = text.split(mark).skip(1).map(|rest| rest.chars().take_while(|c| is_key_character(*c)).collect());
    words.filter(|word: &String| !word.is_empty())
}

/// `{ other-message }`, `{ -term }` and `{ -term(case: "x") }`; variables, literals, functions and options are not among them.
fn placeables(text: &str) -> impl Iterator<Item = String> + '_ {
    let inner = text.split('{').skip(1).map(|rest| rest.split(['}', '>']).next().unwrap_or(rest));
    let words = inner.map(|inside| inside.trim_end_matches('-').trim()).map(|inside| match inside.split_once('(') {
        Some((term, _)) if term.starts_with('-') => term,
        Some(_) => "",
        None => inside,
    });
    words.filter(|word| is_key(word.split('.').next().unwrap_or(word))).map(str::to_owned)
}
