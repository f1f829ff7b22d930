//! A report that was begun by mistake is thrown away; one that was published is not.

use axum::http::StatusCode;
use db::testing::engines;
use db::{Engine, Queries, values};

use super::fixture::Fixture;

const SUMMARY: [(&str, &str); 2] = [("text", "Det går framåt."), ("done", "no")];

#[tokio::test]
async fn a_report_begun_by_mistake_is_thrown_away_with_its_texts() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let report = fixture.begun().await;
        let (mut first, mut second) = (fixture.browser("coordinator").await, fixture.browser("second").await);
        let asked = first.get(&format!("{report}/removals/new")).await;
        assert!(asked.words().contains("Inga texter försvinner"), "{}", asked.words());

        first.post(&format!("{report}/sections/summary"), &SUMMARY).await;
        for part in ["analysis", "needs"] {
            second.post(&format!("{report}/sections/goal:mal-1:{part}"), &SUMMARY).await;
        }
        // Saved without a word: nothing is lost with it.
        first.post(&format!("{report}/sections/goal:mal-1:change"), &[("text", " "), ("done", "yes")]).await;
        let asked = first.get(&format!("{report}/removals/new")).await;
        let told = asked.all("main li");
        assert!(asked.words().contains("3 avsnitt med text eller bedömning försvinner"), "{}", asked.words());
        let wanted =
            ["2 avsnitt som Kim Påhittsdotter sparade senast", "1 avsnitt som Ronja Exempelsson sparade senast"];
        assert!(told.ends_with(&wanted.map(str::to_owned)), "{told:?}");

        let page = first.post(&format!("{report}/removals"), &[]).await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/status-reports"));
        assert!(page.words().contains("Lägesrapport 2024: Trygg i Lindhamn är borttagen."), "{}", page.words());
        assert_eq!(first.get(&report).await.status, StatusCode::NOT_FOUND);
        let left = "SELECT COUNT(*) FROM status_report_section";
        assert_eq!(fixture.db().number(left, values![]).await.unwrap(), 0);
        let detail = "SELECT detail FROM audit_event WHERE kind = $1";
        let detail = fixture.db().texts(detail, values!["status_report.removed"]).await.unwrap().remove(0);
        let detail: serde_json::Value = serde_json::from_str(&detail).unwrap();
        assert_eq!((&detail["year"], &detail["texts"]), (&2024.into(), &3.into()));
        assert_eq!(first.post(&format!("{report}/removals"), &[]).await.status, StatusCode::NOT_FOUND);
        assert_ne!(fixture.begun().await, report, "the year is free again");
    }
}

#[tokio::test]
async fn what_is_frozen_may_go_and_what_is_published_stays() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let confirmed = [("confirmed", "true")];
        let report = fixture.begun().await;
        browser.post(&format!("{report}/freezes"), &confirmed).await;
        assert!(browser.get(&report).await.text().contains(&format!("{report}/removals/new")));
        assert_eq!(browser.post(&format!("{report}/removals"), &[]).await.path, "/status-reports");

        let report = fixture.begun().await;
        browser.post(&format!("{report}/freezes"), &confirmed).await;
        browser.post(&format!("{report}/publications"), &[]).await;
        assert!(!browser.get(&report).await.text().contains("/removals/new"), "it is not offered");
        for page in [
            browser.get(&format!("{report}/removals/new")).await,
            browser.post(&format!("{report}/removals"), &[]).await,
        ] {
            assert_eq!(page.status, StatusCode::CONFLICT);
            assert!(page.words().contains("Rapporten är publicerad och kan inte tas bort"), "{}", page.words());
        }

        // A correction that was begun by mistake goes, and another can be begun; what it was to correct is still read.
        let correct = [("reason", "Fel antal i mål 1.")];
        let second = browser.post(&format!("{report}/corrections"), &correct).await.path;
        let asked = browser.get(&format!("{second}/removals/new")).await;
        assert!(asked.words().contains("Utgåva 1 är publicerad och finns kvar"), "{}", asked.words());
        browser.post(&format!("{second}/removals"), &[]).await;
        assert_eq!(browser.get(&second).await.status, StatusCode::NOT_FOUND);
        assert_eq!(fixture.browser("anybody").await.get(&report).await.status, StatusCode::OK);
        let again = browser.post(&format!("{report}/corrections"), &correct).await;
        assert!(again.path != second && again.words().contains("Rättar utgåva 1"), "{}", again.words());
    }
}

#[tokio::test]
async fn only_whoever_may_write_the_report_throws_it_away() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let report = fixture.begun().await;
    for (who, status) in [("member", 403), ("reporter", 403), ("other", 404), ("anybody", 401)] {
        let mut browser = fixture.browser(who).await;
        for page in [
            browser.get(&format!("{report}/removals/new")).await,
            browser.post(&format!("{report}/removals"), &[]).await,
        ] {
            let got = if page.path.starts_with("/sign-in") { 401 } else { page.status.as_u16() };
            assert_eq!(got, status, "{who}: {}", page.words());
        }
    }
    let desk = fixture.browser("member").await.get(&report).await;
    assert!(desk.status == StatusCode::OK && !desk.text().contains("/removals/new"));
}
