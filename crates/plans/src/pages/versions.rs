//! The versions of a plan, what decided each of them, and what has happened to the plan.

use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::choices::Choice;
use super::show::{DecisionText, Head, head};
use super::{READ, place, plan, samples};
use crate::plan::Plan;
use crate::plan::edit::Happening;
use crate::version::{Decision, Version, VersionRow};
use crate::words::key;
use base::Problem;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}/versions", READ, index)]
}

/// How much of the log is shown.
const MOST_HAPPENINGS: u32 = 200;

/// Happenings that have a sentence of their own; every other one changed what is written.
const KNOWN: [&str; 18] = [
    "begun",
    "imported",
    "sent-out",
    "commented",
    "comments-finished",
    "comment-answered",
    "consultation-closed",
    "adopted",
    "published",
    "withdrawn",
    "extended",
    "revision-begun",
    "revision-given-up",
    "closed",
    "own-activity-added",
    "own-activity-removed",
    "task-done",
    "import-merged",
];

/// The page's context.
#[derive(Debug, Serialize)]
struct Index {
    plan: Head,
    versions: Vec<Row>,
    choices: Vec<Choice>,
    from: String,
    to: String,
    may_abandon: bool,
    history: Vec<Moment>,
}

/// A version in the list.
#[derive(Debug, Serialize)]
struct Row {
    number: i64,
    href: String,
    state: &'static str,
    decision: Option<DecisionText>,
    saved: String,
}

/// Something that happened, as often as it happened in a row.
#[derive(Debug, Serialize)]
struct Moment {
    when: String,
    iso: String,
    who: String,
    text: String,
    note: String,
}

async fn index(here: Here, Path(id): Path<String>) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let read = Version::read(here.db(), here.viewer(), &plan).await?.ok_or(Problem::NotFound)?;
    let rows = Version::list(here.db(), here.viewer(), &plan).await?;
    let choices: Vec<Choice> = rows.iter().map(|row| choice(&here, row)).collect();
    // Who did what is for those who work with the plan; the public reads what was decided.
    let happenings =
        if plan.shows_draft_to(here.viewer()) { plan.history(here.db(), MOST_HAPPENINGS).await? } else { Vec::new() };
    let context = Index {
        plan: head(&here, &plan, &read).await?,
        versions: rows.iter().map(|each| row(&here, &plan, each)).collect(),
        from: choices.get(1).map(|choice| choice.value.clone()).unwrap_or_default(),
        to: choices.first().map(|choice| choice.value.clone()).unwrap_or_default(),
        choices,
        may_abandon: plan.draft.is_some() && plan.may_write(here.viewer()) && !plan.is_in_consultation(),
        history: moments(&here, happenings),
    };
    here.page("pages/plans/versions/index.html", &place(&here, None), &context)
}

fn row(here: &Here, plan: &Plan, row: &VersionRow) -> Row {
    let state = match &row.decision {
        None if plan.is_in_consultation() => "consultation",
        None => "draft",
        Some(_) if plan.adopted.as_ref() == Some(&row.id) => plan.state(here.db().clock().today()).as_str(),
        Some(_) => "revised",
    };
    Row {
        number: row.number,
        href: format!("/plans/{}?version={}", plan.id, name(row)),
        state,
        decision: row.decision.as_ref().map(|decision| decision_text(here, decision)),
        saved: here.time(row.changed_at),
    }
}

/// A decision in the reader's words.
pub(super) fn decision_text(here: &Here, decision: &Decision) -> DecisionText {
    DecisionText {
        body: decision.body.clone(),
        date: here.date(&decision.date.to_string()),
        paragraph: decision.paragraph.clone(),
        diary_number: decision.diary_number.clone(),
        in_force_from: here.date(&decision.in_force_from.to_string()),
    }
}

/// What a version is called in an address.
fn name(row: &VersionRow) -> String {
    if row.decision.is_some() { row.number.to_string() } else { "draft".to_owned() }
}

fn choice(here: &Here, row: &VersionRow) -> Choice {
    let number = row.number.to_string();
    let text = match &row.decision {
        Some(decision) => {
            let date = here.date(&decision.date.to_string());
            here.text_with("plan-version-adopted", &[("number", &number), ("date", &date)])
        }
        None => here.text_with("plan-version-draft", &[("number", &number)]),
    };
    Choice::new(name(row), text)
}

/// Happenings, the newest first; what one person did over and over on one day is one line.
fn moments(here: &Here, happenings: Vec<Happening>) -> Vec<Moment> {
    let mut rows: Vec<(Date, String, String, usize)> = Vec::new();
    for happening in happenings {
        let day = base::in_stockholm(db::instant(happening.at)).date();
        let what = sentence(&happening.kind);
        match rows.last_mut().filter(|(at, who, last, _)| *at == day && *who == happening.who && *last == what) {
            Some((.., count)) => *count += 1,
            None => rows.push((day, happening.who, what, 1)),
        }
    }
    let moment = |(day, who, what, count): (Date, String, String, usize)| Moment {
        when: here.date(&day.to_string()),
        iso: day.to_string(),
        who,
        text: here.text(&what),
        note: if count > 1 { here.count_text("plan-happened-times", count) } else { String::new() },
    };
    rows.into_iter().map(moment).collect()
}

fn sentence(kind: &str) -> String {
    let name = kind.trim_start_matches("plan.").replace('_', "-");
    key("plan-happened", if KNOWN.contains(&name.as_str()) { &name } else { "edited" })
}

pub(super) fn samples() -> Vec<Sample> {
    let decision = DecisionText {
        body: "Kommunstyrelsen".to_owned(),
        date: "12 mars 2025".to_owned(),
        paragraph: "§ 31".to_owned(),
        diary_number: "KS 2025/14".to_owned(),
        in_force_from: "1 april 2025".to_owned(),
    };
    let saved = "3 mars 2026 kl. 14.10".to_owned();
    let row = |number: i64, state, decision| Row {
        number,
        href: format!("/plans/p?version={number}"),
        state,
        decision,
        saved: saved.clone(),
    };
    let moment = Moment {
        when: "3 mars 2026".to_owned(),
        iso: "2026-03-03".to_owned(),
        who: "Ronja Exempelsson".to_owned(),
        text: "Skrev i planen".to_owned(),
        note: "8 gånger".to_owned(),
    };
    let context = Index {
        plan: samples::head(),
        versions: vec![row(2, "draft", None), row(1, "in_force", Some(decision))],
        choices: vec![Choice::new("draft", "Version 2, utkast"), Choice::new("1", "Version 1")],
        from: "1".to_owned(),
        to: "draft".to_owned(),
        may_abandon: true,
        history: vec![moment],
    };
    vec![Sample::new("pages/plans/versions/index.html", &context)]
}
