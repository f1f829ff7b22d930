//! Adding and changing units.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use base::{FieldError, FormErrors, Id};
use db::{Actor, Change, Db, DbError, Event, Queries, Result, Value, values};
use swedish::{fold, sort_key};

use super::{Answers, Unit, UnitKind};

/// A unit to be added, or the new state of one.
#[derive(Debug, Clone, Default)]
pub struct NewUnit {
    /// The id; `None` makes one.
    pub id: Option<Id>,
    /// The unit it belongs to.
    pub parent: Option<Id>,
    /// What it is; `None` is refused.
    pub kind: Option<UnitKind>,
    /// Its name.
    pub name: String,
    /// Other names it is known by.
    pub also: Vec<String>,
    /// What it does.
    pub role_text: String,
    /// Eight digits.
    pub school_unit_code: Option<String>,
    /// Four digits.
    pub municipality_code: Option<String>,
    /// Ten digits.
    pub organisation_number: Option<String>,
    /// What the register knows besides.
    pub details: BTreeMap<String, String>,
    /// Groups only: who answers.
    pub answers: Option<Answers>,
    /// The first day it exists, ISO.
    pub valid_from: Option<String>,
}

impl NewUnit {
    /// What is wrong with it, apart from what only the database knows.
    #[must_use]
    pub fn errors(&self) -> FormErrors {
        let mut errors = FormErrors::default();
        let _trimmed = errors.required("name", &self.name, 200);
        if self.kind.is_none() {
            errors.add("kind", FieldError::NotAChoice);
        }
        for (field, code, digits) in [
            ("school_unit_code", &self.school_unit_code, 8),
            ("municipality_code", &self.municipality_code, 4),
            ("organisation_number", &self.organisation_number, 10),
        ] {
            if code.as_ref().is_some_and(|code| code.len() != digits || !code.bytes().all(|byte| byte.is_ascii_digit()))
            {
                errors.add(field, FieldError::NotACode);
            }
        }
        if self.valid_from.as_ref().is_some_and(|date| date.parse::<jiff::civil::Date>().is_err()) {
            errors.add("valid_from", FieldError::NotADate);
        }
        errors
    }

    /// Adds the unit.
    ///
    /// # Errors
    /// [`DbError::Taken`] when the id or the school unit's code is in use, [`DbError::NoRow`] when the parent is missing.
    pub async fn add(&self, db: &Db, actor: Actor) -> Result<Id> {
        let change = db.change(actor).await?;
        let id = self.write(&change).await?;
        change.commit(Event::new("unit.added", "unit", &id)).await?;
        Ok(id)
    }

    /// Writes the unit within a larger change.
    ///
    /// # Errors
    /// As [`NewUnit::add`].
    pub async fn write(&self, change: &Change) -> Result<Id> {
        let mut additions = Additions::default();
        let id = additions.take(change, self).await?;
        additions.write(change).await?;
        Ok(id)
    }

    fn row(&self, id: &Id, path: &str) -> Vec<(&'static str, Value)> {
        let mut row = self.columns();
        row.push(("id", id.as_str().into()));
        row.push(("parent_id", self.parent.as_ref().map(Id::as_str).into()));
        row.push(("path", path.into()));
        row.push(("valid_from", self.valid_from.clone().into()));
        row
    }

    /// The columns that an addition and a change have in common.
    pub(super) fn columns(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("kind", self.kind.unwrap_or(UnitKind::Other).as_str().into()),
            ("name", self.name.trim().into()),
            ("sort_key", sort_key(self.name.trim()).into()),
            ("search", self.search().into()),
            ("also", serde_json::json!(self.also).to_string().into()),
            ("role_text", self.role_text.trim().into()),
            ("school_unit_code", self.school_unit_code.clone().into()),
            ("municipality_code", self.municipality_code.clone().into()),
            ("organisation_number", self.organisation_number.clone().into()),
            ("details", serde_json::json!(self.details).to_string().into()),
            ("answers", self.answers.map(Answers::as_str).into()),
        ]
    }

    /// What the unit is found by.
    fn search(&self) -> String {
        let codes = [&self.school_unit_code, &self.municipality_code, &self.organisation_number];
        let parts = std::iter::once(self.name.as_str())
            .chain(self.also.iter().map(String::as_str))
            .chain(codes.into_iter().flatten().map(String::as_str));
        fold(&parts.collect::<Vec<_>>().join(" "))
    }
}

/// Units that are added together within one change: each parent is looked up once, and many are written with each statement.
#[derive(Default)]
pub struct Additions {
    /// Where parents lie. True as long as nothing else is written.
    paths: HashMap<Id, String>,
    rows: Vec<Vec<(&'static str, Value)>>,
}

impl Additions {
    /// Takes a unit in; it may lie below one that was taken before.
    ///
    /// # Errors
    /// [`DbError::NoRow`] when the parent is missing.
    pub async fn take(&mut self, change: &Change, new: &NewUnit) -> Result<Id> {
        let id = new.id.clone().unwrap_or_else(|| change.new_id());
        let path = match new.parent.as_ref() {
            Some(parent) => format!("{}{id}/", self.path(change, parent).await?),
            None => format!("/{id}/"),
        };
        self.rows.push(new.row(&id, &path));
        self.paths.insert(id.clone(), path);
        Ok(id)
    }

    /// Writes what was taken, in that order, and forgets where parents lie: what is written next may move them.
    ///
    /// # Errors
    /// [`DbError::Taken`] when an id or a school unit's code is in use.
    pub async fn write(&mut self, change: &Change) -> Result<()> {
        self.paths.clear();
        change.insert_all("unit", std::mem::take(&mut self.rows)).await
    }

    async fn path(&mut self, change: &Change, parent: &Id) -> Result<&str> {
        match self.paths.entry(parent.clone()) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(new) => {
                let unit = Unit::find(change, parent).await?.ok_or(DbError::NoRow)?;
                Ok(new.insert(unit.path))
            }
        }
    }
}

/// The path of a unit below a parent.
pub(super) async fn path_below(change: &Change, parent: Option<&Id>, id: &Id) -> Result<String> {
    let Some(parent) = parent else { return Ok(format!("/{id}/")) };
    let unit = Unit::find(change, parent).await?.ok_or(DbError::NoRow)?;
    Ok(format!("{}{id}/", unit.path))
}

impl Unit {
    /// Makes a unit a member of a group within a change; twice is once.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_member(change: &Change, group: &Id, unit: &Id) -> Result<()> {
        let sql = "INSERT INTO unit_member (group_id, unit_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        change.execute(sql, values![group.as_str(), unit.as_str()]).await.map(drop)
    }

    /// Sets who is in a group.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn set_members(&self, db: &Db, actor: Actor, members: &[Id]) -> Result<()> {
        let change = db.change(actor).await?;
        change.execute("DELETE FROM unit_member WHERE group_id = $1", values![self.id.as_str()]).await?;
        for member in members {
            Self::add_member(&change, &self.id, member).await?;
        }
        let detail = serde_json::json!({ "members": members.len() });
        change.commit(Event::new("unit.members_set", "unit", &self.id).with(detail)).await
    }

    /// Whether this unit lies at or below the other.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.path.starts_with(&other.path)
    }

    /// Whether something with this id exists.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn exists(db: &impl Queries, id: &Id) -> Result<bool> {
        Ok(db.number("SELECT COUNT(*) FROM unit WHERE id = $1", values![id.as_str()]).await? > 0)
    }
}
