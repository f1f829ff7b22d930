//! The instants of changes: no two bear the same one, so that a log in their order is in the order they were begun.

use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// The instants that were given out last, in microseconds.
#[derive(Debug, Default)]
pub(crate) struct Instants(Mutex<Run>);

/// Instants given out while the clock stood still, or moved by less than was given out.
#[derive(Debug, Default)]
struct Run {
    /// What the clock said when the run began.
    from: i64,
    /// The last one given out.
    to: i64,
}

impl Instants {
    /// The instant for a change that is begun now. A clock that is set back, as demo data does, is followed.
    pub(crate) fn next(&self, now: Timestamp) -> Timestamp {
        let now = now.as_microsecond();
        let mut run = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *run = match (run.from..=run.to).contains(&now) {
            true => Run { from: run.from, to: run.to + 1 },
            false => Run { from: now, to: now },
        };
        crate::instant(run.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_are_the_same_and_the_clock_is_followed() {
        let instants = Instants::default();
        let next = |now| instants.next(crate::instant(now)).as_microsecond();
        assert_eq!([next(50), next(50), next(50), next(51), next(53), next(60)], [50, 51, 52, 53, 54, 60]);
        assert_eq!([next(10), next(10)], [10, 11], "set back");
    }
}
