//! The notes of one reading: each said once per place, and never more than a person would read.

use std::collections::HashSet;

use crate::{Note, NoteKind, Place};

/// Collects notes.
#[derive(Debug)]
pub(crate) struct Notes {
    limit: usize,
    list: Vec<Note>,
    said: HashSet<(NoteKind, Option<String>)>,
}

impl Notes {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, list: Vec::new(), said: HashSet::new() }
    }

    /// Adds a note.
    pub(crate) fn add(&mut self, kind: NoteKind, place: Option<Place>) {
        if self.list.len() < self.limit {
            self.list.push(Note { kind, place });
        } else if self.list.len() == self.limit {
            self.list.push(Note { kind: NoteKind::More, place: None });
        }
    }

    /// Adds a note unless the same kind was noted for the same sheet (or at all, where there are no sheets).
    pub(crate) fn once(&mut self, kind: NoteKind, place: Option<Place>) {
        let sheet = match &place {
            Some(Place::Cell { sheet, .. }) => Some(sheet.clone()),
            _ => None,
        };
        if self.said.insert((kind, sheet)) {
            self.add(kind, place);
        }
    }

    pub(crate) fn into_list(self) -> Vec<Note> {
        self.list
    }
}
