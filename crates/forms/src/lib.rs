//! Forms: what is asked, in which order, under which conditions, and what was answered.
//!
//! Values in, values out. A [`Form`] is data: it can be stored, versioned and sent. What somebody types is kept as it was
//! typed ([`Typed`]), so that a draft loses nothing; [`Form::read`] finds what it means and what is wrong with it. The engine
//! knows neither what a form is about nor who fills it in.

mod answer;
mod change;
mod check;
mod fault;
mod form;
mod number;
mod paste;
mod read;
mod rule;
mod typed;

pub use answer::{Answer, Answers, Figure};
pub use change::Removed;
pub use check::{Flaw, FlawKind};
pub use fault::{Fault, FaultKind};
pub use form::{Breakdown, Field, Form, Kind, Label, Need, Part, When, Words};
pub use number::{float, number};
pub use paste::{Grid, Pasted};
pub use read::Reading;
pub use rule::{Check, Rule};
pub use typed::{Input, InputKind, Typed};

#[cfg(test)]
mod tests;
