//! The source as this module walks over it: clean lines, whole sentences, tables.

use std::borrow::Cow;

use sheets::{Block, Cell, Place, Run, Source, Table};

use super::{
    cards::upright,
    rich::{Rich, join_lines},
};

/// A piece of the source.
pub(super) enum Piece<'a> {
    Line(Line),
    Table(Grid<'a>),
}

/// A heading, paragraph or list item on one line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) kind: Kind,
    /// Whether the line before it stands directly above.
    pub(super) close: bool,
    end: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Heading,
    Paragraph,
    Item,
}

/// A table with clean cells.
pub(super) struct Grid<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) rows: Vec<Vec<GridCell<'a>>>,
    /// Headings that the table repeats, understood already.
    pub(super) headings: Vec<GridCell<'a>>,
}

/// A cell as read and as cleaned.
pub(super) struct GridCell<'a> {
    pub(super) cell: Cow<'a, Cell>,
    pub(super) rich: Rich,
}

impl GridCell<'_> {
    /// A cell where the table has none.
    pub(super) fn nothing() -> Self {
        let cell = Cell { runs: Vec::new(), place: Place::Line { line: 0 }, columns: 1, rows: 1 };
        Self { cell: Cow::Owned(cell), rich: Rich::default() }
    }

    /// The text on one line.
    pub(super) fn flat(&self) -> String {
        self.rich.flat()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rich.is_empty()
    }
}

impl Line {
    /// Whether the line looks like a heading: marked as one, or short and without an end.
    pub(super) fn is_heading(&self) -> bool {
        match self.kind {
            Kind::Heading => true,
            Kind::Item => false,
            Kind::Paragraph => {
                let length = self.text.chars().count();
                let limit = if self.text.ends_with(':') { 60 } else { 120 };
                length <= limit
                    && !self.text.ends_with(['.', ',', ';', '!', '?'])
                    && !self.text.starts_with(char::is_lowercase)
            }
        }
    }
}

/// Cleans a source. Footnotes and page numbers are left out, and a sentence that goes on over lines or pages is one line.
pub(super) fn pieces(source: &Source) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece> = Vec::new();
    for block in &source.blocks {
        let line = match block {
            Block::Heading { text, place, .. } => {
                line(&[Run { text: text.clone(), bold: false }], Kind::Heading, place)
            }
            Block::Paragraph { runs, place } => line(runs, Kind::Paragraph, place),
            Block::Item { runs, place, .. } => line(runs, Kind::Item, place),
            Block::Table(table) => {
                pieces.push(Piece::Table(grid(table)));
                None
            }
            Block::PageBreak { .. } => None,
        };
        if let Some(line) = line {
            add(&mut pieces, line);
        }
    }
    pieces
}

fn grid_cell(cell: &Cell) -> GridCell<'_> {
    GridCell { rich: Rich::new(&cell.runs), cell: Cow::Borrowed(cell) }
}

fn grid(table: &Table) -> Grid<'_> {
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        rows.push(row.cells.iter().map(grid_cell).collect());
    }
    upright(Grid { name: table.name.as_deref(), rows, headings: Vec::new() })
}

fn line(runs: &[Run], kind: Kind, place: &Place) -> Option<Line> {
    let raw = runs.iter().find(|run| !run.text.trim().is_empty())?.text.trim_start();
    if is_footnote(raw) {
        return None;
    }
    let text = Rich::new(runs).flat();
    let end = match place {
        Place::Line { line } => Some(*line),
        _ => None,
    };
    (!text.is_empty() && !is_page_number(&text)).then_some(Line { text, kind, close: false, end })
}

/// `¹ …`, `[1] …`
fn is_footnote(raw: &str) -> bool {
    let marked = raw.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    raw.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'])
        || raw.starts_with("<sup>")
        || marked.is_some_and(|(inner, _)| {
            !inner.is_empty() && inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// `12`, `Sida 3 (12)`, `Handlingsplan 2024 sida 3 av 12`
pub(super) fn is_page_number(text: &str) -> bool {
    if text.len() > 80 {
        return false;
    }
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace().peekable();
    let mut named = false;
    while let Some(word) = words.next() {
        let page = matches!(word, "sida" | "sid" | "sid." | "sidan" | "page");
        named |= page && words.peek().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    }
    let counted = lower.split_once('(').is_some_and(|(page, pages)| {
        let digits = |text: &str| {
            !text.trim().is_empty() && text.trim().len() <= 3 && text.trim().bytes().all(|byte| byte.is_ascii_digit())
        };
        digits(page) && digits(pages.trim_end_matches(')'))
    });
    named || counted || text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Adds a line, or lets it go on with the sentence before it.
fn add(pieces: &mut Vec<Piece>, mut line: Line) {
    if let Some(Piece::Line(before)) = pieces.last_mut() {
        line.close = matches!((before.end, line.end), (Some(before), Some(this)) if this == before + 1);
        if goes_on(before, &line) {
            before.text = join_lines([before.text.as_str(), line.text.as_str()].into_iter());
            before.end = line.end;
            return;
        }
    }
    pieces.push(Piece::Line(line));
}

/// Whether a line is the rest of the one before: it starts small, and that has not ended.
fn goes_on(before: &Line, line: &Line) -> bool {
    let small = line.text.starts_with(|c: char| c.is_lowercase() || c == '(');
    let ended = before.text.ends_with(['.', ':', '!', '?', ';']);
    if line.kind != Kind::Paragraph || !small || ended || before.text.len() > 20_000 {
        return false;
    }
    let pasted = line.end.is_some();
    line.close || pasted && (before.kind == Kind::Item || before.text.chars().count() >= 40)
}
