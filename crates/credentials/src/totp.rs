//! One-time codes that a telephone shows (RFC 6238: SHA-1, six digits, thirty seconds, as every app reads them).

use base::Randomness;
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use zeroize::Zeroizing;

/// Digits of a code.
pub const DIGITS: usize = 6;

/// Seconds that a code is shown.
pub const STEP: i64 = 30;

/// Steps before and after now whose codes are taken: telephones' clocks are not quite right.
const SLACK: i64 = 1;

const LENGTH: usize = 20;

/// The secret that a person's telephone and we share.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<[u8; LENGTH]>);

impl Secret {
    /// A new secret of 160 bits.
    #[must_use]
    pub fn new(randomness: &Randomness) -> Self {
        Self(Zeroizing::new(randomness.bytes()))
    }

    /// A secret as it was stored.
    #[must_use]
    pub fn stored(bytes: &[u8]) -> Option<Self> {
        <[u8; LENGTH]>::try_from(bytes).ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// A secret from its letters, with or without spaces.
    #[must_use]
    pub fn parse(letters: &str) -> Option<Self> {
        let letters: String = letters.chars().filter(|c| !c.is_whitespace()).collect();
        Self::stored(&BASE32_NOPAD.decode(letters.to_ascii_uppercase().as_bytes()).ok()?)
    }

    /// The bytes, to be sealed.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &*self.0
    }

    /// The secret as letters, as it is typed into an app by hand.
    #[must_use]
    pub fn letters(&self) -> String {
        BASE32_NOPAD.encode(self.bytes())
    }

    /// The letters in groups of four, as they are read.
    #[must_use]
    pub fn groups(&self) -> String {
        let letters: Vec<char> = self.letters().chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// The address that an app reads from a square of dots.
    #[must_use]
    pub fn address(&self, issuer: &str, account: &str) -> String {
        let (issuer, account) = (escaped(issuer), escaped(account));
        let secret = self.letters();
        format!(
            "otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits={DIGITS}&period={STEP}"
        )
    }

    /// The code at a second since 1970.
    #[must_use]
    pub fn code(&self, second: i64) -> String {
        self.code_of_step(second.div_euclid(STEP))
    }

    /// The step that a code belongs to, if it may be used now: near in time, and later than the last one that was used.
    /// Whoever accepts it stores the step as the last one, so that no code is good twice.
    #[must_use]
    pub fn step(&self, code: &str, second: i64, last: i64) -> Option<i64> {
        let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let now = second.div_euclid(STEP);
        // All steps are compared, so that the time does not tell which one it was.
        let matching: Vec<i64> =
            (now - SLACK..=now + SLACK).filter(|step| same(&self.code_of_step(*step), &code)).collect();
        matching.into_iter().find(|step| *step > last)
    }

    fn code_of_step(&self, step: i64) -> String {
        // HMAC takes keys of any length.
        let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(self.bytes()) else { return String::new() };
        mac.update(&step.to_be_bytes());
        let bytes = mac.finalize().into_bytes();
        let offset = usize::from(bytes[bytes.len() - 1] & 15);
        let word = bytes[offset..offset + 4].iter().fold(0_u32, |word, byte| (word << 8) | u32::from(*byte));
        format!("{:06}", (word & 0x7fff_ffff) % 1_000_000)
    }
}

fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |differing, (a, b)| differing | (a ^ b)) == 0
}

/// A text as a part of an address.
fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
