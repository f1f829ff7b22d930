//! Writing and handing in: drafts, faults, last year's answers, two at once, twice the same.

use db::testing::engines;

use super::fixture::{COMPLETE, Fixture, SCHOOLS, SOCIAL};

const STATE: &str = "SELECT state FROM report WHERE first_submitted_on IS NOT NULL OR typed <> '{}'";

#[tokio::test]
async fn a_draft_is_kept_as_it_was_typed() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let mut reporter = fixture.browser("reporter").await;
        let typed = [("andel.part", "nio"), ("text", "Vi har börjat.\r\nMer kommer."), ("deed", "save")];
        let page = reporter.post(&report, &typed).await;
        assert_eq!(page.status, 200, "{}", page.words());
        assert_eq!(page.attributes("[name='andel.part']", "value"), ["nio"], "also what cannot be right is kept");
        assert_eq!(page.all("textarea#text"), ["Vi har börjat. Mer kommer."]);
        assert_eq!(fixture.text(STATE).await, "draft");
        assert_eq!(fixture.number("SELECT COUNT(*) FROM report_figure").await, 0, "a draft's figures count nowhere");
    }
}

#[tokio::test]
async fn faults_are_told_and_nothing_is_lost() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let typed = [("andel.part", "21"), ("andel.of", "20"), ("text", "Fler än alla.")];
        let page = fixture.submit("reporter", &report, &typed).await;
        assert_eq!(page.status, 422, "{}", page.words());
        assert_eq!(page.all(".error-summary a, [role=alert] a").len(), 2, "status and share: {}", page.words());
        assert_eq!(page.attributes("[name='andel.part']", "value"), ["21"]);
        assert_eq!(page.all("textarea#text"), ["Fler än alla."]);
        assert_eq!(fixture.text(STATE).await, "draft");
        let again = fixture.browser("reporter").await.get(&report).await;
        assert_eq!(again.all("textarea#text"), ["Fler än alla."], "it was saved all the same");
    }
}

#[tokio::test]
async fn decimal_commas_spaces_and_reasons_are_understood() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let typed = [("status", "done"), ("andel.part", "1 200"), ("andel.of", "1 500")];
        let page = fixture.submit("reporter", &report, &typed).await;
        assert_eq!(page.status, 200, "{}", page.words());
        let figure = "SELECT part || ' of ' || whole FROM report_figure WHERE series = 'serie-andel'";
        assert_eq!(fixture.text(figure).await, "1200 of 1500");
        let other = fixture.report(&round, "tre", SOCIAL).await;
        let without = [("status", "done"), ("andel.reason", "Utbildningen är ny.")];
        assert_eq!(fixture.submit("reporter", &other, &without).await.status, 200);
        assert_eq!(fixture.number("SELECT COUNT(*) FROM report_figure").await, 1, "a gap is no figure");
    }
}

#[tokio::test]
async fn handing_in_twice_counts_once() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let next = fixture.report(&round, "tre", SOCIAL).await;
        for _ in 0..2 {
            let page = fixture.submit("reporter", &report, &COMPLETE).await;
            assert_eq!(
                (page.status.as_u16(), page.path.as_str()),
                (200, next.as_str()),
                "on to the next: {}",
                page.words()
            );
        }
        assert_eq!(fixture.number("SELECT COUNT(*) FROM report_step WHERE kind = 'submitted'").await, 1);
        assert_eq!(fixture.number("SELECT COUNT(*) FROM audit_event WHERE kind = 'report.submitted'").await, 1);
        let other = [("status", "done"), ("andel.part", "1"), ("andel.of", "2")];
        let page = fixture.submit("reporter", &report, &other).await;
        assert_eq!(page.status, 409, "what is in cannot be changed by sending something else");
        assert!(page.words().contains("Redovisningen är inlämnad"), "{}", page.words());
    }
}

#[tokio::test]
async fn two_who_write_at_once_lose_nothing() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let (mut one, mut two) = (fixture.browser("reporter").await, fixture.browser("second").await);
        one.post(&report, &[("status", "ongoing"), ("text", "Ettans text."), ("deed", "save")]).await;
        // The other had opened the empty form and fills in another field.
        let page = two.post(&report, &[("andel.part", "1"), ("andel.of", "2"), ("deed", "save")]).await;
        assert_eq!(page.all("textarea#text"), ["Ettans text."]);
        assert_eq!(page.attributes("[name='andel.of']", "value"), ["2"]);
        // Both write the same field.
        let page = two.post(&report, &[("text", "Tvåans text."), ("status", "ongoing"), ("deed", "save")]).await;
        assert_eq!(page.status, 422, "{}", page.words());
        assert!(page.words().contains("Ettans text.") && page.words().contains("Tvåans text."), "{}", page.words());
        let kept = [
            ("text", "Tvåans text."),
            ("keep-text", "theirs"),
            ("was-status", "ongoing"),
            ("status", "done"),
            ("deed", "save"),
        ];
        let page = two.post(&report, &kept).await;
        assert_eq!(page.all("textarea#text"), ["Ettans text."]);
        assert_eq!(page.attributes("input[name=status][checked]", "value"), ["done"]);
    }
}

#[tokio::test]
async fn last_years_answer_stands_beside_and_can_be_confirmed_or_taken_over() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let before = fixture.open(2023).await;
        for item in ["ett", "tre"] {
            let report = fixture.report(&before, item, SOCIAL).await;
            assert_eq!(fixture.submit("reporter", &report, &COMPLETE).await.status, 200);
        }
        let round = fixture.open(2024).await;
        let (first, third) = (fixture.report(&round, "ett", SOCIAL).await, fixture.report(&round, "tre", SOCIAL).await);
        let mut reporter = fixture.browser("reporter").await;
        let page = reporter.get(&first).await;
        assert!(page.words().contains("45 % (9 av 20)"), "{}", page.words());
        assert!(page.words().contains("Två kurser."));
        reporter.post(&first, &[("andel.reason", "Vi räknar om."), ("deed", "save")]).await;
        let page = reporter.post(&format!("{first}/confirmations"), &[]).await;
        assert_eq!(page.status, 200, "{}", page.words());
        let unchanged = "SELECT COUNT(*) FROM report WHERE unchanged AND state = 'submitted'";
        assert_eq!(fixture.number(unchanged).await, 1);
        assert_eq!(fixture.number("SELECT COUNT(*) FROM report_figure").await, 3, "the figure too is confirmed");
        let kept = "SELECT typed FROM report WHERE unchanged";
        assert!(!fixture.text(kept).await.contains("reason"), "what the draft said besides is not confirmed");
        let page = reporter.post(&format!("{third}/takeovers"), &[]).await;
        assert_eq!(page.all("textarea#text"), ["Två kurser."]);
        assert_eq!(page.attributes("[name='andel.part']", "value"), [""], "figures are asked anew");
        let schools = fixture.report(&round, "ett", SCHOOLS).await;
        let page = fixture.browser("schools").await.post(&format!("{schools}/confirmations"), &[]).await;
        assert_eq!(page.status, 409, "there is nothing to confirm");
    }
}

#[tokio::test]
async fn what_comes_late_is_kept_and_needs_longer_time() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        fixture.day("2025-04-16");
        let page = fixture.submit("reporter", &report, &COMPLETE).await;
        assert_eq!(page.status, 409);
        assert!(page.words().contains("Insamlingen har stängt"), "{}", page.words());
        let kept = fixture.browser("reporter").await.get(&report).await;
        assert_eq!(kept.all("textarea#text"), ["Två kurser."], "nothing is lost");
        let longer = [("unit", SOCIAL), ("until", "2025-04-30"), ("reason", "Ny handläggare.")];
        let mut coordinator = fixture.browser("coordinator").await;
        let page = coordinator.post(&format!("{round}/extensions"), &longer).await;
        assert!(page.words().contains("Ny handläggare."), "the exception is logged: {}", page.words());
        assert_eq!(fixture.submit("reporter", &report, &COMPLETE).await.status, 200);
        fixture.day("2025-05-01");
        let other = fixture.report(&round, "tre", SOCIAL).await;
        assert_eq!(fixture.submit("reporter", &other, &COMPLETE).await.status, 409, "the longer time is over too");
    }
}

#[tokio::test]
async fn what_one_answers_for_all_is_asked_of_who_leads() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let (leads, takes_part) =
            (fixture.report(&round, "ett", SOCIAL).await, fixture.report(&round, "ett", SCHOOLS).await);
        let own = fixture.browser("reporter").await.get(&leads).await;
        assert!(own.words().contains("Antal kommuner"), "{}", own.words());
        let other = fixture.browser("schools").await.get(&takes_part).await;
        assert!(!other.words().contains("Antal kommuner"), "{}", other.words());
        let answer = [&COMPLETE[..], &[("antal", "yes")]].concat();
        fixture.submit("reporter", &leads, &answer).await;
        fixture.submit("schools", &takes_part, &answer).await;
        let whose = "SELECT COUNT(*) FROM report x WHERE x.typed LIKE '%antal%'";
        assert_eq!(fixture.number(whose).await, 1, "what was not asked is not kept");
        let page = fixture.browser("coordinator").await.get(&takes_part).await;
        assert_eq!(
            page.words().matches("Antal kommuner").count(),
            1,
            "the lead's answer stands beside: {}",
            page.words()
        );
    }
}

#[tokio::test]
async fn a_comment_that_was_not_sent_stays_on_the_page() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let mut reporter = fixture.browser("reporter").await;
        let fields = [("text", "Halvt."), ("comment", "Vi väntar på siffror."), ("deed", "save")];
        let page = reporter.post(&report, &fields).await;
        assert!(page.words().contains("Din kommentar är inte skickad än"), "{}", page.words());
        assert_eq!(page.all("textarea#comment-text"), ["Vi väntar på siffror."]);
        assert_eq!(page.all("textarea#text"), ["Halvt."], "what else was typed is saved");
        let complete =
            [&COMPLETE[..], &[("was-text", "Halvt."), ("comment", "Klart nu."), ("deed", "submit")]].concat();
        let page = reporter.post(&report, &complete).await;
        assert_eq!(page.all("textarea#comment-text"), ["Klart nu."], "{}", page.words());
        assert_eq!(fixture.text("SELECT DISTINCT state FROM report WHERE state <> 'expected'").await, "submitted");
    }
}
