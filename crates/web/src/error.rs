//! Everything a handler can fail with, and its one conversion to an answer.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::{FormErrors, Problem};
use db::DbError;

/// Result of a handler.
pub type Result<T> = std::result::Result<T, Error>;

/// What a handler can fail with.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something the person can do something about.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// The database.
    #[error(transparent)]
    Db(DbError),
    /// A fault of ours.
    #[error("{0}")]
    Internal(String),
}

/// What the outermost layer needs to turn a failure into a page or JSON and one log line.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    pub(crate) code: &'static str,
    /// For the log only; `None` for what was to be expected.
    pub(crate) cause: Option<String>,
    /// After how many seconds it may be tried again.
    pub(crate) retry_after: Option<u64>,
}

impl Failure {
    pub(crate) fn expected(code: &'static str) -> Self {
        Self { code, cause: None, retry_after: None }
    }
}

impl Error {
    fn status(&self) -> StatusCode {
        let Self::Problem(problem) = self else { return StatusCode::INTERNAL_SERVER_ERROR };
        match problem {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::NotAllowed | Problem::ForeignOrigin => StatusCode::FORBIDDEN,
            Problem::NotSignedIn => StatusCode::UNAUTHORIZED,
            Problem::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::Conflict | Problem::Refused(_) => StatusCode::CONFLICT,
            Problem::LinkSpent => StatusCode::GONE,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::Malformed => StatusCode::BAD_REQUEST,
            Problem::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        }
    }

    fn failure(&self) -> Failure {
        match self {
            Self::Problem(problem) => {
                let retry_after = if let Problem::TooMany(seconds) = problem { Some(*seconds) } else { None };
                Failure { retry_after, ..Failure::expected(problem.code()) }
            }
            Self::Db(error) => Failure { cause: Some(error.to_string()), ..Failure::expected("internal") },
            Self::Internal(cause) => Failure { cause: Some(cause.clone()), ..Failure::expected("internal") },
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self.failure());
        response
    }
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Problem(problem) => Self::Problem(problem),
            error => Self::Db(error),
        }
    }
}

impl From<FormErrors> for Error {
    fn from(errors: FormErrors) -> Self {
        Self::Problem(Problem::Invalid(errors))
    }
}

impl From<minijinja::Error> for Error {
    fn from(error: minijinja::Error) -> Self {
        Self::Internal(format!("template: {error:#}"))
    }
}
