//! How many changes one session, or one address without a session, may send in a minute. The bound is soft: a whole school
//! stands behind one address, so what is over it waits and nobody is shut out.

use std::net::{IpAddr, Ipv4Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use base::Id;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::client::subscriber;

/// How often, in changes, those who have been still are forgotten.
const TIDY_EVERY: u32 = 4096;

/// Whose changes are counted together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Sender {
    /// A session.
    Session(Id),
    /// An address nobody is signed in from; requests without any share one.
    Address(IpAddr),
}

/// What everybody has left.
pub(crate) struct Limits {
    left: Option<DefaultKeyedRateLimiter<Sender>>,
    clock: DefaultClock,
    asked: AtomicU32,
}

impl Sender {
    pub(crate) fn new(session: Option<&Id>, address: Option<IpAddr>) -> Self {
        let nowhere = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
        session.map_or_else(|| Self::Address(address.map_or(nowhere, subscriber)), |id| Self::Session(id.clone()))
    }
}

impl Limits {
    /// So many changes in a minute for each, all of them at once if need be; none for no bound.
    pub(crate) fn new(per_minute: Option<NonZeroU32>) -> Self {
        let left = per_minute.map(|most| RateLimiter::keyed(Quota::per_minute(most)));
        Self { left, clock: DefaultClock::default(), asked: AtomicU32::new(0) }
    }

    /// Counts a request that weighs so much; the seconds to wait when it is one too many.
    pub(crate) fn count(&self, sender: &Sender, weight: u32) -> Result<(), u64> {
        let (Some(left), Some(weight)) = (&self.left, NonZeroU32::new(weight)) else { return Ok(()) };
        if self.asked.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            left.retain_recent();
            left.shrink_to_fit();
        }
        match left.check_key_n(sender, weight) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(not_until)) => Err(not_until.wait_time_from(self.clock.now()).as_secs() + 1),
            // It weighs more than anybody ever has.
            Err(_) => Err(60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sender(address: &str) -> Sender {
        Sender::new(None, Some(address.parse().unwrap()))
    }

    #[test]
    fn w13_each_has_their_own_and_waits_for_no_one_else() {
        let limits = Limits::new(NonZeroU32::new(10));
        let (flood, school) = (sender("198.51.100.9"), sender("192.0.2.1"));
        assert!((0..10).all(|_| limits.count(&flood, 1).is_ok()));
        assert!((1..=7).contains(&limits.count(&flood, 1).unwrap_err()));
        assert!((0..5).all(|_| limits.count(&school, 2).is_ok()));
        assert!(limits.count(&school, 1).is_err());
        assert!(limits.count(&Sender::new(Some(&Id::stored("s".to_owned())), None), 1).is_ok());
        assert_eq!(limits.count(&sender("192.0.2.2"), 11), Err(60));
    }

    #[test]
    fn w13_one_subscriber_of_ipv6_is_one_sender() {
        let limits = Limits::new(NonZeroU32::new(2));
        assert!(limits.count(&sender("2001:db8::1"), 2).is_ok());
        assert!(limits.count(&sender("2001:db8::2"), 1).is_err());
        assert!(limits.count(&sender("2001:db8:0:1::1"), 1).is_ok());
    }

    #[test]
    fn reading_weighs_nothing_and_without_a_bound_all_pass() {
        let limits = Limits::new(NonZeroU32::new(1));
        assert!((0..100).all(|_| limits.count(&sender("192.0.2.1"), 0).is_ok()));
        let none = Limits::new(None);
        assert!((0..100).all(|_| none.count(&sender("192.0.2.1"), 1).is_ok()));
    }
}
