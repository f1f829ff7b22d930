//! Whom an occasion concerns.

use base::Id;
use db::{FromQueryResult, Queries, Result, sea_orm, values};
use identity::{UnitKind, Verb, Viewer};

use super::Occasion;

/// A unit where somebody has a role, and what they are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnUnit {
    /// The unit.
    pub id: Id,
    /// Its name.
    pub name: String,
    path: String,
    kind: Option<UnitKind>,
    functions: Vec<String>,
    /// Whether they answer for it.
    answers: bool,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    name: String,
    path: String,
    kind: String,
}

impl OwnUnit {
    /// The living units where the viewer has a role, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, viewer: &Viewer) -> Result<Vec<Self>> {
        if viewer.roles.is_empty() {
            return Ok(Vec::new());
        }
        let places: Vec<String> = (1..=viewer.roles.len()).map(|place| format!("${place}")).collect();
        let sql = format!(
            "SELECT id, name, path, kind FROM unit WHERE valid_to IS NULL AND id IN ({}) ORDER BY sort_key, id",
            places.join(", ")
        );
        let units = viewer.roles.iter().map(|held| held.unit.as_str().into()).collect();
        let rows = db.all::<Row>(&sql, units).await?;
        Ok(rows.into_iter().map(|row| Self::of(viewer, row)).collect())
    }

    fn of(viewer: &Viewer, row: Row) -> Self {
        let id = Id::stored(row.id);
        let held = || viewer.roles.iter().filter(|held| held.unit == id);
        Self {
            functions: held().filter_map(|held| held.function.clone()).collect(),
            answers: held().any(|held| held.role.allows(Verb::Submit)),
            name: row.name,
            path: row.path,
            kind: UnitKind::parse(&row.kind),
            id,
        }
    }
}

/// A living unit that an occasion concerns.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(super) struct Concerned {
    pub(super) id: String,
    pub(super) name: String,
}

impl Occasion {
    /// Whether it concerns somebody at a unit of theirs.
    #[must_use]
    pub fn concerns(&self, unit: &OwnUnit) -> bool {
        let is_meant = match self.unit_kind {
            Some(kind) => unit.kind == Some(kind) && unit.path.starts_with(&self.owner_path),
            None => unit.id == self.owner,
        };
        is_meant && if self.function.is_empty() { unit.answers } else { unit.functions.contains(&self.function) }
    }

    /// The living units that it concerns, in Swedish order.
    pub(super) async fn concerned(&self, db: &impl Queries) -> Result<Vec<Concerned>> {
        let (condition, values) = match self.unit_kind {
            Some(kind) => ("kind = $1 AND path LIKE $2", values![kind.as_str(), format!("{}%", self.owner_path)]),
            None => ("id = $1", values![self.owner.as_str()]),
        };
        let sql = format!("SELECT id, name FROM unit WHERE valid_to IS NULL AND {condition} ORDER BY sort_key, id");
        db.all(&sql, values).await
    }
}
