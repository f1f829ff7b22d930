//! Tables of a document: rows on the table's grid, merged cells, and tables inside cells as lines of text.

use std::collections::HashMap;
use std::io::BufRead;

use crate::read::ReadError;
use crate::read::runs::{is_blank, push};
use crate::read::xml::{Tag, Xml};
use crate::{Cell, NoteKind, Place, Row, Run, Table};

use super::body::{self, Piece, Reading, is_wrapper};
use super::paragraph::PAGE;

/// Word allows 63 columns; a cell that says it is wider is cut to this.
const WIDEST: u16 = 1024;

/// A table as the file keeps it.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: Vec<Vec<GridCell>>,
}

/// A cell with its place on the grid.
#[derive(Debug)]
struct GridCell {
    /// Counted from 0.
    column: u16,
    columns: u16,
    merge: Merge,
    runs: Vec<Run>,
}

/// How a cell is merged with those above and below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Merge {
    None,
    Starts,
    Continues,
}

/// What the table's style makes bold.
#[derive(Default, Clone, Copy)]
struct TableLook {
    all: bool,
    first_row: bool,
}

/// Reads a table.
pub(super) fn read<R: BufRead>(xml: &mut Xml<R>, reading: &mut Reading<'_>) -> Result<Grid, ReadError> {
    let mut grid = Grid::default();
    rows(xml, reading, &mut TableLook::default(), &mut grid)?;
    Ok(grid)
}

fn rows<R: BufRead>(
    xml: &mut Xml<R>,
    reading: &mut Reading<'_>,
    look: &mut TableLook,
    grid: &mut Grid,
) -> Result<(), ReadError> {
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "tblPr" => *look = read_look(xml, reading)?,
            "tr" => {
                reading.budget.cells(1)?;
                let bold = if grid.rows.is_empty() { look.first_row } else { look.all };
                let mut row = GridRow::default();
                cells(xml, reading, bold, &mut row)?;
                if row.deleted {
                    reading.notes.once(NoteKind::TrackedDeletion, None);
                } else {
                    grid.rows.push(row.cells);
                }
            }
            name if is_wrapper(name) => rows(xml, reading, look, grid)?,
            _ => xml.skip()?,
        }
    }
    Ok(())
}

/// What the style of the table and its switches say.
fn read_look<R: BufRead>(xml: &mut Xml<R>, reading: &Reading<'_>) -> Result<TableLook, ReadError> {
    let mut style = None;
    let mut first_row = false;
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "tblStyle" => style = tag.attribute("val").map(std::borrow::Cow::into_owned),
            "tblLook" => first_row = has_first_row(&tag),
            _ => {}
        }
        xml.skip()?;
    }
    let (all, first) = reading.styles.table_bold(style.as_deref());
    Ok(TableLook { all, first_row: if first_row { first.unwrap_or(all) } else { all } })
}

/// Whether the first row has a look of its own: by name, or as bit 0x20 of the older spelling.
fn has_first_row(tag: &Tag<'_>) -> bool {
    let bits = || u32::from_str_radix(&tag.attribute("val")?, 16).ok();
    tag.attribute("firstRow").map_or_else(|| bits().is_some_and(|bits| bits & 0x20 != 0), |_| tag.is_on("firstRow"))
}

/// A row as it grows.
#[derive(Default)]
struct GridRow {
    cells: Vec<GridCell>,
    column: u16,
    deleted: bool,
}

fn cells<R: BufRead>(
    xml: &mut Xml<R>,
    reading: &mut Reading<'_>,
    bold: bool,
    row: &mut GridRow,
) -> Result<(), ReadError> {
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "trPr" => {
                while let Some(tag) = xml.child()? {
                    match tag.name() {
                        "gridBefore" => row.column = tag.number("val").unwrap_or(0).min(WIDEST),
                        "del" => row.deleted = true,
                        _ => {}
                    }
                    xml.skip()?;
                }
                reading.budget.cells(row.column as usize)?;
            }
            "tc" => {
                let cell = cell(xml, reading, bold, row.column)?;
                reading.budget.cells(cell.columns as usize)?;
                reading.budget.runs(&cell.runs)?;
                row.column = row.column.checked_add(cell.columns).ok_or_else(|| xml.damaged())?;
                row.cells.push(cell);
            }
            name if is_wrapper(name) => cells(xml, reading, bold, row)?,
            _ => xml.skip()?,
        }
    }
    Ok(())
}

fn cell<R: BufRead>(
    xml: &mut Xml<R>,
    reading: &mut Reading<'_>,
    bold: bool,
    column: u16,
) -> Result<GridCell, ReadError> {
    let mut cell = GridCell { column, columns: 1, merge: Merge::None, runs: Vec::new() };
    let mut pieces = Vec::new();
    while let Some(tag) = xml.child()? {
        if tag.name() == "tcPr" {
            while let Some(tag) = xml.child()? {
                match tag.name() {
                    "gridSpan" => cell.columns = tag.number::<u32>("val").unwrap_or(1).clamp(1, WIDEST.into()) as u16,
                    "vMerge" if tag.attribute("val").as_deref() == Some("restart") => cell.merge = Merge::Starts,
                    "vMerge" => cell.merge = Merge::Continues,
                    _ => {}
                }
                xml.skip()?;
            }
        } else if tag.name() == "p" {
            pieces.push(Piece::Paragraph(super::paragraph::read(xml, reading, bold)?));
        } else if tag.name() == "tbl" {
            pieces.push(Piece::Table(read(xml, reading)?));
        } else if is_wrapper(tag.name()) {
            body::read(xml, reading, bold, &mut pieces)?;
        } else {
            xml.skip()?;
        }
    }
    cell.runs = joined(lines(pieces));
    Ok(cell)
}

/// Paragraphs and tables as lines: a row of a table is one line, its cells kept apart by tabs.
pub(super) fn lines(pieces: Vec<Piece>) -> Vec<Vec<Run>> {
    let mut lines = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => {
                lines.push(paragraph.runs);
                lines.extend(paragraph.boxes);
            }
            Piece::Table(grid) => {
                for row in grid.rows {
                    let cells = row.into_iter().map(|cell| cell.runs).collect();
                    lines.push(strung(cells, "\t"));
                }
            }
        }
    }
    lines
}

/// Lines as the text of one cell, without empty lines at either end.
fn joined(mut lines: Vec<Vec<Run>>) -> Vec<Run> {
    let last = lines.iter().rposition(|line| !is_blank(line)).map_or(0, |last| last + 1);
    lines.truncate(last);
    let first = lines.iter().position(|line| !is_blank(line)).unwrap_or_default();
    let mut runs = strung(lines.split_off(first), "\n");
    runs.iter_mut().filter(|run| run.text.contains(PAGE)).for_each(|run| run.text = run.text.replace(PAGE, "\n"));
    runs
}

/// Texts joined by a mark, which takes the look of what stands before it.
fn strung(texts: Vec<Vec<Run>>, mark: &str) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::new();
    for (number, text) in texts.into_iter().enumerate() {
        if number > 0 {
            let bold = all.last().is_some_and(|run| run.bold);
            push(&mut all, mark, bold);
        }
        text.iter().for_each(|run| push(&mut all, &run.text, run.bold));
    }
    all
}

impl Grid {
    /// The table under its name, empty rows left out.
    pub(super) fn into_table(self, name: &str) -> Table {
        let mut rows: Vec<Row> = Vec::new();
        // Where a merged cell that may go on started, by column: the row and the cell in it.
        let mut open: HashMap<u16, (usize, usize)> = HashMap::new();
        for (number, grid) in self.rows.into_iter().enumerate() {
            let place = |column: usize| Place::Cell {
                sheet: name.to_owned(),
                row: number as u32 + 1,
                column: column as u32 + 1,
            };
            let empty = |column: usize| Cell { runs: Vec::new(), place: place(column), columns: 1, rows: 1 };
            let mut cells: Vec<Cell> = Vec::new();
            for cell in grid {
                (cells.len()..cell.column as usize).for_each(|column| cells.push(empty(column)));
                let start = open.get(&cell.column).copied().filter(|_| cell.merge == Merge::Continues);
                match start {
                    Some((row, column)) => {
                        if let Some(first) = rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) {
                            first.rows += 1;
                        }
                    }
                    None => {
                        open.insert(cell.column, (rows.len(), cells.len()));
                    }
                }
                if cell.merge == Merge::None {
                    open.remove(&cell.column);
                }
                let column = cells.len();
                let columns = if start.is_some() { 1 } else { cell.columns };
                cells.push(Cell { runs: cell.runs, columns, ..empty(column) });
                (1..cell.columns as usize).for_each(|offset| cells.push(empty(column + offset)));
            }
            rows.push(Row { cells });
        }
        rows.iter_mut().for_each(|row| row.cells.iter_mut().for_each(tidy));
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        Table { name: Some(name.to_owned()), rows }
    }
}

/// A cell of nothing but white space is empty.
fn tidy(cell: &mut Cell) {
    if cell.is_empty() {
        cell.runs.clear();
    }
}
