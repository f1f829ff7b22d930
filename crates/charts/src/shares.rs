//! Stacked shares: how a whole is divided, each part told where it lies.

use crate::palette::Paint;
use crate::svg::{Anchor, Sheet};
use crate::{Caption, Palette, Tone};

/// Rows that are each divided into parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shares {
    /// What it is called.
    pub caption: Caption,
    /// The rows from above.
    pub rows: Vec<SharesRow>,
}

/// A whole and its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SharesRow {
    /// What it is about; empty where there is but one row.
    pub name: String,
    /// The parts in order.
    pub parts: Vec<Part>,
}

/// A part of a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// How much.
    pub count: u64,
    /// Name and number as text.
    pub text: String,
    /// What it stands for.
    pub tone: Tone,
}

/// How thick a row is.
const THICK: f64 = 18.0;

impl Shares {
    /// The chart.
    #[must_use]
    pub fn svg(&self, palette: Palette) -> String {
        let mut sheet = Sheet::new(&self.caption, palette);
        let mut y = 0.0;
        for row in &self.rows {
            for name in sheet.wrapped(&row.name, sheet.width()) {
                y += sheet.line_height();
                sheet.text((0.0, y), Anchor::Start, Paint::Ink, &name);
            }
            y = row.draw(&mut sheet, y + 6.0) + 10.0;
        }
        let least = sheet.line_height();
        sheet.finish(y.max(least))
    }
}

impl SharesRow {
    /// Draws bar and labels below `top`; says where they end.
    fn draw(&self, sheet: &mut Sheet<'_>, top: f64) -> f64 {
        let all: u64 = self.parts.iter().map(|part| part.count).sum();
        if all == 0 {
            sheet.bar((0.0, top), (sheet.width(), 1.0), Paint::Fill);
            return top + 1.0;
        }
        let room = sheet.width() - 2.0;
        let parts = self.parts.iter().filter(|part| part.count > 0);
        let mut so_far = 0;
        let mut placed: Vec<(f64, &str)> = Vec::new();
        for part in parts {
            let start = 1.0 + room * so_far as f64 / all as f64;
            so_far += part.count;
            let width = 1.0 + room * so_far as f64 / all as f64 - start;
            sheet.toned((start, top + 1.0), (width, THICK), part.tone);
            placed.push((start + width.min(24.0) / 2.0, &part.text));
        }
        label(sheet, top + 1.0 + THICK, &placed)
    }
}

/// A label under each part, lower where the one to its right is in the way, with a line up to its part.
fn label(sheet: &mut Sheet<'_>, top: f64, placed: &[(f64, &str)]) -> f64 {
    let line = sheet.line_height();
    // From the right: a label may stand on a line as long as it ends before the leader or label to its right.
    let mut levels = vec![0_usize; placed.len()];
    for index in (0..placed.len()).rev() {
        let (x, text) = placed[index];
        let end = x - 4.0 + sheet.text_width(text);
        let blocking = (index + 1..placed.len()).filter(|later| placed[*later].0 - 8.0 < end);
        levels[index] = blocking.map(|later| levels[later] + 1).max().unwrap_or(0);
    }
    let mut bottom = top;
    for ((x, text), level) in placed.iter().zip(levels) {
        let foot = top + 6.0 + line * (level as f64 + 1.0);
        sheet.line((*x, top), (*x, foot - line + 4.0), Paint::Axis, 1.0, "");
        // What would leave the sheet at the right is set against its end.
        let fits = x - 4.0 + sheet.text_width(text) <= sheet.width();
        let (at, anchor) = if fits { (x - 4.0, Anchor::Start) } else { (sheet.width(), Anchor::End) };
        sheet.text((at, foot), anchor, Paint::Ink, text);
        bottom = bottom.max(foot + 4.0);
    }
    bottom
}
