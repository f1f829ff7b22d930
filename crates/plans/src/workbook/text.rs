//! Texts as cells hold them.

/// Most characters in a cell; Excel's own limit is 32 767 units of UTF-16.
const MOST: usize = 16_000;

/// The text as a cell holds it: no control characters, line ends as `\n`, trimmed, and no longer than a cell.
pub(super) fn cell(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let clean: String = text.chars().filter(|one| *one == '\n' || !one.is_control()).take(MOST).collect();
    clean.trim().to_owned()
}

/// Whether two cells say the same. White space is not worth a difference: programs set it as they like.
pub(super) fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        cell(text).lines().map(line).filter(|line| !line.is_empty()).collect()
    };
    one == other || words(one) == words(other)
}

/// The entries of a cell, one on each line or parted by semicolons.
pub(super) fn entries(text: &str) -> Vec<String> {
    text.split(['\n', ';']).map(str::trim).filter(|entry| !entry.is_empty()).map(str::to_owned).collect()
}
