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

/// A label under its part: where its leader comes down, and from where to where it stands.
struct Label<'a> {
    text: &'a str,
    leader: f64,
    start: f64,
    end: f64,
    /// Whether it runs to the left of its leader, since there is no room to the right.
    leftward: bool,
}

/// A label under each part, lower where another is in the way, with a line up to its part that runs through no other.
fn label(sheet: &mut Sheet<'_>, top: f64, placed: &[(f64, &str)]) -> f64 {
    // From the right on: what runs to the right ends before the leader of one that runs to the left.
    let mut limit = sheet.width();
    let mut labels: Vec<Label<'_>> = Vec::new();
    for (leader, text) in placed.iter().rev() {
        let label = Label::at(sheet, *leader, limit, text);
        if label.leftward {
            limit = leader - 4.0;
        }
        labels.push(label);
    }
    labels.reverse();
    let line = sheet.line_height();
    let mut bottom = top;
    for (label, level) in labels.iter().zip(levels(&labels)) {
        let foot = top + 6.0 + line * (f64::from(level) + 1.0);
        sheet.line((label.leader, top), (label.leader, foot - line + 4.0), Paint::Axis, 1.0, "");
        let (at, anchor) = if label.leftward { (label.end, Anchor::End) } else { (label.start, Anchor::Start) };
        sheet.text((at, foot), anchor, Paint::Ink, label.text);
        bottom = bottom.max(foot + 4.0);
    }
    bottom
}

impl<'a> Label<'a> {
    fn at(sheet: &Sheet<'_>, leader: f64, limit: f64, text: &'a str) -> Self {
        let wide = sheet.text_width(text);
        let leftward = leader - 4.0 + wide > limit;
        // Parts may be as thin as a line: what runs to the left ends before the leader of the next.
        let start = if leftward { (leader + 2.0).min(sheet.width()) - wide } else { leader - 4.0 }.max(0.0);
        Self { text, leader, start, end: start + wide, leftward }
    }
}

/// On which line each label stands. One that runs to the right stands below what its text would meet there, from the right on;
/// one that runs to the left stands below whatever comes down through its place, from the left on.
fn levels(labels: &[Label<'_>]) -> Vec<u32> {
    let mut levels: Vec<Option<u32>> = labels.iter().map(|_| None).collect();
    let (leftward, rightward): (Vec<usize>, Vec<usize>) = (0..labels.len()).partition(|index| labels[*index].leftward);
    for index in rightward.into_iter().rev().chain(leftward) {
        let label = &labels[index];
        let meets = |other: &Label<'_>| other.start - 4.0 < label.end && label.start < other.end + 4.0;
        let blocking = (0..labels.len()).filter(|other| *other != index && meets(&labels[*other]));
        levels[index] = Some(blocking.filter_map(|other| levels[other]).max().map_or(0, |level| level + 1));
    }
    levels.into_iter().map(Option::unwrap_or_default).collect()
}
