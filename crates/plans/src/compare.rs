//! What differs between two versions of a plan: what was added, removed, changed and moved.

mod describe;
mod words;

use std::collections::BTreeMap;

use base::Id;
use serde::Serialize;

use crate::content::Content;

pub use words::{Part, PartKind, parts};

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What happened.
    pub kind: DifferenceKind,
    /// What it happened to.
    pub subject: SubjectKind,
    /// The thing.
    pub id: Id,
    /// Its number, where it has one.
    pub number: String,
    /// Its wording, as it is now or was last.
    pub text: String,
    /// The fields that changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChange>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says something else.
    Changed,
    /// It stands somewhere else.
    Moved,
}

/// What something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// The plan itself.
    Plan,
    /// A text before the goals.
    Section,
    /// A body's role.
    Body,
    /// A goal.
    Goal,
    /// What must be in place.
    Precondition,
    /// A development area.
    DevelopmentArea,
    /// A measure.
    Measure,
    /// An action.
    Action,
    /// An indicator.
    Indicator,
}

/// One field before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The field's name, part of a translation key.
    pub field: &'static str,
    /// What it said.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// A thing of a plan reduced to what is compared.
struct Thing {
    subject: SubjectKind,
    number: String,
    text: String,
    /// The thing it stands under.
    place: Option<Id>,
    fields: Vec<(&'static str, String)>,
}

/// The differences from one content to another: first what concerns the plan, then in the order of the new one, removals last.
#[must_use]
pub fn compare(before: &Content, after: &Content) -> Vec<Difference> {
    let (old, new) = (things(before), things(after));
    let known: BTreeMap<&Id, &Thing> = old.iter().map(|(id, thing)| (id, thing)).collect();
    let mut differences = Vec::new();
    for (id, thing) in &new {
        match known.get(id) {
            None => differences.push(difference(DifferenceKind::Added, id, thing, Vec::new())),
            Some(old_thing) => differences.extend(changes(id, old_thing, thing, &old, &new)),
        }
    }
    let stays: BTreeMap<&Id, ()> = new.iter().map(|(id, _)| (id, ())).collect();
    let gone = old.iter().filter(|(id, _)| !stays.contains_key(id));
    differences.extend(gone.map(|(id, thing)| difference(DifferenceKind::Removed, id, thing, Vec::new())));
    differences
}

fn things(content: &Content) -> Vec<(Id, Thing)> {
    let mut things = Vec::new();
    describe::content(content, &mut things);
    things
}

fn changes(id: &Id, old: &Thing, new: &Thing, before: &[(Id, Thing)], after: &[(Id, Thing)]) -> Vec<Difference> {
    let mut found = Vec::new();
    let fields: Vec<FieldChange> = (old.fields.iter().zip(&new.fields))
        .filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| FieldChange { field, before: before.clone(), after: after.clone() })
        .collect();
    if !fields.is_empty() {
        found.push(difference(DifferenceKind::Changed, id, new, fields));
    }
    if has_moved(id, old, new, before, after) {
        found.push(difference(DifferenceKind::Moved, id, new, Vec::new()));
    }
    found
}

/// Something has moved when it stands under something else, or when it follows another of those that stood there before
/// and stand there still: an addition or removal beside it does not move it.
fn has_moved(id: &Id, old: &Thing, new: &Thing, before: &[(Id, Thing)], after: &[(Id, Thing)]) -> bool {
    if old.place != new.place {
        return true;
    }
    let order = |list: &[(Id, Thing)], other: &[(Id, Thing)]| -> Vec<Id> {
        let siblings = list.iter().filter(|(_, thing)| thing.subject == new.subject && thing.place == new.place);
        let stays = |id: &Id| other.iter().any(|(o, thing)| o == id && thing.place == new.place);
        siblings.map(|(id, _)| id.clone()).filter(stays).collect()
    };
    let (was, is) = (order(before, after), order(after, before));
    let kept = longest_kept(&was, &is);
    !kept.contains(id)
}

/// The longest run of things, not necessarily side by side, that kept their order.
fn longest_kept(was: &[Id], is: &[Id]) -> Vec<Id> {
    let rank: BTreeMap<&Id, usize> = was.iter().enumerate().map(|(rank, id)| (id, rank)).collect();
    let ranks: Vec<usize> = is.iter().filter_map(|id| rank.get(id).copied()).collect();
    let mut best: Vec<Vec<usize>> = Vec::new();
    for &rank in &ranks {
        let before = best.iter().filter(|run| run.last() < Some(&rank)).max_by_key(|run| run.len());
        let mut run = before.cloned().unwrap_or_default();
        run.push(rank);
        best.push(run);
    }
    let longest = best.into_iter().max_by_key(Vec::len).unwrap_or_default();
    longest.into_iter().filter_map(|rank| was.get(rank).cloned()).collect()
}

fn difference(kind: DifferenceKind, id: &Id, thing: &Thing, fields: Vec<FieldChange>) -> Difference {
    Difference {
        kind,
        subject: thing.subject,
        id: id.clone(),
        number: thing.number.clone(),
        text: thing.text.clone(),
        fields,
    }
}
