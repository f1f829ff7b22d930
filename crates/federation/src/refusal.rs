//! Why a provider's answer does not count. The code goes into the log and into translation keys; what the provider said does not.

use openidconnect::core::CoreErrorResponseType;
use openidconnect::{
    ClaimsVerificationError, DiscoveryError, RequestTokenError, SignatureVerificationError, StandardErrorResponse,
};

use crate::outbound::Failure;

/// Why a provider's answer does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The provider does not answer, not in time, or only that it is out of order.
    #[error("provider-unreachable")]
    Unreachable,
    /// The provider answers something that is not OpenID Connect.
    #[error("provider-nonsense")]
    Nonsense,
    /// Somebody else than the provider has issued the token, or claims to be the provider.
    #[error("wrong-issuer")]
    WrongIssuer,
    /// The token is for another application.
    #[error("wrong-audience")]
    WrongAudience,
    /// The token belongs to another sign-in.
    #[error("wrong-nonce")]
    WrongNonce,
    /// No key of the provider has signed the token, or not in a manner that is taken.
    #[error("wrong-signature")]
    WrongSignature,
    /// The token is too old, or from a time that has not come.
    #[error("wrong-time")]
    WrongTime,
    /// The provider does not take the code, or does not take us for the application that asked.
    #[error("code-refused")]
    CodeRefused,
    /// A claim that the settings ask for is not there.
    #[error("claim-missing")]
    ClaimMissing,
    /// A claim that was to be a key holds a personal identity number, which is never kept.
    #[error("personal-number")]
    PersonalNumber,
}

impl Refusal {
    /// All refusals.
    pub const ALL: [Self; 10] = [
        Self::Unreachable,
        Self::Nonsense,
        Self::WrongIssuer,
        Self::WrongAudience,
        Self::WrongNonce,
        Self::WrongSignature,
        Self::WrongTime,
        Self::CodeRefused,
        Self::ClaimMissing,
        Self::PersonalNumber,
    ];

    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "provider-unreachable",
            Self::Nonsense => "provider-nonsense",
            Self::WrongIssuer => "wrong-issuer",
            Self::WrongAudience => "wrong-audience",
            Self::WrongNonce => "wrong-nonce",
            Self::WrongSignature => "wrong-signature",
            Self::WrongTime => "wrong-time",
            Self::CodeRefused => "code-refused",
            Self::ClaimMissing => "claim-missing",
            Self::PersonalNumber => "personal-number",
        }
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unreachable => Self::Unreachable,
            Failure::TooLarge | Failure::NotAllowed => Self::Nonsense,
        }
    }
}

impl From<DiscoveryError<Failure>> for Refusal {
    fn from(error: DiscoveryError<Failure>) -> Self {
        match error {
            DiscoveryError::Request(failure) => failure.into(),
            DiscoveryError::Response(status, ..) if status.is_server_error() => Self::Unreachable,
            // The one thing that is validated is that the document speaks of the issuer that was asked for.
            DiscoveryError::Validation(_) => Self::WrongIssuer,
            _ => Self::Nonsense,
        }
    }
}

/// What the token endpoint may answer.
pub(crate) type TokenError = RequestTokenError<Failure, StandardErrorResponse<CoreErrorResponseType>>;

impl From<TokenError> for Refusal {
    fn from(error: TokenError) -> Self {
        match error {
            RequestTokenError::ServerResponse(_) => Self::CodeRefused,
            RequestTokenError::Request(failure) => failure.into(),
            _ => Self::Nonsense,
        }
    }
}

impl From<ClaimsVerificationError> for Refusal {
    fn from(error: ClaimsVerificationError) -> Self {
        match error {
            ClaimsVerificationError::Expired(_) => Self::WrongTime,
            ClaimsVerificationError::InvalidAudience(_) => Self::WrongAudience,
            ClaimsVerificationError::InvalidIssuer(_) => Self::WrongIssuer,
            ClaimsVerificationError::InvalidNonce(_) => Self::WrongNonce,
            ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::Other(_) | SignatureVerificationError::AmbiguousKeyId(_),
            ) => Self::Nonsense,
            ClaimsVerificationError::SignatureVerification(_) => Self::WrongSignature,
            // The time of issue is the only thing whose verification has words of its own.
            ClaimsVerificationError::Other(_) => Self::WrongTime,
            _ => Self::Nonsense,
        }
    }
}
