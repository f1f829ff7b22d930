//! How each kind of row shows and takes its cells.

mod action;
mod expectation;
mod figure;
mod goal;
mod indicator;
mod measure;

use base::Id;
use swedish::fold;

use super::column::Column;
use super::{Outside, RowKind, UnreadKind};
use crate::content::{Content, Party};
use crate::editions::Words;

/// What a row is about.
pub(super) trait Item: Clone {
    /// The kind of row.
    const KIND: RowKind;

    /// One with nothing in it yet.
    fn new(id: Id) -> Self;

    /// Its id.
    fn id(&self) -> &Id;

    /// What the cell of a column shows of it.
    fn shown(&self, column: Column, words: Words<'_>) -> String;

    /// Takes a changed cell.
    fn take(&mut self, column: Column, text: &str, desk: &Desk<'_>) -> Result<(), UnreadKind>;

    /// Whether a new one says enough to be added.
    fn is_complete(&self, words: Words<'_>) -> bool {
        !self.shown(Column::Text, words).is_empty()
    }

    /// Counts the change.
    fn bump(&mut self);
}

/// What is at hand while cells are read: the workbook's words, and who is known.
pub(super) struct Desk<'a> {
    pub(super) words: Words<'a>,
    pub(super) outside: &'a Outside<'a>,
    parties: Vec<Party>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(content: &Content, words: Words<'a>, outside: &'a Outside<'a>) -> Self {
        let parties = content.actions().flat_map(|(_, action)| action.parties().map(|(party, _)| party.clone()));
        Self { words, outside, parties: parties.collect() }
    }

    /// Who is meant: somebody the plan has already, or whoever the register says.
    fn party(&self, name: &str) -> Party {
        let known = self.parties.iter().find(|party| fold(party.name()) == fold(name));
        known.cloned().unwrap_or_else(|| (self.outside.party)(name))
    }

    /// The choice that is called so; none for an empty cell.
    fn choice<T: Copy>(&self, group: &str, choices: &[(T, &'static str)], text: &str) -> Result<Option<T>, UnreadKind> {
        if text.is_empty() {
            return Ok(None);
        }
        let called = |name: &str| fold(&self.words.choice(group, name)) == fold(text);
        let found = choices.iter().find(|(_, name)| called(name)).map(|(choice, _)| *choice);
        found.map(Some).ok_or(UnreadKind::Choice)
    }
}

/// The text of a field that must not be empty.
fn required(text: &str) -> Result<String, UnreadKind> {
    if text.is_empty() { Err(UnreadKind::Empty) } else { Ok(text.to_owned()) }
}
