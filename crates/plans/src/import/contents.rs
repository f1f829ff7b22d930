//! Tables of contents: told from tables of figures by page numbers that never fall.

use super::pieces::Grid;

/// Whether a table is a table of contents.
pub(super) fn is_contents(grid: &Grid) -> bool {
    let entries: Vec<Option<u32>> =
        grid.rows.iter().map(|row| page(&row.iter().map(|cell| cell.rich.text.as_str()).collect::<Vec<_>>())).collect();
    let pages: Vec<u32> = entries.iter().flatten().copied().collect();
    let rises = pages.windows(2).filter(|pair| pair[0] <= pair[1]).count();
    let most = pages.len() * 5 >= entries.len() * 4;
    let dotted = grid.rows.iter().flatten().any(|cell| cell.rich.text.contains("...."));
    most && rises + 1 == pages.len() && (pages.len() >= 3 || dotted)
}

/// The page number of a row that holds a text and a number of at most three digits.
fn page(cells: &[&str]) -> Option<u32> {
    let filled: Vec<&str> = cells.iter().copied().filter(|text| !text.is_empty()).collect();
    let (last, rest) = filled.split_last()?;
    let titled = rest.len() <= 2 && rest.iter().any(|text| text.chars().any(char::is_alphabetic));
    (titled && last.len() <= 3).then(|| last.parse().ok())?
}

/// Whether a line is an entry: dots before a page number.
pub(super) fn is_entry(text: &str) -> bool {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    rest.ends_with("....") || rest.ends_with("……") || rest.ends_with(". . .")
}

/// The title of an entry without dots and page number.
pub(super) fn entry_title(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '…' | '\t')).trim()
}
