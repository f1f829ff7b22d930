//! Opening the database.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use base::{Clock, Id, Randomness};
use jiff::Timestamp;
use keys::Keys;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgPoolOptions, PgSslMode};
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, IsolationLevel, SqlxPostgresConnector, SqlxSqliteConnector,
    TransactionTrait, Value,
};

use crate::instants::Instants;
use crate::lane::{Lane, Slot};
use crate::queries::ask;
use crate::{Actor, Change, DbError, Queries, Result, Row};

/// Which engine is behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file of our own.
    Sqlite,
    /// A server.
    Postgres,
}

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settings {
    /// An SQLite file; its folder is made when missing.
    File(PathBuf),
    /// A PostgreSQL address, `postgres://…`, and the schema to work in when it is not the default one.
    Server {
        /// The address with user and database.
        url: String,
        /// The schema, for tests.
        schema: Option<String>,
    },
}

/// The database. Cheap to clone; every clone is the same one.
#[derive(Debug, Clone)]
pub struct Db {
    read: DatabaseConnection,
    write: Write,
    clock: Clock,
    instants: Arc<Instants>,
    randomness: Randomness,
    keys: Keys,
}

#[derive(Debug, Clone)]
enum Write {
    Lane(Arc<Lane>),
    Server,
}

/// A transaction that was begun on either engine.
pub(crate) enum Begun {
    Sqlite(Slot),
    Postgres(DatabaseTransaction),
}

impl Db {
    /// Opens the database; an SQLite file is made when missing. The schema is not touched: see [`migrate`](crate::migrate).
    ///
    /// # Errors
    /// When it cannot be reached.
    pub async fn open(settings: &Settings, clock: Clock, randomness: Randomness, keys: Keys) -> Result<Self> {
        let (read, write) = match settings {
            Settings::File(path) => open_file(path).await?,
            Settings::Server { url, schema } => (open_server(url, schema.as_deref()).await?, Write::Server),
        };
        Ok(Self { read, write, clock, instants: Arc::default(), randomness, keys })
    }

    /// Which engine it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.write {
            Write::Lane(_) => Engine::Sqlite,
            Write::Server => Engine::Postgres,
        }
    }

    /// The clock that was passed in.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The same database as somebody sees it by another clock: for an example whose history lies in the past.
    #[must_use]
    pub fn as_of(&self, clock: Clock) -> Self {
        Self { clock, ..self.clone() }
    }

    /// The source of chance that was passed in.
    #[must_use]
    pub fn randomness(&self) -> &Randomness {
        &self.randomness
    }

    /// The keys that do not lie in it.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// A new id.
    #[must_use]
    pub fn new_id(&self) -> Id {
        Id::new(&self.clock, &self.randomness)
    }

    /// Begins a change.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn change(&self, actor: Actor) -> Result<Change> {
        Change::begin(self, actor).await
    }

    /// The instant of a change that is begun now.
    pub(crate) fn next_instant(&self) -> Timestamp {
        self.instants.next(self.clock.now())
    }

    pub(crate) async fn begin(&self) -> Result<Begun> {
        match &self.write {
            Write::Lane(lane) => Ok(Begun::Sqlite(lane.enter().await?)),
            Write::Server => Ok(Begun::Postgres(self.read.begin().await?)),
        }
    }

    /// The connection for the migrator and for backups.
    pub(crate) fn connection(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Closes every connection; an SQLite file is left whole in one piece.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn close(self) -> Result<()> {
        if let Write::Lane(lane) = &self.write {
            lane.close().await?;
        }
        Ok(self.read.close().await?)
    }
}

impl Queries for Db {
    async fn rows(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Row>> {
        ask(&self.read, sql, values).await
    }
}

/// A view of the database that stands still.
pub(crate) async fn moment(db: &Db) -> Result<DatabaseTransaction> {
    let isolation = (db.engine() == Engine::Postgres).then_some(IsolationLevel::RepeatableRead);
    Ok(db.connection().begin_with_config(isolation, None).await?)
}

async fn open_file(path: &Path) -> Result<(DatabaseConnection, Write)> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| DbError::Engine(sea_orm::DbErr::Custom(error.to_string())))?;
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .pragma("secure_delete", "on")
        .pragma("cache_size", "-8000")
        .optimize_on_close(true, None);
    let writer = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
    let writer = writer.test_before_acquire(false).connect_with(options.clone()).await?;
    let readers = SqlitePoolOptions::new().max_connections(4).test_before_acquire(false);
    let readers = readers.connect_with(options).await?;
    let lane = Lane::new(SqlxSqliteConnector::from_sqlx_sqlite_pool(writer));
    Ok((SqlxSqliteConnector::from_sqlx_sqlite_pool(readers), Write::Lane(lane)))
}

/// Whether the address itself says how the connection is protected.
fn says_how_it_is_protected(url: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    query.split('&').any(|part| part.starts_with("sslmode=") || part.starts_with("ssl-mode="))
}

/// Whether a server stands on this very machine: its name or address of the loopback, or the folder of its socket.
fn is_on_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let loopback = bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    loopback || bare == "localhost" || bare.starts_with('/')
}

async fn open_server(url: &str, schema: Option<&str>) -> Result<DatabaseConnection> {
    let mut options = PgConnectOptions::from_str(url)?.application_name("tryggbas");
    if !says_how_it_is_protected(url) && !is_on_this_machine(options.get_host()) {
        options = options.ssl_mode(PgSslMode::VerifyFull);
    }
    if let Some(schema) = schema {
        options = options.options([("search_path", schema)]);
    }
    let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(10));
    Ok(SqlxPostgresConnector::from_sqlx_postgres_pool(pool.connect_with(options).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_elsewhere_must_prove_who_it_is_unless_the_address_says_otherwise() {
        for here in ["localhost", "127.0.0.1", "::1", "[::1]", "/run/postgresql"] {
            assert!(is_on_this_machine(here), "{here}");
        }
        for elsewhere in ["db", "10.0.0.5", "localhost.example.se", "database.exempel.se"] {
            assert!(!is_on_this_machine(elsewhere), "{elsewhere}");
        }
        assert!(says_how_it_is_protected("postgres://u@db/t?a=b&sslmode=disable"));
        assert!(!says_how_it_is_protected("postgres://sslmode=disable@db/t?sslrootcert=/ca.pem"));
    }
}
