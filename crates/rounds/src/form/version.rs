//! A version of a form: all its questions at a time.

use base::Id;
use db::{Change, DbError, FromQueryResult, Queries, Result, sea_orm, values};
use forms::Form;

use super::OwnForm;

/// A version of a form.
#[derive(Debug, Clone)]
pub struct FormVersion {
    /// The id.
    pub id: Id,
    /// The first is 1.
    pub number: i64,
    /// Whether it is published and never changes.
    pub published: bool,
    /// All that it asks.
    pub definition: Form,
    /// Grows with every change.
    pub revision: i64,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    number: i64,
    state: String,
    definition: String,
    revision: i64,
}

impl TryFrom<Stored> for FormVersion {
    type Error = DbError;

    fn try_from(row: Stored) -> Result<Self> {
        Ok(Self {
            definition: serde_json::from_str(&row.definition)?,
            id: Id::stored(row.id),
            number: row.number,
            published: row.state == "published",
            revision: row.revision,
        })
    }
}

impl OwnForm {
    /// The version with that number.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn version(&self, db: &impl Queries, number: i64) -> Result<Option<FormVersion>> {
        let sql = "SELECT id, number, state, definition, revision FROM form_version WHERE form_id = $1 AND number = $2";
        let stored = db.optional::<Stored>(sql, values![self.id.as_str(), number]).await?;
        stored.map(FormVersion::try_from).transpose()
    }

    /// The version to look at: the one that is being written, else the latest published one.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn latest(&self, db: &impl Queries) -> Result<Option<FormVersion>> {
        match self.draft.or(self.published) {
            Some(number) => self.version(db, number).await,
            None => Ok(None),
        }
    }
}

impl FormVersion {
    /// Begins a draft.
    pub(super) async fn begin(change: &Change, form: &Id, number: i64, definition: &Form) -> Result<()> {
        let row = vec![
            ("id", change.new_id().as_str().into()),
            ("form_id", form.as_str().into()),
            ("number", number.into()),
            ("state", "draft".into()),
            ("definition", serde_json::to_string(definition)?.into()),
            ("revision", 1_i64.into()),
            ("changed_at", change.at().as_microsecond().into()),
        ];
        change.insert("form_version", row).await
    }
}
