//! A transaction that cannot end without its audit event.

use base::Id;
use jiff::Timestamp;
use sea_orm::{DatabaseTransaction, Value};

use crate::audit::{self, End, Entry};
use crate::lane::Slot;
use crate::queries::{ask, insert_all, tell};
use crate::{Db, Event, Queries, Result, Row, values};

/// Who makes a change, for the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person.
    User(Id),
    /// A command on the server, by its name.
    Command(&'static str),
    /// Somebody without an account who was given a link, by the link's id.
    Link(Id),
}

/// A running write. Dropped without [`Change::commit`] it leaves no trace.
pub struct Change {
    db: Db,
    actor: Actor,
    at: Timestamp,
    transaction: Transaction,
}

enum Transaction {
    Sqlite(Slot),
    Postgres(Box<DatabaseTransaction>),
}

impl Change {
    pub(crate) async fn begin(db: &Db, actor: Actor) -> Result<Self> {
        let transaction = db.begin().await?;
        let transaction = match transaction {
            crate::open::Begun::Sqlite(slot) => Transaction::Sqlite(slot),
            crate::open::Begun::Postgres(transaction) => Transaction::Postgres(Box::new(transaction)),
        };
        Ok(Self { db: db.clone(), actor, at: db.next_instant(), transaction })
    }

    /// When the change is made: one instant for all it writes, and for nothing that another change of this process writes.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// A new id.
    #[must_use]
    pub fn new_id(&self) -> Id {
        self.db.new_id()
    }

    /// Who makes it.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Executes a statement and tells how many rows it touched.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn execute(&self, sql: &str, values: Vec<Value>) -> Result<u64> {
        match &self.transaction {
            Transaction::Sqlite(slot) => tell(slot.connection()?, sql, values).await,
            Transaction::Postgres(transaction) => tell(transaction.as_ref(), sql, values).await,
        }
    }

    /// Inserts one row.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert(&self, table: &str, row: Vec<(&str, Value)>) -> Result<()> {
        self.insert_all(table, vec![row]).await
    }

    /// Inserts rows that all name the same columns in the same order, many with each statement.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert_all(&self, table: &str, rows: Vec<Vec<(&str, Value)>>) -> Result<()> {
        match &self.transaction {
            Transaction::Sqlite(slot) => insert_all(slot.connection()?, table, rows).await,
            Transaction::Postgres(transaction) => insert_all(transaction.as_ref(), table, rows).await,
        }
    }

    /// Updates the row with this id; `false` when there is none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn update(&self, table: &str, id: &Id, row: Vec<(&str, Value)>) -> Result<bool> {
        let set: Vec<String> =
            row.iter().enumerate().map(|(index, (column, _))| format!("{column} = ${}", index + 2)).collect();
        let sql = format!("UPDATE {table} SET {} WHERE id = $1", set.join(", "));
        let mut values = values![id.as_str()];
        values.extend(row.into_iter().map(|(_, value)| value));
        Ok(self.execute(&sql, values).await? > 0)
    }

    /// Writes the audit event and makes everything last. Returns when it is on disk.
    ///
    /// # Errors
    /// When the database refuses; then nothing of the change remains.
    pub async fn commit(self, event: Event) -> Result<()> {
        self.commit_all(vec![event]).await
    }

    /// Like [`Change::commit`] for a change that is several events, such as an import.
    ///
    /// # Errors
    /// When the database refuses; then nothing of the change remains.
    pub async fn commit_all(self, events: Vec<Event>) -> Result<()> {
        let entries = events.into_iter().map(|event| self.entry(event)).collect();
        let keys = self.db.keys();
        match &self.transaction {
            Transaction::Sqlite(slot) => audit::append(slot.connection()?, keys, entries).await?,
            Transaction::Postgres(transaction) => audit::append(transaction.as_ref(), keys, entries).await?,
        }
        match self.transaction {
            Transaction::Sqlite(slot) => slot.commit().await,
            Transaction::Postgres(transaction) => Ok(transaction.commit().await?),
        }
    }

    fn entry(&self, event: Event) -> Entry {
        let (actor_kind, actor) = match &self.actor {
            Actor::User(id) => ("user", id.as_str()),
            Actor::Command(name) => ("command", *name),
            Actor::Link(id) => ("link", id.as_str()),
        };
        Entry {
            position: None,
            id: self.new_id().to_string(),
            at: self.at.as_microsecond(),
            actor_kind: actor_kind.to_owned(),
            actor: actor.to_owned(),
            organisation_id: event.organisation.as_ref().map(String::from),
            kind: event.kind.to_owned(),
            subject_kind: event.subject_kind.to_owned(),
            subject_id: event.subject.to_string(),
            detail: event.detail.to_string(),
            previous: None,
            key_name: None,
            code: None,
        }
    }

    pub(crate) async fn claim_end(&self, place: &str) -> Result<Option<End>> {
        match &self.transaction {
            Transaction::Sqlite(slot) => End::claim(slot.connection()?, place).await,
            Transaction::Postgres(transaction) => End::claim(transaction.as_ref(), place).await,
        }
    }

    pub(crate) async fn set_end(&self, end: &End) -> Result<()> {
        match &self.transaction {
            Transaction::Sqlite(slot) => end.write(slot.connection()?).await,
            Transaction::Postgres(transaction) => end.write(transaction.as_ref()).await,
        }
    }
}

impl Queries for Change {
    async fn rows(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Row>> {
        match &self.transaction {
            Transaction::Sqlite(slot) => ask(slot.connection()?, sql, values).await,
            Transaction::Postgres(transaction) => ask(transaction.as_ref(), sql, values).await,
        }
    }
}
