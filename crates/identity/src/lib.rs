//! Who there is and what each may do: bodies and units, people, roles, and the [`Viewer`] through whom everything is looked up.
//! Types and queries; no screens.

mod assignment;
mod errand;
mod function;
mod person;
mod reach;
mod rights;
mod role;
mod unit;
mod viewer;

pub use assignment::Assignment;
pub use errand::{Errand, Purpose};
pub use function::Function;
pub use person::{NewPerson, Person};
pub use reach::Reach;
pub use rights::RIGHTS;
pub use role::{HeldRole, Role, Verb};
pub use unit::{Additions, Answering, Answers, NewUnit, Registered, Unit, UnitFilter, UnitKind, UnitOption};
pub use viewer::Viewer;

#[cfg(test)]
mod tests;
