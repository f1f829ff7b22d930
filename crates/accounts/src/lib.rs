//! Accounts and organisation: who signs in, what waits for them, what they find, and the units they belong to.

mod accessibility;
pub mod audit;
mod founding;
mod names;
pub mod organisation_import;
mod pages;
mod search;
mod sign_in;
mod standing;
mod unit_list;

pub use founding::operator;
pub use pages::MODULE;
pub use sign_in::{LINK_MINUTES, sign_in_link};

#[cfg(test)]
mod tests;
