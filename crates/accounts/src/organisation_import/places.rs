//! Which unit each one of a file belongs to: another one of the file, or one that is there.

use std::collections::HashMap;

use swedish::fold;

use super::existing::Existing;
use super::{Fault, ReadUnit, codes};

/// What a unit belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Above {
    /// The file does not say.
    Unsaid,
    /// A unit of the file.
    Read(usize),
    /// A unit that is there, by its index.
    There(usize),
}

/// For each unit what it belongs to, or why that cannot be said.
pub(super) fn places(units: &[ReadUnit], existing: &Existing) -> Vec<Result<Above, Fault>> {
    let index = index(units);
    let mut places: Vec<Result<Above, Fault>> = units.iter().map(|unit| place(unit, &index, existing)).collect();
    for start in 0..units.len() {
        if goes_round(start, &places) {
            places[start] = Err(Fault::Circular);
        }
    }
    places
}

/// Units of the file by folded name and by code.
fn index(units: &[ReadUnit]) -> HashMap<String, Vec<usize>> {
    let mut index: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, unit) in units.iter().enumerate() {
        let own = [&unit.school_unit_code, &unit.organisation_number].into_iter().flatten().cloned();
        let names = std::iter::once(&unit.name).chain(&unit.also).map(|name| fold(name));
        // Schools carry the code of their municipality: it names the municipality alone.
        let municipality = unit.municipality_code.clone().filter(|_| is_municipality(unit));
        for key in own.chain(names).chain(municipality).filter(|key| !key.is_empty()) {
            let numbers = index.entry(key).or_default();
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
    }
    index
}

/// Whether a unit of the file is a municipality.
pub(super) fn is_municipality(unit: &ReadUnit) -> bool {
    unit.kind.or(unit.guess) == Some(identity::UnitKind::Municipality)
}

fn place(unit: &ReadUnit, index: &HashMap<String, Vec<usize>>, existing: &Existing) -> Result<Above, Fault> {
    let Some(text) = &unit.parent else { return Ok(Above::Unsaid) };
    let key = if codes::is_code(text) { codes::digits(text) } else { fold(text) };
    let read = index.get(&key).map_or(&[][..], Vec::as_slice);
    match (read, existing.meant(text).as_slice()) {
        ([one], _) => Ok(Above::Read(*one)),
        ([], [one]) => Ok(Above::There(*one)),
        ([], []) => Err(Fault::UnknownParent { text: text.clone() }),
        _ => Err(Fault::AmbiguousParent { text: text.clone() }),
    }
}

/// The deepest that units of a file may lie below one another. No administration is as deep.
const DEEPEST: usize = 64;

/// Whether the way up from a unit of the file comes back to it. Whoever only leads into such a ring is refused with its parent.
fn goes_round(start: usize, places: &[Result<Above, Fault>]) -> bool {
    way_up(start, places).any(|above| above == start)
}

/// The units of the file above one of them, the nearest first.
fn way_up(start: usize, places: &[Result<Above, Fault>]) -> impl Iterator<Item = usize> {
    let above = |at: &usize| if let Ok(Above::Read(next)) = &places[*at] { Some(*next) } else { None };
    std::iter::successors(above(&start), move |at| above(at)).take(DEEPEST)
}

/// The units in an order in which each comes after the one it belongs to, and municipalities before what lies beside them.
pub(super) fn order(units: &[ReadUnit], places: &[Result<Above, Fault>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_cached_key(|index| (way_up(*index, places).count(), !is_municipality(&units[*index])));
    order
}
