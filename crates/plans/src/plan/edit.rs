//! Changing what is being written.

use base::{Id, Problem};
use db::{Change, Db, Event, Queries, Result, sea_orm, values};
use identity::{Verb, Viewer};

use super::{Plan, creation};
use crate::content::Content;
use crate::version::Version;

/// What an edit answers with: what it made, or why it was refused.
pub type Edited<T> = std::result::Result<T, Problem>;

impl Plan {
    /// Changes the version that is being written. `edit` gets its content and may refuse; then nothing is saved.
    /// Edits of one plan queue behind one another, so that two people who change different things lose nothing.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write or `edit` refuses.
    pub async fn edit<T: Send>(
        db: &Db,
        viewer: &Viewer,
        id: &Id,
        kind: &'static str,
        edit: impl FnOnce(&mut Content, &Change) -> Edited<T> + Send,
    ) -> Result<T> {
        let change = db.change(viewer.actor()?).await?;
        let (plan, version) = Self::claim(&change, viewer, Verb::Write, id).await?;
        let mut content = version.content.clone();
        let made = edit(&mut content, &change)?;
        plan.save(&change, &version, &content).await?;
        change.commit(Event::new(kind, "plan", id).within(&plan.owner)).await?;
        Ok(made)
    }

    /// Takes the plan and its draft for this change alone, for a viewer who may do what the verb says: whoever comes next waits.
    pub(crate) async fn claim(change: &Change, viewer: &Viewer, verb: Verb, id: &Id) -> Result<(Self, Version)> {
        change
            .execute(
                "UPDATE plan SET changed_at = $1 WHERE id = $2",
                values![change.at().as_microsecond(), id.as_str()],
            )
            .await?;
        let Some(plan) = Self::find(change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        plan.check(viewer, verb)?;
        match &plan.draft {
            Some(draft) => Ok(Version::find(change, draft)
                .await?
                .map(|version| (plan.clone(), version))
                .ok_or(Problem::NotFound)?),
            None => Err(Problem::Refused("version-adopted").into()),
        }
    }

    /// Saves the draft's content and what the plan itself shows of it.
    pub(crate) async fn save(&self, change: &Change, version: &Version, content: &Content) -> Result<()> {
        version.save(change, content).await?;
        if self.adopted.is_none() {
            change.update("plan", &self.id, creation::columns(content)).await?;
        }
        Ok(())
    }

    /// Events of the audit log about this plan, the newest first: when, who, what.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn history(&self, db: &impl Queries, most: u32) -> Result<Vec<Happening>> {
        let sql = format!(
            "SELECT e.at, COALESCE(p.name, e.actor) AS who, e.kind FROM audit_event e LEFT JOIN person p ON p.id = e.actor \
             WHERE e.subject_kind = 'plan' AND e.subject_id = $1 ORDER BY e.at DESC, e.id DESC LIMIT {most}"
        );
        db.all(&sql, values![self.id.as_str()]).await
    }
}

/// Something that happened to a plan.
#[derive(Debug, Clone, db::FromQueryResult)]
pub struct Happening {
    /// When, microseconds UTC.
    pub at: i64,
    /// Who did it.
    pub who: String,
    /// What was done.
    pub kind: String,
}
