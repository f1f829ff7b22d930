//! Lines over years: broken at gaps and where a series breaks, with the levels that are aimed for and were started from.

use crate::palette::Paint;
use crate::scale::Scale;
use crate::svg::{Anchor, Sheet, short};
use crate::{Caption, Palette};

/// A chart of lines over years.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lines {
    /// What it is called.
    pub caption: Caption,
    /// The first year and the last.
    pub years: (i16, i16),
    /// The curves; one alone carries its numbers at every point, several carry their names at their ends.
    pub curves: Vec<Curve>,
    /// Levels that are aimed for or were started from.
    pub levels: Vec<LevelMark>,
    /// Where the series breaks, and why.
    pub breaks: Vec<BreakMark>,
    /// Years without a value, each with what stands there instead.
    pub gaps: Vec<(i16, String)>,
    /// What a hollow point stands for; empty where there is none. Stands under the chart.
    pub hollow: String,
    /// Where the scale begins, where that is not at zero.
    pub least: Option<f64>,
    /// Where it ends at most.
    pub most: Option<f64>,
    /// What follows each number of the scale: a sign for per cent.
    pub unit: String,
}

/// One curve.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Curve {
    /// What it is of.
    pub name: String,
    /// The runs of years that are joined.
    pub runs: Vec<Vec<Dot>>,
}

/// A year of a curve.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dot {
    /// The year.
    pub year: i16,
    /// How high it lies.
    pub height: f64,
    /// The number as text.
    pub text: String,
    /// Whether it is drawn hollow: it says less than the others.
    pub hollow: bool,
}

/// A level line.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelMark {
    /// What it is.
    pub kind: LevelKind,
    /// How high it lies.
    pub height: f64,
    /// What stands beside it.
    pub text: String,
}

/// What a level is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelKind {
    /// Aimed for: long dashes.
    Target,
    /// Started from: dots.
    Baseline,
}

/// Where a series breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakMark {
    /// The first year that is told the new way.
    pub year: i16,
    /// Why, with its year; stands under the chart.
    pub text: String,
}

/// Dashes of curves, so that they are told apart without colour.
const DASHES: [&str; 6] = ["", "7 3", "2 3", "10 3 2 3", "4 2", "12 4"];
/// The shapes of a curve's points, around the origin.
const SHAPES: [&str; 6] = [
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "m-4 -4h8v8h-8z",
    "m0 -5l5 5l-5 5l-5 -5z",
    "m0 -5l5 9h-10z",
    "m0 5l5 -9h-10z",
    "m-5 -2h10v4h-10z",
];

/// How far from the edges the first year and the last lie at least.
const LEAST_INSET: f64 = 10.0;
/// What parts a number over a point from the scale beside it, so that the two are not read as one.
const APART: f64 = 10.0;

/// Where things lie on the sheet.
struct Frame {
    scale: Scale,
    years: (i16, i16),
    left: f64,
    right: f64,
    /// How far from the edges the first year and the last lie.
    inset: f64,
    top: f64,
    bottom: f64,
}

impl Frame {
    fn x(&self, year: f64) -> f64 {
        let (first, last) = (f64::from(self.years.0), f64::from(self.years.1));
        let place = if last > first { (year - first) / (last - first) } else { 0.5 };
        self.left + self.inset + place * (self.right - self.left - 2.0 * self.inset)
    }

    fn y(&self, height: f64) -> f64 {
        self.bottom - self.scale.place(height) * (self.bottom - self.top)
    }
}

/// A text at the right edge, beside what it is said of.
struct Aside {
    y: f64,
    paint: Paint,
    lines: Vec<String>,
}

impl Lines {
    /// The chart.
    #[must_use]
    pub fn svg(&self, palette: Palette) -> String {
        let mut sheet = Sheet::new(&self.caption, palette);
        let frame = self.frame(&sheet, palette);
        self.scale_lines(&mut sheet, &frame);
        self.year_texts(&mut sheet, &frame);
        let notes = self.break_lines(&mut sheet, &frame);
        let notes = self.hollow_note(&mut sheet, notes);
        for level in &self.levels {
            let y = frame.y(level.height);
            let dashes = if level.kind == LevelKind::Target { "9 4" } else { "1.5 3" };
            sheet.line((frame.left, y), (frame.right, y), Paint::Axis, 1.5, dashes);
        }
        for (index, curve) in self.curves.iter().enumerate() {
            curve.draw(&mut sheet, &frame, index);
        }
        if let [curve] = self.curves.as_slice() {
            curve.numbers(&mut sheet, &frame);
        }
        self.asides(&mut sheet, &frame);
        sheet.finish(notes)
    }

    fn frame(&self, sheet: &Sheet<'_>, palette: Palette) -> Frame {
        let heights = self.curves.iter().flat_map(|curve| curve.runs.iter().flatten()).map(|dot| dot.height);
        let scale = Scale::over(heights.chain(self.levels.iter().map(|level| level.height)), self.least, self.most);
        let ticks = scale.ticks();
        let widest = ticks.iter().map(|tick| sheet.text_width(&self.tick(&scale, *tick))).fold(0.0, f64::max);
        let has_asides = self.curves.len() > 1 || !self.levels.is_empty();
        let asides = if has_asides { sheet.width() * 0.26 } else { 4.0 };
        // Room for the number over a point at the very top, and for the letter of a break above that.
        let top = sheet.line_height() + if self.breaks.is_empty() { 8.0 } else { sheet.line_height() };
        let high = if palette == Palette::Web { 170.0 } else { 200.0 };
        let (left, right) = (widest + 6.0, sheet.width() - asides);
        let inset = self.inset(sheet).min((right - left) / 4.0);
        Frame { scale, years: self.years, left, right, inset, top, bottom: top + high }
    }

    /// Room for the point of the first year and of the last, and for what stands over it: the numbers of the scale stand to the left,
    /// the names of levels to the right.
    fn inset(&self, sheet: &Sheet<'_>) -> f64 {
        let numbered = if let [curve] = self.curves.as_slice() { curve.runs.as_slice() } else { &[] };
        let numbers = numbered.iter().flatten().map(|dot| (dot.year, &dot.text));
        let texts = numbers.chain(self.gaps.iter().map(|(year, text)| (*year, text)));
        let outer = texts.filter(|(year, _)| *year == self.years.0 || *year == self.years.1);
        outer.map(|(_, text)| sheet.text_width(text) / 2.0 + APART).fold(LEAST_INSET, f64::max)
    }

    fn tick(&self, scale: &Scale, tick: f64) -> String {
        format!("{}{}", swedish::decimal(tick, scale.decimals()), self.unit)
    }

    fn scale_lines(&self, sheet: &mut Sheet<'_>, frame: &Frame) {
        for tick in frame.scale.ticks() {
            let y = frame.y(tick);
            let paint = if tick.abs() < f64::EPSILON { Paint::Axis } else { Paint::Grid };
            sheet.line((frame.left, y), (frame.right, y), paint, 1.0, "");
            sheet.text((frame.left - 4.0, y + 4.0), Anchor::End, Paint::Soft, &self.tick(&frame.scale, tick));
        }
    }

    /// Years under the chart, as many as there is room for, and what stands where there is no value.
    fn year_texts(&self, sheet: &mut Sheet<'_>, frame: &Frame) {
        let (first, last) = self.years;
        let room = frame.right - frame.left;
        let fit = (room / (sheet.text_width("2000") + 8.0)).floor().max(1.0) as i16;
        let every = ((last - first) / fit + 1).max(1);
        for year in (first..=last).filter(|year| (last - year) % every == 0) {
            let at = (frame.x(f64::from(year)), frame.bottom + sheet.line_height());
            sheet.text(at, Anchor::Middle, Paint::Soft, &year.to_string());
        }
        for (year, text) in &self.gaps {
            sheet.text((frame.x(f64::from(*year)), frame.bottom - 5.0), Anchor::Middle, Paint::Soft, text);
        }
    }

    /// A line at each break with its letter, and why under the chart. Says where the drawing ends.
    fn break_lines(&self, sheet: &mut Sheet<'_>, frame: &Frame) -> f64 {
        let line = sheet.line_height();
        let mut y = frame.bottom + line + 6.0;
        for (letter, at) in ('A'..='Z').zip(&self.breaks) {
            let x = frame.x(f64::from(at.year) - 0.5).clamp(frame.left, frame.right);
            sheet.line((x, line), (x, frame.bottom), Paint::Axis, 1.0, "3 3");
            sheet.text((x, line - 4.0), Anchor::Middle, Paint::Ink, &letter.to_string());
            for text in sheet.wrapped(&format!("{letter}\u{a0}\u{a0}{}", at.text), sheet.width()) {
                y += line;
                sheet.text((0.0, y), Anchor::Start, Paint::Ink, &text);
            }
        }
        y + 4.0
    }

    /// A hollow point under the chart with what it stands for. Says where the drawing ends.
    fn hollow_note(&self, sheet: &mut Sheet<'_>, top: f64) -> f64 {
        let (line, indent) = (sheet.line_height(), 14.0);
        let mut y = top;
        for (index, text) in sheet.wrapped(&self.hollow, sheet.width() - indent).iter().enumerate() {
            y += line;
            if index == 0 {
                let mark = format!("M5 {}{}", short(y - 4.0), SHAPES[0]);
                sheet.path(&mark, Paint::Mark, 1.5, "");
            }
            sheet.text((indent, y), Anchor::Start, Paint::Ink, text);
        }
        if y > top { y + 4.0 } else { top }
    }

    /// What stands at the right edge: names of curves where there are several, and of levels.
    fn asides(&self, sheet: &mut Sheet<'_>, frame: &Frame) {
        let room = sheet.width() - frame.right - 8.0;
        let mut asides: Vec<Aside> = Vec::new();
        if self.curves.len() > 1 {
            for curve in &self.curves {
                let Some(dot) = curve.runs.last().and_then(|run| run.last()) else { continue };
                let lines = sheet.wrapped(&format!("{} {}", curve.name, dot.text), room);
                asides.push(Aside { y: frame.y(dot.height), paint: Paint::Ink, lines });
            }
        }
        for level in &self.levels {
            asides.push(Aside {
                y: frame.y(level.height),
                paint: Paint::Soft,
                lines: sheet.wrapped(&level.text, room),
            });
        }
        spread(&mut asides, sheet.line_height(), frame.bottom);
        for aside in &asides {
            for (index, text) in aside.lines.iter().enumerate() {
                let y = aside.y + 4.0 + index as f64 * sheet.line_height();
                sheet.text((frame.right + 8.0, y), Anchor::Start, aside.paint, text);
            }
        }
    }
}

/// Moves texts apart so that none covers another: down from above, then up from the bottom.
fn spread(asides: &mut [Aside], line: f64, bottom: f64) {
    asides.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut free = f64::MIN;
    for aside in asides.iter_mut() {
        aside.y = aside.y.max(free);
        free = aside.y + line * aside.lines.len() as f64;
    }
    let mut limit = bottom + line;
    for aside in asides.iter_mut().rev() {
        let high = line * aside.lines.len() as f64;
        aside.y = aside.y.min(limit - high);
        limit = aside.y;
    }
}

impl Curve {
    fn draw(&self, sheet: &mut Sheet<'_>, frame: &Frame, index: usize) {
        for run in &self.runs {
            let corner = |dot: &Dot| format!("{} {}", short(frame.x(f64::from(dot.year))), short(frame.y(dot.height)));
            let corners: Vec<String> = run.iter().map(corner).collect();
            if corners.len() > 1 {
                let path = format!("M{}", corners.join("L"));
                sheet.path(&path, Paint::Stroke, 2.0, DASHES[index % DASHES.len()]);
            }
            for (dot, corner) in run.iter().zip(&corners) {
                let paint = if dot.hollow { Paint::Mark } else { Paint::Solid };
                sheet.path(&format!("M{corner}{}", SHAPES[index % SHAPES.len()]), paint, 1.5, "");
            }
        }
    }

    /// The numbers above the points: the last always, and from the right as many as do not cover one another.
    fn numbers(&self, sheet: &mut Sheet<'_>, frame: &Frame) {
        let mut free = f64::MAX;
        for dot in self.runs.iter().flatten().rev() {
            let half = sheet.text_width(&dot.text) / 2.0;
            let x = frame.x(f64::from(dot.year));
            if x + half <= free {
                sheet.text((x, frame.y(dot.height) - 9.0), Anchor::Middle, Paint::Ink, &dot.text);
                free = x - half - 4.0;
            }
        }
    }
}
