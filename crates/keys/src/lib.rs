//! Keys that never lie in the database: what is sealed with them is worth nothing to whoever has the database alone.
//!
//! An installation has one or more master keys, the first of which is in use; the others still open what they sealed. Every
//! sealed text has a key of its own, and the master key only wraps that one, so that a new master key means to wrap short
//! keys anew and not to read every text ([`Keys::rewrap`]). A sealed text belongs to its [`Place`]: moved to another row it
//! cannot be opened.

mod keys;
mod seal;
mod sign;

pub use keys::{Coder, KeyError, Keys};
pub use seal::{OpenError, Place};
pub use sign::{PUBLIC_KEY, SIGNATURE, is_signed};

#[cfg(test)]
mod tests;
