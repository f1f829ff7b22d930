//! A collection round: somebody expects something from somebody by a date.

pub mod deadlines;
pub mod expectation;
pub mod extension;
pub mod item;
mod list;
pub mod opening;
pub mod overview;
pub mod reminder;
pub mod transfer;

use base::{Id, Problem};
use db::{Change, FromQueryResult, Queries, Result, Value, sea_orm, values};
use identity::{Verb, Viewer};
use jiff::civil::Date;

use crate::report::errand::REPORTS;

pub use item::Item;
pub use list::RoundRow;

/// A collection round.
#[derive(Debug, Clone)]
pub struct Round {
    /// The id.
    pub id: Id,
    /// The unit that asks.
    pub owner: Id,
    /// Its name.
    pub owner_name: String,
    /// Its place in the tree.
    pub owner_path: String,
    /// What it is called.
    pub title: String,
    /// The word of the source it was opened about.
    pub subject_kind: String,
    /// The thing it was opened about.
    pub subject: Id,
    /// The year it asks about.
    pub year: i16,
    /// A few words to all who answer.
    pub message: String,
    /// When things are due.
    pub deadlines: Deadlines,
    /// The round of the period before.
    pub previous: Option<Id>,
    /// Grows with every change.
    pub revision: i64,
    /// The day it was ended.
    pub ended: Option<Date>,
    /// Whether it reminds those who have not handed in.
    pub reminds: bool,
}

/// The days of a round, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    /// The first day for answers.
    pub opens: Date,
    /// What comes by this day is on time.
    pub due: Date,
    /// The last day for handing in; after it only with an extension.
    pub closes: Date,
    /// From this day what is approved is locked.
    pub locks: Option<Date>,
}

/// Where a round is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Its first day has not come.
    Planned,
    /// Answers are waited for.
    Open,
    /// What is missing is late.
    Overdue,
    /// Nothing is taken in without an extension.
    Closed,
    /// It is over and everything in it is locked.
    Ended,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    owner_id: String,
    owner_name: String,
    owner_path: String,
    title: String,
    subject_kind: String,
    subject_id: String,
    year: i64,
    message: String,
    opens_on: String,
    due_on: String,
    closes_on: String,
    locks_on: Option<String>,
    previous_id: Option<String>,
    revision: i64,
    ended_on: Option<String>,
    reminds: bool,
}

const COLUMNS: &str = "r.id, r.owner_id, o.name AS owner_name, o.path AS owner_path, r.title, r.subject_kind, r.subject_id, \
    r.year, r.message, r.opens_on, r.due_on, r.closes_on, r.locks_on, r.previous_id, r.revision, r.ended_on, r.reminds";

const FROM: &str = "FROM round r JOIN unit o ON o.id = r.owner_id";

impl TryFrom<Stored> for Round {
    type Error = db::DbError;

    fn try_from(row: Stored) -> Result<Self> {
        let date = |text: &str| {
            text.parse::<Date>().map_err(|_| db::DbError::Stored(format!("round {}: the day {text}", row.id)))
        };
        let deadlines = Deadlines {
            opens: date(&row.opens_on)?,
            due: date(&row.due_on)?,
            closes: date(&row.closes_on)?,
            locks: row.locks_on.as_deref().map(date).transpose()?,
        };
        let ended = row.ended_on.as_deref().map(date).transpose()?;
        Ok(Self {
            owner: Id::stored(row.owner_id),
            owner_name: row.owner_name,
            owner_path: row.owner_path,
            title: row.title,
            subject_kind: row.subject_kind,
            subject: Id::stored(row.subject_id),
            year: i16::try_from(row.year).unwrap_or_default(),
            message: row.message,
            deadlines,
            previous: row.previous_id.map(Id::stored),
            revision: row.revision,
            ended,
            reminds: row.reminds,
            id: Id::stored(row.id),
        })
    }
}

impl Round {
    /// The round, if the viewer may see any of it, or has a link to answer for a unit in it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &impl Queries, viewer: &Viewer, id: &Id) -> Result<Option<Self>> {
        if let Some(errand) = viewer.errand_for(REPORTS, id) {
            return if Self::of_errand(db, errand).await?.is_some() { Self::load(db, id).await } else { Ok(None) };
        }
        let mut values = values![id.as_str()];
        let visible = Self::visible(viewer, &mut values);
        let sql = format!("SELECT {COLUMNS} {FROM} WHERE r.id = $1 AND {visible}");
        db.optional::<Stored>(&sql, values).await?.map(Self::try_from).transpose()
    }

    /// The round whatever the viewer, for what the program does by itself.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn load(db: &impl Queries, id: &Id) -> Result<Option<Self>> {
        let sql = format!("SELECT {COLUMNS} {FROM} WHERE r.id = $1");
        db.optional::<Stored>(&sql, values![id.as_str()]).await?.map(Self::try_from).transpose()
    }

    /// The condition under which a viewer sees round `r` owned by unit `o`: they see what its owner has, or something is
    /// expected of a unit they see.
    pub(crate) fn visible(viewer: &Viewer, values: &mut Vec<Value>) -> String {
        if !viewer.is_signed_in() {
            return "FALSE".to_owned();
        }
        let owner = viewer.reach(Verb::See, "o.path", values);
        let unit = viewer.reach(Verb::See, "b.path", values);
        format!(
            "({owner} OR EXISTS (SELECT 1 FROM report x JOIN unit b ON b.id = x.unit_id WHERE x.round_id = r.id \
             AND x.state <> 'removed' AND {unit}))"
        )
    }

    /// Takes the round for this change alone, for a viewer who may do what the verb says with it: whoever comes next waits.
    pub(crate) async fn claim(change: &Change, viewer: &Viewer, verb: Verb, id: &Id) -> Result<Self> {
        change.execute("UPDATE round SET revision = revision + 1 WHERE id = $1", values![id.as_str()]).await?;
        let Some(round) = Self::find(change, viewer, id).await? else { return Err(Problem::NotFound.into()) };
        round.check(viewer, verb)?;
        if round.ended.is_some() {
            return Err(Problem::Refused("round-ended").into());
        }
        Ok(round)
    }

    /// Refuses a viewer who may not do this with the round.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] or [`Problem::NotSignedIn`].
    pub fn check(&self, viewer: &Viewer, verb: Verb) -> std::result::Result<(), Problem> {
        viewer.check(verb, &self.owner_path)
    }

    /// Whether the viewer runs the round.
    #[must_use]
    pub fn is_run_by(&self, viewer: &Viewer) -> bool {
        viewer.may(Verb::Write, &self.owner_path)
    }

    /// Where it is on a day.
    #[must_use]
    pub fn phase(&self, today: Date) -> Phase {
        let days = &self.deadlines;
        match () {
            () if self.ended.is_some() => Phase::Ended,
            () if today < days.opens => Phase::Planned,
            () if today > days.closes => Phase::Closed,
            () if today > days.due => Phase::Overdue,
            () => Phase::Open,
        }
    }

    /// Whether what is approved is locked on a day.
    #[must_use]
    pub fn is_locked(&self, today: Date) -> bool {
        self.ended.is_some() || self.deadlines.locks.is_some_and(|locks| today >= locks)
    }
}

impl Phase {
    /// All phases in order.
    pub const ALL: [Self; 5] = [Self::Planned, Self::Open, Self::Overdue, Self::Closed, Self::Ended];

    /// Its name in addresses and translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Closed => "closed",
            Self::Ended => "ended",
        }
    }
}
