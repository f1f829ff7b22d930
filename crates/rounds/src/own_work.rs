//! Whose own work it is what a unit owes: not that of everybody above it. A coordinator sees to many units and does the work of
//! the one where they sit.

use base::Id;
use identity::{Role, Verb, Viewer};

/// Whether what the unit with this id and path owes is the viewer's own work.
pub(crate) fn is_of(viewer: &Viewer, verb: Verb, unit: &Id, path: &str) -> bool {
    viewer.roles.iter().any(|held| match held.role {
        Role::Coordinator => held.role.allows(verb) && held.unit == *unit,
        _ => held.allows(verb, path),
    })
}

/// The same as an SQL condition on a unit `u`; its values are appended.
pub(crate) fn condition(viewer: &Viewer, verb: Verb, values: &mut Vec<db::Value>) -> String {
    let mut close = viewer.clone();
    close.roles.retain(|held| held.role != Role::Coordinator);
    let mut parts = vec![close.reach(verb, "u.path", values)];
    for held in viewer.roles.iter().filter(|held| held.role == Role::Coordinator && held.role.allows(verb)) {
        values.push(held.unit.as_str().into());
        parts.push(format!("u.id = ${}", values.len()));
    }
    format!("({})", parts.join(" OR "))
}
