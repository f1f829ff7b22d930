//! A goal that supports a goal of the plan above says so, and that goal says by what it is supported: to whoever may see both plans.

use base::{Id, Period};
use db::Actor;
use db::testing::engines;
use web::testing::Page;

use super::fixture::{Fixture, id};
use crate::content::{Content, Goal};
use crate::plan::creation::NewPlan;
use crate::version::Decision;
use crate::{Plan, PlanKind};

const SUPPORTS: &str = "Stödjer målet ”2 Tidiga insatser” i Länsplan för trygghet";
const SUPPORTED: &str = "Lindhamns kommun, Trygg i Lindhamn: 1 Vuxna ser och agerar";

/// A strategy of another municipality that the fixture's plan carries out: its first goal supports the strategy's second.
async fn strategy(fixture: &Fixture) -> Id {
    let mut content = Content::new("Länsplan för trygghet", Period { from: 2025, to: 2028 });
    content.goals = vec![Goal::new(id("lan-1"), "1", "Alla deltar"), Goal::new(id("lan-2"), "2", "Tidiga insatser")];
    let new = NewPlan {
        id: Some(id("lansplan")),
        owner: id("ekvik"),
        kind: PlanKind::Regional,
        content,
        strategy: None,
        predecessor: None,
    };
    let strategy = new.begin_as(fixture.db(), Actor::Command("test")).await.unwrap();
    let mut coordinator = fixture.browser("coordinator").await;
    adopt(fixture, "other", &strategy).await;
    publish(fixture, "other", &strategy, true).await;
    let settings = [("strategy", "lansplan"), ("was-strategy", "")];
    let page = coordinator.post(&fixture.at("/settings"), &settings).await;
    assert_eq!(page.status, 200, "{}", page.words());
    let form = coordinator.get(&fixture.at("/goals/mal-1/edit")).await;
    assert_eq!(form.all("#supports option"), ["Inget", "1 Alla deltar", "2 Tidiga insatser"]);
    coordinator.post(&fixture.at("/goals/mal-1"), &[("supports", "lan-2"), ("was-supports", "")]).await;
    strategy
}

async fn adopt(fixture: &Fixture, who: &str, plan: &Id) {
    let date = "2025-02-24".parse().unwrap();
    let decision = Decision {
        body: "Kommunfullmäktige".to_owned(),
        date,
        paragraph: "§ 12".to_owned(),
        diary_number: "KS 2025/14".to_owned(),
        in_force_from: date,
    };
    Plan::adopt(fixture.db(), &fixture.viewer(who).await, plan, &decision).await.unwrap();
}

async fn publish(fixture: &Fixture, who: &str, plan: &Id, published: bool) {
    Plan::publish(fixture.db(), &fixture.viewer(who).await, plan, published).await.unwrap();
}

async fn read(fixture: &Fixture, who: &str, path: &str) -> Page {
    let page = fixture.browser(who).await.get(path).await;
    assert_eq!(page.status, 200, "{who} {path}");
    page
}

#[tokio::test]
async fn a_goal_leads_to_the_goal_it_supports() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let strategy = strategy(&fixture).await;
        let link = "main a[href='/plans/lansplan#goal-lan-2']";
        assert_eq!(read(&fixture, "coordinator", &fixture.at("")).await.all(link), [SUPPORTS]);
        let edition = read(&fixture, "coordinator", &fixture.at("/editions/full.html")).await;
        assert_eq!(edition.words().matches(SUPPORTS).count(), 1);
        adopt(&fixture, "coordinator", &fixture.plan).await;
        let mut coordinator = fixture.browser("coordinator").await;
        coordinator.post(&fixture.at("/revisions"), &[]).await;
        coordinator.post(&fixture.at("/goals/mal-1"), &[("supports", "lan-1"), ("was-supports", "lan-2")]).await;
        let compared = coordinator.get(&fixture.at("/comparisons?from=1&to=draft")).await;
        assert_eq!(compared.all("del"), ["borttaget: 2 Tidiga insatser slut."]);
        assert_eq!(compared.all("ins"), ["tillagt: 1 Alla deltar slut."]);
        // Whoever may not see the plan above is not told of it.
        publish(&fixture, "other", &strategy, false).await;
        for path in [fixture.at(""), fixture.at("/editions/full.html")] {
            assert!(!read(&fixture, "coordinator", &path).await.text().contains("Tidiga insatser"), "{path}");
        }
    }
}

#[tokio::test]
async fn a_goal_leads_to_what_supports_it_as_far_as_the_reader_may_see() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        strategy(&fixture).await;
        let link = "main a[href='/plans/trygg-i-lindhamn#goal-mal-1']";
        let supported = async |who: &str| read(&fixture, who, "/plans/lansplan").await.all(link);
        assert_eq!(supported("coordinator").await, [SUPPORTED], "a draft, to who writes it");
        for who in ["anybody", "other", "reporter"] {
            assert!(supported(who).await.is_empty(), "{who}");
        }
        adopt(&fixture, "coordinator", &fixture.plan).await;
        assert_eq!(supported("reporter").await, [SUPPORTED], "it answers for actions of the adopted plan");
        assert!(supported("anybody").await.is_empty());
        publish(&fixture, "coordinator", &fixture.plan, true).await;
        let page = read(&fixture, "anybody", "/plans/lansplan").await;
        assert!(page.words().contains("Stöds av 1 mål i en annan plan"), "{}", page.words());
        assert_eq!(page.all("#supported-lan-2 a"), [SUPPORTED]);
        assert!(page.all("#supported-lan-1").is_empty());
        assert_eq!(crate::check::check(fixture.db()).await.unwrap(), Vec::<String>::new());
        Plan::close(fixture.db(), &fixture.viewer("coordinator").await, &fixture.plan, "Ersatt.").await.unwrap();
        assert!(supported("anybody").await.is_empty(), "a plan that is over supports nothing");
    }
}
