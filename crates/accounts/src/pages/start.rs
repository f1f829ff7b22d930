//! The start page: my work for whoever is signed in, what this is for anybody else.

use axum::response::Response;
use exchange::Work;
use identity::{Verb, Viewer};
use jiff::civil::Date;
use serde::Serialize;
use web::{Here, Result, Sample};

use crate::founding;

const WORK: &str = "pages/accounts/start/work.html";
const WELCOME: &str = "pages/accounts/start/welcome.html";

/// The way past an empty list.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum First {
    /// Read in the plan there is.
    Import,
    /// Read the plans.
    Read,
}

#[derive(Serialize)]
struct WorkPage {
    name: String,
    today: String,
    late: usize,
    work: Vec<WorkCard>,
    first: First,
}

/// Something that waits, as a card.
#[derive(Serialize)]
pub(super) struct WorkCard {
    title: String,
    why: String,
    action: String,
    href: String,
    due: Option<String>,
    late: bool,
    minutes: Option<u16>,
}

#[derive(Serialize)]
struct WelcomePage {
    empty: bool,
}

/// My work, or a welcome.
pub(super) async fn index(here: Here) -> Result<Response> {
    let Some(person) = &here.viewer().person else {
        let empty = founding::is_empty(here.db()).await?;
        return here.page(WELCOME, &[], &WelcomePage { empty });
    };
    if founding::step(here.db(), person).await?.is_some() {
        return Ok(here.go("/first-start"));
    }
    let today = here.db().clock().today();
    let work = waiting_for(&here, here.viewer()).await?;
    let work: Vec<WorkCard> = work.iter().map(|work| card(&here, work, today)).collect();
    let late = work.iter().filter(|card| card.late).count();
    let first = if here.viewer().may_somewhere(Verb::Write) { First::Import } else { First::Read };
    let name = person.name.split_whitespace().next().unwrap_or_default().to_owned();
    here.page(WORK, &[], &WorkPage { name, today: here.date(&today.to_string()), late, work, first })
}

/// What waits in all domains, the most pressing first, what has no day last.
pub(super) async fn waiting_for(here: &Here, viewer: &Viewer) -> Result<Vec<Work>> {
    let mut all = Vec::new();
    for source in here.app().modules().iter().filter_map(|module| module.work) {
        all.extend(source(here.db(), viewer).await?);
    }
    all.sort_by_key(|work| (work.due.is_none(), work.due));
    Ok(all)
}

/// The card of something that waits.
pub(super) fn card(here: &Here, work: &Work, today: Date) -> WorkCard {
    WorkCard {
        title: here.message(&work.what),
        why: here.message(&work.why),
        action: here.message(&work.deed),
        href: work.href.clone(),
        due: work.due.map(|due| here.text_with(due_key(due, today), &[("date", &here.date(&due.to_string()))])),
        late: work.due.is_some_and(|due| due < today),
        minutes: Some(work.minutes).filter(|minutes| *minutes > 0),
    }
}

fn due_key(due: Date, today: Date) -> &'static str {
    match due.cmp(&today) {
        std::cmp::Ordering::Less => "accounts-work-late",
        std::cmp::Ordering::Equal => "accounts-work-today",
        std::cmp::Ordering::Greater => "accounts-work-by",
    }
}

/// A card for a sample.
pub(super) fn sample_card(late: bool) -> WorkCard {
    WorkCard {
        title: "Lämna synpunkter på planen".to_owned(),
        why: "Din nämnd är med i remissen.".to_owned(),
        action: "Lämna synpunkter".to_owned(),
        href: "/consultations/1".to_owned(),
        due: Some("Senast 12 mars 2025".to_owned()),
        late,
        minutes: Some(20),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let page = |work: Vec<WorkCard>, first| WorkPage {
        name: "Alva".to_owned(),
        today: "3 mars 2025".to_owned(),
        late: work.iter().filter(|card| card.late).count(),
        work,
        first,
    };
    vec![
        Sample::new(WORK, &page(vec![sample_card(true), sample_card(false)], First::Read)),
        Sample::new(WORK, &page(Vec::new(), First::Import)),
        Sample::new(WORK, &page(Vec::new(), First::Read)),
        Sample::new(WELCOME, &WelcomePage { empty: false }),
        Sample::new(WELCOME, &WelcomePage { empty: true }),
    ]
}
