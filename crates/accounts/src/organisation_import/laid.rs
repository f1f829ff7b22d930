//! What a file says of a unit laid over what is known: what it does not say stays.

use std::collections::BTreeMap;

use base::Id;
use identity::{NewUnit, Unit, UnitKind};
use swedish::fold;

use super::compare::FieldChange;
use super::{ReadUnit, Status};

/// A unit's present state, with another unit above it.
pub(super) fn state(unit: &Unit, parent: Option<Id>) -> NewUnit {
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
pub(super) fn filled(unit: &ReadUnit, state: NewUnit) -> NewUnit {
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

/// The fields that differ, apart from the place in the tree.
pub(super) fn changes(there: &Unit, new: &NewUnit) -> Vec<FieldChange> {
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
