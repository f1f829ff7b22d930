//! Splits `A, B och C` into the bodies it names.
//!
//! The same marks stand between names and inside them (`Kultur- och fritidsnämnden`), so a text is first cut at every mark
//! and then put together where the pieces are one name.

// tidy: words: bodies are known by their endings

use std::{collections::HashMap, ops::Range};

use super::{
    rich::{Rich, join_lines},
    words,
};

/// A body as a cell names it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Named {
    pub(super) name: String,
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    /// Whether words such as `i samverkan med` stand before it.
    pub(super) joins: bool,
    /// Whether the text itself says that it leads.
    pub(super) leads: bool,
}

/// Names that the plan itself shows to be bodies, each in the spelling to keep.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: HashMap<String, String>,
}

impl Known {
    /// Learns a name; the first spelling stays, unless a later one begins with a capital and it does not.
    pub(super) fn add(&mut self, name: &str) {
        let key = words::key(name);
        if key.len() < 2 || name.len() > 120 {
            return;
        }
        let spelling = self.names.entry(key).or_insert_with(|| name.to_owned());
        if spelling.starts_with(char::is_lowercase) && name.starts_with(char::is_uppercase) {
            name.clone_into(spelling);
        }
    }

    /// Names that hold a hyphen.
    pub(super) fn hyphenated(&self) -> impl Iterator<Item = &str> {
        let mut names: Vec<&str> = self.names.values().map(String::as_str).filter(|name| name.contains('-')).collect();
        names.sort_unstable();
        names.into_iter()
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.names.contains_key(&words::key(name))
    }

    /// The spelling to keep: two that differ in case, hyphens and spaces only are one.
    pub(super) fn spelling(&self, name: &str) -> String {
        self.names.get(&words::key(name)).cloned().unwrap_or_else(|| name.to_owned())
    }
}

/// What stands before a piece, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Gap,
    Line,
    Slash,
    Comma,
    And,
    Joins,
}

struct Piece {
    range: Range<usize>,
    mark: Mark,
}

/// Words that stand before those who help. Longer ones first.
const JOINING: [&str; 21] = [
    "i nära samverkan med",
    "i nära samarbete med",
    "i samverkan med",
    "i samarbete med",
    "i dialog med",
    "i samråd med",
    "tillsammans med",
    "med stöd från",
    "med stöd av",
    "samverkar med",
    "samarbetar med",
    "i samverkan",
    "samverkan med",
    "samverkanspart:",
    "samverkansparter:",
    "samverkan:",
    "medverkande:",
    "medverkar:",
    "stöd:",
    "jämte",
    "via",
];

/// Labels inside a cell that say nothing new.
const LABELS: [&str; 5] = ["huvudansvarig:", "huvudansvar:", "ansvariga:", "ansvarig:", "ansvar:"];

const LEADING: [&str; 6] =
    ["(ansvarig)", "(huvudansvarig)", "(huvudansvar)", "(sammankallande)", "(leder)", "(samordnar)"];

/// The bodies that a text names, in order, each once.
pub(super) fn split(rich: &Rich, known: &Known) -> Vec<Named> {
    let text = &rich.text;
    let mut groups: Vec<(Range<usize>, bool)> = Vec::new();
    let mut joins = false;
    for piece in whole(text, pieces(text)) {
        joins |= piece.mark == Mark::Joins;
        match groups.last_mut() {
            Some((range, _)) if belongs(text, range, &piece, known) => range.end = piece.range.end,
            _ => groups.push((piece.range, joins)),
        }
    }
    let mut found: Vec<Named> = Vec::new();
    for (range, joins) in groups {
        let Some((name, leads)) = tidy(&join_lines(text[range.clone()].lines())) else { continue };
        let name = known.spelling(&name);
        if !found.iter().any(|other| words::key(&other.name) == words::key(&name)) {
            found.push(Named { name, range, joins, leads });
        }
    }
    found
}

/// Cuts a text at every mark outside brackets.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut mark = Mark::Gap;
    let mut depth = 0usize;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(character) = rest.chars().next() else { break };
        depth = match character {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        match mark_at(text, at).filter(|_| depth == 0) {
            Some((next, length)) => {
                if !text[start..at].trim().is_empty() {
                    pieces.push(Piece { range: trimmed(text, start..at), mark });
                    mark = next;
                } else {
                    mark = mark.max(next);
                }
                start = at + length;
                at += length.max(character.len_utf8());
            }
            None => at += character.len_utf8(),
        }
    }
    if !text[start..].trim().is_empty() {
        pieces.push(Piece { range: trimmed(text, start..text.len()), mark });
    }
    pieces
}

/// Puts `Kultur-` and `fritidsnämnden` together: a hyphen at the end is a word left out.
fn whole(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if text[last.range.clone()].ends_with('-') && piece.mark != Mark::Joins => {
                last.range.end = piece.range.end
            }
            _ => joined.push(piece),
        }
    }
    joined
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

/// The mark that stands at a position, and its length.
fn mark_at(text: &str, at: usize) -> Option<(Mark, usize)> {
    let rest = &text[at..];
    match rest.chars().next()? {
        ',' | ';' | '•' | '▪' | '·' => Some((Mark::Comma, rest.chars().next()?.len_utf8())),
        '\n' => Some((Mark::Line, 1)),
        '/' => Some((Mark::Slash, 1)),
        '+' | '&' => Some((Mark::And, 1)),
        '.' if rest.len() > 2 && !is_abbreviated(&text[..at]) && rest[1..].starts_with([' ', '\n']) => {
            Some((Mark::Comma, 1))
        }
        '-' | '–' if (at == 0 || text[..at].ends_with('\n')) && rest.chars().nth(1) == Some(' ') => {
            Some((Mark::Comma, rest.chars().next()?.len_utf8()))
        }
        _ => word_mark(text, at),
    }
}

/// A full stop after few letters belongs to an abbreviation.
fn is_abbreviated(before: &str) -> bool {
    before.rsplit(|c: char| !c.is_alphabetic()).next().is_some_and(|word| word.chars().count() <= 3)
}

fn word_mark(text: &str, at: usize) -> Option<(Mark, usize)> {
    let starts_word =
        at == 0 || text[..at].ends_with(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/' | ')'));
    if !starts_word {
        return None;
    }
    let rest = &text[at..];
    let lower: String = rest.chars().take(24).flat_map(char::to_lowercase).collect();
    let is_word = |word: &&&str| {
        lower
            .strip_prefix(**word)
            .is_some_and(|after| word.ends_with(':') || after.starts_with(|c: char| c.is_whitespace()))
    };
    if let Some(word) = JOINING.iter().find(is_word) {
        return Some((Mark::Joins, word.len()));
    }
    if let Some(label) = LABELS.iter().find(|label| lower.starts_with(**label)) {
        return Some((Mark::Comma, label.len()));
    }
    if lower.starts_with("och/eller ") {
        return Some((Mark::And, "och/eller".len()));
    }
    if let Some(word) = ["och", "samt"].iter().find(is_word) {
        return Some((Mark::And, word.len()));
    }
    is_gap(&text[..at], rest).then_some((Mark::Gap, 0)).filter(|_| at > 0)
}

/// Whether a line break was lost here: a name is complete and the next begins.
fn is_gap(before: &str, rest: &str) -> bool {
    let previous = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let next = rest.split(char::is_whitespace).next().unwrap_or_default().trim_end_matches([',', '.', ';']);
    if !next.starts_with(char::is_uppercase) || matches!(next, "AB" | "HB") || !before.ends_with(' ') {
        return false;
    }
    let complete =
        previous.ends_with(')') || words::is_body_word(previous) && !matches!(previous, "Region" | "Operation");
    let acronyms = words::is_acronym(next) && !words::is_acronym(previous) && !previous.ends_with(')');
    complete && !acronyms && (words::is_body_word(next) || next.ends_with('-') && next.len() > 2)
}

/// Whether a piece belongs to the name before it.
fn belongs(text: &str, before: &Range<usize>, piece: &Piece, known: &Known) -> bool {
    let previous = &text[before.clone()];
    let next = &text[piece.range.clone()];
    if piece.mark == Mark::Joins {
        return false;
    }
    let small = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let strange = small && !words::is_body(next) && !known.contains(next);
    match piece.mark {
        Mark::And => {
            strange
                || words::is_one_name(last_word(previous), next)
                || known.contains(&format!("{previous} och {next}"))
        }
        Mark::Comma => strange && !is_group(next) || is_part_of(previous, next),
        Mark::Line => {
            strange || matches!(previous.to_lowercase().as_str(), "region" | "operation" | "stiftelsen" | "föreningen")
        }
        Mark::Slash => !(words::is_body(previous) && words::is_body(next)),
        Mark::Gap | Mark::Joins => false,
    }
}

/// `polis`, `fritid`, `föräldrar`: a single small word in a list is a name of its own.
fn is_group(next: &str) -> bool {
    !next.contains(' ') && next.chars().all(char::is_alphabetic)
}

/// `…s avdelning för X, verksamhetsområde 3 Stöd, Stockholm`: parts of an organisation and its place.
fn is_part_of(previous: &str, next: &str) -> bool {
    let owned = previous
        .split(' ')
        .next()
        .is_some_and(|word| word.ends_with('s') && word.len() > 4 && words::is_body_word(word));
    let parts = ["verksamhetsområde", "avdelning", "enhet", "sektion", "område", "distrikt", "team"];
    let first = next.split(' ').next().unwrap_or_default();
    let place = !next.contains(' ') && next.starts_with(char::is_uppercase) && !words::is_body(next);
    let part = first.starts_with(char::is_lowercase) && parts.iter().any(|part| first.starts_with(part));
    owned && previous.contains(' ') && (part || place && previous.contains(','))
}

fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// A name without the marks around it, and whether it says that it leads. None when nothing is left.
fn tidy(text: &str) -> Option<(String, bool)> {
    let mut name =
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '•' | '"' | '”' | '*'));
    let lower = name.to_lowercase();
    let leading = LEADING.iter().find(|mark| lower.ends_with(*mark));
    if let Some(mark) = leading {
        name = name.get(..name.len().checked_sub(mark.len())?)?.trim();
    }
    for ending in [" m.fl.", " m.fl", " m fl", " med flera", " etc."] {
        name = name.strip_suffix(ending).unwrap_or(name);
    }
    let name = name.trim_end_matches('.').trim();
    name.chars().any(char::is_alphabetic).then(|| (name.to_owned(), leading.is_some()))
}
