//! Writing by several people at once, beside the figures.

use db::Engine;
use db::testing::engines;
use serde_json::json;

use super::fixture::{Fixture, OWNER, SOCIAL};

const ANALYSIS: &str = "/sections/goal:mal-1:analysis";
const ASSESSMENT: &str = "/sections/goal:mal-1:assessment";

#[tokio::test]
async fn two_who_write_the_same_text_lose_nothing() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let report = fixture.begun().await;
    let address = format!("{report}{ANALYSIS}");
    let (mut first, mut second) = (fixture.browser("coordinator").await, fixture.browser("second").await);
    first.post(&address, &[("text", "Den första texten."), ("was-text", ""), ("done", "no")]).await;

    let page = second.post(&address, &[("text", "Den andra texten."), ("was-text", ""), ("done", "no")]).await;
    assert_eq!(page.status, 422, "{}", page.words());
    let words = page.words();
    assert!(words.contains("Den första texten.") && words.contains("Den andra texten."), "both stand there: {words}");
    assert!(words.contains("Ronja Exempelsson"), "and who wrote the other: {words}");

    let both =
        [("text", "Den andra texten."), ("was-text", "Den första texten."), ("keep-text", "mine"), ("done", "no")];
    let page = second.post(&address, &both).await;
    assert_eq!(page.path, report, "{}", page.words());
    assert!(first.get(&address).await.text().contains("Den andra texten."));

    // Whoever changed nothing takes nothing back.
    let old = [("text", "Den första texten."), ("was-text", "Den första texten."), ("done", "yes")];
    first.post(&address, &old).await;
    assert!(first.get(&address).await.text().contains("Den andra texten."));
}

#[tokio::test]
async fn an_assessment_is_a_step_of_the_plans_own_scale() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let report = fixture.begun().await;
    let address = format!("{report}/sections/goal:mal-1:assessment");
    let mut browser = fixture.browser("coordinator").await;
    let page = browser.get(&address).await;
    assert!(
        page.words().contains("Delvis") && page.text().contains("2 aktörer av 2 bedömer ”Helt”."),
        "{}",
        page.text()
    );
    assert_eq!(browser.post(&address, &[("choice", "toppen"), ("done", "no")]).await.status, 422);
    assert_eq!(browser.post(&address, &[("choice", ""), ("done", "yes")]).await.status, 422, "done wants a choice");
    let page = browser.post(&address, &[("choice", "uncertain"), ("text", "Det tar tid."), ("done", "yes")]).await;
    assert_eq!(page.path, report, "{}", page.words());
    let mut second = fixture.browser("second").await;
    let fields = [("choice", "reached"), ("was-choice", ""), ("text", "Det tar tid."), ("was-text", "Det tar tid.")];
    let page = second.post(&address, &fields).await;
    assert_eq!(page.status, 422, "{}", page.words());
    assert!(page.words().contains("Delvis"), "{}", page.words());
    let goal = browser.get(&format!("{report}/goals/mal-1")).await;
    assert!(goal.words().contains("Samlad bedömning: Delvis"), "{}", goal.words());
}

#[tokio::test]
async fn the_figures_stand_beside_the_text_and_the_bodies_words_below() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let report = fixture.begun().await;
    let mut browser = fixture.browser("coordinator").await;
    let page = browser.get(&format!("{report}{ANALYSIS}")).await;
    let beside = page.all("aside").join(" ");
    assert!(beside.contains("24 % (12 av 50)"), "{beside}");
    assert!(page.words().contains("Vi gjorde det vi lovade."), "{}", page.words());
    assert!(!page.attributes("aside svg.chart", "viewBox").is_empty());
    // What bodies wrote themselves is not published.
    let goal = browser.get(&format!("{report}/goals/mal-1")).await;
    assert!(!goal.words().contains("Vi gjorde det vi lovade."), "{}", goal.words());
    for gone in ["goal:mal-9:analysis", "goal:mal-1:indicators", "x"] {
        assert_eq!(browser.get(&format!("{report}/sections/{gone}")).await.status, 404, "{gone}");
    }
}

#[tokio::test]
async fn the_owners_own_assessment_is_chosen_and_its_reason_can_be_taken_over() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let report = fixture.begun().await;
        let address = format!("{report}{ASSESSMENT}");
        let mut browser = fixture.browser("coordinator").await;
        let chosen = |page: &web::testing::Page| page.attributes("input[name=choice][checked]", "value");
        let page = browser.get(&address).await;
        assert_eq!(chosen(&page), ["uncertain"], "the owner's, not what most bodies think");
        assert_eq!(page.attributes("input[name=was-choice]", "value"), [""], "it is not saved");
        let beside = page.all("aside").join(" ");
        assert!(
            beside.contains("Lindhamns kommun valde ”Delvis” i rundan ”round-2024”.") && beside.contains("Det märks.")
        );
        assert!(page.words().contains("Förvalt: så bedömde Lindhamns kommun målet"), "{}", page.words());
        assert!(browser.get(&report).await.words().contains("0 av 9"));

        // The reason is added to what was written so far, once, and nothing is saved by it.
        let typed = [("choice", "reached"), ("was-choice", ""), ("text", "Vi ser det."), ("was-text", "")];
        let page = browser.post(&address, &[&typed[..], &[("take", "reason")]].concat()).await;
        assert_eq!((page.status.as_u16(), page.all("textarea").remove(0)), (200, "Vi ser det. Det märks.".to_owned()));
        assert_eq!(chosen(&page), ["reached"], "what the writer has chosen stands");
        assert!(page.words().contains("Skälet står sist i texten") && page.all("button[name=take]").is_empty());
        assert_eq!(chosen(&browser.get(&address).await), ["uncertain"], "nothing was saved");

        // Saved without a step: that is what the writer wanted, and nothing is chosen for the next.
        let page = browser.post(&address, &[("choice", ""), ("text", "Vi väntar."), ("done", "no")]).await;
        assert_eq!(page.path, report, "{}", page.words());
        let page = browser.get(&address).await;
        assert_eq!(chosen(&page), [""]);
        assert!(page.all("aside").join(" ").contains("Delvis") && !page.words().contains("Förvalt"));
        let none = browser.get(&format!("{report}/sections/goal:mal-2:assessment")).await;
        assert!(chosen(&none).is_empty() && !none.text().contains("Planägarens egen bedömning"));
    }
}

#[tokio::test]
async fn only_what_the_owner_has_handed_in_is_offered_and_the_last_approved_before_what_waits() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let address = format!("{}{ASSESSMENT}", fixture.begun().await);
        let mut browser = fixture.browser("coordinator").await;
        let own = format!("round-2024-mal-1-owner-{OWNER}");
        for (state, offered) in [("draft", false), ("returned", false), ("excused", false), ("submitted", true)] {
            fixture.execute(&format!("UPDATE report SET state = '{state}' WHERE id = '{own}'")).await;
            let page = browser.get(&address).await;
            let beside = page.all("aside").join(" ");
            assert_eq!(beside.contains("Planägarens egen bedömning"), offered, "{state}: {beside}");
        }
        let page = browser.get(&address).await;
        assert!(page.all("aside").join(" ").contains("inlämnat men inte godkänt än"));
        // The owner may answer among those who answer for the goal; what is approved goes first.
        let typed = json!({ "assessment": "not_reached", "reason": "Det saknas folk." });
        fixture.report(2024, "mal-1", OWNER, false, "approved", typed).await;
        let page = browser.get(&address).await;
        assert_eq!(page.attributes("input[name=choice][checked]", "value"), ["not_reached"]);
        assert!(page.all("aside").join(" ").contains("Det saknas folk."));
        // Another body's answer is never the owner's.
        fixture.execute(&format!("UPDATE report SET state = 'removed' WHERE unit_id = '{OWNER}'")).await;
        let page = browser.get(&address).await;
        assert!(page.attributes("input[name=choice][checked]", "value").is_empty(), "{SOCIAL} is not the owner");
    }
}

#[tokio::test]
async fn from_a_section_one_goes_on_to_the_next_that_is_not_done() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let report = fixture.begun().await;
        let mut browser = fixture.browser("coordinator").await;
        let page = browser.get(&format!("{report}{ASSESSMENT}")).await;
        assert!(page.words().contains("Behövs för att klarmarkera."), "{}", page.words());
        assert!(!page.all("legend").join(" ").contains("frivilligt"), "{:?}", page.all("legend"));
        assert_eq!(page.attributes("button[name=then]", "value"), ["next"]);

        // Marked as done and on: from the first to the second, past what is done, and round to what was left.
        let all: Vec<String> = browser.get(&report).await.attributes("main tbody a", "href");
        let sections: Vec<&String> = all.iter().filter(|href| href.contains("/sections/")).collect();
        let finish = async |browser: &mut web::testing::Browser, section: &str| {
            let choice = if section.ends_with(":assessment") { "uncertain" } else { "" };
            let typed = [("text", "Klart."), ("choice", choice), ("done", "yes"), ("then", "next")];
            browser.post(section, &typed).await
        };
        let second = finish(&mut browser, sections[0]).await;
        assert_eq!(&second.path, sections[1], "{}", second.words());
        assert!(second.words().contains("Avsnittet är sparat och klarmarkerat."), "{}", second.words());
        browser.post(sections[2], &[("text", "Klart."), ("done", "yes")]).await;
        let fourth = finish(&mut browser, sections[1]).await;
        assert_eq!(&fourth.path, sections[3], "past the third, which is done");
        let last = *sections.last().unwrap();
        let around = finish(&mut browser, last).await;
        assert_eq!(&around.path, sections[3], "from the last to what was left");
        // A section that is saved and not marked is still to do, but not at once again.
        let draft = browser.post(sections[3], &[("text", "Klart."), ("then", "next")]).await;
        assert_eq!(&draft.path, sections[4]);
        for section in &sections[3..] {
            finish(&mut browser, section).await;
        }
        let page = finish(&mut browser, sections[3]).await;
        assert_eq!(page.path, report, "all the others are done");
        let page = browser.get(sections[0]).await;
        assert_eq!(page.attributes("input[name=done][checked]", "value"), ["yes"]);
        let refused = browser
            .post(&format!("{report}/sections/goal:mal-2:assessment"), &[("choice", "x"), ("done", "yes")])
            .await;
        assert_eq!(refused.attributes("input[name=done][checked]", "value"), ["yes"], "what was ticked stands");
    }
}
