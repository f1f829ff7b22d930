//! A plan seen from those who carry it: what each leads and takes part in.

use base::Id;
use swedish::{fold, sort_key};

use crate::content::{Action, Content, Party};

/// One body's part in a plan.
#[derive(Debug)]
pub struct Part<'a> {
    /// The unit, where the register has it.
    pub unit: Option<Id>,
    /// The name.
    pub name: String,
    /// What the plan says about its role.
    pub role: String,
    /// What it leads, in reading order.
    pub leads: Vec<&'a Action>,
    /// What it takes part in, in reading order.
    pub takes_part: Vec<&'a Action>,
}

/// Every body, group and function that answers for something or whose role is described, in Swedish order.
#[must_use]
pub fn by_actor(content: &Content) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for body in &content.bodies {
        let part = part(&mut parts, body.unit.as_ref(), &body.name);
        part.role.clone_from(&body.role);
    }
    for (_, action) in content.actions() {
        for (party, leads) in action.parties() {
            let part = part(&mut parts, party.unit(), Party::name(party));
            let list = if leads { &mut part.leads } else { &mut part.takes_part };
            list.push(action);
        }
    }
    parts.sort_by_key(|part| sort_key(&part.name));
    parts
}

/// The part of this unit, or of this name where there is no unit; a new one when there is none yet.
fn part<'p, 'a>(parts: &'p mut Vec<Part<'a>>, unit: Option<&Id>, name: &str) -> &'p mut Part<'a> {
    let same = |part: &Part<'_>| match (unit, &part.unit) {
        (Some(unit), Some(other)) => unit == other,
        (None, None) => fold(name) == fold(&part.name),
        _ => false,
    };
    let at = parts.iter().position(same).unwrap_or_else(|| {
        let (unit, name) = (unit.cloned(), name.to_owned());
        parts.push(Part { unit, name, role: String::new(), leads: Vec::new(), takes_part: Vec::new() });
        parts.len() - 1
    });
    &mut parts[at]
}
