//! Text as it is kept: one kind of line break, no control characters, neighbours of one look joined.

use crate::Run;

/// Adds text to runs, joined to the last run when it has the same look.
pub(crate) fn push(runs: &mut Vec<Run>, text: &str, bold: bool) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.bold == bold => last.text.push_str(text),
        _ => runs.push(Run { text: text.to_owned(), bold }),
    }
}

/// Whether nothing but white space is there.
pub(crate) fn is_blank(runs: &[Run]) -> bool {
    runs.iter().all(|run| run.text.trim().is_empty())
}

/// Text with `\n` as its only line break, no control characters but that and the tab, and nothing that only guides a
/// typesetter; and whether any control characters were removed.
pub(crate) fn clean(text: &str) -> (String, bool) {
    let mut kept = String::with_capacity(text.len());
    let mut removed = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                characters.next_if_eq(&'\n');
                kept.push('\n');
            }
            '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\n' | '\t' => kept.push(character),
            // Nobody sees these: soft hyphen, zero width space, word joiner, byte order mark.
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            _ if character.is_control() => removed = true,
            _ => kept.push(character),
        }
    }
    (kept, removed)
}
