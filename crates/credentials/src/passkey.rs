//! Passkeys: a key on the person's own device, which asks for the finger, the face or the code of that device.

use sha2::{Digest, Sha256};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url,
    Uuid,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// Passkeys of one address. They are bound to its host and to its origin: no other site can use them.
#[derive(Debug)]
pub struct Passkeys {
    webauthn: Webauthn,
}

/// What a ceremony begins with.
#[derive(Debug, Clone)]
pub struct Begun {
    /// What the browser is asked, as JSON.
    pub challenge: String,
    /// What the server keeps until the answer comes, as JSON. It never leaves the server, and is good for one answer.
    pub state: String,
}

/// What a passkey has proved.
#[derive(Debug, Clone)]
pub struct Used {
    /// The passkey as it is to be stored from now on.
    pub passkey: String,
}

/// Why a passkey is not accepted. The reason is for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PasskeyError {
    /// The address has no name: browsers give passkeys to names only.
    #[error("passkeys need an address with a name, such as https://tryggbas.exempel.se")]
    NoName,
    /// The answer is not what a browser sends.
    #[error("the answer of the browser cannot be read")]
    Malformed,
    /// The answer proves nothing.
    #[error("the passkey was refused: {0}")]
    Refused(String),
}

impl Passkeys {
    /// Passkeys of the site at this origin, under the name that devices show.
    ///
    /// # Errors
    /// [`PasskeyError::NoName`] for addresses in numbers.
    pub fn of(origin: &str, name: &str) -> Result<Self, PasskeyError> {
        let url = Url::parse(origin).map_err(|_| PasskeyError::NoName)?;
        let host = url.domain().ok_or(PasskeyError::NoName)?;
        let builder = WebauthnBuilder::new(host, &url).map_err(refused)?;
        Ok(Self { webauthn: builder.rp_name(name).build().map_err(refused)? })
    }

    /// Begins to add a passkey for a person; `passkeys` are those there are, which the device
    /// will not add again.
    ///
    /// # Errors
    /// When the challenge cannot be made.
    pub fn begin_addition(&self, person: &str, name: &str, passkeys: &[String]) -> Result<Begun, PasskeyError> {
        let known = passkeys.iter().map(|stored| Ok(parse::<Passkey>(stored)?.cred_id().clone()));
        let known = known.collect::<Result<_, PasskeyError>>()?;
        let (challenge, state) =
            self.webauthn.start_passkey_registration(handle(person), name, name, Some(known)).map_err(refused)?;
        let mut challenge = serde_json::to_value(&challenge).map_err(|_| PasskeyError::Malformed)?;
        // The device is to remember whose passkey it is, so that nobody has to say who they are before they sign in.
        let selection = &mut challenge["publicKey"]["authenticatorSelection"];
        selection["residentKey"] = "required".into();
        selection["requireResidentKey"] = true.into();
        Ok(Begun { challenge: challenge.to_string(), state: json(&state)? })
    }

    /// The passkey that an answer adds, with its id.
    ///
    /// # Errors
    /// Why it is not accepted.
    pub fn finish_addition(&self, state: &str, answer: &str) -> Result<(String, String), PasskeyError> {
        let state: PasskeyRegistration = parse(state)?;
        let answer: RegisterPublicKeyCredential = parse(answer)?;
        let passkey = self.webauthn.finish_passkey_registration(&answer, &state).map_err(refused)?;
        Ok((id(passkey.cred_id()), json(&passkey)?))
    }

    /// Begins to sign somebody in; who, the device will say.
    ///
    /// # Errors
    /// When the challenge cannot be made.
    pub fn begin_sign_in(&self) -> Result<Begun, PasskeyError> {
        let (mut challenge, state) = self.webauthn.start_discoverable_authentication().map_err(refused)?;
        // A button was pressed: the browser is to ask at once, not to wait for a field.
        challenge.mediation = None;
        Ok(Begun { challenge: json(&challenge)?, state: json(&state)? })
    }

    /// The id of the passkey that an answer claims to come from.
    ///
    /// # Errors
    /// [`PasskeyError::Malformed`].
    pub fn claimed(answer: &str) -> Result<String, PasskeyError> {
        Ok(id(parse::<PublicKeyCredential>(answer)?.get_credential_id()))
    }

    /// Checks an answer against the passkey it claims to come from.
    ///
    /// # Errors
    /// Why it is not accepted.
    pub fn finish_sign_in(&self, state: &str, answer: &str, passkey: &str) -> Result<Used, PasskeyError> {
        let state: DiscoverableAuthentication = parse(state)?;
        let answer: PublicKeyCredential = parse(answer)?;
        let mut passkey: Passkey = parse(passkey)?;
        let result = self.webauthn.finish_discoverable_authentication_v2(&answer, state, &passkey).map_err(refused)?;
        passkey.update_credential(&result);
        Ok(Used { passkey: json(&passkey)? })
    }
}

/// What a device knows a person by: it tells nothing about them.
fn handle(person: &str) -> Uuid {
    let hash = Sha256::new_with_prefix(b"tryggbas passkey").chain_update(person).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Uuid::from_bytes(bytes)
}

fn id(bytes: &[u8]) -> String {
    data_encoding::BASE64URL_NOPAD.encode(bytes)
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, PasskeyError> {
    serde_json::from_str(text).map_err(|_| PasskeyError::Malformed)
}

fn json(value: &impl serde::Serialize) -> Result<String, PasskeyError> {
    serde_json::to_string(value).map_err(|_| PasskeyError::Malformed)
}

fn refused(error: impl std::fmt::Display) -> PasskeyError {
    PasskeyError::Refused(error.to_string())
}
