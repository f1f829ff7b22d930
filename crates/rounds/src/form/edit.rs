//! Changing a form: what it is, and the version of it that is being written.

use base::{Id, Problem};
use db::{Change, Db, Event, Result, values};
use forms::Form;
use identity::Viewer;

use super::creation::Settings;
use super::{FormVersion, OwnForm};

/// What an edit answers with: what it made, or why it was refused.
pub type Edited<T> = std::result::Result<T, Problem>;

impl OwnForm {
    /// Changes the version that is being written. `edit` gets its questions and may refuse; then nothing is saved. Edits of one
    /// form queue behind one another. Where a revision is given, another one since is a conflict.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, nothing is being written, somebody else was first,
    /// or `edit` refuses.
    pub async fn edit<T: Send>(
        db: &Db,
        viewer: &Viewer,
        id: &Id,
        revision: Option<i64>,
        kind: &'static str,
        edit: impl FnOnce(&mut Form) -> Edited<T> + Send,
    ) -> Result<T> {
        let change = db.change(viewer.actor()?).await?;
        let (form, mut version) = Self::claim_draft(&change, viewer, id).await?;
        if revision.is_some_and(|revision| revision != version.revision) {
            return Err(Problem::Conflict.into());
        }
        let made = edit(&mut version.definition)?;
        let sql = "UPDATE form_version SET definition = $1, revision = revision + 1, changed_at = $2 \
            WHERE id = $3 AND state = 'draft'";
        let definition = serde_json::to_string(&version.definition)?;
        change.execute(sql, values![definition, change.at().as_microsecond(), version.id.as_str()]).await?;
        change.commit(Event::new(kind, "form", id).within(&form.owner)).await?;
        Ok(made)
    }

    /// Changes what the form is called, who fills it in, and how long that takes. Rounds that are open keep what they were
    /// opened with.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, somebody else was first, or something is wrong.
    pub async fn set(db: &Db, viewer: &Viewer, id: &Id, revision: i64, settings: &Settings) -> Result<()> {
        let columns = settings.columns().map_err(Problem::Invalid)?;
        let change = db.change(viewer.actor()?).await?;
        let form = Self::claim(&change, viewer, id).await?;
        // Claiming is a change too.
        if form.revision != revision + 1 {
            return Err(Problem::Conflict.into());
        }
        change.update("form", id, columns).await?;
        change.commit(Event::new("form.settings_changed", "form", id).within(&form.owner)).await
    }

    /// Takes the form for this change alone, for a viewer who may write it: whoever comes next waits.
    pub(super) async fn claim(change: &Change, viewer: &Viewer, id: &Id) -> Result<Self> {
        change.execute("UPDATE form SET revision = revision + 1 WHERE id = $1", values![id.as_str()]).await?;
        let Some(form) = Self::find(change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        form.check(viewer)?;
        if form.is_closed() {
            return Err(Problem::Refused("form-closed").into());
        }
        Ok(form)
    }

    /// Takes the form with the version that is being written.
    pub(super) async fn claim_draft(change: &Change, viewer: &Viewer, id: &Id) -> Result<(Self, FormVersion)> {
        // Writing a version is no change of what the form is: its revision stays.
        change.execute("UPDATE form SET revision = revision WHERE id = $1", values![id.as_str()]).await?;
        let Some(form) = Self::find(change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        form.check(viewer)?;
        if form.is_closed() {
            return Err(Problem::Refused("form-closed").into());
        }
        let number = form.draft.ok_or(Problem::Refused("form-published"))?;
        let version = form.version(change, number).await?.ok_or(Problem::NotFound)?;
        Ok((form, version))
    }
}
