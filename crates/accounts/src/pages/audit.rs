//! The audit log: who did what, for those whose role it is to look.

mod show;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use db::audit::Entry;
use db::{Event, PageRequest, Paged};
use serde::Serialize;
use web::{Fields, Here, Listing, Place, Result, Sample, download, paging};

pub(super) use self::show::show;
use super::units::form::Choice;
use crate::audit::{Format, LogFilter, Logged, kinds, spell};

const TEMPLATE: &str = "pages/accounts/audit/index.html";
const PATH: &str = "/audit";

/// Most events of one file; a narrower filter gives the rest.
const MOST_EXPORTED: i64 = 100_000;

/// How many events are fetched at a time for a file.
const PART: u32 = 500;

#[derive(Serialize)]
struct LogPage {
    who: String,
    kind: String,
    kinds: Vec<Choice>,
    from: String,
    to: String,
    subject_kind: String,
    subject: String,
    chips: Vec<Chip>,
    events: Vec<EventRow>,
    paging: Listing,
    exports: Vec<Download>,
    too_many: bool,
    may_administer: bool,
}

/// A filter in use, and the address without it.
#[derive(Serialize)]
struct Chip {
    text: String,
    href: String,
}

#[derive(Serialize)]
struct Download {
    format: &'static str,
    href: String,
}

#[derive(Serialize)]
struct EventRow {
    time: String,
    href: String,
    who: String,
    what: String,
    subject_kind: String,
    subject: Option<exchange::Named>,
}

/// The log, the latest first.
pub(super) async fn index(here: Here, fields: Fields) -> Result<Response> {
    here.note_read(log_event("audit.read")).await?;
    let filter = filter(&fields);
    let request = PageRequest::new(fields.number("page").unwrap_or(1), fields.number("size").unwrap_or(50));
    let found = filter.list(here.db(), here.viewer(), request).await?;
    let paging = paging(&found, PATH, &fields);
    let mut events = Vec::new();
    for event in &found.rows {
        events.push(row(&here, event).await?);
    }
    let page = LogPage {
        who: filter.who.clone(),
        kind: filter.kind.clone(),
        kinds: kind_options(&here).await?,
        from: fields.get("from").to_owned(),
        to: fields.get("to").to_owned(),
        subject_kind: fields.get("subject_kind").to_owned(),
        subject: fields.get("subject").to_owned(),
        chips: chips(&here, &filter, &fields).await?,
        events,
        paging,
        exports: exports(&fields),
        too_many: found.total > MOST_EXPORTED,
        may_administer: here.viewer().may_somewhere(identity::Verb::Administer),
    };
    here.page(TEMPLATE, &[], &page)
}

/// The events that the filter finds, as a file. Taking it is an event itself.
pub(super) async fn export(here: Here, Path(name): Path<String>, fields: Fields) -> Result<Response> {
    let format = name.strip_prefix("events.").and_then(Format::parse).ok_or(Problem::NotFound)?;
    let filter = filter(&fields);
    let mut bytes = Vec::new();
    let mut count = 0;
    for page in 1.. {
        let found = filter.list(here.db(), here.viewer(), PageRequest::new(page, PART)).await?;
        bytes.extend(spell(format, &found.rows, page == 1)?);
        count += found.rows.len() as i64;
        if i64::from(page) >= found.pages() || count >= MOST_EXPORTED {
            break;
        }
    }
    let event = log_event("audit.exported").with(serde_json::json!({ "format": format.as_str(), "events": count }));
    here.db().change(here.viewer().actor()?).await?.commit(event).await?;
    let name = format!("tryggbas-{}-{name}", here.text("audit-file"));
    Ok(download(&name, format.content_type(), bytes))
}

fn log_event(kind: &'static str) -> Event {
    Event::new(kind, "audit_log", &Id::stored("audit".to_owned()))
}

fn filter(fields: &Fields) -> LogFilter {
    let short = |name: &str| fields.get(name).trim().chars().take(200).collect::<String>();
    LogFilter {
        who: short("who"),
        kind: short("kind"),
        subject: Id::parse(fields.get("subject")).map(|id| (short("subject_kind"), id)),
        from: fields.get("from").parse().ok(),
        to: fields.get("to").parse().ok(),
    }
}

async fn chips(here: &Here, filter: &LogFilter, fields: &Fields) -> Result<Vec<Chip>> {
    let without = |name: &str| format!("{PATH}?{}", fields.clone().with(name, "").with("page", "").query());
    let mut chips = Vec::new();
    let days = [("from", filter.from, "audit-chip-from"), ("to", filter.to, "audit-chip-to")];
    if !filter.who.is_empty() {
        chips.push(Chip { text: filter.who.clone(), href: without("who") });
    }
    if !filter.kind.is_empty() {
        chips.push(Chip { text: kind_text(here, &filter.kind), href: without("kind") });
    }
    for (name, day, key) in days {
        if let Some(day) = day {
            let text = here.text_with(key, &[("date", &here.date(&day.to_string()))]);
            chips.push(Chip { text, href: without(name) });
        }
    }
    if let Some((kind, id)) = &filter.subject {
        let named = named(here, kind, id).await?.map_or_else(|| id.to_string(), |named| named.text);
        chips.push(Chip { text: format!("{}: {named}", subject_text(here, kind)), href: without("subject") });
    }
    Ok(chips)
}

fn exports(fields: &Fields) -> Vec<Download> {
    let query = fields.clone().with("page", "").with("size", "").query();
    let export = |format: Format| Download {
        format: format.as_str(),
        href: format!("{PATH}/exports/events.{}?{query}", format.as_str()),
    };
    [Format::Csv, Format::Lines].map(export).into()
}

async fn kind_options(here: &Here) -> Result<Vec<Choice>> {
    let kinds = kinds(here.db()).await?;
    let mut options: Vec<Choice> =
        kinds.into_iter().map(|value| Choice { text: kind_text(here, &value), value }).collect();
    options.sort_by_key(|choice| swedish::sort_key(&choice.text));
    Ok(options)
}

async fn row(here: &Here, event: &Logged) -> Result<EventRow> {
    let entry = &event.entry;
    Ok(EventRow {
        time: here.time(db::instant(entry.at)),
        href: format!("{PATH}/events/{}", entry.id),
        who: who(here, event),
        what: kind_text(here, &entry.kind),
        subject_kind: subject_text(here, &entry.subject_kind),
        subject: subject(here, entry).await?,
    })
}

/// Who did it: the person by name, or the command.
fn who(here: &Here, event: &Logged) -> String {
    match (&event.name, event.entry.actor_kind.as_str()) {
        (Some(name), "link") => here.text_with("audit-link", &[("name", name)]),
        (Some(name), _) if !name.is_empty() => name.clone(),
        (_, "user") => here.text("accounts-somebody"),
        _ => here.text_with("audit-command", &[("name", &event.entry.actor)]),
    }
}

async fn subject(here: &Here, entry: &Entry) -> Result<Option<exchange::Named>> {
    named(here, &entry.subject_kind, &Id::stored(entry.subject_id.clone())).await
}

/// What a thing is called, in the words of the domain it belongs to.
async fn named(here: &Here, kind: &str, id: &Id) -> Result<Option<exchange::Named>> {
    for source in here.app().modules().iter().filter_map(|module| module.names) {
        if let Some(named) = source(here.db(), here.viewer(), kind, id).await? {
            return Ok(Some(named));
        }
    }
    Ok(None)
}

/// What was done, in plain words; a kind that an older program wrote stands as it is.
fn kind_text(here: &Here, kind: &str) -> String {
    known_text(here, &format!("event-{}", kind.replace(['.', '_'], "-"))).unwrap_or_else(|| kind.to_owned())
}

/// What kind of thing it was done to.
fn subject_text(here: &Here, kind: &str) -> String {
    known_text(here, &format!("subject-{}", kind.replace('_', "-"))).unwrap_or_else(|| kind.to_owned())
}

fn known_text(here: &Here, key: &str) -> Option<String> {
    here.app().catalogue().find(here.language(), key, &std::collections::BTreeMap::new())
}

/// The way to the log's own pages.
pub(super) fn log_place(here: &Here) -> Place {
    Place::new(here.text("chapter-audit"), PATH)
}

pub(super) fn samples() -> Vec<Sample> {
    let event = |href: Option<&str>| EventRow {
        time: "1 mars 2025 kl. 13.00".to_owned(),
        href: "/audit/events/a".to_owned(),
        who: "Ada Administratörsson".to_owned(),
        what: "Ändrade en enhet".to_owned(),
        subject_kind: "Enhet".to_owned(),
        subject: Some(exchange::Named { text: "Ängsskolan".to_owned(), href: href.map(str::to_owned) }),
    };
    let page = |events: Vec<EventRow>, chips: Vec<Chip>, too_many| {
        let found = Paged::new(events, PageRequest::new(1, 50), 2);
        LogPage {
            who: String::new(),
            kind: "unit.changed".to_owned(),
            kinds: vec![Choice { value: "unit.changed".to_owned(), text: "Ändrade en enhet".to_owned() }],
            from: "2025-03-01".to_owned(),
            to: String::new(),
            subject_kind: "unit".to_owned(),
            subject: "angsskolan".to_owned(),
            chips,
            paging: paging(&found, PATH, &Fields::default()),
            events: found.rows,
            exports: exports(&Fields::default()),
            too_many,
            may_administer: true,
        }
    };
    let chip = Chip { text: "Ändrade en enhet".to_owned(), href: PATH.to_owned() };
    let nothing = EventRow { subject: None, ..event(None) };
    let filled = page(vec![event(Some("/organisation/units/a")), event(None), nothing], vec![chip], true);
    let mut samples: Vec<Sample> =
        [filled, page(Vec::new(), Vec::new(), false)].iter().map(|page| Sample::new(TEMPLATE, page)).collect();
    samples.extend(show::samples());
    samples
}
