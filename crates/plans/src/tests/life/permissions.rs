//! Who may not.

use db::testing::engines;

use super::super::fixture::Fixture;
use super::{adopt, publish};

const SIGN_IN: u16 = 1;

/// What each persona meets at an address of a draft that is neither adopted nor on consultation.
const OF_A_DRAFT: [(&str, [u16; 5]); 12] = [
    // coordinator, member, reporter, other, anybody
    ("/versions", [200, 200, 404, 404, 404]),
    ("/comparisons?from=1&to=draft", [200, 200, 404, 404, 404]),
    ("/adoptions/new", [200, 403, 403, 404, SIGN_IN]),
    ("/publications/new", [409, 403, 403, 404, SIGN_IN]),
    ("/extensions/new", [409, 403, 403, 404, SIGN_IN]),
    ("/closings/new", [409, 403, 403, 404, SIGN_IN]),
    ("/revisions/abandonment", [200, 403, 403, 404, SIGN_IN]),
    ("/consultations", [200, 200, 404, 404, SIGN_IN]),
    ("/consultations/new", [200, 403, 403, 404, SIGN_IN]),
    ("/consultations/nowhere", [404, 404, 404, 404, SIGN_IN]),
    ("/tasks", [200, 200, 404, 404, SIGN_IN]),
    ("/actions/atgard-1-1/own-activities/new", [409, 403, 404, 404, SIGN_IN]),
];

/// The same once the plan is adopted and published: everybody finds it, and may still not change it.
const OF_A_PUBLIC_PLAN: [(&str, [u16; 5]); 11] = [
    ("/versions", [200, 200, 200, 200, 200]),
    ("/comparisons?from=1&to=1", [200, 200, 200, 200, 200]),
    ("/comparisons?from=1&to=draft", [404, 404, 404, 404, 404]),
    ("/adoptions/new", [409, 403, 403, 403, SIGN_IN]),
    ("/publications/new", [200, 403, 403, 403, SIGN_IN]),
    ("/extensions/new", [200, 403, 403, 403, SIGN_IN]),
    ("/closings/new", [200, 403, 403, 403, SIGN_IN]),
    ("/revisions/abandonment", [409, 403, 403, 403, SIGN_IN]),
    ("/consultations", [200, 200, 404, 404, SIGN_IN]),
    ("/tasks", [200, 200, 404, 404, SIGN_IN]),
    ("/actions/atgard-1-1/own-activities/new", [200, 403, 200, 403, SIGN_IN]),
];

const DEEDS: [&str; 9] = [
    "/adoptions",
    "/publications",
    "/withdrawals",
    "/extensions",
    "/closings",
    "/revisions",
    "/revisions/abandonment",
    "/consultations",
    "/tasks/completions",
];

async fn meets(fixture: &Fixture, expected: &[(&str, [u16; 5])]) {
    for (place, who) in ["coordinator", "member", "reporter", "other", "anybody"].into_iter().enumerate() {
        let mut browser = fixture.browser(who).await;
        for (rest, statuses) in expected {
            let page = browser.get(&fixture.at(rest)).await;
            if statuses[place] == SIGN_IN {
                assert!(page.path.starts_with("/sign-in?back="), "{who} {rest}: {}", page.path);
            } else {
                assert_eq!(page.status.as_u16(), statuses[place], "{who} {rest}");
            }
        }
    }
}

#[tokio::test]
async fn a_draft_is_found_by_its_owner_only() {
    for engine in engines() {
        meets(&Fixture::new(engine).await, &OF_A_DRAFT).await;
    }
}

#[tokio::test]
async fn a_published_plan_is_read_by_all_and_changed_by_its_owner_only() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        adopt(&fixture, &mut coordinator).await;
        publish(&fixture, &mut coordinator).await;
        meets(&fixture, &OF_A_PUBLIC_PLAN).await;
    }
}

#[tokio::test]
async fn nobody_else_changes_the_plan() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        adopt(&fixture, &mut coordinator).await;
        publish(&fixture, &mut coordinator).await;
        let before = fixture.stored(1).await;
        for who in ["member", "reporter", "principal", "other", "anybody"] {
            let mut browser = fixture.browser(who).await;
            for deed in DEEDS {
                let page = browser.post(&fixture.at(deed), &super::DECISION).await;
                let kept_out = page.status == 403 || page.path.starts_with("/sign-in");
                assert!(kept_out, "{who} {deed}: {} {}", page.status, page.path);
            }
        }
        assert_eq!(fixture.stored(1).await, before);
        let plan = crate::Plan::load(fixture.db(), &fixture.plan).await.unwrap().unwrap();
        assert!(plan.published && plan.draft.is_none() && plan.closed_on.is_none() && plan.extended_to.is_none());
    }
}

#[tokio::test]
async fn the_public_is_not_told_who_wrote_what() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut coordinator = fixture.browser("coordinator").await;
    adopt(&fixture, &mut coordinator).await;
    publish(&fixture, &mut coordinator).await;
    let own = coordinator.get(&fixture.at("/versions")).await;
    assert!(own.all(".timeline li")[0].contains("Ronja Exempelsson"));
    let public = fixture.browser("anybody").await.get(&fixture.at("/versions")).await;
    assert!(public.words().contains("Kommunfullmäktige, 24 februari 2025"));
    assert!(!public.text().contains("Ronja"));
}

#[tokio::test]
async fn the_log_tells_the_newest_first_also_when_the_clock_stands_still() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        adopt(&fixture, &mut coordinator).await;
        publish(&fixture, &mut coordinator).await;
        coordinator.post(&fixture.at("/extensions"), &[("to", "2029-06-30"), ("reason", "Nästa plan dröjer.")]).await;
        coordinator.post(&fixture.at("/closings"), &[("reason", "En ny plan tar vid.")]).await;
        let told = coordinator.get(&fixture.at("/versions")).await.all(".timeline li");
        let expected = ["Avslutade", "Förlängde", "Publicerade", "Skrev in beslutet", "Började på planen"];
        assert_eq!(told.len(), expected.len());
        for (line, deed) in told.iter().zip(expected) {
            assert!(line.contains(deed), "{deed}: {told:?}");
        }
    }
}
