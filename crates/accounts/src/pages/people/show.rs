//! The page of a person: roles, invitation, who stands in.

use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;
use web::{Here, Result, Sample};

use super::list::state;
use crate::delegation::Delegation;
use crate::invitation::{Invitation, InvitationState};
use crate::people::GivenRole;

const TEMPLATE: &str = "pages/accounts/people/show.html";

#[derive(Serialize)]
struct PersonPage {
    id: String,
    name: String,
    email: String,
    state: &'static str,
    /// Whether the viewer answers for the account itself.
    managed: bool,
    /// Whether links can be sent by mail.
    mail: bool,
    /// Whether it is the viewer's own.
    own: bool,
    roles: Vec<RoleRow>,
    invitation: Option<InvitationRow>,
    delegations: Vec<DelegationRow>,
}

#[derive(Serialize)]
struct RoleRow {
    id: String,
    role: String,
    function: String,
    unit: String,
    unit_href: String,
    reach: String,
    /// `now`, `later` or `ended`.
    state: &'static str,
    from: String,
    to: String,
    /// Whether a note to whoever comes after can be read.
    ends: bool,
}

#[derive(Serialize)]
struct InvitationRow {
    id: String,
    state: &'static str,
    until: String,
}

/// Somebody who stands in for another, as lists show it.
#[derive(Serialize)]
pub(in crate::pages) struct DelegationRow {
    pub id: String,
    pub name: String,
    pub from: String,
    pub to: String,
}

/// The person.
pub(in crate::pages) async fn show(here: Here, Path(id): Path<String>) -> Result<Response> {
    let member = super::find(&here, &id).await?;
    let today = here.db().clock().today().to_string();
    let invitation = if member.managed { Invitation::of(here.db(), &member.id).await? } else { Vec::new() };
    let delegations = if member.managed { Delegation::of(here.db(), &member.id).await? } else { Vec::new() };
    let page = PersonPage {
        id: member.id.to_string(),
        name: member.name.clone(),
        email: member.email.clone(),
        state: state(&member),
        managed: member.managed,
        mail: here.app().settings().mail,
        own: here.viewer().person.as_ref().is_some_and(|person| person.id == member.id),
        roles: member.roles.iter().map(|given| role_row(&here, given, &today)).collect(),
        invitation: invitation.first().map(|invitation| invitation_row(&here, invitation)),
        delegations: delegations
            .into_iter()
            .map(|one| delegation_row(&here, one.id, one.deputy, &one.valid_from, &one.valid_to))
            .collect(),
    };
    here.page(TEMPLATE, &super::people_place(&here), &page)
}

fn role_row(here: &Here, given: &GivenRole, today: &str) -> RoleRow {
    let state = if given.has_ended(today) {
        "ended"
    } else if given.holds(today) {
        "now"
    } else {
        "later"
    };
    RoleRow {
        id: given.id.to_string(),
        role: super::super::role_text(here, given.role.as_str()),
        function: given.function.clone().unwrap_or_default(),
        unit: given.unit_name.clone(),
        unit_href: super::super::unit_href(&given.unit),
        reach: here.text(&format!("accounts-reach-{}", given.reach.as_str())),
        state,
        from: given.valid_from.as_deref().map(|day| here.date(day)).unwrap_or_default(),
        to: given.valid_to.as_deref().map(|day| here.date(day)).unwrap_or_default(),
        ends: given.valid_to.is_some(),
    }
}

fn invitation_row(here: &Here, invitation: &Invitation) -> InvitationRow {
    InvitationRow {
        id: invitation.id.clone(),
        state: invitation.state(here.db().clock().now().as_microsecond()).as_str(),
        until: here.time(db::instant(invitation.expires_at)),
    }
}

/// A delegation with its days written out.
pub(in crate::pages) fn delegation_row(here: &Here, id: String, name: String, from: &str, to: &str) -> DelegationRow {
    DelegationRow { id, name, from: here.date(from), to: here.date(to) }
}

pub(super) fn samples() -> Vec<Sample> {
    let role = |state| RoleRow {
        id: "r1".to_owned(),
        role: "Rektor".to_owned(),
        function: "Rektor".to_owned(),
        unit: "Backviksskolan".to_owned(),
        unit_href: "/organisation/units/backviksskolan".to_owned(),
        reach: "Enheten och allt under".to_owned(),
        state,
        from: "1 augusti 2024".to_owned(),
        to: if state == "now" { String::new() } else { "30 juni 2025".to_owned() },
        ends: state != "now",
    };
    let page = |state, roles: Vec<RoleRow>, invitation: Option<InvitationState>, managed| PersonPage {
        id: "alva".to_owned(),
        name: "Alva Ankarhjul".to_owned(),
        email: "alva@exempel.se".to_owned(),
        state,
        managed,
        mail: state != "closed",
        own: state == "active" && managed,
        roles,
        invitation: invitation.map(|state| InvitationRow {
            id: "i1".to_owned(),
            state: state.as_str(),
            until: "8 mars 2025 kl. 12:00".to_owned(),
        }),
        delegations: vec![DelegationRow {
            id: "d1".to_owned(),
            name: "Berit Björnbär".to_owned(),
            from: "1 mars 2025".to_owned(),
            to: "31 mars 2025".to_owned(),
        }],
    };
    [
        page("active", vec![role("now"), role("later"), role("ended")], None, true),
        page("invited", vec![role("now")], Some(InvitationState::Open), true),
        page("invited", vec![role("now")], Some(InvitationState::Expired), true),
        page("closed", Vec::new(), Some(InvitationState::Withdrawn), true),
        page("active", vec![role("now")], Some(InvitationState::Used), false),
    ]
    .iter()
    .map(|page| Sample::new(TEMPLATE, page))
    .collect()
}
