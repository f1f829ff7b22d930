//! Reviewing a report: sending back, approving, locking, unlocking, excusing, commenting.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{FormErrors, Id, Problem};
use identity::Verb;
use serde::Serialize;
use web::{Error, Fields, Here, Permission, Result, Route};

use super::question::Wrong;
use super::reports::{Again, page};
use super::{ANSWER, LINKS, REVIEW, RUN, drafts, seen};
use crate::report::{ReportState, Seen};

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

/// The inputs that something can be wrong with: by form and name, with the id they have on the page and their label.
const INPUTS: [(&str, &str, &str, &str); 4] = [
    ("returns", "note", "return-note", "round-return-note"),
    ("unlockings", "reason", "reason-unlock", "round-reason"),
    ("exemptions", "reason", "reason-excuse", "round-reason"),
    ("comments", "text", "comment-text", "round-comment-text"),
];

/// One of a report's small forms that was not accepted.
#[derive(Debug, Default, Serialize)]
pub(super) struct Small {
    /// Which: the last part of its address.
    sent: &'static str,
    /// What was typed in it.
    typed: BTreeMap<String, String>,
    /// What is wrong, by input.
    errors: BTreeMap<&'static str, String>,
    /// The same for the summary.
    wrong: Vec<Wrong>,
    /// Whether it was typed and not sent.
    unsent: bool,
}

impl Small {
    fn of(here: &Here, sent: &'static str, fields: &Fields, errors: &FormErrors) -> Self {
        let errors = here.errors(errors);
        let line = |(_, name, id, label): &(&str, &str, &str, &str)| {
            let error = errors.get(name)?;
            let text = here.text_with("field-error-of", &[("field", &here.text(label)), ("error", error)]);
            Some(Wrong { field: (*id).to_owned(), text })
        };
        let wrong = INPUTS.iter().filter(|(form, ..)| *form == sent).filter_map(line).collect();
        let typed = fields.names().map(|name| (name.to_owned(), fields.get(name).to_owned())).collect();
        Self { sent, typed, errors, wrong, unsent: false }
    }

    /// A comment that stood on the page when another button was pressed.
    pub(super) fn unsent(fields: &Fields) -> Self {
        let comment = fields.get("comment").trim();
        if comment.is_empty() {
            return Self::default();
        }
        let typed = BTreeMap::from([("comment".to_owned(), comment.to_owned())]);
        Self { sent: "comments", typed, unsent: true, ..Self::default() }
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.sent.is_empty()
    }

    /// Whether something was not accepted.
    pub(super) fn is_refused(&self) -> bool {
        !self.errors.is_empty()
    }

    pub(super) fn sample() -> Self {
        let text = "Vad behöver kompletteras?: Fyll i det här fältet.".to_owned();
        Self {
            sent: "returns",
            typed: BTreeMap::from([("note".to_owned(), String::new())]),
            errors: BTreeMap::from([("note", "Fyll i det här fältet.".to_owned())]),
            wrong: vec![Wrong { field: "return-note".to_owned(), text }],
            unsent: true,
        }
    }
}

fn back(here: &Here, seen: &Seen, said: &str) -> Response {
    here.go_saying(&format!("/rounds/{}/reports/{}", seen.round.id, seen.report.id), said, Some(&seen.report.unit_name))
}

/// Leads back with a word; where what was typed was not accepted, the page again with all of it.
async fn settle(
    here: &Here,
    seen: Seen,
    sent: &'static str,
    fields: &Fields,
    done: db::Result<()>,
    said: &str,
) -> Result<Response> {
    match done.map_err(Error::from) {
        Ok(()) => Ok(back(here, &seen, said)),
        Err(Error::Problem(Problem::Invalid(errors))) => {
            let small = Small::of(here, sent, fields, &errors);
            page(here, seen, Again { small, ..Again::default() }).await
        }
        Err(error) => Err(error),
    }
}

async fn give_back(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    let note = |key: &str| fields.get(&format!("note-{key}")).trim().replace("\r\n", "\n");
    let keys = seen.item.form.fields().map(|field| field.key.clone());
    let notes: BTreeMap<String, String> =
        keys.map(|key| (key.clone(), note(&key))).filter(|(_, text)| !text.is_empty()).collect();
    let (round, report) = (&seen.round.id, &seen.report.id);
    let done = Seen::give_back(here.db(), here.viewer(), round, report, fields.get("note"), &notes).await;
    settle(&here, seen, "returns", &fields, done, "said-report-returned").await
}

/// Approves, and leads on to the unit's next report that waits, or back to the list.
async fn approve(here: Here, Path((id, report)): Address) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    Seen::approve(here.db(), here.viewer(), &seen.round.id, &seen.report.id).await?;
    // The sentence it comes to stand in has a full stop of its own.
    let approved = seen.item.name().trim_end_matches('.').to_owned();
    Ok(match waiting(&here, &seen).await?.first() {
        Some(next) => {
            let href = format!("/rounds/{}/reports/{next}", seen.round.id);
            here.go_saying(&href, "said-report-approved-next", Some(&approved))
        }
        None => {
            let href = format!("/rounds/{}/bodies/{}", seen.round.id, seen.report.unit);
            here.go_saying(&href, "said-report-approved", Some(&approved))
        }
    })
}

/// The other reports of the unit that wait for a reviewer, those that come after this one first.
pub(super) async fn waiting(here: &Here, seen: &Seen) -> Result<Vec<Id>> {
    let today = here.db().clock().today();
    let reports = seen.round.reports_of(here.db(), here.viewer(), today, &seen.report.unit).await?;
    let place = reports.iter().position(|(_, report)| report.id == seen.report.id).unwrap_or_default();
    let (before, after) = reports.split_at(place);
    let others = after.iter().chain(before).map(|(_, report)| report);
    let waits = others.filter(|report| report.id != seen.report.id && report.state == ReportState::Submitted);
    Ok(waits.map(|report| report.id.clone()).collect())
}

async fn lock(here: Here, Path((id, report)): Address) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    Seen::lock(here.db(), here.viewer(), &seen.round.id, &seen.report.id).await?;
    Ok(back(&here, &seen, "said-report-locked"))
}

async fn unlock(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    let (round, report) = (&seen.round.id, &seen.report.id);
    let done = Seen::unlock(here.db(), here.viewer(), round, report, fields.get("reason")).await;
    settle(&here, seen, "unlockings", &fields, done, "said-report-unlocked").await
}

async fn excuse(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    let (round, report) = (&seen.round.id, &seen.report.id);
    let done = Seen::excuse(here.db(), here.viewer(), round, report, fields.get("reason")).await;
    settle(&here, seen, "exemptions", &fields, done, "said-report-excused").await
}

async fn expect(here: Here, Path((id, report)): Address) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    Seen::expect(here.db(), here.viewer(), &seen.round.id, &seen.report.id).await?;
    Ok(back(&here, &seen, "said-report-expected"))
}

/// Adds a comment. Where the answer is written on the same page, it is saved with it.
async fn comment(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = seen(&here, &id, &report).await?;
    let small = Small::of(&here, "comments", &fields, &FormErrors::default());
    if let Some(conflict) = drafts::keep(&here, &seen, &fields, small).await? {
        return Ok(conflict);
    }
    let (round, report) = (&seen.round.id, &seen.report.id);
    let done = Seen::comment(here.db(), here.viewer(), round, report, fields.get("comment")).await;
    let now = self::seen(&here, round.as_str(), report.as_str()).await?;
    settle(&here, now, "comments", &fields, done, "said-report-commented").await
}
