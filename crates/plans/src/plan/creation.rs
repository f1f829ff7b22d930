//! A plan begins.

use base::{Id, Problem};
use db::{Actor, Change, Db, Event, Result};
use identity::{Unit, Verb, Viewer};
use swedish::{fold, sort_key};

use super::PlanKind;
use crate::content::Content;
use crate::version::Version;

/// A plan to be.
#[derive(Debug, Clone)]
pub struct NewPlan {
    /// The id; `None` makes one. Example plans have readable ones.
    pub id: Option<Id>,
    /// The unit that owns it.
    pub owner: Id,
    /// What sort of plan it is.
    pub kind: PlanKind,
    /// What it says to begin with.
    pub content: Content,
    /// The strategy it carries out.
    pub strategy: Option<Id>,
    /// The plan it follows on.
    pub predecessor: Option<Id>,
}

impl NewPlan {
    /// Begins the plan for a viewer who may write for the owner.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the owner is unknown or not the viewer's to write for.
    pub async fn begin(&self, db: &Db, viewer: &Viewer) -> Result<Id> {
        let Some(owner) = Unit::find(db, &self.owner).await? else { return Err(Problem::NotFound.into()) };
        viewer.check(Verb::Write, &owner.path)?;
        let actor = viewer.actor()?;
        self.begin_as(db, actor).await
    }

    /// Begins the plan for a command on the server.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn begin_as(&self, db: &Db, actor: Actor) -> Result<Id> {
        let change = db.change(actor).await?;
        let id = self.write(&change).await?;
        let detail = serde_json::json!({ "actions": self.content.action_count() });
        change.commit(Event::new("plan.begun", "plan", &id).within(&self.owner).with(detail)).await?;
        Ok(id)
    }

    /// Writes the plan within a larger change.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn write(&self, change: &Change) -> Result<Id> {
        let id = self.id.clone().unwrap_or_else(|| change.new_id());
        let now = change.at().as_microsecond();
        let mut row = columns(&self.content);
        row.extend([
            ("id", id.as_str().into()),
            ("owner_id", self.owner.as_str().into()),
            ("kind", self.kind.as_str().into()),
            ("state", "draft".into()),
            ("strategy_id", self.strategy.as_ref().map(Id::as_str).into()),
            ("predecessor_id", self.predecessor.as_ref().map(Id::as_str).into()),
            ("created_at", now.into()),
            ("changed_at", now.into()),
        ]);
        change.insert("plan", row).await?;
        let version = Version::begin(change, &id, 1, &self.content).await?;
        change.update("plan", &id, vec![("draft_version_id", version.as_str().into())]).await?;
        Ok(id)
    }
}

/// The columns of a plan that follow from its content.
pub(super) fn columns(content: &Content) -> Vec<(&'static str, db::Value)> {
    vec![
        ("title", content.title.as_str().into()),
        ("sort_key", sort_key(&content.title).into()),
        ("search", fold(&content.title).into()),
        ("period_from", i64::from(content.period.from).into()),
        ("period_to", i64::from(content.period.to).into()),
    ]
}
