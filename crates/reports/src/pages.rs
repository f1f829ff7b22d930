//! The pages of the domain, one file per noun.

mod corrections;
mod editions;
mod form;
mod freezes;
mod goals;
mod indicators;
mod list;
mod new;
mod publications;
mod removals;
mod samples;
mod sections;
mod series;
mod show;
mod thaws;
mod view;

use base::{Id, Problem};
use i18n::Language;
use identity::Verb;
use plans::editions::Words;
use serde::Serialize;
use web::{Chapter, Error, Here, Module, Permission, Place, Result, Route};

use crate::snapshot::Snapshot;
use crate::status_report::{State, StatusReport};

/// What is published is for everybody; what is not is looked up through the viewer and not found.
const READ: Permission =
    Permission::Public("what is published is for everybody; the rest is looked up through the viewer");
/// Whoever may write some report; which one is decided when it is looked up.
const WRITE: Permission = Permission::Somewhere(Verb::Write);
/// Whoever may publish some report; which one is decided when it is looked up.
const PUBLISH: Permission = Permission::Somewhere(Verb::Publish);

/// The domain as the program sees it.
pub const MODULE: Module = Module {
    name: "reports",
    routes,
    chapters: &[Chapter { key: "status-reports", href: "/status-reports", order: 45, shown: READ }],
    work: Some(crate::offers::work),
    search: Some(crate::offers::search),
    names: Some(crate::offers::name),
    retention: &[],
    holdings: Some(crate::offers::holdings),
    purposes: &[],
    expected: None,
    known: Some(crate::offers::known),
    dates: None,
    related: Some(crate::offers::related),
    samples: samples::all,
};

fn routes() -> Vec<Route> {
    [
        list::routes(),
        new::routes(),
        show::routes(),
        goals::routes(),
        sections::routes(),
        freezes::routes(),
        thaws::routes(),
        publications::routes(),
        corrections::routes(),
        removals::routes(),
        editions::routes(),
        series::routes(),
        indicators::routes(),
    ]
    .concat()
}

/// What every page of a report says of it.
#[derive(Debug, Clone, Serialize)]
struct Head {
    href: String,
    /// What it is called, with its year.
    title: String,
    plan: String,
    plan_href: String,
    owner: String,
    year: i16,
    state: &'static str,
    edition: i64,
    reason: String,
    may_write: bool,
    may_publish: bool,
    /// Whether the viewer works with its plan.
    is_inside: bool,
}

fn head(here: &Here, report: &StatusReport) -> Head {
    Head {
        href: format!("/status-reports/{}", report.id),
        title: title(here, report),
        plan: report.title.clone(),
        plan_href: format!("/plans/{}", report.plan),
        owner: report.owner_name.clone(),
        year: report.year,
        state: report.state.as_str(),
        edition: report.edition,
        reason: report.reason.clone(),
        may_write: report.may_write(here.viewer()),
        may_publish: here.viewer().may(Verb::Publish, &report.owner_path),
        is_inside: report.shows_draft_to(here.viewer()),
    }
}

fn title(here: &Here, report: &StatusReport) -> String {
    here.text_with("reports-title-of", &[("plan", &report.title), ("year", &report.year.to_string())])
}

/// The report in the address, found through the viewer.
async fn report(here: &Here, id: &str) -> std::result::Result<StatusReport, Error> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(StatusReport::find(here.db(), here.viewer(), &id).await?.ok_or(Problem::NotFound)?)
}

/// The report in the address, for a viewer who may do this with it.
async fn report_for(here: &Here, verb: Verb, id: &str) -> std::result::Result<StatusReport, Error> {
    let report = report(here, id).await?;
    report.check(here.viewer(), verb)?;
    Ok(report)
}

/// Figures and texts.
async fn snapshot(here: &Here, report: &StatusReport) -> Result<Snapshot> {
    Ok(report.read(here.db(), here.viewer(), swedish(here)).await?)
}

/// The words of the report itself. A public authority's report is in Swedish (språklagen 2009:600, 10 §), whatever language the
/// page around it is in.
fn swedish(here: &Here) -> Words<'_> {
    Words::new(here.app().catalogue(), Language::Sv)
}

/// Refuses what can only be done with a report in another state.
fn in_state(report: &StatusReport, state: State, refusal: &'static str) -> std::result::Result<(), Problem> {
    if report.state == state { Ok(()) } else { Err(Problem::Refused(refusal)) }
}

/// The words of the page.
fn words(here: &Here) -> Words<'_> {
    Words::new(here.app().catalogue(), here.language())
}

/// The way to a report.
fn place(here: &Here, report: Option<&StatusReport>) -> Vec<Place> {
    let mut place = vec![Place::new(here.text("chapter-status-reports"), "/status-reports")];
    place.extend(report.map(|report| Place::new(title(here, report), format!("/status-reports/{}", report.id))));
    place
}
