//! What reading and writing can fail with.

use sea_orm::{DbErr, SqlErr};

/// Why reading or writing failed: the person can do something about a [`Problem`](base::Problem), the rest is ours.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// Not the database's but the domain's no, found while a change was running.
    #[error(transparent)]
    Problem(#[from] base::Problem),
    /// The same is there already (unique constraint).
    #[error("taken: {0}")]
    Taken(String),
    /// It points at something that is not there, or something points at it (foreign key).
    #[error("broken reference: {0}")]
    Reference(String),
    /// A row that must exist is missing.
    #[error("no row")]
    NoRow,
    /// A stored text cannot be read as what it should be.
    #[error("stored value: {0}")]
    Stored(String),
    /// The schema of the database is not the one this program knows.
    #[error("schema: {0}")]
    Schema(String),
    /// A master key that something in the database was sealed with is not among ours.
    #[error("the keys are not those of this database: the key named {0} is missing in the key file")]
    KeyMissing(String),
    /// Everything else: connection, disk, statement.
    #[error(transparent)]
    Engine(DbErr),
}

impl From<DbErr> for DbError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(what)) => Self::Taken(what),
            Some(SqlErr::ForeignKeyConstraintViolation(what)) => Self::Reference(what),
            _ => Self::Engine(error),
        }
    }
}

impl From<sea_orm::sqlx::Error> for DbError {
    fn from(error: sea_orm::sqlx::Error) -> Self {
        Self::Engine(DbErr::Conn(sea_orm::RuntimeErr::SqlxError(error.into())))
    }
}

impl From<serde_json::Error> for DbError {
    fn from(error: serde_json::Error) -> Self {
        Self::Stored(error.to_string())
    }
}
