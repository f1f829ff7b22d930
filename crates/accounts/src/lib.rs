//! Accounts and organisation: who signs in, what waits for them, what they find, the units they belong to and the roles they
//! hold there.

mod accessibility;
pub mod audit;
mod delegation;
mod founding;
mod handover;
mod invitation;
mod names;
pub mod organisation_import;
mod pages;
mod people;
mod search;
mod sign_in;
mod standing;
mod unit_list;

pub use founding::operator;
pub use pages::MODULE;
pub use sign_in::{LINK_MINUTES, sign_in_link};

#[cfg(test)]
mod tests;
