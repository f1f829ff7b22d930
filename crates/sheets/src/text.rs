//! Pasted text: lines with tabs, markdown tables, columns kept apart by spaces, and running text between them.
//!
//! Every line is looked at a bounded number of times, so the time grows with the length of the text and with nothing else.

mod aligned;
mod lines;
mod pipes;
mod separated;
mod tabs;
#[cfg(test)]
mod tests;

use lines::Line;

use crate::{Block, Cell, Place, Row, Run, Source, Table};

/// Reads pasted text into blocks. Never fails: what is no table is running text, one block for each line.
///
/// A cell that goes on over several lines keeps its line breaks as `\n`. Leftover tags are left where they stand.
#[must_use]
pub fn read_text(input: &str) -> Source {
    let mut notes = Vec::new();
    let lines = lines::split(input, &mut notes);
    let blocks = read_blocks(&lines);
    Source { blocks, notes }
}

/// A reader of tables: the blocks it read and how many lines they took.
type Taken = Option<(Vec<Block>, usize)>;

fn read_blocks(lines: &[Line]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = &lines[at..];
        if line.page_break {
            blocks.push(Block::PageBreak { place: line.place() });
        }
        if line.is_blank() {
            at += 1;
        } else if let Some((read, taken)) = table(rest) {
            blocks.extend(read);
            at += taken.max(1);
        } else {
            blocks.push(prose(line));
            at += 1;
        }
    }
    blocks
}

fn table(rest: &[Line]) -> Taken {
    pipes::read(rest).or_else(|| tabs::read(rest)).or_else(|| separated::read(rest)).or_else(|| aligned::read(rest))
}

/// A line that belongs to no table.
fn prose(line: &Line) -> Block {
    let place = line.place();
    let trimmed = line.text.trim();
    if let Some((level, text)) = heading(trimmed) {
        return Block::Heading { level, text: text.to_owned(), place };
    }
    if let Some(text) = item(trimmed) {
        return Block::Item { runs: runs(text), depth: depth(&line.text), place };
    }
    Block::Paragraph { runs: runs(&trimmed.replace('\t', " ")), place }
}

/// Level and text of a markdown heading.
fn heading(trimmed: &str) -> Option<(u8, &str)> {
    let level = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    let text = trimmed.get(level..)?;
    if !(1..=6).contains(&level) || !text.starts_with(' ') {
        return None;
    }
    let text = text.trim().trim_end_matches('#').trim();
    (!text.is_empty()).then_some((u8::try_from(level).unwrap_or(6), text))
}

/// The text of a list item without its bullet.
fn item(trimmed: &str) -> Option<&str> {
    let mut characters = trimmed.chars();
    let bullet = characters.next()?;
    let rest = characters.as_str();
    let marks = matches!(bullet, '-' | '–' | '—' | '*' | 'o' | '+') && rest.starts_with([' ', '\t']);
    let text = if marks || is_bullet(bullet) { rest.trim() } else { return None };
    (!text.is_empty()).then_some(text)
}

/// Characters that are bullets wherever a line starts with them, those of Word's symbol font included.
fn is_bullet(character: char) -> bool {
    matches!(character, '•' | '◦' | '▪' | '●' | '○' | '■' | '□' | '‣' | '∙' | '·' | '➢' | '✓' | '\u{f0b7}' | '\u{f0a7}')
}

/// Two spaces or one tab of indentation are one level.
fn depth(text: &str) -> u8 {
    let width: usize = text.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 2 } else { 1 }).sum();
    u8::try_from(width.div_ceil(2)).unwrap_or(u8::MAX)
}

fn runs(text: &str) -> Vec<Run> {
    if text.is_empty() { Vec::new() } else { vec![Run { text: text.to_owned(), bold: false }] }
}

fn cell(text: &str, line: u32) -> Cell {
    Cell { runs: runs(text.trim()), place: Place::Line { line }, columns: 1, rows: 1 }
}

/// A table of the rows that hold anything; none when nothing does.
fn table_block(rows: Vec<Row>) -> Option<Block> {
    let rows: Vec<Row> = rows.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    (!rows.is_empty()).then_some(Block::Table(Table { name: None, rows }))
}
