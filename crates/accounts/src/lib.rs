//! Accounts and organisation: who signs in and how, what waits for them, what they find, and the units they belong to.

mod accessibility;
mod attempts;
mod ceremony;
pub mod credentials;
mod founding;
mod known_browser;
pub mod organisation_import;
mod pages;
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
