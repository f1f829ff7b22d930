//! The year as a ring: an ornament beside the list, which says all that it shows.

use std::f64::consts::TAU;

use exchange::Dated;
use jiff::civil::Date;
use serde::Serialize;

/// The middle of the drawing, which is twice as wide.
const MIDDLE: f64 = 110.0;
/// The radius of the outermost ring, and from one ring to the next.
const OUTER: f64 = 86.0;
const STEP: f64 = 9.0;
/// Rings there is room for; what overlaps more lies on the innermost.
const RINGS: usize = 5;
/// The least part of the year that can be seen: three days.
const LEAST: f64 = 3.0 / 366.0;
/// Where the months' letters stand.
const LETTERS: f64 = 100.0;

/// The ring of a year.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Wheel {
    /// An arc for everything that lasts or happens: a path.
    pub(super) arcs: Vec<String>,
    /// From the middle outwards between the months.
    pub(super) spokes: Vec<[f64; 4]>,
    /// Where the letters of the twelve months stand.
    pub(super) letters: Vec<[f64; 2]>,
    /// Where today is; none in another year.
    pub(super) today: Option<[f64; 4]>,
}

impl Wheel {
    pub(super) fn of(year: i16, dates: &[Dated], today: Date) -> Self {
        let month = |month: i8| part(year, Date::new(year, month, 1).unwrap_or(Date::MIN));
        let mut ends = [0.0_f64; RINGS];
        let arc = |dated: &Dated| {
            let (from, to) =
                (part(year, dated.from), part(year, dated.to).max(part(year, dated.from) + LEAST).min(1.0));
            let ring = ends.iter().position(|end| *end <= from).unwrap_or(RINGS - 1);
            ends[ring] = to + LEAST;
            arc(radius(ring), from, to)
        };
        let now = part(year, today);
        Self {
            arcs: dates.iter().map(arc).collect(),
            spokes: (1..=12).map(|number| spoke(month(number), OUTER - STEP * 5.0, OUTER + 5.0)).collect(),
            letters: (1..=12).map(|number| at(LETTERS, month(number) + 1.0 / 24.0)).collect(),
            today: (today.year() == year).then(|| spoke(now, OUTER - STEP * 5.0, OUTER + 8.0)),
        }
    }
}

fn radius(ring: usize) -> f64 {
    OUTER - STEP * u8::try_from(ring).map_or(0.0, f64::from)
}

/// The part of the year that is over when a day begins.
fn part(year: i16, day: Date) -> f64 {
    match day.year() {
        before if before < year => 0.0,
        after if after > year => 1.0,
        _ => f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year()),
    }
}

/// A point on a circle; the year begins at the top and goes as a clock does.
fn at(radius: f64, part: f64) -> [f64; 2] {
    let (sin, cos) = (part * TAU).sin_cos();
    [rounded(MIDDLE + radius * sin), rounded(MIDDLE - radius * cos)]
}

fn spoke(part: f64, inner: f64, outer: f64) -> [f64; 4] {
    let ([a, b], [c, d]) = (at(inner, part), at(outer, part));
    [a, b, c, d]
}

fn arc(radius: f64, from: f64, to: f64) -> String {
    // A whole circle begins where it ends, and would not be drawn.
    let to = to.min(from + 0.999);
    let ([a, b], [c, d]) = (at(radius, from), at(radius, to));
    let large = u8::from(to - from > 0.5);
    format!("M{a} {b}A{radius} {radius} 0 {large} 1 {c} {d}")
}

fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use exchange::Message;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_year_begins_at_the_top_and_what_overlaps_lies_on_rings_of_its_own() {
        let lasting = |from, to| Dated { what: Message::new("calendar-occasion"), href: String::new(), from, to };
        let dates = [
            lasting(date(2025, 12, 1), date(2026, 12, 31)),
            lasting(date(2026, 1, 1), date(2026, 7, 2)),
            lasting(date(2026, 10, 1), date(2026, 10, 1)),
        ];
        let wheel = Wheel::of(2026, &dates, date(2026, 7, 2));
        assert_eq!(wheel.letters.len(), 12);
        assert_eq!(wheel.spokes[0], [110.0, 69.0, 110.0, 19.0]);
        assert!(wheel.arcs[0].starts_with("M110 24A86 86 0 1 1"), "{}", wheel.arcs[0]);
        assert!(wheel.arcs[1].starts_with("M110 33A77 77 0 0 1"), "{}", wheel.arcs[1]);
        assert!(wheel.arcs[2].contains("A77 77"), "the second ring is free again: {}", wheel.arcs[2]);
        assert!(wheel.today.is_some() && Wheel::of(2025, &dates, date(2026, 7, 2)).today.is_none());
    }
}
