//! A plan as a thing with a life: who owns it, which version counts, who may see it.

pub mod adoption;
pub mod closing;
pub mod consultation;
pub mod creation;
pub mod edit;
pub mod extension;
mod list;
pub mod own_activity;
pub mod publication;
pub mod revision;
pub mod settings;
pub mod support;
pub mod task;

use base::{Id, Period, Problem};
use db::{FromQueryResult, Queries, Result, sea_orm};
use identity::{Verb, Viewer};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use list::{PlanFilter, PlanOrder, PlanRow};

/// What sort of plan it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanKind {
    /// A municipality's or a board's own plan.
    Local,
    /// A plan of the whole municipality.
    Municipal,
    /// A county's plan.
    Regional,
    /// The yearly plan against degrading treatment (skollagen 6 kap. 8 §).
    School,
    /// Situation picture and plan of action against crime (lag 2023:196).
    CrimePrevention,
    /// A strategy that plans carry out.
    Strategy,
}

/// Where a plan is in its life. Whether an adopted plan is in force follows from its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// Being written.
    Draft,
    /// Sent out for comments.
    Consultation,
    /// Decided, and not yet begun.
    Adopted,
    /// Decided, and its time has come.
    InForce,
    /// In force beyond its period.
    Extended,
    /// Over.
    Closed,
}

/// A plan.
#[derive(Debug, Clone, Serialize)]
pub struct Plan {
    /// The id.
    pub id: Id,
    /// The unit that owns it.
    pub owner: Id,
    /// The owner's name.
    pub owner_name: String,
    /// The owner's place in the tree.
    pub owner_path: String,
    /// What sort of plan it is.
    pub kind: PlanKind,
    /// The title of the version that counts.
    pub title: String,
    /// The years it covers.
    pub period: Period,
    /// The strategy it carries out.
    pub strategy: Option<Id>,
    /// The plan it follows on.
    pub predecessor: Option<Id>,
    /// The version being written.
    pub draft: Option<Id>,
    /// The version that was adopted last.
    pub adopted: Option<Id>,
    /// Whether anybody may read it.
    pub published: bool,
    /// The last day it was extended to.
    pub extended_to: Option<Date>,
    /// Why it was extended.
    pub extension_reason: String,
    /// The day it was closed.
    pub closed_on: Option<Date>,
    /// Why it was closed.
    pub closing_reason: String,
    stage: String,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    owner_id: String,
    owner_name: String,
    owner_path: String,
    kind: String,
    title: String,
    period_from: i64,
    period_to: i64,
    state: String,
    strategy_id: Option<String>,
    predecessor_id: Option<String>,
    draft_version_id: Option<String>,
    adopted_version_id: Option<String>,
    extended_to: Option<String>,
    extension_reason: Option<String>,
    closed_on: Option<String>,
    closing_reason: Option<String>,
    published: bool,
}

const COLUMNS: &str = "p.id, p.owner_id, u.name AS owner_name, u.path AS owner_path, p.kind, p.title, p.period_from, \
    p.period_to, p.state, p.strategy_id, p.predecessor_id, p.draft_version_id, p.adopted_version_id, p.extended_to, \
    p.extension_reason, p.closed_on, p.closing_reason, p.published";

impl From<Stored> for Plan {
    fn from(row: Stored) -> Self {
        let year = |year: i64| i16::try_from(year).unwrap_or_default();
        let date = |text: Option<String>| text.and_then(|text| text.parse().ok());
        Self {
            id: Id::stored(row.id),
            owner: Id::stored(row.owner_id),
            owner_name: row.owner_name,
            owner_path: row.owner_path,
            kind: PlanKind::parse(&row.kind).unwrap_or(PlanKind::Local),
            title: row.title,
            period: Period { from: year(row.period_from), to: year(row.period_to) },
            strategy: row.strategy_id.map(Id::stored),
            predecessor: row.predecessor_id.map(Id::stored),
            draft: row.draft_version_id.map(Id::stored),
            adopted: row.adopted_version_id.map(Id::stored),
            published: row.published,
            extended_to: date(row.extended_to),
            extension_reason: row.extension_reason.unwrap_or_default(),
            closed_on: date(row.closed_on),
            closing_reason: row.closing_reason.unwrap_or_default(),
            stage: row.state,
        }
    }
}

impl Plan {
    /// The plan, if the viewer may see any of it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &impl Queries, viewer: &Viewer, id: &Id) -> Result<Option<Self>> {
        let mut values = db::values![id.as_str()];
        let visible = Self::visible(viewer, &mut values);
        let sql =
            format!("SELECT {COLUMNS} FROM plan p JOIN unit u ON u.id = p.owner_id WHERE p.id = $1 AND {visible}");
        Ok(db.optional::<Stored>(&sql, values).await?.map(Self::from))
    }

    /// The plan, if the viewer's link is about a round of comments on it. Only what was sent out in that round is theirs to read.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find_by_link(db: &impl Queries, viewer: &Viewer, id: &Id) -> Result<Option<Self>> {
        let Some(errand) = viewer.errand.as_ref().filter(|errand| errand.is_for(consultation::COMMENTS)) else {
            return Ok(None);
        };
        match consultation::Consultation::of_errand(db, errand).await? {
            Some((plan, _)) if plan == *id => Self::load(db, id).await,
            _ => Ok(None),
        }
    }

    /// The plan whatever the viewer, for what the program does by itself.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn load(db: &impl Queries, id: &Id) -> Result<Option<Self>> {
        let sql = format!("SELECT {COLUMNS} FROM plan p JOIN unit u ON u.id = p.owner_id WHERE p.id = $1");
        Ok(db.optional::<Stored>(&sql, db::values![id.as_str()]).await?.map(Self::from))
    }

    /// The condition under which a viewer sees plan `p` owned by unit `u`: it is published; or they have a role at or above
    /// its owner; or it is adopted and their own unit answers for something in it; or their unit is asked for comments.
    pub(crate) fn visible(viewer: &Viewer, values: &mut Vec<db::Value>) -> String {
        let mut parts = vec!["(p.published AND p.adopted_version_id IS NOT NULL)".to_owned()];
        if viewer.is_signed_in() {
            parts.push(viewer.reach(Verb::See, "u.path", values));
            for unit in viewer.units(Verb::See) {
                values.push(unit.as_str().into());
                let place = values.len();
                parts.push(format!(
                    "EXISTS (SELECT 1 FROM version_body b WHERE b.version_id = p.adopted_version_id AND b.unit_id = ${place})"
                ));
                parts.push(format!(
                    "EXISTS (SELECT 1 FROM consultation c JOIN consultation_body b ON b.consultation_id = c.id \
                     WHERE c.plan_id = p.id AND b.unit_id = ${place})"
                ));
            }
        }
        format!("({})", parts.join(" OR "))
    }

    /// Where it is in its life on a day.
    #[must_use]
    pub fn state(&self, today: Date) -> PlanState {
        if self.closed_on.is_some() {
            return PlanState::Closed;
        }
        if self.adopted.is_none() {
            return if self.stage == "consultation" { PlanState::Consultation } else { PlanState::Draft };
        }
        let last = self.last_day();
        match (today.year() < self.period.from, today.year() > self.period.to) {
            _ if today > last => PlanState::Closed,
            (true, _) => PlanState::Adopted,
            (_, true) => PlanState::Extended,
            _ => PlanState::InForce,
        }
    }

    /// The last day it is in force.
    #[must_use]
    pub fn last_day(&self) -> Date {
        let end = Date::new(self.period.to, 12, 31).unwrap_or(Date::MAX);
        self.extended_to.map_or(end, |extended| extended.max(end))
    }

    /// Whether what it expects can be asked for: it is adopted, and nobody has closed it.
    #[must_use]
    pub fn is_to_be_followed(&self) -> bool {
        self.adopted.is_some() && self.closed_on.is_none()
    }

    /// Whether comments are being collected.
    #[must_use]
    pub fn is_in_consultation(&self) -> bool {
        self.stage == "consultation"
    }

    /// Whether the viewer sees what is being written.
    #[must_use]
    pub fn shows_draft_to(&self, viewer: &Viewer) -> bool {
        viewer.may(Verb::See, &self.owner_path)
    }

    /// Whether the viewer may read what is being written: who works with the plan, and, while a plan that was never adopted
    /// is out for comments, whoever was asked; nobody else finds such a plan. A plan that counts already is found by others
    /// too, so that they read what was sent out through the consultation.
    #[must_use]
    pub fn opens_draft_to(&self, viewer: &Viewer) -> bool {
        self.shows_draft_to(viewer) || (self.adopted.is_none() && self.is_in_consultation())
    }

    /// Whether the viewer may change what is being written.
    #[must_use]
    pub fn may_write(&self, viewer: &Viewer) -> bool {
        viewer.may(Verb::Write, &self.owner_path)
    }

    /// Refuses a viewer who may not change the plan.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] or [`Problem::NotSignedIn`].
    pub fn check(&self, viewer: &Viewer, verb: Verb) -> std::result::Result<(), Problem> {
        viewer.check(verb, &self.owner_path)
    }

    /// The version this viewer reads unless they ask for another: what is being written for those who see it, else the adopted one.
    #[must_use]
    pub fn reading_version(&self, viewer: &Viewer) -> Option<&Id> {
        match (&self.adopted, &self.draft) {
            (Some(adopted), _) => Some(adopted),
            (None, Some(draft)) if self.opens_draft_to(viewer) => Some(draft),
            _ => None,
        }
    }
}

impl PlanKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Local, Self::Municipal, Self::Regional, Self::School, Self::CrimePrevention, Self::Strategy];

    /// Its name in the database, in forms and translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Municipal => "municipal",
            Self::Regional => "regional",
            Self::School => "school",
            Self::CrimePrevention => "crime_prevention",
            Self::Strategy => "strategy",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl PlanState {
    /// All states in the order of a plan's life.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Consultation, Self::Adopted, Self::InForce, Self::Extended, Self::Closed];

    /// Its name in addresses and for the status badge.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Consultation => "consultation",
            Self::Adopted => "adopted",
            Self::InForce => "in_force",
            Self::Extended => "extended",
            Self::Closed => "closed",
        }
    }
}
