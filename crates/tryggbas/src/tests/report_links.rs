//! Answer links for rounds: somebody without an account answers for one body in one round, and does nothing else.

use axum::http::StatusCode;
use base::Id;
use db::testing::engines;
use db::{Queries, values};
use jiff::ToSpan;
use web::access_link::AccessLink;
use web::testing::{Browser, Page, posted};

use super::follow_up::{self, opened, report};
use super::things::{self, Owner};
use super::world::World;

const A: Owner = Owner("a");

/// A browser that was let in by a link, and where it ended up.
async fn enter(world: &World, link: &AccessLink) -> (Browser, Page) {
    let mut browser = Browser::new(&world.app);
    let page = browser.post(&link.path(world.db()), &[]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    (browser, page)
}

async fn world(engine: db::Engine) -> World {
    let world = World::new(engine).await;
    things::people(&world, A).await;
    world
}

async fn writer(world: &World) -> Browser {
    Browser::signed_in(&world.app, &Id::parse(&A.writer()).unwrap()).await
}

async fn events(world: &World, kind: &str, link: &AccessLink) -> i64 {
    let sql = "SELECT COUNT(*) FROM audit_event WHERE kind = $1 AND actor_kind = 'link' AND actor = $2";
    world.db().number(sql, values![kind, link.id.as_str()]).await.unwrap()
}

/// Where the links of a page's own part lead.
fn leads(page: &Page) -> Vec<String> {
    let mut all = [page.attributes("main a", "href"), page.attributes("aside a", "href")].concat();
    all.retain(|href| !href.starts_with('#'));
    all
}

#[tokio::test]
async fn whoever_has_a_link_fills_in_shows_evidence_and_hands_in() {
    for engine in engines() {
        let world = world(engine).await;
        let round = opened(&world, A, &["lead", "side"]).await;
        let mut writer = writer(&world).await;
        let fields = [
            ("unit", "a-lead"),
            ("name", "Petra Polisdotter"),
            ("email", "petra@exempel.se"),
            ("days", "14"),
            ("by", "mail"),
        ];
        let page = writer.post(&format!("/rounds/{round}/answer-links"), &fields).await;
        assert!(page.words().contains("är på väg till petra@exempel.se"), "{}", page.words());
        let mail = posted(&world.app).await.remove(0);
        assert_eq!(mail.kind, "answer-link");
        let mut browser = Browser::new(&world.app);
        let page = browser.get(&mail.path(&world.app)).await;
        assert!(page.words().contains("Svara på en insamling"), "{}", page.words());
        let unit = format!("/rounds/{round}/bodies/a-lead");
        let at = format!("/rounds/{round}/reports/{}", report(&world, A, &round, "lead").await);
        let page = browser.post(&mail.path(&world.app), &[]).await;
        assert_eq!((page.path.as_str(), leads(&page)), (unit.as_str(), vec![at.clone(), at.clone()]));
        let page = browser.get(&at).await;
        assert!(leads(&page).iter().all(|href| *href == unit), "{:?}", leads(&page));
        browser.post(&at, &[("question", "Vi har haft två kurser."), ("deed", "save")]).await;
        let file = ("evidence_file", "program.pdf", &b"%PDF-1.7"[..]);
        browser.upload(&format!("{at}/evidence"), &[("evidence_title", "Kursprogram")], file).await;
        let page = browser.post(&format!("{at}/comments"), &[("comment", "Siffrorna kommer i mars.")]).await;
        let shown = page.attributes("#evidence a, section:has(#evidence) a", "href");
        assert_eq!(browser.get(&shown[0]).await.bytes, b"%PDF-1.7");
        let page = browser.post(&format!("{}/removals", shown[0]), &[]).await;
        assert!(!page.words().contains("Kursprogram"), "{}", page.words());
        let page = browser.post(&at, &[("question", "Vi har haft två kurser."), ("deed", "submit")]).await;
        assert_eq!(page.path, unit, "{}", page.words());
        // Whoever runs the round reads by whom it was handed in, and the log with which link.
        let page = writer.get(&at).await;
        for word in ["Vi har haft två kurser.", "Petra Polisdotter", "Siffrorna kommer i mars."] {
            assert!(page.words().contains(word), "{word}: {}", page.words());
        }
        let link = &AccessLink::list(world.db(), rounds::report::errand::REPORTS, &Id::parse(&round).unwrap())
            .await
            .unwrap()[0];
        for kind in ["report.submitted", "report.evidence_added", "report.evidence_removed", "report.commented"] {
            assert_eq!(events(&world, kind, link).await, 1, "{kind}");
        }
    }
}

#[tokio::test]
async fn what_was_answered_the_year_before_is_taken_over_or_confirmed_with_a_link() {
    for engine in engines() {
        let world = world(engine).await;
        follow_up::round(&world, A).await;
        let round = opened(&world, A, &["lead"]).await;
        let at = format!("/rounds/{round}/reports/{}", report(&world, A, &round, "lead").await);
        let link = follow_up::link(&world, A, &round, "lead").await;
        let (mut browser, _) = enter(&world, &link).await;
        let page = browser.post(&format!("{at}/takeovers"), &[]).await;
        assert_eq!(page.all("textarea")[0].trim(), A.canary("answer"), "{}", page.words());
        let page = browser.post(&format!("{at}/confirmations"), &[]).await;
        assert_eq!(page.path, format!("/rounds/{round}/bodies/a-lead"), "{}", page.words());
        assert_eq!(events(&world, "report.submitted", &link).await, 1);
    }
}

#[tokio::test]
async fn a_link_opens_no_other_body_no_other_round_and_no_other_deed() {
    for engine in engines() {
        let world = world(engine).await;
        let (other, others_report) = follow_up::round(&world, A).await;
        let round = opened(&world, A, &["lead", "side"]).await;
        let (own, side) = (report(&world, A, &round, "lead").await, report(&world, A, &round, "side").await);
        let link = follow_up::link(&world, A, &round, "lead").await;
        let (mut browser, _) = enter(&world, &link).await;
        for path in [
            format!("/rounds/{round}/bodies/a-side"),
            format!("/rounds/{round}/reports/{side}"),
            format!("/rounds/{other}/bodies/a-lead"),
            format!("/rounds/{other}/reports/{others_report}"),
            format!("/rounds/{round}/reports/{others_report}"),
        ] {
            assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let before = world.events().await;
        for deed in ["", "/takeovers", "/confirmations", "/comments"] {
            let fields = [("question", "x"), ("comment", "x"), ("deed", "submit")];
            let path = format!("/rounds/{round}/reports/{side}{deed}");
            assert_eq!(browser.post(&path, &fields).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(world.events().await, before, "nothing of it left a trace");
        for path in ["", "/reminders", "/answer-links", "/changes", "/overview.xlsx"] {
            let page = browser.get(&format!("/rounds/{round}{path}")).await;
            assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{path}");
            assert!(page.words().contains("Länken öppnar inte den här sidan"), "{}", page.words());
        }
        for deed in ["returns", "approvals", "locks", "unlockings", "exemptions", "expectations"] {
            let page = browser.post(&format!("/rounds/{round}/reports/{own}/{deed}"), &[("reason", "x")]).await;
            assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{deed}");
        }
        for path in ["/", "/rounds", "/account", "/search?q=KANARIE"] {
            let page = browser.get(path).await;
            assert!(!page.words().contains(&A.canary("round")), "{path}: {}", page.words());
        }
        assert_eq!(events(&world, "access_link.strayed", &link).await, 1, "noted once an hour");
    }
}

#[tokio::test]
async fn a_link_ends_when_it_is_revoked_has_run_out_or_nothing_is_asked_any_more() {
    for engine in engines() {
        let world = world(engine).await;
        let round = opened(&world, A, &["lead"]).await;
        let (unit, links) = (format!("/rounds/{round}/bodies/a-lead"), format!("/rounds/{round}/answer-links"));
        let (first, second) =
            (follow_up::link(&world, A, &round, "lead").await, follow_up::link(&world, A, &round, "lead").await);
        let (mut browser, _) = enter(&world, &first).await;
        let mut writer = writer(&world).await;
        let shown = writer.get(&format!("{links}/{}", first.id)).await;
        assert_eq!(shown.all("#answer-link"), [format!("http://localhost:3000{}", first.path(world.db()))]);
        let page = writer.post(&format!("{links}/{}/revocations", first.id), &[]).await;
        assert!(page.text().contains("är indragen"), "{}", page.words());
        assert!(browser.get(&unit).await.path.starts_with("/sign-in"));
        // What is asked of the body goes over to another.
        let (mut browser, _) = enter(&world, &second).await;
        let moved = [("unit", "a-lead"), ("to", "a-side"), ("reason", "Ny organisation")];
        writer.post(&format!("/rounds/{round}/transfers"), &moved).await;
        assert_eq!(browser.get(&unit).await.status, StatusCode::NOT_FOUND);
        let page = Browser::new(&world.app).get(&second.path(world.db())).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.words());
        let back = [("unit", "a-side"), ("to", "a-lead"), ("reason", "Tillbaka")];
        writer.post(&format!("/rounds/{round}/transfers"), &back).await;
        assert_eq!(browser.get(&unit).await.status, StatusCode::OK);
        // An ended round is read, and nothing is written in it.
        writer.post(&format!("/rounds/{round}/endings"), &[]).await;
        let at = format!("/rounds/{round}/reports/{}", report(&world, A, &round, "lead").await);
        let page = browser.post(&at, &[("question", "x"), ("deed", "submit")]).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.words());
        let new = [("unit", "a-lead"), ("name", "P"), ("email", "p@exempel.se"), ("days", "1")];
        assert_eq!(writer.post(&links, &new).await.status, StatusCode::CONFLICT);
        world.clock.set(world.clock.now() + (15 * 24).hours());
        assert!(browser.get(&unit).await.path.starts_with("/sign-in"));
        let page = Browser::new(&world.app).get(&second.path(world.db())).await;
        assert!(page.words().contains("Länken har gått ut"), "{}", page.words());
    }
}

#[tokio::test]
async fn whoever_runs_a_round_gives_links_to_its_bodies_alone() {
    for engine in engines() {
        let world = world(engine).await;
        let round = opened(&world, A, &["lead"]).await;
        let links = format!("/rounds/{round}/answer-links");
        let mut writer = writer(&world).await;
        let base = [("name", "Petra Polisdotter"), ("email", "petra@exempel.se")];
        for (unit, days, wrong) in [("a-lead", "91", "days"), ("a-side", "14", "unit"), ("", "14", "unit")] {
            let page = writer.post(&links, &[&base[..], &[("unit", unit), ("days", days)]].concat()).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{unit} {days}");
            assert_eq!(page.all(&format!("#{wrong}-error")).len(), 1, "{}", page.words());
        }
        let page = writer.get(&format!("{links}?unit=a-lead")).await;
        assert_eq!(page.attributes("#unit option[selected]", "value"), ["a-lead"]);
        assert_eq!(page.attributes("#days", "value"), ["1"], "through the last day of the round");
        let page =
            writer.post(&links, &[&base[..], &[("unit", "a-lead"), ("days", "9"), ("by", "hand")]].concat()).await;
        let link = page.all("#answer-link").remove(0).replace("http://localhost:3000", "");
        assert!(posted(&world.app).await.is_empty());
        assert_eq!(Browser::new(&world.app).get(&link).await.status, StatusCode::OK);
        let answers = Id::parse("a-answers").unwrap();
        assert_eq!(Browser::signed_in(&world.app, &answers).await.get(&links).await.status, StatusCode::FORBIDDEN);
    }
}
