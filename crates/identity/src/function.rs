//! Functions that people hold at units, such as Rektor or Samordnare.

use base::Id;
use db::{Change, FromQueryResult, Queries, Result, sea_orm, values};
use serde::Serialize;

/// A function. Tasks may be addressed to "Rektor at every school".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Function {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: String,
    /// The kind of unit it sits at.
    pub unit_kind: String,
}

#[derive(FromQueryResult)]
struct FunctionRow {
    id: String,
    name: String,
    unit_kind: String,
}

impl Function {
    /// All functions by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries) -> Result<Vec<Self>> {
        let rows =
            db.all::<FunctionRow>("SELECT id, name, unit_kind FROM job_function ORDER BY sort_key", values![]).await?;
        let function = |row: FunctionRow| Self { id: Id::stored(row.id), name: row.name, unit_kind: row.unit_kind };
        Ok(rows.into_iter().map(function).collect())
    }

    /// Writes a function within a change.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn write(&self, change: &Change) -> Result<()> {
        let row = vec![
            ("id", self.id.as_str().into()),
            ("name", self.name.as_str().into()),
            ("sort_key", swedish::sort_key(&self.name).into()),
            ("unit_kind", self.unit_kind.as_str().into()),
        ];
        change.insert("job_function", row).await
    }
}
