//! A goal of a report: how it is going, one indicator at a time, and its actions by status.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::view::Goal;
use super::{Head, READ, head, place, report, samples, snapshot, words};

const TEMPLATE: &str = "pages/reports/goals/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/status-reports/{id}/goals/{goal}", READ, show)]
}

/// The page's context.
#[derive(Debug, Serialize)]
struct Show {
    report: Head,
    goal: Goal,
    /// The indicators to pick from.
    pick: Vec<Pick>,
    /// The other goals, this one among them.
    goals: Vec<Pick>,
    day: String,
}

/// Something to go to.
#[derive(Debug, Clone, Serialize)]
struct Pick {
    text: String,
    href: String,
    current: bool,
}

async fn show(here: Here, Path((id, goal)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let report = report(&here, &id).await?;
    let snapshot = snapshot(&here, &report).await?;
    let found = snapshot.compiled.goal(&goal).ok_or(Problem::NotFound)?;
    let head = head(&here, &report);
    let view = Goal::of(&snapshot, found, words(&here)).picking(fields.get("indicator"));
    let picked = view.picked();
    let pick = |indicator: &crate::compiled::IndicatorStatus| Pick {
        text: indicator.text.clone(),
        href: format!("{}/goals/{goal}?indicator={}#indicator", head.href, indicator.id),
        current: picked.as_deref() == Some(indicator.id.as_str()),
    };
    let other = |other: &crate::compiled::GoalStatus| Pick {
        text: other.name(),
        href: format!("{}/goals/{}", head.href, other.id),
        current: other.id == found.id,
    };
    let context = Show {
        pick: found.indicators.iter().map(pick).collect(),
        goals: snapshot.compiled.goals.iter().map(other).collect(),
        day: snapshot.published_on.map(|day| here.date(&day.to_string())).unwrap_or_default(),
        goal: view,
        report: head,
    };
    here.page(TEMPLATE, &place(&here, Some(&report)), &context)
}

pub(super) fn samples() -> Vec<Sample> {
    let pick =
        |text: &str, current| Pick { text: text.to_owned(), href: "/status-reports/exempel".to_owned(), current };
    let show = |state, goal| Show {
        report: samples::head(state),
        goal,
        pick: vec![pick("Andel utbildade", true), pick("Antal samtal", false)],
        goals: vec![pick("1 Vuxna ser och agerar", true), pick("2 Trygga platser", false)],
        day: "12 mars 2025".to_owned(),
    };
    vec![
        Sample::new(TEMPLATE, &show("published", samples::goal())),
        Sample::new(TEMPLATE, &show("writing", Goal::named("1 Vuxna ser och agerar"))),
    ]
}
