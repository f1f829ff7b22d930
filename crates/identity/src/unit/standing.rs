//! What happens to a unit over time: changes, a new name, a new place, an end, a merger. Nothing is forgotten.

use base::{Id, Problem};
use db::{Actor, Change, Db, DbError, Event, Queries, Result, values};
use jiff::civil::Date;

use super::addition::path_below;
use super::{NewUnit, Unit};

impl Unit {
    /// Saves a new state of the unit. A changed name is kept as a former one; a changed parent moves everything below.
    /// Answers with [`Problem::Conflict`] when somebody saved since `revision`, or [`Problem::Refused`] when the
    /// unit would end up below itself.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn save(&self, db: &Db, actor: Actor, revision: i64, new: &NewUnit) -> Result<()> {
        let change = db.change(actor).await?;
        self.write_state(&change, revision, new).await?;
        change.commit(Event::new("unit.changed", "unit", &self.id)).await
    }

    /// Saves a new state of the unit within a larger change, which records the event.
    ///
    /// # Errors
    /// As [`Unit::save`].
    pub async fn write_state(&self, change: &Change, revision: i64, new: &NewUnit) -> Result<()> {
        let claim = "UPDATE unit SET revision = revision + 1 WHERE id = $1 AND revision = $2";
        if change.execute(claim, values![self.id.as_str(), revision]).await? == 0 {
            return Err(Problem::Conflict.into());
        }
        if self.parent != new.parent && !self.move_below(change, new.parent.as_ref()).await? {
            return Err(Problem::Refused("unit-below-itself").into());
        }
        if self.name != new.name.trim() {
            self.keep_name(change, base::in_stockholm(change.at()).date()).await?;
        }
        change.update("unit", &self.id, new.columns()).await.map(drop)
    }

    /// Ends the unit, with or without somebody who takes over. Members and memberships stay as history.
    /// Answers with [`Problem::Refused`] when it has ended already or would succeed itself.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end(&self, db: &Db, actor: Actor, last_day: Date, successor: Option<&Id>) -> Result<()> {
        let change = db.change(actor).await?;
        self.write_end(&change, last_day, successor).await?;
        let kind = if successor.is_some() { "unit.merged" } else { "unit.ended" };
        change.commit(Event::new(kind, "unit", &self.id)).await
    }

    /// Ends the unit within a larger change, which records the event.
    ///
    /// # Errors
    /// As [`Unit::end`].
    pub async fn write_end(&self, change: &Change, last_day: Date, successor: Option<&Id>) -> Result<()> {
        if self.valid_to.is_some() || successor == Some(&self.id) {
            return Err(Problem::Refused("unit-ended-already").into());
        }
        let row = vec![("valid_to", last_day.to_string().into()), ("successor_id", successor.map(Id::as_str).into())];
        change.update("unit", &self.id, row).await.map(drop)
    }

    async fn keep_name(&self, change: &Change, today: Date) -> Result<()> {
        let sql = "INSERT INTO unit_name (unit_id, name, valid_to) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        change.execute(sql, values![self.id.as_str(), self.name.as_str(), today.to_string()]).await.map(drop)
    }

    /// `false` when the new parent lies below the unit itself.
    async fn move_below(&self, change: &Change, parent: Option<&Id>) -> Result<bool> {
        let path = match path_below(change, parent, &self.id).await {
            Err(DbError::NoRow) => return Ok(false),
            path => path?,
        };
        if path != self.path && path.starts_with(&self.path) {
            return Ok(false);
        }
        let sql = "UPDATE unit SET path = $1 || substr(path, CAST($2 AS INTEGER)) WHERE path LIKE $3";
        let from = i64::try_from(self.path.chars().count()).unwrap_or_default() + 1;
        change.execute(sql, values![path.as_str(), from, format!("{}%", self.path)]).await?;
        change.update("unit", &self.id, vec![("parent_id", parent.map(Id::as_str).into())]).await?;
        Ok(true)
    }

    /// The unit that answers today for one that may have been merged away.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn today(db: &impl Queries, id: &Id) -> Result<Option<Self>> {
        let mut id = id.clone();
        for _ in 0..20 {
            let Some(unit) = Self::find(db, &id).await? else { return Ok(None) };
            match &unit.successor {
                Some(successor) => id = successor.clone(),
                None => return Ok(Some(unit)),
            }
        }
        Ok(None)
    }
}
