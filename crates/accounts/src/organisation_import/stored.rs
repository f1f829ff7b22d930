//! A reading that waits between the dry run and the save.

use base::{Id, Problem};
use db::{Db, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Unit, Verb, Viewer};

use super::{Reading, Summary};

/// How long a reading that nobody saved is kept.
const KEPT_DAYS: i64 = 7;

const DAY: i64 = 86_400_000_000;

/// An import on its way.
pub(crate) struct StoredImport {
    /// The id.
    pub id: Id,
    /// What it is compared with and placed below.
    pub parent: Unit,
    /// The file's name.
    pub file_name: String,
    /// What was understood.
    pub reading: Reading,
    /// Whether it has been saved.
    pub saved: bool,
}

#[derive(FromQueryResult)]
struct Stored {
    parent_id: String,
    file_name: String,
    reading: String,
    saved_at: Option<i64>,
}

impl StoredImport {
    /// Keeps a reading; returns its id. Readings that nobody saved within a week go.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] where the viewer does not administer the unit, or when the database refuses.
    pub(crate) async fn create(db: &Db, viewer: &Viewer, parent: &Unit, file: &str, reading: &Reading) -> Result<Id> {
        viewer.check(Verb::Administer, &parent.path)?;
        let person = viewer.person.as_ref().ok_or(Problem::NotSignedIn)?;
        let change = db.change(viewer.actor()?).await?;
        let (id, now) = (change.new_id(), change.at().as_microsecond());
        let old = "DELETE FROM organisation_import WHERE created_at < $1 AND saved_at IS NULL";
        change.execute(old, values![now - KEPT_DAYS * DAY]).await?;
        let row = vec![
            ("id", id.as_str().into()),
            ("parent_id", parent.id.as_str().into()),
            ("file_name", file.into()),
            ("reading", serde_json::to_string(reading)?.into()),
            ("created_by", person.id.as_str().into()),
            ("created_at", now.into()),
        ];
        change.insert("organisation_import", row).await?;
        change.commit(db::Event::new("organisation_import.read", "organisation_import", &id)).await?;
        Ok(id)
    }

    /// The import, if the viewer administers the unit it is for.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn find(db: &Db, viewer: &Viewer, id: &Id) -> Result<Option<Self>> {
        let sql = "SELECT parent_id, file_name, reading, saved_at FROM organisation_import WHERE id = $1";
        let Some(row) = db.optional::<Stored>(sql, values![id.as_str()]).await? else { return Ok(None) };
        let parent = Unit::find(db, &Id::stored(row.parent_id)).await?;
        let Some(parent) = parent.filter(|parent| viewer.may(Verb::Administer, &parent.path)) else { return Ok(None) };
        let reading = serde_json::from_str(&row.reading)?;
        let saved = row.saved_at.is_some();
        Ok(Some(Self { id: id.clone(), parent, file_name: row.file_name, reading, saved }))
    }

    /// Takes the reading in. It can be done once.
    ///
    /// # Errors
    /// [`Problem::Refused`] when it was saved before, or as [`super::apply`].
    pub(crate) async fn save(&self, db: &Db, viewer: &Viewer) -> Result<Summary> {
        let change = db.change(viewer.actor()?).await?;
        let claim = "UPDATE organisation_import SET saved_at = $2 WHERE id = $1 AND saved_at IS NULL";
        if change.execute(claim, values![self.id.as_str(), change.at().as_microsecond()]).await? == 0 {
            return Err(Problem::Refused("import-saved").into());
        }
        let (summary, events) = super::apply::write(db, &change, Some(&self.parent), &self.reading).await?;
        change.commit_all(events).await?;
        Ok(summary)
    }
}
