//! What one unit owes in a round, as a list of tasks; for its reviewers what was handed in.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::Verb;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::{Head, LINKS, READ, place, round};
use crate::report::{Report, ReportState};
use crate::round::overview::{Cell, Tally};
use crate::round::{Item, Round};

const SHOW: &str = "pages/rounds/bodies/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/rounds/{id}/bodies/{unit}", READ, show).also_for(LINKS)]
}

#[derive(Debug, Serialize)]
struct Show {
    round: Head,
    unit: String,
    name: String,
    /// The last day for this unit.
    last: String,
    /// The last day of its longer time.
    extended: Option<String>,
    tally: Tally,
    minutes: u32,
    sections: Vec<Section>,
    /// The viewer answers for the unit.
    answers: bool,
    /// How many wait for the viewer's review.
    to_review: usize,
    /// The first of them.
    review: Option<String>,
    /// What the viewer answers next: what was returned, then what is begun, then the first of the rest.
    next: Option<String>,
}

#[derive(Debug, Serialize)]
struct Section {
    title: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    href: String,
    number: String,
    title: String,
    /// The kind of thing it is, where the round asks about several.
    kind: String,
    state: &'static str,
    leads: bool,
    minutes: u16,
    unchanged: bool,
}

async fn show(here: Here, Path((id, unit)): Path<(String, String)>) -> Result<Response> {
    let round = round(&here, &id).await?;
    let unit = Id::parse(&unit).ok_or(Problem::NotFound)?;
    let today = here.db().clock().today();
    let reports = round.reports_of(here.db(), here.viewer(), today, &unit).await?;
    let (_, first) = reports.first().ok_or(Problem::NotFound)?;
    let due = first.due(&round);
    let longer = first.longer.filter(|longer| *longer > round.deadlines.due);
    let (name, path) = (first.unit_name.clone(), first.unit_path.clone());
    let last = round.last_day(here.db(), &unit).await?;
    let running = round.ended.is_none();
    let reviews =
        running && (here.viewer().may(Verb::Approve, &path) || here.viewer().may(Verb::Approve, &round.owner_path));
    let mut to_review =
        reports.iter().filter(|(_, report)| reviews && report.state == ReportState::Submitted).peekable();
    let answers = here.viewer().may(Verb::Submit, &path) || round.is_errand_for(here.viewer(), &unit);
    let open = reports.iter().filter(|(_, report)| report.state.is_open());
    let href = |(_, report): &(Item, Report)| format!("/rounds/{}/reports/{}", round.id, report.id);
    let writes = answers && running && today >= round.deadlines.opens;
    let context = Show {
        tally: tally(&round, &reports, today),
        minutes: open.clone().map(|(item, _)| u32::from(item.minutes)).sum(),
        next: open.min_by_key(|(_, report)| urgency(report.state)).filter(|_| writes).map(href),
        extended: longer.map(|day| here.date(&day.to_string())),
        last: here.date(&last.to_string()),
        sections: sections(&here, &round, &reports, today, [reviews, answers]),
        review: to_review.peek().map(|first| href(first)),
        to_review: to_review.count(),
        answers,
        round: Head { due: here.date(&due.to_string()), ..Head::of(&here, &round) },
        unit: unit.to_string(),
        name,
    };
    here.page(SHOW, &place(&here, Some(&round)), &context)
}

/// What is answered first: what somebody waits for, then what is begun.
fn urgency(state: ReportState) -> u8 {
    match state {
        ReportState::Returned => 0,
        ReportState::Draft => 1,
        _ => 2,
    }
}

fn tally(round: &Round, reports: &[(Item, Report)], today: jiff::civil::Date) -> Tally {
    let mut tally = Tally::default();
    for (item, report) in reports {
        let cell = Cell {
            report: report.id.clone(),
            item: item.id.clone(),
            unit: report.unit.clone(),
            leads: report.leads,
            state: report.state,
            due: report.due(round),
            submitted: report.first_submitted,
        };
        tally.count(&cell, today);
    }
    tally
}

fn sections(
    here: &Here,
    round: &Round,
    reports: &[(Item, Report)],
    today: jiff::civil::Date,
    [reviews, answers]: [bool; 2],
) -> Vec<Section> {
    let several = reports.iter().any(|(item, _)| item.kind != reports[0].0.kind);
    let mut sections: Vec<Section> = Vec::new();
    for (item, report) in reports {
        // Whoever writes is to see that something is written.
        let waits = report.state == ReportState::Expected || report.state == ReportState::Draft && !answers;
        let row = Row {
            href: format!("/rounds/{}/reports/{}", round.id, report.id),
            number: item.number.clone(),
            title: item.title.clone(),
            kind: if several { here.text(&format!("round-item-{}-one", item.kind)) } else { String::new() },
            state: match report.state {
                _ if waits && today > report.due(round) => "missing",
                ReportState::Submitted if reviews => "to_review",
                state => state.as_str(),
            },
            leads: report.leads,
            minutes: if report.state.is_open() { item.minutes } else { 0 },
            unchanged: report.unchanged,
        };
        match sections.iter_mut().find(|section| section.title == item.section) {
            Some(section) => section.rows.push(row),
            None => sections.push(Section { title: item.section.clone(), rows: vec![row] }),
        }
    }
    sections
}

pub(super) fn samples() -> Vec<Sample> {
    let row = |state, unchanged| Row {
        href: "/rounds/r/reports/a".to_owned(),
        number: "1.1".to_owned(),
        title: "Utbilda all personal i tidiga tecken på våld.".to_owned(),
        kind: "Åtgärd".to_owned(),
        state,
        leads: true,
        minutes: 15,
        unchanged,
    };
    let show = |answers, to_review| Show {
        round: Head::sample(false),
        unit: "s".to_owned(),
        name: "Socialnämnden".to_owned(),
        last: "28 februari 2025".to_owned(),
        extended: (to_review > 0).then(|| "15 mars 2025".to_owned()),
        tally: Tally { expected: 2, received: 1, approved: 1, missing: 1, ..Tally::default() },
        minutes: 15,
        sections: vec![Section {
            title: "1 Alla ser".to_owned(),
            rows: vec![row("missing", false), row("approved", true), row("to_review", false)],
        }],
        answers,
        to_review,
        review: (to_review > 0).then(|| "/rounds/r/reports/b".to_owned()),
        next: answers.then(|| "/rounds/r/reports/a".to_owned()),
    };
    vec![Sample::new(SHOW, &show(true, 0)), Sample::new(SHOW, &show(false, 2))]
}
