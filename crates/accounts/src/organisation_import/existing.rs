//! The units that a file is compared with: those at or below one unit, with their former names.

use std::collections::{HashMap, HashSet};

use base::Id;
use db::{FromQueryResult, PageRequest, Queries, Result, sea_orm, values};
use identity::{Unit, UnitFilter, UnitKind};
use swedish::fold;

use super::codes;

/// The units in reach of an import, by what they are found by.
pub(super) struct Existing {
    pub(super) units: Vec<Unit>,
    by_id: HashMap<Id, usize>,
    by_school: HashMap<String, usize>,
    by_municipality: HashMap<String, usize>,
    by_number: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    by_other_name: HashMap<String, Vec<usize>>,
    /// Codes of living school units outside the reach.
    elsewhere: HashSet<String>,
}

#[derive(FromQueryResult)]
struct FormerName {
    unit_id: String,
    name: String,
}

impl Existing {
    /// Everything at or below the unit, or everything there is.
    pub(super) async fn read(db: &impl Queries, within: Option<&Unit>) -> Result<Self> {
        let filter = UnitFilter { below: within.map(|unit| unit.path.clone()), ended: true, ..UnitFilter::default() };
        let mut units = Vec::new();
        for page in 1.. {
            let part = Unit::list(db, &filter, PageRequest::new(page, 500)).await?;
            let last = part.rows.len() < 500;
            units.extend(part.rows);
            if last {
                break;
            }
        }
        let mut existing = Self::index(units);
        for former in db.all::<FormerName>("SELECT unit_id, name FROM unit_name", values![]).await? {
            if let Some(index) = existing.living(&Id::stored(former.unit_id)) {
                existing.by_other_name.entry(fold(&former.name)).or_default().push(index);
            }
        }
        let sql = "SELECT school_unit_code FROM unit WHERE valid_to IS NULL AND school_unit_code IS NOT NULL";
        let codes = db.texts(sql, values![]).await?.into_iter();
        existing.elsewhere = codes.filter(|code| !existing.by_school.contains_key(code)).collect();
        Ok(existing)
    }

    fn index(units: Vec<Unit>) -> Self {
        let mut existing = Self {
            by_id: HashMap::new(),
            by_school: HashMap::new(),
            by_municipality: HashMap::new(),
            by_number: HashMap::new(),
            by_name: HashMap::new(),
            by_other_name: HashMap::new(),
            elsewhere: HashSet::new(),
            units: Vec::new(),
        };
        for (index, unit) in units.iter().enumerate() {
            existing.by_id.insert(unit.id.clone(), index);
            if unit.valid_to.is_some() {
                continue;
            }
            existing.by_school.extend(unit.school_unit_code.clone().map(|code| (code, index)));
            if unit.kind == UnitKind::Municipality {
                existing.by_municipality.extend(unit.municipality_code.clone().map(|code| (code, index)));
            }
            if let Some(number) = &unit.organisation_number {
                existing.by_number.entry(number.clone()).or_default().push(index);
            }
            existing.by_name.entry(fold(&unit.name)).or_default().push(index);
            for name in &unit.also {
                existing.by_other_name.entry(fold(name)).or_default().push(index);
            }
        }
        existing.units = units;
        existing
    }

    fn living(&self, id: &Id) -> Option<usize> {
        self.by_id.get(id).copied().filter(|index| self.units[*index].valid_to.is_none())
    }

    /// The unit with this id.
    pub(super) fn unit(&self, id: &Id) -> Option<&Unit> {
        self.by_id.get(id).map(|index| &self.units[*index])
    }

    /// The living school unit with this code.
    pub(super) fn school(&self, code: &str) -> Option<usize> {
        self.by_school.get(code).copied()
    }

    /// Whether a living school unit out of reach has this code.
    pub(super) fn is_elsewhere(&self, code: &str) -> bool {
        self.elsewhere.contains(code)
    }

    /// The living municipality with this code.
    pub(super) fn municipality(&self, code: &str) -> Option<usize> {
        self.by_municipality.get(code).copied()
    }

    /// Living units with this organisation number: an organisation shares it with its boards.
    pub(super) fn numbered(&self, number: &str) -> &[usize] {
        self.by_number.get(number).map_or(&[], Vec::as_slice)
    }

    /// Living units of this name; those that only are or were also called so when none is.
    pub(super) fn named(&self, name: &str) -> &[usize] {
        let name = fold(name);
        self.by_name.get(&name).or_else(|| self.by_other_name.get(&name)).map_or(&[], Vec::as_slice)
    }

    /// Living units that a text means as the unit above: by code, else by name.
    pub(super) fn meant(&self, text: &str) -> Vec<usize> {
        if codes::is_code(text) {
            let digits = codes::digits(text);
            let padded = format!("0{digits}");
            let found =
                self.school(&digits).or_else(|| self.municipality(&digits)).or_else(|| self.municipality(&padded));
            return found.map_or_else(|| self.numbered(&digits).to_vec(), |index| vec![index]);
        }
        self.named(text).to_vec()
    }
}
