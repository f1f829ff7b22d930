//! The life of a report: begun, written, frozen, opened, published, corrected.

use db::Engine;

use super::fixture::Fixture;

/// Marks every section as done.
async fn finish(browser: &mut web::testing::Browser, report: &str) {
    for section in browser.get(report).await.attributes("main table a", "href") {
        let choice = if section.ends_with(":assessment") { "reached" } else { "" };
        let fields = [("text", "Det går framåt i alla delar."), ("choice", choice), ("done", "yes")];
        let page = browser.post(&section, &fields).await;
        assert_eq!(page.path, report, "{section}: {}", page.words());
    }
}

#[tokio::test]
async fn from_begun_to_corrected_on_sqlite() {
    from_begun_to_corrected(Engine::Sqlite).await;
}

#[tokio::test]
async fn from_begun_to_corrected_on_postgres() {
    from_begun_to_corrected(Engine::Postgres).await;
}

async fn from_begun_to_corrected(engine: Engine) {
    let fixture = Fixture::new(engine).await;
    let report = fixture.begun().await;
    let mut browser = fixture.browser("coordinator").await;
    let desk = browser.get(&report).await;
    assert!(desk.words().contains("5 rapporter av 6 är godkända"), "{}", desk.words());
    assert!(desk.words().contains("0 av 9"), "the progress: {}", desk.words());

    // Not all done: freezing wants a confirmation.
    let page = browser.post(&format!("{report}/freezes"), &[]).await;
    assert_eq!(page.status, 422, "{}", page.words());
    finish(&mut browser, &report).await;
    assert!(browser.get(&report).await.words().contains("9 av 9"));
    let page = browser.post(&format!("{report}/freezes"), &[]).await;
    assert!(page.words().contains("Rapporten är fryst."), "{}", page.words());

    // Frozen: no text can be saved; opened again with a reason only.
    let page = browser.post(&format!("{report}/sections/summary"), &[("text", "För sent")]).await;
    assert_eq!(page.status, 409, "{}", page.words());
    assert_eq!(browser.post(&format!("{report}/thaws"), &[("reason", " ")]).await.status, 422);
    let page = browser.post(&format!("{report}/thaws"), &[("reason", "En nämnd svarade på fel år.")]).await;
    assert!(page.words().contains("En nämnd svarade på fel år."), "{}", page.words());
    browser.post(&format!("{report}/freezes"), &[]).await;

    let mut anybody = fixture.browser("anybody").await;
    assert_eq!(anybody.get(&report).await.status, 404, "frozen is not published");
    let page = browser.post(&format!("{report}/publications"), &[]).await;
    assert!(page.words().contains("Publicerad 1 mars 2025"), "{}", page.words());
    let front = anybody.get(&report).await;
    assert!(front.words().contains("Det går framåt i alla delar."), "{}", front.words());

    // A correction is a new edition; the old one stays.
    let page = browser.post(&format!("{report}/corrections"), &[("reason", "Fel antal i mål 1.")]).await;
    let second = page.path.clone();
    assert_ne!(second, report, "{}", page.words());
    assert!(page.words().contains("9 av 9"), "its texts came along: {}", page.words());
    assert_eq!(anybody.get(&second).await.status, 404);
    browser.post(&format!("{second}/freezes"), &[]).await;
    browser.post(&format!("{second}/publications"), &[]).await;
    let page = anybody.get(&second).await;
    assert!(page.words().contains("Fel antal i mål 1.") && page.text().contains(&report), "{}", page.words());
    assert_eq!(anybody.get(&report).await.status, 200);
    assert!(anybody.get("/status-reports").await.words().contains("Rättad i en senare utgåva"));
    let page = browser.post(&format!("{report}/corrections"), &[("reason", "En gång till")]).await;
    assert_eq!(page.status, 409, "only the latest edition is corrected");
}

#[tokio::test]
async fn what_is_published_does_not_change_when_plan_and_reports_do() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let report = fixture.begun().await;
    let mut browser = fixture.browser("coordinator").await;
    browser.post(&format!("{report}/freezes"), &[("confirmed", "true")]).await;
    browser.post(&format!("{report}/publications"), &[]).await;
    let mut anybody = fixture.browser("anybody").await;
    let mut before = Vec::new();
    for file in ["report.html", "report.docx", "report.xlsx", "report.json", "report.pdf"] {
        let page = anybody.get(&format!("{report}/editions/{file}")).await;
        assert_eq!(page.status, 200, "{file}");
        before.push((file, page.bytes));
    }
    let goal = anybody.get(&format!("{report}/goals/mal-1")).await.bytes;
    fixture.execute("UPDATE report SET typed = '{\"status\":\"cancelled\"}'").await;
    fixture.execute("UPDATE report_figure SET part = 1").await;
    fixture.execute("UPDATE plan SET title = 'Något annat', published = FALSE").await;
    fixture.execute("UPDATE plan_version SET content = REPLACE(content, 'Utbilda', 'Glöm')").await;
    for (file, bytes) in before {
        let now = anybody.get(&format!("{report}/editions/{file}")).await.bytes;
        assert!(now == bytes, "{file} changed");
    }
    assert!(anybody.get(&format!("{report}/goals/mal-1")).await.bytes == goal, "the goal's page changed");
}

#[tokio::test]
async fn there_is_one_report_on_a_year_and_only_of_the_plan() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    fixture.begun().await;
    let mut browser = fixture.browser("coordinator").await;
    let mut said = Vec::new();
    for year in ["2024", "2030", "", "nyss"] {
        let page = browser.post("/status-reports", &[("plan", fixture.plan.as_str()), ("year", year)]).await;
        assert_eq!(page.status, 422, "{year}: {}", page.words());
        said.extend(page.all(".error-summary a"));
    }
    said.dedup();
    assert_eq!(said.len(), 4, "taken, not the plan's, missing, no number: {said:?}");
}

#[tokio::test]
async fn each_does_what_their_role_allows() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let report = fixture.begun().await;
    for (who, seen, written, published) in [
        ("coordinator", 200, 200, 409),
        ("member", 200, 403, 403),
        ("reporter", 404, 403, 403),
        ("other", 404, 404, 404),
        ("anybody", 404, 401, 401),
    ] {
        let mut browser = fixture.browser(who).await;
        assert_eq!(browser.get(&report).await.status, seen, "{who} looks");
        let fields = [("text", "Text"), ("done", "no")];
        let page = browser.post(&format!("{report}/sections/summary"), &fields).await;
        let status = if page.path.starts_with("/sign-in") { 401 } else { page.status.as_u16() };
        assert_eq!(status, written, "{who} writes: {}", page.words());
        let page = browser.post(&format!("{report}/publications"), &[]).await;
        let status = if page.path.starts_with("/sign-in") { 401 } else { page.status.as_u16() };
        assert_eq!(status, published, "{who} publishes: {}", page.words());
    }
    let mut anybody = fixture.browser("anybody").await;
    assert!(!anybody.get("/status-reports").await.words().contains("Trygg i Lindhamn"));
    for file in ["report.json", "report.html"] {
        assert_eq!(anybody.get(&format!("{report}/editions/{file}")).await.status, 404, "{file}");
    }
}
