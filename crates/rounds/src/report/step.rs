//! What has been done with a report.

use base::Id;
use db::{Change, FromQueryResult, Queries, Result, sea_orm, values};
use forms::Typed;

use super::Report;
use crate::round::expectation::{WHO, author};

/// A step of a report's way.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Step {
    /// The id.
    pub id: String,
    /// When, in microseconds UTC.
    pub at: i64,
    /// Who.
    pub who: String,
    /// `submitted`, `withdrawn`, `returned`, `approved`, `locked`, `unlocked`, `excused`, `expected`, `commented`.
    pub kind: String,
    /// What was said.
    pub note: String,
    /// What was handed in, as JSON.
    pub typed: Option<String>,
}

/// Adds a step.
pub(super) async fn add(change: &Change, report: &Id, kind: &str, note: &str, typed: Option<&Typed>) -> Result<()> {
    let (actor_kind, actor) = author(change);
    let row = vec![
        ("id", change.new_id().as_str().into()),
        ("report_id", report.as_str().into()),
        ("at", change.at().as_microsecond().into()),
        ("actor_kind", actor_kind.into()),
        ("actor", actor.into()),
        ("kind", kind.into()),
        ("note", note.into()),
        ("typed", typed.map(serde_json::to_string).transpose()?.into()),
    ];
    change.insert("report_step", row).await
}

impl Report {
    /// What has been done with it, the latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn steps(&self, db: &impl Queries) -> Result<Vec<Step>> {
        let sql = format!(
            "SELECT n.id, n.at, {WHO} AS who, n.kind, n.note, n.typed FROM report_step n WHERE n.report_id = $1 \
             ORDER BY n.at DESC, n.id DESC"
        );
        db.all(&sql, values![self.id.as_str()]).await
    }
}

impl Step {
    /// What was handed in then.
    #[must_use]
    pub fn handed_in(&self) -> Option<Typed> {
        self.typed.as_deref().and_then(|text| serde_json::from_str(text).ok())
    }
}
