//! Who owes what: what a collection round can be opened about, and what it expects of whom.

use base::Id;
use db::Db;
use forms::Form;
use identity::Viewer;

use crate::{Answer, Known, Message};

/// A domain's things that rounds can be opened about.
#[derive(Clone, Copy)]
pub struct ExpectedSource {
    /// The kind of thing: `plan`. Its words are the translations `round-subject-` and the kind.
    pub kind: &'static str,
    /// The things that the viewer may open a round about.
    pub subjects: SubjectSource,
    /// What a thing expects of whom.
    pub expected: ExpectationsOf,
}

/// A domain's answer to what the viewer may open rounds about.
pub type SubjectSource = for<'a> fn(&'a Db, &'a Viewer) -> Answer<'a, Vec<RoundSubject>>;

/// A domain's answer to what a thing expects in the period of that year, without asking for what is known; nothing where the viewer
/// may not open a round about it.
pub type ExpectationsOf = for<'a> fn(&'a Db, &'a Viewer, &'a Id, i16, &'a [Known]) -> Answer<'a, Option<Expected>>;

/// A thing that a round can be opened about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundSubject {
    /// The thing.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// The unit that opens rounds about it.
    pub owner: Id,
    /// The unit's name.
    pub owner_name: String,
    /// The years it is about.
    pub years: (i16, i16),
}

/// What a thing expects of whom in one period.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Expected {
    /// What the thing is called.
    pub title: String,
    /// The unit that opens the round.
    pub owner: Id,
    /// What is expected, in order.
    pub items: Vec<ExpectedItem>,
    /// Names of those who are to answer and whom the register does not know.
    pub unknown: Vec<String>,
    /// What would have been asked and is known already.
    pub not_asked: Vec<NotAsked>,
}

/// A question that nobody is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAsked {
    /// What it would have been about.
    pub what: String,
    /// Where the answer comes from instead.
    pub from: Message,
}

/// One thing that is to be answered.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedItem {
    /// What is answered about: the same over periods, so that an answer finds the one before.
    pub key: Id,
    /// The kind of thing it is: `action`, `goal`. Items of one kind stand together.
    pub kind: &'static str,
    /// Its number.
    pub number: String,
    /// Its words.
    pub title: String,
    /// What it stands under, with its key: a goal.
    pub section: Option<(Id, String)>,
    /// The form to fill in.
    pub form: Form,
    /// About how many minutes it takes.
    pub minutes: u16,
    /// Where one reads about it.
    pub href: Option<String>,
    /// The units that answer, each with whether it leads.
    pub from: Vec<(Id, bool)>,
}
