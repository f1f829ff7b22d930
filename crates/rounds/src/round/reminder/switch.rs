//! Reminding in a round no more, and again.

use base::Id;
use db::{Db, Event, Result};
use identity::{Verb, Viewer};

use crate::round::Round;

impl Round {
    /// Sets whether the round reminds those who have not handed in.
    ///
    /// # Errors
    /// When the database refuses; a [`base::Problem`] when the viewer may not write or the round has ended.
    pub async fn set_reminds(db: &Db, viewer: &Viewer, id: &Id, reminds: bool) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let round = Self::claim(&change, viewer, Verb::Write, id).await?;
        change.update("round", id, vec![("reminds", reminds.into())]).await?;
        let event = if reminds { "round.reminders_resumed" } else { "round.reminders_paused" };
        change.commit(Event::new(event, "round", id).within(&round.owner)).await
    }
}
