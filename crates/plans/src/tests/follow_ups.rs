//! A plan's page of how it is followed up: what other domains say of it, as each viewer sees it.

use axum::http::StatusCode;
use db::testing::engines;
use db::{Db, Engine};
use exchange::{About, Answer, Linked, Related};
use identity::{Verb, Viewer};
use jiff::civil::date;
use web::Module;

use super::fixture::Fixture;

/// A domain that has something about every plan, for those who are signed in.
const OTHER: Module = Module { name: "other", related: Some(related), ..Module::EMPTY };

fn related<'a>(_: &'a Db, viewer: &'a Viewer, about: About<'a>) -> Answer<'a, Option<Related>> {
    let writes = viewer.may(Verb::Write, about.owner_path);
    let linked = Linked {
        title: format!("Uppföljning av {} {}", about.kind, about.id),
        state: "round-related-open",
        day: Some(date(2025, 3, 31)),
        done: Some((3, 12)),
        href: "/rounds/r".to_owned(),
    };
    let related = Related {
        title: "round-related",
        things: if writes { vec![linked] } else { Vec::new() },
        none: "round-related-none",
        deed: writes.then(|| ("round-new", format!("/rounds/new?subject=plan:{}", about.id))),
    };
    Box::pin(async move { Ok(viewer.is_signed_in().then_some(related)) })
}

#[tokio::test]
async fn each_sees_what_there_is_for_them_and_what_they_may_begin() {
    for engine in engines() {
        let fixture = Fixture::beside(engine, &[OTHER]).await;
        let path = fixture.at("/follow-up");
        let mut coordinator = fixture.browser("coordinator").await;
        assert_eq!(coordinator.get(&path).await.status, StatusCode::NOT_FOUND, "a draft is not followed up");
        assert!(!coordinator.get(&fixture.at("")).await.attributes("a", "href").contains(&path));
        fixture.adopt_with(|_| {}).await;
        assert!(coordinator.get(&fixture.at("")).await.attributes("a", "href").contains(&path), "a tab leads there");
        let page = coordinator.get(&path).await;
        let words = page.words();
        for part in ["Uppföljning av plan trygg-i-lindhamn", "Pågår till 31 mars 2025", "3 av 12", "Öppna en insamling"]
        {
            assert!(words.contains(part), "{part}: {words}");
        }
        assert!(page.attributes("a", "href").contains(&"/rounds/new?subject=plan:trygg-i-lindhamn".to_owned()));
        let member = fixture.browser("member").await.get(&path).await;
        assert!(member.words().contains("Planen har inte följts upp än."), "{}", member.words());
        assert!(!member.words().contains("Öppna en insamling"));
    }
}

#[tokio::test]
async fn nothing_is_begun_about_a_closed_plan() {
    let fixture = Fixture::beside(Engine::Sqlite, &[OTHER]).await;
    fixture.adopt_with(|_| {}).await;
    fixture.browser("decider").await.post(&fixture.at("/closings"), &[("reason", "En ny plan tar vid.")]).await;
    let page = fixture.browser("coordinator").await.get(&fixture.at("/follow-up")).await;
    assert!(page.words().contains("3 av 12") && !page.words().contains("Öppna en insamling"), "{}", page.words());
}
