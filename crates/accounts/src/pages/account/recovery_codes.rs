//! Recovery codes.

use axum::response::Response;
use db::Queries;
use serde::Serialize;
use web::{Here, Result, Sample};

use super::{not_recent, signed_in, way};
use crate::credentials::{Standing, recovery_codes};

const SHOW: &str = "pages/accounts/account/recovery-codes.html";
const MADE: &str = "pages/accounts/account/new-recovery-codes.html";

#[derive(Serialize)]
struct ShowPage {
    left: i64,
}

#[derive(Serialize)]
struct MadePage {
    codes: Vec<String>,
    /// Where to go on.
    next: String,
}

/// How many are left.
pub(in crate::pages) async fn show(here: Here) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    if let Some(elsewhere) = not_recent(&here, session) {
        return Ok(elsewhere);
    }
    let left = Standing::of(here.db(), &person.id).await?.codes;
    here.page(SHOW, &way(&here), &ShowPage { left })
}

/// Makes new ones and shows them, this once.
pub(in crate::pages) async fn create(here: Here) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    if let Some(elsewhere) = not_recent(&here, session) {
        return Ok(elsewhere);
    }
    let codes = recovery_codes::make(here.db(), &person.id).await?;
    // Whoever is alone here has just founded the organisation, and reads in the first plan next.
    let alone = here.db().number("SELECT COUNT(*) FROM person", db::values![]).await? == 1;
    let next = if alone { "/first-start/plan" } else { "/" };
    here.page(MADE, &way(&here), &MadePage { codes, next: next.to_owned() })
}

pub(super) fn samples() -> Vec<Sample> {
    let made = MadePage { codes: vec!["ABCD-EFGH-JKMN-PQRS-TVWX-YZ01".to_owned()], next: "/".to_owned() };
    let mut samples: Vec<Sample> = [0, 7].iter().map(|left| Sample::new(SHOW, &ShowPage { left: *left })).collect();
    samples.push(Sample::new(MADE, &made));
    samples
}
