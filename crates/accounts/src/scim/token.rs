//! What lets another system in: made once, shown once, kept as a hash, and good for one organisation.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Actor, Db, DbError, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Reach, Unit, Verb, Viewer};
use serde_json::json;
use web::{hash_token, new_token};

use super::Fault;

/// The fewest and the most days that a token may last.
const DAYS: std::ops::RangeInclusive<i64> = 1..=730;

const SECOND: i64 = 1_000_000;

/// How often it is noted that a token is in use.
const USED_AGAIN: i64 = 3600 * SECOND;

/// A token as administrators see it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Token {
    /// The id.
    pub id: String,
    /// What its maker calls it.
    pub name: String,
    /// The organisation's id.
    pub organisation_id: String,
    /// The organisation's name.
    pub organisation: String,
    /// The organisation's path.
    pub path: String,
    /// When it was made, in microseconds UTC.
    pub made_at: i64,
    /// When it ends by itself.
    pub expires_at: i64,
    /// When it was used last, to the hour.
    pub used_at: Option<i64>,
    /// When it was taken back.
    pub revoked_at: Option<i64>,
}

/// A new token.
#[derive(Debug, Clone)]
pub struct Made {
    /// The id.
    pub id: Id,
    /// What the other system is given, shown now and never again.
    pub token: String,
}

/// Another system that has shown its token.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    /// The token's id.
    pub token: Id,
    /// The organisation whose accounts it keeps.
    pub organisation: Id,
    /// The organisation's path.
    pub path: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    organisation_id: String,
    path: String,
    used_at: Option<i64>,
}

const SELECT: &str = "SELECT t.id, t.name, t.organisation_id, u.name AS organisation, u.path, t.made_at, t.expires_at, \
    t.used_at, t.revoked_at FROM scim_token t JOIN unit u ON u.id = t.organisation_id";

impl Token {
    /// All tokens, those of the operator too, the newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list_all(db: &Db) -> Result<Vec<Self>> {
        db.all(&format!("{SELECT} ORDER BY t.made_at DESC, t.id"), values![]).await
    }

    /// The tokens of organisations that the viewer administers with all below.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn list(db: &Db, viewer: &Viewer) -> Result<Vec<Self>> {
        let mut tokens = Self::list_all(db).await?;
        tokens.retain(|token| viewer.covers(Verb::Administer, &token.path, Reach::Below));
        Ok(tokens)
    }

    /// Whether it lets nobody in any more.
    #[must_use]
    pub fn is_over(&self, now: i64) -> bool {
        self.revoked_at.is_some() || self.expires_at <= now
    }

    /// Makes a token for an organisation.
    ///
    /// # Errors
    /// [`Problem::Invalid`], or when the database refuses.
    pub async fn make(db: &Db, actor: Actor, organisation: &Id, name: &str, days: i64) -> Result<Made> {
        let mut errors = FormErrors::default();
        let name = errors.required("name", name, 100);
        if !DAYS.contains(&days) {
            errors.add("days", FieldError::NotAChoice);
        }
        errors.check().map_err(Problem::from)?;
        let token = new_token(db.randomness());
        let change = db.change(actor).await?;
        let id = change.new_id();
        let now = change.at().as_microsecond();
        let row = vec![
            ("id", id.as_str().into()),
            ("token_hash", hash_token(&token).into()),
            ("organisation_id", organisation.as_str().into()),
            ("name", name.into()),
            ("made_at", now.into()),
            ("expires_at", (now + days * 24 * 3600 * SECOND).into()),
        ];
        change.insert("scim_token", row).await?;
        let event = Event::new("scim_token.made", "scim_token", &id).within(organisation);
        change.commit(event.with(json!({ "days": days }))).await?;
        Ok(Made { id, token })
    }

    /// Makes a token for an organisation that the viewer administers with all below.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`], [`Problem::Invalid`], or when the database refuses.
    pub(crate) async fn make_as(db: &Db, viewer: &Viewer, organisation: &str, name: &str, days: i64) -> Result<Made> {
        let unit = match Id::parse(organisation) {
            Some(id) => Unit::find(db, &id).await?,
            None => None,
        };
        let Some(unit) = unit else {
            let mut errors = FormErrors::default();
            errors.add("organisation", FieldError::NotAChoice);
            return Err(Problem::from(errors).into());
        };
        if !viewer.covers(Verb::Administer, &unit.path, Reach::Below) {
            return Err(Problem::NotAllowed.into());
        }
        Self::make(db, viewer.actor()?, &unit.id, name, days).await
    }

    /// Takes a token back that the viewer sees: from now on it lets nobody in. Returns what it was called.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::Refused`] when it was taken back before, or when the database refuses.
    pub(crate) async fn revoke_as(db: &Db, viewer: &Viewer, id: &Id) -> Result<String> {
        let seen = Self::list(db, viewer).await?.into_iter().find(|token| token.id == id.as_str());
        let token = seen.ok_or(Problem::NotFound)?;
        Self::revoke(db, viewer.actor()?, id).await?;
        Ok(token.name)
    }

    /// Takes a token back.
    ///
    /// # Errors
    /// [`Problem::Refused`] when there is none that lasts, or when the database refuses.
    pub async fn revoke(db: &Db, actor: Actor, id: &Id) -> Result<()> {
        let change = db.change(actor).await?;
        let sql = "UPDATE scim_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
        if change.execute(sql, values![id.as_str(), change.at().as_microsecond()]).await? == 0 {
            return Err(DbError::from(Problem::Refused("scim-token-revoked")));
        }
        change.commit(Event::new("scim_token.revoked", "scim_token", id)).await
    }
}

impl Client {
    /// Whoever shows this token.
    ///
    /// # Errors
    /// [`Fault::NoToken`], or when the database refuses.
    pub(crate) async fn find(db: &Db, token: &str) -> std::result::Result<Self, Fault> {
        let sql = "SELECT t.id, t.organisation_id, u.path, t.used_at FROM scim_token t \
            JOIN unit u ON u.id = t.organisation_id WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $2";
        let now = db.clock().now().as_microsecond();
        let row = db.optional::<Row>(sql, values![hash_token(token), now]).await?.ok_or(Fault::NoToken)?;
        let client = Self { token: Id::stored(row.id), organisation: Id::stored(row.organisation_id), path: row.path };
        if row.used_at.is_none_or(|used| used + USED_AGAIN <= now) {
            client.note_used(db).await?;
        }
        Ok(client)
    }

    async fn note_used(&self, db: &Db) -> Result<()> {
        let change = db.change(Actor::Command("scim")).await?;
        let used = vec![("used_at", change.at().as_microsecond().into())];
        change.update("scim_token", &self.token, used).await?;
        change.commit(Event::new("scim_token.used", "scim_token", &self.token).within(&self.organisation)).await
    }
}
