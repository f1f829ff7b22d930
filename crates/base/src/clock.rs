//! The only place that reads the time of day, so that every other result can be reproduced.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The time zone of every page. Stored instants are UTC.
pub const STOCKHOLM: &str = "Europe/Stockholm";

/// A clock that is handed to whoever needs the time.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's own clock.
    System,
    /// A clock that stands still until it is moved: tests and demo data. Microseconds since 1970, UTC.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at the given instant.
    #[must_use]
    pub fn fixed(at: Timestamp) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(at.as_microsecond())))
    }

    /// The instant it is now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the one place where the clock is read")]
            Self::System => Timestamp::now(),
            Self::Fixed(at) => Timestamp::from_microsecond(at.load(Ordering::SeqCst)).unwrap_or_default(),
        }
    }

    /// The date it is in Sweden.
    #[must_use]
    pub fn today(&self) -> Date {
        in_stockholm(self.now()).date()
    }

    /// Moves a fixed clock; a system clock does not move.
    pub fn set(&self, to: Timestamp) {
        if let Self::Fixed(at) = self {
            at.store(to.as_microsecond(), Ordering::SeqCst);
        }
    }
}

/// The instant as wall-clock time in Sweden.
#[must_use]
pub fn in_stockholm(at: Timestamp) -> Zoned {
    at.to_zoned(TimeZone::get(STOCKHOLM).unwrap_or(TimeZone::UTC))
}

/// The instant at which a day begins in Sweden.
#[must_use]
pub fn day_begins(day: Date) -> Timestamp {
    let zone = TimeZone::get(STOCKHOLM).unwrap_or(TimeZone::UTC);
    day.to_zoned(zone).map(|begins| begins.timestamp()).unwrap_or_default()
}
