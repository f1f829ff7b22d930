//! Mail that goes out. It is written in the change of the deed it tells of, so that there is a mail exactly if there was a deed,
//! and handed to the mail server afterwards, in the background. What it says is put together only then, in the receiver's
//! language; until then the row holds a few words and a path, sealed.

mod delivery;
mod letter;

use std::collections::{BTreeMap, BTreeSet};

use base::Id;
use db::{Change, Db, DbError, FromQueryResult, Queries, Removes, Result, Retention, sea_orm, values};
use jiff::{SignedDuration, Timestamp};
use keys::Place;
use serde::{Deserialize, Serialize};

pub use delivery::{deliver_next, give_up_late};
pub use letter::{Written, written};

/// Mail that is of no use any more, and who got what.
pub const OUTBOX: Retention = Retention {
    kind: "outgoing-mail",
    usual: 90,
    least: 7,
    most: 365,
    removes: Removes::Rows { table: "outgoing_mail", condition: "made_at < $1 AND state <> 'waiting'" },
};

/// A mail to be: one sentence, lines below it where there is something to list, and a link where there is something to do.
#[derive(Debug, Clone)]
pub struct Mail {
    kind: &'static str,
    deed: String,
    receiver: Receiver,
    content: Content,
    useful: SignedDuration,
}

#[derive(Debug, Clone)]
enum Receiver {
    /// Somebody with an account.
    Person(Id),
    /// Somebody without, in the name of a unit.
    Holder { unit: Id, name: String, email: String, language: String },
}

/// What goes into the text.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Content {
    /// The values of its sentences.
    values: BTreeMap<String, String>,
    /// What it lists.
    #[serde(default)]
    lines: Vec<Line>,
    /// Where its link leads, from the root of this site.
    path: Option<String>,
}

/// A line of what a mail lists: so many of something.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Line {
    what: String,
    count: i64,
}

/// Where a mail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailState {
    /// It will be tried, or tried again.
    Waiting,
    /// A mail server has taken it on.
    Sent,
    /// It is not tried any more.
    GivenUp,
}

/// A mail as its row holds it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Outgoing {
    /// The id.
    pub id: String,
    /// The end of its translation keys.
    pub kind: String,
    /// The person it is for, where they have an account.
    pub person_id: Option<String>,
    /// Otherwise the place in the tree of the unit that gave out the link.
    pub unit_path: Option<String>,
    /// The receiver's name.
    pub receiver_name: String,
    /// The receiver's address.
    pub receiver: String,
    language: String,
    content: Option<String>,
    state: String,
    /// Why the latest try led nowhere.
    pub failure: Option<String>,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was written, in microseconds UTC.
    pub made_at: i64,
    useful_until: i64,
}

const COLUMNS: &str = "SELECT m.id, m.kind, m.person_id, u.path AS unit_path, m.receiver_name, m.receiver, m.language, \
    m.content, m.state, m.failure, m.attempts, m.made_at, m.useful_until \
    FROM outgoing_mail m LEFT JOIN unit u ON u.id = m.unit_id";

/// Most mails that a page shows.
const MOST: usize = 200;

impl MailState {
    /// Its name in the database and, with a dash, in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::GivenUp => "given_up",
        }
    }
}

impl Mail {
    /// A mail of a kind to a person, about one deed: of the same kind and deed there is one mail.
    #[must_use]
    pub fn to_person(person: &Id, kind: &'static str, deed: &str) -> Self {
        Self::new(Receiver::Person(person.clone()), kind, deed)
    }

    /// A mail to somebody without an account, in the name of a unit.
    #[must_use]
    pub fn to_holder(unit: &Id, name: &str, email: &str, language: &str, kind: &'static str, deed: &str) -> Self {
        let (name, email, language) = (name.to_owned(), email.to_owned(), language.to_owned());
        Self::new(Receiver::Holder { unit: unit.clone(), name, email, language }, kind, deed)
    }

    fn new(receiver: Receiver, kind: &'static str, deed: &str) -> Self {
        let (deed, content) = (format!("{kind} {deed}"), Content::default());
        Self { kind, deed, receiver, content, useful: SignedDuration::from_hours(3 * 24) }
    }

    /// The mail with a value for its sentences: a title or a name, never what somebody has written (R6).
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.content.values.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The mail with a line: a title, and how many there are of it.
    #[must_use]
    pub fn listing(mut self, what: &str, count: i64) -> Self {
        self.content.lines.push(Line { what: what.to_owned(), count });
        self
    }

    /// The mail with a link to a path of this site, which works for so long; the mail is of no use after that.
    #[must_use]
    pub fn linking(mut self, path: String, works: SignedDuration) -> Self {
        self.content.path = Some(path);
        self.useful = works;
        self
    }

    /// Writes the mail within the change of its deed, and answers with its id. Whoever has no address gets none, and of one deed
    /// there is one mail, whoever else writes it at the same time.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn put(&self, db: &Db, change: &Change) -> Result<Option<Id>> {
        let id = change.new_id();
        let Some((person, unit, name, email, language)) = self.receiver.row(change).await? else { return Ok(None) };
        let content = serde_json::to_string(&self.content)?;
        let sealed = db.keys().seal(db.randomness(), &place(id.as_str()), content.as_bytes());
        // By the clock: the change's own instant may lie after it, to keep the order of the log.
        let (now, useful) = (db.clock().now().as_microsecond(), self.useful.as_micros());
        let useful_until = now + i64::try_from(useful).unwrap_or_default();
        let sql = "INSERT INTO outgoing_mail (id, deed, kind, person_id, unit_id, receiver_name, receiver, language, content, \
            state, attempts, made_at, due_at, useful_until) \
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', 0, $10, $10, $11) ON CONFLICT (deed) DO NOTHING";
        let deed = self.deed.as_str();
        let values =
            values![id.as_str(), deed, self.kind, person, unit, name, email, language, sealed, now, useful_until];
        Ok((change.execute(sql, values).await? == 1).then_some(id))
    }
}

type ReceiverRow = (Option<String>, Option<String>, String, String, String);

impl Receiver {
    async fn row(&self, change: &Change) -> Result<Option<ReceiverRow>> {
        #[derive(FromQueryResult)]
        struct Row {
            name: String,
            email: String,
            language: String,
        }
        match self {
            Self::Person(id) => {
                let sql = "SELECT name, email, language FROM person WHERE id = $1 AND email <> ''";
                let row = change.optional::<Row>(sql, values![id.as_str()]).await?;
                Ok(row.map(|row| (Some(id.to_string()), None, row.name, row.email, row.language)))
            }
            Self::Holder { unit, name, email, language } => {
                Ok(Some((None, Some(unit.to_string()), name.clone(), email.clone(), language.clone())))
            }
        }
    }
}

impl Outgoing {
    /// The mails that were written last.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &Db) -> Result<Vec<Self>> {
        db.all(&format!("{COLUMNS} ORDER BY m.made_at DESC, m.id DESC LIMIT {MOST}"), values![]).await
    }

    /// The ids of the people to whom a mail of a kind was written since an instant, whatever became of it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn people_told(db: &impl Queries, kind: &str, since: Timestamp) -> Result<BTreeSet<String>> {
        let sql =
            "SELECT DISTINCT person_id FROM outgoing_mail WHERE kind = $1 AND made_at >= $2 AND person_id IS NOT NULL";
        Ok(db.texts(sql, values![kind, since.as_microsecond()]).await?.into_iter().collect())
    }

    /// One mail.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &Db, id: &Id) -> Result<Option<Self>> {
        db.optional(&format!("{COLUMNS} WHERE m.id = $1"), values![id.as_str()]).await
    }

    /// Where it is.
    #[must_use]
    pub fn state(&self) -> MailState {
        match self.state.as_str() {
            "waiting" => MailState::Waiting,
            "sent" => MailState::Sent,
            _ => MailState::GivenUp,
        }
    }

    /// What goes into its text; none once it was sent or given up.
    fn content(&self, db: &Db) -> Result<Option<Content>> {
        let Some(sealed) = &self.content else { return Ok(None) };
        let why = |error: &dyn std::fmt::Display| DbError::Stored(format!("outgoing_mail.content: {error}"));
        let opened = db.keys().open(&place(&self.id), sealed).map_err(|error| why(&error))?;
        serde_json::from_slice(&opened).map(Some).map_err(|error| why(&error))
    }
}

fn place(id: &str) -> Place<'_> {
    Place { table: "outgoing_mail", column: "content", row: id }
}
