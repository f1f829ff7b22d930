//! Writing on a report: what is typed is kept as it was typed, and two who write at once lose nothing.

use std::collections::BTreeMap;

use base::{Id, Problem};
use db::{Change, Db, Event, Result};
use forms::{Kind, Typed};
use identity::Viewer;

use super::{ReportState, Seen};

/// What somebody typed, beside what was saved when they opened the form.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    /// What is in the inputs now.
    pub typed: Typed,
    /// What was saved when the form was opened. Where it is not known, what is typed counts.
    pub was: BTreeMap<String, String>,
    /// The inputs where, of two texts, the other's was chosen.
    pub theirs: Vec<String>,
}

/// What became of a save.
#[derive(Debug, Clone)]
pub enum Saved {
    /// All of it is kept.
    Kept(Box<Seen>),
    /// Both wrote something else in these inputs; nothing was saved.
    Conflict(Vec<String>),
}

/// What became of texts that were to be put in beside what was typed, which is saved first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filled {
    /// They are in.
    In,
    /// There were none that are not there already.
    Nothing,
    /// Both wrote something else in these inputs; nothing was saved.
    Conflict(Vec<String>),
}

/// Most characters that all inputs of a report hold together.
const MOST: usize = 200_000;

impl Sent {
    /// What is typed, in a script or a test: it counts whatever was there.
    #[must_use]
    pub fn new(typed: Typed) -> Self {
        Self { typed, ..Self::default() }
    }

    /// What a form sent whose inputs have these names; what is not among it was left empty.
    #[must_use]
    pub fn from_form(typed: Typed, names: &[String], was: impl Fn(&str) -> String, theirs: Vec<String>) -> Self {
        let was = names.iter().chain(typed.0.keys()).map(|name| (name.clone(), was(name))).collect();
        Self { typed, was, theirs }
    }

    /// What is to be saved, given what is there; or the inputs where both wrote something else.
    pub(super) fn settle(&self, names: &[String], saved: &Typed) -> std::result::Result<Typed, Vec<String>> {
        let (mut settled, mut conflicts) = (saved.clone(), Vec::new());
        let also = self.typed.0.keys().filter(|name| !names.contains(name));
        for name in names.iter().chain(also) {
            if !self.typed.0.contains_key(name) && !self.was.contains_key(name) {
                continue;
            }
            let theirs = saved.get(name);
            let mine = self.typed.get(name).replace("\r\n", "\n");
            let was = self.was.get(name).map(|was| was.replace("\r\n", "\n").trim().to_owned());
            let untouched = was.as_ref().is_some_and(|was| *was == mine) || self.theirs.contains(name);
            let free = was.as_ref().is_none_or(|was| was == theirs) || mine == theirs;
            match (untouched, free) {
                (true, _) => {}
                (false, true) if mine.is_empty() => {
                    settled.0.remove(name);
                }
                (false, true) => {
                    settled.0.insert(name.clone(), mine);
                }
                (false, false) => conflicts.push(name.clone()),
            }
        }
        if conflicts.is_empty() { Ok(settled) } else { Err(conflicts) }
    }
}

impl Seen {
    /// Saves what was typed, also where something is wrong with it.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write on it now.
    pub async fn save(db: &Db, viewer: &Viewer, round: &Id, report: &Id, sent: &Sent) -> Result<Saved> {
        let change = db.change(viewer.actor()?).await?;
        let mut seen = Self::claim(&change, viewer, db.clock().today(), round, report).await?;
        match seen.write(db, &change, viewer, sent).await? {
            Some(conflicts) => return Ok(Saved::Conflict(conflicts)),
            None => seen.report.unchanged = false,
        }
        change.commit(Event::new("report.saved", "report", report).within(&seen.report.unit)).await?;
        Ok(Saved::Kept(Box::new(seen)))
    }

    /// Saves what was typed and takes over what was answered the period before, as a draft to go on from. Figures are left to be
    /// asked anew.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write on it now.
    pub async fn take_over(db: &Db, viewer: &Viewer, round: &Id, report: &Id, sent: &Sent) -> Result<Filled> {
        let change = db.change(viewer.actor()?).await?;
        let mut seen = Self::claim(&change, viewer, db.clock().today(), round, report).await?;
        if let Some(conflicts) = seen.write(db, &change, viewer, sent).await? {
            return Ok(Filled::Conflict(conflicts));
        }
        let before = seen.before(&change).await?.map(|before| before.typed).unwrap_or_default();
        let mut typed = seen.report.typed.clone();
        for field in seen.item.form.fields().filter(|field| !field.is_figure()) {
            for input in field.inputs() {
                if typed.get(&input.name).is_empty() && !before.get(&input.name).is_empty() {
                    typed.0.insert(input.name.clone(), before.get(&input.name).to_owned());
                }
            }
        }
        seen.fill(db, change, viewer, typed).await
    }

    /// Saves what was typed and puts what the other units have handed in on the same item below it, each under its name: for the
    /// unit that leads.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write on it now.
    pub async fn gather(db: &Db, viewer: &Viewer, round: &Id, report: &Id, sent: &Sent) -> Result<Filled> {
        let today = db.clock().today();
        let change = db.change(viewer.actor()?).await?;
        let mut seen = Self::claim(&change, viewer, today, round, report).await?;
        if let Some(conflicts) = seen.write(db, &change, viewer, sent).await? {
            return Ok(Filled::Conflict(conflicts));
        }
        let others = seen.others(&change, viewer, today).await?;
        let mut typed = seen.report.typed.clone();
        for field in seen.item.form.fields().filter(|field| matches!(field.kind, Kind::Text { long: true, .. })) {
            let own = typed.get(&field.key).to_owned();
            let told = others.iter().filter(|other| other.is_handed_in());
            let told = told.map(|other| (other, other.typed.get(&field.key))).filter(|(_, text)| !text.is_empty());
            let parts = told.map(|(other, text)| format!("{}: {text}", other.unit_name));
            // What was taken in before is not taken in again.
            let new: Vec<String> = parts.filter(|part| !own.contains(part.as_str())).collect();
            if !new.is_empty() {
                let all = std::iter::once(own.clone()).filter(|own| !own.is_empty()).chain(new);
                typed.0.insert(field.key.clone(), all.collect::<Vec<_>>().join("\n\n"));
            }
        }
        seen.fill(db, change, viewer, typed).await
    }

    /// Writes texts that were found elsewhere in beside what was typed, and ends the change.
    async fn fill(mut self, db: &Db, change: Change, viewer: &Viewer, typed: Typed) -> Result<Filled> {
        let filled = if typed == self.report.typed { Filled::Nothing } else { Filled::In };
        self.write(db, &change, viewer, &Sent::new(typed)).await?;
        change.commit(Event::new("report.saved", "report", &self.report.id).within(&self.report.unit)).await?;
        Ok(filled)
    }

    /// Whether something was sent that is not saved already.
    pub(crate) fn is_new(&self, sent: &Sent) -> bool {
        sent.settle(&self.item.form.names(), &self.report.typed) != Ok(self.report.typed.clone())
    }

    /// Writes what was sent; answers with the inputs in conflict, where there are any.
    pub(super) async fn write(
        &mut self,
        db: &Db,
        change: &Change,
        viewer: &Viewer,
        sent: &Sent,
    ) -> Result<Option<Vec<String>>> {
        if !self.is_written_by(viewer) {
            return Err(Problem::NotAllowed.into());
        }
        if !self.may_write(viewer, db.clock().today()) {
            return Err(Problem::Refused(self.refusal()).into());
        }
        let typed = match sent.settle(&self.item.form.names(), &self.report.typed) {
            Ok(typed) => typed,
            Err(conflicts) => return Ok(Some(conflicts)),
        };
        if typed.0.values().map(|text| text.chars().count()).sum::<usize>() > MOST {
            return Err(Problem::TooLarge.into());
        }
        // What is returned stays so until it is handed in again.
        let state = match self.report.state {
            ReportState::Returned => ReportState::Returned,
            _ if typed.is_empty() => ReportState::Expected,
            _ => ReportState::Draft,
        };
        let row = vec![
            ("typed", serde_json::to_string(&typed)?.into()),
            ("state", state.as_str().into()),
            ("unchanged", false.into()),
            ("changed_at", change.at().as_microsecond().into()),
        ];
        change.update("report", &self.report.id, row).await?;
        (self.report.typed, self.report.state) = (typed, state);
        Ok(None)
    }

    /// Why nothing can be written on it now.
    pub(super) fn refusal(&self) -> &'static str {
        match self.report.state {
            _ if self.round.ended.is_some() => "round-ended",
            ReportState::Submitted | ReportState::Approved => "report-handed-in",
            ReportState::Locked => "report-locked",
            ReportState::Excused => "report-excused",
            _ => "round-not-open",
        }
    }
}
