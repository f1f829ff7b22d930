//! Swedish: order, dates, numbers and folding for search.

mod collation;
mod dates;
mod fold;
mod numbers;

pub use collation::sort_key;
pub use dates::{long_date, long_time};
pub use fold::fold;
pub use numbers::{decimal, whole};
