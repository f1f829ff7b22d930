//! The contracts that domains offer one another: what waits for me, what a search finds, what a thing is called, what
//! belongs to a unit, who owes what, which days to keep in mind. Values and function types only.

mod dates;
mod errand;
mod expected;
mod holding;
mod names;
mod search;
mod work;

pub use dates::{DateSource, Dated};
pub use errand::{ErrandSource, LinkPurpose};
pub use expected::{ExpectationsOf, Expected, ExpectedItem, ExpectedSource, RoundSubject, SubjectSource};
pub use holding::HoldingSource;
pub use names::{NameSource, Named};
pub use search::{Hit, SearchSource};
pub use work::{Message, Work, WorkSource};

use std::pin::Pin;

/// A future that borrows what it was called with.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = db::Result<T>> + Send + 'a>>;
