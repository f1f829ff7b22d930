//! Writing what a comparison found, all at once or not at all.

use std::collections::HashMap;

use base::Id;
use db::{Actor, Change, Db, DbError, Event, Result};
use identity::{Additions, NewUnit, Unit};

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
    let mut writing = Writing::default();
    for step in comparison.steps {
        writing.take(change, step).await?;
    }
    writing.additions.write(change).await?;
    let mut events = writing.events;
    let subject = within.map(|unit| unit.id.clone()).unwrap_or_else(|| change.new_id());
    let detail = serde_json::to_value(comparison.summary)?;
    events.push(Event::new("organisation.imported", "organisation", &subject).with(detail));
    Ok((comparison.summary, events))
}

/// Steps on their way into the database.
#[derive(Default)]
struct Writing {
    /// What is added until something else is written.
    additions: Additions,
    /// What the new units of the file became.
    added: HashMap<usize, Id>,
    events: Vec<Event>,
}

impl Writing {
    async fn take(&mut self, change: &Change, step: Step) -> Result<()> {
        let event = match step {
            Step::Add { index, above, mut new } => {
                self.place(&mut new, above)?;
                let id = self.additions.take(change, &new).await?;
                let event = Event::new("unit.added", "unit", &id);
                self.added.insert(index, id);
                event
            }
            Step::Save { unit, above, mut new } => {
                self.place(&mut new, above)?;
                self.additions.write(change).await?;
                // What lay above may have moved with an earlier step, and this unit's path with it.
                let fresh = if new.parent == unit.parent { None } else { Unit::find(change, &unit.id).await? };
                fresh.as_ref().unwrap_or(&unit).write_state(change, unit.revision, &new).await?;
                Event::new("unit.changed", "unit", &unit.id)
            }
            Step::End { unit, last_day } => {
                self.additions.write(change).await?;
                unit.write_end(change, last_day, None).await?;
                Event::new("unit.ended", "unit", &unit.id)
            }
        };
        self.events.push(event);
        Ok(())
    }

    /// Puts a unit below the one of the file that was added before it.
    fn place(&self, new: &mut NewUnit, above: Option<usize>) -> Result<()> {
        if let Some(above) = above {
            new.parent = Some(self.added.get(&above).cloned().ok_or(DbError::NoRow)?);
        }
        Ok(())
    }
}
