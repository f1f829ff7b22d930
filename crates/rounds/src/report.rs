//! What a unit says about one item of a round.

pub mod comment;
pub mod draft;
pub mod errand;
pub mod evidence;
mod figures;
pub mod list;
pub mod review;
pub mod step;
pub mod submission;
pub mod withdrawal;

use std::collections::BTreeMap;

use base::{Id, Problem};
use db::{Change, FromQueryResult, Queries, Result, sea_orm, values};
use forms::Typed;
use identity::{Verb, Viewer};
use jiff::civil::Date;

use crate::round::{Item, Round};

/// A report.
#[derive(Debug, Clone)]
pub struct Report {
    /// The id.
    pub id: Id,
    /// The round.
    pub round: Id,
    /// The item.
    pub item: Id,
    /// The unit that answers.
    pub unit: Id,
    /// Its name.
    pub unit_name: String,
    /// Its place in the tree.
    pub unit_path: String,
    /// Whether it leads.
    pub leads: bool,
    /// Where it is.
    pub state: ReportState,
    /// Grows with every save.
    pub revision: i64,
    /// What was typed.
    pub typed: Typed,
    /// Whether it was confirmed as it was the period before.
    pub unchanged: bool,
    /// The day it was handed in first.
    pub first_submitted: Option<Date>,
    /// The last day of the unit's longer time, where it was given one.
    pub longer: Option<Date>,
    /// Why it was excused or added.
    pub reason: String,
    /// What is to be completed, by field; under the empty key what is said of the whole.
    pub notes: BTreeMap<String, String>,
}

/// Where a report is. Whether it is missing, late or on time follows from dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportState {
    /// Nobody has written anything.
    Expected,
    /// Begun.
    Draft,
    /// Handed in.
    Submitted,
    /// Sent back for completion.
    Returned,
    /// Accepted.
    Approved,
    /// Accepted, and nothing changes any more.
    Locked,
    /// Not expected this time, for a reason.
    Excused,
}

/// A report with the round and the item it stands in.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The round.
    pub round: Round,
    /// The item.
    pub item: Item,
    /// The report.
    pub report: Report,
}

#[derive(FromQueryResult)]
pub(crate) struct Stored {
    pub(crate) id: String,
    round_id: String,
    item_id: String,
    unit_id: String,
    unit_name: String,
    unit_path: String,
    leads: bool,
    state: String,
    revision: i64,
    typed: String,
    unchanged: bool,
    first_submitted_on: Option<String>,
    until: Option<String>,
    reason: String,
    notes: String,
}

pub(crate) const COLUMNS: &str = "x.id, x.round_id, x.item_id, x.unit_id, u.name AS unit_name, u.path AS unit_path, x.leads, \
    x.state, x.revision, x.typed, x.unchanged, x.first_submitted_on, e.until, x.reason, x.notes";

pub(crate) const FROM: &str = "FROM report x JOIN unit u ON u.id = x.unit_id \
    LEFT JOIN round_extension e ON e.round_id = x.round_id AND e.unit_id = x.unit_id";

impl Stored {
    pub(crate) fn report(self, locked: bool) -> Result<Report> {
        Ok(Report {
            state: ReportState::stored(&self.state, locked),
            typed: serde_json::from_str(&self.typed)?,
            notes: serde_json::from_str(&self.notes)?,
            first_submitted: self.first_submitted_on.and_then(|day| day.parse().ok()),
            longer: self.until.and_then(|day| day.parse().ok()),
            id: Id::stored(self.id),
            round: Id::stored(self.round_id),
            item: Id::stored(self.item_id),
            unit: Id::stored(self.unit_id),
            unit_name: self.unit_name,
            unit_path: self.unit_path,
            leads: self.leads,
            revision: self.revision,
            unchanged: self.unchanged,
            reason: self.reason,
        })
    }
}

impl Seen {
    /// The report, if the viewer may see that it is there: who runs the round, sees the unit, or has a link to answer for it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(
        db: &impl Queries,
        viewer: &Viewer,
        today: Date,
        round: &Id,
        report: &Id,
    ) -> Result<Option<Self>> {
        let Some(round) = Round::find(db, viewer, round).await? else { return Ok(None) };
        let sql = format!("SELECT {COLUMNS} {FROM} WHERE x.id = $1 AND x.round_id = $2 AND x.state <> 'removed'");
        let Some(stored) = db.optional::<Stored>(&sql, values![report.as_str(), round.id.as_str()]).await? else {
            return Ok(None);
        };
        let report = stored.report(round.is_locked(today))?;
        let sees = viewer.may(Verb::See, &report.unit_path)
            || viewer.may(Verb::See, &round.owner_path)
            || round.is_errand_for(viewer, &report.unit);
        if !sees && !report.is_shared_with(db, viewer).await? {
            return Ok(None);
        }
        let Some(item) = Item::find(db, &round.id, &report.item).await? else { return Ok(None) };
        Ok(Some(Self::of(round, item, report)))
    }

    /// A report with what its unit is asked: who does not lead is not asked for what the leading one answers for all.
    pub(crate) fn of(round: Round, mut item: Item, report: Report) -> Self {
        if !report.leads {
            item.form.leave_to_the_lead();
        }
        Self { round, item, report }
    }

    /// The report for this change alone: whoever comes next waits.
    pub(crate) async fn claim(change: &Change, viewer: &Viewer, today: Date, round: &Id, report: &Id) -> Result<Self> {
        change.execute("UPDATE report SET revision = revision + 1 WHERE id = $1", values![report.as_str()]).await?;
        Ok(Self::find(change, viewer, today, round, report).await?.ok_or(Problem::NotFound)?)
    }

    /// Whether the viewer reads what was written: whoever writes or decides for the unit always, everybody else who finds it once
    /// it was handed in.
    #[must_use]
    pub fn is_readable_by(&self, viewer: &Viewer) -> bool {
        let own = self.is_written_by(viewer) || viewer.may(Verb::Approve, &self.report.unit_path);
        own || !matches!(self.report.state, ReportState::Expected | ReportState::Draft)
    }

    /// Whether the viewer may write on it, as far as the viewer goes.
    #[must_use]
    pub fn is_written_by(&self, viewer: &Viewer) -> bool {
        viewer.may(Verb::Submit, &self.report.unit_path) || self.is_errand_of(viewer)
    }

    /// Whether the viewer may write on it now.
    #[must_use]
    pub fn may_write(&self, viewer: &Viewer, today: Date) -> bool {
        let open = self.round.ended.is_none() && today >= self.round.deadlines.opens;
        open && self.report.state.is_open() && self.is_written_by(viewer)
    }

    /// Whether the viewer reviews it: whoever decides at the unit or where the round is run.
    #[must_use]
    pub fn is_reviewed_by(&self, viewer: &Viewer) -> bool {
        viewer.may(Verb::Approve, &self.report.unit_path) || viewer.may(Verb::Approve, &self.round.owner_path)
    }

    /// Whether the viewer takes part in what is said about it.
    #[must_use]
    pub fn is_commented_by(&self, viewer: &Viewer) -> bool {
        self.is_written_by(viewer) || viewer.may(Verb::Submit, &self.round.owner_path)
    }

    /// Whether it came late, or has not come and is late.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        let due = self.report.due(&self.round);
        self.report.first_submitted.map_or(self.report.state.is_open() && today > due, |day| day > due)
    }
}

impl Report {
    /// By when it is to be handed in: as the round says, or later where the unit was given longer time.
    #[must_use]
    pub fn due(&self, round: &Round) -> Date {
        self.longer.map_or(round.deadlines.due, |longer| longer.max(round.deadlines.due))
    }

    /// Whether the viewer's unit leads the same item, so that it reads what the others have handed in.
    async fn is_shared_with(&self, db: &impl Queries, viewer: &Viewer) -> Result<bool> {
        if matches!(self.state, ReportState::Expected | ReportState::Draft) {
            return Ok(false);
        }
        let mut values = values![self.item.as_str()];
        let reach = viewer.reach(Verb::See, "u.path", &mut values);
        let sql =
            format!("SELECT COUNT(*) {FROM} WHERE x.item_id = $1 AND x.leads AND x.state <> 'removed' AND {reach}");
        Ok(db.number(&sql, values).await? > 0)
    }
}

impl ReportState {
    /// All states.
    pub const ALL: [Self; 7] =
        [Self::Expected, Self::Draft, Self::Submitted, Self::Returned, Self::Approved, Self::Locked, Self::Excused];

    /// Its name in the database, in addresses and for the status badge.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Approved => "approved",
            Self::Locked => "locked",
            Self::Excused => "excused",
        }
    }

    /// The state as it is stored; what is approved counts as locked once the round locks.
    pub(crate) fn stored(name: &str, locked: bool) -> Self {
        let state = Self::ALL.into_iter().find(|state| state.as_str() == name).unwrap_or(Self::Expected);
        if locked && state == Self::Approved { Self::Locked } else { state }
    }

    /// Whether the unit still writes.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Expected | Self::Draft | Self::Returned)
    }
}
