//! Something of several steps that is under way: a sign-in between password and code, a passkey between question and answer.
//! The browser holds a random token, the server what it has to remember; the state is sealed, and good for one answer.

use base::{Id, Problem};
use db::{Actor, Change, Db, DbError, Event, FromQueryResult, Queries, Result, sea_orm, values};
use keys::Place;
use web::{SecretCookie, hash_token, new_token};

/// The cookie that holds the token.
pub(crate) const COOKIE: SecretCookie = SecretCookie::new("ceremony", 600);

/// How long a ceremony may take.
const MINUTES: i64 = 10;

const MINUTE: i64 = 60_000_000;

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The first step of a sign-in is taken, the second factor is asked for.
    SecondFactor,
    /// An app for one-time codes is being added.
    NewSecondFactor,
    /// A passkey is being added.
    NewPasskey,
    /// Somebody signs in with a passkey.
    Passkey,
    /// Somebody is away at their provider.
    Provider,
}

/// A ceremony that can go on.
#[derive(Debug, Clone)]
pub struct Ceremony {
    /// Whose it is, when that is known.
    pub person: Option<Id>,
    /// What the server remembers.
    pub state: String,
    hash: String,
}

#[derive(FromQueryResult)]
struct Row {
    token_hash: String,
    person_id: Option<String>,
    state: String,
}

impl Kind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::SecondFactor => "second_factor",
            Self::NewSecondFactor => "new_second_factor",
            Self::NewPasskey => "new_passkey",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
        }
    }
}

impl Ceremony {
    /// Begins a ceremony within a change and returns its token. Another one of the same kind and person ends.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn begin(db: &Db, change: &Change, kind: Kind, person: Option<&Id>, state: &str) -> Result<String> {
        let token = new_token(db.randomness());
        let hash = hash_token(&token);
        let now = change.at().as_microsecond();
        if let Some(person) = person {
            let sql = "DELETE FROM ceremony WHERE kind = $1 AND person_id = $2";
            change.execute(sql, values![kind.as_str(), person.as_str()]).await?;
        }
        let row = vec![
            ("token_hash", hash.as_str().into()),
            ("kind", kind.as_str().into()),
            ("person_id", person.map(Id::as_str).into()),
            ("state", db.keys().seal(db.randomness(), &place(&hash), state.as_bytes()).into()),
            ("expires_at", (now + MINUTES * MINUTE).into()),
        ];
        change.insert("ceremony", row).await?;
        change.execute("DELETE FROM ceremony WHERE expires_at < $1", values![now]).await?;
        Ok(token)
    }

    /// The ceremony a token belongs to. Looking does not end it.
    ///
    /// # Errors
    /// [`Problem::Refused`] when there is none, or when the database refuses.
    pub async fn find(db: &Db, kind: Kind, token: Option<&str>) -> Result<Self> {
        let over = Problem::Refused("ceremony-over");
        let Some(token) = token else { return Err(over.into()) };
        let sql = "SELECT token_hash, person_id, state FROM ceremony \
            WHERE token_hash = $1 AND kind = $2 AND expires_at > $3";
        let now = db.clock().now().as_microsecond();
        let row = db.optional::<Row>(sql, values![hash_token(token), kind.as_str(), now]).await?.ok_or(over)?;
        let state = crate::credentials::opened(db, &place(&row.token_hash), &row.state)?;
        Ok(Self { person: row.person_id.map(Id::stored), state, hash: row.token_hash })
    }

    /// Ends the ceremony within a change. Of two who answer at once, one succeeds.
    ///
    /// # Errors
    /// [`Problem::Refused`] when it has ended, or when the database refuses.
    pub async fn end(&self, change: &Change) -> Result<()> {
        let ended = change.execute("DELETE FROM ceremony WHERE token_hash = $1", values![self.hash.as_str()]).await?;
        if ended == 0 { Err(DbError::from(Problem::Refused("ceremony-over"))) } else { Ok(()) }
    }

    /// Finds a ceremony and ends it, whatever comes of its answer.
    ///
    /// # Errors
    /// [`Problem::Refused`] when there is none, or when the database refuses.
    pub async fn take(db: &Db, kind: Kind, token: Option<&str>) -> Result<Self> {
        let ceremony = Self::find(db, kind, token).await?;
        let change = db.change(Actor::Command("sign-in")).await?;
        ceremony.end(&change).await?;
        let subject = ceremony.person.clone().unwrap_or_else(|| Id::stored("unknown".to_owned()));
        let detail = serde_json::json!({ "kind": kind.as_str() });
        change.commit(Event::new("ceremony.ended", "person", &subject).with(detail)).await?;
        Ok(ceremony)
    }
}

fn place(hash: &str) -> Place<'_> {
    Place { table: "ceremony", column: "state", row: hash }
}
