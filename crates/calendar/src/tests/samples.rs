//! Every template is rendered in both languages.

use super::fixture::Fixture;

#[tokio::test]
async fn every_template_has_a_sample_and_renders() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let rendered = web::testing::render_samples(&fixture.app).await;
    for noun in [
        "calendar/show",
        "occasions/index",
        "occasions/show",
        "occasions/edit",
        "suggestions/new",
        "feeds/show",
        "feeds/made",
    ] {
        let template = format!("pages/calendar/{noun}.html");
        assert!(rendered.contains(&template.as_str()), "{template} has no sample");
    }
}
