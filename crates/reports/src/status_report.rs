//! A status report as a thing with a life: written, frozen, published, corrected by a new edition; or thrown away before it is published.

pub mod correction;
pub mod creation;
pub mod freezing;
pub mod publication;
pub mod removal;
pub mod writing;

use base::{Id, Problem};
use db::{FromQueryResult, Queries, Result, Value, instant, sea_orm, values};
use identity::{Verb, Viewer};
use jiff::Timestamp;
use plans::Plan;
use plans::editions::Words;

use crate::compile::compile;
use crate::snapshot::{Snapshot, Text};

pub use writing::Section;

/// Where a report is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Its texts may be edited; its figures are those of the moment.
    Writing,
    /// Figures and texts are kept as they are; nobody but its writers reads them.
    Frozen,
    /// Anybody reads it; it never changes.
    Published,
}

/// One edition of the report on a plan's year.
#[derive(Debug, Clone)]
pub struct StatusReport {
    /// The id.
    pub id: Id,
    /// The plan.
    pub plan: Id,
    /// The unit that owns plan and report.
    pub owner: Id,
    /// The owner's name.
    pub owner_name: String,
    /// The owner's place in the tree.
    pub owner_path: String,
    /// The year.
    pub year: i16,
    /// The plan's title when the edition was begun.
    pub title: String,
    /// Where it is in its life.
    pub state: State,
    /// 1, 2, 3 within plan and year.
    pub edition: i64,
    /// Why it corrects the edition before; empty for the first.
    pub reason: String,
    /// Why it was opened again after it was frozen, the last time.
    pub thaw_reason: String,
    /// When it was frozen.
    pub frozen_at: Option<Timestamp>,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    snapshot: Option<String>,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    plan_id: String,
    owner_id: String,
    owner_name: String,
    owner_path: String,
    year: i64,
    title: String,
    state: String,
    edition: i64,
    reason: String,
    thaw_reason: String,
    snapshot: Option<String>,
    frozen_at: Option<i64>,
    published_at: Option<i64>,
}

const HEAD: &str = "r.id, r.plan_id, r.owner_id, u.name AS owner_name, u.path AS owner_path, r.year, r.title, r.state, \
    r.edition, r.reason, r.thaw_reason, r.frozen_at, r.published_at";

impl State {
    /// Its name in the database and in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::Frozen => "frozen",
            Self::Published => "published",
        }
    }

    fn parse(name: &str) -> Self {
        [Self::Frozen, Self::Published].into_iter().find(|state| state.as_str() == name).unwrap_or(Self::Writing)
    }
}

impl From<Stored> for StatusReport {
    fn from(row: Stored) -> Self {
        Self {
            id: Id::stored(row.id),
            plan: Id::stored(row.plan_id),
            owner: Id::stored(row.owner_id),
            owner_name: row.owner_name,
            owner_path: row.owner_path,
            year: i16::try_from(row.year).unwrap_or_default(),
            title: row.title,
            state: State::parse(&row.state),
            edition: row.edition,
            reason: row.reason,
            thaw_reason: row.thaw_reason,
            frozen_at: row.frozen_at.map(instant),
            published_at: row.published_at.map(instant),
            snapshot: row.snapshot,
        }
    }
}

impl StatusReport {
    /// The report, if the viewer may see it: what is published everybody may, the rest who works with its plan.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &impl Queries, viewer: &Viewer, id: &Id) -> Result<Option<Self>> {
        let mut values = values![id.as_str()];
        let visible = visible(viewer, &mut values);
        let sql = format!(
            "SELECT {HEAD}, r.snapshot FROM status_report r JOIN unit u ON u.id = r.owner_id WHERE r.id = $1 AND {visible}"
        );
        Ok(db.optional::<Stored>(&sql, values).await?.map(Self::from))
    }

    /// The reports that the viewer may see, the newest year first; without their snapshots.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, viewer: &Viewer) -> Result<Vec<Self>> {
        let mut values = Vec::new();
        let visible = visible(viewer, &mut values);
        Self::listed(db, &visible, values).await
    }

    /// The editions on a plan's year that the viewer may see, the newest first; without their snapshots.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn editions(db: &impl Queries, viewer: &Viewer, plan: &Id, year: i16) -> Result<Vec<Self>> {
        let mut values = values![plan.as_str(), i64::from(year)];
        let visible = visible(viewer, &mut values);
        Self::listed(db, &format!("r.plan_id = $1 AND r.year = $2 AND {visible}"), values).await
    }

    /// The reports on a plan that the viewer may see, the newest year and edition first; without their snapshots.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn about(db: &impl Queries, viewer: &Viewer, plan: &Id) -> Result<Vec<Self>> {
        let mut values = values![plan.as_str()];
        let visible = visible(viewer, &mut values);
        Self::listed(db, &format!("r.plan_id = $1 AND {visible}"), values).await
    }

    async fn listed(db: &impl Queries, condition: &str, values: Vec<Value>) -> Result<Vec<Self>> {
        let sql = format!(
            "SELECT {HEAD}, NULL AS snapshot FROM status_report r JOIN unit u ON u.id = r.owner_id WHERE {condition} \
             ORDER BY r.year DESC, r.sort_key, r.plan_id, r.edition DESC"
        );
        Ok(db.all::<Stored>(&sql, values).await?.into_iter().map(Self::from).collect())
    }

    /// Figures and texts of the edition on a plan's year that was published last; where none was, of the one that is being written,
    /// or of the figures alone.
    ///
    /// # Errors
    /// When the database refuses, what it holds cannot be read, or the plan was never adopted.
    pub async fn latest(
        db: &impl Queries,
        viewer: &Viewer,
        tell: Words<'_>,
        plan: &Plan,
        year: i16,
    ) -> Result<Snapshot> {
        let editions = Self::editions(db, viewer, &plan.id, year).await?;
        let published = editions.iter().find(|edition| edition.state == State::Published);
        match published.or(editions.first()) {
            Some(edition) => {
                let found = Self::find(db, viewer, &edition.id).await?.ok_or(Problem::NotFound)?;
                found.read(db, viewer, tell).await
            }
            None => Ok(Snapshot::of(compile(db, viewer, tell, plan, year).await?, 1)),
        }
    }

    /// Whether the viewer may write it.
    #[must_use]
    pub fn may_write(&self, viewer: &Viewer) -> bool {
        viewer.may(Verb::Write, &self.owner_path)
    }

    /// Whether the viewer works with its plan, and so sees what is not published.
    #[must_use]
    pub fn shows_draft_to(&self, viewer: &Viewer) -> bool {
        viewer.may(Verb::See, &self.owner_path)
    }

    /// Refuses a viewer who may not do this with it.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] or [`Problem::NotSignedIn`].
    pub fn check(&self, viewer: &Viewer, verb: Verb) -> std::result::Result<(), Problem> {
        viewer.check(verb, &self.owner_path)
    }

    /// Figures and texts: those that were frozen, or those of the moment.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn read(&self, db: &impl Queries, viewer: &Viewer, tell: Words<'_>) -> Result<Snapshot> {
        if let Some(snapshot) = &self.snapshot {
            return Ok(serde_json::from_str(snapshot)?);
        }
        self.as_it_is(db, viewer, tell).await
    }

    /// Figures and texts of the moment.
    async fn as_it_is(&self, db: &impl Queries, viewer: &Viewer, tell: Words<'_>) -> Result<Snapshot> {
        let plan = Plan::find(db, viewer, &self.plan).await?.ok_or(Problem::NotFound)?;
        let compiled = compile(db, viewer, tell, &plan, self.year).await?;
        let texts = self.sections(db).await?.into_iter();
        Ok(Snapshot {
            reason: self.reason.clone(),
            texts: texts.map(|(key, saved)| (key, Text { text: saved.text, choice: saved.choice })).collect(),
            ..Snapshot::of(compiled, self.edition)
        })
    }
}

/// The condition under which a viewer sees report `r` owned by unit `u`.
fn visible(viewer: &Viewer, values: &mut Vec<Value>) -> String {
    format!("(r.state = 'published' OR {})", viewer.reach(Verb::See, "u.path", values))
}
