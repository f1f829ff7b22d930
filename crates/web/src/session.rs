//! Sessions. The browser holds a random token, the database only its hash.

use axum::http::HeaderValue;
use base::{Id, Randomness};
use db::{Actor, Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Person, Viewer};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{App, SecretCookie};

/// How long a session lasts, however much it is used.
pub const SESSION_HOURS: i64 = 10;

/// How long a session lasts when nothing is done.
pub const IDLE_MINUTES: i64 = 30;

const MINUTE: i64 = 60_000_000;

/// The cookie of the session.
const COOKIE: SecretCookie = SecretCookie::new("session", 10 * 3600);

/// A session that lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id: the same whatever happens to the token.
    pub id: Id,
    /// What is stored of the token.
    pub hash: String,
    /// How the person signed in.
    pub way: Way,
    /// Whether the person has credentials of their own; if not, only the pages for making them are open.
    pub ready: bool,
    /// When it started, in microseconds UTC.
    pub started_at: i64,
    /// When it ends at the latest, in microseconds UTC.
    pub expires_at: i64,
}

/// How somebody signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// With a password and a second factor.
    Password,
    /// With a passkey.
    Passkey,
    /// With a one-time link.
    Link,
    /// As a person of the demonstration.
    Example,
    /// Through the provider of the person's organisation.
    Provider,
}

/// A session to be started.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// Whose.
    pub person: &'a Id,
    /// How they signed in.
    pub way: Way,
    /// What the browser calls itself.
    pub device: &'a str,
    /// Whether the person has credentials of their own.
    pub ready: bool,
}

/// What a token opens: the session and its person, and a new token when the one that was shown is no longer good.
#[derive(Debug)]
pub(crate) struct Entered {
    pub session: Session,
    pub viewer: Viewer,
    pub new_token: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    person_id: String,
    way: String,
    rights: String,
    ready: bool,
    started_at: i64,
    seen_at: i64,
    expires_at: i64,
}

/// A random token of 256 bits, for a cookie or a link.
#[must_use]
pub fn new_token(randomness: &Randomness) -> String {
    hexadecimal(&randomness.bytes::<32>())
}

/// What is stored of a token.
#[must_use]
pub fn hash_token(token: &str) -> String {
    hexadecimal(&Sha256::digest(token.as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A hash of what a person is allowed.
fn rights(viewer: &Viewer) -> String {
    hash_token(&format!("{:?}", viewer.roles))
}

impl Way {
    /// All ways.
    pub const ALL: [Self; 5] = [Self::Password, Self::Passkey, Self::Link, Self::Example, Self::Provider];

    /// Its name in the database and in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Passkey => "passkey",
            Self::Link => "link",
            Self::Example => "example",
            Self::Provider => "provider",
        }
    }

    /// The way of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == name)
    }
}

impl Session {
    /// Starts a session within a change and returns its token.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn start(db: &Db, change: &Change, new: &NewSession<'_>) -> Result<String> {
        let token = new_token(db.randomness());
        let now = change.at().as_microsecond();
        let row = vec![
            ("id", change.new_id().as_str().into()),
            ("token_hash", hash_token(&token).into()),
            ("person_id", new.person.as_str().into()),
            ("way", new.way.as_str().into()),
            ("device", new.device.into()),
            ("rights", rights(&Person::viewer(db, new.person).await?).into()),
            ("ready", new.ready.into()),
            ("started_at", now.into()),
            ("seen_at", now.into()),
            ("expires_at", (now + SESSION_HOURS * 60 * MINUTE).into()),
        ];
        change.insert("session", row).await?;
        change.execute("DELETE FROM session WHERE expires_at < $1", values![now]).await?;
        Ok(token)
    }

    /// Ends the session with this token hash within a change.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end(change: &Change, hash: &str) -> Result<()> {
        change.execute("DELETE FROM session WHERE token_hash = $1", values![hash]).await.map(drop)
    }

    /// Ends all sessions of a person within a change, but for the one with the hash `spared`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_all(change: &Change, person: &Id, spared: Option<&str>) -> Result<u64> {
        let sql = "DELETE FROM session WHERE person_id = $1 AND token_hash <> $2";
        change.execute(sql, values![person.as_str(), spared.unwrap_or_default()]).await
    }

    /// Gives the session a new token within a change, and says whether the person now has credentials of their own.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn renew(&self, db: &Db, change: &Change, ready: bool) -> Result<String> {
        let token = new_token(db.randomness());
        let sql = "UPDATE session SET token_hash = $2, ready = $3 WHERE token_hash = $1";
        change.execute(sql, values![self.hash.as_str(), hash_token(&token), ready]).await?;
        Ok(token)
    }

    /// What the token with this hash opens. A token from before the person's rights changed opens once, for a new one.
    pub(crate) async fn enter(db: &Db, hash: &str) -> Result<Option<Entered>> {
        let sql = "SELECT id, person_id, way, rights, ready, started_at, seen_at, expires_at \
            FROM session WHERE token_hash = $1";
        let Some(row) = db.optional::<Row>(sql, values![hash]).await? else { return Ok(None) };
        let now = db.clock().now().as_microsecond();
        let Some(way) = Way::parse(&row.way) else { return Ok(None) };
        if row.expires_at <= now || row.seen_at + IDLE_MINUTES * MINUTE <= now {
            return Ok(None);
        }
        let viewer = Person::viewer(db, &Id::stored(row.person_id.clone())).await?;
        if !viewer.is_signed_in() {
            return Ok(None);
        }
        let (id, hash) = (Id::stored(row.id), hash.to_owned());
        let (ready, started_at, expires_at) = (row.ready, row.started_at, row.expires_at);
        let mut session = Self { id, hash, way, ready, started_at, expires_at };
        if rights(&viewer) != row.rights {
            let Some(token) = session.exchange(db, &viewer).await? else { return Ok(None) };
            return Ok(Some(Entered { session, viewer, new_token: Some(token) }));
        }
        if row.seen_at + MINUTE <= now {
            session.note_seen(db).await?;
        }
        Ok(Some(Entered { session, viewer, new_token: None }))
    }

    /// A new token for what the person is allowed now. Of two requests with the old token at once, one gets it.
    async fn exchange(&mut self, db: &Db, viewer: &Viewer) -> Result<Option<String>> {
        let change = db.change(viewer.actor()?).await?;
        let token = new_token(db.randomness());
        let sql = "UPDATE session SET token_hash = $2, rights = $3, seen_at = $4 WHERE token_hash = $1";
        let now = change.at().as_microsecond();
        let values = values![self.hash.as_str(), hash_token(&token), rights(viewer), now];
        if change.execute(sql, values).await? == 0 {
            return Ok(None);
        }
        self.hash = hash_token(&token);
        change.commit(Event::new("session.renewed", "session", &self.id)).await?;
        Ok(Some(token))
    }

    /// Notes, at most once a minute, that somebody is still there. That is no deed: it has no event.
    async fn note_seen(&self, db: &Db) -> Result<()> {
        let change = db.change(Actor::Command("session")).await?;
        let now = change.at().as_microsecond();
        change.execute("UPDATE session SET seen_at = $2 WHERE id = $1", values![self.id.as_str(), now]).await?;
        change.commit_all(Vec::new()).await
    }

    /// The name of the cookie.
    pub(crate) fn cookie_name(app: &App) -> String {
        COOKIE.name(app)
    }

    /// The cookie that carries a token.
    #[must_use]
    pub fn cookie(app: &App, token: &str) -> HeaderValue {
        COOKIE.set(app, token)
    }

    /// The cookie that takes the token away.
    #[must_use]
    pub fn no_cookie(app: &App) -> HeaderValue {
        COOKIE.clear(app)
    }
}
