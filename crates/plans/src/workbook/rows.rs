//! The rows of a workbook: which sheet is which, which column is which, whatever order somebody put them in.

use sheets::{Block, Cell, Place, Source, Table};
use swedish::fold;

use super::column::Column;
use super::write::basis;
use super::{Basis, NoWorkbook, RowKind, Unread, UnreadKind};
use crate::editions::Words;

/// The headers stand in one of the first rows: somebody may have put a title above them.
const DEEPEST_HEADER: usize = 10;

/// A workbook with its sheets told apart.
pub(super) struct Rows<'a> {
    /// The words of the language it is written in.
    pub(super) words: Words<'a>,
    /// The sheets that were found.
    pub(super) sheets: Vec<(RowKind, Vec<Line>)>,
    /// What it was made from.
    pub(super) basis: Option<Basis>,
    /// Sheets and columns that are none of ours.
    pub(super) unread: Vec<Unread>,
    /// Every filled cell that is none of ours, headers left out.
    pub(super) foreign: Vec<(String, Place)>,
}

/// One row.
pub(super) struct Line {
    /// The id, where the row has one.
    pub(super) id: Option<String>,
    /// Whether it is to be removed.
    pub(super) removal: bool,
    /// The other cells of columns that are ours.
    pub(super) cells: Vec<(Column, String, Place)>,
    /// Where it begins.
    pub(super) place: Place,
}

/// Tells the sheets apart by their column of ids.
pub(super) fn find<'a>(source: &Source, words: Words<'a>) -> Result<Rows<'a>, NoWorkbook> {
    let tables: Vec<&Table> = source.blocks.iter().filter_map(Block::table).collect();
    let has_ids = |words: &Words<'_>| tables.iter().any(|table| header(table, *words).is_some());
    let words = words.languages().find(has_ids).ok_or(NoWorkbook)?;
    let mut rows = Rows { words, sheets: Vec::new(), basis: None, unread: Vec::new(), foreign: Vec::new() };
    for table in tables {
        match header(table, words) {
            Some((kind, at)) => rows.sheet(kind, table, at),
            None => rows.other(table),
        }
    }
    Ok(rows)
}

/// The kind of a sheet, and the position of its header row.
fn header(table: &Table, words: Words<'_>) -> Option<(RowKind, usize)> {
    RowKind::ALL.into_iter().find_map(|kind| {
        let id = fold(&kind.header(Column::Id, words));
        let mut rows = table.rows.iter().take(DEEPEST_HEADER);
        let at = rows.position(|row| row.cells.iter().any(|cell| fold(&cell.text()) == id))?;
        Some((kind, at))
    })
}

impl Rows<'_> {
    fn sheet(&mut self, kind: RowKind, table: &Table, at: usize) {
        let below = table.rows.get(at + 1..).unwrap_or_default();
        let columns: Vec<Option<Column>> = table.rows[at].cells.iter().map(|cell| self.column(kind, cell)).collect();
        for (position, cell) in table.rows[at].cells.iter().enumerate() {
            let filled = below.iter().any(|row| row.cells.get(position).is_some_and(|cell| !cell.is_empty()));
            if columns[position].is_none() && filled {
                self.unread.push(Unread { place: cell.place.clone(), kind: UnreadKind::Column, text: cell.text() });
            }
        }
        for row in below {
            self.foreign(&row.cells, &columns);
        }
        let lines: Vec<Line> = below.iter().filter_map(|row| self.line(&row.cells, &columns)).collect();
        match self.sheets.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, known)) => known.extend(lines),
            None => self.sheets.push((kind, lines)),
        }
    }

    /// Keeps the cells of a row that no column of ours understands.
    fn foreign(&mut self, row: &[Cell], columns: &[Option<Column>]) {
        for (position, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let known = match columns.get(position).copied().flatten() {
                Some(Column::Removal) => self.is_yes(&cell.text()),
                column => column.is_some(),
            };
            if !known {
                self.foreign.push((cell.text(), cell.place.clone()));
            }
        }
    }

    fn column(&self, kind: RowKind, cell: &Cell) -> Option<Column> {
        let text = fold(&cell.text());
        kind.columns().iter().copied().find(|column| fold(&kind.header(*column, self.words)) == text)
    }

    fn line(&self, row: &[Cell], columns: &[Option<Column>]) -> Option<Line> {
        let place = row.first()?.place.clone();
        let mut line = Line { id: None, removal: false, cells: Vec::new(), place };
        for (cell, column) in row.iter().zip(columns) {
            match column {
                Some(Column::Id) => line.id = Some(cell.text()).filter(|text| !text.is_empty()),
                Some(Column::Removal) => line.removal = self.is_yes(&cell.text()),
                Some(column) => line.cells.push((*column, cell.text(), cell.place.clone())),
                None => {}
            }
        }
        // A row ends with its last filled cell; the columns after it were emptied.
        let end = row.last().map(|cell| cell.place.clone())?;
        let own = [Column::Id, Column::Removal];
        let rest = columns.iter().skip(row.len()).flatten().filter(|column| !own.contains(column));
        line.cells.extend(rest.map(|column| (*column, String::new(), end.clone())));
        // The kind of an indicator is read before its figures, wherever its column stands.
        line.cells.sort_by_key(|(column, _, _)| *column);
        let empty = line.id.is_none() && line.cells.iter().all(|(_, text, _)| text.is_empty());
        (!empty).then_some(line)
    }

    fn is_yes(&self, text: &str) -> bool {
        let yes = self.words.everywhere("plans-workbook-yes");
        yes.iter().any(|word| fold(word) == fold(text)) || fold(text) == "x"
    }

    /// A sheet without ids: the first one, which says what the workbook was made from, or somebody's own.
    fn other(&mut self, table: &Table) {
        let cells = || table.rows.iter().flat_map(|row| &row.cells);
        let found = cells().find_map(|cell| basis(&cell.text()));
        let title = self.words.text("plans-workbook-read-me-title");
        if found.is_some() || cells().any(|cell| cell.text() == title) {
            self.basis = found.or(self.basis);
            return;
        }
        let first = cells().find(|cell| !cell.is_empty());
        let filled = cells().filter(|cell| !cell.is_empty());
        self.foreign.extend(filled.map(|cell| (cell.text(), cell.place.clone())));
        let text = |cell: &Cell| table.name.clone().unwrap_or_else(|| cell.text());
        self.unread.extend(first.map(|cell| Unread {
            place: cell.place.clone(),
            kind: UnreadKind::Sheet,
            text: text(cell),
        }));
    }
}
