//! Days as a workbook counts them, shown as ISO dates as far as their format goes.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

/// What a date format shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct DateFormat {
    pub(super) year: bool,
    pub(super) month: bool,
    pub(super) day: bool,
    pub(super) hours: bool,
    pub(super) seconds: bool,
    /// Hours or minutes that count on past a day: a duration.
    pub(super) elapsed: bool,
}

/// Seconds in a day.
const DAY: i64 = 86_400;

impl DateFormat {
    /// A serial number shown; `None` when it is outside the calendar.
    pub(super) fn show(&self, serial: f64, since_1904: bool) -> Option<String> {
        // 2 958 465 is 9999-12-31, the last day a workbook knows.
        if !(0.0..2_958_466.0).contains(&serial) {
            return None;
        }
        let total = (serial * DAY as f64).round() as i64;
        let (day, second) = (total / DAY, total % DAY);
        if self.elapsed || !(self.year || self.month || self.day) {
            return Some(self.clock(if self.elapsed { total } else { second }));
        }
        let date = day_of(day, since_1904)?;
        if self.year && !self.day && !self.hours {
            let form = if self.month { "%Y-%m" } else { "%Y" };
            return Some(date.strftime(form).to_string());
        }
        Some(if self.hours { format!("{date} {}", self.clock(second)) } else { date.to_string() })
    }

    fn clock(self, seconds: i64) -> String {
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        match (self.hours, self.seconds) {
            (true, true) => format!("{hours:02}:{minutes:02}:{rest:02}"),
            (true, false) => format!("{hours:02}:{minutes:02}"),
            (false, _) => format!("{:02}:{rest:02}", seconds / 60),
        }
    }
}

fn day_of(day: i64, since_1904: bool) -> Option<Date> {
    // Counted from 1900 a workbook has a 29 February 1900 that never was (day 60), so days before it are one later.
    let start = match day {
        _ if since_1904 => date(1904, 1, 1),
        0..60 => date(1899, 12, 31),
        _ => date(1899, 12, 30),
    };
    let span: Span = day.days();
    start.checked_add(span).ok()
}

/// A date that the workbook itself keeps as ISO text; midnight is left out.
pub(super) fn iso_text(value: &str) -> String {
    let value = value.trim();
    match value.split_once('T') {
        Some((day, time)) if time.trim_end_matches('Z').trim_end_matches(['0', ':', '.']).is_empty() => day.to_owned(),
        Some((day, time)) => format!("{day} {}", time.trim_end_matches('Z')),
        None => value.to_owned(),
    }
}
