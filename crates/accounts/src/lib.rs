//! Accounts and organisation: who signs in and how, what waits for them, what they find, the units they belong to and the roles
//! they hold there.

mod accessibility;
mod attempts;
pub mod audit;
mod ceremony;
pub mod credentials;
mod delegation;
mod founding;
mod handover;
mod invitation;
mod known_browser;
mod mapped_roles;
mod names;
pub mod organisation_import;
mod outbox;
mod outside_identity;
mod pages;
pub mod password_reset;
mod people;
pub mod scim;
mod search;
pub mod sign_in;
mod standing;
mod unit_list;

pub use attempts::FORGOTTEN_HOURS as ATTEMPTS_HOURS;
pub use founding::operator;
pub use pages::MODULE;
pub use sign_in::{LINK_MINUTES, sign_in_link};

#[cfg(test)]
mod tests;
