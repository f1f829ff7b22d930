//! Opening: what is expected of whom is shown first and frozen then.

use db::testing::engines;
use exchange::About;

use super::fixture::{Fixture, OWNER, POLICE, SCHOOLS, SOCIAL, id};

#[tokio::test]
async fn the_preview_says_who_is_to_answer() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut coordinator = fixture.browser("coordinator").await;
    let page = coordinator.get("/rounds/new").await;
    assert!(page.words().contains("Trygg i Lindhamn (Lindhamns kommun)"), "{}", page.words());
    let page = coordinator.get("/rounds/new?subject=plan:amnet").await;
    assert_eq!(
        page.attributes("select[name=year] option[selected]", "value"),
        ["2024"],
        "the last year that has ended"
    );
    assert!(page.words().contains("5 Redovisningar"), "{}", page.words());
    assert!(page.words().contains("Socialnämnden i Lindhamn 2 redovisningar"), "{}", page.words());
    assert!(page.words().contains("Föreningen Natthäng"), "{}", page.words());
    assert!(page.words().contains("En indikator frågas det inte efter"), "{}", page.words());
    assert!(page.words().contains("Andelen trygga i plan amnet"), "{}", page.words());
    assert_eq!(page.attributes("input[name=title]", "value"), ["Uppföljning 2024: Trygg i Lindhamn"]);
}

#[tokio::test]
async fn each_thing_is_expected_of_each_body_once() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        assert_eq!(fixture.number("SELECT COUNT(*) FROM report").await, 5);
        assert_eq!(fixture.number("SELECT COUNT(*) FROM report WHERE leads").await, 3);
        let page = fixture.browser("coordinator").await.get(&round).await;
        let rows = page.all(".matrix tbody th");
        assert_eq!(rows, ["Polisområde Lindhamn", "Skolnämnden i Lindhamn", "Socialnämnden i Lindhamn"]);
        assert!(page.words().contains("0 av 5"), "{}", page.words());
        let opened = fixture.text("SELECT kind FROM audit_event WHERE subject_kind = 'round'").await;
        assert_eq!(opened, "round.opened");
    }
}

#[tokio::test]
async fn the_days_must_come_in_order_and_nothing_typed_is_lost() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let fields = [
        ("subject", "plan:amnet"),
        ("year", "2024"),
        ("title", ""),
        ("opens", "2025-03-10"),
        ("due", "2025-03-01"),
        ("closes", "2025-02-01"),
        ("message", "Skriv kort."),
    ];
    let page = fixture.browser("coordinator").await.post("/rounds", &fields).await;
    assert_eq!(page.status, 422);
    for field in ["title", "due", "closes"] {
        assert_eq!(page.all(&format!("#{field}-error")).len(), 1, "{field}: {}", page.words());
    }
    assert_eq!(page.all("textarea[name=message]"), ["Skriv kort."]);
    assert_eq!(page.attributes("input[name=due]", "value"), ["2025-03-01"]);
    let page = fixture
        .browser("coordinator")
        .await
        .post("/rounds", &fields.map(|(name, text)| (name, if name == "due" { "i mars" } else { text })))
        .await;
    assert_eq!(page.all("#due-error").len(), 1);
    assert_eq!(fixture.number("SELECT COUNT(*) FROM round").await, 0);
}

#[tokio::test]
async fn of_a_year_there_is_one_round_at_a_time() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        let again = [
            ("subject", "plan:amnet"),
            ("year", "2024"),
            ("title", "En till"),
            ("opens", "2025-03-01"),
            ("due", "2025-03-31"),
            ("closes", "2025-04-15"),
        ];
        let page = coordinator.post("/rounds", &again).await;
        assert_eq!(page.status, 422, "{}", page.words());
        assert!(page.words().contains("Det finns redan en insamling om 2024"), "{}", page.words());
        assert!(page.attributes("main a", "href").contains(&round), "and the page leads there");
        let next = coordinator.get("/rounds/new?subject=plan:amnet").await;
        assert_eq!(next.attributes("select[name=year] option[selected]", "value"), ["2025"], "the next is proposed");
        assert_eq!(coordinator.post(&format!("{round}/endings"), &[]).await.status, 200);
        assert_eq!(coordinator.post("/rounds", &again).await.status, 200);
        let previous = "SELECT COALESCE(previous_id, 'none') FROM round WHERE year = 2025";
        fixture.open(2025).await;
        let before = fixture.text(previous).await;
        assert!(before != "none", "the round of the year before is known");
    }
}

#[tokio::test]
async fn only_who_writes_for_the_owner_opens() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let fields = [
        ("subject", "plan:amnet"),
        ("year", "2024"),
        ("title", "Uppföljning"),
        ("opens", "2025-03-01"),
        ("due", "2025-03-31"),
        ("closes", "2025-04-15"),
    ];
    for (who, status) in [("reporter", 403), ("member", 403), ("other", 404)] {
        assert_eq!(fixture.browser(who).await.post("/rounds", &fields).await.status, status, "{who}");
    }
    assert_eq!(fixture.number("SELECT COUNT(*) FROM round").await, 0);
}

#[tokio::test]
async fn what_waits_is_found_in_my_work_from_the_day_it_opens() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let work = crate::MODULE.work.unwrap();
        for (who, unit, count) in [("reporter", SOCIAL, 2), ("schools", SCHOOLS, 2), ("police", POLICE, 1)] {
            let viewer = fixture.viewer(who).await;
            let waiting = work(fixture.db(), &viewer).await.unwrap();
            assert_eq!(waiting.len(), 1, "{who}: {waiting:?}");
            assert_eq!(waiting[0].href, format!("{round}/bodies/{unit}"));
            assert_eq!(waiting[0].why.values["count"], count.to_string());
            assert_eq!(waiting[0].minutes, count * 10);
            assert_eq!(waiting[0].due.unwrap().to_string(), "2025-03-31");
        }
        for who in ["coordinator", "member", "other"] {
            let viewer = fixture.viewer(who).await;
            assert!(work(fixture.db(), &viewer).await.unwrap().is_empty(), "{who}: nothing is asked of {OWNER} itself");
        }
        fixture.day("2025-02-28");
        let viewer = fixture.viewer("reporter").await;
        assert!(work(fixture.db(), &viewer).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn the_page_of_what_is_asked_about_leads_to_its_rounds() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let subject = id("amnet");
        let about = About { kind: "plan", id: &subject, owner_path: "/lindhamn/" };
        let related = crate::MODULE.related.unwrap();
        let ask = async |who: &str| related(fixture.db(), &fixture.viewer(who).await, about).await.unwrap();
        let own = ask("coordinator").await.unwrap();
        assert_eq!(own.things.len(), 1);
        assert_eq!((own.things[0].href.as_str(), own.things[0].done), (round.as_str(), Some((0, 5))));
        assert_eq!(own.deed, Some(("round-new", "/rounds/new?subject=plan:amnet".to_owned())));
        let police = ask("police").await.unwrap();
        assert_eq!((police.things[0].done, police.deed), (Some((0, 1)), None), "only what they answer for");
        assert_eq!(ask("other").await, None);
        assert_eq!(ask("anybody").await, None);
        let other = About { kind: "form", ..about };
        let forms = related(fixture.db(), &fixture.viewer("coordinator").await, other).await.unwrap().unwrap();
        assert!(forms.things.is_empty());
    }
}
