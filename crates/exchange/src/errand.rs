//! What a link for somebody without an account can be for.

use db::Db;
use identity::{Errand, Purpose};

use crate::{Answer, Named};

/// A domain's answer to what an errand is about and where it is done; nothing when that is over.
pub type ErrandSource = for<'a> fn(&'a Db, &'a Errand) -> Answer<'a, Option<Named>>;

/// A purpose with what is said of it.
#[derive(Clone, Copy)]
pub struct LinkPurpose {
    /// The purpose. Its sentence is the translation `answer-link-purpose-` and its name.
    pub purpose: Purpose,
    /// What an errand is about and where it is done.
    pub about: ErrandSource,
}
