//! One request as a handler sees it: who looks, in which language, from where.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use base::Problem;
use db::{Db, Event, Queries, values};
use i18n::Language;
use identity::Viewer;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{App, Error, Session};

/// After how long the same reading is noted again.
const READ_AGAIN: SignedDuration = SignedDuration::from_hours(1);

/// One request.
#[derive(Clone)]
pub struct Here {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) app: App,
    pub(crate) viewer: Viewer,
    pub(crate) language: Language,
    pub(crate) theme: Theme,
    /// Path and query.
    pub(crate) path: String,
    pub(crate) flash: Option<Flash>,
    pub(crate) wants_json: bool,
    pub(crate) session: Option<Session>,
    /// A token that takes the place of the one the browser showed.
    pub(crate) new_token: Option<String>,
    pub(crate) headers: HeaderMap,
    pub(crate) client: Option<IpAddr>,
}

/// Light, dark, or as the device has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A word to the reader on the next page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// `success`, `info` or `warning`.
    pub kind: String,
    /// The translation key.
    pub key: String,
    /// At most one value, `what`.
    #[serde(default)]
    pub args: std::collections::BTreeMap<String, String>,
}

/// A step of the way here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// What it is called.
    pub text: String,
    /// Where it is.
    pub href: String,
}

impl Place {
    /// A step.
    #[must_use]
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into() }
    }
}

impl Here {
    /// The application.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.inner.app
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        self.inner.app.db()
    }

    /// Who looks.
    #[must_use]
    pub fn viewer(&self) -> &Viewer {
        &self.inner.viewer
    }

    /// The language of the answer.
    #[must_use]
    pub fn language(&self) -> Language {
        self.inner.language
    }

    /// Path and query of the request.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.inner.path
    }

    /// Writes into the audit log that the viewer has read something sensitive. Of the same reading once an hour is enough.
    ///
    /// # Errors
    /// [`Problem::NotSignedIn`], or when the database refuses.
    pub async fn note_read(&self, event: Event) -> Result<(), Error> {
        let person = self.viewer().person.as_ref().ok_or(Problem::NotSignedIn)?;
        let since = (self.db().clock().now() - READ_AGAIN).as_microsecond();
        let noted = "SELECT 1 FROM audit_event WHERE subject_kind = $1 AND subject_id = $2 AND kind = $3 AND actor = $4 \
            AND at > $5 LIMIT 1";
        let values = values![event.subject_kind, event.subject.as_str(), event.kind, person.id.as_str(), since];
        if self.db().rows(noted, values).await?.is_empty() {
            self.db().change(self.viewer().actor()?).await?.commit(event).await?;
        }
        Ok(())
    }

    /// The session, when somebody is signed in.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        self.inner.session.as_ref()
    }

    /// The address the request came from, as far as it is known.
    #[must_use]
    pub fn client(&self) -> Option<IpAddr> {
        self.inner.client
    }

    /// What the browser calls itself, such as `Firefox, Windows`; empty when it is not known.
    #[must_use]
    pub fn device(&self) -> String {
        crate::device::device(&self.inner.headers)
    }

    /// Whether the person has to make credentials of their own before anything else.
    pub(crate) fn must_set_up(&self) -> bool {
        self.session().is_some_and(|session| !session.ready)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Here {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Error::Internal("a request without its Here".to_owned()))
    }
}
