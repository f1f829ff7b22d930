//! Sentence case for headings in capitals, and words that a line break left a hyphen in: both told by how the same words
//! stand elsewhere in the source.

use std::collections::{HashMap, HashSet};

use super::pieces::Piece;

/// What the rest of the source tells about words.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Words with a hyphen too many.
    broken: HashSet<String>,
    /// Words of headings in capitals, in the case they have in running text.
    cases: HashMap<String, String>,
}

impl Words {
    /// Looks through all texts twice: for what is to be asked, then for the answers.
    pub(super) fn new(pieces: &[Piece]) -> Self {
        let mut asked = HashSet::new();
        let mut shouted = HashSet::new();
        each_text(pieces, |text| {
            for word in words(text).filter(|word| word.contains('-')) {
                asked.extend(joined(word));
            }
            if is_shouted(text) && text.len() <= 600 {
                shouted.extend(words(text).map(str::to_lowercase));
            }
        });
        let mut found = Self::default();
        let mut small: HashSet<String> = HashSet::new();
        each_text(pieces, |text| {
            let calm = !is_shouted(text);
            for (at, word) in words(text).enumerate().filter(|_| calm) {
                let lower = word.to_lowercase();
                if asked.contains(&lower) {
                    found.broken.insert(lower.clone());
                }
                if shouted.contains(&lower) {
                    if word.starts_with(char::is_lowercase) {
                        small.insert(lower);
                    } else if at > 0 {
                        found.cases.entry(lower).or_insert_with(|| word.to_owned());
                    }
                }
            }
        });
        found.cases.retain(|lower, _| !small.contains(lower));
        found
    }

    /// Puts words together that stand elsewhere without the hyphen.
    pub(super) fn mend(&self, text: &str) -> String {
        if self.broken.is_empty() || !text.contains('-') || text.len() > 20_000 {
            return text.to_owned();
        }
        let mut mended = text.to_owned();
        for word in words(text).filter(|word| word.contains('-')) {
            if joined(word).is_some_and(|joined| self.broken.contains(&joined)) {
                mended = mended.replacen(word, &word.replacen('-', "", 1), 1);
            }
        }
        mended
    }

    /// A text in capitals in sentence case; any other as it is.
    pub(super) fn calm(&self, text: &str) -> String {
        if !is_shouted(text) {
            return text.to_owned();
        }
        let mut calm = String::with_capacity(text.len());
        for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
            let lower = word.to_lowercase();
            calm.push_str(self.cases.get(&lower).unwrap_or(&lower));
            calm.push_str(&piece[word.len()..]);
        }
        capitalised(&calm)
    }
}

/// The text with its first letter in upper case.
pub(super) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn each_text(pieces: &[Piece], mut read: impl FnMut(&str)) {
    for piece in pieces {
        match piece {
            Piece::Line(line) => read(&line.text),
            Piece::Table(grid) => grid.rows.iter().flatten().for_each(|cell| read(&cell.rich.text)),
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}

/// `Kvinnofrids-samordnare` without its hyphen, in small letters. None where the hyphen may be meant.
fn joined(word: &str) -> Option<String> {
    let (left, right) = word.split_once('-')?;
    let small = right.chars().count() >= 3 && right.chars().all(char::is_lowercase);
    (left.chars().count() >= 3 && left.chars().skip(1).all(char::is_lowercase) && small)
        .then(|| format!("{left}{right}").to_lowercase())
}

/// Whether most letters are capitals.
pub(super) fn is_shouted(text: &str) -> bool {
    let (mut upper, mut lower) = (0usize, 0usize);
    for character in text.chars().take(400) {
        upper += usize::from(character.is_uppercase());
        lower += usize::from(character.is_lowercase());
    }
    upper >= 6 && upper > lower * 3
}
