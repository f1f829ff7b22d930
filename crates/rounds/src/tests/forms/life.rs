//! The life of a form: begun from a ready one, published and then never changed, revised, given up, closed.

use axum::http::StatusCode;
use db::testing::engines;

use super::fixture::{Fixture, send};

#[tokio::test]
async fn a_form_is_begun_from_a_ready_one_or_empty() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let new = browser.get("/forms/new").await;
        let refused = send(&mut browser, &new, "/forms", &[("owner", "")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.attributes("[data-error-summary] a", "href"), ["#from", "#owner"]);

        let ready = send(&mut browser, &new, "/forms", &[("from", "readiness"), ("owner", "lindhamn")]).await;
        assert_eq!(ready.status, StatusCode::OK, "{}", ready.words());
        for text in ["Så står vi rustade", "Skolenhet", "6 frågor", "15 minuter", "1 enhet"] {
            assert!(ready.text().contains(text), "{text}");
        }
        let written = [
            ("from", "empty"),
            ("owner", "lindhamn"),
            ("title", "Åtta frågor"),
            ("unit_kind", "administration"),
            ("minutes", "5"),
        ];
        let empty = send(&mut browser, &new, "/forms", &written).await;
        assert!(empty.words().contains("Skriv minst en fråga."), "{}", empty.words());
        let missing = send(&mut browser, &new, "/forms", &[("from", "empty"), ("owner", "lindhamn")]).await;
        assert_eq!(missing.attributes("[data-error-summary] a", "href"), ["#title", "#unit_kind", "#minutes"]);
        let foreign = send(&mut browser, &new, "/forms", &[("from", "readiness"), ("owner", "ekvik")]).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN);

        let list = browser.get("/forms").await;
        assert_eq!(list.all("tbody th"), ["Statistik om våld", "Så står vi rustade", "Åtta frågor"]);
        let other = fixture.browser("other").await.get("/forms").await;
        assert_eq!(other.all("tbody th"), [""; 0], "another municipality's forms are not listed");
    }
}

#[tokio::test]
async fn what_is_published_never_changes_and_a_new_version_begins_from_it() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let published = fixture.publish().await;
        assert_eq!(published.status, StatusCode::OK, "{}", published.words());
        let before = fixture.definition(1).await;
        let mut browser = fixture.browser("coordinator").await;
        for page in ["/questions/cases/removals", "/parts", "/publications", "/abandonment"] {
            let fields = [("title", "Sist"), ("revision", "1")];
            let status = browser.post(&fixture.at(page), &fields).await.status;
            assert_eq!(status, StatusCode::CONFLICT, "{page}");
        }
        assert_eq!(browser.get(&fixture.at("/questions/cases")).await.status, StatusCode::CONFLICT);

        browser.post(&fixture.at("/revisions"), &[]).await;
        assert_eq!(browser.post(&fixture.at("/revisions"), &[]).await.status, StatusCode::CONFLICT, "one at a time");
        browser.post(&fixture.at("/questions/cases-minors/removals"), &[]).await;
        assert_eq!(fixture.definition(1).await, before);
        assert!(fixture.definition(2).await.field("cases-minors").is_none());
        let own = fixture.own().await;
        assert_eq!((own.published, own.draft), (Some(1), Some(2)));
        assert!(browser.get(&fixture.at("")).await.words().contains("Version 1 gäller tills den nya publiceras."));

        browser.post(&fixture.at("/abandonment"), &[]).await;
        let own = fixture.own().await;
        assert_eq!((own.published, own.draft), (Some(1), None));
        browser.post(&fixture.at("/revisions"), &[]).await;
        assert_eq!(fixture.definition(2).await, before, "begun again from what is published");
        fixture.publish().await;
        assert_eq!(fixture.own().await.published, Some(2));
    }
}

#[tokio::test]
async fn somebody_elses_change_since_the_question_stops_a_publication() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let asked = browser.get(&fixture.at("/publications/new")).await;
        browser.post(&fixture.at("/questions/cases/moves"), &[("to", "down")]).await;
        let refused = send(&mut browser, &asked, &fixture.at("/publications"), &[]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert_eq!(fixture.own().await.published, None);
    }
}

#[tokio::test]
async fn a_draft_that_was_never_published_goes_whole_and_a_closed_form_stays_to_be_read() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let new = browser.get("/forms/new").await;
        let begun = send(&mut browser, &new, "/forms", &[("from", "readiness"), ("owner", "lindhamn")]).await;
        let asked = browser.get(&format!("{}/abandonment/new", begun.path)).await;
        assert!(asked.words().contains("Det försvinner helt."));
        let gone = browser.post(&format!("{}/abandonment", begun.path), &[]).await;
        assert_eq!((gone.path.as_str(), gone.status), ("/forms", StatusCode::OK));
        assert_eq!(browser.get(&begun.path).await.status, StatusCode::NOT_FOUND);

        fixture.publish().await;
        browser.get(&fixture.at("/closings/new")).await;
        let closed = browser.post(&fixture.at("/closings"), &[]).await;
        assert!(closed.words().contains("Formuläret avslutades 1 mars 2025."), "{}", closed.words());
        assert_eq!(browser.post(&fixture.at("/revisions"), &[]).await.status, StatusCode::CONFLICT);
        assert_eq!(fixture.browser("member").await.get(&fixture.at("")).await.status, StatusCode::OK);
    }
}
