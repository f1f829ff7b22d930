//! The status report: figures that compile themselves, text written beside them, frozen and published.
//!
//! [`compile`] puts a plan's year together from what bodies have reported; [`status_report`] is what is written beside it and the
//! life of its editions; [`editions`] are the forms it is read in. [`outside`] are series that somebody else keeps, [`source`] where an
//! indicator takes its figures from.

mod addresses;
pub mod compile;
pub mod compiled;
pub mod editions;
mod excerpts;
mod offers;
pub mod outside;
mod own_assessment;
mod pages;
pub mod snapshot;
pub mod source;
pub mod status_report;
pub mod template;

#[cfg(test)]
mod tests;

pub use pages::MODULE;
pub use status_report::StatusReport;
