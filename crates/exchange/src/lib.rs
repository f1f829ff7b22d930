//! The contracts that domains offer one another: what waits for me, what a search finds, what a thing is called, what
//! belongs to a unit, who owes what and what need not be asked, which days to keep in mind, what there is about a thing. Values and
//! function types only.

mod dates;
mod errand;
mod expected;
mod holding;
mod known;
mod names;
mod related;
mod search;
mod work;

pub use dates::{DateSource, Dated};
pub use errand::{ErrandSource, LinkPurpose};
pub use expected::{ExpectationsOf, Expected, ExpectedItem, ExpectedSource, NotAsked, RoundSubject, SubjectSource};
pub use holding::HoldingSource;
pub use known::{Known, KnownSource};
pub use names::{NameSource, Named};
pub use related::{About, Linked, Related, RelatedSource};
pub use search::{Hit, SearchSource};
pub use work::{Message, Work, WorkSource};

use std::pin::Pin;

/// A future that borrows what it was called with.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = db::Result<T>> + Send + 'a>>;
