//! What every request shares.

use std::num::NonZeroU32;
use std::sync::Arc;

use credentials::Hashing;
use db::Db;
use federation::Federation;
use i18n::Catalogue;
use ipnet::IpNet;

use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::module::Module;
use crate::templates::Templates;

/// The running application. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    db: Db,
    settings: AppSettings,
    modules: Vec<Module>,
    catalogue: Catalogue,
    templates: Templates,
    metrics: Metrics,
    reader: sheets::child::Reader,
    hashing: Hashing,
    limits: Limits,
}

/// How the application is run.
#[derive(Debug, Clone)]
pub struct AppSettings {
    /// Where people reach it: links, cookies and the check of origin follow from it.
    pub address: Address,
    /// Networks of proxies in front, whose word about an address is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// How many changes a session, or an address without one, may send in a minute; none for no bound.
    pub changes_per_minute: Option<NonZeroU32>,
    /// Most mebibytes that passwords which are being checked may take together.
    pub hashing_mib: u32,
    /// Whether mail goes out, so that links can be sent instead of handed over; in a demonstration it is shown only.
    pub mail: bool,
    /// Whether this is a demonstration: example people, and a picker of roles instead of sign-in.
    pub demo: bool,
    /// Providers that people may sign in through.
    pub federation: Federation,
}

/// The origin that people reach the application at, such as `https://tryggbas.exempel.se`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    origin: String,
}

impl Address {
    /// Reads an address: scheme, host and port, nothing after.
    /// Plain http is taken only for this very machine, since cookies and passwords would travel in the open.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let origin = text.trim().trim_end_matches('/').to_ascii_lowercase();
        let (scheme, host) = origin.split_once("://")?;
        let plain =
            !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let here = ["localhost", "127.0.0.1", "[::1]"].contains(&name);
        (plain && (scheme == "https" || (scheme == "http" && here))).then(|| Self { origin: origin.clone() })
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether it is reached over TLS.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

impl App {
    /// Puts the application together.
    ///
    /// # Errors
    /// What is wrong with the translations, one line each.
    pub fn new(
        db: Db,
        settings: AppSettings,
        modules: Vec<Module>,
        reader: sheets::child::Reader,
    ) -> Result<Self, Vec<String>> {
        let catalogue = crate::templates::catalogue()?;
        let (templates, metrics) = (Templates::new(), Metrics::new());
        let (hashing, limits) = (Hashing::within(settings.hashing_mib), Limits::new(settings.changes_per_minute));
        let inner = Inner { db, settings, modules, catalogue, templates, metrics, reader, hashing, limits };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.inner.db
    }

    /// How the application is run.
    #[must_use]
    pub fn settings(&self) -> &AppSettings {
        &self.inner.settings
    }

    /// The domains.
    #[must_use]
    pub fn modules(&self) -> &[Module] {
        &self.inner.modules
    }

    /// The messages.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.inner.catalogue
    }

    /// The templates.
    #[must_use]
    pub fn templates(&self) -> &Templates {
        &self.inner.templates
    }

    /// The reader of files from outside.
    #[must_use]
    pub fn reader(&self) -> &sheets::child::Reader {
        &self.inner.reader
    }

    /// The one place where passwords are hashed, so that its bound on memory holds.
    #[must_use]
    pub fn hashing(&self) -> &Hashing {
        &self.inner.hashing
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.inner.limits
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.inner.metrics
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_only_on_this_machine() {
        for good in ["https://tryggbas.exempel.se", "https://a.se:8443/", "http://localhost:3000", "http://[::1]:80"] {
            assert!(Address::parse(good).is_some(), "{good}");
        }
        for bad in
            ["http://tryggbas.exempel.se", "tryggbas.exempel.se", "https://", "https://a.se/path", "ftp://localhost"]
        {
            assert!(Address::parse(bad).is_none(), "{bad}");
        }
    }
}
