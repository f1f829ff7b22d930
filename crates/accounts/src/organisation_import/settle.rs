//! Settling, one after the other, what becomes of the units of a file.

use std::collections::{BTreeMap, HashMap, HashSet};

use base::Id;
use identity::{NewUnit, Unit, UnitKind};
use jiff::civil::Date;

use super::compare::{Comparison, FieldChange, Outcome, Row, Step, Summary};
use super::existing::Existing;
use super::laid::{changes, filled, state};
use super::places::{Above, is_municipality, order, places};
use super::{Fault, ReadUnit, Remark, RemarkKind};

/// A comparison on its way.
pub(super) struct Comparing<'a> {
    existing: Existing,
    places: Vec<std::result::Result<Above, Fault>>,
    within: Option<&'a Unit>,
    today: Date,
    units: &'a [ReadUnit],
    /// What became of each unit so far, and the existing one it is.
    settled: BTreeMap<usize, (Outcome, Option<usize>)>,
    /// Existing units that a unit of the file was found to be.
    taken: HashMap<usize, usize>,
    /// Codes of school units in the file.
    codes: HashMap<&'a str, usize>,
    /// Municipalities of the file, by code.
    municipalities: HashMap<&'a str, usize>,
    steps: Vec<Step>,
}

fn municipalities(units: &[ReadUnit]) -> HashMap<&str, usize> {
    let found = units.iter().enumerate().filter(|(_, unit)| is_municipality(unit));
    found.filter_map(|(index, unit)| Some((unit.municipality_code.as_deref()?, index))).collect()
}

impl<'a> Comparing<'a> {
    /// A comparison that has not begun.
    pub(super) fn new(existing: Existing, within: Option<&'a Unit>, today: Date, units: &'a [ReadUnit]) -> Self {
        Self {
            places: places(units, &existing),
            existing,
            within,
            today,
            units,
            settled: BTreeMap::new(),
            taken: HashMap::new(),
            codes: HashMap::new(),
            municipalities: municipalities(units),
            steps: Vec::new(),
        }
    }

    /// Settles what becomes of each unit.
    pub(super) fn run(mut self, remarks: Vec<Remark>) -> Comparison {
        for index in order(self.units, &self.places) {
            let (outcome, unit) = match self.settle(index) {
                Ok((outcome, unit)) => (outcome, unit),
                Err(fault) => (Outcome::Refused { fault }, None),
            };
            self.settled.insert(index, (outcome, unit));
        }
        self.keep_those_with_units();
        // Whatever lies deepest ends first, so that nothing is left below what has ended.
        let (mut ends, mut steps): (Vec<Step>, Vec<Step>) =
            std::mem::take(&mut self.steps).into_iter().partition(|step| matches!(step, Step::End { .. }));
        ends.sort_by_key(|step| if let Step::End { unit, .. } = step { usize::MAX - unit.path.len() } else { 0 });
        steps.extend(ends);
        let row = |(unit, (outcome, _)): (&ReadUnit, &(Outcome, Option<usize>))| Row {
            origin: unit.origin.clone(),
            name: unit.name.clone(),
            outcome: outcome.clone(),
            remarks: self.remarks(unit, outcome),
        };
        let rows: Vec<Row> = self.units.iter().zip(self.settled.values()).map(row).collect();
        Comparison { summary: Summary::of(&rows), rows, remarks, steps }
    }

    /// A guess matters only where it decides something: for a unit that is new.
    fn remarks(&self, unit: &ReadUnit, outcome: &Outcome) -> Vec<Remark> {
        let mut remarks = unit.remarks.clone();
        if matches!(outcome, Outcome::New { .. }) && unit.kind.is_none() {
            let text = unit.guess.unwrap_or(UnitKind::Other).as_str().to_owned();
            remarks.push(Remark { kind: RemarkKind::GuessedKind, text });
        }
        remarks
    }

    fn settle(&mut self, index: usize) -> std::result::Result<(Outcome, Option<usize>), Fault> {
        let unit = &self.units[index];
        if let Some(fault) = &unit.fault {
            return Err(fault.clone());
        }
        self.claim_code(index)?;
        let above = self.above(index)?;
        let found = self.find(index, above)?;
        if let Some(found) = found
            && self.taken.insert(found, index).is_some()
        {
            return Err(Fault::Duplicate { text: unit.name.clone() });
        }
        let ended = unit.has_ended(&self.today.to_string());
        match found {
            None if ended => Ok((Outcome::LeftOut, None)),
            None => Ok((self.add(index, above), None)),
            Some(found) if ended => Ok((self.end(unit, found), Some(found))),
            Some(found) => Ok((self.change(unit, found, above)?, Some(found))),
        }
    }

    /// A code stands for one unit, in the file and outside the reach.
    fn claim_code(&mut self, index: usize) -> std::result::Result<(), Fault> {
        let Some(code) = self.units[index].school_unit_code.as_deref() else { return Ok(()) };
        if self.codes.insert(code, index).is_some() {
            return Err(Fault::Duplicate { text: code.to_owned() });
        }
        if self.existing.is_elsewhere(code) { Err(Fault::Elsewhere { text: code.to_owned() }) } else { Ok(()) }
    }

    /// What the unit belongs to, once that is known to be there; a unit of the file that is there already stands for itself.
    fn above(&self, index: usize) -> std::result::Result<Above, Fault> {
        let place = self.places[index].clone()?;
        let Above::Read(read) = place else { return Ok(place) };
        let text = || self.units[index].parent.clone().unwrap_or_default();
        let ends_too = self.units[index].has_ended(&self.today.to_string());
        match self.settled.get(&read) {
            Some((Outcome::Ended { .. }, Some(there))) if ends_too => Ok(Above::There(*there)),
            Some((Outcome::Refused { .. } | Outcome::LeftOut | Outcome::Ended { .. }, _)) | None => {
                Err(Fault::RefusedParent { text: text() })
            }
            Some((_, Some(there))) => Ok(Above::There(*there)),
            Some((_, None)) => Ok(place),
        }
    }

    /// The existing unit that a unit of the file is.
    fn find(&self, index: usize, above: Above) -> std::result::Result<Option<usize>, Fault> {
        let unit = &self.units[index];
        if let Some(found) = unit.school_unit_code.as_deref().and_then(|code| self.existing.school(code)) {
            return Ok(Some(found));
        }
        if let Some(code) = unit.municipality_code.as_deref().filter(|_| is_municipality(unit))
            && let Some(found) = self.existing.municipality(code)
        {
            return Ok(Some(found));
        }
        let alike = |found: &usize| {
            let there = &self.existing.units[*found];
            let other_code = unit.school_unit_code.is_some() && there.school_unit_code.is_some();
            unit.kind.or(unit.guess).is_none_or(|kind| kind == there.kind) && !other_code
        };
        if let Some(number) = &unit.organisation_number {
            let found: Vec<usize> = self.existing.numbered(number).iter().copied().filter(alike).collect();
            if let [one] = found.as_slice() {
                return Ok(Some(*one));
            }
        }
        let named: Vec<usize> = self.existing.named(&unit.name).iter().copied().filter(alike).collect();
        let there = |found: &&usize| match above {
            Above::There(above) => self.existing.units[**found].parent.as_ref() == Some(&self.existing.units[above].id),
            Above::Read(_) => false,
            Above::Unsaid => true,
        };
        let placed: Vec<&usize> = named.iter().filter(there).collect();
        match (placed.as_slice(), named.as_slice()) {
            ([one], _) => Ok(Some(**one)),
            // The only one of its name stands elsewhere: a board has moved, but schools of one name exist in many places.
            ([], [one]) if self.existing.units[*one].kind != UnitKind::SchoolUnit => Ok(Some(*one)),
            ([], _) => Ok(None),
            _ => Err(Fault::Ambiguous { text: unit.name.clone() }),
        }
    }

    fn add(&mut self, index: usize, above: Above) -> Outcome {
        let unit = &self.units[index];
        let (parent, above) = match above {
            Above::There(there) => (Some(self.existing.units[there].id.clone()), None),
            Above::Read(read) => (None, Some(read)),
            Above::Unsaid => self.usual_place(unit),
        };
        let kind = unit.kind.or(unit.guess).unwrap_or(UnitKind::Other);
        let blank = NewUnit { kind: Some(kind), parent, ..NewUnit::default() };
        let new = Box::new(filled(unit, blank));
        let there = new.parent.as_ref().and_then(|id| self.existing.unit(id)).map(|unit| unit.name.clone());
        let parent = above.map(|read| self.units[read].name.clone()).or(there).unwrap_or_default();
        self.steps.push(Step::Add { index, above, new });
        Outcome::New { unit_kind: kind, parent }
    }

    /// Where a unit goes when the file does not say: to its municipality, there or in the file, else below the unit that
    /// was chosen.
    fn usual_place(&self, unit: &ReadUnit) -> (Option<Id>, Option<usize>) {
        let chosen = self.within.map(|unit| unit.id.clone());
        let Some(code) = unit.municipality_code.as_deref().filter(|_| !is_municipality(unit)) else {
            return (chosen, None);
        };
        if let Some(there) = self.existing.municipality(code) {
            return (Some(self.existing.units[there].id.clone()), None);
        }
        let read = self
            .municipalities
            .get(code)
            .filter(|read| matches!(self.settled.get(read), Some((Outcome::New { .. }, _))));
        match read {
            Some(read) => (None, Some(*read)),
            None => (chosen, None),
        }
    }

    fn end(&mut self, unit: &ReadUnit, found: usize) -> Outcome {
        let there = &self.existing.units[found];
        let day = unit.valid_to.as_deref().and_then(|day| day.parse::<Date>().ok()).unwrap_or(self.today);
        let last_day = day.min(self.today);
        self.steps.push(Step::End { unit: Box::new(there.clone()), last_day });
        Outcome::Ended { last_day: last_day.to_string() }
    }

    fn change(&mut self, unit: &ReadUnit, found: usize, above: Above) -> std::result::Result<Outcome, Fault> {
        let there = &self.existing.units[found];
        let parent = match above {
            Above::There(index) => Some(self.existing.units[index].id.clone()),
            Above::Read(_) => None,
            Above::Unsaid => there.parent.clone(),
        };
        if let Some(parent) = parent.as_ref().and_then(|id| self.existing.unit(id))
            && parent.is_within(there)
        {
            return Err(Fault::Circular);
        }
        let new = filled(unit, state(there, parent));
        let mut changes = changes(there, &new);
        if let Some(change) = self.moved(there, &new, above) {
            changes.push(change);
        }
        if changes.is_empty() {
            return Ok(Outcome::Unchanged);
        }
        let above = if let Above::Read(read) = above { Some(read) } else { None };
        self.steps.push(Step::Save { unit: Box::new(there.clone()), above, new: Box::new(new) });
        Ok(Outcome::Changed { changes })
    }

    fn moved(&self, there: &Unit, new: &NewUnit, above: Above) -> Option<FieldChange> {
        let name = |id: Option<&Id>| {
            id.and_then(|id| self.existing.unit(id)).map(|unit| unit.name.clone()).unwrap_or_default()
        };
        let after = match above {
            Above::Read(read) => self.units[read].name.clone(),
            _ if there.parent == new.parent => return None,
            _ => name(new.parent.as_ref()),
        };
        Some(FieldChange { field: "parent", before: name(there.parent.as_ref()), after })
    }

    /// A unit that living ones still lie below does not end; and then what it lies below does not end either.
    fn keep_those_with_units(&mut self) {
        loop {
            let needed = self.needed();
            let kept: HashSet<Id> = self.ending().filter(|id| needed.contains(*id)).cloned().collect();
            if kept.is_empty() {
                return;
            }
            self.steps.retain(|step| !matches!(step, Step::End { unit, .. } if kept.contains(&unit.id)));
            for (outcome, found) in self.settled.values_mut() {
                if found.is_some_and(|found| kept.contains(&self.existing.units[found].id)) {
                    *outcome = Outcome::Refused { fault: Fault::HasUnits };
                }
            }
        }
    }

    fn ending(&self) -> impl Iterator<Item = &Id> {
        self.steps.iter().filter_map(|step| if let Step::End { unit, .. } = step { Some(&unit.id) } else { None })
    }

    /// Units that something living lies right below, once all is written.
    fn needed(&self) -> HashSet<&Id> {
        let ending: HashSet<&Id> = self.ending().collect();
        let mut parents: HashMap<&Id, Option<&Id>> = HashMap::new();
        let living = self.existing.units.iter().filter(|unit| unit.valid_to.is_none() && !ending.contains(&unit.id));
        parents.extend(living.map(|unit| (&unit.id, unit.parent.as_ref())));
        let mut needed = HashSet::new();
        for step in &self.steps {
            match step {
                Step::Save { unit, new, .. } => drop(parents.insert(&unit.id, new.parent.as_ref())),
                Step::Add { new, .. } => needed.extend(new.parent.as_ref()),
                Step::End { .. } => {}
            }
        }
        needed.extend(parents.into_values().flatten());
        needed
    }
}
