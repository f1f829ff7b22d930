//! Longer than planned, or over before its time: everybody who reads the plan is told since when and why. Whoever decides finds the way.

use db::testing::engines;
use web::testing::Page;

use super::super::fixture::Fixture;
use super::{adopt, publish};

const EXTENSION: [(&str, &str); 2] = [("to", "2029-06-30"), ("reason", "Nästa plan dröjer.")];
const CLOSING: [(&str, &str); 1] = [("reason", "En ny plan tar vid.")];

fn tells(page: &Page, expected: &[&str]) {
    let words = page.words();
    for part in expected {
        assert!(words.contains(part), "{part}: {words}");
    }
}

/// What the panel of facts says of something.
fn fact(page: &Page, term: &str) -> String {
    let (terms, texts) = (page.all("aside dt"), page.all("aside dd"));
    let at = terms.iter().position(|other| other == term).unwrap_or_else(|| panic!("{term} in {terms:?}"));
    texts[at].clone()
}

#[tokio::test]
async fn an_extended_plan_says_until_when_and_why() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut decider = fixture.browser("decider").await;
        adopt(&fixture, &mut fixture.browser("coordinator").await).await;
        publish(&fixture, &mut fixture.browser("coordinator").await).await;
        assert!(!decider.get(&fixture.at("")).await.words().contains("förlängd"));
        decider.post(&fixture.at("/extensions"), &EXTENSION).await;
        let mut anybody = fixture.browser("anybody").await;
        let page = anybody.get(&fixture.at("")).await;
        tells(&page, &["Planen är förlängd till och med 30 juni 2029 Nästa plan dröjer."]);
        let actors = anybody.get(&fixture.at("/actors")).await;
        assert_eq!(fact(&actors, "Förlängd till"), "30 juni 2029");
        assert_eq!(fact(&actors, "Varför den förlängdes"), "Nästa plan dröjer.");
        let edition = anybody.get(&fixture.at("/editions/full.html")).await;
        tells(&edition, &["Förlängd till och med 30 juni 2029. Nästa plan dröjer."]);
        assert!(!edition.words().contains("Planen gäller inte längre."));
    }
}

#[tokio::test]
async fn a_closed_plan_says_since_when_and_why_and_is_neither_revised_nor_adopted() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        adopt(&fixture, &mut coordinator).await;
        publish(&fixture, &mut coordinator).await;
        coordinator.post(&fixture.at("/revisions"), &[]).await;
        fixture.browser("decider").await.post(&fixture.at("/closings"), &CLOSING).await;
        let mut anybody = fixture.browser("anybody").await;
        let page = anybody.get(&fixture.at("")).await;
        tells(&page, &["Planen avslutades 1 mars 2025 En ny plan tar vid."]);
        assert_eq!(fact(&page, "Avslutad"), "1 mars 2025");
        assert_eq!(fact(&page, "Varför den avslutades"), "En ny plan tar vid.");
        for edition in ["full", "short", "list", "actors"] {
            let page = anybody.get(&fixture.at(&format!("/editions/{edition}.html"))).await;
            tells(&page, &["Planen gäller inte längre. Den avslutades 1 mars 2025."]);
        }
        tells(&anybody.get(&fixture.at("/editions/full.html")).await, &["1 mars 2025. En ny plan tar vid."]);
        let refused = coordinator.post(&fixture.at("/adoptions"), &super::DECISION).await;
        assert_eq!(refused.status, 409);
        tells(&refused, &["Planen är avslutad"]);
        tells(&coordinator.get(&fixture.at("/adoptions/new")).await, &["Planen är avslutad"]);
        coordinator.post(&fixture.at("/revisions/abandonment"), &[]).await;
        assert_eq!(coordinator.post(&fixture.at("/revisions"), &[]).await.status, 409);
    }
}

#[tokio::test]
async fn a_plan_whose_time_is_out_says_so_and_may_still_be_extended() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    adopt(&fixture, &mut fixture.browser("coordinator").await).await;
    fixture.clock.set("2029-01-01T11:00:00Z".parse().unwrap());
    let page = fixture.browser("decider").await.get(&fixture.at("")).await;
    tells(&page, &["Planen gäller inte längre. Den gällde till och med 31 december 2028."]);
    assert_eq!(page.all(&link(&fixture, "/extensions/new")), ["Förläng"]);
}

fn link(fixture: &Fixture, rest: &str) -> String {
    format!(".menu a[href='{}']", fixture.at(rest))
}

#[tokio::test]
async fn the_menu_shows_each_what_they_may() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let offers = async |who: &str, version: &str, expected: &[&str], missing: &[&str]| {
        let page = fixture.browser(who).await.get(&fixture.at(version)).await;
        for rest in expected {
            assert_eq!(page.all(&link(&fixture, rest)).len(), 1, "{who} {rest}");
        }
        for rest in missing {
            assert!(page.all(&link(&fixture, rest)).is_empty(), "{who} {rest}");
        }
    };
    let writing = ["/sections", "/matchings", "/roles", "/settings", "/consultations/new", "/publications/new"];
    offers("coordinator", "", &[&writing[..5], &["/adoptions/new"]].concat(), &[]).await;
    offers("decider", "", &["/adoptions/new", "/tasks"], &writing).await;
    offers("member", "", &[], &["/adoptions/new", "/tasks"]).await;
    let page = adopt(&fixture, &mut fixture.browser("decider").await).await;
    assert!(page.words().contains("Planen är antagen."), "{}", page.words());
    let deciding = ["/extensions/new", "/closings/new"];
    offers("coordinator", "", &[&deciding[..], &writing[5..]].concat(), &[]).await;
    offers("decider", "", &deciding, &writing).await;
    offers("member", "", &[], &deciding).await;
    let mut decider = fixture.browser("decider").await;
    assert_eq!(decider.post(&fixture.at("/revisions"), &[]).await.status, 403, "who decides does not write");
    decider.post(&fixture.at("/closings"), &CLOSING).await;
    offers("decider", "", &["/tasks"], &deciding).await;
}
