//! Taking back what was handed in, before anybody has reviewed it.

use base::{Id, Problem};
use db::{Db, Event, Queries, Result, values};
use identity::Viewer;
use jiff::civil::Date;

use super::step::{self, Step};
use super::{ReportState, Seen};

impl Seen {
    /// Whether the viewer can take it back now: nobody has reviewed it, and the round still takes answers from the unit.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn may_withdraw(&self, db: &impl Queries, viewer: &Viewer, today: Date) -> Result<bool> {
        let running = self.round.ended.is_none() && today >= self.round.deadlines.opens;
        if !running || self.report.state != ReportState::Submitted || !self.is_written_by(viewer) {
            return Ok(false);
        }
        Ok(today <= self.round.last_day(db, &self.report.unit).await?)
    }

    /// Whether what came on time will be late once it is taken back and handed in anew.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn loses_its_day(&self, db: &impl Queries, today: Date) -> Result<bool> {
        if today <= self.report.due(&self.round) || self.is_late(today) {
            return Ok(false);
        }
        Ok(first_kept(&self.report.steps(db).await?).is_none())
    }

    /// Takes it back: it is a draft again, as if it had not been handed in.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer does not write on it, somebody has reviewed it, or the round has
    /// closed for the unit.
    pub async fn withdraw(db: &Db, viewer: &Viewer, round: &Id, report: &Id) -> Result<()> {
        let today = db.clock().today();
        let change = db.change(viewer.actor()?).await?;
        let seen = Self::claim(&change, viewer, today, round, report).await?;
        if !seen.is_written_by(viewer) {
            return Err(Problem::NotAllowed.into());
        }
        if seen.round.ended.is_some() {
            return Err(Problem::Refused("round-ended").into());
        }
        // The button was pressed twice.
        if seen.report.state.is_open() {
            return Ok(());
        }
        if !seen.may_withdraw(&change, viewer, today).await? {
            return Err(Problem::Refused("report-not-withdrawn").into());
        }
        let first = first_kept(&seen.report.steps(&change).await?).map(|day| day.to_string());
        let state = if seen.report.typed.is_empty() { ReportState::Expected } else { ReportState::Draft };
        let row = vec![
            ("state", state.as_str().into()),
            ("unchanged", false.into()),
            ("first_submitted_on", first.into()),
            ("submitted_at", None::<i64>.into()),
        ];
        change.update("report", report, row).await?;
        change.execute("DELETE FROM report_figure WHERE report_id = $1", values![report.as_str()]).await?;
        step::add(&change, report, "withdrawn", "", None).await?;
        change.commit(Event::new("report.withdrawn", "report", report).within(&seen.report.unit)).await
    }
}

/// The day of the first handing in that counts once the last one is taken back: what was taken back was never handed in.
fn first_kept(steps: &[Step]) -> Option<Date> {
    let mut kept = Vec::new();
    for step in steps.iter().rev() {
        match step.kind.as_str() {
            "submitted" => kept.push(base::in_stockholm(db::instant(step.at)).date()),
            "withdrawn" => {
                kept.pop();
            }
            _ => {}
        }
    }
    kept.pop();
    kept.first().copied()
}
