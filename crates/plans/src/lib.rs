//! Plans: from the plan a municipality has today to a plan people can use.
//!
//! [`content`] is what a plan says, [`plan`] its life, [`version`] what is written and what was adopted, [`import`] how a
//! plan that lives elsewhere is understood, [`editions`] the forms it is read in.

pub mod actors;
mod check;
pub mod compare;
pub mod content;
pub mod draft;
pub mod editions;
pub mod expectation;
mod expected;
pub mod import;
mod offers;
mod pages;
pub mod plan;
pub mod promise;
pub mod version;
mod words;
pub mod workbook;

#[cfg(test)]
mod tests;

pub use check::check;
pub use expected::{assessment_scale, owners_item};
pub use pages::MODULE;
pub use plan::{Plan, PlanKind, PlanState};
