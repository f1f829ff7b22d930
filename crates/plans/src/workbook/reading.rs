//! A workbook of ours read as a plan of its own, whatever plan it was written from.

mod told;

use std::cell::Cell;
use std::collections::BTreeMap;

use base::{Id, Period};
use sheets::{Block, NoteKind, Place, Source};

use super::column::Column;
use super::items::{Desk, Item};
use super::labels;
use super::rows::{self, Line, Rows};
use super::subjects::{Spot, Subjects};
use super::text::cell;
use super::{Outside, RowKind};
use crate::content::{Action, Content, Expectation, Goal, Indicator, Measure, Party};
use crate::editions::Words;
use crate::import::{Cells, Reading, Unread, Warning, WarningKind};

/// What a workbook of ours says as a plan of its own; none for any other file. Rows that are marked to be removed are left out, and
/// ids tell nothing here: a row that somebody copied is a row more.
#[must_use]
pub fn reading(source: &Source, words: Words<'_>) -> Option<Reading> {
    let rows = rows::find(source, words).ok()?;
    let count = Cell::new(0_usize);
    let new_id = || {
        count.set(count.get() + 1);
        Id::stored(count.get().to_string())
    };
    let party = |name: &str| Party::Named { name: name.to_owned() };
    let outside = Outside { words, party: &party, new_id: &new_id };
    let blank = Content::new("", Period { from: 0, to: 0 });
    let desk = Desk::new(&blank, rows.words, &outside);
    let foreign = rows.foreign.iter().map(|(text, place)| Unread { source: place.clone(), text: text.clone() });
    let mut reader = Reader {
        desk,
        unread: foreign.collect(),
        places: BTreeMap::new(),
        removals: Vec::new(),
        content: blank.clone(),
    };
    reader.goals(lines(&rows, RowKind::Goal));
    reader.measures(lines(&rows, RowKind::Measure));
    reader.actions(lines(&rows, RowKind::Action));
    reader.expectations(lines(&rows, RowKind::Expectation));
    reader.indicators(lines(&rows, RowKind::Indicator));
    reader.remove();
    let mut reading = told::reading(&reader.content, &reader.places);
    reading.warnings.splice(..0, notes(source));
    reading.cells = cells(source, reader.unread.len());
    reading.not_understood = reader.unread;
    Some(reading)
}

struct Reader<'a> {
    desk: Desk<'a>,
    unread: Vec<Unread>,
    /// Where each action stands in the file.
    places: BTreeMap<Id, Place>,
    /// Goals, measures and actions whose rows are marked to be removed. They are known until the end, for what stands under them.
    removals: Vec<Id>,
    content: Content,
}

impl Reader<'_> {
    fn goals(&mut self, lines: &[Line]) {
        for line in lines {
            if let Some(goal) = self.item::<Goal>(line) {
                self.mark(line, &goal.id);
                self.content.goals.push(goal);
            }
        }
    }

    fn actions(&mut self, lines: &[Line]) {
        let goals = labels::goals(&self.content);
        for line in lines {
            let Some(action) = self.item::<Action>(line) else { continue };
            self.mark(line, &action.id);
            self.places.insert(action.id.clone(), line.place.clone());
            let place = place_cell::<Action>(line);
            let goal = place.and_then(|(text, _)| labels::find(&goals, text));
            if let (None, Some((text, place))) = (&goal, place) {
                self.unread.push(Unread { source: place.clone(), text: text.to_owned() });
            }
            match goal.and_then(|goal| self.content.goal_mut(&goal)) {
                Some(goal) => goal.actions.push(action),
                None => self.content.actions.push(action),
            }
        }
    }

    fn measures(&mut self, lines: &[Line]) {
        let goals = labels::goals(&self.content);
        for line in lines {
            let goal = place_cell::<Measure>(line).and_then(|(text, _)| labels::find(&goals, text));
            let Some(goal) = goal else {
                self.refuse(line);
                continue;
            };
            let Some(measure) = self.item::<Measure>(line) else { continue };
            self.mark(line, &measure.id);
            if let Some(goal) = self.content.goal_mut(&goal) {
                goal.measures.push(measure);
            }
        }
    }

    fn expectations(&mut self, lines: &[Line]) {
        let actions = labels::actions(&self.content);
        for line in lines.iter().filter(|line| !line.removal) {
            let action = place_cell::<Expectation>(line).and_then(|(text, _)| labels::find(&actions, text));
            let Some(action) = action else {
                self.refuse(line);
                continue;
            };
            let Some(expectation) = self.item::<Expectation>(line) else { continue };
            if let Some(action) = self.content.action_mut(&action) {
                action.expectations.push(expectation);
            }
        }
    }

    fn indicators(&mut self, lines: &[Line]) {
        let cells = lines.iter().filter_map(place_cell::<Indicator>).map(|(text, _)| text);
        let subjects = Subjects::new(&self.content, cells, self.desk.words);
        for line in lines.iter().filter(|line| !line.removal) {
            let Some(spot) = place_cell::<Indicator>(line).and_then(|(text, _)| subjects.find(text)) else {
                self.refuse(line);
                continue;
            };
            let Some(indicator) = self.item::<Indicator>(line) else { continue };
            match spot {
                Spot::Item(id) => self.attach(&id, indicator),
                Spot::Measure(goal, wording) => self.measure(&goal, wording, indicator),
            }
        }
    }

    fn attach(&mut self, id: &Id, indicator: Indicator) {
        if let Some((_, list)) = self.content.indicator_lists_mut().find(|(of, _)| *of == id) {
            list.push(indicator);
        }
    }

    fn measure(&mut self, goal: &Id, wording: String, indicator: Indicator) {
        let id = (self.desk.outside.new_id)();
        let Some(goal) = self.content.goal_mut(goal) else { return };
        match goal.measures.iter_mut().find(|measure| measure.text == wording) {
            Some(measure) => measure.indicators.push(indicator),
            None => goal.measures.push(Measure { id, text: wording, indicators: vec![indicator] }),
        }
    }

    /// What a row says; none for a row without a wording, whose cells are then all listed.
    fn item<T: Item>(&mut self, line: &Line) -> Option<T> {
        if !line.cells.iter().any(|(column, text, _)| *column == Column::Text && !text.is_empty()) {
            self.refuse(line);
            return None;
        }
        let mut item = T::new((self.desk.outside.new_id)());
        for (column, text, place) in filled(line).filter(|(column, ..)| Some(*column) != T::KIND.place_column()) {
            if item.take(*column, &cell(text), &self.desk).is_err() {
                self.unread.push(Unread { source: place.clone(), text: text.clone() });
            }
        }
        Some(item)
    }

    fn refuse(&mut self, line: &Line) {
        let cells = filled(line).map(|(_, text, place)| Unread { source: place.clone(), text: text.clone() });
        self.unread.extend(cells);
    }

    fn mark(&mut self, line: &Line, id: &Id) {
        if line.removal {
            self.removals.push(id.clone());
        }
    }

    /// Leaves out what is marked. A goal that still has actions stays, and a measure that still has indicators, as when a
    /// workbook is read back.
    fn remove(&mut self) {
        let removals = &self.removals;
        let stays = |action: &Action| !removals.contains(&action.id);
        self.content.actions.retain(stays);
        self.content.goals.iter_mut().for_each(|goal| goal.actions.retain(stays));
        let counts = |measure: &Measure| !removals.contains(&measure.id) || !measure.indicators.is_empty();
        self.content.goals.iter_mut().for_each(|goal| goal.measures.retain(counts));
        self.content.goals.retain(|goal| !removals.contains(&goal.id) || !goal.actions.is_empty());
    }
}

fn lines<'a>(rows: &'a Rows<'_>, kind: RowKind) -> &'a [Line] {
    rows.sheets.iter().find(|(other, _)| *other == kind).map_or(&[], |(_, lines)| lines.as_slice())
}

fn filled(line: &Line) -> impl Iterator<Item = &(Column, String, Place)> {
    line.cells.iter().filter(|(_, text, _)| !text.is_empty())
}

/// The cell that says what a row stands under, where it says anything.
fn place_cell<T: Item>(line: &Line) -> Option<(&str, &Place)> {
    let mut cells = filled(line);
    let found = cells.find(|(column, ..)| Some(*column) == T::KIND.place_column());
    found.map(|(_, text, place)| (text.as_str(), place))
}

/// Headers, ids and the sheet that tells how a workbook is edited count as used: they are ours.
fn cells(source: &Source, not_understood: usize) -> Cells {
    let rows = source.blocks.iter().filter_map(Block::table).flat_map(|table| &table.rows);
    let seen = rows.flat_map(|row| &row.cells).filter(|cell| !cell.is_empty()).count();
    Cells { seen, used: seen.saturating_sub(not_understood), not_understood }
}

/// What the reader of the file left out. The lists of choices that only programs see are ours too.
fn notes(source: &Source) -> Vec<Warning> {
    let ours = [NoteKind::Formula, NoteKind::UnreachableSheet];
    let notes = source.notes.iter().filter(|note| !ours.contains(&note.kind));
    notes
        .map(|note| Warning { source: note.place.clone(), message: WarningKind::Note(note.kind), about: None })
        .collect()
}
