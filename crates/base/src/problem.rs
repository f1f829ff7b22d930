//! What can be expected to go wrong. A kind with a stable code; its sentence is a translation.

use crate::FormErrors;

/// An expected obstacle: the person can do something about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// There is nothing here, or nothing this person may see.
    #[error("not found")]
    NotFound,
    /// The person is known but may not do this.
    #[error("not allowed")]
    NotAllowed,
    /// Nobody is signed in.
    #[error("not signed in")]
    NotSignedIn,
    /// Fields are wrong.
    #[error("invalid form")]
    Invalid(FormErrors),
    /// Somebody else saved first. Nothing was overwritten.
    #[error("changed by somebody else meanwhile")]
    Conflict,
    /// The state does not allow it, for example adopting an adopted version; the code names the rule.
    #[error("not possible now: {0}")]
    Refused(&'static str),
    /// A one-time link that was used, replaced or has expired.
    #[error("link spent")]
    LinkSpent,
    /// What was sent is larger than what is taken.
    #[error("too large")]
    TooLarge,
    /// What was sent cannot be understood as a request.
    #[error("malformed request")]
    Malformed,
    /// Too much was sent, or tried, in a short time; so many seconds to wait.
    #[error("too many: wait {0} s")]
    TooMany(u64),
    /// The request did not come from our own pages.
    #[error("foreign origin")]
    ForeignOrigin,
}

impl Problem {
    /// The stable code: key of the sentence, field of the JSON answer and of the log line.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::NotAllowed => "not-allowed",
            Self::NotSignedIn => "not-signed-in",
            Self::Invalid(_) => "invalid",
            Self::Conflict => "conflict",
            Self::Refused(rule) => rule,
            Self::LinkSpent => "link-spent",
            Self::TooLarge => "too-large",
            Self::Malformed => "malformed",
            Self::TooMany(_) => "too-many",
            Self::ForeignOrigin => "foreign-origin",
        }
    }
}

impl From<FormErrors> for Problem {
    fn from(errors: FormErrors) -> Self {
        Self::Invalid(errors)
    }
}
