//! Who is in a group, and the end of a unit: rules that stand above the unit itself.

use std::collections::BTreeSet;

use base::{Id, Problem};
use db::{Actor, Db, Event, Queries, Result, values};
use identity::Unit;
use jiff::civil::Date;

/// Takes units into a group and out of it. Only what was changed is written, so that two who edit at once do not undo each other.
///
/// # Errors
/// [`Problem::Refused`] when the unit is no group or would be its own member, or when the database refuses.
pub(crate) async fn change_members(
    db: &Db,
    actor: Actor,
    group: &Unit,
    before: &BTreeSet<Id>,
    after: &BTreeSet<Id>,
) -> Result<()> {
    if !group.kind.is_group() || after.contains(&group.id) {
        return Err(Problem::Refused("unit-no-group").into());
    }
    let change = db.change(actor).await?;
    for id in after.difference(before) {
        if !Unit::exists(&change, id).await? {
            return Err(Problem::NotFound.into());
        }
        Unit::add_member(&change, &group.id, id).await?;
    }
    for id in before.difference(after) {
        let sql = "DELETE FROM unit_member WHERE group_id = $1 AND unit_id = $2";
        change.execute(sql, values![group.id.as_str(), id.as_str()]).await?;
    }
    let detail = serde_json::json!({
        "added": after.difference(before).count(),
        "removed": before.difference(after).count(),
    });
    change.commit(Event::new("unit.members_set", "unit", &group.id).with(detail)).await
}

/// Why a unit cannot end on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotThatDay {
    /// It had not begun.
    BeforeItBegan,
    /// The day has not come: until then the unit lives.
    InTheFuture,
}

/// Whether a day can be the unit's last one.
pub(crate) fn check_last_day(unit: &Unit, last_day: Date, today: Date) -> std::result::Result<(), NotThatDay> {
    if unit.valid_from.as_deref().and_then(|from| from.parse::<Date>().ok()).is_some_and(|from| last_day < from) {
        return Err(NotThatDay::BeforeItBegan);
    }
    if last_day > today { Err(NotThatDay::InTheFuture) } else { Ok(()) }
}

/// How many living units lie right below.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn living_below(db: &impl Queries, unit: &Unit) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM unit WHERE parent_id = $1 AND valid_to IS NULL";
    db.number(sql, values![unit.id.as_str()]).await
}

/// Ends a unit that nothing living lies below.
///
/// # Errors
/// [`Problem::Refused`] when it has ended, when units live below it, or when the database refuses.
pub(crate) async fn close(db: &Db, actor: Actor, unit: &Unit, last_day: Date, successor: Option<&Id>) -> Result<()> {
    if living_below(db, unit).await? > 0 {
        return Err(Problem::Refused("unit-has-units").into());
    }
    unit.end(db, actor, last_day, successor).await
}
