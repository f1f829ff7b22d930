//! A workbook that was read back and waits to be confirmed: kept on the server, so that what is saved is what was shown.

use std::cell::RefCell;
use std::collections::BTreeSet;

use base::{Id, Problem};
use db::{Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Unit, Verb, Viewer};
use serde::{Deserialize, Serialize};
use sheets::Source;

use super::{Basis, NoWorkbook, Outside, Revision, read};
use crate::content::{Content, Party};
use crate::draft::{Choices, suggest_for};
use crate::editions::Words;
use crate::plan::Plan;
use crate::version::Version;

/// Most names that are looked up in the register. Any after them stay as they are written.
const MOST_NAMES: usize = 250;

/// A workbook that waits to be confirmed.
#[derive(Debug, Clone)]
pub struct Import {
    /// The id.
    pub id: Id,
    /// The file's name.
    pub file_name: String,
    kept: Kept,
}

/// What is kept of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    workbook: Source,
    /// The draft as it was when the file was read: what its cells are compared with.
    base: Content,
    /// Where that draft was in its life.
    basis: Basis,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    file_name: String,
    reading: String,
    saved_as: Option<String>,
}

impl Import {
    /// Keeps a workbook that was read for the draft of a plan.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write the plan.
    pub async fn keep(
        db: &Db,
        viewer: &Viewer,
        plan: &Plan,
        draft: &Version,
        file_name: &str,
        workbook: Source,
    ) -> Result<Id> {
        plan.check(viewer, Verb::Write)?;
        let basis = Basis { version: draft.number, revision: draft.revision };
        let kept = Kept { workbook, base: draft.content.clone(), basis };
        let change = db.change(viewer.actor()?).await?;
        let (id, now) = (change.new_id(), change.at().as_microsecond());
        let author = viewer.person.as_ref().map(|person| person.id.to_string()).unwrap_or_default();
        let row = vec![
            ("id", id.as_str().into()),
            ("owner_id", plan.owner.as_str().into()),
            ("plan_id", plan.id.as_str().into()),
            ("file_name", file_name.into()),
            ("reading", serde_json::to_string(&kept)?.into()),
            ("revision", 1_i64.into()),
            ("created_by", author.into()),
            ("created_at", now.into()),
            ("changed_at", now.into()),
        ];
        change.insert("plan_import", row).await?;
        change.commit(Event::new("plan_import.read", "plan_import", &id).within(&plan.owner)).await?;
        Ok(id)
    }

    /// The workbook with this id that was read for this plan, unless it was saved already.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read; a [`Problem`] when the viewer may not write the plan or the
    /// workbook was saved.
    pub async fn find(db: &impl Queries, viewer: &Viewer, plan: &Plan, id: &Id) -> Result<Option<Self>> {
        plan.check(viewer, Verb::Write)?;
        let sql = "SELECT id, file_name, reading, saved_as FROM plan_import WHERE id = $1 AND plan_id = $2";
        let Some(stored) = db.optional::<Stored>(sql, values![id.as_str(), plan.id.as_str()]).await? else {
            return Ok(None);
        };
        if stored.saved_as.is_some() {
            return Err(Problem::Refused("import-saved").into());
        }
        // A plan that was read from a document waits in the same table; it is none of ours.
        let kept = serde_json::from_str(&stored.reading).ok();
        Ok(kept.map(|kept| Self { id: Id::stored(stored.id), file_name: stored.file_name, kept }))
    }

    /// Whether the workbook was made from an older save than the draft it was read for.
    #[must_use]
    pub fn is_stale(&self, revision: &Revision) -> bool {
        revision.basis.is_some_and(|basis| basis != self.kept.basis)
    }

    /// What the workbook says the plan should be, as it is now.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn revision(
        &self,
        db: &Db,
        queries: &impl Queries,
        plan: &Plan,
        now: &Content,
        words: Words<'_>,
    ) -> Result<std::result::Result<Revision, NoWorkbook>> {
        revision(db, queries, plan, &self.kept.workbook, (&self.kept.base, now), words).await
    }

    /// Makes the changes, if nobody saved since they were shown against this revision of the draft.
    ///
    /// # Errors
    /// When the database refuses; [`Problem::Conflict`] when somebody saved meanwhile, and then nothing is saved.
    pub async fn save(&self, db: &Db, viewer: &Viewer, plan: &Id, shown: i64, words: Words<'_>) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let (plan, draft) = Plan::claim(&change, viewer, Verb::Write, plan).await?;
        if draft.revision != shown {
            return Err(Problem::Conflict.into());
        }
        let read = self.revision(db, &change, &plan, &draft.content, words).await?;
        let revision = read.map_err(|_| Problem::Refused("import-saved"))?;
        plan.save(&change, &draft, &revision.content).await?;
        self.mark(&change, &plan).await?;
        let detail = serde_json::json!({ "rows": revision.rows, "not_understood": revision.unread.len() });
        change.commit(Event::new("plan.import_merged", "plan", &plan.id).within(&plan.owner).with(detail)).await
    }

    async fn mark(&self, change: &Change, plan: &Plan) -> Result<()> {
        let sql = "UPDATE plan_import SET saved_as = $1, changed_at = $2 WHERE id = $3 AND saved_as IS NULL";
        let values = values![plan.id.as_str(), change.at().as_microsecond(), self.id.as_str()];
        if change.execute(sql, values).await? == 0 { Err(Problem::Refused("import-saved").into()) } else { Ok(()) }
    }
}

/// What a workbook says a plan should be. It is read twice: once to hear which names the register is to be asked for.
///
/// # Errors
/// When the database refuses.
pub async fn revision(
    db: &Db,
    queries: &impl Queries,
    plan: &Plan,
    workbook: &Source,
    (base, now): (&Content, &Content),
    words: Words<'_>,
) -> Result<std::result::Result<Revision, NoWorkbook>> {
    let new_id = || db.new_id();
    let mut names = asked(workbook, (base, now), words, &new_id);
    names.truncate(MOST_NAMES);
    let choices = match Unit::find(queries, &plan.owner).await? {
        Some(owner) if !names.is_empty() => suggest_for(queries, &owner, &names).await?,
        _ => Choices::new(),
    };
    let party = |name: &str| {
        let named = || Party::Named { name: name.to_owned() };
        choices.get(name).map_or_else(named, |choice| choice.party.clone())
    };
    Ok(read(workbook, base, now, &Outside { words, party: &party, new_id: &new_id }))
}

/// The names that the plan does not have yet, each once.
fn asked(
    workbook: &Source,
    (base, now): (&Content, &Content),
    words: Words<'_>,
    new_id: &dyn Fn() -> Id,
) -> Vec<String> {
    let names = RefCell::new(Vec::new());
    let party = |name: &str| {
        names.borrow_mut().push(name.to_owned());
        Party::Named { name: name.to_owned() }
    };
    // What it amounts to is read again below; here only the names count.
    let _names_only = read(workbook, base, now, &Outside { words, party: &party, new_id });
    let mut known = BTreeSet::new();
    names.into_inner().into_iter().filter(|name| known.insert(name.clone())).collect()
}
