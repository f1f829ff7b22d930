//! Answer links: somebody without an account reads one plan that is out for comments, comments for one body, and nothing else.

use axum::http::StatusCode;
use db::testing::engines;
use db::{Queries, values};
use jiff::ToSpan;
use web::access_link::AccessLink;
use web::testing::{Browser, posted};

use super::things::{self, Owner};
use super::world::World;

const A: Owner = Owner("a");

/// A browser that was let in by a link, and where it ended up.
async fn enter(world: &World, link: &AccessLink) -> (Browser, String) {
    let mut browser = Browser::new(&world.app);
    let page = browser.post(&link.path(world.db()), &[]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    (browser, page.path)
}

async fn events(world: &World, kind: &str, link: &AccessLink) -> i64 {
    let sql = "SELECT COUNT(*) FROM audit_event WHERE kind = $1 AND actor_kind = 'link' AND actor = $2";
    world.db().number(sql, values![kind, link.id.as_str()]).await.unwrap()
}

#[tokio::test]
async fn whoever_has_a_link_comments_for_the_body_and_says_that_it_is_done() {
    for engine in engines() {
        let world = World::new(engine).await;
        things::people(&world, A).await;
        let (plan, round, link) = things::linked(&world, A).await;
        let mail = posted(&world.app).await.remove(0);
        assert_eq!((mail.kind.as_str(), mail.path(&world.app)), ("answer-link", link.path(world.db())));
        let mut browser = Browser::new(&world.app);
        let page = browser.get(&link.path(world.db())).await;
        assert!(page.words().contains("Läsa en plan som är på remiss och lämna synpunkter på den"), "{}", page.words());
        keep("answer-link", &page.bytes);
        assert_eq!(events(&world, "access_link.used", &link).await, 0, "looking does not use it");
        let talk = browser.post(&link.path(world.db()), &[]).await;
        assert_eq!(talk.path, format!("/plans/{plan}/consultations?round={round}"));
        keep("answer-link-talk", &talk.bytes);
        assert!(!talk.attributes("a", "href").contains(&format!("/plans/{plan}")), "the plan itself is not theirs");
        let read = browser.get(&format!("/plans/{plan}/consultations/{round}")).await;
        assert!(read.words().contains(&A.canary("sent-out-goal")), "{}", read.words());
        let at = format!("/plans/{plan}/consultations/{round}");
        let fields = [("unit", "a-lead"), ("text", "Vi saknar en kontaktväg."), ("subject", "")];
        let page = browser.post(&format!("{at}/comments"), &fields).await;
        assert!(page.words().contains("Vi saknar en kontaktväg."), "{}", page.words());
        let other = browser.post(&format!("{at}/comments"), &[("unit", "a-side"), ("text", "x")]).await;
        assert_eq!(other.status, StatusCode::FORBIDDEN, "for no other body");
        browser.post(&format!("{at}/completions"), &[("unit", "a-lead")]).await;
        for kind in ["access_link.used", "plan.commented", "plan.comments_finished"] {
            assert_eq!(events(&world, kind, &link).await, 1, "{kind}");
        }
        // Whoever works with the plan sees the comment, and the log by whom it was made.
        let admin = base::Id::parse("a-head").unwrap();
        let log = Browser::signed_in(&world.app, &admin).await.get("/audit?kind=plan.commented").await;
        assert!(log.words().contains("med svarslänk"), "{}", log.words());
        assert_eq!(browser.post("/answer-links/endings", &[]).await.path, "/");
        assert!(browser.get(&at).await.path.starts_with("/sign-in"));
    }
}

#[tokio::test]
async fn what_the_link_does_not_open_answers_as_for_nobody_and_is_noted_once() {
    for engine in engines() {
        let world = World::new(engine).await;
        things::people(&world, A).await;
        let (plan, _, link) = things::linked(&world, A).await;
        let (other, other_round, _) = things::linked(&world, A).await;
        let (mut browser, _) = enter(&world, &link).await;
        for path in [format!("/plans/{plan}"), format!("/plans/{other}/consultations/{other_round}")] {
            assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for path in ["/account", "/organisation/people", "/plans/new"] {
            let page = browser.get(path).await;
            assert_eq!((page.status, page.path.as_str()), (StatusCode::UNAUTHORIZED, path));
            assert!(page.words().contains("Länken öppnar inte den här sidan"), "{}", page.words());
        }
        assert_eq!(events(&world, "access_link.strayed", &link).await, 1);
    }
}

#[tokio::test]
async fn a_link_that_is_revoked_expired_or_not_ours_opens_nothing() {
    for engine in engines() {
        let world = World::new(engine).await;
        things::people(&world, A).await;
        let (plan, round, link) = things::linked(&world, A).await;
        let path = link.path(world.db());
        let (mut inside, talk) = enter(&world, &link).await;
        // Signed for another day, another link, with another key, or cut short: none of it is ours.
        let parts: Vec<&str> = path.rsplit('/').next().unwrap().split('.').collect();
        let (id, second, key, code) = (parts[0], parts[1], parts[2], parts[3]);
        let later = (second.parse::<i64>().unwrap() + 86_400).to_string();
        let (_, _, another) = things::linked(&world, A).await;
        for token in [
            [id, &later, key, code].join("."),
            [another.id.as_str(), second, key, code].join("."),
            [id, second, "00000000", code].join("."),
            [id, second, key, &code[..40]].join("."),
            [id, second, key, code, "x"].join("."),
            id.to_owned(),
        ] {
            let page = Browser::new(&world.app).post(&format!("/answer-links/{token}"), &[]).await;
            assert_eq!(page.status, StatusCode::CONFLICT, "{token}");
            assert!(page.words().contains("Länken stämmer inte"), "{}", page.words());
        }
        let refused = "SELECT COUNT(*) FROM audit_event WHERE kind = 'access_link.refused' AND subject_id = 'unknown'";
        assert_eq!(world.db().number(refused, values![]).await.unwrap(), 6);
        // Revoked by whoever works with the plan: what it had opened is shut as well.
        let mut writer = Browser::signed_in(&world.app, &base::Id::parse(&A.writer()).unwrap()).await;
        let links = format!("/plans/{plan}/consultations/{round}/answer-links");
        keep("answer-links", &writer.get(&links).await.bytes);
        let shown = writer.get(&format!("{links}/{}", link.id)).await;
        assert_eq!(shown.all("#answer-link"), [format!("http://localhost:3000{path}")]);
        assert_eq!(inside.get(&talk).await.path, talk);
        let page = writer.post(&format!("{links}/{}/revocations", link.id), &[]).await;
        assert!(page.text().contains("är indragen"), "{}", page.words());
        assert!(inside.get(&talk).await.path.starts_with("/sign-in"));
        for answer in [Browser::new(&world.app).get(&path).await, Browser::new(&world.app).post(&path, &[]).await] {
            assert!(answer.words().contains("Länken är indragen"), "{}", answer.words());
        }
        assert_eq!(events(&world, "access_link.refused", &link).await, 2);
        assert_eq!(writer.post(&format!("{links}/{}/revocations", link.id), &[]).await.status, StatusCode::CONFLICT);
        let (mut inside, talk) = enter(&world, &another).await;
        world.clock.set(world.clock.now() + (15 * 24).hours());
        assert!(inside.get(&talk).await.path.starts_with("/sign-in"));
        let page = Browser::new(&world.app).get(&another.path(world.db())).await;
        assert!(page.words().contains("Länken har gått ut"), "{}", page.words());
    }
}

#[tokio::test]
async fn the_form_for_a_link_keeps_to_the_bodies_asked_and_to_ninety_days() {
    for engine in engines() {
        let world = World::new(engine).await;
        things::people(&world, A).await;
        let (plan, round, _) = things::sent_out(&world, A).await;
        let mut writer = Browser::signed_in(&world.app, &base::Id::parse(&A.writer()).unwrap()).await;
        let links = format!("/plans/{plan}/consultations/{round}/answer-links");
        let base = [("name", "Petra Polisdotter"), ("email", "petra@exempel.se")];
        for (unit, days, wrong) in [("a-lead", "91", "days"), ("a-lead", "0", "days"), ("a-side", "14", "unit")] {
            let page = writer.post(&links, &[&base[..], &[("unit", unit), ("days", days)]].concat()).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{unit} {days}");
            assert_eq!(page.all(&format!("#{wrong}-error")).len(), 1, "{}", page.words());
        }
        let evil = [("name", "P"), ("email", "a@exempel.se\r\nBcc: b@exempel.se"), ("unit", "a-lead"), ("days", "90")];
        assert_eq!(writer.post(&links, &evil).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page =
            writer.post(&links, &[&base[..], &[("unit", "a-lead"), ("days", "90"), ("by", "hand")]].concat()).await;
        keep("answer-link-made", &page.bytes);
        let link = page.all("#answer-link").remove(0).replace("http://localhost:3000", "");
        assert!(posted(&world.app).await.is_empty());
        assert_eq!(Browser::new(&world.app).get(&link).await.status, StatusCode::OK);
        writer.post(&format!("/plans/{plan}/consultations/{round}/closings"), &[]).await;
        let closed = writer.post(&links, &[&base[..], &[("unit", "a-lead"), ("days", "1")]].concat()).await;
        assert_eq!(closed.status, StatusCode::CONFLICT);
    }
}

/// Keeps a page for looking at, in the folder that `TRYGGBAS_TEST_PAGES` names.
#[expect(clippy::disallowed_methods, reason = "tests learn from the environment where pages are to be kept")]
fn keep(name: &str, page: &[u8]) {
    if let Ok(folder) = std::env::var("TRYGGBAS_TEST_PAGES") {
        std::fs::write(format!("{folder}/{name}.html"), page).unwrap();
    }
}
