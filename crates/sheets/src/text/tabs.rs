//! Tables whose cells are kept apart by tabs, cells that go on over several lines included.
//!
//! A line break inside a cell looks like the end of a row. What tells them apart: an open `<p>` or quotation mark, the number
//! of columns, and how the next line begins.

use super::{Taken, cell, is_bullet, lines::Line, prose, table_block};
use crate::{Block, Row};

/// How many lines a cell with an open tag or quotation mark may go on.
const LONGEST_CELL: usize = 40;

/// How many lines without a tab are looked past for the rest of a row.
const LONGEST_GAP: usize = 12;

/// Reads a table with tabs that starts at the first line.
pub(super) fn read(rest: &[Line]) -> Taken {
    let starts = |line: &Line| has_inner_tab(line) && !is_tabbed_item(line);
    if !rest.first().is_some_and(starts) {
        return None;
    }
    let group = group(rest);
    let lines = &rest[..group];
    let mut assembly = Assembly { width: width(lines), rows: Vec::new() };
    let taken = assembly.read(lines);
    if let Some(heading) = numbered_heading(&assembly.rows) {
        return Some((vec![heading], taken));
    }
    let rows = assembly.rows.into_iter().map(RawRow::into_row).collect();
    Some((table_block(rows).into_iter().collect(), taken))
}

fn has_inner_tab(line: &Line) -> bool {
    line.text.trim().contains('\t')
}

fn cells(line: &Line) -> usize {
    line.text.matches('\t').count() + 1
}

/// A bullet, a tab and a text: a list item of a word processor.
fn is_tabbed_item(line: &Line) -> bool {
    let trimmed = line.text.trim();
    let mut parts = trimmed.splitn(3, '\t');
    let bullet = parts.next().is_some_and(|mark| {
        let mut characters = mark.chars();
        let first = characters.next();
        characters.next().is_none() && first.is_some_and(|c| is_bullet(c) || matches!(c, '-' | '–' | 'o' | '*'))
    });
    bullet && parts.next().is_some() && parts.next().is_none()
}

/// How many lines belong together: up to an empty line that no open cell reaches over, or to running text.
fn group(rest: &[Line]) -> usize {
    let mut at = 0;
    let mut plain = 0;
    while at < rest.len() && plain <= LONGEST_GAP {
        let line = &rest[at];
        let tabbed = line.text.contains('\t');
        if line.is_blank() || at > 0 && (line.page_break || !tabbed && line.stands_alone()) {
            break;
        }
        plain = if tabbed { 0 } else { plain + 1 };
        at += 1 + open_lines(&rest[at..]);
    }
    at
}

/// How many more lines the cell that the first line leaves open takes; none when nothing closes it.
fn open_lines(rest: &[Line]) -> usize {
    let Some(first) = rest.first() else { return 0 };
    let paragraphs = |text: &str| (text.matches("<p").count(), text.matches("</p").count());
    let (mut opened, mut closed) = paragraphs(&first.text);
    let quoted = has_open_quote(&first.text);
    if opened <= closed && !quoted {
        return 0;
    }
    let mut quotes = first.text.matches('"').count();
    for (index, line) in rest.iter().enumerate().take(LONGEST_CELL).skip(1) {
        let (more, less) = paragraphs(&line.text);
        (opened, closed) = (opened + more, closed + less);
        quotes += line.text.matches('"').count();
        if quoted && quotes % 2 == 0 || !quoted && opened <= closed {
            return index;
        }
    }
    0
}

/// A spreadsheet quotes a copied cell that holds line breaks.
fn has_open_quote(text: &str) -> bool {
    let last = text.rsplit('\t').next().unwrap_or(text).trim_start();
    last.starts_with('"') && last.matches('"').count() % 2 == 1
}

/// The number of columns: that of the first row, unless most rows have more.
fn width(lines: &[Line]) -> usize {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for line in lines.iter().filter(|line| line.text.contains('\t')) {
        *counts.entry(cells(line)).or_default() += 1;
    }
    let header = lines.iter().find(|line| line.text.contains('\t')).map_or(1, cells);
    let common = counts.iter().max_by_key(|(_, count)| **count).map_or(1, |(width, _)| *width);
    header.max(common)
}

/// A row while it is read: the text and first line of every cell.
struct RawRow {
    cells: Vec<(String, u32)>,
}

impl RawRow {
    fn new(line: &Line) -> Self {
        Self { cells: line.text.split('\t').map(|text| (text.to_owned(), line.number)).collect() }
    }

    /// Joins a line whose first piece belongs to the last cell.
    fn join(&mut self, line: &Line) {
        let mut parts = line.text.split('\t');
        if let (Some((last, _)), Some(part)) = (self.cells.last_mut(), parts.next()) {
            last.push('\n');
            last.push_str(part);
        }
        self.cells.extend(parts.map(|text| (text.to_owned(), line.number)));
    }

    fn into_row(self) -> Row {
        Row { cells: self.cells.iter().map(|(text, line)| cell(&unquote(text), *line)).collect() }
    }
}

/// The text of a quoted cell.
fn unquote(text: &str) -> std::borrow::Cow<'_, str> {
    let trimmed = text.trim();
    match trimmed.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) if inner.matches('"').count() % 2 == 0 => inner.replace("\"\"", "\"").into(),
        _ => text.into(),
    }
}

/// Where a line without a tab belongs.
enum Belongs {
    /// To the last cell of the row before.
    Before,
    /// To the first cell of the row that follows.
    After,
    /// To none: a row of its own.
    Alone,
    /// Not to the table.
    Outside,
}

struct Assembly {
    width: usize,
    rows: Vec<RawRow>,
}

impl Assembly {
    /// Reads rows and says how many lines they took.
    fn read(&mut self, lines: &[Line]) -> usize {
        let mut at = 0;
        let mut starts_row = true;
        while at < lines.len() {
            let rest = &lines[at..];
            let open = open_lines(rest);
            if starts_row {
                self.rows.push(RawRow::new(&rest[0]));
            } else {
                self.join(&rest[0]);
            }
            for line in &rest[1..=open] {
                self.join(line);
            }
            at += 1 + open;
            starts_row = match lines.get(at..).filter(|rest| !rest.is_empty()) {
                Some(rest) => match self.place(rest) {
                    Belongs::Before => false,
                    Belongs::After if at > 0 => {
                        self.rows.push(RawRow::new(&rest[0]));
                        at += 1;
                        false
                    }
                    Belongs::After | Belongs::Alone => true,
                    Belongs::Outside => return at,
                },
                None => true,
            };
        }
        at
    }

    fn join(&mut self, line: &Line) {
        if let Some(row) = self.rows.last_mut() {
            row.join(line);
        }
    }

    /// Where the first line of `rest` belongs, seen from the row read last.
    fn place(&self, rest: &[Line]) -> Belongs {
        let line = &rest[0];
        let filled = self.rows.last().map_or(0, |row| row.cells.len());
        if line.text.contains('\t') {
            return if self.completes(filled, line) { Belongs::Before } else { Belongs::Alone };
        }
        if line.stands_alone() {
            return Belongs::Outside;
        }
        let next = rest.iter().take(LONGEST_GAP).find(|line| line.text.contains('\t'));
        if filled < self.width
            && next.is_some_and(|next| filled + cells(next) - 1 == self.width)
            && !starts_numbered(&line.text)
        {
            return Belongs::Before;
        }
        match next {
            Some(next) if cells(next) == self.width && next.goes_on() && (!line.goes_on() || self.rows.len() == 1) => {
                Belongs::After
            }
            _ if line.goes_on() => Belongs::Before,
            Some(_) => Belongs::Alone,
            None => Belongs::Outside,
        }
    }

    /// Whether a line with tabs is the rest of the row read last: together they have just the columns of the table, and its
    /// first piece is no first cell.
    fn completes(&self, filled: usize, line: &Line) -> bool {
        let together = filled + cells(line) - 1;
        if filled >= self.width || together > self.width || starts_numbered(&line.text) {
            return false;
        }
        if together < self.width {
            // A row that began with a line without tabs is certain to go on.
            let broken =
                self.rows.last().is_some_and(|row| row.cells.iter().any(|(text, _)| text.trim_end().ends_with('-')));
            return filled == 1 && (line.goes_on() || broken);
        }
        let piece = line.text.split('\t').next().unwrap_or_default().trim();
        line.goes_on() || piece.is_empty() || self.resembles(filled - 1, piece)
    }

    /// Whether a piece is nearer in length to the cells of this column than to those of the first. Rows that are complete
    /// tell; before there are any, the row itself does.
    fn resembles(&self, column: usize, piece: &str) -> bool {
        let rows = self.rows.get(1..).unwrap_or_default();
        let complete: Vec<&RawRow> = rows.iter().rev().take(8).filter(|row| row.cells.len() == self.width).collect();
        let told: Vec<&RawRow> = if complete.is_empty() { self.rows.last().into_iter().collect() } else { complete };
        let mean = |column: usize| told.iter().map(|row| row.cells[column].0.len()).sum::<usize>() / told.len().max(1);
        column > 0 && piece.len().abs_diff(mean(column)) < piece.len().abs_diff(mean(0))
    }
}

/// `1.2 …`, `3) …`
fn starts_numbered(text: &str) -> bool {
    let digits = text.trim_start().chars().take_while(|c| c.is_ascii_digit()).count();
    digits > 0 && text.trim_start()[digits..].starts_with(['.', ')'])
}

/// A single row of a number and a text is a numbered heading.
fn numbered_heading(rows: &[RawRow]) -> Option<Block> {
    let [row] = rows else { return None };
    let [(number, line), (text, _)] = row.cells.as_slice() else { return None };
    let digits = number.trim().trim_end_matches(['.', ')']);
    let numbered = !digits.is_empty() && digits.len() <= 8 && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    let page_number = text.trim().chars().all(|c| c.is_ascii_digit());
    let text = format!("{} {}", number.trim(), text.trim()).into();
    (numbered && !page_number).then(|| prose(&Line { text, number: *line, page_break: false }))
}
