//! Reminders: who is told on which day that something of theirs has not been handed in. Values in, values out.
//!
//! On Mondays everybody gets one mail about all that is open for them. Before and after the day a round is due they get one about
//! that, unless it is a Monday. So nobody gets more than one on a day, and whoever has handed in gets none.

mod collection;
pub(crate) mod mailing;
mod outlook;
mod switch;
#[cfg(test)]
mod tests;

use base::Id;
use identity::{Verb, Viewer};
use jiff::civil::{Date, Weekday};

pub use mailing::{KIND, remind};
pub use outlook::{Coming, Outlook, Told, Unreached};

use crate::own_work;

/// Days from the due day on which those are reminded who have not handed in.
pub const EXTRA_DAYS: [i32; 3] = [-3, 1, 7];

/// What a unit has not handed in yet in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The round.
    pub round: Id,
    /// What it is called.
    pub title: String,
    /// The unit that asks.
    pub owner: Id,
    /// Whether the round reminds.
    pub reminds: bool,
    /// The unit that answers.
    pub unit: Id,
    /// Its name.
    pub unit_name: String,
    /// Its place in the tree.
    pub unit_path: String,
    /// How many reports are left.
    pub reports: i64,
    /// The first day for answers.
    pub opens: Date,
    /// The day it is due for the unit: that of its longer time, where it has one.
    pub due: Date,
    /// The unit's last day for handing in.
    pub last: Date,
}

/// What somebody is reminded of on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Who.
    pub person: Id,
    /// Of which rounds, in the order they are due.
    pub lines: Vec<Line>,
}

/// What is left in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The round.
    pub round: Id,
    /// What it is called.
    pub title: String,
    /// The unit that asks.
    pub owner: Id,
    /// The units whose reports are left.
    pub units: Vec<Id>,
    /// How many reports are left.
    pub reports: i64,
}

impl Open {
    /// Whether it is waited for on a day.
    fn is_waited_for(&self, day: Date) -> bool {
        self.reminds && self.reports > 0 && self.opens <= day && day <= self.last
    }

    /// Whether a day has the distance from the due day on which one is reminded.
    fn has_extra_day(&self, day: Date) -> bool {
        self.due.until(day).is_ok_and(|distance| EXTRA_DAYS.contains(&distance.get_days()))
    }

    /// Whether it is told about on a day.
    #[must_use]
    pub fn is_told_on(&self, day: Date) -> bool {
        self.is_waited_for(day) && (day.weekday() == Weekday::Monday || self.has_extra_day(day))
    }

    /// Whether it is the person's own work, and they can be written to.
    #[must_use]
    pub fn reaches(&self, viewer: &Viewer) -> bool {
        let has_address = viewer.person.as_ref().is_some_and(|person| !person.email.is_empty());
        has_address && own_work::is_of(viewer, Verb::Submit, &self.unit, &self.unit_path)
    }
}

impl Reminder {
    /// Where its link leads: to the unit's page where it is about one, otherwise to all that waits for the person.
    #[must_use]
    pub fn path(&self) -> String {
        match self.lines.as_slice() {
            [Line { round, units, .. }] if units.len() == 1 => format!("/rounds/{round}/bodies/{}", units[0]),
            _ => "/".to_owned(),
        }
    }

    fn add(&mut self, open: &Open) {
        match self.lines.iter_mut().find(|line| line.round == open.round) {
            Some(line) => {
                line.reports += open.reports;
                line.units.push(open.unit.clone());
            }
            None => self.lines.push(Line {
                round: open.round.clone(),
                title: open.title.clone(),
                owner: open.owner.clone(),
                units: vec![open.unit.clone()],
                reports: open.reports,
            }),
        }
    }
}

/// Who is reminded of what on a day, in the order of the people; what is open is told in the order it is given.
#[must_use]
pub fn reminders(day: Date, people: &[Viewer], open: &[Open]) -> Vec<Reminder> {
    let told: Vec<&Open> = open.iter().filter(|open| open.is_told_on(day)).collect();
    let reminder = |viewer: &Viewer| {
        let person = viewer.person.as_ref()?.id.clone();
        let mut reminder = Reminder { person, lines: Vec::new() };
        told.iter().filter(|open| open.reaches(viewer)).for_each(|open| reminder.add(open));
        (!reminder.lines.is_empty()).then_some(reminder)
    };
    people.iter().filter_map(reminder).collect()
}
