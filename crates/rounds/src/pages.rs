//! The domain's pages: routes with their permission, what it offers the others, samples of its templates.

mod answer_links;
mod approvals;
mod bodies;
mod changes;
mod drafts;
mod evidence;
mod forms;
mod items;
mod openings;
mod overview;
pub(crate) mod question;
mod reminders;
mod reports;
mod reviews;
mod rounds;

use base::{Id, Problem};
use exchange::LinkPurpose;
use identity::{Purpose, Verb};
use jiff::civil::Date;
use serde::Serialize;
use web::{Chapter, Error, Here, Module, Permission, Place, Route};

use crate::report::Seen;
use crate::report::errand::REPORTS;
use crate::round::{Phase, Round};

/// Whoever is signed in; which rounds and reports they find is decided when these are looked up.
pub(crate) const READ: Permission = Permission::SignedIn;

/// Whoever may run some round; which one is decided when it is looked up.
pub(crate) const RUN: Permission = Permission::Somewhere(Verb::Write);

/// Whoever answers for some unit.
pub(crate) const ANSWER: Permission = Permission::Somewhere(Verb::Submit);

/// Whoever reviews for some unit.
pub(crate) const REVIEW: Permission = Permission::Somewhere(Verb::Approve);

/// What links open the pages for answering.
pub(crate) const LINKS: &[Purpose] = &[REPORTS];

/// The domain as the program sees it.
pub const MODULE: Module = Module {
    name: "rounds",
    routes,
    chapters: &[Chapter { key: "rounds", href: "/rounds", order: 44, shown: READ }],
    work: Some(crate::offers::work),
    search: Some(crate::offers::search),
    names: Some(crate::offers::name),
    retention: &[],
    holdings: Some(crate::offers::holdings),
    purposes: &[LinkPurpose { purpose: REPORTS, about: crate::offers::errand }],
    expected: Some(crate::form::expected::SOURCE),
    known: None,
    dates: Some(crate::offers::dates),
    related: Some(crate::offers::related),
    samples,
};

fn routes() -> Vec<Route> {
    [
        rounds::routes(),
        openings::routes(),
        changes::routes(),
        bodies::routes(),
        approvals::routes(),
        items::routes(),
        reports::routes(),
        drafts::routes(),
        reviews::routes(),
        evidence::routes(),
        reminders::routes(),
        answer_links::routes(),
        forms::routes(),
    ]
    .concat()
}

fn samples() -> Vec<web::Sample> {
    [
        rounds::samples(),
        openings::samples(),
        changes::samples(),
        bodies::samples(),
        approvals::samples(),
        items::samples(),
        reports::samples(),
        evidence::samples(),
        reminders::samples(),
        answer_links::samples(),
        forms::samples(),
    ]
    .concat()
}

/// A round as every page of it shows it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Head {
    href: String,
    title: String,
    owner: String,
    year: i16,
    /// `planned`, `open`, `overdue`, `closed` or `ended`.
    phase: &'static str,
    opens: String,
    due: String,
    closes: String,
    /// Empty where nothing is locked by itself.
    locks: String,
    message: String,
    /// The viewer runs it.
    runs: bool,
    ended: bool,
}

impl Head {
    pub(crate) fn of(here: &Here, round: &Round) -> Self {
        let day = |day: Date| here.date(&day.to_string());
        let days = &round.deadlines;
        let phase = round.phase(here.db().clock().today());
        Self {
            href: format!("/rounds/{}", round.id),
            title: round.title.clone(),
            owner: round.owner_name.clone(),
            year: round.year,
            phase: phase.as_str(),
            opens: day(days.opens),
            due: day(days.due),
            closes: day(days.closes),
            locks: days.locks.map(day).unwrap_or_default(),
            message: round.message.clone(),
            runs: round.is_run_by(here.viewer()),
            ended: phase == Phase::Ended,
        }
    }

    pub(crate) fn sample(runs: bool) -> Self {
        Self {
            href: "/rounds/r".to_owned(),
            title: "Uppföljning 2024".to_owned(),
            owner: "Eknäs län".to_owned(),
            year: 2024,
            phase: "overdue",
            opens: "1 november 2024".to_owned(),
            due: "31 januari 2025".to_owned(),
            closes: "28 februari 2025".to_owned(),
            locks: String::new(),
            message: "Skriv kort. Förra årets svar står bredvid.".to_owned(),
            runs,
            ended: false,
        }
    }
}

/// The round in the address, found through the viewer.
pub(crate) async fn round(here: &Here, id: &str) -> Result<Round, Error> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(Round::find(here.db(), here.viewer(), &id).await?.ok_or(Problem::NotFound)?)
}

/// The round in the address, for a viewer who runs it.
pub(crate) async fn own_round(here: &Here, id: &str) -> Result<Round, Error> {
    let round = round(here, id).await?;
    round.check(here.viewer(), Verb::Write)?;
    Ok(round)
}

/// The report in the address, found through the viewer.
pub(crate) async fn seen(here: &Here, round: &str, report: &str) -> Result<Seen, Error> {
    let (round, report) = (Id::parse(round).ok_or(Problem::NotFound)?, Id::parse(report).ok_or(Problem::NotFound)?);
    let today = here.db().clock().today();
    Ok(Seen::find(here.db(), here.viewer(), today, &round, &report).await?.ok_or(Problem::NotFound)?)
}

/// The way to a round. Whoever was let in by a link goes to the pages of their unit alone.
pub(crate) fn place(here: &Here, round: Option<&Round>) -> Vec<Place> {
    if here.viewer().errand.is_some() {
        return Vec::new();
    }
    let mut place = vec![Place::new(here.text("chapter-rounds"), "/rounds")];
    place.extend(round.map(|round| Place::new(round.title.clone(), format!("/rounds/{}", round.id))));
    place
}

/// A choice in a form.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) text: String,
}

impl Choice {
    pub(crate) fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into() }
    }
}
