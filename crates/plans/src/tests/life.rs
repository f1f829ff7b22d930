//! The life of a plan, through its pages.

use db::testing::engines;

use super::fixture::Fixture;

#[tokio::test]
async fn fixture_stands() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let viewer = fixture.viewer("coordinator").await;
        let plan = crate::Plan::find(fixture.db(), &viewer, &fixture.plan).await.unwrap();
        assert_eq!(plan.unwrap().title, "Trygg i Lindhamn");
    }
}
