//! One plan from draft to its end.

use db::testing::engines;
use web::testing::Browser;

use super::super::fixture::{Fixture, LEISURE, SOCIAL};
use super::{DECISION, adopt, newest_round, publish};

#[tokio::test]
async fn a_plan_lives() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        consult(&fixture, &mut coordinator).await;
        adopt(&fixture, &mut coordinator).await;
        assert_eq!(fixture.browser("anybody").await.get(&fixture.at("")).await.status, 404, "adopted is not public");
        assert_eq!(fixture.browser("reporter").await.get(&fixture.at("")).await.status, 200, "it answers for actions");
        publish(&fixture, &mut coordinator).await;
        assert_eq!(fixture.browser("anybody").await.get(&fixture.at("")).await.status, 200);
        own_activity(&fixture).await;
        task(&fixture, &mut coordinator).await;
        extend(&fixture, &mut coordinator).await;
        revise(&fixture, &mut coordinator).await;
        close(&fixture, &mut coordinator).await;
    }
}

/// Asked, answered, ended; until then the plan cannot be adopted.
async fn consult(fixture: &Fixture, coordinator: &mut Browser) {
    let sent = [("bodies", SOCIAL), ("bodies", LEISURE), ("closes_on", "2025-03-31"), ("message", "Läs mål 2.")];
    coordinator.post(&fixture.at("/consultations"), &sent).await;
    assert_eq!(coordinator.post(&fixture.at("/adoptions"), &DECISION).await.status, 409);
    let blocked = coordinator.get(&fixture.at("/adoptions/new")).await;
    assert!(blocked.words().contains("Planen är på remiss") && blocked.all("input[name=body]").is_empty());
    let mut reporter = fixture.browser("reporter").await;
    let asked = reporter.get(&fixture.at("/consultations")).await;
    assert!(asked.words().contains("Läs mål 2.") && asked.words().contains("Synpunkter senast 31 mars 2025"));
    reporter.post(&newest_round(fixture, "/comments").await, &[("unit", SOCIAL), ("text", "Mål 2 är otydligt.")]).await;
    let page = reporter.post(&newest_round(fixture, "/completions").await, &[("unit", SOCIAL)]).await;
    assert!(page.words().contains("Klar 1 mars 2025"), "{}", page.words());
    let page = coordinator.get(&fixture.at("/consultations")).await;
    assert!(page.words().contains("1 av 2 klara"), "{}", page.words());
    let page = coordinator.post(&newest_round(fixture, "/closings").await, &[]).await;
    assert!(page.words().contains("Remissen avslutades 1 mars 2025"), "{}", page.words());
    let late = reporter.post(&newest_round(fixture, "/comments").await, &[("unit", SOCIAL), ("text", "Sent.")]).await;
    assert_eq!(late.status, 409);
}

/// A body adds what it does itself to its own actions only, and takes it away again.
async fn own_activity(fixture: &Fixture) {
    let address = |action: &str| fixture.at(&format!("/actions/{action}/own-activities"));
    let mut reporter = fixture.browser("reporter").await;
    let fields = [("unit", SOCIAL), ("text", "Utbildning på varje arbetsplatsträff."), ("time_plan", "våren 2025")];
    let page = reporter.post(&address("atgard-1-1"), &fields).await;
    assert!(page.words().contains("Utbildning på varje arbetsplatsträff."), "{}", page.words());
    let empty = reporter.post(&address("atgard-1-1"), &[("unit", SOCIAL), ("text", "")]).await;
    assert_eq!((empty.status.as_u16(), empty.all("#text-error").len()), (422, 1));
    assert_eq!(reporter.post(&address("atgard-1-1"), &[("unit", LEISURE), ("text", "x")]).await.status, 403);
    assert_eq!(reporter.post(&address("atgard-2-1"), &fields).await.status, 403, "another body answers for it");
    assert_eq!(reporter.post(&address("finns-inte"), &fields).await.status, 404);
    let own = crate::plan::own_activity::OwnActivity::of_plan(fixture.db(), &fixture.plan).await.unwrap();
    assert_eq!(own.len(), 1);
    let removal = format!("{}/{}/removals", address("atgard-1-1"), own[0].id);
    assert_eq!(fixture.browser("approver").await.post(&removal, &[]).await.status, 403);
    assert!(!reporter.post(&removal, &[]).await.words().contains("Utbildning på varje arbetsplatsträff."));
}

/// The plan's own rules became tasks; one is done once.
async fn task(fixture: &Fixture, coordinator: &mut Browser) {
    let page = coordinator.get(&fixture.at("/tasks")).await;
    assert!(page.words().contains("Se över planen Senast 31 december 2025"), "{}", page.words());
    let done = [("kind", "review"), ("due", "2025-12-31"), ("note", "Inget behövde ändras.")];
    let page = coordinator.post(&fixture.at("/tasks/completions"), &done).await;
    assert!(page.all("table").concat().contains("Inget behövde ändras."), "{}", page.words());
    assert_eq!(coordinator.post(&fixture.at("/tasks/completions"), &done).await.status, 404, "it is done already");
    let read = fixture.browser("member").await.get(&fixture.at("/tasks")).await;
    assert!(read.all("form.form").is_empty(), "who does not write does not finish");
}

async fn extend(fixture: &Fixture, coordinator: &mut Browser) {
    let early = [("to", "2028-12-31"), ("reason", "Nästa plan dröjer.")];
    let page = coordinator.post(&fixture.at("/extensions"), &early).await;
    assert_eq!((page.status.as_u16(), page.all("#to-error").len()), (422, 1));
    let page =
        coordinator.post(&fixture.at("/extensions"), &[("to", "2029-06-30"), ("reason", "Nästa plan dröjer.")]).await;
    assert!(page.text().contains("30 juni 2029"), "{}", page.words());
}

/// A second version: written, compared, adopted. The first stays readable as it was.
async fn revise(fixture: &Fixture, coordinator: &mut Browser) {
    let first = fixture.stored(1).await;
    coordinator.post(&fixture.at("/revisions"), &[]).await;
    assert_eq!(coordinator.post(&fixture.at("/revisions"), &[]).await.status, 409, "one draft at a time");
    change_draft(fixture).await;
    let page = coordinator.get(&fixture.at("/comparisons?from=1&to=draft")).await;
    let words = page.words();
    for part in ["1 tillagd", "1 borttagen", "1 ändrad", "1 flyttad", "Åtgärd 1.1: Utbilda all ny personal"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(
        page.all("del").concat().contains("Varje år") && page.all("ins").concat().contains("Varje tertial"),
        "{words}"
    );
    assert!(!words.contains("tertial_") && !words.contains("yearly"), "{words}");
    let adopting = coordinator.get(&fixture.at("/adoptions/new")).await;
    assert!(adopting.words().contains("Det här skiljer från version 1"), "{}", adopting.words());
    adopt(fixture, coordinator).await;
    assert_eq!(fixture.stored(1).await, first);
    let mut anybody = fixture.browser("anybody").await;
    assert!(anybody.get(&fixture.at("")).await.words().contains("ny personal"));
    assert!(!anybody.get(&fixture.at("?version=1")).await.words().contains("ny personal"));
    let page = anybody.get(&fixture.at("/comparisons")).await;
    assert!(page.words().contains("Åtgärd 1.1"), "without a choice the last two are compared: {}", page.words());
}

/// Changes, adds, takes away and moves an action.
async fn change_draft(fixture: &Fixture) {
    use crate::content::{Action, Destination, Frequency};
    let viewer = fixture.viewer("coordinator").await;
    let id = super::super::fixture::id;
    crate::Plan::edit(fixture.db(), &viewer, &fixture.plan, "plan.action_changed", |content, change| {
        let action = content.action_mut(&id("atgard-1-1")).unwrap();
        "Utbilda all ny personal i tidiga tecken på våld.".clone_into(&mut action.text);
        action.frequency = Some(Frequency::Tertial);
        content.take_away(&id("atgard-1-2")).unwrap();
        content.move_action(&id("atgard-1-3"), &Destination { goal: Some(id("mal-2")), after: None }).unwrap();
        let new = Action::new(change.new_id(), "2.3", "Bjud in till en öppen kväll.");
        content.insert_action(new, &Destination { goal: Some(id("mal-2")), after: Some(id("atgard-2-2")) }).unwrap();
        Ok(())
    })
    .await
    .unwrap();
}

async fn close(fixture: &Fixture, coordinator: &mut Browser) {
    assert_eq!(coordinator.post(&fixture.at("/closings"), &[("reason", "")]).await.status, 422);
    let page = coordinator.post(&fixture.at("/closings"), &[("reason", "En ny plan tar vid.")]).await;
    assert!(page.words().contains("Avslutad"), "{}", page.words());
    assert_eq!(coordinator.post(&fixture.at("/closings"), &[("reason", "Igen.")]).await.status, 409);
    let extension = [("to", "2030-06-30"), ("reason", "Ändå.")];
    assert_eq!(coordinator.post(&fixture.at("/extensions"), &extension).await.status, 409);
    assert_eq!(fixture.browser("anybody").await.get(&fixture.at("")).await.status, 200, "it is kept");
}

#[tokio::test]
async fn a_task_is_late_after_its_day() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    adopt(&fixture, &mut fixture.browser("coordinator").await).await;
    fixture.clock.set("2025-12-31T11:00:00Z".parse().unwrap());
    let on_the_day = fixture.browser("coordinator").await.get(&fixture.at("/tasks")).await;
    assert!(!on_the_day.words().contains("Försenad"), "{}", on_the_day.words());
    fixture.clock.set("2026-01-01T11:00:00Z".parse().unwrap());
    let after = fixture.browser("coordinator").await.get(&fixture.at("/tasks")).await;
    assert!(after.words().contains("Försenad sedan 31 december 2025"), "{}", after.words());
}
