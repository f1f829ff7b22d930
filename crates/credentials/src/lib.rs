//! How people prove who they are, as values: passwords, one-time codes, recovery codes and passkeys. Knows no person, no page and no database.

mod hashing;
mod passkey;
mod password;
mod qr;
mod recovery;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod totp;

pub use hashing::{Hashing, PASSWORD_MIB};
pub use passkey::{Begun, PasskeyError, Passkeys, Used};
pub use password::{LEAST, MOST, PasswordFault, check_password};
pub use qr::Qr;
pub use recovery::RecoveryCode;
pub use totp::{DIGITS, STEP, Secret};

#[cfg(test)]
mod tests;
