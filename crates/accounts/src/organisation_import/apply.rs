//! Writing what a comparison found, all at once or not at all.

use std::collections::HashMap;

use base::Id;
use db::{Actor, Change, Db, DbError, Event, Result};
use identity::Unit;

use super::Reading;
use super::compare::{Step, Summary, compare};

/// Takes a reading in: compares it with what lies at or below a unit, or with everything there is, and writes the difference.
/// Units that are refused are passed over, and counted.
///
/// # Errors
/// When the database refuses, or [`base::Problem::Conflict`] when somebody saved one of the units meanwhile.
pub async fn apply(db: &Db, actor: Actor, within: Option<&Unit>, reading: &Reading) -> Result<Summary> {
    let change = db.change(actor).await?;
    let (summary, events) = write(db, &change, within, reading).await?;
    change.commit_all(events).await?;
    Ok(summary)
}

/// Takes a reading in within a larger change and returns the events that belong to it.
pub(super) async fn write(
    db: &Db,
    change: &Change,
    within: Option<&Unit>,
    reading: &Reading,
) -> Result<(Summary, Vec<Event>)> {
    let comparison = compare(db, within, reading).await?;
    let mut added: HashMap<usize, Id> = HashMap::new();
    let mut events = Vec::new();
    for step in comparison.steps {
        events.push(take(change, step, &mut added).await?);
    }
    let subject = within.map(|unit| unit.id.clone()).unwrap_or_else(|| change.new_id());
    let detail = serde_json::to_value(comparison.summary)?;
    events.push(Event::new("organisation.imported", "organisation", &subject).with(detail));
    Ok((comparison.summary, events))
}

async fn take(change: &Change, step: Step, added: &mut HashMap<usize, Id>) -> Result<Event> {
    match step {
        Step::Add { index, above, mut new } => {
            if let Some(above) = above {
                new.parent = Some(added.get(&above).cloned().ok_or(DbError::NoRow)?);
            }
            let id = new.write(change).await?;
            let event = Event::new("unit.added", "unit", &id);
            added.insert(index, id);
            Ok(event)
        }
        Step::Save { unit, above, mut new } => {
            if let Some(above) = above {
                new.parent = Some(added.get(&above).cloned().ok_or(DbError::NoRow)?);
            }
            // What lay above may have moved with an earlier step, and this unit's path with it.
            let fresh = if new.parent == unit.parent { None } else { Unit::find(change, &unit.id).await? };
            fresh.as_ref().unwrap_or(&unit).write_state(change, unit.revision, &new).await?;
            Ok(Event::new("unit.changed", "unit", &unit.id))
        }
        Step::End { unit, last_day } => {
            unit.write_end(change, last_day, None).await?;
            Ok(Event::new("unit.ended", "unit", &unit.id))
        }
    }
}
