//! A device with a passkey, as far as tests need one: it signs what it is asked, for the origin it is told.

use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The device.
#[derive(Debug)]
pub struct Authenticator {
    key: EcdsaKeyPair,
    id: [u8; 16],
    counter: u32,
    /// Whether it asks for finger, face or code.
    pub verifies_user: bool,
}

const USER_PRESENT: u8 = 1;
const USER_VERIFIED: u8 = 4;
const KEY_INCLUDED: u8 = 64;

#[expect(clippy::unwrap_used, reason = "a test whose device cannot answer is to fail loudly")]
impl Authenticator {
    /// A device whose passkey has this id.
    ///
    /// # Panics
    /// When no key can be made.
    #[must_use]
    pub fn new(id: u8) -> Self {
        let random = SystemRandom::new();
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, key.as_ref(), &random).unwrap();
        Self { key, id: [id; 16], counter: 1, verifies_user: true }
    }

    /// The answer to a challenge to add a passkey.
    ///
    /// # Panics
    /// When the challenge is none.
    #[must_use]
    pub fn add(&self, challenge: &str, host: &str, origin: &str) -> String {
        let mut data = self.data(host, KEY_INCLUDED);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(self.id);
        data.extend(self.public_key());
        // A CBOR map of three: fmt "none", attStmt {}, authData.
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let client = client("webauthn.create", challenge, origin);
        json!({
            "id": text(&self.id), "rawId": text(&self.id), "type": "public-key", "clientExtensionResults": {},
            "response": { "attestationObject": text(&object), "clientDataJSON": text(&client) },
        })
        .to_string()
    }

    /// The answer to a challenge to sign in.
    ///
    /// # Panics
    /// When the challenge is none.
    #[must_use]
    pub fn sign(&mut self, challenge: &str, host: &str, origin: &str) -> String {
        self.counter += 1;
        let data = self.data(host, 0);
        let client = client("webauthn.get", challenge, origin);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        json!({
            "id": text(&self.id), "rawId": text(&self.id), "type": "public-key", "clientExtensionResults": {},
            "response": {
                "authenticatorData": text(&data), "clientDataJSON": text(&client),
                "signature": text(signature.as_ref()), "userHandle": null,
            },
        })
        .to_string()
    }

    fn data(&self, host: &str, flags: u8) -> Vec<u8> {
        let verified = if self.verifies_user { USER_VERIFIED } else { 0 };
        let mut data = Sha256::digest(host.as_bytes()).to_vec();
        data.push(USER_PRESENT | verified | flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// The public key as COSE: EC2, ES256, P-256, x, y.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.public_key().as_ref();
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".as_slice(), &point[1..33], b"\x22\x58\x20", &point[33..]].concat()
    }
}

#[expect(clippy::unwrap_used, reason = "a test whose challenge is none is to fail loudly")]
fn client(kind: &str, challenge: &str, origin: &str) -> Vec<u8> {
    let challenge: Value = serde_json::from_str(challenge).unwrap();
    json!({ "type": kind, "challenge": challenge["publicKey"]["challenge"], "origin": origin, "crossOrigin": false })
        .to_string()
        .into_bytes()
}

fn text(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}
