//! Approving all that one unit has handed in, after a look at what that is.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::{Unit, Verb};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Route, Sample};

use super::{Head, REVIEW, place, round};
use crate::report::{Report, ReportState, Seen};
use crate::round::{Item, Round};

const NEW: &str = "pages/rounds/approvals/new.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/rounds/{id}/bodies/{unit}/approvals/new", REVIEW, new),
        Route::post("/rounds/{id}/bodies/{unit}/approvals", REVIEW, create),
    ]
}

#[derive(Debug, Serialize)]
struct New {
    round: Head,
    unit: String,
    unit_href: String,
    reports: Vec<Row>,
}

/// A report that waits.
#[derive(Debug, Serialize)]
struct Row {
    id: String,
    href: String,
    title: String,
    unchanged: bool,
}

/// The unit in the address, for a viewer who reviews what it hands in, and what of that waits.
async fn found(here: &Here, id: &str, unit: &str) -> Result<(Round, Unit, Vec<(Item, Report)>)> {
    let round = round(here, id).await?;
    let unit = Unit::find(here.db(), &Id::parse(unit).ok_or(Problem::NotFound)?).await?.ok_or(Problem::NotFound)?;
    let viewer = here.viewer();
    if !viewer.may(Verb::Approve, &unit.path) {
        viewer.check(Verb::Approve, &round.owner_path)?;
    }
    let mut reports = round.reports_of(here.db(), viewer, here.db().clock().today(), &unit.id).await?;
    reports.retain(|(_, report)| report.state == ReportState::Submitted);
    Ok((round, unit, reports))
}

async fn new(here: Here, Path((id, unit)): Path<(String, String)>) -> Result<Response> {
    let (round, unit, reports) = found(&here, &id, &unit).await?;
    let unit_href = format!("/rounds/{}/bodies/{}", round.id, unit.id);
    if reports.is_empty() {
        return Ok(here.go(&unit_href));
    }
    let row = |(item, report): (Item, Report)| Row {
        href: format!("/rounds/{}/reports/{}", round.id, report.id),
        id: report.id.to_string(),
        title: item.name(),
        unchanged: report.unchanged,
    };
    let mut place = place(&here, Some(&round));
    place.push(Place::new(unit.name.clone(), unit_href.clone()));
    let reports = reports.into_iter().map(row).collect();
    here.page(NEW, &place, &New { round: Head::of(&here, &round), unit: unit.name, unit_href, reports })
}

/// Approves what was shown, as far as it still waits: what has come in meanwhile nobody has seen.
async fn create(here: Here, Path((id, unit)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (round, unit, reports) = found(&here, &id, &unit).await?;
    let shown = fields.all("report");
    let mut approved = 0_usize;
    for (_, report) in reports.iter().filter(|(_, report)| shown.iter().any(|id| id == report.id.as_str())) {
        Seen::approve(here.db(), here.viewer(), &round.id, &report.id).await?;
        approved += 1;
    }
    let href = format!("/rounds/{}/bodies/{}", round.id, unit.id);
    Ok(match approved {
        0 => here.go_saying(&href, "said-reports-approved-none", None),
        1 => here.go_saying(&href, "said-reports-approved-one", None),
        _ => here.go_saying(&href, "said-reports-approved", Some(&approved.to_string())),
    })
}

pub(super) fn samples() -> Vec<Sample> {
    let row = |unchanged| Row {
        id: "a".to_owned(),
        href: "/rounds/r/reports/a".to_owned(),
        title: "1.1 Utbilda all personal i tidiga tecken på våld.".to_owned(),
        unchanged,
    };
    let new = New {
        round: Head::sample(false),
        unit: "Socialnämnden".to_owned(),
        unit_href: "/rounds/r/bodies/s".to_owned(),
        reports: vec![row(false), row(true)],
    };
    vec![Sample::new(NEW, &new)]
}
