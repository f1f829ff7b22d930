//! Taking back what was handed in: who may, until when, and what then counts as on time.

use db::testing::engines;

use super::fixture::{COMPLETE, Fixture, SOCIAL};

const FIRST: &str = "SELECT first_submitted_on FROM report WHERE first_submitted_on IS NOT NULL";
const UNREVIEWED: &str = "SELECT COUNT(*) FROM report WHERE state = 'submitted'";

/// What was saved when the form was opened, as the browser sends it along.
const WAS: [(&str, &str); 4] =
    [("was-status", "ongoing"), ("was-andel.part", "9"), ("was-andel.of", "20"), ("was-text", "Två kurser.")];

#[tokio::test]
async fn what_nobody_has_reviewed_is_taken_back_by_those_who_answer() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        fixture.submit("reporter", &report, &COMPLETE).await;
        let back = format!("{report}/withdrawals");
        for (who, status) in [("schools", 404), ("police", 404), ("other", 404), ("member", 403)] {
            assert_eq!(fixture.browser(who).await.post(&back, &[]).await.status, status, "{who}");
        }
        assert_eq!(fixture.number(UNREVIEWED).await, 1);
        let mut reporter = fixture.browser("reporter").await;
        let page = reporter.get(&report).await;
        assert_eq!(page.all(&format!("form[action='{back}']")).len(), 1, "{}", page.words());
        for _ in 0..2 {
            let page = reporter.post(&back, &[]).await;
            assert_eq!(
                (page.path.as_str(), page.all("textarea#text")),
                (report.as_str(), vec!["Två kurser.".to_owned()])
            );
        }
        assert_eq!(fixture.text("SELECT state FROM report WHERE typed <> '{}'").await, "draft");
        assert_eq!(fixture.number("SELECT COUNT(*) FROM report_figure").await, 0, "its figures go as they came");
        assert_eq!(fixture.number("SELECT COUNT(*) FROM report_step WHERE kind = 'withdrawn'").await, 1);
        assert_eq!(fixture.number("SELECT COUNT(*) FROM audit_event WHERE kind = 'report.withdrawn'").await, 1);
        assert!(reporter.get(&report).await.all(".timeline li").join(" ").contains("Tog tillbaka"));
        let manager = fixture.browser("manager").await.post(&format!("{report}/approvals"), &[]).await;
        assert_eq!(manager.status, 409, "there is nothing to approve");
        assert_eq!(fixture.submit("reporter", &report, &[&COMPLETE[..], &WAS[..]].concat()).await.status, 200);
        assert_eq!(fixture.number(UNREVIEWED).await, 1);
    }
}

#[tokio::test]
async fn what_was_reviewed_or_is_closed_is_not_taken_back() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let (first, third) = (fixture.report(&round, "ett", SOCIAL).await, fixture.report(&round, "tre", SOCIAL).await);
        for report in [&first, &third] {
            fixture.submit("reporter", report, &COMPLETE).await;
        }
        fixture.browser("manager").await.post(&format!("{first}/approvals"), &[]).await;
        let mut reporter = fixture.browser("reporter").await;
        let page = reporter.post(&format!("{first}/withdrawals"), &[]).await;
        assert_eq!(page.status, 409, "{}", page.words());
        fixture.day("2025-04-16");
        let mut reporter = fixture.browser("reporter").await;
        assert_eq!(reporter.post(&format!("{third}/withdrawals"), &[]).await.status, 409, "the round has closed");
        assert!(reporter.get(&third).await.all("form[action$='/withdrawals']").is_empty());
        let longer = [("unit", SOCIAL), ("until", "2025-04-30"), ("reason", "Ny handläggare.")];
        fixture.browser("coordinator").await.post(&format!("{round}/extensions"), &longer).await;
        assert_eq!(reporter.post(&format!("{third}/withdrawals"), &[]).await.status, 200, "until the longer time ends");
    }
}

#[tokio::test]
async fn only_what_was_not_taken_back_counts_as_handed_in_on_time() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let again = [&COMPLETE[..], &WAS[..]].concat();
        let back = format!("{report}/withdrawals");
        let warned = async || fixture.browser("reporter").await.get(&report).await.words().contains("räknas som sent");
        fixture.submit("reporter", &report, &COMPLETE).await;
        assert!(!warned().await);
        fixture.day("2025-04-02");
        assert!(warned().await, "it came on time and would not again");
        fixture.browser("reporter").await.post(&back, &[]).await;
        assert_eq!(fixture.text(FIRST).await, "", "it never came");
        fixture.submit("reporter", &report, &again).await;
        assert_eq!(fixture.text(FIRST).await, "2025-04-02", "so it is late");
        // What was returned had come: taking its completion back changes nothing in that.
        fixture.browser("manager").await.post(&format!("{report}/returns"), &[("note", "Skriv mer.")]).await;
        fixture.day("2025-04-05");
        fixture.submit("reporter", &report, &again).await;
        fixture.browser("reporter").await.post(&back, &[]).await;
        assert_eq!(fixture.text(FIRST).await, "2025-04-02");
    }
}
