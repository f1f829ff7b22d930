//! Temporary: pages to look at.
use super::super::fixture::{Fixture, LEISURE, SOCIAL};
use super::{adopt, newest_round, publish};

async fn keep(fixture: &Fixture, who: &str, rest: &str, name: &str) {
    let mut browser = fixture.browser(who).await;
    let page = browser.get(&fixture.at(rest)).await;
    std::fs::write(format!("/tmp/lifeshots/{name}.html"), page.text()).unwrap();
}

#[tokio::test]
async fn dump() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut coordinator = fixture.browser("coordinator").await;
    keep(&fixture, "coordinator", "/consultations", "consultation-none").await;
    keep(&fixture, "coordinator", "/consultations/new", "consultation-new").await;
    let sent = [("bodies", SOCIAL), ("bodies", LEISURE), ("closes_on", "2025-03-31"), ("message", "Läs särskilt mål 2.\n\nFrågor besvaras av Ronja Exempelsson.")];
    coordinator.post(&fixture.at("/consultations"), &sent).await;
    let mut reporter = fixture.browser("reporter").await;
    let mut approver = fixture.browser("approver").await;
    let comments = newest_round(&fixture, "/comments").await;
    reporter.post(&comments, &[("unit", SOCIAL), ("subject", "atgard-1-1"), ("text", "Säg vilken personal som menas. Vi har många vikarier och de behöver också utbildningen.")]).await;
    reporter.post(&comments, &[("unit", SOCIAL), ("text", "Planen är lätt att läsa.")]).await;
    approver.post(&comments, &[("unit", LEISURE), ("subject", "mal-2"), ("text", "Bra att mötesplatserna är med.")]).await;
    reporter.post(&newest_round(&fixture, "/completions").await, &[("unit", SOCIAL)]).await;
    keep(&fixture, "reporter", "/consultations", "consultation-asked").await;
    keep(&fixture, "approver", "/consultations", "consultation-asked2").await;
    let round = newest_round(&fixture, "").await;
    keep(&fixture, "approver", &round.replace(&fixture.at(""), ""), "consultation-read").await;
    let plan = crate::plan::consultation::Consultation::of_plan(fixture.db(), &fixture.plan).await.unwrap().remove(0);
    let viewer = fixture.viewer("coordinator").await;
    let found = crate::Plan::find(fixture.db(), &viewer, &fixture.plan).await.unwrap().unwrap();
    let first = plan.comments(fixture.db(), &viewer, &found).await.unwrap().remove(0).id;
    coordinator.post(&format!("{comments}/{first}/answers"), &[("outcome", "partly"), ("answer", "Vi har lagt till vilka yrken som menas. Vikarier tar vi i nästa plan.")]).await;
    keep(&fixture, "coordinator", "/consultations", "consultation-owner").await;
    keep(&fixture, "coordinator", "/adoptions/new", "adoption-blocked").await;
    let page = coordinator.post(&newest_round(&fixture, "/comments").await, &[("unit", SOCIAL), ("text", "")]).await;
    std::fs::write("/tmp/lifeshots/consultation-error.html", page.text()).unwrap();
    coordinator.post(&newest_round(&fixture, "/closings").await, &[]).await;
    keep(&fixture, "reporter", "/consultations", "consultation-closed").await;
    keep(&fixture, "coordinator", "/adoptions/new", "adoption-new").await;
    let page = coordinator.post(&fixture.at("/adoptions"), &[("date", "2026-01-01")]).await;
    std::fs::write("/tmp/lifeshots/adoption-error.html", page.text()).unwrap();
    adopt(&fixture, &mut coordinator).await;
    keep(&fixture, "coordinator", "/publications/new", "publication-new").await;
    publish(&fixture, &mut coordinator).await;
    keep(&fixture, "coordinator", "/publications/new", "withdrawal").await;
    keep(&fixture, "coordinator", "/extensions/new", "extension-new").await;
    keep(&fixture, "coordinator", "/closings/new", "closing-new").await;
    let done = [("kind", "review"), ("due", "2025-12-31"), ("note", "Inget behövde ändras.")];
    coordinator.post(&fixture.at("/tasks/completions"), &done).await;
    fixture.clock.set("2026-03-01T11:00:00Z".parse().unwrap());
    keep(&fixture, "coordinator", "/tasks", "tasks").await;
    let mut coordinator = fixture.browser("coordinator").await;
    coordinator.post(&fixture.at("/revisions"), &[]).await;
    super::whole_life::change_draft(&fixture).await;
    keep(&fixture, "coordinator", "/versions", "versions").await;
    keep(&fixture, "coordinator", "/comparisons?from=1&to=draft", "comparison").await;
    keep(&fixture, "coordinator", "/adoptions/new", "adoption-second").await;
    keep(&fixture, "coordinator", "/revisions/abandonment", "abandonment").await;
    keep(&fixture, "anybody", "/versions", "versions-public").await;
    let page = fixture.browser("reporter").await.post(&fixture.at("/actions/atgard-1-1/own-activities"), &[("unit", SOCIAL), ("text", "")]).await;
    std::fs::write("/tmp/lifeshots/own.html", page.text()).unwrap();
}
