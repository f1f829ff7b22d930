//! Passkeys through HTTP, with a device of our own.

use axum::http::StatusCode;
use credentials::testing::Authenticator;
use db::Queries;
use db::testing::engines;
use web::testing::Browser;

use super::credentials::{PASSWORD, by_link, try_password};
use super::stage::{keep, stage};

const HOST: &str = "localhost";
const ORIGIN: &str = "http://localhost:3000";

/// Adds the device for whoever is signed in.
async fn add(browser: &mut Browser, device: &Authenticator) -> web::testing::Page {
    let question = browser.post("/account/passkeys/questions", &[]).await;
    assert_eq!(question.kind, "application/json", "{}", question.text());
    let answer = device.add(&question.text(), HOST, ORIGIN);
    browser.post("/account/passkeys", &[("name", "Min telefon"), ("answer", &answer)]).await
}

#[tokio::test]
async fn a_passkey_alone_is_enough_to_set_up_and_to_sign_in() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut device = Authenticator::new(9);
        let mut browser = by_link(&stage, "reporter").await;
        keep("new-passkey", &browser.get("/account/passkeys/new").await);
        assert_eq!(add(&mut browser, &device).await.path, "/account/recovery-codes");
        assert!(browser.get("/").await.words().contains("Hej Rut"), "the session is ready");
        let mut browser = stage.anybody();
        let question = browser.post("/sign-in/passkeys/questions", &[]).await;
        let answer = device.sign(&question.text(), HOST, ORIGIN);
        let page = browser.post("/sign-in/passkeys", &[("answer", &answer), ("back", "/account")]).await;
        assert_eq!(page.path, "/account", "{}", page.words());
        assert!(page.words().contains("Passnyckel: Min telefon"), "{}", page.words());
        let removal = page.attributes("form[action$='/removal']", "action");
        let page = browser.post(&removal[0], &[]).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "the only way to sign in stays");
        keep("last-way", &page);
        assert_eq!(stage.db.number("SELECT COUNT(*) FROM passkey", vec![]).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn w4_whoever_removes_a_passkey_is_signed_out_elsewhere() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut browser = by_link(&stage, "reporter").await;
        for seed in [9, 10] {
            add(&mut browser, &Authenticator::new(seed)).await;
        }
        let mut elsewhere = stage.browser("reporter").await;
        assert_eq!(elsewhere.get("/account").await.path, "/account");
        let removal = browser.get("/account").await.attributes("form[action$='/removal']", "action");
        assert_eq!(browser.post(&removal[0], &[]).await.path, "/account");
        assert!(elsewhere.get("/account").await.path.starts_with("/sign-in"));
        assert_eq!(browser.get("/account").await.path, "/account");
    }
}

#[tokio::test]
async fn w5_an_answer_is_good_for_one_question_of_one_browser() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut device = Authenticator::new(9);
        add(&mut by_link(&stage, "reporter").await, &device).await;
        let mut browser = stage.anybody();
        let question = browser.post("/sign-in/passkeys/questions", &[]).await.text();
        let mut thief = browser.clone();
        let answer = device.sign(&question, HOST, ORIGIN);
        assert_eq!(
            browser.post("/sign-in/passkeys", &[("answer", &answer), ("back", "/account")]).await.path,
            "/account"
        );
        let page = thief.post("/sign-in/passkeys", &[("answer", &answer)]).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "the same answer once more");
        let mut other = stage.anybody();
        other.post("/sign-in/passkeys/questions", &[]).await;
        let page = other.post("/sign-in/passkeys", &[("answer", &answer)]).await;
        assert_eq!(page.all("h1"), ["Passnyckeln gick inte att använda"], "an answer to another question");
        for (host, origin) in [("exempel.com", ORIGIN), (HOST, "https://exempel.com"), (HOST, "http://localhost:3001")]
        {
            let question = other.post("/sign-in/passkeys/questions", &[]).await.text();
            let answer = device.sign(&question, host, origin);
            let page = other.post("/sign-in/passkeys", &[("answer", &answer)]).await;
            assert_eq!(page.status, StatusCode::CONFLICT, "{host} {origin}");
            let page = other.post("/sign-in/passkeys", &[("answer", &device.sign(&question, HOST, ORIGIN))]).await;
            assert_eq!(page.all("h1"), ["Det har gått för lång tid"], "a refused answer ends the ceremony too");
        }
        let page = other.post("/sign-in/passkeys", &[("answer", "{}")]).await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert!(stage.events("passkey.refused").await >= 3);
        assert_eq!(other.get("/account").await.path, "/sign-in?back=%2Faccount");
    }
}

#[tokio::test]
async fn somebody_with_a_passkey_is_not_let_in_by_a_password_alone() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut browser = by_link(&stage, "reporter").await;
        add(&mut browser, &Authenticator::new(9)).await;
        let codes = browser.post("/account/recovery-codes", &[]).await.all("main li code");
        assert_eq!(browser.post("/account/password", &[("new", PASSWORD)]).await.path, "/account");
        let mut other = stage.anybody();
        assert!(try_password(&mut other, "reporter@exempel.se", PASSWORD).await.path.starts_with("/sign-in/code"));
        let page = other.post("/sign-in/code", &[("code", "000000")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = other.post("/sign-in/recovery-code", &[("code", &codes[3]), ("back", "/account")]).await;
        assert_eq!(page.path, "/account");
    }
}
