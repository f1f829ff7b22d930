//! What other domains have about a thing, for its own page to lead there.

use base::Id;
use db::Db;
use identity::Viewer;
use jiff::civil::Date;

use crate::Answer;

/// A thing that others may have something about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The kind of thing: `plan`.
    pub kind: &'static str,
    /// The thing.
    pub id: &'a Id,
    /// The place in the tree of the unit that owns it.
    pub owner_path: &'a str,
}

/// What one domain has about a thing, as the viewer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Key of the heading.
    pub title: &'static str,
    /// Each of them, the latest first.
    pub things: Vec<Linked>,
    /// Key of what is said where there are none.
    pub none: &'static str,
    /// What the viewer may begin about the thing: the key of the words, and where.
    pub deed: Option<(&'static str, String)>,
}

/// Something that is read elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// What it is called.
    pub title: String,
    /// Key of how it stands. Its words may name the `day`.
    pub state: &'static str,
    /// The day that matters now.
    pub day: Option<Date>,
    /// How much of it there is, of how much.
    pub done: Option<(u64, u64)>,
    /// Where it is read.
    pub href: String,
}

/// A domain's answer to what it has about a thing; nothing about kinds that do not concern it.
pub type RelatedSource = for<'a> fn(&'a Db, &'a Viewer, About<'a>) -> Answer<'a, Option<Related>>;
