//! When something comes back: the days of the first time, and after how many years.

use jiff::civil::Date;

/// Days that come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recurrence {
    /// The first day of the first time.
    pub from: Date,
    /// The last day of the first time.
    pub to: Date,
    /// After how many years it comes back, at least one.
    pub every: i16,
}

/// One time of an occasion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// The year in which it begins: what it is known by.
    pub year: i16,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Recurrence {
    /// The time that begins in a year, where there is one.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Option<Time> {
        let after = year.checked_sub(self.from.year()).filter(|after| *after >= 0 && after % self.every.max(1) == 0)?;
        Some(Time { year, from: later(self.from, after)?, to: later(self.to, after)? })
    }

    /// The times of which any day lies between two days, both included.
    #[must_use]
    pub fn between(&self, from: Date, to: Date) -> Vec<Time> {
        // What lasts over the turn of the year began the year before.
        let years = from.year().saturating_sub(1)..=to.year();
        years.filter_map(|year| self.in_year(year)).filter(|time| time.from <= to && time.to >= from).collect()
    }

    /// The time that goes on on a day, or that comes next.
    #[must_use]
    pub fn current(&self, today: Date) -> Option<Time> {
        let years = today.year().saturating_sub(1)..=today.year().max(self.from.year()).saturating_add(self.every);
        years.filter_map(|year| self.in_year(year)).find(|time| time.to >= today)
    }
}

/// The day some years later; the last of February where there is no 29th.
fn later(day: Date, years: i16) -> Option<Date> {
    let year = day.year().checked_add(years)?;
    Date::new(year, day.month(), day.day()).or_else(|_| Date::new(year, day.month(), 28)).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const SECOND_YEAR: Recurrence = Recurrence { from: date(2024, 12, 1), to: date(2025, 1, 31), every: 2 };

    #[test]
    fn it_comes_back_after_its_years_and_lasts_over_the_turn_of_the_year() {
        let years = |from, to| -> Vec<i16> { SECOND_YEAR.between(from, to).iter().map(|time| time.year).collect() };
        assert_eq!(years(date(2020, 1, 1), date(2024, 11, 30)), [] as [i16; 0]);
        assert_eq!(years(date(2025, 1, 1), date(2025, 12, 31)), [2024]);
        assert_eq!(years(date(2024, 1, 1), date(2028, 12, 31)), [2024, 2026, 2028]);
        let current = |today| SECOND_YEAR.current(today).map(|time| time.year);
        assert_eq!(current(date(2020, 5, 5)), Some(2024));
        assert_eq!(current(date(2025, 1, 31)), Some(2024));
        assert_eq!(current(date(2025, 2, 1)), Some(2026));
    }

    #[test]
    fn the_last_of_february_is_a_day_of_every_year() {
        let leap = Recurrence { from: date(2024, 2, 29), to: date(2024, 2, 29), every: 1 };
        assert_eq!(leap.in_year(2025).map(|time| time.from), Some(date(2025, 2, 28)));
        assert_eq!(leap.in_year(2028).map(|time| time.to), Some(date(2028, 2, 29)));
    }

    proptest! {
        #[test]
        fn the_current_time_is_among_those_from_today_on(year in 2000_i16..2100, month in 1_i8..=12, every in 1_i16..10) {
            let today = date(year, month, 15);
            let wheel = Recurrence { from: date(2020, 12, 1), to: date(2021, 1, 31), every };
            let current = wheel.current(today);
            let next = wheel.between(today, date(2120, 12, 31)).into_iter().next();
            prop_assert_eq!(current, next);
            prop_assert!(current.is_some_and(|time| time.from <= time.to && time.year == time.from.year()));
        }
    }
}
