//! A form is closed: what was answered stays, and no more rounds are opened about it.

use base::Id;
use db::{Db, Event, Result};
use identity::Viewer;

use super::OwnForm;

impl OwnForm {
    /// Closes the form.
    ///
    /// # Errors
    /// When the database refuses; a [`base::Problem`] when the viewer may not write, or it is closed already.
    pub async fn close(db: &Db, viewer: &Viewer, id: &Id) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let form = Self::claim(&change, viewer, id).await?;
        let today = db.clock().today().to_string();
        change.update("form", id, vec![("closed_on", today.into())]).await?;
        change.commit(Event::new("form.closed", "form", id).within(&form.owner)).await
    }
}
