//! Tries that lead nowhere: they tell nothing, and cost more and more time.

use axum::http::StatusCode;
use db::Queries;
use db::testing::engines;
use jiff::ToSpan;

use super::credentials::{PASSWORD, equipped, next_code, try_password};
use super::stage::{keep, stage};
use crate::sign_in;

#[tokio::test]
async fn r7_an_account_that_is_not_there_is_answered_like_a_wrong_password() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        equipped(&stage, "reporter").await;
        let hashing = stage.app.hashing().clone();
        let mut seen = Vec::new();
        // Somebody with a password, nobody, and somebody without one; addresses of one length.
        for email in ["reporter@exempel.se", "nobodyyy@exempel.se", "city-adm@exempel.se"] {
            let (runs, events) = (hashing.runs(), stage.events("sign_in.tried").await);
            let page = try_password(&mut stage.anybody(), email, "fel lösenord, men långt").await;
            let rows = stage.db.number("SELECT COUNT(*) FROM attempt", vec![]).await.unwrap();
            seen.push((page.status, page.text().replace(email, ""), page.bytes.len()));
            assert_eq!(hashing.runs() - runs, 1, "{email}: as much hashing");
            assert_eq!(stage.events("sign_in.tried").await - events, 1, "{email}: as much writing");
            assert_eq!(rows, i64::try_from(seen.len()).unwrap(), "{email}");
            keep("sign-in-wrong", &page);
        }
        assert_eq!(seen[0].0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(seen.iter().all(|other| *other == seen[0]), "{seen:#?}");
        let all = stage.db.texts("SELECT subject FROM attempt", vec![]).await.unwrap().join(" ");
        assert!(!all.contains("reporter") && !all.contains("exempel"), "{all}");
    }
}

#[tokio::test]
async fn r7_the_delay_grows_alike_for_accounts_that_are_there_and_not() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        equipped(&stage, "reporter").await;
        let mut answers = Vec::new();
        for email in ["reporter@exempel.se", "nobodyyy@exempel.se"] {
            let mut stranger = stage.anybody();
            let mut told = Vec::new();
            for _ in 0..8 {
                told.push(try_password(&mut stranger, email, "fel").await.text().replace(email, ""));
            }
            let runs = stage.app.hashing().runs();
            let page = try_password(&mut stranger, email, PASSWORD).await;
            assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "also with the right password");
            assert_eq!(stage.app.hashing().runs(), runs, "no work for who comes too soon");
            assert!(page.words().contains("Vänta 2 sekunder"), "{}", page.words());
            keep("sign-in-wait", &page);
            answers.push(told);
        }
        assert_eq!(answers[0], answers[1]);
    }
}

#[tokio::test]
async fn w13_a_thousand_tries_in_an_hour_get_nearly_nowhere_and_the_owner_gets_in() {
    let stage = stage(db::Engine::Sqlite, false).await;
    let secret = equipped(&stage, "reporter").await;
    let mut owner = stage.anybody();
    try_password(&mut owner, "reporter@exempel.se", PASSWORD).await;
    owner.post("/sign-in/code", &[("code", &next_code(&stage, &secret))]).await;
    owner.post("/sign-out", &[]).await;
    let mut looked_at = 0;
    for number in 0..1000 {
        let email = "reporter@exempel.se";
        let step = sign_in::with_password(&stage.app, email, "fel lösenord", &sign_in::Browser::default()).await;
        looked_at += usize::from(step.unwrap() == sign_in::Step::Wrong);
        stage.clock.set(stage.clock.now() + 3600.milliseconds());
        if number % 250 == 249 {
            let page = try_password(&mut owner, "reporter@exempel.se", PASSWORD).await;
            assert!(page.path.starts_with("/sign-in/code"), "the owner's own browser waits for nobody");
            let page =
                owner.post("/sign-in/code", &[("code", &next_code(&stage, &secret)), ("back", "/account")]).await;
            assert_eq!(page.path, "/account");
            owner.post("/sign-out", &[]).await;
        }
    }
    assert!(looked_at < 50, "{looked_at} of 1000 tries were looked at");
    stage.clock.set(stage.clock.now() + 90.seconds());
    let page = try_password(&mut stage.anybody(), "reporter@exempel.se", PASSWORD).await;
    assert!(page.path.starts_with("/sign-in/code"), "and a new browser of the owner's gets in as soon as it is quiet");
}

#[tokio::test]
async fn a_mark_of_a_known_browser_cannot_be_made_up_or_lent() {
    let stage = stage(db::Engine::Sqlite, false).await;
    let (secret, _) = (equipped(&stage, "reporter").await, equipped(&stage, "coordinator").await);
    let mut reporter = stage.anybody();
    try_password(&mut reporter, "reporter@exempel.se", PASSWORD).await;
    reporter.post("/sign-in/code", &[("code", &next_code(&stage, &secret))]).await;
    let mark = reporter.cookie_value("known-browser").unwrap().to_owned();
    let mut changed = mark.clone();
    changed.replace_range(10..11, if &mark[10..11] == "0" { "1" } else { "0" });
    for wrong in [mark, changed, "x.y.z".to_owned(), String::new()] {
        let mut stranger = stage.anybody();
        for _ in 0..5 {
            try_password(&mut stranger, "coordinator@exempel.se", "fel").await;
        }
        stranger.cookie("known-browser", Some(&wrong));
        let page = try_password(&mut stranger, "coordinator@exempel.se", PASSWORD).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "{wrong}");
        stage.clock.set(stage.clock.now() + 25.hours());
    }
}

#[tokio::test]
async fn whoever_has_the_password_cannot_keep_the_owner_waiting_for_the_code() {
    let stage = stage(db::Engine::Sqlite, false).await;
    let secret = equipped(&stage, "reporter").await;
    let mut owner = stage.anybody();
    try_password(&mut owner, "reporter@exempel.se", PASSWORD).await;
    owner.post("/sign-in/code", &[("code", &next_code(&stage, &secret))]).await;
    owner.post("/sign-out", &[]).await;
    let mut thief = stage.anybody();
    try_password(&mut thief, "reporter@exempel.se", PASSWORD).await;
    for code in 0..9 {
        thief.post("/sign-in/code", &[("code", &format!("{code:06}"))]).await;
    }
    try_password(&mut owner, "reporter@exempel.se", PASSWORD).await;
    let page = owner.post("/sign-in/code", &[("code", &next_code(&stage, &secret)), ("back", "/account")]).await;
    assert_eq!(page.path, "/account", "{}", page.words());
}

#[tokio::test]
async fn the_password_until_now_is_not_found_out_in_a_session_that_was_left_open() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        equipped(&stage, "reporter").await;
        let mut left_open = stage.browser("reporter").await;
        let new = "en helt annan mening om kastanjer";
        for number in 0..5 {
            let wrong = format!("fel lösenord {number}");
            let page = left_open.post("/account/password", &[("current", &wrong), ("new", new)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.words());
        }
        let page = left_open.post("/account/password", &[("current", PASSWORD), ("new", new)]).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "also with the right one");
        assert_eq!(stage.events("password.asked").await, 5);
        stage.clock.set(stage.clock.now() + 3.seconds());
        let page = left_open.post("/account/password", &[("current", PASSWORD), ("new", new)]).await;
        assert_eq!(page.path, "/account", "{}", page.words());
    }
}

#[tokio::test]
async fn codes_are_guessed_as_slowly_as_passwords() {
    let stage = stage(db::Engine::Sqlite, false).await;
    let secret = equipped(&stage, "reporter").await;
    let mut stranger = stage.anybody();
    try_password(&mut stranger, "reporter@exempel.se", PASSWORD).await;
    for code in 0..5 {
        let page = stranger.post("/sign-in/code", &[("code", &format!("{code:06}"))]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let right = secret.code(stage.clock.now().as_second());
    let page = stranger.post("/sign-in/code", &[("code", &right)]).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    let mut second = stage.anybody();
    try_password(&mut second, "reporter@exempel.se", PASSWORD).await;
    let page = second.post("/sign-in/recovery-code", &[("code", "x")]).await;
    assert_eq!(
        page.status,
        StatusCode::TOO_MANY_REQUESTS,
        "another browser and another kind of code are no way around"
    );
}
