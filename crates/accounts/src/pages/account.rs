//! Who am I, and how do I sign in.

pub(super) mod passkeys;
pub(super) mod password;
pub(super) mod recovery_codes;
pub(super) mod second_factor;
pub(super) mod sessions;
pub(super) mod set_up;

use axum::http::header::SET_COOKIE;
use axum::response::Response;
use base::Problem;
use identity::Person;
use serde::Serialize;
use web::{Here, Place, Result, Sample, Session, Way};

use crate::credentials::Standing;
use crate::credentials::passkeys as stored;
use crate::sign_in::{self, Sitting};

const TEMPLATE: &str = "pages/accounts/account/index.html";

/// How long after signing in somebody may change how they sign in without doing it again.
const RECENT_MINUTES: i64 = 15;

const MINUTE: i64 = 60_000_000;

#[derive(Serialize)]
struct AccountPage {
    name: String,
    email: String,
    session_ends: String,
    roles: Vec<RoleRow>,
    password_at: Option<String>,
    second_factor_at: Option<String>,
    codes: i64,
    passkeys: Vec<PasskeyRow>,
    passkeys_possible: bool,
    sessions: Vec<SessionRow>,
}

#[derive(Serialize)]
struct RoleRow {
    role: String,
    function: Option<String>,
    unit: String,
    href: String,
    /// Whose role it is, where the person stands in for somebody.
    on_behalf_of: Option<String>,
}

#[derive(Serialize)]
struct PasskeyRow {
    id: String,
    name: String,
    added: String,
    used: Option<String>,
}

#[derive(Serialize)]
struct SessionRow {
    id: String,
    /// The end of the key of how the person signed in.
    way: String,
    device: String,
    started: String,
    seen: String,
    own: bool,
}

/// Whoever is signed in, and their session.
pub(super) fn signed_in(here: &Here) -> Result<(&Person, &Session)> {
    match (&here.viewer().person, here.session()) {
        (Some(person), Some(session)) => Ok((person, session)),
        _ => Err(Problem::NotSignedIn.into()),
    }
}

/// Where to sign in once more before something that matters; `None` when that was done a moment ago, or when somebody is still
/// making their first credentials.
pub(super) fn not_recent(here: &Here, session: &Session) -> Option<Response> {
    let age = here.db().clock().now().as_microsecond() - session.started_at;
    let old = session.ready && age > RECENT_MINUTES * MINUTE;
    old.then(|| here.go(&format!("/sign-in?again=yes&{}", web::query("back", here.path()))))
}

/// Leads on after a change of credentials, with a new token when the person now has all they need.
pub(super) async fn go_on(here: &Here, path: &str, said: &str) -> Result<Response> {
    let (person, session) = signed_in(here)?;
    let grown = sign_in::grow_ready(here.db(), &person.id, session).await?;
    let mut response = here.go_saying(path, said, None);
    if let Some(token) = grown {
        response.headers_mut().append(SET_COOKIE, Session::cookie(here.app(), &token));
    }
    Ok(response)
}

/// The way to the pages below the account.
pub(super) fn way(here: &Here) -> Vec<Place> {
    vec![Place::new(here.text("accounts-account-title"), "/account")]
}

/// Name, roles, ways to sign in, and where one is signed in.
pub(super) async fn index(here: Here) -> Result<Response> {
    let (person, session) = signed_in(&here)?;
    let (db, time) = (here.db(), |at: i64| here.time(db::instant(at)));
    let role = |held: &identity::HeldRole| RoleRow {
        role: super::role_text(&here, held.role.as_str()),
        function: held.function.clone(),
        unit: held.unit_name.clone(),
        href: super::unit_href(&held.unit),
        on_behalf_of: held.on_behalf_of.clone(),
    };
    let passkey = |row: stored::Passkey| PasskeyRow {
        id: row.id,
        name: row.name,
        added: time(row.added_at),
        used: row.used_at.map(time),
    };
    let sitting = |row: Sitting| SessionRow {
        own: row.id == session.id.as_str(),
        id: row.id,
        way: row.way,
        device: row.device,
        started: time(row.started_at),
        seen: time(row.seen_at),
    };
    let standing = Standing::of(db, &person.id).await?;
    let page = AccountPage {
        name: person.name.clone(),
        email: person.email.clone(),
        session_ends: time(session.expires_at),
        roles: here.viewer().roles.iter().map(role).collect(),
        password_at: standing.password_at.map(time),
        second_factor_at: standing.second_factor_at.map(time),
        codes: standing.codes,
        passkeys: stored::list(db, &person.id).await?.into_iter().map(passkey).collect(),
        passkeys_possible: stored::are_possible(here.app()),
        sessions: Sitting::list(db, &person.id).await?.into_iter().map(sitting).collect(),
    };
    here.page(TEMPLATE, &[], &page)
}

pub(super) fn samples() -> Vec<Sample> {
    let role = || RoleRow {
        role: "Samordnare".to_owned(),
        function: None,
        unit: "Björkhamra kommun".to_owned(),
        href: "/organisation/units/bjorkhamra".to_owned(),
        on_behalf_of: None,
    };
    let other = RoleRow { on_behalf_of: Some("Berit Björnbär".to_owned()), ..role() };
    let page = AccountPage {
        name: "Alva Ankarhjul".to_owned(),
        email: "alva@exempel.se".to_owned(),
        session_ends: "3 mars 2025 kl. 18:00".to_owned(),
        roles: vec![role(), other],
        password_at: Some("1 mars 2025 kl. 12:00".to_owned()),
        second_factor_at: None,
        codes: 9,
        passkeys: vec![PasskeyRow {
            id: "1".to_owned(),
            name: "Min telefon".to_owned(),
            added: "1 mars 2025 kl. 12:00".to_owned(),
            used: None,
        }],
        passkeys_possible: true,
        sessions: Way::ALL.iter().map(|way| session_sample(*way)).collect(),
    };
    let empty = AccountPage {
        name: page.name.clone(),
        email: page.email.clone(),
        session_ends: page.session_ends.clone(),
        roles: Vec::new(),
        password_at: None,
        second_factor_at: page.password_at.clone(),
        codes: 0,
        passkeys: Vec::new(),
        passkeys_possible: false,
        sessions: vec![session_sample(Way::Password)],
    };
    let mut samples = vec![Sample::new(TEMPLATE, &page), Sample::new(TEMPLATE, &empty)];
    samples.extend(password::samples());
    samples.extend(second_factor::samples());
    samples.extend(recovery_codes::samples());
    samples.extend(passkeys::samples());
    samples.extend(set_up::samples());
    samples
}

fn session_sample(way: Way) -> SessionRow {
    SessionRow {
        id: way.as_str().to_owned(),
        way: way.as_str().to_owned(),
        device: if way == Way::Link { String::new() } else { "Firefox, Windows".to_owned() },
        started: "3 mars 2025 kl. 08:00".to_owned(),
        seen: "3 mars 2025 kl. 08:10".to_owned(),
        own: way == Way::Password,
    }
}
