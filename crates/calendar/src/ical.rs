//! Days as iCalendar (RFC 5545): titles and links, nothing of what stands behind them.

use chrono::{DateTime, NaiveDate};
use exchange::Dated;
use icalendar::{Calendar, Component, Event, EventLike, Property};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// A calendar in one reader's language.
pub(crate) struct Written<'a> {
    /// What the calendar is called.
    pub(crate) name: String,
    /// The address of this site, for links.
    pub(crate) origin: &'a str,
    /// When it was written.
    pub(crate) at: Timestamp,
    /// Words a day.
    pub(crate) text: &'a dyn Fn(&Dated) -> String,
}

impl Written<'_> {
    /// The whole calendar.
    pub(crate) fn calendar(&self, dates: &[Dated]) -> String {
        let mut calendar = Calendar::empty();
        calendar.append_property(Property::new("VERSION", "2.0"));
        calendar.append_property(Property::new("PRODID", "-//Tryggbas//SV"));
        calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
        calendar.name(&self.name);
        for dated in dates {
            if let Some(event) = self.event(dated) {
                calendar.push(event);
            }
        }
        calendar.to_string()
    }

    /// A whole day or several. It keeps its id from one reading to the next, so that calendars change it instead of adding another.
    fn event(&self, dated: &Dated) -> Option<Event> {
        let host = self.origin.rsplit('/').next().unwrap_or_default();
        // The day after the last: that is how the end is written.
        let end = dated.to.checked_add(1.day()).ok()?;
        let event = Event::new()
            .uid(&format!("{}-{}-{}@{host}", dated.from, dated.what.key, dated.href.trim_matches('/')))
            .timestamp(DateTime::from_timestamp(self.at.as_second(), 0)?)
            .summary(&(self.text)(dated))
            .starts(day(dated.from)?)
            .ends(day(end)?)
            .url(&format!("{}{}", self.origin, dated.href))
            .add_property("TRANSP", "TRANSPARENT")
            .done();
        Some(event)
    }
}

fn day(date: Date) -> Option<NaiveDate> {
    let (month, day) = (u32::try_from(date.month()).ok()?, u32::try_from(date.day()).ok()?);
    NaiveDate::from_ymd_opt(i32::from(date.year()), month, day)
}
