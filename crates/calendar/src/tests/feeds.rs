//! A calendar's own address: made and shown once, read without a session, taken back, and never more than its owner may see.

use axum::body::Body;
use axum::http::Request;
use db::testing::engines;
use db::{Actor, Event, Queries, values};
use icalendar::{Calendar, CalendarComponent, Component};
use web::testing::{Browser, Page};

use super::fixture::{Fixture, id};

/// Makes an address, and gives it without the site's own.
pub(super) async fn make(browser: &mut Browser) -> String {
    let page = browser.post("/calendar/feed", &[]).await;
    let address = page.all("#feed-address").remove(0);
    address.strip_prefix("http://localhost:3000").unwrap().to_owned()
}

fn body(page: &Page) -> String {
    String::from_utf8(page.bytes.clone()).unwrap()
}

/// The days that a feed holds, each as title, first day, day after the last, address.
fn read(page: &Page) -> Vec<(String, String, String, String)> {
    let calendar: Calendar = body(page).parse().unwrap();
    let text = |event: &icalendar::Event, name: &str| event.property_value(name).unwrap_or_default().to_owned();
    let events = calendar.components.iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events
        .map(|event| {
            assert_eq!(event.get_start().is_some(), event.get_timestamp().is_some());
            let title = event.get_summary().unwrap_or_default().to_owned();
            (title, text(event, "DTSTART"), text(event, "DTEND"), text(event, "URL"))
        })
        .collect()
}

#[tokio::test]
async fn a_feed_holds_the_days_of_its_owner_with_titles_and_links_alone() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let feed = make(&mut fixture.browser("reporter").await).await;
        let mut calendar = fixture.browser("anybody").await;
        let page = calendar.get(&feed).await;
        assert_eq!(page.status, 200);
        let answer = calendar.raw(Request::get(&feed).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.headers()["content-type"], "text/calendar; charset=utf-8");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        let days = read(&page);
        let at = |rest: &str| format!("http://localhost:3000{rest}");
        let may = ("T1, Lindhamns kommun".to_owned(), "20250501".to_owned(), "20250521".to_owned());
        assert_eq!(days[0], (may.0, may.1, may.2, at(&fixture.at("?year=2025"))));
        assert_eq!(days[1].0, "Det står i årshjulet för Länet; Norr, Syd.", "what the format uses itself is read back");
        assert_eq!((days[1].1.as_str(), days[1].2.as_str()), ("20251130", "20251201"));
        assert_eq!(days.len(), 2);
        assert!(!body(&page).contains("Följ upp januari"), "what is to be done stands behind the link");
        assert!(body(&page).lines().all(|line| line.len() <= 75), "long lines are folded");
        assert_eq!(body(&page), body(&calendar.get(&feed).await), "an event keeps its id");
        assert_eq!(calendar.get(feed.trim_end_matches(".ics")).await.status, 200);
    }
}

#[tokio::test]
async fn what_was_taken_back_renewed_or_never_made_leads_nowhere() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut reporter = fixture.browser("reporter").await;
        let mut calendar = fixture.browser("anybody").await;
        assert!(reporter.get("/calendar/feed").await.words().contains("Gör en adress"));
        let first = make(&mut reporter).await;
        assert!(!body(&reporter.get("/calendar/feed").await).contains(&first), "it is shown once");
        let stored = fixture.db().texts("SELECT token_hash FROM calendar_feed", values![]).await.unwrap();
        assert!(!first.contains(&stored[0]), "only a hash is kept");
        let second = make(&mut reporter).await;
        assert_eq!(calendar.get(&first).await.status, 404);
        assert_eq!(calendar.get(&second).await.status, 200);
        let page = reporter.post("/calendar/feed/revocations", &[]).await;
        assert!(page.words().contains("Den fungerar inte längre."), "{}", page.words());
        assert_eq!(calendar.get(&second).await.status, 404);
        assert_eq!(reporter.post("/calendar/feed/revocations", &[]).await.status, 200, "twice is once");
        assert_eq!(calendar.get("/calendar/feeds/x").await.status, 404);
        assert!(calendar.get("/calendar/feed").await.path.starts_with("/sign-in"));
    }
}

#[tokio::test]
async fn roles_are_looked_up_at_each_reading_and_a_closed_account_has_no_feed() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let feed = make(&mut fixture.browser("reporter").await).await;
        let mut calendar = fixture.browser("anybody").await;
        let write = async |sql: &str| {
            let change = fixture.db().change(Actor::Command("test")).await.unwrap();
            change.execute(sql, values![]).await.unwrap();
            change.commit(Event::new("person.changed", "person", &id("reporter"))).await.unwrap();
        };
        assert_eq!(read(&calendar.get(&feed).await).len(), 2);
        write("UPDATE person_role SET valid_to = '2025-02-28' WHERE person_id = 'reporter'").await;
        assert_eq!(read(&calendar.get(&feed).await).len(), 1, "only what is everybody's");
        write("UPDATE person SET active = FALSE WHERE id = 'reporter'").await;
        assert_eq!(calendar.get(&feed).await.status, 404);
    }
}

#[tokio::test]
async fn the_calendar_speaks_the_language_of_its_owner() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let change = fixture.db().change(Actor::Command("test")).await.unwrap();
        change.execute("UPDATE person SET language = 'en' WHERE id = 'reporter'", values![]).await.unwrap();
        change.commit(Event::new("person.changed", "person", &id("reporter"))).await.unwrap();
        let feed = make(&mut fixture.browser("reporter").await).await;
        let days = read(&fixture.browser("anybody").await.get(&feed).await);
        assert_eq!(days[1].0, "It stands in the year wheel of Länet; Norr, Syd.");
    }
}
