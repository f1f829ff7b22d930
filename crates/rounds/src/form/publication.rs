//! A version of a form is published: from then on rounds are opened with it, and it never changes.

use base::{Id, Problem};
use db::{Db, Event, Result, values};
use identity::Viewer;

use super::OwnForm;

impl OwnForm {
    /// Publishes the version that is being written.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, nothing is being written, somebody else has changed
    /// it since it was shown, or something is wrong with it.
    pub async fn publish(db: &Db, viewer: &Viewer, id: &Id, revision: i64) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let (form, version) = Self::claim_draft(&change, viewer, id).await?;
        if version.revision != revision {
            return Err(Problem::Conflict.into());
        }
        if !version.definition.check().is_empty() {
            return Err(Problem::Refused("form-flawed").into());
        }
        let sql = "UPDATE form_version SET state = 'published', changed_at = $1 WHERE id = $2 AND state = 'draft'";
        change.execute(sql, values![change.at().as_microsecond(), version.id.as_str()]).await?;
        let detail = serde_json::json!({ "version": version.number });
        change.commit(Event::new("form.published", "form", id).within(&form.owner).with(detail)).await
    }
}
