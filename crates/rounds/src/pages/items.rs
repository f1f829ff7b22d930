//! What everybody has answered about one item: for who runs the round, and for the body that leads.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::Verb::See;
use jiff::civil::Date;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::question::{Part, questions};
use super::{Head, READ, place, round};
use crate::report::Seen;
use crate::round::Item;

const SHOW: &str = "pages/rounds/items/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/rounds/{id}/items/{item}", READ, show)]
}

#[derive(Debug, Serialize)]
struct Show {
    round: Head,
    number: String,
    title: String,
    section: String,
    href: Option<String>,
    answers: Vec<Answer>,
}

/// What one unit answered.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    /// None where nothing is there for the viewer to read yet.
    href: Option<String>,
    unit: String,
    state: &'static str,
    leads: bool,
    /// None where nothing was handed in that the viewer may read.
    parts: Option<Vec<Part>>,
}

impl Answer {
    pub(super) fn of(here: &Here, seen: &Seen, today: Date) -> Self {
        let report = &seen.report;
        let shown = seen.is_readable_by(here.viewer()) && report.is_handed_in();
        let parts = || {
            let typed = &report.typed;
            questions(here, &seen.item.form, typed, None, &std::collections::BTreeMap::default(), &[])
        };
        let viewer = here.viewer();
        let sees = viewer.may(See, &report.unit_path) || viewer.may(See, &seen.round.owner_path);
        Self {
            href: (sees || shown).then(|| format!("/rounds/{}/reports/{}", seen.round.id, report.id)),
            unit: report.unit_name.clone(),
            state: if today > report.due(&seen.round) && !report.is_handed_in() && report.state.is_open() {
                "missing"
            } else {
                report.state.as_str()
            },
            leads: report.leads,
            parts: shown.then(parts),
        }
    }

    pub(super) fn sample() -> Self {
        Self {
            href: Some("/rounds/r/reports/b".to_owned()),
            unit: "Skolnämnden".to_owned(),
            state: "submitted",
            leads: false,
            parts: Some(Vec::new()),
        }
    }
}

async fn show(here: Here, Path((id, item)): Path<(String, String)>) -> Result<Response> {
    let round = round(&here, &id).await?;
    let item = Id::parse(&item).ok_or(Problem::NotFound)?;
    let today = here.db().clock().today();
    let item = Item::find(here.db(), &round.id, &item).await?.ok_or(Problem::NotFound)?;
    let mut answers = Vec::new();
    for report in round.answers_to(here.db(), here.viewer(), today, &item.id).await? {
        let seen = Seen::of(round.clone(), item.clone(), report);
        answers.push(Answer::of(&here, &seen, today));
    }
    if answers.is_empty() {
        return Err(Problem::NotFound.into());
    }
    let Item { number, title, section, href, .. } = item;
    let context = Show { round: Head::of(&here, &round), number, title, section, href, answers };
    here.page(SHOW, &place(&here, Some(&round)), &context)
}

pub(super) fn samples() -> Vec<Sample> {
    let show = Show {
        round: Head::sample(true),
        number: "1.1".to_owned(),
        title: "Utbilda all personal i tidiga tecken på våld.".to_owned(),
        section: "1 Alla ser".to_owned(),
        href: Some("/plans/p/actions/a".to_owned()),
        answers: vec![Answer::sample(), Answer { parts: None, state: "missing", ..Answer::sample() }],
    };
    vec![Sample::new(SHOW, &show)]
}
