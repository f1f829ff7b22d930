//! The mail server that takes letters on (SMTP, RFC 5321).

use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::{Letter, Mailbox};

/// How long the server may take for each answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Refusals that are the operator's to mend and say nothing about the letter: the server wants a login, or another one
/// (RFC 4954).
const LOGIN: [u16; 5] = [530, 534, 535, 538, 454];

/// Where a mail server is and how it is spoken to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerAddress {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) encryption: Encryption,
}

/// How what is said to the server is kept from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// TLS from the first byte.
    Tls,
    /// TLS before anything is said; a server that cannot is not spoken to.
    StartTls,
    /// None, for a server on this very machine.
    None,
}

/// A mail server with what it asks for.
#[derive(Debug, Clone)]
pub struct Server {
    from: Mailbox,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

/// Why a letter was not taken on. Never what the server wrote: that may name people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Undelivered {
    /// It may go another time: the server was not there, or said so.
    #[error("not now: {0}")]
    Later(String),
    /// The server never takes this letter.
    #[error("never: {0}")]
    Never(String),
}

impl ServerAddress {
    /// Reads `smtps://host` (TLS from the first byte, port 465 unless another is named) or `smtp://host` (STARTTLS, port 587).
    /// For this very machine `smtp` means without encryption, port 25.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.trim().trim_end_matches('/').split_once("://")?;
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) if !rest.ends_with(']') => (host, Some(port.parse().ok()?)),
            _ => (rest, None),
        };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:".contains(&byte);
        if host.is_empty() || !host.bytes().all(plain) {
            return None;
        }
        let here = ["localhost", "127.0.0.1", "::1"].contains(&host);
        let (encryption, usual) = match scheme {
            "smtps" => (Encryption::Tls, 465),
            "smtp" if here => (Encryption::None, 25),
            "smtp" => (Encryption::StartTls, 587),
            _ => return None,
        };
        Some(Self { host: host.to_owned(), port: port.unwrap_or(usual), encryption })
    }

    /// How it is spoken to.
    #[must_use]
    pub fn encryption(&self) -> Encryption {
        self.encryption
    }

    /// Its port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Server {
    /// The server at an address, with the sender of all letters, and user and password where it asks for them.
    ///
    /// # Errors
    /// When the machine's own list of trusted certificates cannot be read.
    pub fn new(address: &ServerAddress, from: Mailbox, login: Option<(String, String)>) -> Result<Self, Undelivered> {
        let parameters = || TlsParameters::new(address.host.clone()).map_err(|_| Undelivered::Later("tls".to_owned()));
        let tls = match address.encryption {
            Encryption::Tls => Tls::Wrapper(parameters()?),
            Encryption::StartTls => Tls::Required(parameters()?),
            Encryption::None => Tls::None,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&address.host)
            .port(address.port)
            .tls(tls)
            .timeout(Some(PATIENCE))
            .hello_name(ClientId::Domain(from.domain().to_owned()));
        if let Some((user, password)) = login {
            builder = builder.credentials(Credentials::new(user, password));
        }
        Ok(Self { from, transport: builder.build() })
    }

    /// Hands the letter over, on a connection of its own. `Ok` when the server has taken it on.
    ///
    /// # Errors
    /// Why it has not, and whether it is worth another try.
    pub async fn send(&self, letter: &Letter) -> Result<(), Undelivered> {
        let message = letter.message(&self.from).ok_or_else(|| Undelivered::Never("letter".to_owned()))?;
        self.transport.send(message).await.map(drop).map_err(|error| undelivered(&error))
    }
}

fn undelivered(error: &lettre::transport::smtp::Error) -> Undelivered {
    if let Some(code) = error.status().map(u16::from) {
        let never = error.is_permanent() && !LOGIN.contains(&code);
        return if never { Undelivered::Never(code.to_string()) } else { Undelivered::Later(code.to_string()) };
    }
    let why = if error.is_timeout() {
        "timeout"
    } else if error.is_tls() {
        "tls"
    } else {
        "connection"
    };
    Undelivered::Later(why.to_owned())
}
