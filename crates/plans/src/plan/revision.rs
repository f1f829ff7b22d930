//! An adopted plan is revised: a new version is begun from it, or given up again.

use base::{Id, Problem};
use db::{Change, Db, Event, Queries, Result, values};
use identity::{Verb, Viewer};

use super::Plan;
use crate::version::Version;

impl Plan {
    /// Begins a new version with all that the adopted one says. The adopted one counts until the new one is adopted.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, the plan is closed, or a version is
    /// being written.
    pub async fn revise(db: &Db, viewer: &Viewer, id: &Id) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let Some(plan) = Self::find(&change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        plan.check(viewer, Verb::Write)?;
        if plan.closed_on.is_some() {
            return Err(Problem::Refused("plan-closed").into());
        }
        let (Some(adopted), None) = (&plan.adopted, &plan.draft) else {
            return Err(Problem::Refused("version-being-written").into());
        };
        let Some(version) = Version::find(&change, adopted).await? else { return Err(Problem::NotFound.into()) };
        let last =
            change.number("SELECT MAX(number) FROM plan_version WHERE plan_id = $1", values![id.as_str()]).await?;
        let begun = Version::begin(&change, id, last + 1, &version.content).await?;
        let claim = "UPDATE plan SET draft_version_id = $1 WHERE id = $2 AND draft_version_id IS NULL";
        if change.execute(claim, values![begun.as_str(), id.as_str()]).await? == 0 {
            return Err(Problem::Refused("version-being-written").into());
        }
        change.commit(Event::new("plan.revision_begun", "plan", id).within(&plan.owner)).await
    }

    /// Gives up the version that is being written; the adopted one goes on counting. A plan that was never adopted is
    /// taken away whole.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, or nothing is being written.
    pub async fn give_up(db: &Db, viewer: &Viewer, id: &Id) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let (plan, version) = Self::claim(&change, viewer, Verb::Write, id).await?;
        if plan.is_in_consultation() {
            return Err(Problem::Refused("plan-in-consultation").into());
        }
        change.update("plan", id, vec![("draft_version_id", None::<String>.into())]).await?;
        for table in ["version_body", "version_action_body", "version_action", "version_goal"] {
            change.execute(&format!("DELETE FROM {table} WHERE version_id = $1"), values![version.id.as_str()]).await?;
        }
        change.execute("DELETE FROM plan_version WHERE id = $1", values![version.id.as_str()]).await?;
        let gone = plan.adopted.is_none();
        if gone {
            plan.delete(&change).await?;
        }
        let kind = if gone { "plan.deleted" } else { "plan.revision_given_up" };
        change.commit(Event::new(kind, "plan", id).within(&plan.owner)).await
    }

    /// Removes the rows of a plan that never counted.
    async fn delete(&self, change: &Change) -> Result<()> {
        let id = self.id.as_str();
        change.execute("UPDATE plan_import SET saved_as = NULL WHERE saved_as = $1", values![id]).await?;
        change.execute("DELETE FROM plan_import WHERE plan_id = $1", values![id]).await?;
        let of_consultations = "consultation_id IN (SELECT id FROM consultation WHERE plan_id = $1)";
        for table in ["consultation_comment", "consultation_body"] {
            change.execute(&format!("DELETE FROM {table} WHERE {of_consultations}"), values![id]).await?;
        }
        for table in ["consultation", "own_activity", "plan_task", "plan"] {
            let column = if table == "plan" { "id" } else { "plan_id" };
            change.execute(&format!("DELETE FROM {table} WHERE {column} = $1"), values![id]).await?;
        }
        Ok(())
    }
}
