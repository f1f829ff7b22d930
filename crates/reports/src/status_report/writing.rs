//! The texts of a report, written by several people at once.

use std::collections::BTreeMap;

use base::{Id, Problem};
use db::{Actor, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Verb, Viewer};
use serde::Serialize;

use super::StatusReport;
use crate::template::SectionKey;

/// A text as it is saved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The text.
    pub text: String,
    /// A step of the scale, for an assessment.
    pub choice: String,
    /// Whether its writers say that it is done.
    pub done: bool,
    /// The name of whoever saved it last.
    pub by: String,
}

#[derive(FromQueryResult)]
struct Stored {
    key: String,
    text: String,
    choice: String,
    done: bool,
    by: Option<String>,
}

impl StatusReport {
    /// The texts that were saved, by key.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn sections(&self, db: &impl Queries) -> Result<BTreeMap<String, Section>> {
        let sql = "SELECT s.key, s.text, s.choice, s.done, w.name AS by FROM status_report_section s \
            LEFT JOIN person w ON w.id = s.changed_by WHERE s.report_id = $1";
        let section = |row: Stored| {
            let Stored { key, text, choice, done, by } = row;
            (key, Section { text, choice, done, by: by.unwrap_or_default() })
        };
        Ok(db.all::<Stored>(sql, values![self.id.as_str()]).await?.into_iter().map(section).collect())
    }

    /// Saves a text. `settle` is given what is saved now and says what is to be saved, so that two writers lose nothing.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, the report is frozen, or `settle` refuses.
    pub async fn write(
        db: &Db,
        viewer: &Viewer,
        id: &Id,
        key: &SectionKey,
        settle: impl FnOnce(&Section) -> std::result::Result<Section, Problem>,
    ) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let Some(report) = Self::find(&change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        report.check(viewer, Verb::Write)?;
        report.claim(&change, "writing", "status-report-not-writing").await?;
        let key = key.written();
        let saved = report.sections(&change).await?.remove(&key);
        let section = settle(&saved.clone().unwrap_or_default())?;
        let who = match change.actor() {
            Actor::User(id) | Actor::Link(id) => id.to_string(),
            Actor::Command(name) => (*name).to_owned(),
        };
        let now = change.at().as_microsecond();
        let values = values![
            id.as_str(),
            key.as_str(),
            section.text.as_str(),
            section.choice.as_str(),
            section.done,
            now,
            who.as_str()
        ];
        let sql = if saved.is_some() {
            "UPDATE status_report_section SET text = $3, choice = $4, done = $5, changed_at = $6, changed_by = $7, \
             revision = revision + 1 WHERE report_id = $1 AND key = $2"
        } else {
            "INSERT INTO status_report_section (report_id, key, text, choice, done, changed_at, changed_by, revision) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, 1)"
        };
        change.execute(sql, values).await?;
        let event = Event::new("status_report.section_saved", "status_report", id).within(&report.owner);
        change.commit(event.with(serde_json::json!({ "section": key, "done": section.done }))).await
    }

    /// Takes the report's row, so that deeds with it queue; refuses when it is not in that state any more.
    pub(super) async fn claim(&self, change: &db::Change, state: &str, refusal: &'static str) -> Result<()> {
        let sql = "UPDATE status_report SET revision = revision + 1 WHERE id = $1 AND state = $2";
        match change.execute(sql, values![self.id.as_str(), state]).await? {
            0 => Err(Problem::Refused(refusal).into()),
            _ => Ok(()),
        }
    }
}
