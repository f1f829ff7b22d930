//! Tables whose columns are kept apart by two spaces or more, as text from a PDF is.
//!
//! Columns are the stretches between gutters: runs of positions where no line of the region has a letter.

use super::{Taken, cell, lines, lines::Line, prose, table_block};
use crate::Row;

/// Lines wider than this are running text.
const WIDEST_LINE: usize = 400;

/// Empty lines that a table may hold in a row.
const LONGEST_GAP: usize = 2;

/// A stretch of text without two spaces in a row.
struct Segment {
    start: usize,
    end: usize,
    text: String,
}

/// Reads a table of aligned columns that starts at the first line.
pub(super) fn read(rest: &[Line]) -> Taken {
    let first = segments(&rest.first()?.text);
    if first.len() < 2 || !has_neighbour(rest, &first) {
        return None;
    }
    let region = Region::new(rest, first[1].start);
    let columns = region.columns();
    let aligned = region.lines.iter().filter(|line| filled(&columns, line) >= 2).count();
    if columns.len() < 2 || aligned < 2 {
        // The region is given up as a whole, so that no line is tried twice.
        let blocks = rest[..region.taken].iter().filter(|line| !line.is_blank()).map(prose).collect();
        return Some((blocks, region.taken));
    }
    let block = table_block(region.rows(&columns))?;
    Some((vec![block], region.taken))
}

/// How far a heading in the middle of its column may stand from where the column starts.
const CENTRED: usize = 8;

/// Whether one of the next lines has a piece that starts where one of the first line's does, or as many pieces near them.
fn has_neighbour(rest: &[Line], first: &[Segment]) -> bool {
    let near = |segment: &Segment| first[1..].iter().any(|other| other.start.abs_diff(segment.start) <= 1);
    let centred = |found: &[Segment]| {
        let close = first.iter().zip(found).all(|(one, other)| one.start.abs_diff(other.start) <= CENTRED);
        first.len() >= 3 && found.len() == first.len() && close
    };
    rest.iter().skip(1).take(6).map(|line| segments(&line.text)).any(|found| found.iter().any(near) || centred(&found))
}

fn segments(text: &str) -> Vec<Segment> {
    if !text.contains("  ") && !text.starts_with(' ') || text.contains('\t') {
        return Vec::new();
    }
    let mut found: Vec<Segment> = Vec::new();
    let mut spaces = 2;
    for (at, character) in text.chars().enumerate().take(WIDEST_LINE) {
        if character == ' ' {
            spaces += 1;
            continue;
        }
        match found.last_mut() {
            Some(segment) if spaces < 2 => {
                segment.text.extend(std::iter::repeat_n(' ', spaces));
                segment.text.push(character);
                segment.end = at + 1;
            }
            _ => found.push(Segment { start: at, end: at + 1, text: character.into() }),
        }
        spaces = 0;
    }
    found
}

/// A line of the region, already in segments.
struct RegionLine {
    segments: Vec<Segment>,
    number: u32,
    after_blank: bool,
    /// Whether it names a part of the table and stands in no column.
    alone: bool,
}

/// Lines that may make up one table.
struct Region {
    lines: Vec<RegionLine>,
    taken: usize,
}

impl Region {
    /// Goes on until a line that runs across the first gutter, a page number, a page break or a larger gap.
    fn new(rest: &[Line], second_column: usize) -> Self {
        let mut region = Self { lines: Vec::new(), taken: 0 };
        let mut blanks = 0;
        for (at, line) in rest.iter().enumerate() {
            if line.is_blank() {
                blanks += 1;
                if blanks > LONGEST_GAP { break } else { continue }
            }
            if at > 0 && names_part(&rest[at..], second_column) {
                let text = line.text.trim().to_owned();
                let segments = vec![Segment { start: 0, end: 0, text }];
                region.lines.push(RegionLine { segments, number: line.number, after_blank: blanks > 0, alone: true });
                region.taken = at + 1;
                blanks = 0;
                continue;
            }
            let Some(segments) = region_segments(line, second_column).filter(|_| at == 0 || !line.page_break) else {
                break;
            };
            region.lines.push(RegionLine { segments, number: line.number, after_blank: blanks > 0, alone: false });
            region.taken = at + 1;
            blanks = 0;
        }
        region.drop_tail();
        region
    }

    /// Lines at the end that stand in the first column after an empty line are running text again.
    fn drop_tail(&mut self) {
        let first = self.lines.first().map_or(0, |line| line.number);
        while self.lines.len() > 1 && self.lines.last().is_some_and(|line| line.segments.len() == 1 && line.after_blank)
        {
            self.lines.pop();
            self.taken = self.lines.last().map_or(1, |line| (line.number - first) as usize + 1);
        }
    }

    /// Columns as the positions where they start.
    fn columns(&self) -> Vec<usize> {
        let width =
            self.lines.iter().filter_map(|line| line.segments.last()).map(|segment| segment.end).max().unwrap_or(0);
        let mut covered = vec![0usize; width + 1];
        for segment in self.lines.iter().filter(|line| !line.alone).flat_map(|line| &line.segments) {
            covered[segment.start..segment.end].iter_mut().for_each(|count| *count += 1);
        }
        let mut columns = Vec::new();
        let mut empty = 2;
        // One line in fifty may run over a gutter.
        let strays = self.lines.len() / 50;
        for (at, count) in covered.iter().enumerate() {
            if *count <= strays {
                empty += 1;
                continue;
            }
            if empty >= 2 {
                columns.push(at);
            }
            empty = 0;
        }
        columns
    }

    fn rows(&self, columns: &[usize]) -> Vec<Row> {
        let spaced = self.lines.iter().skip(1).filter(|line| line.after_blank).count() >= 2;
        let numbered = self.lines.iter().any(|line| starts_numbered(line, columns));
        let mut rows: Vec<Vec<(String, u32)>> = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            if at == 0 || self.starts_row(at, columns, numbered, spaced) {
                rows.push(vec![(String::new(), line.number); columns.len()]);
            }
            for segment in &line.segments {
                if let Some((text, _)) = rows.last_mut().and_then(|row| row.get_mut(column_of(columns, segment))) {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(&segment.text);
                }
            }
        }
        let row =
            |cells: Vec<(String, u32)>| Row { cells: cells.iter().map(|(text, line)| cell(text, *line)).collect() };
        rows.into_iter().map(row).collect()
    }

    /// A row starts at a number when rows are numbered, at an empty line when these keep rows apart; otherwise after an empty line, or where the first column starts anew.
    fn starts_row(&self, at: usize, columns: &[usize], numbered: bool, spaced: bool) -> bool {
        let line = &self.lines[at];
        if line.alone || self.lines[at - 1].alone {
            return true;
        }
        let first = line.segments.iter().find(|segment| column_of(columns, segment) == 0);
        let Some(first) = first else { return false };
        let capital = !first.text.starts_with(char::is_lowercase);
        if numbered {
            return starts_numbered(line, columns) || line.after_blank && capital && line.segments.len() == 1;
        }
        let unfinished = self.lines[at - 1].segments.first().is_some_and(|segment| segment.text.ends_with(['-', ',']));
        if spaced {
            return line.after_blank || at == 1 && filled(columns, line) == columns.len();
        }
        capital && !unfinished && (line.after_blank || filled(columns, line) * 2 > columns.len())
    }
}

/// Whether a line such as `Mål 2: …` stands between rows: the columns go on soon after it.
fn names_part(rest: &[Line], second_column: usize) -> bool {
    let Some(line) = rest.first().filter(|line| line.stands_alone()) else { return false };
    let page = lines::is_page_number(line.text.trim());
    let reaches =
        |line: &Line| segments(&line.text).iter().any(|segment| segment.start.abs_diff(second_column) <= CENTRED);
    let next = rest.iter().skip(1).filter(|line| !line.is_blank()).take(2);
    !page && segments(&line.text).len() <= 1 && next.into_iter().any(reaches)
}

/// The segments of a line, unless it cannot stand in the table.
fn region_segments(line: &Line, second_column: usize) -> Option<Vec<Segment>> {
    if line.text.contains(['\t', '|']) || lines::is_page_number(line.text.trim()) {
        return None;
    }
    let mut found = segments(&line.text);
    if found.is_empty() {
        let text = line.text.trim().to_owned();
        found.push(Segment { start: 0, end: text.chars().count(), text });
    }
    let crosses = found[0].start < second_column && found[0].end + 1 > second_column;
    let outside = found.len() == 1 && (crosses || line.stands_alone());
    (!outside).then_some(found)
}

fn column_of(columns: &[usize], segment: &Segment) -> usize {
    columns.iter().rposition(|start| *start <= segment.start).unwrap_or(0)
}

/// How many columns the line has text in.
fn filled(columns: &[usize], line: &RegionLine) -> usize {
    let mut found: Vec<usize> = line.segments.iter().map(|segment| column_of(columns, segment)).collect();
    found.dedup();
    found.len()
}

/// Whether the first column holds `1`, `1.2`, `3)` at its start.
fn starts_numbered(line: &RegionLine, columns: &[usize]) -> bool {
    let Some(first) = line.segments.first().filter(|segment| column_of(columns, segment) == 0) else { return false };
    let mark = first.text.split(' ').next().unwrap_or_default().trim_end_matches(['.', ')']);
    !mark.is_empty() && mark.len() <= 7 && mark.chars().all(|c| c.is_ascii_digit() || c == '.') && !lines::is_year(mark)
}
