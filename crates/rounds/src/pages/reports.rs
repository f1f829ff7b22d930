//! A report: filled in by who answers for the unit, read by everybody else who may.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use forms::{Fault, Typed};
use serde::Serialize;
use web::{Here, Place, Result, Route, Sample};

use super::evidence::{Piece, pieces};
use super::items::Answer;
use super::question::{self, Part, Wrong, questions, wrong};
use super::reviews::{Small, waiting};
use super::{Head, LINKS, READ, place, seen as found};
use crate::report::{ReportState, Seen};
use crate::round::Item;

const EDIT: &str = "pages/rounds/reports/edit.html";
const SHOW: &str = "pages/rounds/reports/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/rounds/{id}/reports/{report}", READ, show).also_for(LINKS)]
}

/// A report as its pages show it.
#[derive(Debug, Serialize)]
struct Page {
    round: Head,
    href: String,
    number: String,
    title: String,
    section: String,
    /// Where one reads about what is asked.
    about: Option<String>,
    unit: String,
    unit_href: String,
    minutes: u16,
    state: &'static str,
    leads: bool,
    late: bool,
    unchanged: bool,
    reason: String,
    /// What is to be completed, of the whole.
    note: String,
    questions: Vec<Part>,
    /// The year of the answers beside.
    before: Option<i16>,
    faults: Vec<Wrong>,
    conflicts: Vec<Clash>,
    was: BTreeMap<String, String>,
    previous: Option<String>,
    next: Option<String>,
    evidence: Vec<Piece>,
    /// One of the page's small forms, where it was not accepted.
    small: Small,
    /// Whether what came on time will be late when it is taken back.
    loses_its_day: bool,
    /// How many more of the unit's reports wait for the reviewer.
    waiting: usize,
    others: Vec<Answer>,
    steps: Vec<StepLine>,
    may: May,
}

/// What the viewer may do with it now.
#[derive(Debug, Default, Serialize)]
struct May {
    write: bool,
    withdraw: bool,
    review: bool,
    lock: bool,
    unlock: bool,
    excuse: bool,
    expect: bool,
    comment: bool,
}

/// A text that two people wrote differently.
#[derive(Debug, Serialize)]
struct Clash {
    name: String,
    label: String,
    mine: String,
    theirs: String,
}

#[derive(Debug, Serialize)]
struct StepLine {
    when: String,
    who: String,
    text: String,
    note: String,
}

/// What a form that was not accepted shows.
#[derive(Default)]
pub(super) struct Again {
    pub(super) typed: Option<Typed>,
    pub(super) faults: Vec<Fault>,
    pub(super) conflicts: Vec<String>,
    pub(super) small: Small,
}

async fn show(here: Here, Path((id, report)): Path<(String, String)>) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    page(&here, seen, Again::default()).await
}

pub(super) async fn page(here: &Here, seen: Seen, again: Again) -> Result<Response> {
    let today = here.db().clock().today();
    let write = seen.may_write(here.viewer(), today);
    let refused = !again.faults.is_empty() || !again.conflicts.is_empty() || again.small.is_refused();
    let place = way(here, &seen);
    let context = context(here, &seen, again, write).await?;
    let template = if write { EDIT } else { SHOW };
    if refused { here.again(template, &place, &context) } else { here.page(template, &place, &context) }
}

/// The way to a report.
pub(super) fn way(here: &Here, seen: &Seen) -> Vec<Place> {
    let mut place = place(here, Some(&seen.round));
    let unit = format!("/rounds/{}/bodies/{}", seen.round.id, seen.report.unit);
    place.push(Place::new(seen.report.unit_name.clone(), unit));
    place
}

async fn context(here: &Here, seen: &Seen, again: Again, write: bool) -> Result<Page> {
    let (db, viewer, today) = (here.db(), here.viewer(), here.db().clock().today());
    let (round, item, report) = (&seen.round, &seen.item, &seen.report);
    let readable = seen.is_readable_by(viewer);
    let before = if readable { seen.before(db).await? } else { None };
    let typed = again.typed.as_ref().unwrap_or(&report.typed);
    let mut notes = report.notes.clone();
    let note = notes.remove("").unwrap_or_default();
    let empty = Typed::default();
    let beside = before.as_ref().map(|before| &before.typed);
    let parts = questions(here, &item.form, if readable { typed } else { &empty }, beside, &notes, &again.faults);
    let href = |id: &Id| format!("/rounds/{}/reports/{id}", round.id);
    let (previous, next) = seen.neighbours(db).await?;
    let others = seen.others(db, viewer, today).await?;
    // What this unit is not asked, another may be.
    let full = Item::find(db, &round.id, &item.id).await?.ok_or(Problem::NotFound)?;
    let answer = |report| Answer::of(here, &Seen::of(round.clone(), full.clone(), report), today);
    let may = May { withdraw: seen.may_withdraw(db, viewer, today).await?, ..may(here, seen, write) };
    Ok(Page {
        href: href(&report.id),
        number: item.number.clone(),
        title: item.title.clone(),
        section: item.section.clone(),
        about: item.href.clone().filter(|_| viewer.errand.is_none()),
        unit: report.unit_name.clone(),
        unit_href: format!("/rounds/{}/bodies/{}", round.id, report.unit),
        minutes: item.minutes,
        state: report.state.as_str(),
        leads: report.leads,
        late: seen.is_late(today),
        unchanged: report.unchanged,
        reason: report.reason.clone(),
        note,
        questions: parts,
        before: before.map(|before| before.year),
        faults: wrong(here, &item.form, &again.faults),
        conflicts: clashes(here, seen, typed, &again.conflicts),
        was: if write { report.typed.0.clone() } else { BTreeMap::new() },
        previous: previous.as_ref().map(href),
        next: next.as_ref().map(href),
        evidence: if readable { pieces(here, seen).await? } else { Vec::new() },
        small: again.small,
        loses_its_day: may.withdraw && seen.loses_its_day(db, today).await?,
        waiting: if may.review { waiting(here, seen).await?.len() } else { 0 },
        others: others.into_iter().map(answer).collect(),
        steps: steps(here, seen, readable).await?,
        may,
        round: Head { due: here.date(&report.due(round).to_string()), ..Head::of(here, round) },
    })
}

fn may(here: &Here, seen: &Seen, write: bool) -> May {
    use identity::Verb::Unlock;
    let (viewer, state) = (here.viewer(), seen.report.state);
    let open = seen.round.ended.is_none();
    let (reviews, runs) = (seen.is_reviewed_by(viewer), seen.round.is_run_by(viewer));
    let unlocks = viewer.may(Unlock, &seen.report.unit_path) || viewer.may(Unlock, &seen.round.owner_path);
    May {
        write,
        withdraw: false,
        review: open && reviews && state == ReportState::Submitted,
        lock: open && reviews && state == ReportState::Approved,
        unlock: open && unlocks && matches!(state, ReportState::Approved | ReportState::Locked),
        excuse: open && runs && state.is_open(),
        expect: open && runs && state == ReportState::Excused,
        comment: seen.is_commented_by(viewer),
    }
}

fn clashes(here: &Here, seen: &Seen, typed: &Typed, names: &[String]) -> Vec<Clash> {
    let label = |name: &str| {
        let key = name.split(['@', '.']).next().unwrap_or_default();
        seen.item.form.field(key).map(|field| question::words(here, &field.label)).unwrap_or_default()
    };
    names
        .iter()
        .map(|name| Clash {
            label: label(name),
            mine: typed.get(name).to_owned(),
            theirs: seen.report.typed.get(name).to_owned(),
            name: name.clone(),
        })
        .collect()
}

async fn steps(here: &Here, seen: &Seen, readable: bool) -> Result<Vec<StepLine>> {
    let line = |step: crate::report::step::Step| StepLine {
        when: here.time(db::instant(step.at)),
        who: step.who,
        text: here.text(&format!("round-step-{}", step.kind)),
        note: if readable { step.note } else { String::new() },
    };
    Ok(seen.report.steps(here.db()).await?.into_iter().map(line).collect())
}

pub(super) fn samples() -> Vec<Sample> {
    let page = |may: May, state, small| Page {
        round: Head::sample(false),
        href: "/rounds/r/reports/a".to_owned(),
        number: "1.1".to_owned(),
        title: "Utbilda all personal i tidiga tecken på våld.".to_owned(),
        section: "1 Alla ser".to_owned(),
        about: Some("/plans/p/actions/a".to_owned()),
        unit: "Socialnämnden".to_owned(),
        unit_href: "/rounds/r/bodies/s".to_owned(),
        minutes: 15,
        state,
        leads: true,
        late: true,
        unchanged: false,
        reason: "Nystartad nämnd".to_owned(),
        note: "Hur många har gått utbildningen?".to_owned(),
        questions: Vec::new(),
        before: Some(2023),
        faults: vec![Wrong { field: "status".to_owned(), text: "Status: välj ett alternativ.".to_owned() }],
        conflicts: vec![Clash {
            name: "narrative".to_owned(),
            label: "Vad har gjorts?".to_owned(),
            mine: "Två kurser.".to_owned(),
            theirs: "Tre kurser.".to_owned(),
        }],
        was: BTreeMap::from([("narrative".to_owned(), "En kurs.".to_owned())]),
        previous: Some("/rounds/r/reports/z".to_owned()),
        next: Some("/rounds/r/reports/b".to_owned()),
        evidence: vec![Piece::sample()],
        small,
        loses_its_day: true,
        waiting: 2,
        others: vec![Answer::sample()],
        steps: vec![StepLine {
            when: "3 mars 2025 kl. 10:12".to_owned(),
            who: "Alva Exempel".to_owned(),
            text: "Lämnade in".to_owned(),
            note: String::new(),
        }],
        may,
    };
    let all = || May {
        write: true,
        withdraw: true,
        review: true,
        lock: true,
        unlock: true,
        excuse: true,
        expect: true,
        comment: true,
    };
    vec![
        Sample::new(EDIT, &page(all(), "returned", Small::default())),
        Sample::new(SHOW, &page(all(), "submitted", Small::sample())),
        Sample::new(SHOW, &page(May::default(), "excused", Small::default())),
    ]
}
