//! Links for people without an account. Each is for one purpose, one thing and one unit, until a day; it is signed, so that
//! nothing of it is stored, and it can be revoked at once. Opening one makes a session that can do that and nothing else.

mod given;
mod session;

use base::{FieldError, FormErrors, Id, Problem};
use data_encoding::BASE64URL_NOPAD;
use db::{Actor, Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Errand, Purpose, Viewer};
use jiff::SignedDuration;

use crate::SecretCookie;
use crate::outbox::Mail;

pub use given::{LinkForm, LinkRow};
pub use session::{end, start};
pub(crate) use session::{enter, note_outside};

/// The cookie of a browser that was let in by a link.
pub const COOKIE: SecretCookie = SecretCookie::new("answer", 10 * 3600);

/// How many days a link works unless somebody says otherwise.
pub const USUAL_DAYS: i64 = 14;

/// How many days a link works at most.
pub const MOST_DAYS: i64 = 90;

const DAY: i64 = 24 * 3_600_000_000;

/// What purpose the signatures have.
const SIGNING: &str = "tryggbas access link";

/// A link to be.
#[derive(Debug, Clone, Default)]
pub struct NewAccessLink {
    /// On whose behalf its holder acts.
    pub unit: Option<Id>,
    /// Whom it is given to.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The language they are written to in.
    pub language: String,
    /// How many days it works, as it was typed.
    pub days: String,
    /// Whether it is sent.
    pub by_mail: bool,
}

/// A link as whoever gave it out sees it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AccessLink {
    /// The id.
    pub id: String,
    /// What it opens.
    pub purpose: String,
    /// The thing it is about.
    pub subject_id: String,
    /// On whose behalf its holder acts.
    pub unit_id: String,
    /// That unit's name.
    pub unit_name: String,
    /// Whom it was given to.
    pub holder_name: String,
    /// Their address.
    pub holder_email: String,
    /// When it was made, in microseconds UTC.
    pub made_at: i64,
    /// Until when it works.
    pub expires_at: i64,
    /// When it was revoked.
    pub revoked_at: Option<i64>,
    /// When its holder was last there.
    pub last_used_at: Option<i64>,
}

/// Where a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// It works.
    Open,
    /// Its days are over.
    Expired,
    /// It was revoked.
    Revoked,
}

const COLUMNS: &str = "SELECT l.id, l.purpose, l.subject_id, l.unit_id, u.name AS unit_name, l.holder_name, l.holder_email, \
    l.made_at, l.expires_at, l.revoked_at, l.last_used_at FROM access_link l JOIN unit u ON u.id = l.unit_id";

impl LinkState {
    /// Its name in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }
}

impl NewAccessLink {
    /// How many days it works.
    ///
    /// # Errors
    /// What is wrong with it, by field.
    pub fn check(&self) -> std::result::Result<i64, FormErrors> {
        let mut errors = FormErrors::default();
        if self.unit.is_none() {
            errors.add("unit", FieldError::Missing);
        }
        errors.required("name", &self.name, 200);
        let email = errors.required("email", &self.email, 200);
        if !email.is_empty() && mail::Mailbox::new("", &email).is_none() {
            errors.add("email", FieldError::NotACode);
        }
        let days = self.days.trim().parse().ok().filter(|days| (1..=MOST_DAYS).contains(days));
        if days.is_none() {
            errors.add("days", FieldError::NotANumber);
        }
        errors.check()?;
        Ok(days.unwrap_or(USUAL_DAYS))
    }

    /// Makes the link within a change, whose caller has made sure that the viewer may let somebody answer for the unit there.
    /// `giver` is the unit that asks, `what` the title of what is asked about; a mail says both.
    ///
    /// # Errors
    /// [`Problem::Invalid`], or when the database refuses.
    pub async fn write(
        &self,
        db: &Db,
        change: &Change,
        viewer: &Viewer,
        purpose: Purpose,
        subject: &Id,
        (giver, giver_name, what): (&Id, &str, &str),
    ) -> Result<AccessLink> {
        let days = self.check().map_err(Problem::Invalid)?;
        let person = viewer.person.as_ref().ok_or(Problem::NotSignedIn)?;
        let unit = self.unit.as_ref().ok_or(Problem::NotFound)?;
        // By the clock: the change's own instant may lie after it, to keep the order of the log.
        let (id, now) = (change.new_id(), db.clock().now().as_microsecond());
        let (name, email) = (self.name.trim(), self.email.trim());
        let row = vec![
            ("id", id.as_str().into()),
            ("purpose", purpose.0.into()),
            ("subject_id", subject.as_str().into()),
            ("unit_id", unit.as_str().into()),
            ("holder_name", name.into()),
            ("holder_email", email.into()),
            ("made_by", person.id.as_str().into()),
            ("made_at", now.into()),
            ("expires_at", (now + days * DAY).into()),
        ];
        change.insert("access_link", row).await?;
        let sql = format!("{COLUMNS} WHERE l.id = $1");
        let link = change.optional::<AccessLink>(&sql, values![id.as_str()]).await?.ok_or(Problem::NotFound)?;
        if self.by_mail {
            Mail::to_holder(giver, name, email, &self.language, "answer-link", id.as_str())
                .with("giver", giver_name)
                .with("unit", &link.unit_name)
                .with("what", what)
                .linking(link.path(db), SignedDuration::from_hours(24 * days))
                .put(db, change)
                .await?;
        }
        Ok(link)
    }
}

impl AccessLink {
    /// All links for a purpose and a thing, the newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, purpose: Purpose, subject: &Id) -> Result<Vec<Self>> {
        let sql = format!("{COLUMNS} WHERE l.purpose = $1 AND l.subject_id = $2 ORDER BY l.made_at DESC, l.id DESC");
        db.all(&sql, values![purpose.0, subject.as_str()]).await
    }

    /// Where it is at an instant, in microseconds UTC.
    #[must_use]
    pub fn state(&self, now: i64) -> LinkState {
        match self.revoked_at {
            Some(_) => LinkState::Revoked,
            None if self.expires_at <= now => LinkState::Expired,
            None => LinkState::Open,
        }
    }

    /// The path of the link: `<id>.<last second>.<name of key>.<signature>`. It can be made again as often as it is needed.
    #[must_use]
    pub fn path(&self, db: &Db) -> String {
        let (second, key) = (self.expires_at / 1_000_000, db.keys().name());
        let code = db.keys().code(SIGNING, &signed(&self.id, second));
        format!("/answer-links/{}.{second}.{key}.{}", self.id, BASE64URL_NOPAD.encode(&code))
    }

    /// Revokes the link within a change, and ends whatever it has opened.
    ///
    /// # Errors
    /// [`Problem::Refused`] where it works no longer, or when the database refuses.
    pub async fn revoke(&self, change: &Change) -> Result<()> {
        let now = change.at().as_microsecond();
        let sql = "UPDATE access_link SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2";
        if change.execute(sql, values![self.id.as_str(), now]).await? == 0 {
            return Err(Problem::Refused("access-link-revoked").into());
        }
        change.execute("DELETE FROM access_session WHERE link_id = $1", values![self.id.as_str()]).await.map(drop)
    }

    /// The link that a token is, while it works. Looking does not use it; that one does not work any more is noted.
    ///
    /// # Errors
    /// [`Problem::Refused`] with what is wrong with it, or when the database refuses.
    pub async fn open(db: &Db, token: &str) -> Result<Self> {
        let Some(id) = genuine(db, token) else { return Err(refuse(db, None, "access-link-not-genuine").await) };
        let sql = format!("{COLUMNS} WHERE l.id = $1");
        let Some(link) = db.optional::<Self>(&sql, values![id]).await? else {
            return Err(refuse(db, None, "access-link-not-genuine").await);
        };
        match link.state(db.clock().now().as_microsecond()) {
            LinkState::Open => Ok(link),
            LinkState::Expired => Err(refuse(db, Some(&link.id), "access-link-expired").await),
            LinkState::Revoked => Err(refuse(db, Some(&link.id), "access-link-revoked").await),
        }
    }

    /// What it opens.
    #[must_use]
    pub fn errand(&self) -> Errand {
        Errand {
            link: Id::stored(self.id.clone()),
            purpose: self.purpose.clone(),
            subject: Id::stored(self.subject_id.clone()),
            unit: Id::stored(self.unit_id.clone()),
            unit_name: self.unit_name.clone(),
            holder: self.holder_name.clone(),
            expires_at: self.expires_at,
        }
    }
}

/// The id in a token that we have signed.
fn genuine<'a>(db: &Db, token: &'a str) -> Option<&'a str> {
    let mut parts = token.split('.');
    let (id, second, key, code) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let code = BASE64URL_NOPAD.decode(code.as_bytes()).ok()?;
    let second: i64 = second.parse().ok()?;
    let right = parts.next().is_none() && db.keys().is_code(key, SIGNING, &signed(id, second), &code);
    // The row says the same; the signature alone already ends the link on its day.
    (right && Id::parse(id).is_some()).then_some(id)
}

fn signed(id: &str, second: i64) -> Vec<u8> {
    format!("{id} {second}").into_bytes()
}

/// Notes that a link was refused, and why; returns what to answer.
async fn refuse(db: &Db, link: Option<&str>, why: &'static str) -> db::DbError {
    match note(db, link, why).await {
        Ok(()) => Problem::Refused(why).into(),
        Err(error) => error,
    }
}

async fn note(db: &Db, link: Option<&str>, why: &'static str) -> Result<()> {
    let id = Id::stored(link.unwrap_or("unknown").to_owned());
    let actor = if link.is_some() { Actor::Link(id.clone()) } else { Actor::Command("answer-link") };
    let detail = serde_json::json!({ "reason": why });
    db.change(actor).await?.commit(Event::new("access_link.refused", "access_link", &id).with(detail)).await
}
