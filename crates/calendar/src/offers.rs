//! What the domain offers the others: occasions that wait for people, their days, and their names.

use base::Id;
use db::Db;
use exchange::{Answer, Dated, Message, Named, Work};
use identity::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::Occasion;
use crate::occasion::{Completion, OwnUnit, Time};

/// So many days after its last day an occasion that nobody is done with still waits; then it is history.
const DAYS_LATE: i64 = 60;

/// Occasions that concern the viewer at units of theirs, from some days ahead until the unit is done.
pub(crate) fn work<'a>(db: &'a Db, viewer: &'a Viewer) -> Answer<'a, Vec<Work>> {
    Box::pin(async move {
        let units = OwnUnit::list(db, viewer).await?;
        if units.is_empty() {
            return Ok(Vec::new());
        }
        let today = db.clock().today();
        let done = Completion::of_units(db, &units).await?;
        let mut work = Vec::new();
        for occasion in Occasion::list(db, viewer).await? {
            for unit in units.iter().filter(|unit| occasion.concerns(unit)) {
                let is_done = |time: &Time| done.contains(&(occasion.id.clone(), unit.id.clone(), time.year));
                let waiting = waiting(&occasion, today).into_iter().filter(|time| !is_done(time));
                work.extend(waiting.map(|time| waits(&occasion, unit, time)));
            }
        }
        Ok(work)
    })
}

/// The times of an occasion that are announced on a day, or were over not long ago.
fn waiting(occasion: &Occasion, today: Date) -> Vec<Time> {
    let ahead = today.saturating_add(i64::from(occasion.days_ahead).days());
    occasion.recurrence.between(today.saturating_sub(DAYS_LATE.days()), ahead)
}

fn waits(occasion: &Occasion, unit: &OwnUnit, time: Time) -> Work {
    Work {
        what: Message::new("calendar-work").with("name", &occasion.name).with("unit", &unit.name),
        why: Message::new("calendar-work-why").with("owner", &occasion.owner_name),
        deed: Message::new("calendar-work-deed"),
        href: format!("/calendar/occasions/{}?year={}", occasion.id, time.year),
        due: Some(time.to),
        minutes: occasion.minutes,
    }
}

/// The days of the year of each organisation that the viewer works in; not those of organisations below, of which there may be many.
pub(crate) fn dates<'a>(db: &'a Db, viewer: &'a Viewer, from: Date, to: Date) -> Answer<'a, Vec<Dated>> {
    Box::pin(async move {
        let mut dates = Vec::new();
        let is_ours = |occasion: &Occasion| viewer.roles.iter().any(|held| held.path.starts_with(&occasion.owner_path));
        for occasion in Occasion::list(db, viewer).await?.into_iter().filter(is_ours) {
            let what =
                Message::new("calendar-occasion").with("name", &occasion.name).with("owner", &occasion.owner_name);
            dates.extend(occasion.recurrence.between(from, to).into_iter().map(|time| Dated {
                what: what.clone(),
                href: format!("/calendar/occasions/{}?year={}", occasion.id, time.year),
                from: time.from,
                to: time.to,
            }));
        }
        Ok(dates)
    })
}

/// What an occasion is called.
pub(crate) fn name<'a>(db: &'a Db, viewer: &'a Viewer, kind: &'a str, id: &'a Id) -> Answer<'a, Option<Named>> {
    Box::pin(async move {
        if kind != "occasion" {
            return Ok(None);
        }
        let href = Some(format!("/calendar/occasions/{id}"));
        Ok(Occasion::find(db, viewer, id).await?.map(|occasion| Named { text: occasion.name, href }))
    })
}
