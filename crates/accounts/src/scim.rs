//! SCIM 2.0 (RFC 7643, RFC 7644): another system, such as the directory of a municipality, keeps the accounts of its people here.

mod account;
mod details;
mod filter;
mod keeping;
mod token;

use db::DbError;

pub(crate) use account::Account;
pub(crate) use details::Details;
pub(crate) use filter::Filter;
pub(crate) use keeping::{add, deactivate, save};
pub(crate) use token::Client;
pub use token::{Made, Token};

/// What is answered with an error.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// No token, or none that is good.
    #[error("no token")]
    NoToken,
    /// There is no such user, or none that the token may see.
    #[error("not found")]
    NotFound,
    /// The filter is none that is understood.
    #[error("filter")]
    Filter,
    /// The request is not SCIM.
    #[error("syntax")]
    Syntax,
    /// A value cannot be what it should be, or a needed one is missing.
    #[error("value")]
    Value,
    /// What cannot be changed by this token.
    #[error("mutability")]
    Mutability,
    /// The name, address or external id is somebody's.
    #[error("taken")]
    Taken,
    /// The database.
    #[error(transparent)]
    Db(DbError),
}

impl From<DbError> for Fault {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Taken(_) => Self::Taken,
            other => Self::Db(other),
        }
    }
}
