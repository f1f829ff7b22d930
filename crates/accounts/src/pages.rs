//! Pages and routes.

mod accessibility;
mod account;
mod answer_links;
mod audit;
mod delegations;
mod first_start;
mod functions;
mod handovers;
mod imports;
mod invitations;
mod organisation;
mod outbox;
mod password_resets;
mod people;
mod permissions;
mod retention_rules;
mod scim;
mod scim_tokens;
mod search;
mod sign_in;
mod start;
mod units;

use base::Id;
use db::{Removes, Retention};
use identity::{HeldRole, Unit, Verb};
use web::outbox::OUTBOX;
use web::{Chapter, Here, Method, Module, Permission, Place, Result, Route, Sample};

/// Most bytes of a file with an organisation.
const FILE_LIMIT: usize = 20 * 1024 * 1024;

const NOBODY_YET: Permission = Permission::Public("whoever signs in is nobody yet");
const OPEN_BOOK: Permission = Permission::Public("names, codes and roles of public bodies are no secret");
const START: Permission = Permission::Public("a visitor is told what this is");
const SEARCH: Permission = Permission::Public("each domain finds only what the viewer may see");
const LAW: Permission = Permission::Public("the law asks for the statement to be open to all");
const INVITED: Permission = Permission::Public("whoever is invited is nobody yet; the link is the key");
const LINKED: Permission = Permission::Public("whoever was given a link has no account; the link is the key");
const ADMINISTER: Permission = Permission::Somewhere(Verb::Administer);
const AUDIT: Permission = Permission::Somewhere(Verb::Audit);

/// Readings of files with an organisation.
const READINGS: Retention = Retention {
    kind: "organisation-import",
    usual: 30,
    least: 1,
    most: 365,
    removes: Removes::Rows { table: "organisation_import", condition: "created_at < $1" },
};

/// The audit log itself.
const LOG: Retention =
    Retention { kind: "audit-event", usual: 3650, least: 730, most: 36_500, removes: Removes::Events };

/// Accounts and organisation, for the program.
pub const MODULE: Module = Module {
    name: "accounts",
    routes,
    chapters: &[
        Chapter { key: "work", href: "/", order: 0, shown: Permission::SignedIn },
        Chapter { key: "organisation", href: "/organisation", order: 80, shown: OPEN_BOOK },
        Chapter { key: "audit", href: "/audit", order: 90, shown: AUDIT },
    ],
    work: Some(crate::handover::work),
    search: Some(crate::search::units),
    names: Some(crate::names::name),
    retention: &[READINGS, LOG, OUTBOX],
    holdings: None,
    purposes: &[],
    expected: None,
    known: None,
    dates: None,
    related: None,
    samples,
};

fn routes() -> Vec<Route> {
    [account_routes(), organisation_routes(), people_routes(), scim_routes()].concat()
}

fn account_routes() -> Vec<Route> {
    vec![
        Route::get("/", START, start::index),
        Route::get("/search", SEARCH, search::index),
        Route::get("/accessibility", LAW, accessibility::index),
        Route::get("/account", Permission::SignedIn, account::index),
        Route::get("/audit", AUDIT, audit::index),
        Route::get("/audit/events/{id}", AUDIT, audit::show),
        Route::get("/audit/exports/{name}", AUDIT, audit::export),
        Route::get("/retention-rules", ADMINISTER, retention_rules::edit),
        Route::post("/retention-rules", ADMINISTER, retention_rules::update),
        Route::get("/account/set-up", Permission::SignedIn, account::set_up::index),
        Route::get("/account/password", Permission::SignedIn, account::password::show),
        Route::post("/account/password", Permission::SignedIn, account::password::save),
        Route::get("/account/second-factor", Permission::SignedIn, account::second_factor::show),
        Route::post("/account/second-factor", Permission::SignedIn, account::second_factor::begin),
        Route::get("/account/second-factor/confirmation", Permission::SignedIn, account::second_factor::new),
        Route::post("/account/second-factor/confirmation", Permission::SignedIn, account::second_factor::confirm),
        Route::get("/account/recovery-codes", Permission::SignedIn, account::recovery_codes::show),
        Route::post("/account/recovery-codes", Permission::SignedIn, account::recovery_codes::create),
        Route::get("/account/passkeys/new", Permission::SignedIn, account::passkeys::new),
        Route::post("/account/passkeys", Permission::SignedIn, account::passkeys::create),
        Route::post("/account/passkeys/questions", Permission::SignedIn, account::passkeys::question),
        Route::post("/account/passkeys/{id}/removal", Permission::SignedIn, account::passkeys::remove),
        Route::post("/account/sessions/{id}/ending", Permission::SignedIn, account::sessions::end),
        Route::post("/account/sessions/endings", Permission::SignedIn, account::sessions::end_others),
        Route::get("/sign-in", NOBODY_YET, sign_in::index),
        Route::post("/sign-in", NOBODY_YET, sign_in::create).weighing(2),
        Route::get("/sign-in/password", NOBODY_YET, sign_in::password),
        Route::get("/sign-in/code", NOBODY_YET, sign_in::second_factor::code),
        Route::post("/sign-in/code", NOBODY_YET, sign_in::second_factor::with_code).weighing(2),
        Route::get("/sign-in/recovery-code", NOBODY_YET, sign_in::second_factor::recovery),
        Route::post("/sign-in/recovery-code", NOBODY_YET, sign_in::second_factor::with_recovery).weighing(2),
        Route::post("/sign-in/passkeys", NOBODY_YET, sign_in::passkeys::create).weighing(2),
        Route::post("/sign-in/passkeys/questions", NOBODY_YET, sign_in::passkeys::question).weighing(2),
        Route::get("/sign-in/with/{provider}", NOBODY_YET, sign_in::providers::depart).weighing(2),
        Route::get("/sign-in/with/{provider}/return", NOBODY_YET, sign_in::providers::arrive).weighing(2),
        Route::get("/sign-in/with/{provider}/refusals/{reason}", NOBODY_YET, sign_in::providers::refusal),
        Route::get("/sign-in/{token}", NOBODY_YET, sign_in::show),
        Route::post("/sign-in/{token}", NOBODY_YET, sign_in::spend).weighing(2),
        Route::get("/password-resets/new", NOBODY_YET, password_resets::new),
        Route::post("/password-resets", NOBODY_YET, password_resets::create).weighing(2),
        Route::get("/password-resets/{token}", NOBODY_YET, password_resets::show),
        Route::post("/password-resets/{token}", NOBODY_YET, password_resets::spend).weighing(2),
        Route::post("/sign-out", NOBODY_YET, sign_in::end),
        Route::get("/sign-out/with/{provider}", NOBODY_YET, sign_in::providers::farewell),
        Route::get("/first-start", Permission::SignedIn, first_start::index),
        Route::get("/first-start/organisation", Permission::SignedIn, first_start::organisation),
        Route::post("/first-start/organisation", Permission::SignedIn, first_start::found),
        Route::get("/first-start/yourself", Permission::SignedIn, first_start::yourself),
        Route::post("/first-start/yourself", Permission::SignedIn, first_start::name),
        Route::get("/first-start/plan", Permission::SignedIn, first_start::plan),
        Route::get("/invitations/{token}", INVITED, invitations::show),
        Route::post("/invitations/{token}", INVITED, invitations::accept).weighing(2),
        Route::get("/answer-links/{token}", LINKED, answer_links::show),
        Route::post("/answer-links/{token}", LINKED, answer_links::start).weighing(2),
        Route::post("/answer-links/endings", LINKED, answer_links::end),
        Route::get("/delegations", Permission::SignedIn, delegations::index),
        Route::post("/delegations", Permission::SignedIn, delegations::create),
        Route::get("/delegations/new", Permission::SignedIn, delegations::new),
        Route::post("/delegations/{id}/closings", Permission::SignedIn, delegations::end),
        Route::get("/handovers/{role}", Permission::SignedIn, handovers::show),
        Route::post("/handovers/{role}/notes", Permission::SignedIn, handovers::write),
        Route::post("/handovers/{role}/receipts", Permission::SignedIn, handovers::receive),
    ]
}

fn organisation_routes() -> Vec<Route> {
    vec![
        Route::get("/organisation", OPEN_BOOK, organisation::index),
        Route::get("/organisation/functions", OPEN_BOOK, functions::index),
        Route::post("/organisation/functions", ADMINISTER, functions::create),
        Route::get("/organisation/functions/new", ADMINISTER, functions::new),
        Route::get("/organisation/functions/{id}/edit", ADMINISTER, functions::edit),
        Route::post("/organisation/functions/{id}", ADMINISTER, functions::update),
        Route::get("/organisation/imports/new", ADMINISTER, imports::new),
        Route::post("/organisation/imports", ADMINISTER, imports::create).taking(FILE_LIMIT),
        Route::get("/organisation/imports/{id}", ADMINISTER, imports::show),
        Route::post("/organisation/imports/{id}", ADMINISTER, imports::save),
        Route::get("/organisation/units", OPEN_BOOK, units::index),
        Route::post("/organisation/units", ADMINISTER, units::create),
        Route::get("/organisation/units/new", ADMINISTER, units::new),
        Route::get("/organisation/units/{id}", OPEN_BOOK, units::show),
        Route::post("/organisation/units/{id}", ADMINISTER, units::update),
        Route::get("/organisation/units/{id}/edit", ADMINISTER, units::edit),
        Route::get("/organisation/units/{id}/members", ADMINISTER, units::members),
        Route::post("/organisation/units/{id}/members", ADMINISTER, units::set_members),
        Route::get("/organisation/units/{id}/closure", ADMINISTER, units::closure),
        Route::post("/organisation/units/{id}/closure", ADMINISTER, units::close),
    ]
}

fn people_routes() -> Vec<Route> {
    vec![
        Route::get("/outbox", ADMINISTER, outbox::index),
        Route::get("/outbox/{id}", ADMINISTER, outbox::show),
        Route::get("/organisation/permissions", ADMINISTER, permissions::index),
        Route::get("/organisation/invitations", ADMINISTER, invitations::index),
        Route::post("/organisation/invitations/{id}/renewals", ADMINISTER, invitations::renew),
        Route::post("/organisation/invitations/{id}/withdrawals", ADMINISTER, invitations::withdraw),
        Route::get("/organisation/people", ADMINISTER, people::index),
        Route::post("/organisation/people", ADMINISTER, people::create),
        Route::get("/organisation/people/new", ADMINISTER, people::new),
        Route::get("/organisation/people/{id}", ADMINISTER, people::show),
        Route::post("/organisation/people/{id}", ADMINISTER, people::update),
        Route::get("/organisation/people/{id}/edit", ADMINISTER, people::edit),
        Route::get("/organisation/people/{id}/roles/new", ADMINISTER, people::new_role),
        Route::post("/organisation/people/{id}/roles", ADMINISTER, people::create_role),
        Route::get("/organisation/people/{id}/roles/{role}/closure", ADMINISTER, people::closure),
        Route::post("/organisation/people/{id}/roles/{role}/closure", ADMINISTER, people::end_role),
        Route::get("/organisation/people/{id}/deactivations/new", ADMINISTER, people::deactivation),
        Route::post("/organisation/people/{id}/deactivations", ADMINISTER, people::deactivate),
        Route::post("/organisation/people/{id}/reactivations", ADMINISTER, people::reactivate),
        Route::get("/organisation/people/{id}/resets/new", ADMINISTER, people::reset),
        Route::post("/organisation/people/{id}/resets", ADMINISTER, people::create_reset),
        Route::post("/organisation/people/{id}/invitations", ADMINISTER, invitations::create),
        Route::get("/organisation/people/{id}/delegations/new", ADMINISTER, delegations::new_for),
        Route::post("/organisation/people/{id}/delegations", ADMINISTER, delegations::create_for),
    ]
}

fn scim_routes() -> Vec<Route> {
    const SCIM: &str = "a system that keeps the accounts of an organisation";
    vec![
        Route::get("/organisation/scim-tokens", ADMINISTER, scim_tokens::index),
        Route::post("/organisation/scim-tokens", ADMINISTER, scim_tokens::create),
        Route::get("/organisation/scim-tokens/new", ADMINISTER, scim_tokens::new),
        Route::post("/organisation/scim-tokens/{id}/revocations", ADMINISTER, scim_tokens::revoke),
        Route::bearer(Method::Get, "/scim/v2/Users", SCIM, scim::index),
        Route::bearer(Method::Post, "/scim/v2/Users", SCIM, scim::create),
        Route::bearer(Method::Get, "/scim/v2/Users/{id}", SCIM, scim::show),
        Route::bearer(Method::Put, "/scim/v2/Users/{id}", SCIM, scim::replace),
        Route::bearer(Method::Patch, "/scim/v2/Users/{id}", SCIM, scim::change),
        Route::bearer(Method::Delete, "/scim/v2/Users/{id}", SCIM, scim::remove),
        Route::bearer(Method::Get, "/scim/v2/ServiceProviderConfig", SCIM, scim::configuration),
        Route::bearer(Method::Get, "/scim/v2/ResourceTypes", SCIM, scim::resource_types),
        Route::bearer(Method::Get, "/scim/v2/ResourceTypes/{name}", SCIM, scim::resource_type),
        Route::bearer(Method::Get, "/scim/v2/Schemas", SCIM, scim::schemas),
        Route::bearer(Method::Get, "/scim/v2/Schemas/{name}", SCIM, scim::schema),
    ]
}

fn samples() -> Vec<Sample> {
    let mut samples = Vec::new();
    let codes = [
        "not-found",
        "not-allowed",
        "conflict",
        "link-spent",
        "internal",
        "ceremony-over",
        "passkey-refused",
        "passkeys-need-a-name",
        "last-way-to-sign-in",
        "scim-token-revoked",
        "outside-errand",
        "access-link-expired",
        "access-link-revoked",
        "access-link-not-genuine",
        "access-link-over",
    ];
    for code in codes {
        samples.push(Sample::new("pages/error.html", &serde_json::json!({ "code": code, "status": 404 })));
    }
    samples.extend(sign_in::samples());
    samples.extend(start::samples());
    samples.extend(search::samples());
    samples.extend(accessibility::samples());
    samples.extend(account::samples());
    samples.extend(audit::samples());
    samples.extend(retention_rules::samples());
    samples.extend(first_start::samples());
    samples.extend(organisation::samples());
    samples.extend(functions::samples());
    samples.extend(units::samples());
    samples.extend(imports::samples());
    samples.extend(people::samples());
    samples.extend(scim_tokens::samples());
    samples.extend(invitations::samples());
    samples.extend(delegations::samples());
    samples.extend(handovers::samples());
    samples.extend(permissions::samples());
    samples.extend(password_resets::samples());
    samples.extend(outbox::samples());
    samples.extend(answer_links::samples());
    samples
}

/// The name of a role, as it stands in the database.
fn role_text(here: &Here, role: &str) -> String {
    here.text(&format!("role-{}", role.replace('_', "-")))
}

/// A held role as one text: function or role, unit, and whose it is where it is another's.
fn held_text(here: &Here, held: &HeldRole) -> String {
    let role = held.function.clone().unwrap_or_else(|| role_text(here, held.role.as_str()));
    let unit = held.unit_name.as_str();
    match &held.on_behalf_of {
        Some(name) => here.text_with("role-held-for", &[("role", &role), ("unit", unit), ("name", name)]),
        None => here.text_with("role-held", &[("role", &role), ("unit", unit)]),
    }
}

/// The name of a kind of unit, as it stands in the database.
fn kind_text(here: &Here, kind: &str) -> String {
    here.text(&format!("unit-kind-{}", kind.replace('_', "-")))
}

/// Where a unit is read.
fn unit_href(id: &Id) -> String {
    format!("/organisation/units/{id}")
}

/// The way to the pages below the organisation.
fn organisation_place(here: &Here) -> Place {
    Place::new(here.text("chapter-organisation"), "/organisation")
}

/// The way to a unit's own pages: the organisation, what lies above, the unit itself.
async fn way_to(here: &Here, unit: &Unit) -> Result<Vec<Place>> {
    let mut way = way_above(here, unit).await?;
    way.push(Place::new(unit.name.clone(), unit_href(&unit.id)));
    Ok(way)
}

/// The way to a unit.
async fn way_above(here: &Here, unit: &Unit) -> Result<Vec<Place>> {
    let mut way = vec![organisation_place(here)];
    way.extend(unit.above(here.db()).await?.into_iter().map(|above| Place::new(above.name, unit_href(&above.id))));
    Ok(way)
}
