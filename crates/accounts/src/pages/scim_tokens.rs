//! Tokens for systems that keep the accounts of an organisation: made, shown once, listed, taken back.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use db::DbError;
use identity::{Reach, Verb};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Sample};

use super::units::form::Choice;
use crate::scim::Token;

const LIST: &str = "pages/accounts/scim-tokens/index.html";
const NEW: &str = "pages/accounts/scim-tokens/new.html";
const MADE: &str = "pages/accounts/scim-tokens/made.html";
const HREF: &str = "/organisation/scim-tokens";

/// Days that a token may last, as they are offered.
const DAYS: [usize; 3] = [180, 365, 730];

#[derive(Serialize)]
struct ListPage {
    tokens: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    organisation: String,
    made: String,
    used: Option<String>,
    until: String,
    state: &'static str,
}

#[derive(Serialize)]
struct NewPage {
    form: Form,
    organisations: Vec<Choice>,
    lengths: Vec<Choice>,
}

#[derive(Default, Serialize)]
struct Form {
    name: String,
    organisation: String,
    days: String,
    errors: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct MadePage {
    name: String,
    token: String,
    address: String,
}

/// All tokens of organisations that the viewer administers.
pub(super) async fn index(here: Here) -> Result<Response> {
    let now = here.db().clock().now().as_microsecond();
    let row = |token: Token| Row {
        state: match &token {
            token if token.revoked_at.is_some() => "revoked",
            token if token.is_over(now) => "expired",
            _ => "good",
        },
        made: here.time(db::instant(token.made_at)),
        used: token.used_at.map(|at| here.time(db::instant(at))),
        until: here.time(db::instant(token.expires_at)),
        id: token.id,
        name: token.name,
        organisation: token.organisation,
    };
    let tokens = Token::list(here.db(), here.viewer()).await?.into_iter().map(row).collect();
    here.page(LIST, &[super::organisation_place(&here)], &ListPage { tokens })
}

/// The form for a new token.
pub(super) async fn new(here: Here) -> Result<Response> {
    here.page(NEW, &place(&here), &page(&here, Form { days: "365".to_owned(), ..Form::default() }))
}

/// Makes a token. It is shown now and never again: it is not stored.
pub(super) async fn create(here: Here, fields: Fields) -> Result<Response> {
    let (name, organisation) = (fields.get("name"), fields.get("organisation"));
    let days = fields.number("days").unwrap_or_default();
    match Token::make_as(here.db(), here.viewer(), organisation, name, days).await {
        Err(DbError::Problem(Problem::Invalid(errors))) => {
            let text = |name: &str| fields.get(name).to_owned();
            let errors = here.errors(&errors);
            let form = Form { name: text("name"), organisation: text("organisation"), days: text("days"), errors };
            here.again(NEW, &place(&here), &page(&here, form))
        }
        made => {
            let address = format!("{}/scim/v2", here.app().settings().address.origin());
            let page = MadePage { name: name.trim().to_owned(), token: made?.token, address };
            here.page(MADE, &place(&here), &page)
        }
    }
}

/// Takes a token back.
pub(super) async fn revoke(here: Here, Path(id): Path<String>) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let name = Token::revoke_as(here.db(), here.viewer(), &id).await?;
    Ok(here.go_saying(HREF, "said-scim-token-revoked", Some(&name)))
}

fn place(here: &Here) -> [Place; 2] {
    [super::organisation_place(here), Place::new(here.text("accounts-scim-tokens-title"), HREF)]
}

/// The form with the organisations that the viewer administers with all below.
fn page(here: &Here, form: Form) -> NewPage {
    let viewer = here.viewer();
    let mut organisations: Vec<Choice> = Vec::new();
    for held in &viewer.roles {
        let new = !organisations.iter().any(|choice| choice.value == held.unit.as_str());
        if new && viewer.covers(Verb::Administer, &held.path, Reach::Below) {
            organisations.push(Choice { value: held.unit.to_string(), text: held.unit_name.clone() });
        }
    }
    let length =
        |days: usize| Choice { value: days.to_string(), text: here.count_text("accounts-scim-token-days", days) };
    NewPage { form, organisations, lengths: DAYS.map(length).into() }
}

pub(super) fn samples() -> Vec<Sample> {
    let text = str::to_owned;
    let row = |state, used: Option<&str>| Row {
        id: text("t1"),
        name: text("Entra ID"),
        organisation: text("Björkhamra kommun"),
        made: text("1 mars 2025 kl. 12:00"),
        used: used.map(text),
        until: text("1 mars 2026 kl. 12:00"),
        state,
    };
    let tokens = vec![row("good", Some("2 mars 2025 kl. 12:00")), row("expired", None), row("revoked", None)];
    let choice = |value: &str| Choice { value: text(value), text: text(value) };
    let form = Form { errors: BTreeMap::from([("name", text("…"))]), ..Form::default() };
    let new = |form| NewPage { form, organisations: vec![choice("a")], lengths: vec![choice("365")] };
    let made = MadePage {
        name: text("Entra ID"),
        token: "0".repeat(64),
        address: text("https://tryggbas.exempel.se/scim/v2"),
    };
    vec![
        Sample::new(LIST, &ListPage { tokens }),
        Sample::new(LIST, &ListPage { tokens: Vec::new() }),
        Sample::new(NEW, &new(form)),
        Sample::new(NEW, &new(Form::default())),
        Sample::new(MADE, &made),
    ]
}
