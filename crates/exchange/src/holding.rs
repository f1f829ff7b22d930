//! What there is for a unit: for whoever takes over there.

use base::Id;
use db::Db;
use identity::Viewer;

use crate::{Answer, Hit};

/// A domain's answer to what belongs to a unit, as the viewer sees it.
pub type HoldingSource = for<'a> fn(&'a Db, &'a Viewer, &'a Id) -> Answer<'a, Vec<Hit>>;
