//! What each route is about and which verb it asks for there: written down by hand, beside the code that decides.

use identity::Verb;
use identity::Verb::{Administer, Approve, Audit, Publish, See, Submit, Write};

use super::things::{self, Owner};
use super::world::World;
use super::{follow_up, own_forms, people, status_reports};

/// What a route is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// No thing of anybody's: what the route asks for is all there is.
    Nothing,
    /// A thing that belongs to a unit: the verb is needed there.
    Thing(Verb),
    /// A thing of one person, who is none of the visitors.
    SomebodyElse,
}

use About::{Nothing, SomebodyElse, Thing};

/// What the route is about; none where nobody has said so.
pub(super) fn about(method: &str, path: &str) -> Option<About> {
    let places: &[fn(&str, &str) -> Option<About>] =
        &[accounts, plan, life, content, calendar, follow_up::about, own_forms::about, status_reports::about];
    places.iter().find_map(|place| place(method, path))
}

/// Sign-in, start, organisation.
fn accounts(method: &str, path: &str) -> Option<About> {
    Some(match (method, path) {
        (_, "/" | "/search" | "/accessibility" | "/account" | "/sign-in" | "/sign-in/{token}" | "/sign-out") => Nothing,
        (_, "/language" | "/appearance" | "/sign-out/with/{provider}") => Nothing,
        ("POST", "/account/passkeys/{id}/removal" | "/account/sessions/{id}/ending") => SomebodyElse,
        // The pages for one's own credentials and sessions, and the steps of signing in.
        (_, path) if path.starts_with("/account/") || path.starts_with("/sign-in/") => Nothing,
        // Who founded the organisation has said who they are; nobody says it for them.
        ("POST", "/first-start/yourself") => SomebodyElse,
        (_, path) if path.starts_with("/first-start") => Nothing,
        ("GET" | "POST", "/organisation/functions/new" | "/organisation/people" | "/organisation/people/new") => {
            Nothing
        }
        ("GET", "/organisation/invitations" | "/organisation/permissions" | "/outbox") => Nothing,
        ("GET", "/outbox/{id}") => Thing(Administer),
        (_, path) if path.starts_with("/password-resets") || path.starts_with("/answer-links") => Nothing,
        ("POST", "/organisation/functions") => Nothing,
        (_, "/organisation/scim-tokens" | "/organisation/scim-tokens/new") => Nothing,
        (_, path) if path.starts_with("/organisation/scim-tokens/{id}") => Thing(Administer),
        (_, path) if path.starts_with("/scim/v2/") => Nothing,
        (_, "/invitations/{token}" | "/delegations" | "/delegations/new") => Nothing,
        ("POST", "/handovers/{role}/receipts") => SomebodyElse,
        (_, path) if path.starts_with("/handovers/{role}") || path.starts_with("/delegations/{id}") => {
            Thing(Administer)
        }
        (_, path) if path.starts_with("/organisation/people/{id}") => Thing(Administer),
        (_, path) if path.starts_with("/organisation/invitations/{id}") => Thing(Administer),
        (_, path) if path.starts_with("/organisation/functions/{id}") => Thing(Administer),
        ("GET", "/organisation" | "/organisation/functions" | "/organisation/units" | "/organisation/units/{id}") => {
            Nothing
        }
        (_, "/organisation/imports/new" | "/organisation/imports" | "/organisation/units/new") => Nothing,
        ("POST", "/organisation/units") => Nothing,
        (_, "/organisation/imports/{id}") => Thing(Administer),
        (_, path) if path.starts_with("/organisation/units/{id}") => Thing(Administer),
        ("GET", "/audit" | "/audit/exports/{name}" | "/retention-rules") => Nothing,
        ("GET", "/audit/events/{id}") => Thing(Audit),
        // What is kept for how long holds for all organisations: nobody who reaches only one decides.
        ("POST", "/retention-rules") => SomebodyElse,
        _ => return None,
    })
}

/// Plans in lists, read in, and as a whole.
fn plan(method: &str, path: &str) -> Option<About> {
    Some(match (method, path) {
        ("GET", "/plans" | "/actions" | "/bodies" | "/bodies/{id}" | "/plans/new" | "/plans/imports/new") => Nothing,
        ("GET", "/expectations") => Nothing,
        ("POST", "/plans" | "/plans/imports") => Nothing,
        (_, path) if path.starts_with("/plans/imports/{id}") => Thing(Write),
        (
            "GET",
            "/plans/{id}"
            | "/plans/{id}/editions"
            | "/plans/{id}/editions/{file}"
            | "/plans/{id}/versions"
            | "/plans/{id}/follow-up",
        ) => Thing(See),
        ("GET", "/plans/{id}/actors" | "/plans/{id}/comparisons" | "/plans/{id}/tasks" | "/plans/{id}/indicators") => {
            Thing(See)
        }
        ("GET", "/plans/{id}/actions/{action}" | "/plans/{id}/indicators/{indicator}") => Thing(See),
        _ => return None,
    })
}

/// Deeds in a plan's life.
fn life(method: &str, path: &str) -> Option<About> {
    let rest = path.strip_prefix("/plans/{id}/")?;
    Some(match (method, rest) {
        ("GET", "consultations" | "consultations/{round}" | "consultations/{round}/comments.xlsx") => Thing(See),
        ("POST", "consultations/{round}/comments" | "consultations/{round}/completions") => Thing(Submit),
        (_, rest) if rest.starts_with("consultations") => Thing(Write),
        (_, rest) if rest.starts_with("publications") || rest.starts_with("withdrawals") => Thing(Publish),
        (_, "adoptions/new" | "adoptions" | "extensions/new" | "extensions" | "closings/new" | "closings") => {
            Thing(Approve)
        }
        (_, rest) if rest.contains("/own-activities") => Thing(Submit),
        _ => return None,
    })
}

/// What is written in a plan.
fn content(_method: &str, path: &str) -> Option<About> {
    let rest = path.strip_prefix("/plans/{id}/")?;
    let nouns = [
        "actions",
        "expectations",
        "goals",
        "indicators",
        "matchings",
        "measures",
        "renumberings",
        "revisions",
        "roles",
        "sections",
        "settings",
        "tasks/completions",
        "workbook.xlsx",
        "workbooks",
    ];
    nouns.iter().any(|noun| rest.starts_with(noun)).then_some(Thing(Write))
}

/// The year wheel and the address of one's own calendar.
fn calendar(method: &str, path: &str) -> Option<About> {
    Some(match (method, path) {
        (_, "/calendar" | "/calendar/occasions" | "/calendar/occasions/new" | "/calendar/suggestions/new") => Nothing,
        (_, "/calendar/suggestions" | "/calendar/feed" | "/calendar/feed/revocations") => Nothing,
        // Whoever has the address reads what its owner may see; what of that is whose is asked in the domain's own tests.
        ("GET", "/calendar/feeds/{token}") => Nothing,
        ("GET", "/calendar/occasions/{id}") => Thing(See),
        ("POST", "/calendar/occasions/{id}/completions" | "/calendar/occasions/{id}/reopenings") => Thing(Submit),
        (_, path) if path.starts_with("/calendar/occasions/{id}") => Thing(Write),
        _ => return None,
    })
}

/// The address with the owner's things in it, made anew, and what a form has to say to get as far as the rule that decides.
pub(super) async fn address(world: &World, owner: Owner, path: &str) -> String {
    if let Some(address) = people::address(world, owner, path).await {
        return address;
    }
    if let Some(address) = follow_up::address(world, owner, path).await {
        return address;
    }
    if let Some(address) = own_forms::address(world, owner, path).await {
        return address;
    }
    if let Some(address) = status_reports::address(world, owner, path).await {
        return address;
    }
    let filled = path
        .replace("{goal}", "goal")
        .replace("{action}", "action")
        .replace("{measure}", "measure")
        .replace("{indicator}", "indicator")
        .replace("{section}", "section")
        .replace("{expectation}", "expectation")
        .replace("{file}", "full.html")
        .replace("{name}", "events.csv")
        .replace("{key}", "0.0")
        .replace("{index}", "0")
        .replace("{provider}", "silent")
        .replace("{reason}", "foreign-state");
    if path.starts_with("/plans/imports/{id}") {
        return filled.replace("{id}", &things::import(world, owner).await);
    }
    if path.starts_with("/calendar/") {
        return of_calendar(world, owner, path).await;
    }
    if path.starts_with("/organisation/imports/{id}") {
        return filled.replace("{id}", &things::organisation(world, owner).await);
    }
    if path.starts_with("/audit/events/{id}") {
        return filled.replace("{id}", &things::event(world, owner).await);
    }
    if path.contains("{import}") {
        let (plan, import) = things::workbook(world, owner).await;
        return filled.replace("{id}", plan.as_str()).replace("{import}", &import);
    }
    if path == "/answer-links/{token}" {
        return things::linked(world, owner).await.2.path(world.db());
    }
    if path.contains("{link}") {
        let (plan, round, link) = things::linked(world, owner).await;
        return filled.replace("{id}", plan.as_str()).replace("{round}", round.as_str()).replace("{link}", &link.id);
    }
    if path.contains("{round}") {
        let (plan, round, comment) = things::sent_out(world, owner).await;
        return filled.replace("{id}", plan.as_str()).replace("{round}", round.as_str()).replace("{comment}", &comment);
    }
    if path.starts_with("/plans/{id}") {
        return of_plan(world, owner, path, &filled).await;
    }
    if path.contains("{token}") {
        let person = base::Id::parse(&owner.writer()).unwrap();
        let token = accounts::sign_in_link(world.db(), &person, super::world::TEST).await.unwrap();
        return filled.replace("{token}", &token);
    }
    filled.replace("{id}", &format!("{}-board", owner.0))
}

/// The address of a plan of the owner's, in the state in which the deed can be done.
async fn of_plan(world: &World, owner: Owner, path: &str, filled: &str) -> String {
    if path.ends_with("/restorations") {
        return filled.replace("{id}", things::without_action(world, owner).await.as_str());
    }
    if path == "/plans/{id}/comparisons" {
        return filled.replace("{id}", things::revised(world, owner).await.as_str());
    }
    if matches!(path, "/plans/{id}/indicators/new" | "/plans/{id}/indicators") {
        let plan = things::draft(world, owner).await;
        return format!("{}?action=action", filled.replace("{id}", plan.as_str()));
    }
    let needs_decision =
        ["own-activities", "/follow-up", "/tasks", "publications", "withdrawals", "extensions", "closings"];
    if needs_decision.iter().any(|word| path.contains(word)) || path.ends_with("/revisions") {
        let (plan, own) = things::adopted(world, owner).await;
        return filled.replace("{id}", plan.as_str()).replace("{own}", &own);
    }
    filled.replace("{id}", things::draft(world, owner).await.as_str())
}

/// The address of a route about the year wheel.
async fn of_calendar(world: &World, owner: Owner, path: &str) -> String {
    if path.starts_with("/calendar/occasions/{id}") {
        return path.replace("{id}", things::occasion(world, owner).await.as_str());
    }
    if path == "/calendar/feeds/{token}" {
        return path.replace("{token}", &things::feed(world, owner).await);
    }
    path.replace("{id}", &format!("{}-board", owner.0))
}

/// Fields without which a form names nothing that is there, or that rules would refuse before they ask who sends it.
pub(super) fn fields(path: &str) -> Vec<(&'static str, &'static str)> {
    match path {
        "/plans/{id}/tasks/completions" => vec![("kind", "review"), ("due", "2025-12-31")],
        "/rounds" => vec![("subject", "plan:a-followed"), ("year", "2025")],
        "/rounds/{id}/transfers" => vec![("unit", "a-lead")],
        "/calendar/occasions/{id}/completions" | "/calendar/occasions/{id}/reopenings" => {
            vec![("unit", "a-board"), ("year", "2025")]
        }
        "/plans/{id}/indicators" => vec![("action", "action")],
        "/plans/{id}/actions/{action}/own-activities" => vec![("unit", "a-lead"), ("text", "x")],
        "/plans/{id}/consultations/{round}/comments" => vec![("unit", "a-lead"), ("text", "x")],
        "/plans/{id}/consultations/{round}/completions" => vec![("unit", "a-lead")],
        "/organisation/people/{id}/roles" => {
            vec![("unit", "a-board"), ("role", "staff"), ("reach", "own")]
        }
        _ => Vec::new(),
    }
}

/// Whether the form may hold a file.
pub(super) fn takes_files(path: &str) -> bool {
    matches!(
        path,
        "/plans/imports"
            | "/organisation/imports"
            | "/series"
            | "/series/{id}/readings"
            | "/plans/{id}/workbooks"
            | "/rounds/{id}/reports/{report}/evidence"
    )
}
