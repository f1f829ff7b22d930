//! The course of the log as its rows show it, against the course that its codes prove.

use std::collections::{BTreeMap, BTreeSet};

use keys::{Coder, Keys};

use crate::audit::{End, Entry, Fault, FaultKind};

/// Most odd events that are kept whole, and most vacant positions that are tried for them. Beyond that an odd event is told by
/// where it stands.
const MOST_TRIED: usize = 1000;

/// How far from where it stands an event is looked for, where the one before it was genuine.
const NEAR: i64 = 32;

/// What was read so far.
pub(super) struct Course<'a> {
    keys: &'a Keys,
    /// What makes codes, by the name of the key.
    coders: BTreeMap<String, Option<Coder>>,
    pub(super) events: u64,
    /// Events that are what was written, in the order of their rows, as runs.
    runs: Vec<Run>,
    /// Events that are not what was written where they stand.
    odd: Vec<Odd>,
    after_odd: bool,
    /// The position and code of the last event that proved genuine.
    tip: (i64, String),
    unlinked: Vec<Fault>,
    unknown: Vec<Fault>,
}

/// Genuine events that follow on one another, in rows and in truth.
#[derive(Debug, Clone, Copy)]
struct Run {
    stands: i64,
    written: i64,
    length: i64,
}

struct Odd {
    position: Option<i64>,
    id: String,
    entry: Option<Entry>,
}

impl<'a> Course<'a> {
    pub(super) fn new(keys: &'a Keys, begins: Option<&End>) -> Self {
        let tip = begins.map_or((-1, String::new()), |end| (end.position, end.code.clone()));
        let (runs, odd, unlinked, unknown) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { keys, coders: BTreeMap::new(), events: 0, runs, odd, after_odd: false, tip, unlinked, unknown }
    }

    /// The next row.
    pub(super) fn take(&mut self, entry: Entry) {
        self.events += 1;
        let coder = self.coder(&entry);
        if let (Some(position), Some(_), None) = (entry.position, &entry.key_name, &coder) {
            self.unknown.push(Fault::at(position, FaultKind::KeyMissing));
            self.note(position, position, &entry);
            return;
        }
        match entry.position.and_then(|stands| Some((stands, self.written(coder.as_ref()?, &entry, stands)?))) {
            Some((stands, written)) => self.note(stands, written, &entry),
            None => self.put_aside(entry),
        }
    }

    fn coder(&mut self, entry: &Entry) -> Option<Coder> {
        let name = entry.key_name.as_ref()?;
        if !self.coders.contains_key(name) {
            self.coders.insert(name.clone(), Entry::coder(self.keys, name));
        }
        self.coders.get(name)?.clone()
    }

    /// The position at which an event was written that stands here.
    fn written(&self, coder: &Coder, entry: &Entry, stands: i64) -> Option<i64> {
        let shift = self.runs.last().map_or(0, |run| run.written - run.stands);
        let is_next = entry.previous.as_ref() == Some(&self.tip.1);
        let likely = [Some(stands + shift), is_next.then_some(self.tip.0 + 1), Some(stands)];
        let near = if self.after_odd { 0 } else { NEAR };
        let nearby = (1..=near).flat_map(|by| [stands + shift + by, stands + shift - by]);
        likely.into_iter().flatten().chain(nearby).find(|at| entry.is_genuine_at(coder, *at))
    }

    /// An event that is where it belongs, or was moved with those before it.
    fn note(&mut self, stands: i64, written: i64, entry: &Entry) {
        self.after_odd = false;
        let (position, code) = &self.tip;
        if written == position + 1 && entry.previous.as_ref() != Some(code) {
            self.unlinked.push(Fault::at(written, FaultKind::Unlinked).of(&entry.id));
        }
        self.tip = (written, entry.code.clone().unwrap_or_default());
        match self.runs.last_mut() {
            Some(run) if run.stands + run.length == stands && run.written + run.length == written => run.length += 1,
            _ => self.runs.push(Run { stands, written, length: 1 }),
        }
    }

    fn put_aside(&mut self, entry: Entry) {
        self.after_odd = true;
        let (position, id) = (entry.position, entry.id.clone());
        let kept = self.odd.len() < MOST_TRIED;
        self.odd.push(Odd { position, id, entry: kept.then_some(entry) });
    }

    /// What is wrong. `signed` is a position that the log is known to have reached.
    pub(super) fn faults(mut self, begins: Option<&End>, ends: Option<&End>, signed: i64) -> Vec<Fault> {
        let mut faults = std::mem::take(&mut self.unlinked);
        faults.append(&mut self.unknown);
        let begin = begins.map_or(0, |end| end.position);
        let furthest = self.runs.iter().map(|run| run.written + run.length - 1).max().unwrap_or(begin);
        let end = ends.map_or(furthest, |end| end.position);
        if begins.is_none() {
            faults.push(Fault::at(begin, FaultKind::EndChanged));
        }
        match ends {
            Some(end) if end.position == self.tip.0 && end.code != self.tip.1 => {
                faults.push(Fault::at(end.position, FaultKind::Unlinked));
            }
            Some(_) => {}
            None => faults.push(Fault::at(furthest + 1, FaultKind::EndChanged)),
        }
        faults.extend(self.shifted());
        faults.extend(self.beyond(begin, end));
        let mut vacant = self.vacant(begin, end.max(signed));
        faults.extend(self.returned(&mut vacant));
        faults.extend(self.forged(&mut vacant));
        faults.extend(vacant.iter().map(|position| {
            let kind = if *position > furthest { FaultKind::Truncated } else { FaultKind::Removed };
            Fault::at(*position, kind)
        }));
        faults
    }

    /// Where genuine events begin to stand elsewhere than they were written.
    fn shifted(&self) -> Vec<Fault> {
        let moved = self.runs.iter().filter(|run| run.stands != run.written);
        moved.map(|run| Fault::at(run.stands, FaultKind::Reordered).through(run.stands + run.length - 1)).collect()
    }

    /// Genuine events outside the log: put back after they were removed by rule, from after an end that was set back, or twice.
    fn beyond(&self, begin: i64, end: i64) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut runs = self.runs.clone();
        runs.sort_by_key(|run| run.written);
        let mut reached = begin;
        for run in runs {
            let last = run.written + run.length - 1;
            if run.written <= reached {
                let through = run.stands + reached.min(last) - run.written;
                faults.push(Fault::at(run.stands, FaultKind::Inserted).through(through));
            }
            if last > end {
                let from = run.stands + (end + 1 - run.written).max(0);
                faults.push(Fault::at(from, FaultKind::Inserted).through(run.stands + run.length - 1));
            }
            reached = reached.max(last);
        }
        faults
    }

    /// Positions of the log where nothing genuine was written.
    fn vacant(&self, begin: i64, end: i64) -> BTreeSet<i64> {
        let mut runs = self.runs.clone();
        runs.sort_by_key(|run| run.written);
        let mut vacant = BTreeSet::new();
        let mut next = begin + 1;
        for run in runs {
            vacant.extend(next..run.written);
            next = next.max(run.written + run.length);
        }
        vacant.extend(next..=end);
        vacant
    }

    /// Odd events that were written at a vacant position.
    fn returned(&mut self, vacant: &mut BTreeSet<i64>) -> Vec<Fault> {
        let mut faults = Vec::new();
        let keys = self.keys;
        self.odd.retain(|odd| {
            let Some(entry) = &odd.entry else { return true };
            let Some(coder) = entry.key_name.as_deref().and_then(|name| Entry::coder(keys, name)) else { return true };
            let found =
                vacant.iter().take(MOST_TRIED).find(|position| entry.is_genuine_at(&coder, **position)).copied();
            let Some(written) = found else { return true };
            vacant.remove(&written);
            faults.push(Fault::at(odd.position.unwrap_or(written), FaultKind::Reordered).of(&odd.id));
            false
        });
        faults
    }

    /// The other odd events: one that stands at a vacant position was edited, any other was inserted.
    fn forged(&self, vacant: &mut BTreeSet<i64>) -> Vec<Fault> {
        let mut fault = |odd: &Odd| {
            let edited = odd.position.is_some_and(|position| vacant.remove(&position));
            let kind = if edited { FaultKind::Edited } else { FaultKind::Inserted };
            Fault::at(odd.position.unwrap_or_default(), kind).of(&odd.id)
        };
        self.odd.iter().map(&mut fault).collect()
    }
}
