//! A round at a glance: who owes what, and where it is.

use std::collections::{BTreeMap, BTreeSet};

use base::Id;
use db::{FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Verb, Viewer};
use jiff::civil::Date;
use serde::Serialize;

use super::{Item, Round};
use crate::report::ReportState;

/// One unit's report on one item, as far as the overview needs it.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The report.
    pub report: Id,
    /// The item.
    pub item: Id,
    /// The unit.
    pub unit: Id,
    /// Whether it leads.
    pub leads: bool,
    /// Where it is.
    pub state: ReportState,
    /// By when it is to be handed in.
    pub due: Date,
    /// The day it was handed in first.
    pub submitted: Option<Date>,
}

/// A unit of which something is expected.
#[derive(Debug, Clone)]
pub struct Body {
    /// The unit.
    pub unit: Id,
    /// Its name.
    pub name: String,
}

/// Everything at a glance.
#[derive(Debug, Clone)]
pub struct Overview {
    /// What is asked about, in order.
    pub items: Vec<Item>,
    /// Of whom, in Swedish order.
    pub bodies: Vec<Body>,
    /// The reports by unit and item; taken-out ones are left out.
    pub cells: BTreeMap<(Id, Id), Cell>,
    /// As on this day.
    today: Date,
}

/// How many of some reports are where. Excused ones are not expected. Of the expected, each is either received, returned, missing, or
/// still waited for; of the received, each came either on time or late.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// All but the excused.
    pub expected: usize,
    /// Handed in, and not returned since.
    pub received: usize,
    /// Of the received: handed in by the day it was due, the first time.
    pub on_time: usize,
    /// Of the received: handed in later.
    pub late: usize,
    /// Never handed in, and past due.
    pub missing: usize,
    /// Returned for completion.
    pub returned: usize,
    /// Begun and not handed in.
    pub drafts: usize,
    /// Approved or locked.
    pub approved: usize,
    /// Excused.
    pub excused: usize,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    item_id: String,
    unit_id: String,
    unit_name: String,
    leads: bool,
    state: String,
    first_submitted_on: Option<String>,
    until: Option<String>,
}

impl Round {
    /// Everything in the round that the viewer sees.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn overview(&self, db: &impl Queries, viewer: &Viewer, today: Date) -> Result<Overview> {
        let mut items = self.headings(db).await?;
        let mut values = values![self.id.as_str()];
        let seen = if viewer.may(Verb::See, &self.owner_path) {
            "TRUE".to_owned()
        } else {
            viewer.reach(Verb::See, "u.path", &mut values)
        };
        let sql = format!(
            "SELECT x.id, x.item_id, x.unit_id, u.name AS unit_name, x.leads, x.state, x.first_submitted_on, e.until FROM report x \
             JOIN unit u ON u.id = x.unit_id LEFT JOIN round_extension e ON e.round_id = x.round_id AND e.unit_id = x.unit_id WHERE x.round_id = $1 AND x.state <> 'removed' AND {seen} ORDER BY u.sort_key, u.id"
        );
        let rows: Vec<Stored> = db.all(&sql, values).await?;
        let mut bodies: Vec<Body> = Vec::new();
        let mut cells = BTreeMap::new();
        let (locked, due) = (self.is_locked(today), self.deadlines.due);
        for row in rows {
            let (unit, item) = (Id::stored(row.unit_id), Id::stored(row.item_id));
            if bodies.last().is_none_or(|body| body.unit != unit) {
                bodies.push(Body { unit: unit.clone(), name: row.unit_name });
            }
            let cell = Cell {
                report: Id::stored(row.id),
                item: item.clone(),
                unit: unit.clone(),
                leads: row.leads,
                state: ReportState::stored(&row.state, locked),
                due: row.until.and_then(|day| day.parse().ok()).map_or(due, |longer: Date| longer.max(due)),
                submitted: row.first_submitted_on.and_then(|day| day.parse().ok()),
            };
            cells.insert((unit, item), cell);
        }
        // Whoever sees some bodies alone is not shown what is asked of others.
        let asked: BTreeSet<&Id> = cells.keys().map(|(_, item)| item).collect();
        items.retain(|item| asked.contains(&item.id));
        Ok(Overview { items, bodies, cells, today })
    }
}

impl Cell {
    /// Whether it was due and has never come.
    #[must_use]
    pub fn is_missing(&self, today: Date) -> bool {
        today > self.due && matches!(self.state, ReportState::Expected | ReportState::Draft)
    }
}

impl Overview {
    /// What the report of a unit on an item is called where a state is shown: what is late and not there is missing.
    #[must_use]
    pub fn shown(&self, cell: &Cell) -> &'static str {
        if cell.is_missing(self.today) { "missing" } else { cell.state.as_str() }
    }

    /// How many reports are where, of those that a condition lets through.
    #[must_use]
    pub fn tally(&self, of: impl Fn(&Cell) -> bool) -> Tally {
        self.tally_of(self.cells.values().filter(|cell| of(cell)))
    }

    /// How many of these reports are where.
    #[must_use]
    pub fn tally_of<'a>(&self, cells: impl Iterator<Item = &'a Cell>) -> Tally {
        let mut tally = Tally::default();
        cells.for_each(|cell| tally.count(cell, self.today));
        tally
    }

    /// The tallies of all units, in the order of the bodies, of the reports that a condition lets through.
    #[must_use]
    pub fn by_body(&self, of: impl Fn(&Cell) -> bool) -> Vec<Tally> {
        let mut tallies: BTreeMap<&Id, Tally> = BTreeMap::new();
        for cell in self.cells.values().filter(|cell| of(cell)) {
            tallies.entry(&cell.unit).or_default().count(cell, self.today);
        }
        self.bodies.iter().map(|body| tallies.get(&body.unit).copied().unwrap_or_default()).collect()
    }

    /// The sections in order, each with its title and tally; items under nothing stand under an empty title.
    #[must_use]
    pub fn by_section(&self) -> Vec<(String, String, Tally)> {
        let mut sections: Vec<(String, String, Tally)> = Vec::new();
        let place: BTreeMap<&Id, &Item> = self.items.iter().map(|item| (&item.id, item)).collect();
        for item in &self.items {
            if !sections.iter().any(|(key, _, _)| *key == item.section_key) {
                sections.push((item.section_key.clone(), item.section.clone(), Tally::default()));
            }
        }
        for cell in self.cells.values() {
            let Some(item) = place.get(&cell.item) else { continue };
            if let Some((_, _, tally)) = sections.iter_mut().find(|(key, _, _)| *key == item.section_key) {
                tally.count(cell, self.today);
            }
        }
        sections
    }
}

impl Tally {
    /// Counts one report.
    pub fn count(&mut self, cell: &Cell, today: Date) {
        if cell.state == ReportState::Excused {
            self.excused += 1;
            return;
        }
        self.expected += 1;
        match cell.state {
            ReportState::Submitted => self.received += 1,
            ReportState::Approved | ReportState::Locked => {
                self.received += 1;
                self.approved += 1;
            }
            ReportState::Returned => self.returned += 1,
            ReportState::Draft => self.drafts += 1,
            ReportState::Expected | ReportState::Excused => {}
        }
        if matches!(cell.state, ReportState::Submitted | ReportState::Approved | ReportState::Locked) {
            match cell.submitted {
                Some(day) if day > cell.due => self.late += 1,
                _ => self.on_time += 1,
            }
        }
        if cell.is_missing(today) {
            self.missing += 1;
        }
    }

    /// The received of the expected, in whole percent; none where nothing is expected.
    #[must_use]
    pub fn percent(&self) -> Option<usize> {
        (self.expected > 0).then(|| self.received * 100 / self.expected)
    }
}
