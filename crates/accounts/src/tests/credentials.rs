//! Making credentials and signing in with them.

use axum::http::StatusCode;
use base::Id;
use credentials::{STEP, Secret};
use db::Queries;
use db::testing::engines;
use jiff::ToSpan;
use web::testing::{Browser, Page};

use super::stage::{COMMAND, Stage, keep, stage};
use crate::sign_in::sign_in_link;

pub(super) const PASSWORD: &str = "korrekt batteri häftapparat";

/// Makes password and app for whoever is signed in; returns the app's secret.
pub(super) async fn set_up(stage: &Stage, browser: &mut Browser) -> Secret {
    let page = browser.post("/account/password", &[("new", PASSWORD)]).await;
    assert_eq!(page.path, "/account/set-up", "{}", page.words());
    let page = browser.post("/account/second-factor", &[]).await;
    assert_eq!(page.path, "/account/second-factor/confirmation", "{}", page.words());
    keep("new-second-factor", &page);
    let secret = Secret::parse(&page.all("main code")[0]).unwrap();
    let code = secret.code(stage.clock.now().as_second());
    let page = browser.post("/account/second-factor/confirmation", &[("code", &code)]).await;
    assert_eq!(page.path, "/account/set-up", "{}", page.words());
    secret
}

/// A person with password and app.
pub(super) async fn equipped(stage: &Stage, person: &str) -> Secret {
    let mut browser = by_link(stage, person).await;
    let secret = set_up(stage, &mut browser).await;
    browser.post("/sign-out", &[]).await;
    secret
}

/// A browser that has just come by a one-time link.
pub(super) async fn by_link(stage: &Stage, person: &str) -> Browser {
    let token = sign_in_link(&stage.db, &Id::parse(person).unwrap(), COMMAND).await.unwrap();
    let mut browser = stage.anybody();
    browser.post(&format!("/sign-in/{token}"), &[]).await;
    browser
}

/// The code of the next step: the one before is used.
pub(super) fn next_code(stage: &Stage, secret: &Secret) -> String {
    stage.clock.set(stage.clock.now() + STEP.seconds());
    secret.code(stage.clock.now().as_second())
}

/// Sends address and password.
pub(super) async fn try_password(browser: &mut Browser, email: &str, password: &str) -> Page {
    browser.post("/sign-in", &[("email", email), ("password", password), ("back", "/account")]).await
}

#[tokio::test]
async fn who_comes_by_a_link_makes_credentials_before_anything_else() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut browser = by_link(&stage, "reporter").await;
        for path in ["/", "/organisation", "/plans", "/search?q=a", "/accountant"] {
            assert_eq!(browser.get(path).await.path, "/account/set-up", "{path}");
        }
        assert_eq!(browser.post("/organisation/units", &[("name", "x")]).await.path, "/account/set-up");
        keep("set-up", &browser.get("/account/set-up").await);
        let before = browser.cookie_value("session").unwrap().to_owned();
        let secret = set_up(&stage, &mut browser).await;
        assert_ne!(browser.cookie_value("session").unwrap(), before, "a new token with what is new to do");
        let page = browser.post("/account/recovery-codes", &[]).await;
        keep("new-recovery-codes", &page);
        assert_eq!(page.all("main li code").len(), 10);
        assert!(browser.get("/").await.words().contains("Hej Rut"));
        let mut old = stage.anybody();
        old.cookie("session", Some(&before));
        assert_eq!(old.get("/account").await.path, "/sign-in?back=%2Faccount", "the old token is dead");
        let stored = stage.db.texts("SELECT secret FROM second_factor", db::values![]).await.unwrap();
        assert!(!stored[0].contains(&secret.letters()), "sealed");
    }
}

#[tokio::test]
async fn somebody_signs_in_with_password_and_code_and_no_code_twice() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let secret = equipped(&stage, "reporter").await;
        let mut browser = stage.anybody();
        let page = try_password(&mut browser, " Reporter@Exempel.se ", PASSWORD).await;
        assert_eq!(page.path, "/sign-in/code?back=%2Faccount");
        keep("sign-in-code", &page);
        assert_eq!(browser.get("/account").await.path, "/sign-in?back=%2Faccount", "half signed in is not signed in");
        let used = secret.code(stage.clock.now().as_second());
        let page = browser.post("/sign-in/code", &[("code", &used)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "the code that the set-up used");
        let code = next_code(&stage, &secret);
        let page = browser.post("/sign-in/code", &[("code", &code), ("back", "/account")]).await;
        assert_eq!(page.path, "/account");
        keep("account-whole", &page);
        assert!(page.words().contains("Med lösenord"), "{}", page.words());
        let mut second = stage.anybody();
        try_password(&mut second, "reporter@exempel.se", PASSWORD).await;
        let page = second.post("/sign-in/code", &[("code", &code)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "w5: a code is good once, also in another browser");
        let again = browser.post("/sign-in/code", &[("code", &next_code(&stage, &secret))]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "the ceremony has ended");
    }
}

#[tokio::test]
async fn a_recovery_code_works_once() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut browser = by_link(&stage, "reporter").await;
        set_up(&stage, &mut browser).await;
        let codes = browser.post("/account/recovery-codes", &[]).await.all("main li code");
        let mut other = stage.anybody();
        for (code, status) in [
            (codes[0].to_lowercase(), StatusCode::OK),
            (codes[0].clone(), StatusCode::UNPROCESSABLE_ENTITY),
            ("nonsense".to_owned(), StatusCode::UNPROCESSABLE_ENTITY),
            (codes[1].replace('-', " "), StatusCode::OK),
        ] {
            try_password(&mut other, "reporter@exempel.se", PASSWORD).await;
            keep("sign-in-recovery-code", &other.get("/sign-in/recovery-code").await);
            let page = other.post("/sign-in/recovery-code", &[("code", &code), ("back", "/account")]).await;
            assert_eq!(page.status, status, "{code}");
        }
        assert!(other.get("/account").await.words().contains("8 kvar"));
        let stored = stage.db.texts("SELECT code_hash FROM recovery_code", db::values![]).await.unwrap();
        assert!(codes.iter().all(|code| !stored.contains(code)), "only hashes are stored");
        browser.post("/account/recovery-codes", &[]).await;
        try_password(&mut other, "reporter@exempel.se", PASSWORD).await;
        let page = other.post("/sign-in/recovery-code", &[("code", &codes[2])]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "new codes end the old ones");
    }
}

#[tokio::test]
async fn a_password_alone_and_a_link_alone_are_never_enough() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let secret = equipped(&stage, "reporter").await;
        let mut browser = by_link(&stage, "reporter").await;
        assert_eq!(browser.get("/account").await.path, "/sign-in?back=%2Faccount", "a link in a mailbox is not enough");
        let code = next_code(&stage, &secret);
        let back = [("code", code.as_str()), ("back", "/account/password")];
        let page = browser.post("/sign-in/code", &back).await;
        assert_eq!(page.path, "/account/password");
        assert!(page.attributes("main input", "name").iter().all(|name| name != "current"), "it is forgotten");
        let page = browser.post("/account/password", &[("new", "fyra ord om en gråsparv")]).await;
        assert_eq!(page.path, "/account", "{}", page.words());
        assert_eq!(try_password(&mut stage.anybody(), "reporter@exempel.se", PASSWORD).await.status, 422);
        // Somebody who stopped after the password is led on to the second factor and nowhere else.
        let mut half = by_link(&stage, "coordinator").await;
        half.post("/account/password", &[("new", PASSWORD)]).await;
        let mut later = stage.anybody();
        assert_eq!(try_password(&mut later, "coordinator@exempel.se", PASSWORD).await.path, "/account");
        assert_eq!(later.get("/").await.path, "/account/set-up");
        assert_eq!(later.get("/organisation").await.path, "/account/set-up");
    }
}

#[tokio::test]
async fn a_password_is_changed_by_whoever_knows_it_and_signs_out_elsewhere() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let secret = equipped(&stage, "reporter").await;
        let (mut here, mut there) = (stage.anybody(), stage.anybody());
        for browser in [&mut here, &mut there] {
            try_password(browser, "reporter@exempel.se", PASSWORD).await;
            browser.post("/sign-in/code", &[("code", &next_code(&stage, &secret))]).await;
        }
        for (current, new, fields) in [
            ("fel", "fyra ord om en gråsparv", vec!["current"]),
            (PASSWORD, "kort", vec!["new"]),
            (PASSWORD, "sommaren2024", vec!["new"]),
            (PASSWORD, "rapportörsdotter", vec!["new"]),
        ] {
            let page = here.post("/account/password", &[("current", current), ("new", new)]).await;
            assert_eq!(page.attributes("[aria-invalid]", "name"), fields, "{new}");
            assert!(!page.text().contains(new), "a password is never sent back");
            keep("account-password", &page);
        }
        let mut under_way = stage.anybody();
        try_password(&mut under_way, "reporter@exempel.se", PASSWORD).await;
        let right = [("current", PASSWORD), ("new", "fyra ord om en gråsparv")];
        assert_eq!(here.post("/account/password", &right).await.path, "/account");
        assert_eq!(there.get("/account").await.path, "/sign-in?back=%2Faccount");
        assert_eq!(under_way.get("/sign-in/code").await.status, StatusCode::CONFLICT, "begun with the old password");
        assert_eq!(stage.events("password.changed").await, 2);
    }
}

#[tokio::test]
async fn what_one_signs_in_with_is_changed_only_a_moment_after_signing_in() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut browser = by_link(&stage, "reporter").await;
        let secret = set_up(&stage, &mut browser).await;
        for _ in 0..2 {
            stage.clock.set(stage.clock.now() + 10.minutes());
            browser.get("/account").await;
        }
        for path in ["/account/password", "/account/second-factor", "/account/recovery-codes", "/account/passkeys/new"]
        {
            let page = browser.get(path).await;
            assert!(page.path.starts_with("/sign-in?again=yes&back=%2Faccount%2F"), "{path}: {}", page.path);
        }
        keep("sign-in-again", &browser.get("/sign-in?again=yes").await);
        let before = stage.events("recovery_codes.made").await;
        browser.post("/account/recovery-codes", &[]).await;
        assert_eq!(stage.events("recovery_codes.made").await, before);
        assert_eq!(browser.post("/account/passkeys/questions", &[]).await.status, 200, "the sign-in page");
        assert_eq!(stage.events("passkey.begun").await, 0);
        try_password(&mut browser, "reporter@exempel.se", PASSWORD).await;
        browser.post("/sign-in/code", &[("code", &next_code(&stage, &secret))]).await;
        assert_eq!(browser.get("/account/password").await.path, "/account/password");
    }
}

#[tokio::test]
async fn a_reset_takes_everything_and_a_closed_account_opens_for_nobody() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let person = Id::parse("reporter").unwrap();
        let secret = equipped(&stage, "reporter").await;
        assert!(crate::credentials::has_any(&stage.db, &person).await.unwrap());
        let mut browser = stage.anybody();
        try_password(&mut browser, "reporter@exempel.se", PASSWORD).await;
        browser.post("/sign-in/code", &[("code", &next_code(&stage, &secret))]).await;
        crate::credentials::set_active(&stage.db, COMMAND, &person, false).await.unwrap();
        let all = crate::credentials::list(&stage.db).await.unwrap();
        let account = all.iter().find(|account| account.id == "reporter").unwrap();
        assert_eq!((account.active, account.password, account.second_factor, account.passkeys), (false, true, true, 0));
        assert_eq!(all.iter().filter(|account| account.active && !account.password).count(), 3);
        assert_eq!(browser.get("/account").await.path, "/sign-in?back=%2Faccount", "w4: dead at once");
        let page = try_password(&mut stage.anybody(), "reporter@exempel.se", PASSWORD).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        crate::credentials::set_active(&stage.db, COMMAND, &person, true).await.unwrap();
        assert_eq!(browser.get("/account").await.path, "/sign-in?back=%2Faccount", "an ended session stays ended");
        try_password(&mut browser, "reporter@exempel.se", PASSWORD).await;
        browser.post("/sign-in/code", &[("code", &next_code(&stage, &secret))]).await;
        assert_eq!(browser.get("/account").await.path, "/account");
        crate::credentials::reset(&stage.db, COMMAND, &person).await.unwrap();
        assert_eq!(browser.get("/account").await.path, "/sign-in?back=%2Faccount", "w4: dead at once");
        assert!(!crate::credentials::has_any(&stage.db, &person).await.unwrap());
        assert_eq!(by_link(&stage, "reporter").await.get("/").await.path, "/account/set-up");
        let found = crate::credentials::find_person(&stage.db, "Reporter@Exempel.se").await.unwrap();
        assert_eq!(found, person);
        let nobody = Id::parse("nobody").unwrap();
        assert!(crate::credentials::find_person(&stage.db, "").await.is_err());
        assert!(crate::credentials::reset(&stage.db, COMMAND, &nobody).await.is_err());
    }
}
