//! Engine: a letter of a few lines is handed to a mail server. Values in, values out: what the letter says, whom it is for and
//! what becomes of it when the server refuses is decided elsewhere.

mod letter;
mod server;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use letter::{Letter, Mailbox};
pub use server::{Encryption, Server, ServerAddress, Undelivered};

#[cfg(test)]
mod tests;
