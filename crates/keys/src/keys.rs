//! Master keys and what is derived from them.

use std::fmt;
use std::sync::Arc;

use base::Randomness;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Length of every key, in bytes.
pub(crate) const LENGTH: usize = 32;

/// A key of 256 bits that is wiped from memory when it is dropped.
pub(crate) type Key = Zeroizing<[u8; LENGTH]>;

/// The master keys of an installation. Cheap to clone; every clone is the same ones.
#[derive(Clone)]
pub struct Keys {
    masters: Arc<[Master]>,
}

/// A master key and its name.
pub(crate) struct Master {
    pub(crate) name: String,
    key: Key,
}

/// Why a file with keys cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It holds no key.
    #[error("there is no key in it")]
    Empty,
    /// A line is no key.
    #[error("line {0} is no key: one key a line, as `tryggbas new-key` prints them")]
    NoKey(usize),
    /// A key stands there twice.
    #[error("line {0} repeats a key")]
    Repeated(usize),
}

impl Keys {
    /// A new master key as one line of a key file.
    #[must_use]
    pub fn new_line(randomness: &Randomness) -> String {
        BASE64URL_NOPAD.encode(&randomness.bytes::<LENGTH>())
    }

    /// Reads a key file: one key a line, the one in use first. Empty lines and lines that begin with `#` are passed over.
    ///
    /// # Errors
    /// What is wrong with it, without a word of its content.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let mut masters: Vec<Master> = Vec::new();
        for (line, number) in text.lines().map(str::trim).zip(1..) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let master = Master::read(line).ok_or(KeyError::NoKey(number))?;
            if masters.iter().any(|other| other.name == master.name) {
                return Err(KeyError::Repeated(number));
            }
            masters.push(master);
        }
        if masters.is_empty() { Err(KeyError::Empty) } else { Ok(Self { masters: masters.into() }) }
    }

    /// The name of the key in use. It tells nothing about the key.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.current().name
    }

    /// Whether this key is among the master keys.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        self.named(name).is_some()
    }

    /// The authentication code (HMAC-SHA-256) of some bytes under the key in use, for one purpose.
    #[must_use]
    pub fn code(&self, purpose: &str, bytes: &[u8]) -> [u8; LENGTH] {
        Coder::new(&self.current().derive(purpose)).code(bytes)
    }

    /// The authentication code under the key of this name; `None` when it is not among the master keys.
    #[must_use]
    pub fn code_under(&self, name: &str, purpose: &str, bytes: &[u8]) -> Option<[u8; LENGTH]> {
        Some(self.coder_under(name, purpose)?.code(bytes))
    }

    /// Whether this is the authentication code under the key of this name, found out without telling by the time how much of it
    /// is right.
    #[must_use]
    pub fn is_code_under(&self, name: &str, purpose: &str, bytes: &[u8], code: &[u8]) -> bool {
        let Some(coder) = self.coder_under(name, purpose) else { return false };
        coder.begun.chain_update(bytes).verify_slice(code).is_ok()
    }

    /// What makes many authentication codes under the key of this name; `None` when it is not among the master keys.
    #[must_use]
    pub fn coder_under(&self, name: &str, purpose: &str) -> Option<Coder> {
        Some(Coder::new(&self.named(name)?.derive(purpose)))
    }

    /// 256 bits for one purpose, such as the seed of a key that signs; `None` when the key is not among the master keys.
    #[must_use]
    pub fn derived_under(&self, name: &str, purpose: &str) -> Option<Zeroizing<[u8; LENGTH]>> {
        Some(self.named(name)?.derive(purpose))
    }

    pub(crate) fn current(&self) -> &Master {
        // `parse`, the only way to make them, refuses an empty list.
        &self.masters[0]
    }

    pub(crate) fn named(&self, name: &str) -> Option<&Master> {
        self.masters.iter().find(|master| master.name == name)
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.masters.iter().map(|master| &master.name)).finish()
    }
}

impl Master {
    fn read(line: &str) -> Option<Self> {
        let bytes = Zeroizing::new(BASE64URL_NOPAD.decode(line.as_bytes()).ok()?);
        let key: Key = Zeroizing::new(<[u8; LENGTH]>::try_from(bytes.as_slice()).ok()?);
        let name = HEXLOWER.encode(&Sha256::new_with_prefix(b"tryggbas key name").chain_update(*key).finalize()[..4]);
        Some(Self { name, key })
    }

    /// The key for one purpose, so that no two uses share one (RFC 5869).
    pub(crate) fn derive(&self, purpose: &str) -> Key {
        let mut derived = Zeroizing::new([0; LENGTH]);
        // 32 bytes are well below the most that HKDF gives (255 times 32), so that it cannot refuse.
        let _never_refused = Hkdf::<Sha256>::new(None, &*self.key).expand(purpose.as_bytes(), &mut *derived);
        derived
    }
}

/// Makes authentication codes (HMAC-SHA-256) under one key for one purpose.
#[derive(Clone)]
pub struct Coder {
    begun: Hmac<Sha256>,
}

impl Coder {
    fn new(key: &Key) -> Self {
        // HMAC itself fills a short key up with zeros to the length of a block.
        let mut block = Zeroizing::new([0; 64]);
        block[..LENGTH].copy_from_slice(&**key);
        Self { begun: Hmac::new(&(*block).into()) }
    }

    /// The code of some bytes.
    #[must_use]
    pub fn code(&self, bytes: &[u8]) -> [u8; LENGTH] {
        self.begun.clone().chain_update(bytes).finalize().into_bytes().into()
    }
}
