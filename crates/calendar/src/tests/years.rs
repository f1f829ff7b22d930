//! The year as a page: days of all domains, month by month.

use db::testing::engines;

use super::fixture::{Fixture, tertial};
use crate::occasion::NewOccasion;

#[tokio::test]
async fn the_year_gathers_the_days_of_all_domains_by_month() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let over = NewOccasion {
            name: "Utvärdering".to_owned(),
            from: "2025-12-01".to_owned(),
            to: "2026-01-31".to_owned(),
            every: "2".to_owned(),
            ..tertial()
        };
        fixture.occasion(&over).await;
        let mut reporter = fixture.browser("reporter").await;
        let page = reporter.get("/calendar").await;
        assert_eq!(page.all("h1"), ["Årshjul 2025"]);
        assert_eq!(page.all("main h2"), ["Maj", "November", "December"]);
        assert_eq!(page.all("main tbody th"), ["1–20 maj", "30 november", "1 december – 31 januari 2026"]);
        assert_eq!(page.all("svg.wheel path").len(), 3);
        assert_eq!(page.attributes("svg.wheel", "aria-hidden"), ["true"]);
        let next = reporter.get("/calendar?year=2026").await;
        assert_eq!(next.all("main h2"), ["Januari", "Maj"], "it began the year before, and is no more in December");
        assert_eq!(next.all("main tbody th"), ["1 december 2025 – 31 januari", "1–20 maj"]);
        assert_eq!(reporter.get("/calendar?year=x").await.all("h1"), ["Årshjul 2025"]);
        let other = fixture.browser("other").await.get("/calendar").await;
        assert_eq!(other.all("main tbody th"), ["30 november"], "another municipality's year is not theirs");
        let empty = fixture.browser("other").await.get("/calendar?year=2031").await;
        assert!(empty.words().contains("Våra förslag"), "{}", empty.words());
    }
}
