//! The pages: what they are made of, and who finds them.

use db::Engine;

use super::fixture::Fixture;

/// Renders every template of the domain that has a sample, in each language.
#[tokio::test]
async fn every_sample_renders() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let rendered = web::testing::render_samples(&fixture.app).await;
    for noun in
        ["list/index", "new", "show/desk", "show/front", "goals/show", "sections/edit", "editions/show", "thaws/new"]
    {
        let template = format!("pages/reports/{noun}.html");
        assert!(rendered.contains(&template.as_str()), "{template} has no sample");
    }
}

#[tokio::test]
async fn a_reader_picks_an_indicator_and_sees_chart_table_source_and_base() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let report = fixture.begun().await;
    let mut browser = fixture.browser("coordinator").await;
    browser.post(&format!("{report}/freezes"), &[("confirmed", "true")]).await;
    browser.post(&format!("{report}/publications"), &[]).await;
    let mut anybody = fixture.browser("anybody").await;
    let goal = anybody.get(&format!("{report}/goals/mal-1")).await;
    let picks = goal.attributes("nav[aria-label='Välj indikator'] a", "href");
    assert_eq!(picks.len(), 2, "one is shown, two can be picked");
    let page = anybody.get(&format!("{report}/goals/mal-1?indicator=andel")).await;
    let words = page.words();
    for wanted in
        ["24 % (12 av 50)", "Personalregistret", "2 av 3", "Åt rätt håll", "Flickor", "Publicerad 1 mars 2025"]
    {
        assert!(words.contains(wanted), "{wanted} in {words}");
    }
    assert_eq!(page.attributes("main svg.chart", "role"), vec!["img"; page.attributes("main svg.chart", "role").len()]);
    let page = anybody.get(&format!("{report}/goals/mal-1?indicator=utsatta")).await;
    assert!(page.words().contains("visas inte (för få)"), "{}", page.words());
    let page = anybody.get(&format!("{report}/goals/mal-2")).await;
    assert!(page.words().contains("Upplevd trygghet"), "to be developed: {}", page.words());
    assert_eq!(anybody.get(&format!("{report}/goals/mal-9")).await.status, 404);
    assert!(anybody.get("/status-reports").await.words().contains("Trygg i Lindhamn"));
}

#[tokio::test]
async fn a_year_without_reports_is_a_report_with_gaps() {
    let content = super::fixture::content();
    let fixture = Fixture::without_reports(Engine::Sqlite, content, plans::PlanKind::School).await;
    let report = fixture.begun().await;
    let mut browser = fixture.browser("coordinator").await;
    for path in ["", "/preview", "/goals/mal-1", "/editions/report.html", "/editions/report.pdf"] {
        assert_eq!(browser.get(&format!("{report}{path}")).await.status, 200, "{path}");
    }
    assert!(browser.get(&format!("{report}/preview")).await.words().contains("Inga rapporter har begärts in"));
}
