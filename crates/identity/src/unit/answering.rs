//! Who answers in the end when a unit is asked: groups are opened up, and units that have ended followed to those who took over.

use std::collections::{HashMap, HashSet};

use base::Id;
use db::{FromQueryResult, Queries, Result, sea_orm, values};

use super::{Answers, UnitKind};

/// Mergers that are followed from one unit to the next; more would be a circle.
const MOST_MERGERS: usize = 20;

/// The whole organisation as it answers today, read in two questions: for whoever asks hundreds of units at once.
#[derive(Debug, Clone, Default)]
pub struct Answering {
    units: HashMap<Id, Asked>,
    /// In Swedish order.
    living: Vec<Id>,
    /// By group, in Swedish order.
    members: HashMap<Id, Vec<Id>>,
}

#[derive(Debug, Clone)]
struct Asked {
    path: String,
    kind: UnitKind,
    answers: Option<Answers>,
    has_ended: bool,
    successor: Option<Id>,
}

#[derive(FromQueryResult)]
struct UnitRow {
    id: String,
    path: String,
    kind: String,
    answers: Option<String>,
    valid_to: Option<String>,
    successor_id: Option<String>,
}

#[derive(FromQueryResult)]
struct MemberRow {
    group_id: String,
    unit_id: String,
}

impl Answering {
    /// Reads the organisation.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn load(db: &impl Queries) -> Result<Self> {
        let mut answering = Self::default();
        let sql = "SELECT id, path, kind, answers, valid_to, successor_id FROM unit ORDER BY sort_key, id";
        for row in db.all::<UnitRow>(sql, values![]).await? {
            let id = Id::stored(row.id);
            if row.valid_to.is_none() {
                answering.living.push(id.clone());
            }
            let asked = Asked {
                path: row.path,
                kind: UnitKind::parse(&row.kind).unwrap_or(UnitKind::Other),
                answers: row.answers.as_deref().and_then(Answers::parse),
                has_ended: row.valid_to.is_some(),
                successor: row.successor_id.map(Id::stored),
            };
            answering.units.insert(id, asked);
        }
        let sql =
            "SELECT m.group_id, m.unit_id FROM unit_member m JOIN unit u ON u.id = m.unit_id ORDER BY u.sort_key, u.id";
        for row in db.all::<MemberRow>(sql, values![]).await? {
            answering.members.entry(Id::stored(row.group_id)).or_default().push(Id::stored(row.unit_id));
        }
        Ok(answering)
    }

    /// The units that answer where this one is asked, each once: its members where each of a group answers, else itself or
    /// whoever took over. None where it has ended and nobody did, or a group of which each answers is empty.
    #[must_use]
    pub fn of(&self, unit: &Id) -> Vec<Id> {
        let mut found = Vec::new();
        self.open(unit, &mut HashSet::new(), &mut found);
        found
    }

    /// Everything that a unit answers for when it is asked: itself, groups of which each answers, and units it took over from.
    #[must_use]
    pub fn asked_as(&self, unit: &Id) -> Vec<Id> {
        let leads_on = |asked: &Asked| asked.kind.is_group() || asked.has_ended;
        let others = self.units.iter().filter(|(_, asked)| leads_on(asked)).map(|(id, _)| id);
        let answered = others.filter(|id| *id != unit && self.of(id).contains(unit)).cloned();
        std::iter::once(unit.clone()).chain(answered).collect()
    }

    /// The living units of a kind at or below a path, in Swedish order.
    #[must_use]
    pub fn of_kind(&self, kind: UnitKind, below: &str) -> Vec<Id> {
        let fits = |asked: &Asked| asked.kind == kind && asked.path.starts_with(below);
        self.living.iter().filter(|id| self.units.get(*id).is_some_and(fits)).cloned().collect()
    }

    /// The path of the municipality, region or county that a unit is or lies in; of its root where it lies in none.
    #[must_use]
    pub fn area(&self, unit: &Id) -> Option<&str> {
        let path = &self.units.get(unit)?.path;
        let above =
            || path.split('/').filter(|id| !id.is_empty()).filter_map(|id| self.units.get(&Id::stored(id.to_owned())));
        let is_area =
            |asked: &&Asked| matches!(asked.kind, UnitKind::Municipality | UnitKind::Region | UnitKind::County);
        above().rfind(is_area).or_else(|| above().next()).map(|asked| asked.path.as_str())
    }

    fn open(&self, unit: &Id, seen: &mut HashSet<Id>, found: &mut Vec<Id>) {
        let Some((unit, asked)) = self.today(unit) else { return };
        if !seen.insert(unit.clone()) {
            return;
        }
        if asked.kind.is_group() && asked.answers == Some(Answers::Each) {
            for member in self.members.get(unit).into_iter().flatten() {
                self.open(member, seen, found);
            }
        } else {
            found.push(unit.clone());
        }
    }

    /// The unit, or the one that took over from it.
    fn today<'a>(&'a self, unit: &'a Id) -> Option<(&'a Id, &'a Asked)> {
        let mut unit = unit;
        for _ in 0..MOST_MERGERS {
            let asked = self.units.get(unit)?;
            match (&asked.successor, asked.has_ended) {
                (Some(successor), _) => unit = successor,
                (None, false) => return Some((unit, asked)),
                (None, true) => return None,
            }
        }
        None
    }
}
