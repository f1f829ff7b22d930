//! Sessions. The browser holds a random token, the database only its hash.

use axum::http::HeaderValue;
use base::{Id, Randomness};
use db::{Change, Db, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Person, Viewer};
use sha2::{Digest, Sha256};

use crate::App;

/// How long a session lasts.
pub const SESSION_HOURS: i64 = 10;

const HOUR: i64 = 3_600_000_000;

/// A session as the database has it.
#[derive(Debug, FromQueryResult)]
pub struct Session {
    person_id: String,
    expires_at: i64,
}

/// A random token of 256 bits, for a cookie or a link.
#[must_use]
pub fn new_token(randomness: &Randomness) -> String {
    randomness.bytes::<32>().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is stored of a token.
#[must_use]
pub fn hash_token(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Session {
    /// Starts a session within a change and returns its token.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn start(change: &Change, randomness: &Randomness, person: &Id) -> Result<String> {
        let token = new_token(randomness);
        let now = change.at().as_microsecond();
        let row = vec![
            ("token_hash", hash_token(&token).into()),
            ("person_id", person.as_str().into()),
            ("started_at", now.into()),
            ("expires_at", (now + SESSION_HOURS * HOUR).into()),
        ];
        change.insert("session", row).await?;
        change.execute("DELETE FROM session WHERE expires_at < $1", values![now]).await?;
        Ok(token)
    }

    /// Ends a session within a change.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end(change: &Change, hash: &str) -> Result<()> {
        change.execute("DELETE FROM session WHERE token_hash = $1", values![hash]).await.map(drop)
    }

    /// Who holds the token, if the session still lasts.
    pub(crate) async fn viewer(db: &Db, hash: &str) -> Result<Option<Viewer>> {
        let sql = "SELECT person_id, expires_at FROM session WHERE token_hash = $1";
        let Some(session) = db.optional::<Self>(sql, values![hash]).await? else { return Ok(None) };
        if session.expires_at <= db.clock().now().as_microsecond() {
            return Ok(None);
        }
        let viewer = Person::viewer(db, &Id::stored(session.person_id)).await?;
        Ok(viewer.is_signed_in().then_some(viewer))
    }

    /// The name of the cookie: browsers hold `__Host-` cookies to TLS, this host and the whole site.
    pub(crate) fn cookie_name(app: &App) -> &'static str {
        if app.settings().address.is_secure() { "__Host-session" } else { "session" }
    }

    /// The cookie that carries a token.
    #[must_use]
    pub fn cookie(app: &App, token: &str) -> HeaderValue {
        let seconds = u32::try_from(SESSION_HOURS * 3600).unwrap_or_default();
        crate::preferences::cookie(app, Self::cookie_name(app), token, seconds)
    }

    /// The cookie that takes the token away.
    #[must_use]
    pub fn no_cookie(app: &App) -> HeaderValue {
        crate::preferences::cookie(app, Self::cookie_name(app), "", 0)
    }
}
