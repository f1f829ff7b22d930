//! What need not be asked, since it is known from elsewhere: nobody types the same figure twice.

use base::Id;
use db::Db;
use identity::Viewer;

use crate::{Answer, Message};

/// A figure that somebody else than the ones who are asked provides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The series it belongs to, as in [`forms::Field::series`].
    pub series: String,
    /// Where it comes from.
    pub from: Message,
}

/// A domain's answer to what is known about a thing of that kind without asking.
pub type KnownSource = for<'a> fn(&'a Db, &'a Viewer, &'a str, &'a Id) -> Answer<'a, Vec<Known>>;
