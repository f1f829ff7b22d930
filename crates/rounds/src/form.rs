//! A form of an organisation's own: what it asks of its units every year, outside any plan.
//!
//! A form has versions. What is published never changes; a draft beside it is edited question by question. Rounds take the
//! latest published version with them when they are opened.

pub mod closing;
pub mod creation;
pub mod edit;
pub mod expected;
pub mod library;
mod list;
pub mod publication;
pub mod revision;
pub mod version;

use base::{Id, Problem};
use db::{FromQueryResult, Queries, Result, Value, sea_orm, values};
use identity::{UnitKind, Verb, Viewer};

pub use version::FormVersion;

/// A form of an organisation's own.
#[derive(Debug, Clone)]
pub struct OwnForm {
    /// The id.
    pub id: Id,
    /// The unit that owns it.
    pub owner: Id,
    /// Its name.
    pub owner_name: String,
    /// Its place in the tree.
    pub owner_path: String,
    /// What it is called.
    pub title: String,
    /// Which kind of unit fills it in.
    pub unit_kind: UnitKind,
    /// Where these are looked for.
    pub reach: Reach,
    /// About how many minutes it takes.
    pub minutes: u16,
    /// Grows with every change of what stands here.
    pub revision: i64,
    /// The day it was closed: no more rounds are opened about it.
    pub closed_on: Option<String>,
    /// The number of the latest published version.
    pub published: Option<i64>,
    /// The number of the version that is being written.
    pub draft: Option<i64>,
}

/// Where the units that fill in a form are looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// The owner itself and what lies below it.
    #[default]
    Below,
    /// The whole municipality, region or county that the owner is or lies in.
    Area,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    owner_id: String,
    owner_name: String,
    owner_path: String,
    title: String,
    unit_kind: String,
    reach: String,
    minutes: i64,
    revision: i64,
    closed_on: Option<String>,
    published: Option<i64>,
    draft: Option<i64>,
}

const COLUMNS: &str = "f.id, f.owner_id, o.name AS owner_name, o.path AS owner_path, f.title, f.unit_kind, f.reach, f.minutes, \
    f.revision, f.closed_on, \
    (SELECT MAX(v.number) FROM form_version v WHERE v.form_id = f.id AND v.state = 'published') AS published, \
    (SELECT MAX(v.number) FROM form_version v WHERE v.form_id = f.id AND v.state = 'draft') AS draft";

const FROM: &str = "FROM form f JOIN unit o ON o.id = f.owner_id";

impl Reach {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Below, Self::Area];

    /// Its name in the database, in forms and in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::Area => "area",
        }
    }

    /// The reach of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.as_str() == name)
    }
}

impl From<Stored> for OwnForm {
    fn from(row: Stored) -> Self {
        Self {
            id: Id::stored(row.id),
            owner: Id::stored(row.owner_id),
            owner_name: row.owner_name,
            owner_path: row.owner_path,
            title: row.title,
            unit_kind: UnitKind::parse(&row.unit_kind).unwrap_or(UnitKind::Other),
            reach: Reach::parse(&row.reach).unwrap_or_default(),
            minutes: u16::try_from(row.minutes).unwrap_or_default(),
            revision: row.revision,
            closed_on: row.closed_on,
            published: row.published,
            draft: row.draft,
        }
    }
}

impl OwnForm {
    /// The form, if the viewer sees what its owner has.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &impl Queries, viewer: &Viewer, id: &Id) -> Result<Option<Self>> {
        let mut values = values![id.as_str()];
        let visible = Self::visible(viewer, Verb::See, &mut values);
        let sql = format!("SELECT {COLUMNS} {FROM} WHERE f.id = $1 AND {visible}");
        Ok(db.optional::<Stored>(&sql, values).await?.map(Self::from))
    }

    /// The condition under which the viewer may do what the verb says with form `f` owned by unit `o`.
    fn visible(viewer: &Viewer, verb: Verb, values: &mut Vec<Value>) -> String {
        if viewer.is_signed_in() { viewer.reach(verb, "o.path", values) } else { "FALSE".to_owned() }
    }

    /// Refuses a viewer who may not write the form.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] or [`Problem::NotSignedIn`].
    pub fn check(&self, viewer: &Viewer) -> std::result::Result<(), Problem> {
        viewer.check(Verb::Write, &self.owner_path)
    }

    /// Whether the viewer may write it.
    #[must_use]
    pub fn is_written_by(&self, viewer: &Viewer) -> bool {
        viewer.may(Verb::Write, &self.owner_path)
    }

    /// Whether it was closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.closed_on.is_some()
    }
}
