//! Text as every form can hold it.

use std::borrow::Cow;

/// Words longer than this are given places to break.
const LONG_WORD: usize = 28;
/// Letters without a place to break, where hyphenation knows no better.
const STRETCH: usize = 16;
/// Where a line may break without showing it.
const BREAK: char = '\u{200B}';

/// The text without what neither XML nor PDF can hold: control characters and code points that are no characters.
/// Line ends and tabs become spaces.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| keep(c) == Some(c)) { Cow::Borrowed(text) } else { text.chars().filter_map(keep).collect() }
}

/// The character as it is set, if it is.
fn keep(c: char) -> Option<char> {
    match c {
        '\n' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FDD0}'..='\u{FDEF}' => None,
        c if c.is_control() || c as u32 & 0xFFFE == 0xFFFE => None,
        c => Some(c),
    }
}

/// At most so many characters, with an ellipsis where some are left out.
pub(crate) fn short(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(text.chars().take(most - 1).chain(['…']).collect()),
    }
}

/// The text with invisible places to break in words that would not fit on a line: addresses, codes, cries.
pub(crate) fn breakable(text: &str) -> Cow<'_, str> {
    if text.split(char::is_whitespace).all(|word| word.len() <= LONG_WORD) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_inclusive(char::is_whitespace).map(breakable_word).collect())
}

/// One word. A word of letters is left to hyphenation unless it is longer than any word.
fn breakable_word(word: &str) -> Cow<'_, str> {
    let length = word.chars().count();
    let letters = word.trim_end().chars().all(char::is_alphabetic);
    if length <= LONG_WORD || (letters && length <= 2 * LONG_WORD) {
        return Cow::Borrowed(word);
    }
    let mut broken = String::with_capacity(word.len() + word.len() / 4);
    let mut stretch = 0;
    for c in word.chars() {
        // Only between plain letters and digits: a mark or a joined script would be torn from its base.
        if stretch >= STRETCH && c.is_ascii_alphanumeric() {
            broken.push(BREAK);
            stretch = 0;
        }
        broken.push(c);
        stretch += 1;
        if "/._-@?&=:;,".contains(c) {
            broken.push(BREAK);
            stretch = 0;
        }
    }
    Cow::Owned(broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_form_can_hold_is_taken_out() {
        assert_eq!(clean("å\u{0}ä\nö\u{FFFE}\u{1F600}"), "åä ö\u{1F600}");
        assert!(matches!(clean("oförändrat"), Cow::Borrowed(_)));
    }

    #[test]
    fn long_words_can_break() {
        assert_eq!(breakable("https://exempel.se/en/lång/adress?x=1").matches(BREAK).count(), 9);
        assert_eq!(breakable(&"a".repeat(100)).matches(BREAK).count(), 6);
        assert_eq!(breakable("våldsförebyggandesamordnarens arbete"), "våldsförebyggandesamordnarens arbete");
    }

    #[test]
    fn short_counts_characters() {
        assert_eq!(short("åäö", 3), "åäö");
        assert_eq!(short("åäöx", 3), "åä…");
    }
}
