//! A goal of a report: how it is going, one indicator at a time, and its actions by status.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use plans::editions::Words;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::view::Goal;
use super::{Head, READ, head, place, report, samples, snapshot, words};
use crate::addresses::Addresses;
use crate::compiled::{GoalStatus, IndicatorStatus};
use crate::editions::figure;

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
    /// Why it has no figure this year; empty where it has.
    lacks: String,
    href: String,
    current: bool,
}

async fn show(here: Here, Path((id, goal)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let report = report(&here, &id).await?;
    let snapshot = snapshot(&here, &report).await?;
    let found = snapshot.compiled.goal(&goal).ok_or(Problem::NotFound)?;
    let (head, tell, year) = (head(&here, &report), words(&here), snapshot.compiled.year);
    let picked = picked(found, fields.get("indicator"), year);
    let pick = |indicator: &IndicatorStatus| Pick {
        text: indicator.text.clone(),
        lacks: lacks(tell, indicator, year),
        href: format!("{}/goals/{goal}?indicator={}#indicator", head.href, indicator.id),
        current: picked.is_some_and(|picked| picked.id == indicator.id),
    };
    let other = |other: &GoalStatus| Pick {
        text: other.name(),
        lacks: String::new(),
        href: format!("{}/goals/{}", head.href, other.id),
        current: other.id == found.id,
    };
    let addresses = Addresses::find(here.db(), here.viewer(), &report.plan).await?;
    let context = Show {
        pick: found.indicators.iter().map(pick).collect(),
        goals: snapshot.compiled.goals.iter().map(other).collect(),
        day: snapshot.published_on.map(|day| here.date(&day.to_string())).unwrap_or_default(),
        goal: Goal::of(&snapshot, found, tell).picking(picked).leading(&addresses, head.is_inside),
        report: head,
    };
    here.page(TEMPLATE, &place(&here, Some(&report)), &context)
}

/// Whether it has a figure in the year.
fn has_figure(indicator: &IndicatorStatus, year: i16) -> bool {
    indicator.series.as_ref().and_then(|series| series.at(year)?.height()).is_some()
}

/// The indicator that is asked for; else the first that has a figure in the year, or the first of all.
fn picked<'a>(goal: &'a GoalStatus, asked: &str, year: i16) -> Option<&'a IndicatorStatus> {
    let find = |wanted: &dyn Fn(&IndicatorStatus) -> bool| goal.indicators.iter().find(|one| wanted(one));
    find(&|one| one.id.as_str() == asked).or_else(|| find(&|one| has_figure(one, year))).or(goal.indicators.first())
}

/// What is said of an indicator that has no figure in the year.
fn lacks(tell: Words<'_>, indicator: &IndicatorStatus, year: i16) -> String {
    if has_figure(indicator, year) {
        return String::new();
    }
    figure::point(tell, indicator.series.as_ref().and_then(|series| series.at(year)))
}

pub(super) fn samples() -> Vec<Sample> {
    let pick = |text: &str, current| Pick {
        text: text.to_owned(),
        lacks: if current { String::new() } else { "uppgift saknas".to_owned() },
        href: "/status-reports/exempel".to_owned(),
        current,
    };
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
