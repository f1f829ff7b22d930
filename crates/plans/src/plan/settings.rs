//! What a plan is, apart from what it says: its kind and the plan it carries out.

use base::{Id, Problem};
use db::{Db, Event, Result};
use identity::{Verb, Viewer};

use super::edit::Edited;
use super::{Plan, PlanKind};
use crate::content::Content;

/// What is decided together with a plan's first adoption and stays from then on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What sort of plan it is.
    pub kind: PlanKind,
    /// The plan it carries out.
    pub strategy: Option<Id>,
}

impl Plan {
    /// Its kind and the plan it carries out.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing { kind: self.kind, strategy: self.strategy.clone() }
    }

    /// Changes a plan's settings together with the content they stand in. `edit` gets both as they are and may refuse.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, `edit` refuses, the plan to carry out is not one the
    /// viewer sees, or the standing of an adopted plan would change.
    pub async fn set(
        db: &Db,
        viewer: &Viewer,
        id: &Id,
        edit: impl FnOnce(Standing, &mut Content) -> Edited<Standing> + Send,
    ) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let (plan, version) = Self::claim(&change, viewer, Verb::Write, id).await?;
        let mut content = version.content.clone();
        let standing = edit(plan.standing(), &mut content)?;
        plan.save(&change, &version, &content).await?;
        if standing != plan.standing() {
            if plan.adopted.is_some() {
                return Err(Problem::Refused("plan-standing-adopted").into());
            }
            if let Some(strategy) = &standing.strategy
                && (strategy == id || Self::find(&change, viewer, strategy).await?.is_none())
            {
                return Err(Problem::NotFound.into());
            }
            let columns = vec![
                ("kind", standing.kind.as_str().into()),
                ("strategy_id", standing.strategy.as_ref().map(Id::as_str).into()),
            ];
            change.update("plan", id, columns).await?;
        }
        change.commit(Event::new("plan.settings_changed", "plan", id).within(&plan.owner)).await
    }
}
