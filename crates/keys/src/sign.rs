//! Signatures (Ed25519) that anybody can check who has the public key.

use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};

use crate::Keys;

/// Length of a public key, in bytes.
pub const PUBLIC_KEY: usize = 32;

/// Length of a signature, in bytes.
pub const SIGNATURE: usize = 64;

impl Keys {
    /// The signature of some bytes under the key in use, for one purpose.
    #[must_use]
    pub fn sign(&self, purpose: &str, bytes: &[u8]) -> [u8; SIGNATURE] {
        let mut signature = [0; SIGNATURE];
        if let Some(pair) = self.pair(self.name(), purpose) {
            signature.copy_from_slice(pair.sign(bytes).as_ref());
        }
        signature
    }

    /// The public key that checks what the key of this name has signed; `None` when it is not among the master keys.
    #[must_use]
    pub fn public_key_under(&self, name: &str, purpose: &str) -> Option<[u8; PUBLIC_KEY]> {
        <[u8; PUBLIC_KEY]>::try_from(self.pair(name, purpose)?.public_key().as_ref()).ok()
    }

    fn pair(&self, name: &str, purpose: &str) -> Option<Ed25519KeyPair> {
        // Every 32 bytes are a seed, so that `None` means a key that is missing.
        Ed25519KeyPair::from_seed_unchecked(&*self.derived_under(name, purpose)?).ok()
    }
}

/// Whether these bytes were signed by the holder of the public key's secret half.
#[must_use]
pub fn is_signed(public_key: &[u8], bytes: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, public_key).verify(bytes, signature).is_ok()
}
