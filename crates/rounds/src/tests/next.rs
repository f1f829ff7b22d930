//! What comes next: for those who answer, and for those who review.

use db::testing::engines;

use super::fixture::{COMPLETE, Fixture, SOCIAL};

#[tokio::test]
async fn who_answers_is_led_to_what_was_returned_then_to_drafts_then_to_the_rest() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let body = format!("{round}/bodies/{SOCIAL}");
        let (first, third) = (fixture.report(&round, "ett", SOCIAL).await, fixture.report(&round, "tre", SOCIAL).await);
        let next = async || {
            let page = fixture.browser("reporter").await.get(&body).await;
            let shown = page.all(".heading__actions a");
            let mut hrefs = page.attributes(".heading__actions a", "href");
            assert_eq!(shown, ["Svara på nästa"], "{}", page.words());
            hrefs.remove(0)
        };
        assert_eq!(next().await, first, "untouched ones in order");
        fixture.browser("reporter").await.post(&third, &[("text", "Börjat."), ("deed", "save")]).await;
        assert_eq!(next().await, third, "what is begun comes before");
        fixture.submit("reporter", &first, &COMPLETE).await;
        fixture.browser("manager").await.post(&format!("{first}/returns"), &[("note", "Mer.")]).await;
        assert_eq!(next().await, first, "what was returned comes first");
    }
}

#[tokio::test]
async fn who_reviews_sees_what_waits_and_goes_from_one_to_the_next() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let body = format!("{round}/bodies/{SOCIAL}");
        let (first, third) = (fixture.report(&round, "ett", SOCIAL).await, fixture.report(&round, "tre", SOCIAL).await);
        for report in [&first, &third] {
            fixture.submit("reporter", report, &COMPLETE).await;
        }
        let mut manager = fixture.browser("manager").await;
        let page = manager.get(&body).await;
        assert_eq!(page.all("tbody .status").len(), 2);
        assert!(page.all("tbody .status").iter().all(|state| state.contains("Väntar på din granskning")));
        assert_eq!(page.attributes(".heading__actions a", "href"), [first.clone(), format!("{body}/approvals/new")]);
        let own = fixture.browser("reporter").await.get(&body).await;
        assert!(own.all("tbody .status").iter().all(|state| state.contains("Inlämnad")), "{}", own.words());
        let page = manager.get(&third).await;
        assert!(page.all("#review")[0].contains("En redovisning till väntar"), "{}", page.words());
        let page = manager.post(&format!("{third}/approvals"), &[]).await;
        assert_eq!(page.path, first, "also one that comes before in the list");
        assert!(page.all("[role=status]").join(" ").contains("Godkänt: 2.1 Åtgärd 2.1."), "{}", page.words());
        assert!(page.attributes("#review a", "href").contains(&body), "there is a way back to the list");
        let page = manager.post(&format!("{first}/approvals"), &[]).await;
        assert_eq!(page.path, body, "after the last one back to the list");
    }
}

#[tokio::test]
async fn my_work_counts_what_is_to_be_completed_among_what_is_left() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let why = async || {
            let work = crate::MODULE.work.unwrap()(fixture.db(), &fixture.viewer("reporter").await).await.unwrap();
            (work[0].why.key, work[0].why.values["count"].clone())
        };
        assert_eq!(why().await, ("round-work-answer-why", "2".to_owned()));
        let report = fixture.report(&round, "ett", SOCIAL).await;
        fixture.submit("reporter", &report, &COMPLETE).await;
        fixture.browser("manager").await.post(&format!("{report}/returns"), &[("note", "Mer.")]).await;
        assert_eq!(why().await, ("round-work-both-why", "2".to_owned()));
        let other = fixture.report(&round, "tre", SOCIAL).await;
        fixture.submit("reporter", &other, &COMPLETE).await;
        assert_eq!(why().await, ("round-work-returned-why", "1".to_owned()));
    }
}

#[tokio::test]
async fn two_hours_and_more_are_told_in_hours() {
    for (minutes, words) in
        [(1, "1 minut"), (53, "53 minuter"), (119, "119 minuter"), (120, "2 timmar"), (2400, "40 timmar")]
    {
        let (fixture, round) = Fixture::with_round(db::Engine::Sqlite).await;
        let change = fixture.db().change(db::Actor::Command("test")).await.unwrap();
        change
            .execute("UPDATE round_item SET minutes = $1 WHERE item_key = 'ett'", db::values![minutes])
            .await
            .unwrap();
        change.execute("UPDATE round_item SET minutes = 0 WHERE item_key <> 'ett'", db::values![]).await.unwrap();
        change.commit(db::Event::new("round.rescheduled", "round", &super::fixture::id("r"))).await.unwrap();
        let page = fixture.browser("reporter").await.get(&format!("{round}/bodies/{SOCIAL}")).await;
        assert!(page.words().contains(&format!("tar ungefär {words}.")), "{minutes}: {}", page.words());
    }
}
