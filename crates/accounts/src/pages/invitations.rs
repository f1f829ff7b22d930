//! Invitations: made once, listed, taken back, made anew; and what whoever is invited sees.

use axum::extract::Path;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use base::{Id, Problem};
use identity::Person;
use serde::Serialize;
use web::{Fields, Here, Result, Sample, Session};

use super::people::{find_managed, people_place, person_href, person_place};
use super::sign_in::Origin;
use crate::invitation::{self, INVITATION_DAYS, Invitation, InvitationState};

const LIST: &str = "pages/accounts/invitations/index.html";
const MADE: &str = "pages/accounts/invitations/made.html";
const SHOW: &str = "pages/accounts/invitations/show.html";

#[derive(Serialize)]
struct ListPage {
    /// Whether links can be sent by mail.
    mail: bool,
    invitations: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    href: String,
    email: String,
    inviter: String,
    made: String,
    until: String,
    state: &'static str,
}

#[derive(Serialize)]
struct MadePage {
    name: String,
    email: String,
    href: String,
    link: String,
    days: i64,
}

#[derive(Serialize)]
struct ShowPage {
    token: String,
    name: String,
    roles: Vec<String>,
}

/// All invitations of people whose accounts the viewer answers for.
pub(super) async fn index(here: Here) -> Result<Response> {
    let now = here.db().clock().now().as_microsecond();
    let row = |invitation: Invitation| Row {
        state: invitation.state(now).as_str(),
        href: person_href(&Id::stored(invitation.person_id)),
        made: here.time(db::instant(invitation.made_at)),
        until: here.time(db::instant(invitation.expires_at)),
        id: invitation.id,
        name: invitation.name,
        email: invitation.email,
        inviter: invitation.inviter,
    };
    let invitations = Invitation::list(here.db(), here.viewer()).await?.into_iter().map(row).collect();
    here.page(LIST, &people_place(&here), &ListPage { mail: here.app().settings().mail, invitations })
}

/// Invites a person. The link is sent, or else shown now and never again: it is not stored.
pub(super) async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let member = find_managed(&here, &id).await?;
    let by_mail = is_by_mail(&here, &fields);
    let token = Invitation::make(here.db(), here.viewer(), &member.id, by_mail).await?;
    made(&here, &member.id, &token, by_mail).await
}

/// Makes a new link for whoever was invited.
pub(super) async fn renew(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let by_mail = is_by_mail(&here, &fields);
    let (token, person) = Invitation::renew(here.db(), here.viewer(), &id, by_mail).await?;
    made(&here, &person, &token, by_mail).await
}

/// Whether the link goes by mail; otherwise whoever invites hands it over.
fn is_by_mail(here: &Here, fields: &Fields) -> bool {
    fields.get("by") == "mail" && here.app().settings().mail
}

/// Takes an invitation back.
pub(super) async fn withdraw(here: Here, Path(id): Path<String>) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let name = Invitation::withdraw(here.db(), here.viewer(), &id).await?;
    Ok(here.go_saying("/organisation/invitations", "said-invitation-withdrawn", Some(&name)))
}

async fn made(here: &Here, person: &Id, token: &str, by_mail: bool) -> Result<Response> {
    let member = find_managed(here, person.as_str()).await?;
    if by_mail {
        return Ok(here.go_saying(&person_href(&member.id), "said-invitation-sent", Some(&member.email)));
    }
    let page = MadePage {
        link: format!("{}/invitations/{token}", here.app().settings().address.origin()),
        name: member.name.clone(),
        email: member.email.clone(),
        href: person_href(&member.id),
        days: INVITATION_DAYS,
    };
    here.page(MADE, &person_place(here, &member), &page)
}

/// Tells whoever was invited what to, and asks before the link is spent.
pub(super) async fn show(here: Here, Path(token): Path<String>) -> Result<Response> {
    let person = invitation::invited(here.db(), &token).await?;
    let roles = Person::roles(here.db(), &person.id).await?;
    let roles = roles.iter().map(|held| super::held_text(&here, held)).collect();
    here.page(SHOW, &[], &ShowPage { token, name: person.name, roles })
}

/// Accepts the invitation: the person is signed in.
pub(super) async fn accept(here: Here, Path(token): Path<String>) -> Result<Response> {
    let session = invitation::accept(here.db(), &token, &Origin::of(&here).browser()).await?;
    let mut response = here.go_saying("/", "said-welcome", None);
    response.headers_mut().append(SET_COOKIE, Session::cookie(here.app(), &session));
    Ok(response)
}

pub(super) fn samples() -> Vec<Sample> {
    let row = |state: InvitationState| Row {
        id: "i1".to_owned(),
        name: "Alva Ankarhjul".to_owned(),
        href: "/organisation/people/alva".to_owned(),
        email: "alva@exempel.se".to_owned(),
        inviter: "Berit Björnbär".to_owned(),
        made: "1 mars 2025 kl. 12:00".to_owned(),
        until: "8 mars 2025 kl. 12:00".to_owned(),
        state: state.as_str(),
    };
    let states = [InvitationState::Open, InvitationState::Expired, InvitationState::Used, InvitationState::Withdrawn];
    let made = MadePage {
        name: "Alva Ankarhjul".to_owned(),
        email: "alva@exempel.se".to_owned(),
        href: "/organisation/people/alva".to_owned(),
        link: format!("https://tryggbas.exempel.se/invitations/{}", "0".repeat(64)),
        days: INVITATION_DAYS,
    };
    let show = |roles| ShowPage { token: "0".repeat(64), name: "Alva Ankarhjul".to_owned(), roles };
    vec![
        Sample::new(LIST, &ListPage { mail: true, invitations: states.map(row).into() }),
        Sample::new(LIST, &ListPage { mail: false, invitations: Vec::new() }),
        Sample::new(MADE, &made),
        Sample::new(SHOW, &show(vec!["Rektor, Backviksskolan".to_owned()])),
        Sample::new(SHOW, &show(Vec::new())),
    ]
}
