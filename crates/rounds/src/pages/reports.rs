//! A report: filled in by who answers for the unit, read by everybody else who may.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use forms::{Fault, Typed};
use serde::Serialize;
use web::{Error, Fields, Here, Place, Result, Route, Sample};

use super::items::Answer;
use super::question::{self, Part, Wrong, questions, wrong};
use super::{ANSWER, Head, LINKS, READ, place, seen as found};
use crate::report::draft::{Saved, Sent};
use crate::report::submission::Handed;
use crate::report::{ReportState, Seen};
use crate::round::Item;

const EDIT: &str = "pages/rounds/reports/edit.html";
const SHOW: &str = "pages/rounds/reports/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/rounds/{id}/reports/{report}", READ, show).also_for(LINKS),
        Route::post("/rounds/{id}/reports/{report}", ANSWER, save).also_for(LINKS),
        Route::post("/rounds/{id}/reports/{report}/confirmations", ANSWER, confirm).also_for(LINKS),
        Route::post("/rounds/{id}/reports/{report}/takeovers", ANSWER, take_over).also_for(LINKS),
        Route::post("/rounds/{id}/reports/{report}/gatherings", ANSWER, gather),
    ]
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
    evidence_errors: BTreeMap<&'static str, String>,
    evidence_form: BTreeMap<&'static str, String>,
    others: Vec<Answer>,
    steps: Vec<StepLine>,
    may: May,
}

/// What the viewer may do with it now.
#[derive(Debug, Default, Serialize)]
struct May {
    write: bool,
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
struct Piece {
    id: String,
    title: String,
    href: String,
    outside: bool,
    size: String,
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
    pub(super) evidence_errors: BTreeMap<&'static str, String>,
    pub(super) evidence_form: BTreeMap<&'static str, String>,
}

async fn show(here: Here, Path((id, report)): Path<(String, String)>) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    page(&here, seen, Again::default()).await
}

pub(super) async fn page(here: &Here, seen: Seen, again: Again) -> Result<Response> {
    let today = here.db().clock().today();
    let write = seen.may_write(here.viewer(), today);
    let refused = !again.faults.is_empty() || !again.conflicts.is_empty() || !again.evidence_errors.is_empty();
    let mut place = place(here, Some(&seen.round));
    let unit_href = format!("/rounds/{}/bodies/{}", seen.round.id, seen.report.unit);
    place.push(Place::new(seen.report.unit_name.clone(), unit_href));
    let context = context(here, &seen, again, write).await?;
    let template = if write { EDIT } else { SHOW };
    if refused { here.again(template, &place, &context) } else { here.page(template, &place, &context) }
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
        evidence_errors: again.evidence_errors,
        evidence_form: again.evidence_form,
        others: others.into_iter().map(answer).collect(),
        steps: steps(here, seen, readable).await?,
        may: may(here, seen, write),
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

async fn pieces(here: &Here, seen: &Seen) -> Result<Vec<Piece>> {
    let own = format!("/rounds/{}/reports/{}/evidence", seen.round.id, seen.report.id);
    let piece = |evidence: crate::report::evidence::Evidence| Piece {
        outside: evidence.href.is_some(),
        href: evidence.href.unwrap_or_else(|| format!("{own}/{}", evidence.id)),
        size: evidence.bytes.map(|bytes| size(here, bytes)).unwrap_or_default(),
        id: evidence.id,
        title: evidence.title,
    };
    Ok(seen.evidence(here.db()).await?.into_iter().map(piece).collect())
}

/// A size in whole kilobytes.
fn size(here: &Here, bytes: i64) -> String {
    here.text_with("round-evidence-size", &[("kilobytes", &swedish::whole((bytes + 1023) / 1024))])
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

/// Saves, and hands in where that button was pressed.
async fn save(here: Here, Path((id, report)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    let names = seen.item.form.input_names();
    let typed = question::typed(&here, &seen.item.form, &fields, &seen.report.typed);
    let theirs = names.iter().filter(|name| fields.get(&format!("keep-{name}")) == "theirs").cloned().collect();
    let sent = Sent::from_form(typed, &names, |name| fields.get(&format!("was-{name}")).to_owned(), theirs);
    let (db, viewer) = (here.db(), here.viewer());
    let (round, report) = (&seen.round.id, &seen.report.id);
    let (faults, conflicts) = if fields.get("deed") == "submit" {
        match Seen::submit(db, viewer, round, report, &sent).await? {
            Handed::In(handed) => return after(&here, &handed).await,
            Handed::Faulty(faults) => (faults, Vec::new()),
            Handed::Conflict(names) => (Vec::new(), names),
        }
    } else {
        match Seen::save(db, viewer, round, report, &sent).await? {
            Saved::Kept(_) => {
                let href = format!("/rounds/{round}/reports/{report}");
                return Ok(here.go_saying(&href, "said-report-saved", None));
            }
            Saved::Conflict(names) => (Vec::new(), names),
        }
    };
    let typed = if conflicts.is_empty() { None } else { Some(sent.typed.clone()) };
    let now = found(&here, &id, report.as_str()).await?;
    page(&here, now, Again { typed, faults, conflicts, ..Again::default() }).await
}

/// After handing in: on to the next that is open for the same unit, or back to the list.
async fn after(here: &Here, handed: &Seen) -> Result<Response> {
    let today = here.db().clock().today();
    let reports = handed.round.reports_of(here.db(), here.viewer(), today, &handed.report.unit).await?;
    let place = reports.iter().position(|(_, report)| report.id == handed.report.id).unwrap_or_default();
    let open = reports.iter().skip(place).find(|(_, report)| report.state.is_open());
    let href = match open {
        Some((_, next)) => format!("/rounds/{}/reports/{}", handed.round.id, next.id),
        None => format!("/rounds/{}/bodies/{}", handed.round.id, handed.report.unit),
    };
    Ok(here.go_saying(&href, "said-report-submitted", Some(&handed.item.name())))
}

async fn confirm(here: Here, Path((id, report)): Path<(String, String)>) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    match Seen::confirm_unchanged(here.db(), here.viewer(), &seen.round.id, &seen.report.id).await? {
        Handed::In(handed) => after(&here, &handed).await,
        Handed::Faulty(faults) => {
            let now = found(&here, &id, &report).await?;
            page(&here, now, Again { faults, ..Again::default() }).await
        }
        Handed::Conflict(_) => Err(Error::from(Problem::Conflict)),
    }
}

async fn take_over(here: Here, Path((id, report)): Path<(String, String)>) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    Seen::take_over(here.db(), here.viewer(), &seen.round.id, &seen.report.id).await?;
    Ok(here.go_saying(&format!("/rounds/{id}/reports/{report}"), "said-report-taken-over", None))
}

async fn gather(here: Here, Path((id, report)): Path<(String, String)>) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    Seen::gather(here.db(), here.viewer(), &seen.round.id, &seen.report.id).await?;
    Ok(here.go_saying(&format!("/rounds/{id}/reports/{report}"), "said-report-gathered", None))
}

pub(super) fn samples() -> Vec<Sample> {
    let page = |may: May, state| Page {
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
        evidence: vec![Piece {
            id: "e".to_owned(),
            title: "Utvärdering".to_owned(),
            href: "/rounds/r/reports/a/evidence/e".to_owned(),
            outside: false,
            size: "120 kB".to_owned(),
        }],
        evidence_errors: BTreeMap::new(),
        evidence_form: BTreeMap::new(),
        others: vec![Answer::sample()],
        steps: vec![StepLine {
            when: "3 mars 2025 kl. 10:12".to_owned(),
            who: "Alva Exempel".to_owned(),
            text: "Lämnade in".to_owned(),
            note: String::new(),
        }],
        may,
    };
    let all = || May { write: true, review: true, lock: true, unlock: true, excuse: true, expect: true, comment: true };
    vec![
        Sample::new(EDIT, &page(all(), "returned")),
        Sample::new(SHOW, &page(all(), "submitted")),
        Sample::new(SHOW, &page(May::default(), "excused")),
    ]
}
