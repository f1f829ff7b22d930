//! Merged cells: the first cell says how far it reaches, the covered ones stand empty.

use crate::Cell;
use crate::read::ReadError;
use crate::read::limits::Budget;

use super::sheet::{LAST_COLUMN, LAST_ROW, Rows, column_number, empty};

/// A merged area, counted from 1, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    top: u32,
    left: u32,
    bottom: u32,
    right: u32,
}

impl Area {
    /// Reads `B2:D4`. Anything else is no area.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once(':')?;
        let (left, top) = column_number(first)?;
        let (right, bottom) = column_number(last)?;
        let area = Self { top: top.parse().ok()?, left, bottom: bottom.parse().ok()?, right };
        let in_order = area.top <= area.bottom && area.left <= area.right;
        let in_sheet = area.top >= 1 && area.bottom <= LAST_ROW && area.right <= LAST_COLUMN;
        (in_order && in_sheet).then_some(area)
    }
}

/// Spreads merged cells. An area is clipped to the rows and columns that hold something: a title merged over the whole
/// width of the sheet is as wide as the table.
pub(super) fn spread(rows: &mut Rows, areas: &[Area], sheet: &str, budget: &mut Budget) -> Result<(), ReadError> {
    let width = rows.values().map(Vec::len).max().unwrap_or_default() as u32;
    let height = rows.last_key_value().map(|(&row, _)| row).unwrap_or_default();
    for area in areas {
        let (right, bottom) = (area.right.min(width), area.bottom.min(height));
        let Some(cell) = anchor(rows, *area) else { continue };
        cell.columns = u16::try_from(right - area.left + 1).unwrap_or(u16::MAX);
        cell.rows = bottom - area.top + 1;
        for (&row, cells) in rows.range_mut(area.top..=bottom) {
            // Each touched row is paid for, or areas that overlap could be made to cost the square of their number.
            budget.cells(1 + (right as usize).saturating_sub(cells.len()))?;
            for column in cells.len() as u32..right {
                cells.push(empty(sheet, row, column + 1));
            }
        }
    }
    Ok(())
}

/// The cell an area starts with, if it holds anything.
fn anchor(rows: &mut Rows, area: Area) -> Option<&mut Cell> {
    rows.get_mut(&area.top)?.get_mut(area.left as usize - 1).filter(|cell| !cell.is_empty())
}
