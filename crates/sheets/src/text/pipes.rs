//! Markdown tables: cells between pipes, the line of dashes left out.

use super::{Taken, cell, lines::Line, table_block};
use crate::Row;

/// Reads a table with pipes that starts at the first line.
pub(super) fn read(rest: &[Line]) -> Taken {
    let first = rest.first()?.text.trim();
    if !first.contains('|') {
        return None;
    }
    let ruled = rest.iter().take(2).any(|line| is_rule(&line.text));
    if pipes(first) < 2 && !ruled {
        return None;
    }
    let fenced = |line: &Line| line.text.trim().starts_with('|');
    let bare = |line: &Line| pipes(&line.text) == pipes(first) && !line.text.contains('\t');
    let taken = if first.starts_with('|') {
        rest.iter().take_while(|line| fenced(line)).count()
    } else {
        rest.iter().take_while(|line| bare(line) || is_rule(&line.text)).count()
    };
    if taken < 2 && !first.starts_with('|') {
        return None;
    }
    let rows = rest[..taken].iter().filter(|line| !is_rule(&line.text)).map(row).collect();
    Some((table_block(rows).into_iter().collect(), taken))
}

/// Pipes that are not escaped.
fn pipes(text: &str) -> usize {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(|at| bytes[*at] == b'|' && (*at == 0 || bytes[at - 1] != b'\\')).count()
}

/// `|---|:--:|`
fn is_rule(text: &str) -> bool {
    let trimmed = text.trim();
    trimmed.contains("--") && trimmed.contains('|') && trimmed.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

fn row(line: &Line) -> Row {
    let trimmed = line.text.trim();
    let inner = trimmed.strip_prefix('|').unwrap_or(trimmed);
    let inner = if inner.ends_with("\\|") { inner } else { inner.strip_suffix('|').unwrap_or(inner) };
    let mut cells = Vec::new();
    let mut text = String::new();
    for part in inner.split('|') {
        text.push_str(part);
        if text.ends_with('\\') {
            text.pop();
            text.push('|');
        } else {
            cells.push(cell(&text, line.number));
            text.clear();
        }
    }
    if !text.is_empty() {
        cells.push(cell(&text, line.number));
    }
    Row { cells }
}
