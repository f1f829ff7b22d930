//! Tables that stand on their side: headings in the first column, an action in the second.

use std::collections::HashMap;

use super::{
    columns::{Column, meaning},
    pieces::{Grid, GridCell},
};

/// So many rows of a table are looked at to tell whether it stands on its side.
const SAMPLE: usize = 60;

/// Turns a table that stands on its side; any other stays as it is.
pub(super) fn upright(grid: Grid) -> Grid {
    if stands_on_its_side(&grid) { turned(grid) } else { grid }
}

/// Whether nearly all of the first column are headings and the second is none.
fn stands_on_its_side(grid: &Grid) -> bool {
    let pairs: Vec<(Column, &GridCell)> = grid
        .rows
        .iter()
        .take(SAMPLE)
        .filter_map(
            |row| if let [heading, value] = row.as_slice() { Some((meaning(&heading.flat()), value)) } else { None },
        )
        .collect();
    let known = pairs.iter().filter(|(column, _)| column.is_known()).count();
    let has = |wanted: &[Column]| pairs.iter().any(|(column, _)| wanted.contains(column));
    let header = pairs.first().is_some_and(|(_, value)| meaning(&value.flat()).is_known());
    let all = pairs.len() == grid.rows.len().min(SAMPLE);
    all && !header
        && known >= 3
        && known * 4 >= pairs.len() * 3
        && has(&[Column::Action, Column::Detail])
        && has(&[Column::Lead, Column::Time, Column::Co])
}

/// Headings become the header; where the first heading comes again, the next action begins.
fn turned(grid: Grid) -> Grid {
    let first = grid.rows.first().and_then(|row| row.first()).map(|cell| meaning(&cell.flat()));
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut header: Vec<GridCell> = Vec::new();
    let mut records: Vec<Vec<(usize, GridCell)>> = Vec::new();
    let mut again = Vec::new();
    for row in grid.rows {
        let mut cells = row.into_iter();
        let (Some(heading), Some(value)) = (cells.next(), cells.next()) else { continue };
        if records.is_empty() || Some(meaning(&heading.flat())) == first {
            records.push(Vec::new());
        }
        let at = *places.entry(heading.flat().to_lowercase()).or_insert(header.len());
        if at == header.len() {
            header.push(heading)
        } else {
            again.push(heading)
        }
        if let Some(record) = records.last_mut() {
            record.push((at, value));
        }
    }
    let width = header.len();
    let mut rows = vec![header];
    rows.extend(records.into_iter().map(|record| filled_up(record, width)));
    Grid { name: grid.name, rows, headings: again }
}

/// A row with every cell in its column.
fn filled_up<'a>(record: Vec<(usize, GridCell<'a>)>, width: usize) -> Vec<GridCell<'a>> {
    let mut cells: Vec<GridCell<'a>> = Vec::with_capacity(width);
    let mut sorted = record;
    sorted.sort_by_key(|(at, _)| *at);
    for (at, cell) in sorted {
        while cells.len() < at {
            cells.push(GridCell::nothing());
        }
        cells.push(cell);
    }
    cells
}
