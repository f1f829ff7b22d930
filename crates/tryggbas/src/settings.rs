//! Settings: flags, then the environment, then a file, then what is usual.

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use federation::Provider;
use ipnet::IpNet;
use mail::{Encryption, Mailbox, Server, ServerAddress};
use serde::Deserialize;
use web::Address;

use crate::cli::Flags;
use crate::providers::{self, ProviderTable};

/// Everything a command may need to know.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) data: PathBuf,
    pub(crate) database: Option<String>,
    pub(crate) key_file: Option<PathBuf>,
    pub(crate) audit_export: Option<PathBuf>,
    pub(crate) listen: Option<SocketAddr>,
    pub(crate) public_url: Option<Address>,
    pub(crate) trusted_proxy: Vec<IpNet>,
    pub(crate) changes_per_minute: Option<NonZeroU32>,
    pub(crate) metrics_listen: Option<SocketAddr>,
    pub(crate) tls: Option<(PathBuf, PathBuf)>,
    pub(crate) hashing_mib: u32,
    pub(crate) providers: Vec<Provider>,
    pub(crate) mail: Option<mail::Server>,
    pub(crate) json: bool,
}

/// Six passwords at a time.
const HASHING_MIB: u32 = 6 * credentials::PASSWORD_MIB;

/// Changes in a minute: a school of thirty classes behind one address stays far below.
const CHANGES_PER_MINUTE: u32 = 600;

/// The settings file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ConfigFile {
    data: Option<PathBuf>,
    database: Option<String>,
    database_file: Option<PathBuf>,
    key_file: Option<PathBuf>,
    audit_export: Option<PathBuf>,
    listen: Option<SocketAddr>,
    public_url: Option<String>,
    #[serde(default)]
    trusted_proxy: Vec<String>,
    metrics_listen: Option<SocketAddr>,
    tls_cert: Option<PathBuf>,
    tls_key: Option<PathBuf>,
    hashing_memory: Option<u32>,
    changes_per_minute: Option<u32>,
    #[serde(default)]
    oidc: Vec<ProviderTable>,
    mail_server: Option<String>,
    mail_from: Option<String>,
    mail_user: Option<String>,
    mail_password_file: Option<PathBuf>,
}

impl Settings {
    /// Reads the settings file where one is named, and puts the flags over it.
    pub(crate) fn read(flags: &Flags) -> Result<Self> {
        let file = flags.config.as_deref().map(read_file).transpose()?.unwrap_or_default();
        let database_file = flags.database_file.clone().or(file.database_file);
        let database = match (flags.database.clone(), database_file) {
            (Some(url), _) => Some(url),
            (None, Some(path)) => Some(secret(&path)?),
            (None, None) => file.database,
        };
        let public_url = flags.public_url.clone().or(file.public_url);
        let tls = match (flags.tls_cert.clone().or(file.tls_cert), flags.tls_key.clone().or(file.tls_key)) {
            (Some(certificate), Some(key)) => Some((certificate, key)),
            (None, None) => None,
            _ => bail!("TLS needs both --tls-cert and --tls-key"),
        };
        let trusted_proxy =
            if flags.trusted_proxy.is_empty() { file.trusted_proxy } else { flags.trusted_proxy.clone() };
        let changes = flags.changes_per_minute.or(file.changes_per_minute).unwrap_or(CHANGES_PER_MINUTE);
        let mail = mail_server(
            flags.mail_server.clone().or(file.mail_server),
            flags.mail_from.clone().or(file.mail_from),
            flags.mail_user.clone().or(file.mail_user),
            flags.mail_password_file.clone().or(file.mail_password_file),
        )?;
        Ok(Self {
            data: flags.data.clone().or(file.data).unwrap_or_else(|| PathBuf::from("data")),
            database,
            key_file: flags.key_file.clone().or(file.key_file).or_else(|| credential("tryggbas-keys")),
            audit_export: flags.audit_export.clone().or(file.audit_export),
            listen: flags.listen.or(file.listen),
            public_url: public_url.as_deref().map(address).transpose()?,
            trusted_proxy: trusted_proxy.iter().map(|text| network(text)).collect::<Result<_>>()?,
            changes_per_minute: NonZeroU32::new(changes),
            metrics_listen: flags.metrics_listen.or(file.metrics_listen),
            tls,
            hashing_mib: flags.hashing_memory.or(file.hashing_memory).unwrap_or(HASHING_MIB),
            providers: providers::read(file.oidc)?,
            mail,
            json: flags.json,
        })
    }
}

fn read_file(path: &Path) -> Result<ConfigFile> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read the settings file {}", path.display()))?;
    toml::from_str(&text).with_context(|| format!("the settings file {} says something unknown", path.display()))
}

/// The mail server with all it takes to speak to it; none where none is named.
fn mail_server(
    server: Option<String>,
    from: Option<String>,
    user: Option<String>,
    password_file: Option<PathBuf>,
) -> Result<Option<Server>> {
    let Some(server) = server else { return Ok(None) };
    let why = "give smtps://host or smtp://host, with a port where it is not the usual one";
    let address = ServerAddress::parse(&server).with_context(|| format!("--mail-server {server}: {why}"))?;
    let from = from.context("--mail-server needs --mail-from, the sender of all mail")?;
    let from = Mailbox::parse(&from).with_context(|| format!("--mail-from {from} is no address of e-mail"))?;
    let login = match (user, password_file.or_else(|| credential("tryggbas-mail-password"))) {
        (Some(user), Some(file)) => Some((user, secret(&file)?)),
        (Some(_), None) => bail!("--mail-user needs --mail-password-file"),
        (None, _) => None,
    };
    if login.is_some() && address.encryption() == Encryption::None {
        tracing::warn!("the password of the mail server travels unencrypted, to this machine");
    }
    Server::new(&address, from, login).map(Some).context("the machine's trusted certificates cannot be read")
}

/// The file that the service manager hands over under a name (systemd's `LoadCredential=tryggbas-keys:…`).
#[expect(clippy::disallowed_methods, reason = "systemd tells in the environment where credentials lie")]
pub(crate) fn credential(name: &str) -> Option<PathBuf> {
    let file = PathBuf::from(std::env::var_os("CREDENTIALS_DIRECTORY")?).join(name);
    file.exists().then_some(file)
}

pub(crate) fn secret(path: &Path) -> Result<String> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.trim().to_owned())
}

fn address(text: &str) -> Result<Address> {
    let why = "give scheme and host and nothing after, such as https://tryggbas.example.se; http only for localhost";
    Address::parse(text).with_context(|| format!("--public-url {text}: {why}"))
}

/// A network such as 10.0.0.0/8 or a single address.
fn network(text: &str) -> Result<IpNet> {
    let alone = text.parse::<IpAddr>().map(IpNet::from);
    alone.or_else(|_| text.parse()).with_context(|| format!("--trusted-proxy {text} is no network"))
}
