//! Cookies that hold a secret: scripts cannot read them, and over TLS browsers hold them to this host and the whole site.

use axum::http::HeaderValue;

use crate::{App, Here, preferences};

/// A cookie that holds a secret for a time.
#[derive(Debug, Clone, Copy)]
pub struct SecretCookie {
    plain: &'static str,
    seconds: u32,
}

impl SecretCookie {
    /// A cookie with this name that browsers keep for so many seconds.
    #[must_use]
    pub const fn new(name: &'static str, seconds: u32) -> Self {
        Self { plain: name, seconds }
    }

    /// Its name: browsers hold `__Host-` cookies to TLS, this host and the whole site.
    #[must_use]
    pub fn name(self, app: &App) -> String {
        preferences::name(app, self.plain)
    }

    /// What it holds in this request.
    #[must_use]
    pub fn read(self, here: &Here) -> Option<String> {
        crate::request::cookie(&here.inner.headers, &self.name(here.app()))
    }

    /// The header that sets it.
    #[must_use]
    pub fn set(self, app: &App, value: &str) -> HeaderValue {
        preferences::cookie(app, self.plain, value, self.seconds)
    }

    /// The header that takes it away.
    #[must_use]
    pub fn clear(self, app: &App) -> HeaderValue {
        preferences::cookie(app, self.plain, "", 0)
    }
}
