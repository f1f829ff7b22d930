//! Reviewing: return with notes per field, approve, lock, unlock with a reason; who may.

use db::testing::engines;

use super::fixture::{COMPLETE, Fixture, POLICE, SCHOOLS, SOCIAL};

#[tokio::test]
async fn a_report_goes_back_with_a_note_at_the_field_and_comes_again() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        fixture.submit("reporter", &report, &COMPLETE).await;
        let mut manager = fixture.browser("manager").await;
        let page = manager.get(&report).await;
        assert!(page.words().contains("45 % (9 av 20)"), "{}", page.words());
        let page =
            manager.post(&format!("{report}/returns"), &[("note", ""), ("note-andel", "Gäller det alla?")]).await;
        assert_eq!(page.status, 200, "{}", page.words());
        let mut reporter = fixture.browser("reporter").await;
        let page = reporter.get(&report).await;
        assert!(page.words().contains("Gäller det alla?"), "{}", page.words());
        assert_eq!(page.all("textarea#text"), ["Två kurser."], "what was handed in is there to go on with");
        let work = crate::MODULE.work.unwrap()(fixture.db(), &fixture.viewer("reporter").await).await.unwrap();
        assert_eq!(work[0].what.key, "round-work-returned");
        let again = [("status", "ongoing"), ("andel.part", "12"), ("andel.of", "20"), ("text", "Två kurser.")];
        let fields = [
            &again[..],
            &[("was-andel.part", "9"), ("was-andel.of", "20"), ("was-text", "Två kurser."), ("was-status", "ongoing")],
        ]
        .concat();
        assert_eq!(fixture.submit("reporter", &report, &fields).await.status, 200);
        assert_eq!(fixture.number("SELECT part FROM report_figure").await, 12);
        let page = manager.post(&format!("{report}/approvals"), &[]).await;
        assert_eq!(page.status, 200);
        let page = manager.get(&report).await;
        let steps = page.all(".timeline li").join(" | ");
        for (word, count) in [("Lämnade in", 2), ("Skickade tillbaka", 1), ("Godkände", 1)] {
            assert_eq!(steps.matches(word).count(), count, "{steps}");
        }
        let kept = "SELECT COUNT(*) FROM report_step WHERE typed LIKE '%\"9\"%'";
        assert_eq!(fixture.number(kept).await, 1, "what was handed in first is kept as it was");
    }
}

#[tokio::test]
async fn what_was_on_time_stays_on_time_when_it_is_returned() {
    let (fixture, round) = Fixture::with_round(db::Engine::Sqlite).await;
    let report = fixture.report(&round, "ett", SOCIAL).await;
    fixture.submit("reporter", &report, &COMPLETE).await;
    fixture.day("2025-04-02");
    fixture.browser("manager").await.post(&format!("{report}/returns"), &[("note", "Skriv mer.")]).await;
    let fields = [&COMPLETE[..], &[("text", "Mer."), ("was-text", "Två kurser.")]].concat();
    fixture.submit("reporter", &report, &fields).await;
    assert_eq!(fixture.text("SELECT first_submitted_on FROM report WHERE state = 'submitted'").await, "2025-03-01");
}

#[tokio::test]
async fn what_is_locked_opens_only_with_a_reason() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        fixture.submit("reporter", &report, &COMPLETE).await;
        let mut manager = fixture.browser("manager").await;
        assert_eq!(manager.post(&format!("{report}/locks"), &[]).await.status, 409, "only what is approved");
        manager.post(&format!("{report}/approvals"), &[]).await;
        assert_eq!(manager.post(&format!("{report}/locks"), &[]).await.status, 200);
        assert_eq!(fixture.submit("reporter", &report, &[("text", "Annat")]).await.status, 409);
        assert_eq!(manager.post(&format!("{report}/unlockings"), &[("reason", " ")]).await.status, 422);
        let page = manager.post(&format!("{report}/unlockings"), &[("reason", "Fel siffra.")]).await;
        assert_eq!(page.status, 200);
        let page = fixture.browser("reporter").await.get(&report).await;
        assert!(page.words().contains("Fel siffra.") && page.all("textarea#text").len() == 1, "{}", page.words());
    }
}

#[tokio::test]
async fn who_is_excused_owes_nothing_and_can_be_asked_again() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "tre", POLICE).await;
        let mut coordinator = fixture.browser("coordinator").await;
        assert_eq!(coordinator.post(&format!("{report}/exemptions"), &[("reason", "")]).await.status, 422);
        coordinator.post(&format!("{report}/exemptions"), &[("reason", "Omorganisation.")]).await;
        let page = fixture.browser("police").await.get(&report).await;
        assert!(page.words().contains("Undantag: Omorganisation."), "{}", page.words());
        let overview = coordinator.get(&round).await;
        assert!(overview.words().contains("0 av 4"), "{}", overview.words());
        assert_eq!(fixture.submit("police", &report, &COMPLETE).await.status, 409);
        coordinator.post(&format!("{report}/expectations"), &[]).await;
        assert_eq!(fixture.submit("police", &report, &COMPLETE).await.status, 200);
    }
}

#[tokio::test]
async fn each_step_belongs_to_somebody() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        for (who, status) in [("schools", 404), ("police", 404), ("other", 404), ("member", 403), ("coordinator", 200)]
        {
            let page = fixture.submit(who, &report, &COMPLETE).await;
            assert_eq!(page.status, status, "{who} hands in: {}", page.words());
        }
        for (who, status) in [("reporter", 403), ("schools", 403), ("member", 403), ("other", 404), ("manager", 200)] {
            let page = fixture.browser(who).await.post(&format!("{report}/approvals"), &[]).await;
            assert_eq!(page.status, status, "{who} approves");
        }
        for (who, status) in [("reporter", 403), ("manager", 403), ("coordinator", 409)] {
            let reason = [("reason", "Semester.")];
            let page = fixture.browser(who).await.post(&format!("{report}/exemptions"), &reason).await;
            assert_eq!(page.status, status, "{who} excuses");
        }
    }
}

#[tokio::test]
async fn all_that_a_body_handed_in_is_approved_at_once() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        for item in ["ett", "tre"] {
            let report = fixture.report(&round, item, SOCIAL).await;
            fixture.submit("reporter", &report, &COMPLETE).await;
        }
        let all = format!("{round}/bodies/{SOCIAL}/approvals");
        let mut schools = fixture.browser("schools").await;
        assert_eq!(schools.post(&all, &[]).await.status, 403);
        assert_eq!(schools.get(&format!("{all}/new")).await.status, 403);
        let mut manager = fixture.browser("manager").await;
        let page = manager.get(&format!("{all}/new")).await;
        assert_eq!(page.all("main ul.stack a"), ["1.1 Åtgärd 1.1", "2.1 Åtgärd 2.1"], "{}", page.words());
        let shown = page.attributes("input[name=report]", "value");
        let page = manager.post(&all, &[]).await;
        assert!(page.words().contains("Inget av det väntar"), "what was not shown is not approved: {}", page.words());
        let fields: Vec<(&str, &str)> = shown.iter().map(|id| ("report", id.as_str())).collect();
        let page = manager.post(&all, &fields).await;
        assert!(page.words().contains("2 godkända."), "{}", page.words());
        let page = manager.get(&format!("{all}/new")).await;
        assert_eq!(page.path, format!("{round}/bodies/{SOCIAL}"), "nothing is left to approve");
        assert_eq!(fixture.number("SELECT COUNT(*) FROM report WHERE state = 'approved'").await, 2);
    }
}

#[tokio::test]
async fn who_leads_reads_what_the_others_handed_in_and_no_draft() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let (lead, part) = (fixture.report(&round, "ett", SOCIAL).await, fixture.report(&round, "ett", SCHOOLS).await);
        let mut schools = fixture.browser("schools").await;
        schools.post(&part, &[("text", "Skolornas halva text."), ("deed", "save")]).await;
        let mut reporter = fixture.browser("reporter").await;
        assert!(!reporter.get(&lead).await.text().contains("Skolornas halva"), "a draft is its writers' own");
        assert_eq!(reporter.get(&part).await.status, 404);
        let coordinator = fixture.browser("coordinator").await.get(&part).await;
        assert_eq!(coordinator.status, 200);
        let whole = [
            ("status", "done"),
            ("andel.part", "3"),
            ("andel.of", "4"),
            ("text", "Skolornas hela text."),
            ("was-text", "Skolornas halva text."),
        ];
        assert_eq!(fixture.submit("schools", &part, &whole).await.status, 200);
        assert!(reporter.get(&lead).await.text().contains("Skolornas hela text."));
        assert_eq!(reporter.get(&part).await.status, 200);
        assert!(!schools.get(&part).await.text().contains("Två kurser."), "who takes part reads its own");
        assert_eq!(schools.get(&lead).await.status, 404);
    }
}
