//! A report: to those who read it its front page, to those who write it what is left to do.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::editions::{File, files};
use super::view::{Prose, prose};
use super::{Head, READ, head, place, report, samples, snapshot, words};
use crate::editions::{assessed, developing_texts, moved, standings};
use crate::snapshot::Snapshot;
use crate::status_report::{State, StatusReport};
use crate::template::{GoalPart, SectionKey};

const FRONT: &str = "pages/reports/show/front.html";
const DESK: &str = "pages/reports/show/desk.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/status-reports/{id}", READ, show), Route::get("/status-reports/{id}/preview", READ, preview)]
}

/// The front page.
#[derive(Debug, Serialize)]
struct Front {
    report: Head,
    /// The day it was published; empty for a preview.
    day: String,
    summary: Vec<Prose>,
    goals: Vec<GoalCard>,
    /// Reports approved and expected.
    came: (u64, u64),
    moved: Vec<(String, Vec<String>)>,
    developing: Vec<String>,
    editions: Vec<EditionRow>,
    files: Vec<File>,
}

/// A goal on the front page.
#[derive(Debug, Serialize)]
struct GoalCard {
    name: String,
    href: String,
    overall: Option<String>,
    assessed: Option<String>,
    /// How many actions it has, and how they stand.
    actions: usize,
    standings: String,
    indicators: usize,
}

/// An edition in the list of them.
#[derive(Debug, Serialize)]
struct EditionRow {
    href: String,
    edition: i64,
    state: &'static str,
    day: String,
    reason: String,
    current: bool,
}

/// What its writers see.
#[derive(Debug, Serialize)]
struct Desk {
    report: Head,
    groups: Vec<Group>,
    done: usize,
    total: usize,
    came: (u64, u64),
    thaw_reason: String,
    editions: Vec<EditionRow>,
    files: Vec<File>,
}

/// The sections of a goal, or of the whole.
#[derive(Debug, Serialize)]
struct Group {
    name: String,
    href: Option<String>,
    sections: Vec<SectionRow>,
}

/// A section that is to be written.
#[derive(Debug, Serialize)]
struct SectionRow {
    name: String,
    href: String,
    /// `done`, `begun` or `empty`.
    state: &'static str,
    by: String,
}

async fn show(here: Here, Path(id): Path<String>) -> Result<Response> {
    let report = report(&here, &id).await?;
    if report.state == State::Published { front(&here, &report).await } else { desk(&here, &report).await }
}

async fn preview(here: Here, Path(id): Path<String>) -> Result<Response> {
    let report = report(&here, &id).await?;
    front(&here, &report).await
}

async fn front(here: &Here, report: &StatusReport) -> Result<Response> {
    let (snapshot, tell) = (snapshot(here, report).await?, words(here));
    let head = head(here, report);
    let card = |goal: &crate::compiled::GoalStatus| {
        let key = SectionKey::Goal(goal.id.clone(), GoalPart::Assessment);
        GoalCard {
            name: goal.name(),
            href: format!("{}/goals/{}", head.href, goal.id),
            overall: snapshot.choice(&key).map(|choice| goal.assessments.text(choice).to_owned()),
            assessed: assessed(goal, tell),
            actions: goal.actions.len(),
            standings: standings(tell, &goal.actions),
            indicators: goal.indicators.len(),
        }
    };
    let goals = &snapshot.compiled.goals;
    let changed = goals.iter().map(|goal| (goal.name(), moved(&snapshot, goal, tell)));
    let came = &snapshot.compiled.completeness;
    let context = Front {
        day: snapshot.published_on.map(|day| here.date(&day.to_string())).unwrap_or_default(),
        summary: prose(snapshot.text(&SectionKey::Summary)),
        goals: goals.iter().map(card).collect(),
        came: (came.approved, came.expected),
        moved: changed.filter(|(_, moved)| !moved.is_empty()).collect(),
        developing: developing_texts(goals, tell),
        editions: editions(here, report).await?,
        files: files(here, &head),
        report: head,
    };
    here.page(FRONT, &place(here, None), &context)
}

async fn desk(here: &Here, report: &StatusReport) -> Result<Response> {
    report.shows_draft_to(here.viewer()).then_some(()).ok_or(Problem::NotFound)?;
    let snapshot = snapshot(here, report).await?;
    let head = head(here, report);
    let groups = groups(here, report, &snapshot, &head).await?;
    let all = groups.iter().flat_map(|group| &group.sections);
    let (done, total) = (all.clone().filter(|section| section.state == "done").count(), all.count());
    let came = &snapshot.compiled.completeness;
    let context = Desk {
        groups,
        done,
        total,
        came: (came.approved, came.expected),
        thaw_reason: report.thaw_reason.clone(),
        editions: editions(here, report).await?,
        files: files(here, &head),
        report: head,
    };
    here.page(DESK, &place(here, None), &context)
}

/// The sections in order, those of a goal together.
async fn groups(here: &Here, report: &StatusReport, snapshot: &Snapshot, head: &Head) -> Result<Vec<Group>> {
    let saved = report.sections(here.db()).await?;
    let mut groups: Vec<Group> = Vec::new();
    for key in snapshot.sections() {
        let goal = key.goal().and_then(|goal| snapshot.compiled.goal(goal.as_str()));
        let name = goal.map_or_else(|| here.text("reports-whole"), crate::compiled::GoalStatus::name);
        if groups.last().is_none_or(|group| group.name != name) {
            let href = goal.map(|goal| format!("{}/goals/{}", head.href, goal.id));
            groups.push(Group { name, href, sections: Vec::new() });
        }
        let section = saved.get(&key.written());
        let state = match section {
            Some(section) if section.done => "done",
            Some(_) => "begun",
            None => "empty",
        };
        let row = SectionRow {
            name: here.text(&format!("reports-part-{}", key.name())),
            href: format!("{}/sections/{}", head.href, key.written()),
            state,
            by: section.map(|section| section.by.clone()).unwrap_or_default(),
        };
        if let Some(group) = groups.last_mut() {
            group.sections.push(row);
        }
    }
    Ok(groups)
}

/// The editions on the plan's year that the viewer may see, where there are several.
async fn editions(here: &Here, report: &StatusReport) -> Result<Vec<EditionRow>> {
    let all = StatusReport::editions(here.db(), here.viewer(), &report.plan, report.year).await?;
    if all.len() < 2 {
        return Ok(Vec::new());
    }
    let row = |other: &StatusReport| EditionRow {
        href: format!("/status-reports/{}", other.id),
        edition: other.edition,
        state: other.state.as_str(),
        day: other.published_at.map(|at| here.date(&base::in_stockholm(at).date().to_string())).unwrap_or_default(),
        reason: other.reason.clone(),
        current: other.id == report.id,
    };
    Ok(all.iter().map(row).collect())
}

pub(super) fn samples() -> Vec<Sample> {
    let edition = |edition, current| EditionRow {
        href: "/status-reports/exempel".to_owned(),
        edition,
        state: "published",
        day: "12 mars 2025".to_owned(),
        reason: if edition > 1 { "Fel antal i mål 2.".to_owned() } else { String::new() },
        current,
    };
    let card = || GoalCard {
        name: "1 Vuxna ser och agerar".to_owned(),
        href: "/status-reports/exempel/goals/mal-1".to_owned(),
        overall: Some("Nås troligen".to_owned()),
        assessed: Some("23 aktörer av 30 bedömer ”Nås troligen”.".to_owned()),
        actions: 3,
        standings: "3 pågår".to_owned(),
        indicators: 2,
    };
    let front = |state| Front {
        report: samples::head(state),
        day: if state == "published" { "12 mars 2025".to_owned() } else { String::new() },
        summary: prose("Det går framåt.\n\n- Fler utbildas.\n- Färre väntar."),
        goals: vec![card()],
        came: (28, 30),
        moved: vec![("1 Vuxna ser och agerar".to_owned(), vec!["Åtgärd 1.1 gick från pågår till klar.".to_owned()])],
        developing: vec!["Andel unga som vet vart de vänder sig".to_owned()],
        editions: vec![edition(2, true), edition(1, false)],
        files: vec![super::editions::sample()],
    };
    let section = |state, by: &str| SectionRow {
        name: "Analys".to_owned(),
        href: "/status-reports/exempel/sections/goal:mal-1:analysis".to_owned(),
        state,
        by: by.to_owned(),
    };
    let desk = |state| Desk {
        report: samples::head(state),
        groups: vec![Group {
            name: "1 Vuxna ser och agerar".to_owned(),
            href: Some("/status-reports/exempel/goals/mal-1".to_owned()),
            sections: vec![
                section("done", "Ronja Exempelsson"),
                section("begun", "Kim Påhittsdotter"),
                section("empty", ""),
            ],
        }],
        done: 1,
        total: 3,
        came: (28, 30),
        thaw_reason: "En nämnd hade svarat på fel år.".to_owned(),
        editions: vec![edition(1, true)],
        files: vec![super::editions::sample()],
    };
    vec![
        Sample::new(FRONT, &front("published")),
        Sample::new(FRONT, &front("writing")),
        Sample::new(DESK, &desk("writing")),
        Sample::new(DESK, &desk("frozen")),
    ]
}
