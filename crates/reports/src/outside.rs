//! Series of figures that somebody else keeps, such as Kolada's: read in from a file, and taken by indicators as they are.

pub mod creation;
pub mod editing;
pub mod file;
pub mod reading;
pub mod removal;
pub mod renewal;

use base::{Id, Problem};
use db::{FromQueryResult, Queries, Result, Value, sea_orm, values};
use identity::{Verb, Viewer};
use indicators::{Kind, Point, Series};

pub use reading::{Given, Unread, Why};

/// What a rate is told per where nothing is said.
pub(crate) const USUAL_BASE: u32 = 100_000;

/// A series of figures from outside.
#[derive(Debug, Clone, PartialEq)]
pub struct OutsideSeries {
    /// The id.
    pub id: Id,
    /// The unit that keeps it here.
    pub owner: Id,
    /// Its name.
    pub owner_name: String,
    /// Its place in the tree.
    pub owner_path: String,
    /// What it is called.
    pub title: String,
    /// Where it comes from, in words.
    pub origin: String,
    /// What kind of figure it is of.
    pub kind: Kind,
    /// What one should know of it.
    pub note: String,
    /// The day its figures were fetched, the last time; ISO.
    pub fetched_on: String,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    owner_id: String,
    owner_name: String,
    owner_path: String,
    title: String,
    origin: String,
    kind: String,
    per: Option<i64>,
    note: String,
    fetched_on: String,
}

#[derive(FromQueryResult)]
struct StoredYear {
    year: i64,
    value: Option<f64>,
    part: Option<i64>,
    whole: Option<i64>,
}

const COLUMNS: &str = "s.id, s.owner_id, u.name AS owner_name, u.path AS owner_path, s.title, s.origin, s.kind, s.per, \
    s.note, s.fetched_on";

/// The kind with that name; none where a series from outside cannot be of it.
#[must_use]
pub fn kind(name: &str, per: Option<u32>) -> Option<Kind> {
    Some(match name {
        "number" => Kind::Number,
        "share" => Kind::Share,
        "rate" => Kind::Rate { per: per.unwrap_or(USUAL_BASE) },
        "mean" => Kind::Mean,
        _ => return None,
    })
}

impl From<Stored> for OutsideSeries {
    fn from(row: Stored) -> Self {
        let per = row.per.and_then(|per| u32::try_from(per).ok());
        Self {
            id: Id::stored(row.id),
            owner: Id::stored(row.owner_id),
            owner_name: row.owner_name,
            owner_path: row.owner_path,
            title: row.title,
            origin: row.origin,
            kind: kind(&row.kind, per).unwrap_or(Kind::Number),
            note: row.note,
            fetched_on: row.fetched_on,
        }
    }
}

impl OutsideSeries {
    /// The series, if the viewer sees what its owner has.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &impl Queries, viewer: &Viewer, id: &Id) -> Result<Option<Self>> {
        let mut values = values![id.as_str()];
        let seen = viewer.reach(Verb::See, "u.path", &mut values);
        Ok(Self::found(db, &format!("s.id = $1 AND {seen}"), values).await?.pop())
    }

    /// The series that the viewer sees, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, viewer: &Viewer) -> Result<Vec<Self>> {
        let mut values = Vec::new();
        let seen = viewer.reach(Verb::See, "u.path", &mut values);
        Self::found(db, &seen, values).await
    }

    /// The series that an indicator takes its figures from: whoever sees the indicator sees them.
    pub(crate) async fn taken(db: &impl Queries, id: &str) -> Result<Option<Self>> {
        Ok(Self::found(db, "s.id = $1", values![id]).await?.pop())
    }

    async fn found(db: &impl Queries, condition: &str, values: Vec<Value>) -> Result<Vec<Self>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM outside_series s JOIN unit u ON u.id = s.owner_id WHERE {condition} \
             ORDER BY s.sort_key, s.id"
        );
        Ok(db.all::<Stored>(&sql, values).await?.into_iter().map(Self::from).collect())
    }

    /// What it says of each year, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn years(&self, db: &impl Queries) -> Result<Vec<Given>> {
        let sql = "SELECT year, value, part, whole FROM outside_value WHERE series_id = $1 ORDER BY year";
        let count = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok());
        let given = |row: StoredYear| Given {
            year: i16::try_from(row.year).unwrap_or_default(),
            value: row.value,
            part: count(row.part),
            whole: count(row.whole),
        };
        Ok(db.all::<StoredYear>(sql, values![self.id.as_str()]).await?.into_iter().map(given).collect())
    }

    /// Its years as points, with a gap for each that is missing between the first and the last.
    #[must_use]
    pub fn points(&self, years: &[Given]) -> Vec<Point> {
        let point = |given: &Given| Point { value: given.figure(self.kind), ..Point::gap(given.year, 0) };
        Series::filled(years.iter().map(point))
    }

    /// Whether the viewer may write it.
    #[must_use]
    pub fn may_write(&self, viewer: &Viewer) -> bool {
        viewer.may(Verb::Write, &self.owner_path)
    }

    /// Refuses a viewer who may not write it.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] or [`Problem::NotSignedIn`].
    pub fn check(&self, viewer: &Viewer) -> std::result::Result<(), Problem> {
        viewer.check(Verb::Write, &self.owner_path)
    }
}
