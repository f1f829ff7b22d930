//! Collection rounds: somebody expects something from somebody by a date. Independent of what it is about.
//!
//! [`round`] is who owes what by when, [`report`] what was handed in and how it was reviewed. What a round can be opened about,
//! the domains offer through `exchange::ExpectedSource`.

pub mod feed;
pub mod form;
mod offers;
mod own_work;
mod pages;
pub mod report;
pub mod round;
pub mod subject;

pub use form::OwnForm;
pub use pages::MODULE;
pub use report::{Report, ReportState, Seen};
pub use round::reminder::remind;
pub use round::{Deadlines, Phase, Round};

#[cfg(test)]
mod tests;
