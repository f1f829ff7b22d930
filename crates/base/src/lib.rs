//! What everything stands on: ids, clock, randomness, periods, and what can go wrong. No input or output.

mod clock;
mod form;
mod id;
mod period;
mod problem;
mod randomness;

pub use clock::{Clock, STOCKHOLM, day_begins, in_stockholm};
pub use form::{FieldError, FormErrors};
pub use id::Id;
pub use period::{Period, PeriodError};
pub use problem::Problem;
pub use randomness::Randomness;
