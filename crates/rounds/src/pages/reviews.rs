//! Reviewing a report: sending back, approving, locking, unlocking, excusing, commenting.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use identity::Verb;
use web::{Fields, Here, Permission, Result, Route};

use super::{ANSWER, LINKS, REVIEW, RUN, seen};
use crate::report::Seen;

const UNLOCK: Permission = Permission::Somewhere(Verb::Unlock);

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post("/rounds/{id}/reports/{report}/returns", REVIEW, give_back),
        Route::post("/rounds/{id}/reports/{report}/approvals", REVIEW, approve),
        Route::post("/rounds/{id}/reports/{report}/locks", REVIEW, lock),
        Route::post("/rounds/{id}/reports/{report}/unlockings", UNLOCK, unlock),
        Route::post("/rounds/{id}/reports/{report}/exemptions", RUN, excuse),
        Route::post("/rounds/{id}/reports/{report}/expectations", RUN, expect),
        Route::post("/rounds/{id}/reports/{report}/comments", ANSWER, comment).also_for(LINKS),
    ]
}

type Address = Path<(String, String)>;

fn back(here: &Here, seen: &Seen, said: &str) -> Response {
    here.go_saying(&format!("/rounds/{}/reports/{}", seen.round.id, seen.report.id), said, Some(&seen.report.unit_name))
}

async fn give_back(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    let note = |key: &str| fields.get(&format!("note-{key}")).trim().replace("\r\n", "\n");
    let keys = seen.item.form.fields().map(|field| field.key.clone());
    let notes: BTreeMap<String, String> =
        keys.map(|key| (key.clone(), note(&key))).filter(|(_, text)| !text.is_empty()).collect();
    Seen::give_back(here.db(), here.viewer(), &seen.round.id, &seen.report.id, fields.get("note"), &notes).await?;
    Ok(back(&here, &seen, "said-report-returned"))
}

async fn approve(here: Here, Path((id, report)): Address) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    Seen::approve(here.db(), here.viewer(), &seen.round.id, &seen.report.id).await?;
    Ok(back(&here, &seen, "said-report-approved"))
}

async fn lock(here: Here, Path((id, report)): Address) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    Seen::lock(here.db(), here.viewer(), &seen.round.id, &seen.report.id).await?;
    Ok(back(&here, &seen, "said-report-locked"))
}

async fn unlock(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    Seen::unlock(here.db(), here.viewer(), &seen.round.id, &seen.report.id, fields.get("reason")).await?;
    Ok(back(&here, &seen, "said-report-unlocked"))
}

async fn excuse(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    Seen::excuse(here.db(), here.viewer(), &seen.round.id, &seen.report.id, fields.get("reason")).await?;
    Ok(back(&here, &seen, "said-report-excused"))
}

async fn expect(here: Here, Path((id, report)): Address) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    Seen::expect(here.db(), here.viewer(), &seen.round.id, &seen.report.id).await?;
    Ok(back(&here, &seen, "said-report-expected"))
}

async fn comment(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    Seen::comment(here.db(), here.viewer(), &seen.round.id, &seen.report.id, fields.get("text")).await?;
    Ok(back(&here, &seen, "said-report-commented"))
}
