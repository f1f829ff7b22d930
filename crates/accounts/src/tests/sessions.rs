//! Sessions: how long they last, what ends them, and who sees them.

use axum::body::Body;
use axum::http::Request;
use base::Id;
use db::testing::engines;
use db::{Event, Queries};
use jiff::ToSpan;

use super::stage::{COMMAND, keep, stage};

const OUT: &str = "/sign-in?back=%2Faccount";

#[tokio::test]
async fn a_session_ends_when_nobody_is_there_and_at_the_latest_after_a_working_day() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut idle = stage.browser("reporter").await;
        let mut busy = stage.browser("coordinator").await;
        stage.clock.set(stage.clock.now() + 29.minutes());
        assert_eq!(idle.get("/account").await.path, "/account");
        stage.clock.set(stage.clock.now() + 30.minutes());
        assert_eq!(idle.get("/account").await.path, OUT, "half an hour without a word");
        let mut busy_minutes = 59;
        busy.cookie("session", stage.browser("coordinator").await.cookie_value("session"));
        let began = stage.clock.now();
        while stage.clock.now() < began + 580.minutes() {
            stage.clock.set(stage.clock.now() + 20.minutes());
            busy_minutes += 20;
            assert_eq!(busy.get("/account").await.path, "/account", "{busy_minutes}");
        }
        stage.clock.set(began + 10.hours());
        assert_eq!(busy.get("/account").await.path, OUT, "ten hours, however busy");
    }
}

#[tokio::test]
async fn what_the_browser_kept_is_cleared_when_one_signs_out() {
    let stage = stage(db::Engine::Sqlite, true).await;
    let mut browser = stage.browser("reporter").await;
    let request = Request::builder().method("POST").uri("/sign-out").header("origin", "http://localhost:3000");
    let request = request.header("cookie", browser.cookies()).body(Body::empty()).unwrap();
    let answer = browser.raw(request).await;
    assert_eq!(answer.headers()["clear-site-data"], "\"cache\", \"storage\"");
    let cookies = answer.headers().get_all("set-cookie").iter().map(|line| line.to_str().unwrap());
    assert_eq!(cookies.filter(|line| line.starts_with("session=; ")).count(), 1);
}

#[tokio::test]
async fn every_page_of_somebody_signed_in_has_a_way_out() {
    let stage = stage(db::Engine::Sqlite, true).await;
    let mut browser = stage.browser("reporter").await;
    let mut newcomer = super::credentials::by_link(&stage, "coordinator").await;
    for page in [browser.get("/").await, browser.get("/nothing").await, newcomer.get("/account/set-up").await] {
        assert!(page.text().contains("action=\"/sign-out\""), "{}", page.path);
    }
    assert!(!stage.anybody().get("/nothing").await.text().contains("action=\"/sign-out\""));
}

#[tokio::test]
async fn when_sessions_cannot_be_looked_up_a_page_says_so_and_the_log_why() {
    let stage = stage(db::Engine::Sqlite, true).await;
    let mut browser = stage.browser("reporter").await;
    let change = stage.db.change(COMMAND).await.unwrap();
    change.execute("ALTER TABLE session RENAME TO lost", db::values![]).await.unwrap();
    change.commit(Event::new("session.lost", "person", &Id::parse("reporter").unwrap())).await.unwrap();
    let kept = super::logs::Kept::default();
    let writer = kept.clone();
    let log = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    let _listening = tracing::subscriber::set_default(log);
    let page = browser.get("/account").await;
    assert_eq!(page.status, axum::http::StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(page.all("h1"), ["Något gick fel hos oss"]);
    let log = kept.text();
    assert!(log.contains("request failed") && log.contains("no such table"), "{log}");
    assert!(!page.text().contains("no such table"));
}

#[tokio::test]
async fn w4_an_old_token_is_dead_after_sign_in_sign_out_and_a_change_of_rights() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut browser = stage.anybody();
        browser.post("/sign-in", &[("account", "reporter")]).await;
        let mut before_sign_in = browser.clone();
        browser.post("/sign-in", &[("account", "reporter")]).await;
        assert_eq!(before_sign_in.get("/account").await.path, OUT, "signed in anew");
        let mut before_rights = browser.clone();
        let change = stage.db.change(COMMAND).await.unwrap();
        change
            .execute("UPDATE person_role SET role = 'coordinator' WHERE person_id = 'reporter'", vec![])
            .await
            .unwrap();
        change.commit(Event::new("role.changed", "person", &Id::parse("reporter").unwrap())).await.unwrap();
        let token = browser.cookie_value("session").unwrap().to_owned();
        assert_eq!(browser.get("/account").await.all("section:first-of-type tbody th")[0], "Samordnare");
        assert_ne!(browser.cookie_value("session").unwrap(), token, "a new token for new rights");
        assert_eq!(before_rights.get("/account").await.path, OUT, "the old one is dead");
        assert_eq!(browser.get("/account").await.path, "/account", "the new one lives");
        assert_eq!(stage.events("session.renewed").await, 1);
        let mut before_sign_out = browser.clone();
        browser.post("/sign-out", &[]).await;
        assert_eq!(before_sign_out.get("/account").await.path, OUT, "signed out");
    }
}

#[tokio::test]
async fn a_sign_out_on_the_request_that_renews_the_token_signs_out() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut browser = stage.browser("reporter").await;
        let change = stage.db.change(COMMAND).await.unwrap();
        change.execute("UPDATE person_role SET role = 'staff' WHERE person_id = 'reporter'", vec![]).await.unwrap();
        change.commit(Event::new("role.changed", "person", &Id::parse("reporter").unwrap())).await.unwrap();
        browser.post("/sign-out", &[]).await;
        assert_eq!(browser.cookie_value("session"), None);
        assert_eq!(stage.db.number("SELECT COUNT(*) FROM session", vec![]).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn everybody_sees_and_ends_their_own_sessions_only() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let (mut one, mut two, mut three) =
            (stage.browser("reporter").await, stage.browser("reporter").await, stage.browser("reporter").await);
        let mut other = stage.browser("coordinator").await;
        let page = one.get("/account").await;
        keep("account-sessions", &page);
        let endings = page.attributes("form[action$='/ending']", "action");
        assert_eq!(endings.len(), 2, "all but one's own: {endings:?}");
        assert_eq!(other.post(&endings[0], &[]).await.status, 404, "not somebody else's");
        one.post(&endings[0], &[]).await;
        let alive = [two.get("/account").await.path, three.get("/account").await.path];
        assert_eq!(alive.iter().filter(|path| *path == "/account").count(), 1, "{alive:?}");
        one.post("/account/sessions/endings", &[]).await;
        assert_eq!([two.get("/account").await.path, three.get("/account").await.path], [OUT, OUT]);
        assert_eq!(one.get("/account").await.path, "/account");
        assert_eq!(other.get("/account").await.path, "/account");
    }
}

#[tokio::test]
async fn only_a_hash_of_the_token_is_stored() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let browser = stage.browser("reporter").await;
        let token = browser.cookie_value("session").unwrap();
        assert_eq!(token.len(), 64, "256 bits");
        assert_eq!(stage.db.texts("SELECT token_hash FROM session", vec![]).await.unwrap(), [web::hash_token(token)]);
    }
}
