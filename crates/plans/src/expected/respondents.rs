//! Which units a plan's parties are.

use std::collections::HashMap;

use base::Id;
use identity::{Answering, Function, UnitKind};

use crate::content::{Action, Party};

/// The register as a plan's owner asks it.
pub(crate) struct Respondents {
    answering: Answering,
    functions: HashMap<Id, UnitKind>,
    /// The path of the municipality, region or county that the owner is of; functions are looked for there.
    area: Option<String>,
    /// Names of parties that lead to no unit, each once.
    pub(super) unknown: Vec<String>,
}

impl Respondents {
    pub(crate) fn new(answering: Answering, functions: Vec<Function>, owner: &Id) -> Self {
        let area = answering.area(owner).map(str::to_owned);
        let known = |function: Function| Some((function.id, UnitKind::parse(&function.unit_kind)?));
        Self { answering, functions: functions.into_iter().filter_map(known).collect(), area, unknown: Vec::new() }
    }

    /// The units that answer for an action, the leading ones first, each once. A party that leads to none is noted as unknown.
    pub(super) fn of(&mut self, action: &Action) -> Vec<(Id, bool)> {
        let mut from = Vec::new();
        for (party, leads) in action.parties() {
            let units = self.units(party);
            if units.is_empty() && !self.unknown.iter().any(|name| name == party.name()) {
                self.unknown.push(party.name().to_owned());
            }
            from.extend(units.into_iter().map(|unit| (unit, leads)));
        }
        each_once(from)
    }

    fn units(&self, party: &Party) -> Vec<Id> {
        match party {
            Party::Unit { unit, .. } => self.answering.of(unit),
            Party::Function { function, .. } => match (self.functions.get(function), &self.area) {
                (Some(kind), Some(area)) => self.answering.of_kind(*kind, area),
                _ => Vec::new(),
            },
            Party::Named { .. } => Vec::new(),
        }
    }
}

/// Each unit once, where it stands first; it leads when any of its places says so.
pub(super) fn each_once(from: impl IntoIterator<Item = (Id, bool)>) -> Vec<(Id, bool)> {
    let mut units: Vec<(Id, bool)> = Vec::new();
    let mut places: HashMap<Id, usize> = HashMap::new();
    for (unit, leads) in from {
        match places.get(&unit) {
            Some(place) => units[*place].1 |= leads,
            None => {
                places.insert(unit.clone(), units.len());
                units.push((unit, leads));
            }
        }
    }
    units
}
