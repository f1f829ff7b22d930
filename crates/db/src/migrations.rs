//! The schema's history: SQL files, run in order, each once.

use sea_orm::{ConnectionTrait, TransactionTrait};

use crate::queries::{ask, tell};
use crate::{Db, DbError, Engine, Result, audit, master, values};

/// One step of the schema.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Its number and name, as the file is called.
    pub name: &'static str,
    /// The statements, the same text for both engines.
    pub sql: &'static str,
}

impl Migration {
    /// Whether the step makes this table.
    pub(crate) fn makes(&self, table: &str) -> bool {
        self.sql.contains(&format!("CREATE TABLE {table} ("))
    }
}

macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        &[$(Migration { name: $name, sql: include_str!(concat!("../../../migrations/", $name, ".sql")) }),*]
    };
}

/// All steps in order. A released step is never edited: add another.
pub const MIGRATIONS: &[Migration] = migrations![
    "0001_organisation",
    "0002_plans",
    "0003_imports",
    "0004_organisation_imports",
    "0005_goals",
    "0006_version_bodies",
    "0007_audit_chain",
    "0008_credentials",
    "0009_people",
    "0010_federation",
    "0011_mail_and_links",
    "0012_rounds",
    "0013_calendar",
    "0014_status_reports",
    "0015_reminders",
    "0016_indicator_sources",
    "0017_form_reach",
];

/// The key of the lock that keeps two processes from migrating one server at once (any constant number).
const LOCK: i64 = 7_278_201;

/// Brings the schema up to date and tells which steps were taken.
///
/// # Errors
/// When a step fails (then that step leaves nothing behind), when the database has steps this program does not know, or when the
/// keys are not those of this database.
pub async fn migrate(db: &Db) -> Result<Vec<&'static str>> {
    let transaction = match db.begin().await? {
        crate::open::Begun::Postgres(transaction) => transaction,
        crate::open::Begun::Sqlite(slot) => {
            let taken = run(slot.connection()?, Engine::Sqlite).await?;
            settle(db, slot.connection()?, &taken).await?;
            slot.commit().await?;
            return Ok(taken);
        }
    };
    tell(&transaction, "SELECT pg_advisory_xact_lock($1)", values![LOCK]).await?;
    let taken = run(&transaction, Engine::Postgres).await?;
    settle(db, &transaction, &taken).await?;
    transaction.commit().await?;
    Ok(taken)
}

/// The step that made the audit log a chain.
const CHAIN: &str = "0007_audit_chain";

/// Begins the chain of the audit log with its step, and makes sure that the keys are those of this database.
async fn settle(db: &Db, connection: &impl ConnectionTrait, taken: &[&str]) -> Result<()> {
    master::check(connection, db.keys()).await?;
    // Never at any other time: whoever removed the chain's end would have it made anew.
    if taken.contains(&CHAIN) {
        audit::begin(connection, db.keys()).await?;
    }
    master::remember(connection, db.keys(), db.clock().now()).await
}

/// Brings an empty database to the steps of an older program, in the transaction in which its rows are restored.
pub(crate) async fn migrate_to(connection: &impl ConnectionTrait, engine: Engine, steps: &[String]) -> Result<()> {
    run_only(connection, engine, &|name| steps.iter().any(|step| step == name)).await.map(drop)
}

/// Steps that are still to be taken.
///
/// # Errors
/// When the database cannot be reached or has steps this program does not know.
pub async fn pending(db: &Db) -> Result<Vec<&'static str>> {
    let transaction = db.connection().begin().await?;
    let taken = taken(&transaction).await?;
    transaction.rollback().await?;
    Ok(MIGRATIONS.iter().map(|step| step.name).filter(|name| !taken.iter().any(|other| other == name)).collect())
}

async fn run(connection: &impl ConnectionTrait, engine: Engine) -> Result<Vec<&'static str>> {
    run_only(connection, engine, &|_| true).await
}

async fn run_only(
    connection: &impl ConnectionTrait,
    engine: Engine,
    wanted: &(dyn Fn(&str) -> bool + Sync),
) -> Result<Vec<&'static str>> {
    let known = taken(connection).await?;
    let mut done = Vec::new();
    for step in MIGRATIONS.iter().filter(|step| wanted(step.name) && !known.iter().any(|name| name == step.name)) {
        connection.execute_unprepared(step.sql).await?;
        tell(
            connection,
            "INSERT INTO schema_step (name, engine) VALUES ($1, $2)",
            values![step.name, format!("{engine:?}")],
        )
        .await?;
        done.push(step.name);
    }
    Ok(done)
}

/// Steps the database has taken.
pub(crate) async fn taken(connection: &impl ConnectionTrait) -> Result<Vec<String>> {
    let make = "CREATE TABLE IF NOT EXISTS schema_step (name TEXT NOT NULL PRIMARY KEY, engine TEXT NOT NULL)";
    connection.execute_unprepared(make).await?;
    let rows = ask(connection, "SELECT name FROM schema_step ORDER BY name", values![]).await?;
    let names: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
    match names.iter().find(|name| !MIGRATIONS.iter().any(|step| step.name == **name)) {
        Some(unknown) => Err(DbError::Schema(format!("{unknown} is unknown to this program: run a newer one"))),
        None => Ok(names),
    }
}
