//! The outbox: what has gone out, to whom, and what waits. Only in a demonstration, where nothing leaves, it also shows what
//! each mail says.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use serde::Serialize;
use web::outbox::{Outgoing, written};
use web::{Here, Place, Result, Sample};

use super::people::people_place;
use crate::outbox;

const LIST: &str = "pages/accounts/outbox/index.html";
const SHOW: &str = "pages/accounts/outbox/show.html";

#[derive(Serialize)]
struct ListPage {
    /// Whether mail goes out at all.
    mail: bool,
    mails: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    href: String,
    /// What it is about.
    what: String,
    name: String,
    email: String,
    time: String,
    /// `waiting`, `sent` or `given-up`.
    state: String,
    /// Why the latest try led nowhere.
    failure: String,
    attempts: i64,
}

#[derive(Serialize)]
struct ShowPage {
    mail: Row,
    /// What it says, by paragraphs; empty where that is not shown.
    paragraphs: Vec<Vec<Piece>>,
    subject: String,
}

/// A line of a mail; a link where it is one.
#[derive(Serialize)]
struct Piece {
    text: String,
    href: Option<String>,
}

/// The latest mails.
pub(super) async fn index(here: Here) -> Result<Response> {
    let settings = here.app().settings();
    // The people of a demonstration are invented: whoever is one of its administrators reads all their mail.
    let mails = match settings.demo {
        true => Outgoing::list(here.db()).await?,
        false => outbox::list(here.db(), here.viewer()).await?,
    };
    let mails = mails.iter().map(|mail| row(&here, mail)).collect();
    here.page(LIST, &people_place(&here), &ListPage { mail: settings.mail, mails })
}

/// One mail.
pub(super) async fn show(here: Here, Path(id): Path<String>) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let settings = here.app().settings();
    let mail = match settings.demo {
        true => Outgoing::find(here.db(), &id).await?.ok_or(Problem::NotFound)?,
        false => outbox::find(here.db(), here.viewer(), &id).await?,
    };
    let said = if settings.demo { written(here.app(), &mail)? } else { None };
    let (subject, text) = said.map(|said| (said.subject, said.text)).unwrap_or_default();
    let origin = settings.address.origin();
    let piece = |line: &str| Piece { text: line.to_owned(), href: line.strip_prefix(origin).map(str::to_owned) };
    let paragraphs = text.split("\n\n").filter(|text| !text.is_empty()).map(|text| text.lines().map(piece).collect());
    let page = ShowPage { mail: row(&here, &mail), paragraphs: paragraphs.collect(), subject };
    let mut place = people_place(&here);
    place.push(Place::new(here.text("outbox-title"), "/outbox"));
    here.page(SHOW, &place, &page)
}

fn row(here: &Here, mail: &Outgoing) -> Row {
    let failure = mail.failure.as_deref().unwrap_or_default();
    let number = failure.parse::<u16>().is_ok();
    Row {
        href: format!("/outbox/{}", mail.id),
        what: here.text(&format!("outbox-kind-{}", mail.kind)),
        name: mail.receiver_name.clone(),
        email: mail.receiver.clone(),
        time: here.time(db::instant(mail.made_at)),
        state: mail.state().as_str().replace('_', "-"),
        failure: match failure {
            "" => String::new(),
            code if number => here.text_with("outbox-failure-code", &[("code", code)]),
            why => here.text(&format!("outbox-failure-{why}")),
        },
        attempts: mail.attempts,
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let row = |state: &str, failure: &str| Row {
        href: "/outbox/m1".to_owned(),
        what: "Inbjudan".to_owned(),
        name: "Alva Ankarhjul".to_owned(),
        email: "alva@exempel.se".to_owned(),
        time: "1 mars 2025 kl. 12:00".to_owned(),
        state: state.to_owned(),
        failure: failure.to_owned(),
        attempts: i64::from(!failure.is_empty()),
    };
    let all = || vec![row("waiting", ""), row("waiting", "…"), row("sent", ""), row("given-up", "…")];
    let line = |text: &str, href: Option<&str>| Piece { text: text.to_owned(), href: href.map(str::to_owned) };
    let said = vec![vec![line("Hej Alva!", None)], vec![line("https://…", Some("/invitations/0"))]];
    let show =
        |state, paragraphs| ShowPage { mail: row(state, "…"), paragraphs, subject: "Du är inbjuden".to_owned() };
    vec![
        Sample::new(LIST, &ListPage { mail: true, mails: all() }),
        Sample::new(LIST, &ListPage { mail: false, mails: Vec::new() }),
        Sample::new(SHOW, &show("waiting", said)),
        Sample::new(SHOW, &show("given-up", Vec::new())),
    ]
}
