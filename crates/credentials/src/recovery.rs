//! Recovery codes: written down on paper, each good once, for the day the telephone is gone.

use std::fmt;

use base::Randomness;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Crockford's base 32: no letter that can be taken for another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters of a code: 120 bits, so that a fast hash is enough to store it.
const LENGTH: usize = 24;

/// A code that signs in once instead of a second factor.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    /// How many a person is given.
    pub const COUNT: usize = 10;

    /// A new code.
    #[must_use]
    pub fn new(randomness: &Randomness) -> Self {
        let bytes = Zeroizing::new(randomness.bytes::<LENGTH>());
        Self(Zeroizing::new(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()))
    }

    /// A code as somebody typed it: groups, case and letters that look like digits do not matter.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut code = Zeroizing::new(String::with_capacity(LENGTH));
        for character in text.chars().filter(|c| c.is_alphanumeric()) {
            let character = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let known = character.is_ascii() && ALPHABET.contains(&u8::try_from(character).ok()?);
            if !known || code.len() == LENGTH {
                return None;
            }
            code.push(character);
        }
        (code.len() == LENGTH).then_some(Self(code))
    }

    /// What is stored of it.
    #[must_use]
    pub fn hash(&self) -> String {
        HEXLOWER.encode(&Sha256::new_with_prefix(b"tryggbas recovery code").chain_update(self.0.as_bytes()).finalize())
    }
}

impl fmt::Display for RecoveryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, character) in self.0.chars().enumerate() {
            if index > 0 && index % 4 == 0 {
                formatter.write_str("-")?;
            }
            write!(formatter, "{character}")?;
        }
        Ok(())
    }
}
