//! Finding things of any domain.

use db::Db;
use identity::Viewer;
use serde::Serialize;

use crate::Answer;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Key of the translation that names the kind of thing.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// What it says or where it belongs.
    pub text: String,
    /// Where it is read.
    pub href: String,
}

/// A domain's answer to a search, the best first, a handful at most.
pub type SearchSource = for<'a> fn(&'a Db, &'a Viewer, &'a str) -> Answer<'a, Vec<Hit>>;
