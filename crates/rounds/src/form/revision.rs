//! A published form is worked on: a new version begins from it, or is given up again.

use base::{Id, Problem};
use db::{Db, Event, Result, values};
use identity::Viewer;

use super::{FormVersion, OwnForm};

impl OwnForm {
    /// Begins a new version with all that the published one asks. The published one counts until the new one is published.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, the form is closed, or a version is being written.
    pub async fn revise(db: &Db, viewer: &Viewer, id: &Id) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let form = Self::claim(&change, viewer, id).await?;
        let (Some(number), None) = (form.published, form.draft) else {
            return Err(Problem::Refused("form-being-written").into());
        };
        let version = form.version(&change, number).await?.ok_or(Problem::NotFound)?;
        FormVersion::begin(&change, id, number + 1, &version.definition).await?;
        change.commit(Event::new("form.revision_begun", "form", id).within(&form.owner)).await
    }

    /// Gives up the version that is being written; a form that was never published goes with it. Tells whether it did.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, or nothing is being written.
    pub async fn give_up(db: &Db, viewer: &Viewer, id: &Id) -> Result<bool> {
        let change = db.change(viewer.actor()?).await?;
        let (form, version) = Self::claim_draft(&change, viewer, id).await?;
        change.execute("DELETE FROM form_version WHERE id = $1", values![version.id.as_str()]).await?;
        let gone = form.published.is_none();
        if gone {
            change.execute("DELETE FROM form WHERE id = $1", values![id.as_str()]).await?;
        }
        let kind = if gone { "form.deleted" } else { "form.revision_given_up" };
        change.commit(Event::new(kind, "form", id).within(&form.owner)).await?;
        Ok(gone)
    }
}
