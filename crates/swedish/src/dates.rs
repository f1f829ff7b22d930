//! Dates as Swedish writes them.

use jiff::civil::{Date, DateTime};

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// `12 mars 2025`.
#[must_use]
pub fn long_date(date: Date) -> String {
    let month = usize::try_from(date.month()).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).copied();
    format!("{} {} {}", date.day(), month.unwrap_or_default(), date.year())
}

/// `12 mars 2025 kl. 14:05`.
#[must_use]
pub fn long_time(at: DateTime) -> String {
    format!("{} kl. {:02}:{:02}", long_date(at.date()), at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words() {
        assert_eq!(long_date(jiff::civil::date(2025, 3, 12)), "12 mars 2025");
        assert_eq!(long_time(jiff::civil::date(2025, 12, 1).at(9, 5, 0, 0)), "1 december 2025 kl. 09:05");
    }
}
