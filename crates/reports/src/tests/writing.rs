//! Writing by several people at once, beside the figures.

use db::Engine;

use super::fixture::Fixture;

const ANALYSIS: &str = "/sections/goal:mal-1:analysis";

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
        page.words().contains("Delvis") && page.text().contains("2 av 2 aktörer bedömer: Helt."),
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
