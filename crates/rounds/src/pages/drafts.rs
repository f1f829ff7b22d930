//! What the form of a report sends. Each of its buttons saves what is typed first, so that nothing is lost on the way.

use axum::extract::Path;
use axum::response::Response;
use web::{Fields, Here, Result, Route};

use super::reports::{Again, page};
use super::reviews::Small;
use super::{ANSWER, LINKS, question, seen as found};
use crate::report::Seen;
use crate::report::draft::{Filled, Saved, Sent};
use crate::report::submission::Handed;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post("/rounds/{id}/reports/{report}", ANSWER, save).also_for(LINKS),
        Route::post("/rounds/{id}/reports/{report}/confirmations", ANSWER, confirm).also_for(LINKS),
        Route::post("/rounds/{id}/reports/{report}/takeovers", ANSWER, take_over).also_for(LINKS),
        Route::post("/rounds/{id}/reports/{report}/gatherings", ANSWER, gather),
        Route::post("/rounds/{id}/reports/{report}/withdrawals", ANSWER, withdraw).also_for(LINKS),
    ]
}

type Address = Path<(String, String)>;

/// What is typed, beside what was saved when the form was opened.
fn sent(here: &Here, seen: &Seen, fields: &Fields) -> Sent {
    let names = seen.item.form.names();
    let typed = question::typed(here, &seen.item.form, fields, &seen.report.typed);
    let theirs = names.iter().filter(|name| fields.get(&format!("keep-{name}")) == "theirs").cloned().collect();
    Sent::from_form(typed, &names, |name| fields.get(&format!("was-{name}")).to_owned(), theirs)
}

fn href(seen: &Seen) -> String {
    format!("/rounds/{}/reports/{}", seen.round.id, seen.report.id)
}

/// Saves; hands in or goes on to the evidence where that button was pressed.
async fn save(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    let sent = sent(&here, &seen, &fields);
    let (db, viewer, round, report) = (here.db(), here.viewer(), &seen.round.id, &seen.report.id);
    if fields.get("deed") == "submit" {
        let handed = Seen::submit(db, viewer, round, report, &sent).await?;
        return settle(&here, &seen, &fields, sent, handed).await;
    }
    match Seen::save(db, viewer, round, report, &sent).await? {
        Saved::Kept(_) if fields.get("deed") == "evidence" => {
            go(&here, &seen, &fields, here.go_saying(&format!("{}/evidence", href(&seen)), "said-report-saved", None))
                .await
        }
        Saved::Kept(_) => go(&here, &seen, &fields, here.go_saying(&href(&seen), "said-report-saved", None)).await,
        Saved::Conflict(names) => conflict(&here, &seen, &fields, sent, names).await,
    }
}

/// On to where it leads. A comment that was written and not sent stays on the page instead: it would be gone.
async fn go(here: &Here, seen: &Seen, fields: &Fields, on: Response) -> Result<Response> {
    let small = Small::unsent(fields);
    if small.is_empty() {
        return Ok(on);
    }
    let now = found(here, seen.round.id.as_str(), seen.report.id.as_str()).await?;
    page(here, now, Again { small, ..Again::default() }).await
}

/// Saves what was typed beside another form of the page; answers with the page where two wrote differently.
pub(super) async fn keep(here: &Here, seen: &Seen, fields: &Fields, small: Small) -> Result<Option<Response>> {
    let sent = sent(here, seen, fields);
    if !seen.may_write(here.viewer(), here.db().clock().today()) || !seen.is_new(&sent) {
        return Ok(None);
    }
    match Seen::save(here.db(), here.viewer(), &seen.round.id, &seen.report.id, &sent).await? {
        Saved::Kept(_) => Ok(None),
        Saved::Conflict(conflicts) => {
            let now = found(here, seen.round.id.as_str(), seen.report.id.as_str()).await?;
            let again = Again { typed: Some(sent.typed), conflicts, small, ..Again::default() };
            page(here, now, again).await.map(Some)
        }
    }
}

async fn confirm(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    let sent = sent(&here, &seen, &fields);
    match Seen::confirm_unchanged(here.db(), here.viewer(), &seen.round.id, &seen.report.id, &sent).await? {
        Some(handed) => settle(&here, &seen, &fields, sent, handed).await,
        None => go(&here, &seen, &fields, here.go_saying(&href(&seen), "said-report-not-unchanged", None)).await,
    }
}

async fn take_over(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    let sent = sent(&here, &seen, &fields);
    let filled = Seen::take_over(here.db(), here.viewer(), &seen.round.id, &seen.report.id, &sent).await?;
    let said = ["said-report-taken-over", "said-report-nothing-taken-over"];
    fill(&here, &seen, &fields, sent, filled, said).await
}

async fn gather(here: Here, Path((id, report)): Address, fields: Fields) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    let sent = sent(&here, &seen, &fields);
    let filled = Seen::gather(here.db(), here.viewer(), &seen.round.id, &seen.report.id, &sent).await?;
    let said = ["said-report-gathered", "said-report-nothing-gathered"];
    fill(&here, &seen, &fields, sent, filled, said).await
}

async fn withdraw(here: Here, Path((id, report)): Address) -> Result<Response> {
    let seen = found(&here, &id, &report).await?;
    Seen::withdraw(here.db(), here.viewer(), &seen.round.id, &seen.report.id).await?;
    Ok(here.go_saying(&href(&seen), "said-report-withdrawn", None))
}

/// After handing in: on, or the form again with what is to be put right.
async fn settle(here: &Here, seen: &Seen, fields: &Fields, sent: Sent, handed: Handed) -> Result<Response> {
    match handed {
        Handed::In(handed) => go(here, seen, fields, after(here, &handed).await?).await,
        Handed::Faulty(faults) => {
            let now = found(here, seen.round.id.as_str(), seen.report.id.as_str()).await?;
            page(here, now, Again { faults, small: Small::unsent(fields), ..Again::default() }).await
        }
        Handed::Conflict(names) => conflict(here, seen, fields, sent, names).await,
    }
}

/// After texts were put in: the form with a word about whether there were any.
async fn fill(
    here: &Here,
    seen: &Seen,
    fields: &Fields,
    sent: Sent,
    filled: Filled,
    said: [&str; 2],
) -> Result<Response> {
    match filled {
        Filled::In => go(here, seen, fields, here.go_saying(&href(seen), said[0], None)).await,
        Filled::Nothing => go(here, seen, fields, here.go_saying(&href(seen), said[1], None)).await,
        Filled::Conflict(names) => conflict(here, seen, fields, sent, names).await,
    }
}

/// The form again, with both texts where two wrote differently.
async fn conflict(here: &Here, seen: &Seen, fields: &Fields, sent: Sent, conflicts: Vec<String>) -> Result<Response> {
    let now = found(here, seen.round.id.as_str(), seen.report.id.as_str()).await?;
    let small = Small::unsent(fields);
    page(here, now, Again { typed: Some(sent.typed), conflicts, small, ..Again::default() }).await
}

/// After handing in: on to the next that is open for the same unit, or back to the list.
async fn after(here: &Here, handed: &Seen) -> Result<Response> {
    let today = here.db().clock().today();
    let reports = handed.round.reports_of(here.db(), here.viewer(), today, &handed.report.unit).await?;
    let place = reports.iter().position(|(_, report)| report.id == handed.report.id).unwrap_or_default();
    let open = reports.iter().skip(place).find(|(_, report)| report.state.is_open());
    let href = match open {
        Some((_, next)) => format!("/rounds/{}/reports/{}", handed.round.id, next.id),
        None => format!("/rounds/{}/bodies/{}", handed.round.id, handed.report.unit),
    };
    Ok(here.go_saying(&href, "said-report-submitted", Some(&handed.item.name())))
}
