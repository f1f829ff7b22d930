//! Adopting: what is asked for, what stands in the way, and that nothing changes afterwards.

use db::testing::engines;

use super::super::fixture::Fixture;
use super::{DECISION, adopt};

/// A field's new value, and where the page then says what is wrong.
const REFUSED: [(&str, &str, &str); 6] = [
    ("body", "", "#body-error"),
    ("paragraph", " ", "#paragraph-error"),
    ("diary_number", "", "#diary_number-error"),
    ("date", "", "#date-error"),
    ("date", "i går", "#date-error"),
    ("date", "2025-03-02", "#date-error"),
];

#[tokio::test]
async fn a_decision_is_complete_and_not_ahead_of_time() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    for (field, value, error) in REFUSED {
        let fields = DECISION.map(|(name, usual)| (name, if name == field { value } else { usual }));
        let page = browser.post(&fixture.at("/adoptions"), &fields).await;
        assert_eq!(page.status, 422, "{field} = {value}");
        assert_eq!(page.all(error).len(), 1, "{field} = {value}: {}", page.words());
        let kept = page.attributes("#body", "value");
        assert_eq!(kept, [if field == "body" { value } else { "Kommunfullmäktige" }]);
    }
    let plan = crate::Plan::load(fixture.db(), &fixture.plan).await.unwrap().unwrap();
    assert!(plan.adopted.is_none());
}

#[tokio::test]
async fn the_summary_of_errors_names_each_field() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let fields = [("body", "Kommunfullmäktige"), ("date", "2025-03-02")];
    let page = browser.post(&fixture.at("/adoptions"), &fields).await;
    let told = [
        "Beslutsdatum: Datumet ligger i framtiden. Skriv ett datum till och med i dag.",
        "Paragraf: Fyll i det här fältet.",
        "Diarienummer: Fyll i det här fältet.",
    ];
    assert_eq!(page.all(".error-summary li"), told);
    assert_eq!(page.attributes(".error-summary a", "href"), ["#date", "#paragraph", "#diary_number"]);
    let emptied = [("title", ""), ("was-title", "Trygg i Lindhamn"), ("period", ""), ("was-period", "2025–2028")];
    let page = browser.post(&fixture.at("/settings"), &emptied).await;
    let told = page.all(".error-summary li");
    let expected = ["Titel: Fyll i det här fältet.", "Gäller: Fyll i det här fältet."];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn the_page_says_what_is_adopted_and_what_happens() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let page = fixture.browser("coordinator").await.get(&fixture.at("/adoptions/new")).await;
    let text = page.text();
    assert!(page.words().contains("Ingen kan ändra texten längre"), "{}", page.words());
    assert!(text.contains("Anta version 1"));
    assert!(!text.contains("id=\"changes\""), "a first version differs from nothing");
}

#[tokio::test]
async fn an_adopted_version_is_byte_for_byte_the_same_after_every_deed() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        adopt(&fixture, &mut browser).await;
        let adopted = fixture.stored(1).await;
        let edits: [(&str, &[(&str, &str)]); 7] = [
            ("/actions", &[("text", "Något nytt."), ("number", "9")]),
            ("/actions/atgard-1-1", &[("text", "Något annat."), ("number", "1.1"), ("revision", "1")]),
            ("/actions/atgard-1-1/moves", &[("after", "atgard-1-2")]),
            ("/actions/atgard-1-1/removals", &[]),
            ("/renumberings", &[]),
            ("/consultations", &[("bodies", "socialforvaltningen"), ("closes_on", "2025-04-01")]),
            ("/adoptions", &DECISION),
        ];
        for (rest, fields) in edits {
            assert_eq!(browser.post(&fixture.at(rest), fields).await.status, 409, "{rest}");
            assert_eq!(fixture.stored(1).await, adopted, "{rest}");
        }
        let deeds: [(&str, &[(&str, &str)]); 8] = [
            ("/publications", &[]),
            ("/extensions", &[("to", "2029-06-30"), ("reason", "Nästa plan dröjer.")]),
            ("/withdrawals", &[]),
            ("/tasks/completions", &[("kind", "review"), ("due", "2025-12-31"), ("note", "Klart.")]),
            ("/revisions", &[]),
            ("/actions/atgard-1-1/removals", &[]),
            ("/revisions/abandonment", &[]),
            ("/closings", &[("reason", "Ersatt.")]),
        ];
        for (rest, fields) in deeds {
            assert_eq!(browser.post(&fixture.at(rest), fields).await.status, 200, "{rest}");
            assert_eq!(fixture.stored(1).await, adopted, "{rest}");
        }
    }
}

#[tokio::test]
async fn a_plan_that_was_never_adopted_can_be_taken_away_whole() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let confirm = browser.get(&fixture.at("/revisions/abandonment")).await;
        assert!(confirm.words().contains("Hela planen tas bort"), "{}", confirm.words());
        let page = browser.post(&fixture.at("/revisions/abandonment"), &[]).await;
        assert_eq!(page.path, "/plans");
        assert!(page.words().contains("”Trygg i Lindhamn” är borttagen."), "{}", page.words());
        assert_eq!(browser.get(&fixture.at("")).await.status, 404);
    }
}
