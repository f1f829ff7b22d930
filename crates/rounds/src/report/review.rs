//! Reviewing: sending back with a note, approving, locking, and excusing.

use std::collections::BTreeMap;

use base::{FieldError, FormErrors, Id, Problem};
use db::{Change, Db, Event, Result};
use identity::{Verb, Viewer};

use super::{ReportState, Seen, step};

/// Who decides about a step.
#[derive(Clone, Copy)]
enum Decider {
    /// Whoever approves at the unit or where the round is run.
    Reviewer,
    /// Whoever may open what is locked.
    Unlocker,
    /// Whoever runs the round.
    Owner,
}

/// A step that somebody decides on.
struct Step<'a> {
    decider: Decider,
    from: &'a [ReportState],
    to: ReportState,
    /// The step's name, and with `report.` before it the event's.
    name: &'static str,
    event: &'static str,
    note: &'a str,
    reason: &'a str,
    notes: Option<&'a BTreeMap<String, String>>,
}

impl Seen {
    /// Sends it back for completion, with what is wanted: of the whole, and by field.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer does not review it, it is not handed in, or nothing is said.
    pub async fn give_back(
        db: &Db,
        viewer: &Viewer,
        round: &Id,
        report: &Id,
        note: &str,
        fields: &BTreeMap<String, String>,
    ) -> Result<()> {
        let mut errors = FormErrors::default();
        let note = errors.optional("note", note, 2000);
        if note.is_empty() && fields.is_empty() {
            errors.add("note", FieldError::Missing);
        }
        errors.check().map_err(Problem::Invalid)?;
        let mut notes: BTreeMap<String, String> =
            fields.iter().map(|(field, text)| (field.clone(), text.chars().take(2000).collect())).collect();
        if !note.is_empty() {
            notes.insert(String::new(), note.clone());
        }
        let step = Step {
            note: &note,
            notes: Some(&notes),
            ..Step::new(
                Decider::Reviewer,
                &[ReportState::Submitted],
                ReportState::Returned,
                "returned",
                "report.returned",
            )
        };
        step.take(db, viewer, round, report).await
    }

    /// Accepts it.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer does not review it or it is not handed in.
    pub async fn approve(db: &Db, viewer: &Viewer, round: &Id, report: &Id) -> Result<()> {
        let step = Step::new(
            Decider::Reviewer,
            &[ReportState::Submitted],
            ReportState::Approved,
            "approved",
            "report.approved",
        );
        step.take(db, viewer, round, report).await
    }

    /// Locks what was approved.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer does not review it or it is not approved.
    pub async fn lock(db: &Db, viewer: &Viewer, round: &Id, report: &Id) -> Result<()> {
        let step =
            Step::new(Decider::Reviewer, &[ReportState::Approved], ReportState::Locked, "locked", "report.locked");
        step.take(db, viewer, round, report).await
    }

    /// Opens what was approved or locked, so that the unit can complete it.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not unlock, it is neither approved nor locked, or the reason is
    /// missing.
    pub async fn unlock(db: &Db, viewer: &Viewer, round: &Id, report: &Id, reason: &str) -> Result<()> {
        let mut errors = FormErrors::default();
        let reason = errors.required("reason", reason, 500);
        errors.check().map_err(Problem::Invalid)?;
        let notes = BTreeMap::from([(String::new(), reason.clone())]);
        let step = Step {
            note: &reason,
            notes: Some(&notes),
            ..Step::new(
                Decider::Unlocker,
                &[ReportState::Approved, ReportState::Locked],
                ReportState::Returned,
                "unlocked",
                "report.unlocked",
            )
        };
        step.take(db, viewer, round, report).await
    }

    /// Excuses the unit from it this time.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer does not run the round, it was handed in, or the reason is missing.
    pub async fn excuse(db: &Db, viewer: &Viewer, round: &Id, report: &Id, reason: &str) -> Result<()> {
        let mut errors = FormErrors::default();
        let reason = errors.required("reason", reason, 500);
        errors.check().map_err(Problem::Invalid)?;
        let step = Step {
            note: &reason,
            reason: &reason,
            ..Step::new(
                Decider::Owner,
                &[ReportState::Expected, ReportState::Draft, ReportState::Returned],
                ReportState::Excused,
                "excused",
                "report.excused",
            )
        };
        step.take(db, viewer, round, report).await
    }

    /// Expects it after all.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer does not run the round or it was not excused.
    pub async fn expect(db: &Db, viewer: &Viewer, round: &Id, report: &Id) -> Result<()> {
        let step =
            Step::new(Decider::Owner, &[ReportState::Excused], ReportState::Draft, "expected", "report.expected");
        step.take(db, viewer, round, report).await
    }
}

impl<'a> Step<'a> {
    /// A step that nothing is said about.
    fn new(
        decider: Decider,
        from: &'a [ReportState],
        to: ReportState,
        name: &'static str,
        event: &'static str,
    ) -> Self {
        Self { decider, from, to, name, event, note: "", reason: "", notes: None }
    }

    async fn take(&self, db: &Db, viewer: &Viewer, round: &Id, report: &Id) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let seen = Seen::claim(&change, viewer, db.clock().today(), round, report).await?;
        if !self.is_decided_by(viewer, &seen) {
            return Err(Problem::NotAllowed.into());
        }
        if seen.round.ended.is_some() {
            return Err(Problem::Refused("round-ended").into());
        }
        if !self.from.contains(&seen.report.state) {
            return Err(Problem::Refused(refusal(seen.report.state)).into());
        }
        self.write(&change, &seen).await?;
        change.commit(Event::new(self.event, "report", report).within(&seen.report.unit)).await
    }

    fn is_decided_by(&self, viewer: &Viewer, seen: &Seen) -> bool {
        let (unit, owner) = (&seen.report.unit_path, &seen.round.owner_path);
        match self.decider {
            Decider::Reviewer => seen.is_reviewed_by(viewer),
            Decider::Unlocker => viewer.may(Verb::Unlock, unit) || viewer.may(Verb::Unlock, owner),
            Decider::Owner => seen.round.is_run_by(viewer),
        }
    }

    async fn write(&self, change: &Change, seen: &Seen) -> Result<()> {
        let to =
            if self.to == ReportState::Draft && seen.report.typed.is_empty() { ReportState::Expected } else { self.to };
        let notes = match self.notes {
            Some(notes) => serde_json::to_string(notes)?,
            None => serde_json::to_string(&seen.report.notes)?,
        };
        let row = vec![("state", to.as_str().into()), ("reason", self.reason.into()), ("notes", notes.into())];
        change.update("report", &seen.report.id, row).await?;
        step::add(change, &seen.report.id, self.name, self.note, None).await
    }
}

/// Why a step cannot be taken from a state.
fn refusal(state: ReportState) -> &'static str {
    match state {
        ReportState::Expected | ReportState::Draft | ReportState::Returned => "report-not-handed-in",
        ReportState::Submitted => "report-handed-in",
        ReportState::Approved => "report-approved",
        ReportState::Locked => "report-locked",
        ReportState::Excused => "report-excused",
    }
}
