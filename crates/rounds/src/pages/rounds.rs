//! The list of rounds, and a round at a glance.

use axum::extract::Path;
use axum::response::Response;
use db::PageRequest;
use identity::Verb;
use serde::Serialize;
use web::{Fields, Here, Listing, Result, Route, Sample, paging};

use super::overview::{Matrix, export};
use super::{Head, READ, place, round};
use crate::round::{Round, RoundRow};

const INDEX: &str = "pages/rounds/rounds/index.html";
const SHOW: &str = "pages/rounds/rounds/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/rounds", READ, index),
        Route::get("/rounds/{id}", READ, show),
        Route::get("/rounds/{id}/overview.xlsx", READ, export),
    ]
}

#[derive(Debug, Serialize)]
struct Index {
    rounds: Vec<Row>,
    paging: Listing,
    may_open: bool,
}

/// A round in the list.
#[derive(Debug, Serialize)]
struct Row {
    href: String,
    title: String,
    owner: String,
    year: i16,
    phase: &'static str,
    due: String,
    expected: i64,
    received: i64,
}

async fn index(here: Here, fields: Fields) -> Result<Response> {
    let request = PageRequest::new(fields.number("page").unwrap_or(1), fields.number("size").unwrap_or(25));
    let paged = Round::list(here.db(), here.viewer(), request).await?;
    let context = Index {
        paging: paging(&paged, "/rounds", &fields),
        rounds: paged.rows.iter().map(|row| list_row(&here, row)).collect(),
        may_open: here.viewer().may_somewhere(Verb::Write),
    };
    here.page(INDEX, &[], &context)
}

fn list_row(here: &Here, row: &RoundRow) -> Row {
    let round = &row.round;
    Row {
        href: format!("/rounds/{}", round.id),
        title: round.title.clone(),
        owner: round.owner_name.clone(),
        year: round.year,
        phase: round.phase(here.db().clock().today()).as_str(),
        due: here.date(&round.deadlines.due.to_string()),
        expected: row.expected,
        received: row.received,
    }
}

#[derive(Debug, Serialize)]
struct Show {
    round: Head,
    matrix: Matrix,
    /// Units that are no more and still owe something.
    abolished: Vec<String>,
}

async fn show(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let round = round(&here, &id).await?;
    let today = here.db().clock().today();
    let overview = round.overview(here.db(), here.viewer(), today).await?;
    let head = Head::of(&here, &round);
    let abolished = if head.runs { round.abolished(here.db(), today).await? } else { Vec::new() };
    let context = Show {
        matrix: Matrix::of(&here, &round, &overview, &fields),
        abolished: abolished.into_iter().map(|unit| unit.name).collect(),
        round: head,
    };
    here.page(SHOW, &place(&here, None), &context)
}

pub(super) fn samples() -> Vec<Sample> {
    let row = Row {
        href: "/rounds/r".to_owned(),
        title: "Uppföljning 2024".to_owned(),
        owner: "Eknäs län".to_owned(),
        year: 2024,
        phase: "open",
        due: "31 januari 2025".to_owned(),
        expected: 120,
        received: 80,
    };
    let index = |rounds: Vec<Row>, may_open| Index {
        paging: paging(
            &db::Paged::new(vec![(); rounds.len()], PageRequest::new(1, 25), 1),
            "/rounds",
            &Fields::default(),
        ),
        rounds,
        may_open,
    };
    let show = |runs| Show {
        round: Head::sample(runs),
        matrix: Matrix::sample(),
        abolished: vec!["Gamla nämnden".to_owned()],
    };
    vec![
        Sample::new(INDEX, &index(vec![row], true)),
        Sample::new(INDEX, &index(Vec::new(), true)),
        Sample::new(INDEX, &index(Vec::new(), false)),
        Sample::new(SHOW, &show(true)),
        Sample::new(SHOW, &show(false)),
    ]
}
