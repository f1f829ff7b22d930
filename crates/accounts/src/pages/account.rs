//! Who am I.

use axum::response::Response;
use base::Problem;
use serde::Serialize;
use web::{Here, Result, Sample};

use crate::sign_in;

const TEMPLATE: &str = "pages/accounts/account.html";

#[derive(Serialize)]
struct AccountPage {
    name: String,
    email: String,
    session_ends: String,
    roles: Vec<RoleRow>,
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

/// Name, roles, language, and when the session ends.
pub(super) async fn index(here: Here) -> Result<Response> {
    let (Some(person), Some(session)) = (&here.viewer().person, here.session()) else {
        return Err(Problem::NotSignedIn.into());
    };
    let role = |held: &identity::HeldRole| RoleRow {
        role: super::role_text(&here, held.role.as_str()),
        function: held.function.clone(),
        unit: held.unit_name.clone(),
        href: super::unit_href(&held.unit),
        on_behalf_of: held.on_behalf_of.clone(),
    };
    let page = AccountPage {
        name: person.name.clone(),
        email: person.email.clone(),
        session_ends: here.time(sign_in::session_end(here.db(), session).await?),
        roles: here.viewer().roles.iter().map(role).collect(),
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
    let page = |roles| AccountPage {
        name: "Alva Ankarhjul".to_owned(),
        email: "alva@exempel.se".to_owned(),
        session_ends: "3 mars 2025 kl. 18:00".to_owned(),
        roles,
    };
    [page(vec![role(), other]), page(Vec::new())].iter().map(|page| Sample::new(TEMPLATE, page)).collect()
}
