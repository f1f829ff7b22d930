//! What was read and waits to be saved as a plan: kept on the server, corrected there, saved whole or not at all.

mod merge;
mod parties;
mod saving;

use base::{Id, Problem};
use db::{Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Unit, Verb, Viewer};
use serde::{Deserialize, Serialize};

use crate::import::Reading;
use crate::plan::PlanKind;

pub use merge::merge;
pub use parties::{Choices, names, suggest, suggest_for};
pub use saving::content;

/// A plan as it was read, with the corrections made since.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The id.
    pub id: Id,
    /// The unit that will own the plan.
    pub owner: Id,
    /// The plan it would change; none for a new one.
    pub plan: Option<Id>,
    /// The file's name; empty for pasted text.
    pub file_name: String,
    /// What was understood, and who is meant by each name.
    pub work: Work,
    /// Grows with every save.
    pub revision: i64,
    /// The plan it became.
    pub saved_as: Option<Id>,
}

/// What a draft consists of.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Work {
    /// What was understood.
    pub reading: Reading,
    /// Who is meant by each name of the reading.
    pub choices: Choices,
    /// What sort of plan it is.
    pub kind: Option<PlanKind>,
    /// Cells that a person decided to leave out, by their place in the list of what was not understood.
    #[serde(default)]
    pub left_out: Vec<usize>,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    owner_id: String,
    owner_path: String,
    plan_id: Option<String>,
    file_name: String,
    reading: String,
    revision: i64,
    saved_as: Option<String>,
}

impl Draft {
    /// Keeps a reading for a viewer who may write for the owner.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the owner is not the viewer's.
    pub async fn keep(
        db: &Db,
        viewer: &Viewer,
        owner: &Id,
        plan: Option<&Id>,
        file_name: &str,
        reading: Reading,
    ) -> Result<Id> {
        let unit = Unit::find(db, owner).await?.ok_or(Problem::NotFound)?;
        viewer.check(Verb::Write, &unit.path)?;
        let choices = suggest(db, &unit, &reading).await?;
        let work = Work { reading, choices, kind: None, left_out: Vec::new() };
        let change = db.change(viewer.actor()?).await?;
        let id = change.new_id();
        let now = change.at().as_microsecond();
        let author = viewer.person.as_ref().map(|person| person.id.to_string()).unwrap_or_default();
        let row = vec![
            ("id", id.as_str().into()),
            ("owner_id", owner.as_str().into()),
            ("plan_id", plan.map(Id::as_str).into()),
            ("file_name", file_name.into()),
            ("reading", serde_json::to_string(&work)?.into()),
            ("revision", 1_i64.into()),
            ("created_by", author.into()),
            ("created_at", now.into()),
            ("changed_at", now.into()),
        ];
        change.insert("plan_import", row).await?;
        let detail = serde_json::json!({ "cells": work.reading.cells.seen, "not_understood": work.reading.cells.not_understood });
        change.commit(Event::new("plan_import.read", "plan_import", &id).within(owner).with(detail)).await?;
        Ok(id)
    }

    /// The draft, if the viewer may write for its owner.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn find(db: &impl Queries, viewer: &Viewer, id: &Id) -> Result<Option<Self>> {
        let sql = "SELECT i.id, i.owner_id, u.path AS owner_path, i.plan_id, i.file_name, i.reading, i.revision, i.saved_as \
            FROM plan_import i JOIN unit u ON u.id = i.owner_id WHERE i.id = $1";
        let stored = db.optional::<Stored>(sql, values![id.as_str()]).await?;
        let Some(stored) = stored.filter(|stored| viewer.may(Verb::Write, &stored.owner_path)) else { return Ok(None) };
        // The same table keeps workbooks that wait; they have their own pages.
        let Ok(work) = serde_json::from_str(&stored.reading) else { return Ok(None) };
        Ok(Some(Self {
            work,
            id: Id::stored(stored.id),
            owner: Id::stored(stored.owner_id),
            plan: stored.plan_id.map(Id::stored),
            file_name: stored.file_name,
            revision: stored.revision,
            saved_as: stored.saved_as.map(Id::stored),
        }))
    }

    /// Changes the draft; somebody else's change since it was shown is a conflict.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the draft is not the viewer's, was saved as a plan, or changed meanwhile.
    pub async fn correct<T: Send>(
        db: &Db,
        viewer: &Viewer,
        id: &Id,
        revision: Option<i64>,
        correct: impl FnOnce(&mut Work) -> std::result::Result<T, Problem> + Send,
    ) -> Result<T> {
        let change = db.change(viewer.actor()?).await?;
        let now = change.at().as_microsecond();
        change.execute("UPDATE plan_import SET changed_at = $1 WHERE id = $2", values![now, id.as_str()]).await?;
        let mut draft = Self::find(&change, viewer, id).await?.ok_or(Problem::NotFound)?;
        if draft.saved_as.is_some() {
            return Err(Problem::Refused("import-saved").into());
        }
        if revision.is_some_and(|revision| revision != draft.revision) {
            return Err(Problem::Conflict.into());
        }
        let made = correct(&mut draft.work)?;
        let sql = "UPDATE plan_import SET reading = $1, revision = revision + 1 WHERE id = $2";
        change.execute(sql, values![serde_json::to_string(&draft.work)?, id.as_str()]).await?;
        change.commit(Event::new("plan_import.corrected", "plan_import", id).within(&draft.owner)).await?;
        Ok(made)
    }
}
