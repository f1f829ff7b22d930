//! A workbook read back.

use std::collections::{BTreeMap, BTreeSet};

use base::Id;
use sheets::{Place, Source};

use super::column::Column;
use super::items::{Desk, Item};
use super::labels::{self, Label};
use super::order::{self, arrange};
use super::rows::{self, Line};
use super::text::{cell, same};
use super::{Missing, NoWorkbook, Outside, Revision, RowKind, Unread, UnreadKind};
use crate::content::{Action, Content, Expectation, Goal, Indicator, Measure, Subject};

/// Things with what each stands under, in reading order.
type Placed<T> = Vec<(Option<Id>, T)>;

/// Reads a workbook that was written from `base` into the plan as it is `now`. Both are the same unless somebody saved meanwhile;
/// then what only they changed stays theirs, and what both changed is listed as a conflict and stays theirs too.
///
/// # Errors
/// When the file is no workbook of ours.
pub fn read(source: &Source, base: &Content, now: &Content, outside: &Outside<'_>) -> Result<Revision, NoWorkbook> {
    let found = rows::find(source, outside.words)?;
    let desk = Desk::new(now, found.words, outside);
    let lines =
        |kind: RowKind| found.sheets.iter().find(|(other, _)| *other == kind).map(|(_, lines)| lines.as_slice());
    let mut reader = Reader { desk, unread: found.unread, missing: Vec::new(), removals: Vec::new() };
    let mut content = now.clone();
    if let Some(lines) = lines(RowKind::Goal) {
        reader.goals(lines, base, &mut content);
    }
    if let Some(lines) = lines(RowKind::Measure) {
        reader.measures(lines, base, &mut content);
    }
    if let Some(lines) = lines(RowKind::Action) {
        reader.actions(lines, base, &mut content);
    }
    if let Some(lines) = lines(RowKind::Expectation) {
        reader.expectations(lines, base, &mut content);
    }
    if let Some(lines) = lines(RowKind::Indicator) {
        reader.indicators(lines, base, &mut content);
    }
    reader.remove(&mut content);
    let rows = found.sheets.iter().map(|(_, lines)| lines.len()).sum();
    Ok(Revision { content, unread: reader.unread, missing: reader.missing, basis: found.basis, rows })
}

struct Reader<'a> {
    desk: Desk<'a>,
    unread: Vec<Unread>,
    missing: Vec<Missing>,
    /// What is to be removed once everything has its place.
    removals: Vec<(RowKind, Id, Place)>,
}

/// What a cell may call the things that rows stand under, before and now.
struct Places {
    base: Vec<Label>,
    now: Vec<Label>,
}

/// The rows of one sheet while they are read.
struct Sheet<T> {
    base: Placed<T>,
    now: Placed<T>,
    places: Places,
    /// Where each row stands.
    order: Vec<order::Row>,
}

impl Reader<'_> {
    fn goals(&mut self, lines: &[Line], base: &Content, content: &mut Content) {
        let placed = |content: &Content| content.goals.iter().map(|goal| (None, goal.clone())).collect();
        let places = Places { base: Vec::new(), now: Vec::new() };
        let sheet = Sheet { base: placed(base), now: placed(content), places, order: Vec::new() };
        content.goals = self.sheet::<Goal>(lines, sheet).into_iter().map(|(_, goal)| goal).collect();
    }

    fn measures(&mut self, lines: &[Line], base: &Content, content: &mut Content) {
        let placed = |content: &Content| {
            let of =
                |goal: &Goal| goal.measures.iter().map(|one| (Some(goal.id.clone()), one.clone())).collect::<Vec<_>>();
            content.goals.iter().flat_map(of).collect()
        };
        let places = Places { base: labels::goals(base), now: labels::goals(content) };
        let sheet = Sheet { base: placed(base), now: placed(content), places, order: Vec::new() };
        let measures = self.sheet::<Measure>(lines, sheet);
        spread(measures, content.goals.iter_mut().map(|goal| (&goal.id, &mut goal.measures)));
    }

    fn actions(&mut self, lines: &[Line], base: &Content, content: &mut Content) {
        let placed = |content: &Content| {
            content.actions().map(|(goal, action)| (goal.map(|goal| goal.id.clone()), action.clone())).collect()
        };
        let places = Places { base: labels::goals(base), now: labels::goals(content) };
        let sheet = Sheet { base: placed(base), now: placed(content), places, order: Vec::new() };
        let actions = self.sheet::<Action>(lines, sheet);
        content.actions.clear();
        content.goals.iter_mut().for_each(|goal| goal.actions.clear());
        for (under, action) in actions {
            match under.and_then(|goal| content.goal_mut(&goal)) {
                Some(goal) => goal.actions.push(action),
                None => content.actions.push(action),
            }
        }
    }

    fn expectations(&mut self, lines: &[Line], base: &Content, content: &mut Content) {
        let placed = |content: &Content| {
            let of = |action: &Action| {
                action.expectations.iter().map(|one| (Some(action.id.clone()), one.clone())).collect::<Vec<_>>()
            };
            content.actions().flat_map(|(_, action)| of(action)).collect()
        };
        let places = Places { base: labels::actions(base), now: labels::actions(content) };
        let sheet = Sheet { base: placed(base), now: placed(content), places, order: Vec::new() };
        let expectations = self.sheet::<Expectation>(lines, sheet);
        spread(expectations, content.actions_mut().map(|action| (&action.id, &mut action.expectations)));
    }

    fn indicators(&mut self, lines: &[Line], base: &Content, content: &mut Content) {
        let words = self.desk.words;
        let placed = |content: &Content| {
            content.indicators().map(|(subject, one)| (Some(subject_id(subject)), one.clone())).collect()
        };
        let places = Places { base: labels::subjects(base, words), now: labels::subjects(content, words) };
        let sheet = Sheet { base: placed(base), now: placed(content), places, order: Vec::new() };
        let indicators = self.sheet::<Indicator>(lines, sheet);
        spread(indicators, content.indicator_lists_mut());
    }

    /// Reads one sheet: everything that is there now, changed, added and in its order. Nothing is removed yet.
    fn sheet<T: Item>(&mut self, lines: &[Line], mut sheet: Sheet<T>) -> Placed<T> {
        let mut seen = BTreeSet::new();
        let mut before: Vec<(Option<Id>, Id)> = Vec::new();
        before.extend(sheet.now.iter().map(|(under, item)| (under.clone(), item.id().clone())));
        for line in lines {
            match &line.id {
                Some(id) if !seen.insert(id.clone()) => self.refuse(line, UnreadKind::Duplicate),
                Some(id) => self.known(line, &Id::stored(id.clone()), &mut sheet),
                None => self.fresh(line, &mut sheet),
            }
        }
        for (_, item) in &sheet.now {
            let known = sheet.base.iter().any(|(_, one)| one.id() == item.id());
            if known && !seen.contains(item.id().as_str()) {
                self.missing.push(self.missed(item));
            }
        }
        let base: Vec<Id> = sheet.base.iter().map(|(_, item)| item.id().clone()).collect();
        let order = arrange(&sheet.order, &base, &before);
        let rank = |id: &Id| order.iter().position(|other| other == id).unwrap_or(usize::MAX);
        sheet.now.sort_by_cached_key(|(_, item)| rank(item.id()));
        sheet.now
    }

    /// A row of something that the plan has.
    fn known<T: Item>(&mut self, line: &Line, id: &Id, sheet: &mut Sheet<T>) {
        let base = sheet.base.iter().find(|(_, item)| item.id() == id).cloned();
        let at = sheet.now.iter().position(|(_, item)| item.id() == id);
        let (Some((base_under, base)), Some(at)) = (base, at) else { return self.refuse(line, UnreadKind::Unknown) };
        let (now_under, item) = &mut sheet.now[at];
        if line.removal {
            match self.differs(&base, item) {
                true => self.refuse(line, UnreadKind::Conflict),
                false => self.removals.push((T::KIND, id.clone(), line.place.clone())),
            }
        } else {
            let now = item.clone();
            let changed = line.cells.iter().filter(|change| self.field((&base, &now), item, change)).count();
            if changed > 0 {
                item.bump();
            }
        }
        let was = now_under.clone();
        let cell = line.cells.iter().find(|(column, _, _)| Some(*column) == T::KIND.place_column());
        if let (Some((_, text, place)), false) = (cell, line.removal) {
            *now_under = self.under::<T>(text, place, &sheet.places, (base_under.as_ref(), was.as_ref()));
        }
        let fresh = *now_under != was;
        sheet.order.push(order::Row { id: id.clone(), under: now_under.clone(), fresh });
    }

    /// A row of something new.
    fn fresh<T: Item>(&mut self, line: &Line, sheet: &mut Sheet<T>) {
        if line.removal {
            return;
        }
        let mut item = T::new((self.desk.outside.new_id)());
        let blank = item.clone();
        for change in line.cells.iter().filter(|(_, text, _)| !text.is_empty()) {
            self.field((&blank, &blank), &mut item, change);
        }
        if !item.is_complete(self.desk.words) {
            return self.refuse(line, UnreadKind::Empty);
        }
        let cell = line.cells.iter().find(|(column, _, _)| Some(*column) == T::KIND.place_column());
        let under = cell.and_then(|(_, text, place)| self.under::<T>(text, place, &sheet.places, (None, None)));
        if let (Some(kind), None) = (T::KIND.unplaced(), &under) {
            // The cell is listed already unless it is empty.
            return if cell.is_none_or(|(_, text, _)| text.is_empty()) {
                self.refuse(line, kind)
            };
        }
        sheet.order.push(order::Row { id: item.id().clone(), under: under.clone(), fresh: true });
        sheet.now.push((under, item));
    }

    /// Takes one cell into an item that was `base` in the workbook and is `now` in the plan; whether it changed anything.
    fn field<T: Item>(
        &mut self,
        (base, now): (&T, &T),
        item: &mut T,
        (column, text, place): &(Column, String, Place),
    ) -> bool {
        let words = self.desk.words;
        let (written, now) = (base.shown(*column, words), now.shown(*column, words));
        if Some(*column) == T::KIND.place_column() || same(text, &cell(&written)) || same(text, &cell(&now)) {
            return false;
        }
        let taken =
            if same(&written, &now) { item.take(*column, &cell(text), &self.desk) } else { Err(UnreadKind::Conflict) };
        let refused = taken.map_err(|kind| Unread { place: place.clone(), kind, text: text.clone() }).err();
        let changed = refused.is_none();
        self.unread.extend(refused);
        changed
    }

    /// What a row stands under, now that its cell says so.
    fn under<T: Item>(
        &mut self,
        text: &str,
        place: &Place,
        places: &Places,
        (base, now): (Option<&Id>, Option<&Id>),
    ) -> Option<Id> {
        if same(text, &cell(labels::written(&places.base, base))) {
            return now.cloned();
        }
        let unplaced = T::KIND.unplaced();
        let wanted = if text.is_empty() && unplaced.is_none() {
            Some(None)
        } else {
            let exists = |id: &Id| places.now.iter().any(|label| label.id == *id);
            let found = labels::find(&places.base, text).filter(exists).or_else(|| labels::find(&places.now, text));
            found.map(Some)
        };
        let kind = match &wanted {
            Some(wanted) if wanted.as_ref() == now || base == now => return wanted.clone(),
            Some(_) => UnreadKind::Conflict,
            None => unplaced.unwrap_or(UnreadKind::Goal),
        };
        self.unread.push(Unread { place: place.clone(), kind, text: text.to_owned() });
        now.cloned()
    }

    /// Removes what was marked. A goal that still has actions stays, and a measure that still has indicators.
    fn remove(&mut self, content: &mut Content) {
        let removals = std::mem::take(&mut self.removals);
        for (kind, id, place) in removals.iter().rev() {
            match used(content, *kind, id) {
                Some(text) => self.unread.push(Unread { place: place.clone(), kind: UnreadKind::InUse, text }),
                None => remove(content, *kind, id),
            }
        }
    }

    fn refuse(&mut self, line: &Line, kind: UnreadKind) {
        let wording = line.cells.iter().find(|(column, _, _)| *column == Column::Text);
        let text = wording.map(|(_, text, _)| text.clone()).unwrap_or_default();
        self.unread.push(Unread { place: line.place.clone(), kind, text });
    }

    fn differs<T: Item>(&self, one: &T, other: &T) -> bool {
        let words = self.desk.words;
        T::KIND.columns().iter().any(|column| one.shown(*column, words) != other.shown(*column, words))
    }

    fn missed<T: Item>(&self, item: &T) -> Missing {
        let words = self.desk.words;
        let (number, text) = (item.shown(Column::Number, words), item.shown(Column::Text, words));
        Missing { kind: T::KIND, number, text }
    }
}

fn subject_id(subject: Subject<'_>) -> Id {
    match subject {
        Subject::Goal(goal) => goal.id.clone(),
        Subject::Measure(_, measure) => measure.id.clone(),
        Subject::Action(_, action) => action.id.clone(),
    }
}

/// Puts things under what they stand under, in their order.
fn spread<'a, T: 'a>(items: Placed<T>, lists: impl Iterator<Item = (&'a Id, &'a mut Vec<T>)>) {
    let mut lists: BTreeMap<&Id, &mut Vec<T>> = lists.collect();
    lists.values_mut().for_each(|list| list.clear());
    for (under, item) in items {
        if let Some(list) = under.as_ref().and_then(|id| lists.get_mut(id)) {
            list.push(item);
        }
    }
}

/// The wording of what cannot be removed because something else stands under it.
fn used(content: &Content, kind: RowKind, id: &Id) -> Option<String> {
    match kind {
        RowKind::Goal => content.goal(id).filter(|goal| !goal.actions.is_empty()).map(|goal| goal.title.clone()),
        RowKind::Measure => {
            let mut measures = content.goals.iter().flat_map(|goal| &goal.measures);
            measures.find(|one| one.id == *id && !one.indicators.is_empty()).map(|measure| measure.text.clone())
        }
        RowKind::Action | RowKind::Indicator | RowKind::Expectation => None,
    }
}

fn remove(content: &mut Content, kind: RowKind, id: &Id) {
    match kind {
        RowKind::Goal => content.goals.retain(|goal| goal.id != *id),
        RowKind::Measure => content.goals.iter_mut().for_each(|goal| goal.measures.retain(|one| one.id != *id)),
        RowKind::Action => drop(content.remove_action(id)),
        RowKind::Expectation => {
            content.actions_mut().for_each(|action| action.expectations.retain(|one| one.id != *id))
        }
        RowKind::Indicator => content.indicator_lists_mut().for_each(|(_, list)| list.retain(|one| one.id != *id)),
    }
}
