//! The life of a plan, through its pages, by people with contrasting rights.

mod adoption;
mod consultation;
mod ending;
mod permissions;
mod whole_life;

use web::testing::{Browser, Page};

use super::fixture::Fixture;

/// The fields of a decision.
pub(super) const DECISION: [(&str, &str); 4] =
    [("body", "Kommunfullmäktige"), ("date", "2025-02-24"), ("paragraph", "§ 12"), ("diary_number", "KS 2025/14")];

/// Adopts what is being written.
async fn adopt(fixture: &Fixture, browser: &mut Browser) -> Page {
    let page = browser.post(&fixture.at("/adoptions"), &DECISION).await;
    assert_eq!(page.path, fixture.at(""), "{}", page.words());
    page
}

/// Publishes the adopted version.
async fn publish(fixture: &Fixture, browser: &mut Browser) {
    let page = browser.post(&fixture.at("/publications"), &[]).await;
    assert_eq!(page.status, 200, "{}", page.words());
}

/// The address of the plan's newest round of comments.
async fn newest_round(fixture: &Fixture, rest: &str) -> String {
    let rounds = crate::plan::consultation::Consultation::of_plan(fixture.db(), &fixture.plan).await.unwrap();
    fixture.at(&format!("/consultations/{}{rest}", rounds[0].id))
}

/// Renders every template of the domain that has a sample, in each language.
#[tokio::test]
async fn every_sample_renders() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let rendered = web::testing::render_samples(&fixture.app).await;
    for noun in ["versions/index", "comparisons/show", "adoptions/new", "consultations/index", "tasks/index"] {
        let template = format!("pages/plans/{noun}.html");
        assert!(rendered.contains(&template.as_str()), "{template} has no sample");
    }
}
