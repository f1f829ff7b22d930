//! Ids are made by the application: text that sorts by the time it was made and is short enough for an address.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Clock, Randomness};

/// Crockford's base 32 in lower case: no letter that can be taken for another.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The id of a stored thing: 20 characters, 50 bits of milliseconds and 50 bits of chance.
/// Example organisations carry readable ids instead (`a-z`, `0-9`, `-`).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// A new id.
    #[must_use]
    pub fn new(clock: &Clock, randomness: &Randomness) -> Self {
        let milliseconds = u64::try_from(clock.now().as_millisecond()).unwrap_or_default();
        let chance = u64::from_be_bytes(randomness.bytes::<8>());
        let mut text = String::with_capacity(20);
        push_base32(&mut text, milliseconds);
        push_base32(&mut text, chance);
        Self(text)
    }

    /// An id that somebody wrote, in an address or in example data; `None` when it cannot be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=64).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        fits.then(|| Self(text.to_owned()))
    }

    /// An id as it stands in the database.
    #[must_use]
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The lowest 50 bits as ten characters.
fn push_base32(text: &mut String, bits: u64) {
    for place in (0..10).rev() {
        let index = (bits >> (place * 5)) & 31;
        text.push(char::from(ALPHABET[usize::try_from(index).unwrap_or_default()]));
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&Id> for String {
    fn from(id: &Id) -> Self {
        id.0.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_and_never_repeat() {
        let clock = Clock::fixed(jiff::Timestamp::from_millisecond(1_700_000_000_000).unwrap());
        let chance = Randomness::seeded(1);
        let first = Id::new(&clock, &chance);
        let twin = Id::new(&clock, &chance);
        clock.set(jiff::Timestamp::from_millisecond(1_700_000_000_001).unwrap());
        let later = Id::new(&clock, &chance);
        assert_ne!(first, twin);
        assert!(first < later && twin < later);
        assert_eq!(Id::parse(first.as_str()), Some(first));
    }

    #[test]
    fn an_address_cannot_smuggle_anything_in_as_an_id() {
        for text in ["", "A", "a b", "../x", "å", &"a".repeat(65)] {
            assert_eq!(Id::parse(text), None, "{text}");
        }
    }
}
