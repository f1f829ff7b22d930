//! Days to keep in mind, from any domain.

use db::Db;
use identity::Viewer;
use jiff::civil::Date;
use serde::Serialize;

use crate::{Answer, Message};

/// Something that happens on a day, or lasts for some.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// What.
    pub what: Message,
    /// Where one reads about it.
    pub href: String,
    /// The first day.
    pub from: Date,
    /// The last day; the same for what takes one.
    pub to: Date,
}

impl Dated {
    /// Something on one day.
    #[must_use]
    pub fn on(day: Date, what: Message, href: impl Into<String>) -> Self {
        Self { what, href: href.into(), from: day, to: day }
    }

    /// Whether any of its days lies between two days, both included.
    #[must_use]
    pub fn is_within(&self, from: Date, to: Date) -> bool {
        self.from <= to && self.to >= from
    }
}

/// A domain's answer to which days from the one to the other concern the viewer.
pub type DateSource = for<'a> fn(&'a Db, &'a Viewer, Date, Date) -> Answer<'a, Vec<Dated>>;
