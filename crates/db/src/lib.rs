//! One database, two engines: an SQLite file by default, PostgreSQL by address.
//!
//! - Reads go through [`Queries`], the same for [`Db`] and for a running [`Change`].
//! - Writes go through a [`Change`]: a transaction that ends with its audit event. Nothing writes outside one.
//! - One SQL text serves both engines: `$1` placeholders, ids and dates as text, instants as microseconds UTC, numbers as BIGINT.

pub mod audit;
pub mod backup;
mod change;
mod check;
mod error;
mod event;
mod instants;
mod lane;
mod master;
mod migrations;
mod open;
mod page;
mod queries;
mod retention;
mod rotation;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use change::{Actor, Change};
pub use check::check;
pub use error::DbError;
pub use event::Event;
pub use master::missing_keys;
pub use migrations::{MIGRATIONS, Migration, migrate, pending};
pub use open::{Db, Engine, Settings};
pub use page::{PageRequest, Paged};
pub use queries::{Queries, Row, instant};
pub use retention::{Removes, Retention};
pub use rotation::{Rotation, SEALED, SealedColumn, rotate};
pub use sea_orm;
pub use sea_orm::{FromQueryResult, Value};

/// Result of everything that touches the database.
pub type Result<T> = std::result::Result<T, DbError>;

/// Values for the placeholders of a statement, each turned into what the database stores.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}

#[cfg(test)]
mod tests;
