//! That a unit has done what an occasion asked for in a year.

use base::{Id, Problem};
use db::{Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::Viewer;
use jiff::civil::Date;

use super::{Occasion, OwnUnit};

/// A unit that an occasion concerns, and when it was done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The unit's name.
    pub unit: String,
    /// The day it was done; none while it is not.
    pub done_on: Option<Date>,
}

#[derive(FromQueryResult)]
struct DoneRow {
    unit_id: String,
    done_on: String,
}

#[derive(FromQueryResult)]
struct Row {
    occasion_id: String,
    unit_id: String,
    year: i64,
}

impl Completion {
    /// Every unit that an occasion concerns, with whether it is done with the time that began in a year.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, occasion: &Occasion, year: i16) -> Result<Vec<Self>> {
        let sql = "SELECT unit_id, done_on FROM occasion_completion WHERE occasion_id = $1 AND year = $2";
        let done: Vec<DoneRow> = db.all(sql, values![occasion.id.as_str(), i64::from(year)]).await?;
        let of = |id: &str| done.iter().find(|row| row.unit_id == id).and_then(|row| row.done_on.parse().ok());
        let concerned = occasion.concerned(db).await?.into_iter();
        Ok(concerned.map(|unit| Self { done_on: of(&unit.id), unit: unit.name }).collect())
    }

    /// What these units are done with: occasion, unit and year.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn of_units(db: &impl Queries, units: &[OwnUnit]) -> Result<Vec<(Id, Id, i16)>> {
        if units.is_empty() {
            return Ok(Vec::new());
        }
        let places: Vec<String> = (1..=units.len()).map(|place| format!("${place}")).collect();
        let sql = format!(
            "SELECT occasion_id, unit_id, year FROM occasion_completion WHERE unit_id IN ({})",
            places.join(", ")
        );
        let rows: Vec<Row> = db.all(&sql, units.iter().map(|unit| unit.id.as_str().into()).collect()).await?;
        let year = |year: i64| i16::try_from(year).unwrap_or_default();
        let done = |row: Row| (Id::stored(row.occasion_id), Id::stored(row.unit_id), year(row.year));
        Ok(rows.into_iter().map(done).collect())
    }
}

impl Occasion {
    /// Notes that a unit is done with the time that begins in a year; twice is once.
    ///
    /// # Errors
    /// When the database refuses; a problem when the viewer does not find the occasion, it does not concern them at that unit, or it
    /// has no such time.
    pub async fn complete(db: &Db, viewer: &Viewer, id: &Id, unit: &Id, year: i16) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let occasion = Self::theirs(&change, viewer, id, unit).await?;
        occasion.recurrence.in_year(year).ok_or(Problem::NotFound)?;
        let sql = "INSERT INTO occasion_completion (id, occasion_id, unit_id, year, done_on) VALUES ($1, $2, $3, $4, $5) \
            ON CONFLICT DO NOTHING";
        let (row, today) = (change.new_id(), db.clock().today().to_string());
        let values = values![row.as_str(), id.as_str(), unit.as_str(), i64::from(year), today];
        if change.execute(sql, values).await? == 0 {
            return Ok(());
        }
        change.commit(Self::event("occasion.completed", id, unit, year)).await
    }

    /// Takes back that a unit is done, where it was.
    ///
    /// # Errors
    /// As [`Occasion::complete`].
    pub async fn reopen(db: &Db, viewer: &Viewer, id: &Id, unit: &Id, year: i16) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        Self::theirs(&change, viewer, id, unit).await?;
        let sql = "DELETE FROM occasion_completion WHERE occasion_id = $1 AND unit_id = $2 AND year = $3";
        if change.execute(sql, values![id.as_str(), unit.as_str(), i64::from(year)]).await? == 0 {
            return Ok(());
        }
        change.commit(Self::event("occasion.reopened", id, unit, year)).await
    }

    fn event(kind: &'static str, id: &Id, unit: &Id, year: i16) -> Event {
        Event::new(kind, "occasion", id).within(unit).with(serde_json::json!({ "year": year }))
    }

    /// The occasion, where it concerns the viewer at that unit.
    async fn theirs(db: &impl Queries, viewer: &Viewer, id: &Id, unit: &Id) -> Result<Self> {
        let occasion = Self::find(db, viewer, id).await?.ok_or(Problem::NotFound)?;
        let own = OwnUnit::list(db, viewer).await?;
        let is_theirs = own.iter().any(|own| own.id == *unit && occasion.concerns(own));
        if is_theirs { Ok(occasion) } else { Err(Problem::NotAllowed.into()) }
    }
}
