//! Reading a plan through HTTP: paste or upload, look, correct, save; hostile files are refused with a sentence.

use db::testing::engines;
use db::{Queries, values};
use web::testing::{Browser, Page};

use super::fixture::Fixture;

const COUNTY: &str = include_str!("../../../demo/data/county-plan.txt");

async fn paste(browser: &mut Browser, owner: &str, text: &str) -> Page {
    browser.upload("/plans/imports", &[("text", text), ("owner", owner)], ("file", "", b"")).await
}

/// The owner that the form offers first.
async fn owner(browser: &mut Browser) -> String {
    let page = browser.get("/plans/imports/new").await;
    page.attributes("select[name=owner] option", "value").into_iter().find(|value| !value.is_empty()).unwrap()
}

#[tokio::test]
async fn a_pasted_plan_is_shown_corrected_and_saved_whole() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let owner = owner(&mut browser).await;
        let review = paste(&mut browser, &owner, COUNTY).await;
        assert_eq!(review.status, 200, "{}", review.words());
        let words = review.words();
        assert!(words.contains("8 mål") && words.contains("55 åtgärder"), "{words}");
        let correct = format!("{}/actions/0.0", review.path);
        let fields = [("text", "Rättad lydelse."), ("number", "1.1"), ("goal", "0"), ("lead", "Länsstyrelsen")];
        let corrected = browser.post(&correct, &fields).await;
        assert!(corrected.words().contains("Rättad lydelse."), "{}", corrected.words());
        let path = corrected.path.split('#').next().unwrap().to_owned();
        let missing = browser.post(&path, &[("title", ""), ("period", "nästa år"), ("kind", "regional")]).await;
        assert_eq!(missing.status, 422);
        let saved =
            browser.post(&path, &[("title", "Länets plan"), ("period", "2024–2027"), ("kind", "regional")]).await;
        assert_eq!(saved.status, 200, "{}", saved.words());
        assert!(saved.words().contains("Länets plan") && saved.words().contains("Rättad lydelse."));
        let again = browser.post(&path, &[("title", "Två gånger"), ("period", "2024"), ("kind", "local")]).await;
        assert_eq!(again.path, saved.path, "sent twice is saved once");
        let audited = "SELECT COUNT(*) FROM audit_event WHERE kind = 'plan.imported'";
        assert_eq!(fixture.app.db().number(audited, values![]).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_cell_that_was_not_understood_becomes_an_action_or_is_left_out() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let owner = owner(&mut browser).await;
    let text = "Åtgärd\tAnsvarig\nInför rutiner.\tSocialnämnden\n\nSkola\tElever\tKlasser\nBjörken\t57\t3\n";
    let review = paste(&mut browser, &owner, text).await;
    let forms = review.attributes("form[action*='/cells/']", "action");
    assert!(!forms.is_empty(), "{}", review.words());
    let placed = browser.post(&forms[0], &[("deed", "action"), ("goal", "")]).await;
    assert_eq!(placed.status, 200);
    let left = browser.post(&forms[0], &[("deed", "leave")]).await;
    assert!(left.words().contains("Lämnas utanför"), "{}", left.words());
}

#[tokio::test]
async fn hostile_and_strange_files_are_refused_with_a_sentence_and_keep_the_form() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let owner = owner(&mut browser).await;
    let files: [(&str, &[u8]); 6] = [
        ("plan.pdf", b"%PDF-1.7\n1 0 obj"),
        ("plan.xlsx", b"PK\x03\x04 not really a workbook at all"),
        ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
        ("plan.png", b"\x89PNG\r\n\x1a\n0000IHDR"),
        ("plan.csv", b""),
        ("plan.bin", &[0, 159, 146, 150, 0, 1, 2, 3, 0, 0, 0, 0]),
    ];
    for (name, bytes) in files {
        let page = browser.upload("/plans/imports", &[("text", ""), ("owner", &owner)], ("file", name, bytes)).await;
        assert_eq!(page.status, 422, "{name}: {}", page.words());
        assert!(!page.all(".field__error").is_empty(), "{name}: no sentence: {}", page.words());
    }
    let drafts = fixture.app.db().number("SELECT COUNT(*) FROM plan_import", values![]).await.unwrap();
    assert_eq!(drafts, 0, "nothing half saved");
}

#[tokio::test]
async fn w1_a_reading_is_its_owners_alone() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let owner = owner(&mut browser).await;
    let review = paste(&mut browser, &owner, "Åtgärd\tAnsvarig\nInför rutiner.\tSocialnämnden\n").await;
    for who in ["other", "reporter", "anybody"] {
        let page = fixture.browser(who).await.get(&review.path).await;
        let refused = [403, 404].contains(&page.status.as_u16()) || page.path.starts_with("/sign-in");
        assert!(refused, "{who}: {}", page.status);
    }
    let refused = fixture
        .browser("other")
        .await
        .upload("/plans/imports", &[("text", "a\tb"), ("owner", &owner)], ("file", "", b""))
        .await;
    assert_eq!(refused.status, 403);
}

#[tokio::test]
async fn ten_megabytes_of_pasted_text_are_refused_with_a_sentence() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let owner = owner(&mut browser).await;
    let page = paste(&mut browser, &owner, &"Inför rutiner.\tSocialnämnden\n".repeat(340_000)).await;
    assert_eq!(page.status, 422);
    assert!(!page.all(".field__error").is_empty());
}
