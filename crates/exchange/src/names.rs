//! What a thing of any domain is called, and where it is read.

use base::Id;
use db::Db;
use identity::Viewer;
use serde::Serialize;

use crate::Answer;

/// A thing by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// What it is called.
    pub text: String,
    /// Where it is read, where there is a page.
    pub href: Option<String>,
}

/// A domain's answer to what a thing of this kind is called: nothing for kinds of other domains, for what is gone, and for what
/// the viewer may not see.
pub type NameSource = for<'a> fn(&'a Db, &'a Viewer, &'a str, &'a Id) -> Answer<'a, Option<Named>>;
