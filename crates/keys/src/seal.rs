//! Sealing and opening texts.

use base::Randomness;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::BASE64URL_NOPAD;
use zeroize::Zeroizing;

use crate::Keys;
use crate::keys::{Key, LENGTH, Master};

/// Where a sealed text lies. It can be opened there only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The column.
    pub column: &'a str,
    /// The row's id.
    pub row: &'a str,
}

/// Why a sealed text cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It is no sealed text.
    #[error("this is no sealed text")]
    Malformed,
    /// The master key that sealed it is not among ours.
    #[error("the master key that sealed this is missing")]
    KeyMissing,
    /// It was changed, or lies in another place than it was sealed for.
    #[error("the sealed text was changed or moved")]
    Changed,
}

/// The first part of every sealed text; a new way of sealing gets a new one.
const FORMAT: &str = "1";

/// Length of a nonce of XChaCha20-Poly1305, in bytes: long enough to be drawn by chance for every message.
const NONCE: usize = 24;

const WRAPPING: &str = "tryggbas wrapping";

impl Place<'_> {
    /// Everything that the text is bound to, with lengths so that no two places read the same.
    fn bytes(&self) -> Vec<u8> {
        let parts = [FORMAT, self.table, self.column, self.row];
        parts.iter().flat_map(|part| [&(part.len() as u64).to_be_bytes(), part.as_bytes()].concat()).collect()
    }
}

/// A sealed text taken apart: `1.<name of the master key>.<its own key, wrapped>.<the text>`.
struct Sealed<'a> {
    master: &'a str,
    wrapped: Vec<u8>,
    body: &'a str,
}

impl<'a> Sealed<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let mut parts = text.split('.');
        let (format, master, wrapped, body) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let whole = format == FORMAT && parts.next().is_none();
        whole.then_some(())?;
        Some(Self { master, wrapped: BASE64URL_NOPAD.decode(wrapped.as_bytes()).ok()?, body })
    }
}

impl Keys {
    /// Seals a text for its place.
    #[must_use]
    pub fn seal(&self, randomness: &Randomness, place: &Place<'_>, text: &[u8]) -> String {
        let own: Key = Zeroizing::new(randomness.bytes::<LENGTH>());
        let bound = place.bytes();
        let body = lock(&own, randomness, &bound, text);
        let wrapped = wrap(self.current(), randomness, &bound, &own);
        format!("{FORMAT}.{}.{wrapped}.{}", self.name(), BASE64URL_NOPAD.encode(&body))
    }

    /// Opens a text that was sealed for this place.
    ///
    /// # Errors
    /// Why not.
    pub fn open(&self, place: &Place<'_>, sealed: &str) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let sealed = Sealed::read(sealed).ok_or(OpenError::Malformed)?;
        let bound = place.bytes();
        let own = self.unwrap(&sealed, &bound)?;
        let body = BASE64URL_NOPAD.decode(sealed.body.as_bytes()).map_err(|_| OpenError::Malformed)?;
        unlock(&own, &bound, &body).ok_or(OpenError::Changed)
    }

    /// The same sealed text under the master key in use; `None` when it is under that one already.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn rewrap(
        &self,
        randomness: &Randomness,
        place: &Place<'_>,
        sealed: &str,
    ) -> Result<Option<String>, OpenError> {
        let sealed = Sealed::read(sealed).ok_or(OpenError::Malformed)?;
        if sealed.master == self.name() {
            return Ok(None);
        }
        let bound = place.bytes();
        let own = self.unwrap(&sealed, &bound)?;
        let wrapped = wrap(self.current(), randomness, &bound, &own);
        Ok(Some(format!("{FORMAT}.{}.{wrapped}.{}", self.name(), sealed.body)))
    }

    fn unwrap(&self, sealed: &Sealed<'_>, bound: &[u8]) -> Result<Key, OpenError> {
        let master = self.named(sealed.master).ok_or(OpenError::KeyMissing)?;
        let own = unlock(&master.derive(WRAPPING), bound, &sealed.wrapped).ok_or(OpenError::Changed)?;
        <[u8; LENGTH]>::try_from(own.as_slice()).map(Zeroizing::new).map_err(|_| OpenError::Malformed)
    }
}

fn wrap(master: &Master, randomness: &Randomness, bound: &[u8], own: &Key) -> String {
    BASE64URL_NOPAD.encode(&lock(&master.derive(WRAPPING), randomness, bound, &**own))
}

/// Nonce and ciphertext.
fn lock(key: &Key, randomness: &Randomness, bound: &[u8], text: &[u8]) -> Vec<u8> {
    let nonce = randomness.bytes::<NONCE>();
    let cipher = XChaCha20Poly1305::new(&(**key).into());
    // Refused only for messages of more than 256 GiB, which no memory here holds.
    let locked = cipher.encrypt(&XNonce::from(nonce), Payload { msg: text, aad: bound }).unwrap_or_default();
    [nonce.as_slice(), &locked].concat()
}

fn unlock(key: &Key, bound: &[u8], locked: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, locked) = locked.split_at_checked(NONCE)?;
    let nonce = XNonce::from(<[u8; NONCE]>::try_from(nonce).ok()?);
    let cipher = XChaCha20Poly1305::new(&(**key).into());
    cipher.decrypt(&nonce, Payload { msg: locked, aad: bound }).ok().map(Zeroizing::new)
}
