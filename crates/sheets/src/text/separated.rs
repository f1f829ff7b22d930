//! Separated values that were pasted: the same number of semicolons on every line.

use super::{Taken, cell, lines::Line, table_block};
use crate::Row;

/// Fewer lines are running text.
const LEAST_LINES: usize = 2;

/// Reads separated values that start at the first line.
pub(super) fn read(rest: &[Line]) -> Taken {
    let marks = |line: &Line| line.text.matches(';').count();
    let width = marks(rest.first()?);
    if width < 2 {
        return None;
    }
    let rows: Vec<Row> =
        rest.iter().take_while(|line| marks(line) == width && !line.text.contains('\t')).map(row).collect();
    let taken = rows.len();
    (taken >= LEAST_LINES).then(|| (table_block(rows).into_iter().collect(), taken))
}

fn row(line: &Line) -> Row {
    let unquoted = |text: &str| text.trim().trim_matches('"').replace("\"\"", "\"");
    Row { cells: line.text.split(';').map(|text| cell(&unquoted(text), line.number)).collect() }
}
