//! An adopted plan is made public, or withdrawn.

use base::{Id, Problem};
use db::{Db, Event, Result, values};
use identity::{Verb, Viewer};

use super::Plan;

impl Plan {
    /// Lets anybody read the adopted version, or nobody but those concerned.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not publish, or nothing is adopted.
    pub async fn publish(db: &Db, viewer: &Viewer, id: &Id, published: bool) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let Some(plan) = Self::find(&change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        plan.check(viewer, Verb::Publish)?;
        let Some(version) = &plan.adopted else { return Err(Problem::Refused("plan-not-adopted").into()) };
        change.update("plan", id, vec![("published", published.into())]).await?;
        if published {
            let sql = "UPDATE plan_version SET published_at = COALESCE(published_at, $1) WHERE id = $2";
            change.execute(sql, values![change.at().as_microsecond(), version.as_str()]).await?;
        }
        let kind = if published { "plan.published" } else { "plan.withdrawn" };
        change.commit(Event::new(kind, "plan", id).within(&plan.owner)).await
    }
}
