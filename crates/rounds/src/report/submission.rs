//! Handing in.

use std::collections::BTreeMap;

use base::{Id, Problem};
use db::{Change, Db, Event, Result};
use forms::{Fault, Reading, Typed};
use identity::Viewer;
use jiff::civil::Date;

use super::draft::{Saved, Sent};
use super::{ReportState, Seen, step};

/// What became of handing in.
#[derive(Debug, Clone)]
pub enum Handed {
    /// It is in.
    In(Box<Seen>),
    /// What was typed is kept; this is to be put right first.
    Faulty(Vec<Fault>),
    /// Both wrote something else in these inputs; nothing was saved.
    Conflict(Vec<String>),
}

/// What is being handed in.
enum What<'a> {
    Typed(&'a Sent),
    /// All as it was the period before.
    Unchanged,
}

impl Seen {
    /// Saves what was typed and hands it in. Handing in the same twice counts once.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write on it now, or the round has closed for the unit.
    /// What was typed is kept also then.
    pub async fn submit(db: &Db, viewer: &Viewer, round: &Id, report: &Id, sent: &Sent) -> Result<Handed> {
        Self::hand_in(db, viewer, round, report, What::Typed(sent)).await
    }

    /// Hands in that all is as it was the period before. Where something else was typed, that is saved as a draft instead, and
    /// there is nothing to answer with.
    ///
    /// # Errors
    /// As for [`Seen::submit`]; a [`Problem`] too when nothing was handed in the period before.
    pub async fn confirm_unchanged(
        db: &Db,
        viewer: &Viewer,
        round: &Id,
        report: &Id,
        sent: &Sent,
    ) -> Result<Option<Handed>> {
        let seen = Self::find(db, viewer, db.clock().today(), round, report).await?.ok_or(Problem::NotFound)?;
        if seen.report.state.is_open() && seen.is_new(sent) {
            let saved = Self::save(db, viewer, round, report, sent).await?;
            return Ok(match saved {
                Saved::Kept(_) => None,
                Saved::Conflict(names) => Some(Handed::Conflict(names)),
            });
        }
        Self::hand_in(db, viewer, round, report, What::Unchanged).await.map(Some)
    }

    async fn hand_in(db: &Db, viewer: &Viewer, round: &Id, report: &Id, what: What<'_>) -> Result<Handed> {
        let today = db.clock().today();
        let change = db.change(viewer.actor()?).await?;
        let mut seen = Self::claim(&change, viewer, today, round, report).await?;
        let confirmed;
        let (sent, unchanged) = match what {
            What::Typed(sent) => (sent, false),
            What::Unchanged => {
                let before = seen.before(&change).await?.ok_or(Problem::Refused("report-nothing-before"))?;
                // Also what a draft says and the answer before did not is gone then.
                let mut same: BTreeMap<String, String> =
                    seen.item.form.names().into_iter().map(|name| (name, String::new())).collect();
                for name in seen.item.form.input_names() {
                    same.insert(name.clone(), before.typed.get(&name).to_owned());
                }
                confirmed = Sent::new(Typed(same));
                (&confirmed, true)
            }
        };
        if seen.has_been_sent(sent) && seen.is_written_by(viewer) {
            return Ok(Handed::In(Box::new(seen)));
        }
        if let Some(conflicts) = seen.write(db, &change, viewer, sent).await? {
            return Ok(Handed::Conflict(conflicts));
        }
        let reading = seen.item.form.read(&seen.report.typed);
        let last = seen.round.last_day(&change, &seen.report.unit).await?;
        let closed = today > last;
        if closed || !reading.is_complete() {
            change.commit(Event::new("report.saved", "report", report).within(&seen.report.unit)).await?;
            return if closed {
                Err(Problem::Refused("round-closed").into())
            } else {
                Ok(Handed::Faulty(reading.faults))
            };
        }
        seen.enter(&change, today, &reading, unchanged).await?;
        let detail = serde_json::json!({ "unchanged": unchanged, "late": seen.is_late(today) });
        change.commit(Event::new("report.submitted", "report", report).within(&seen.report.unit).with(detail)).await?;
        Ok(Handed::In(Box::new(seen)))
    }

    /// Whether this has been handed in already: the button was pressed twice.
    fn has_been_sent(&self, sent: &Sent) -> bool {
        let in_already =
            matches!(self.report.state, ReportState::Submitted | ReportState::Approved | ReportState::Locked);
        let same = |(name, text): (&String, &String)| text.replace("\r\n", "\n").trim() == self.report.typed.get(name);
        in_already && sent.typed.0.iter().all(same)
    }

    async fn enter(&mut self, change: &Change, today: Date, reading: &Reading, unchanged: bool) -> Result<()> {
        let first = self.report.first_submitted.unwrap_or(today);
        let row = vec![
            ("state", ReportState::Submitted.as_str().into()),
            ("unchanged", unchanged.into()),
            ("first_submitted_on", first.to_string().into()),
            ("submitted_at", change.at().as_microsecond().into()),
            ("notes", "{}".into()),
        ];
        change.update("report", &self.report.id, row).await?;
        self.write_figures(change, &reading.answers).await?;
        step::add(change, &self.report.id, "submitted", "", Some(&self.report.typed)).await?;
        self.report.state = ReportState::Submitted;
        self.report.first_submitted = Some(first);
        self.report.unchanged = unchanged;
        self.report.notes.clear();
        Ok(())
    }
}
