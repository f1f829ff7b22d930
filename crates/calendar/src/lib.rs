//! The year wheel: when an organisation reports, reviews and decides, as its own data, and the days of all domains in a calendar.
//!
//! [`Occasion`] is something that comes back, [`suggestion`] a set to begin with, [`feed`] the address at which somebody's own days are
//! read by their calendar.

pub mod feed;
mod ical;
pub mod occasion;
mod offers;
mod pages;
pub mod suggestion;

#[cfg(test)]
mod tests;

pub use occasion::Occasion;
pub use pages::MODULE;
