//! What a reading would change: each unit new, changed, as it was, ended, or refused with the reason.

use std::collections::{BTreeMap, HashMap};

use base::Id;
use db::{Db, Result};
use identity::{NewUnit, Unit, UnitKind};
use jiff::civil::Date;
use serde::Serialize;
use swedish::fold;

use super::existing::Existing;
use super::places::{Above, order, places};
use super::{Fault, Origin, ReadUnit, Reading, Remark, RemarkKind, Status};

/// A reading compared with what there is.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// How many of each.
    pub summary: Summary,
    /// What would become of each unit, in the order of the file.
    pub rows: Vec<Row>,
    /// Remarks that belong to no unit.
    pub remarks: Vec<Remark>,
    /// What is to be written, in an order in which everything has its unit above.
    #[serde(skip)]
    pub(super) steps: Vec<Step>,
}

/// How many units become what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Added.
    pub new: usize,
    /// Changed.
    pub changed: usize,
    /// As they were.
    pub unchanged: usize,
    /// Ended.
    pub ended: usize,
    /// Passed over: ended by the file, and not here.
    pub left_out: usize,
    /// Refused.
    pub refused: usize,
}

/// What would become of a unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// Where it stands in the file.
    pub origin: Origin,
    /// Its name.
    pub name: String,
    /// What would become of it.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// What was understood with doubt.
    pub remarks: Vec<Remark>,
}

/// What would become of a unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It would be added.
    New,
    /// It would be changed.
    Changed {
        /// Each field.
        changes: Vec<FieldChange>,
    },
    /// It is as the file has it.
    Unchanged,
    /// It would end.
    Ended {
        /// Its last day, ISO.
        last_day: String,
    },
    /// It has ended by the file, and is not here.
    LeftOut,
    /// It would not be taken in.
    Refused {
        /// Why.
        fault: Fault,
    },
}

/// A field that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The field.
    pub field: &'static str,
    /// What it holds.
    pub before: String,
    /// What it would hold.
    pub after: String,
}

/// Something to write.
#[derive(Debug)]
pub(super) enum Step {
    /// A new unit; its parent is filled in when the one it belongs to is written.
    Add { index: usize, above: Option<usize>, new: Box<NewUnit> },
    /// A new state of a unit.
    Save { unit: Box<Unit>, above: Option<usize>, new: Box<NewUnit> },
    /// The end of a unit.
    End { unit: Box<Unit>, last_day: Date },
}

/// Compares a reading with what lies at or below a unit, or with everything there is.
/// What the file does not place anywhere is placed right below that unit.
///
/// # Errors
/// When the database refuses.
pub async fn compare(db: &Db, within: Option<&Unit>, reading: &Reading) -> Result<Comparison> {
    let existing = Existing::read(db, within).await?;
    let comparing = Comparing {
        existing,
        places: Vec::new(),
        within,
        today: db.clock().today(),
        units: &reading.units,
        settled: BTreeMap::new(),
        taken: HashMap::new(),
        codes: HashMap::new(),
        steps: Vec::new(),
    };
    Ok(comparing.run(reading.remarks.clone()))
}

struct Comparing<'a> {
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
    steps: Vec<Step>,
}

impl Comparing<'_> {
    fn run(mut self, remarks: Vec<Remark>) -> Comparison {
        self.places = places(self.units, &self.existing);
        for index in order(&self.places) {
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
        Comparison { summary: summary(&rows), rows, remarks, steps }
    }

    /// A guess matters only where it decides something: for a unit that is new.
    fn remarks(&self, unit: &ReadUnit, outcome: &Outcome) -> Vec<Remark> {
        let mut remarks = unit.remarks.clone();
        if *outcome == Outcome::New && unit.kind.is_none() {
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
        match self.settled.get(&read) {
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
        if let Some(code) = unit.municipality_code.as_deref().filter(|_| super::places::is_municipality(unit))
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
        match (placed.as_slice(), named.as_slice(), above) {
            ([one], _, _) => Ok(Some(**one)),
            ([], [], _) | ([], _, Above::Read(_)) => Ok(None),
            // The only one of its name stands elsewhere: schools of one name exist in many places, boards move.
            ([], [one], _) if self.existing.units[*one].kind != UnitKind::SchoolUnit => Ok(Some(*one)),
            ([], _, _) => Ok(None),
            _ => Err(Fault::Ambiguous { text: unit.name.clone() }),
        }
    }

    fn add(&mut self, index: usize, above: Above) -> Outcome {
        let unit = &self.units[index];
        let parent = match above {
            Above::There(there) => Some(self.existing.units[there].id.clone()),
            Above::Read(_) => None,
            Above::Unsaid => self.usual_parent(unit),
        };
        let kind = unit.kind.or(unit.guess).unwrap_or(UnitKind::Other);
        let blank = NewUnit { kind: Some(kind), parent, ..NewUnit::default() };
        let new = Box::new(filled(unit, blank));
        let above = if let Above::Read(read) = above { Some(read) } else { None };
        self.steps.push(Step::Add { index, above, new });
        Outcome::New
    }

    /// Where a unit goes when the file does not say: to its municipality, else below the unit that was chosen.
    fn usual_parent(&self, unit: &ReadUnit) -> Option<Id> {
        let code = unit.municipality_code.as_deref().filter(|_| !super::places::is_municipality(unit));
        let municipality = code.and_then(|code| self.existing.municipality(code));
        municipality.map(|index| self.existing.units[index].id.clone()).or_else(|| self.within.map(|unit| unit.id.clone()))
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
        let name = |id: Option<&Id>| id.and_then(|id| self.existing.unit(id)).map(|unit| unit.name.clone()).unwrap_or_default();
        let after = match above {
            Above::Read(read) => self.units[read].name.clone(),
            _ if there.parent == new.parent => return None,
            _ => name(new.parent.as_ref()),
        };
        Some(FieldChange { field: "parent", before: name(there.parent.as_ref()), after })
    }

    /// A unit that living ones still lie below does not end.
    fn keep_those_with_units(&mut self) {
        loop {
            let ending: Vec<&Id> =
                self.steps.iter().filter_map(|step| if let Step::End { unit, .. } = step { Some(&unit.id) } else { None }).collect();
            let moved: HashMap<&Id, Option<&Id>> = self
                .steps
                .iter()
                .filter_map(|step| if let Step::Save { unit, new, .. } = step { Some((&unit.id, new.parent.as_ref())) } else { None })
                .collect();
            let living = self.existing.units.iter().filter(|unit| unit.valid_to.is_none() && !ending.contains(&&unit.id));
            let parents: Vec<&Id> = living.filter_map(|unit| moved.get(&unit.id).copied().unwrap_or(unit.parent.as_ref())).collect();
            let added = self.steps.iter().filter_map(|step| if let Step::Add { new, .. } = step { new.parent.as_ref() } else { None });
            let needed: Vec<&Id> = parents.into_iter().chain(added).collect();
            let Some(kept) = ending.into_iter().find(|id| needed.contains(id)).cloned() else { return };
            self.steps.retain(|step| !matches!(step, Step::End { unit, .. } if unit.id == kept));
            let index = self.settled.values_mut().find(|(_, found)| found.is_some_and(|found| self.existing.units[found].id == kept));
            if let Some((outcome, _)) = index {
                *outcome = Outcome::Refused { fault: Fault::HasUnits };
            }
        }
    }
}

/// A unit's present state, with another unit above it.
fn state(unit: &Unit, parent: Option<Id>) -> NewUnit {
    NewUnit {
        id: None,
        parent,
        kind: Some(unit.kind),
        name: unit.name.clone(),
        also: unit.also.clone(),
        role_text: unit.role_text.clone(),
        school_unit_code: unit.school_unit_code.clone(),
        municipality_code: unit.municipality_code.clone(),
        organisation_number: unit.organisation_number.clone(),
        details: unit.details.clone(),
        answers: unit.answers,
        valid_from: unit.valid_from.clone(),
    }
}

/// What the file says laid over a state; what it does not say stays.
fn filled(unit: &ReadUnit, state: NewUnit) -> NewUnit {
    let mut also = state.also;
    for name in &unit.also {
        if !also.iter().any(|other| fold(other) == fold(name)) {
            also.push(name.clone());
        }
    }
    let mut details = state.details;
    details.extend(unit.details.clone());
    match unit.status {
        Some(Status::Dormant) => drop(details.insert("status".to_owned(), "dormant".to_owned())),
        Some(Status::Planned) => drop(details.insert("status".to_owned(), "planned".to_owned())),
        Some(Status::Active) => drop(details.remove("status")),
        Some(Status::Ended) | None => {}
    }
    NewUnit {
        kind: unit.kind.or(state.kind),
        name: unit.name.clone(),
        also,
        details,
        role_text: unit.role_text.clone().unwrap_or(state.role_text),
        school_unit_code: unit.school_unit_code.clone().or(state.school_unit_code),
        municipality_code: unit.municipality_code.clone().or(state.municipality_code),
        organisation_number: unit.organisation_number.clone().or(state.organisation_number),
        valid_from: unit.valid_from.clone().or(state.valid_from),
        ..state
    }
}

fn changes(there: &Unit, new: &NewUnit) -> Vec<FieldChange> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let details = |details: &BTreeMap<String, String>| details.values().cloned().collect::<Vec<_>>().join(", ");
    let fields = [
        ("name", there.name.clone(), new.name.trim().to_owned()),
        ("kind", there.kind.as_str().to_owned(), new.kind.map(UnitKind::as_str).unwrap_or_default().to_owned()),
        ("also", there.also.join(", "), new.also.join(", ")),
        ("role_text", there.role_text.clone(), new.role_text.trim().to_owned()),
        ("school_unit_code", text(&there.school_unit_code), text(&new.school_unit_code)),
        ("municipality_code", text(&there.municipality_code), text(&new.municipality_code)),
        ("organisation_number", text(&there.organisation_number), text(&new.organisation_number)),
        ("details", details(&there.details), details(&new.details)),
    ];
    let change = |(field, before, after): (&'static str, String, String)| {
        (before != after).then_some(FieldChange { field, before, after })
    };
    fields.into_iter().filter_map(change).collect()
}

fn summary(rows: &[Row]) -> Summary {
    let mut summary = Summary::default();
    for row in rows {
        let count = match row.outcome {
            Outcome::New => &mut summary.new,
            Outcome::Changed { .. } => &mut summary.changed,
            Outcome::Unchanged => &mut summary.unchanged,
            Outcome::Ended { .. } => &mut summary.ended,
            Outcome::LeftOut => &mut summary.left_out,
            Outcome::Refused { .. } => &mut summary.refused,
        };
        *count += 1;
    }
    summary
}
