//! A heat map: rows and columns of steps from light to dark, each with its text.

use crate::palette::Paint;
use crate::svg::{Anchor, Sheet};
use crate::{Caption, Palette};

/// A map of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heat {
    /// What it is called.
    pub caption: Caption,
    /// The columns' names, short.
    pub columns: Vec<String>,
    /// The rows from above.
    pub rows: Vec<HeatRow>,
}

/// A row of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeatRow {
    /// What it is about.
    pub name: String,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// From 0, lightest, to 4.
    pub level: u8,
    /// What stands in it: a number, a mark.
    pub text: String,
}

/// The least a cell may be wide, so that its text can be read.
const NARROWEST: f64 = 26.0;
/// How high a cell is.
const HIGH: f64 = 24.0;

impl Heat {
    /// The chart. With many columns it is wider than a telephone, and its frame scrolls.
    #[must_use]
    pub fn svg(&self, palette: Palette) -> String {
        let mut sheet = Sheet::new(&self.caption, palette);
        let names = sheet.width() * 0.34;
        let columns = self.columns.len().max(1) as f64;
        let texts = self.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.text.as_str()));
        let widest =
            texts.chain(self.columns.iter().map(String::as_str)).map(|text| sheet.text_width(text)).fold(0.0, f64::max);
        let cell = ((sheet.width() - names) / columns).max(NARROWEST).max(widest + 6.0);
        sheet.widen(names + cell * columns);
        let line = sheet.line_height();
        for (index, column) in self.columns.iter().enumerate() {
            let middle = names + cell * (index as f64 + 0.5);
            sheet.text((middle, line - 4.0), Anchor::Middle, Paint::Soft, column);
        }
        let mut y = line;
        for row in &self.rows {
            y = row.draw(&mut sheet, y, names, cell);
        }
        sheet.finish(y)
    }
}

impl HeatRow {
    /// Draws the row below `top`; says where it ends.
    fn draw(&self, sheet: &mut Sheet<'_>, top: f64, names: f64, cell: f64) -> f64 {
        let lines = sheet.wrapped(&self.name, names - 8.0);
        let high = HIGH.max(lines.len() as f64 * sheet.line_height() + 4.0);
        let middle = top + high / 2.0 + 4.0;
        let first = middle - (lines.len().saturating_sub(1)) as f64 * sheet.line_height() / 2.0;
        for (index, line) in lines.iter().enumerate() {
            sheet.text((0.0, first + index as f64 * sheet.line_height()), Anchor::Start, Paint::Ink, line);
        }
        for (index, place) in self.cells.iter().enumerate() {
            let level = place.level.min(4);
            let start = names + cell * index as f64;
            sheet.bar((start + 1.0, top + 1.0), (cell - 2.0, high - 2.0), Paint::Level(level));
            sheet.text((start + cell / 2.0, middle), Anchor::Middle, Paint::OnLevel(level), &place.text);
        }
        top + high
    }
}
