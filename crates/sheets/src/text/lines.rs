//! Physical lines, freed from the characters that only typesetting needs.

use std::borrow::Cow;

use crate::{Note, NoteKind, Place};

/// One line of the text.
pub(super) struct Line<'a> {
    /// The text without its end.
    pub(super) text: Cow<'a, str>,
    /// Counted from 1.
    pub(super) number: u32,
    /// Whether a new page starts here.
    pub(super) page_break: bool,
}

impl Line<'_> {
    pub(super) fn place(&self) -> Place {
        Place::Line { line: self.number }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether the line starts as the middle of a sentence or list does: small letter, bullet, bracket.
    pub(super) fn goes_on(&self) -> bool {
        let trimmed = self.text.trim_start();
        super::item(trimmed).is_some()
            || trimmed.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | '&' | ','))
    }

    /// Whether the line names a part of the document: `Word 2: …`, all capitals, or a page number.
    pub(super) fn stands_alone(&self) -> bool {
        let trimmed = self.text.trim();
        trimmed.len() <= 300
            && (is_label(trimmed) || is_shouted(trimmed) || is_page_number(trimmed) || trimmed.starts_with('#'))
    }
}

/// `Mål 2: …`, `4.1 Målbild 1 – …`: a word, a number and a mark.
fn is_label(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
    let mut words = text.split_whitespace();
    let (Some(word), Some(number)) = (words.next(), words.next()) else { return false };
    if !word.chars().all(char::is_alphabetic) || !word.starts_with(char::is_uppercase) {
        return false;
    }
    let digits = number.trim_end_matches([':', '.', '–', '-']);
    let numbered = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    numbered
        && digits.len() <= 4
        && (digits.len() < number.len() || matches!(words.next(), None | Some("–" | "-" | ":")))
}

/// Two words or more, in capitals only.
fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 8 && text.contains(' ') && !text.chars().any(char::is_lowercase)
}

/// `12`, `Sida 3 (12)`, `3/12`.
pub(super) fn is_page_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let rest = lower.trim_start_matches(|c: char| c == '-' || c == '–' || c.is_whitespace());
    let named = ["sidan", "sida", "sid", "page"].iter().find_map(|word| rest.strip_prefix(word));
    let digits = named.unwrap_or(rest).trim_start_matches([' ', '.', ':']);
    let marks = |c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '/' | ' ' | '-' | '–');
    let counts = digits.replace(" av ", "/");
    let short = text.len() <= 20 && counts.starts_with(|c: char| c.is_ascii_digit()) && counts.chars().all(marks);
    // A bare number longer than three digits is a year or an amount.
    short && (named.is_some() || counts.contains(['(', '/']) || counts.trim().len() <= 3)
}

/// Four digits that are a year of our time.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4
        && (text.starts_with("19") || text.starts_with("20"))
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Splits at every kind of line end; a form feed ends a line and starts a page.
pub(super) fn split<'a>(input: &'a str, notes: &mut Vec<Note>) -> Vec<Line<'a>> {
    let input = input.strip_prefix('\u{feff}').unwrap_or(input);
    let mut lines = Vec::new();
    let mut controls = false;
    for (number, physical) in (1..).zip(physical_lines(input)) {
        for (index, part) in physical.split('\u{c}').enumerate() {
            controls |= part.chars().any(is_control);
            lines.push(Line { text: clean(part), number, page_break: index > 0 });
        }
    }
    if controls {
        notes.push(Note { kind: NoteKind::ControlCharacters, place: None });
    }
    lines
}

/// Lines ended by LF, CRLF or a lone CR.
fn physical_lines(input: &str) -> impl Iterator<Item = &str> {
    input.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\u{b}')
}

/// White space of all widths becomes a plain space, a soft break `\n`; what has no width goes. A soft hyphen at the end of
/// the line is a real one: the word was broken there.
fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim_end_matches(|c: char| c != '\t' && c.is_whitespace());
    let plain = |c: char| c.is_ascii() && (c >= ' ' || c == '\t') || ('\u{c0}'..='\u{17f}').contains(&c);
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\u{ad}' if characters.peek().is_none() => cleaned.push('-'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' => {}
            '\u{b}' | '\u{2028}' | '\u{85}' => cleaned.push('\n'),
            '\u{2010}' | '\u{2011}' => cleaned.push('-'),
            other if is_control(other) => {}
            other if other.is_whitespace() && other != '\t' => cleaned.push(' '),
            other => cleaned.push(other),
        }
    }
    Cow::Owned(cleaned)
}
