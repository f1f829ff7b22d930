//! Indicators: values, what they come to over several bodies, and their course over the years.
//!
//! Values in, values out. Shares are added as their two numbers, rates as cases and populations, means by how many each is of,
//! states are counted; values of different kinds never come to anything. A [`Series`] knows where its years cannot be compared, and
//! holds them against one another only over the bodies that answered in both ([`Comparison`]).

mod change;
mod comparison;
mod series;
mod value;

pub use change::{Change, Course, Shift};
pub use comparison::{Comparison, Given};
pub use series::{Break, Breakdown, Category, Level, Point, Series};
pub use value::{Direction, Kind, Mixed, Value, total};

/// Totals of people below this are not shown: somebody could be recognised.
pub const FEWEST: u64 = 5;
