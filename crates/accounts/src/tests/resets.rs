//! Forgotten passwords, and administrators who reset a sign-in.

use axum::http::StatusCode;
use db::testing::engines;
use db::{Queries, values};
use jiff::ToSpan;
use web::testing::posted;

use super::credentials::{PASSWORD, equipped, next_code, try_password};
use super::stage::{Stage, keep, stage};
use crate::password_reset::answer_all;

const NEW: &str = "nya lampan lyser hemma";

/// Asks for a new password and lets the background work answer.
async fn ask(stage: &Stage, email: &str) -> String {
    let page = stage.anybody().post("/password-resets", &[("email", email)]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    answer_all(&stage.app).await.unwrap();
    page.words()
}

/// The path of the latest link for a new password.
async fn link(stage: &Stage) -> String {
    let mails = posted(&stage.app).await;
    mails.iter().rfind(|mail| mail.kind == "password-reset").unwrap().path(&stage.app)
}

async fn mails(stage: &Stage, kind: &str) -> usize {
    posted(&stage.app).await.iter().filter(|mail| mail.kind == kind).count()
}

#[tokio::test]
async fn a_forgotten_password_is_chosen_anew_and_the_code_is_asked_for_still() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let secret = equipped(&stage, "reporter").await;
        let mut elsewhere = stage.browser("reporter").await;
        let page = stage.anybody().get("/sign-in").await;
        assert!(page.attributes("main a", "href").contains(&"/password-resets/new".to_owned()));
        keep("forgotten", &stage.anybody().get("/password-resets/new").await);
        ask(&stage, " Reporter@Exempel.se").await;
        let path = link(&stage).await;
        let token = path.rsplit('/').next().unwrap();
        for column in ["SELECT token_hash FROM password_reset", "SELECT content FROM outgoing_mail"] {
            assert!(stage.db.texts(column, values![]).await.unwrap().iter().all(|text| !text.contains(token)));
        }
        let mut browser = stage.anybody();
        for _ in 0..2 {
            keep("new-password", &browser.get(&path).await);
        }
        let weak = browser.post(&path, &[("new", "kort")]).await;
        assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY, "and the link is good still");
        assert_eq!(elsewhere.get("/account").await.path, "/account");
        let page = browser.post(&path, &[("new", NEW)]).await;
        assert!(page.path.starts_with("/sign-in/code"), "{}", page.path);
        assert!(elsewhere.get("/account").await.path.starts_with("/sign-in"), "all sessions have ended");
        assert!(browser.get("/account").await.path.starts_with("/sign-in"), "nobody is in before the code");
        let code = next_code(&stage, &secret);
        assert_eq!(browser.post("/sign-in/code", &[("code", &code), ("back", "/account")]).await.path, "/account");
        assert_eq!(mails(&stage, "password-changed").await, 2, "told of the first password and of this one");
        assert_eq!(stage.anybody().get(&path).await.status, StatusCode::GONE);
        assert_eq!(stage.anybody().post(&path, &[("new", NEW)]).await.status, StatusCode::GONE);
        let old = try_password(&mut stage.anybody(), "reporter@exempel.se", PASSWORD).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(try_password(&mut stage.anybody(), "reporter@exempel.se", NEW).await.path.starts_with("/sign-in/code"));
        assert_eq!(stage.events("password.reset").await, 1);
    }
}

#[tokio::test]
async fn nobody_learns_whether_an_address_has_an_account() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        equipped(&stage, "reporter").await;
        // The work until the answer is the same: so many statements, so many rows, so many events.
        let mut seen = Vec::new();
        for email in ["reporter@exempel.se", "coordinator@exempel.se", "ingen@exempel.se"] {
            let before = rows(&stage).await;
            let page = stage.anybody().post("/password-resets", &[("email", email)]).await;
            let after = rows(&stage).await;
            let grown: Vec<i64> = before.iter().zip(&after).map(|(before, after)| after - before).collect();
            seen.push((page.status, page.words().replace(email, "…"), grown));
            keep("forgotten-asked", &page);
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(seen[0], seen[2]);
        assert_eq!(seen[0].2, [1, 1, 1, 0, 0]);
        let logged = "SELECT COUNT(*) FROM audit_event WHERE kind LIKE 'password_reset%' AND subject_id IN ('reporter', 'coordinator')";
        assert_eq!(stage.db.number(logged, values![]).await.unwrap(), 0);
        answer_all(&stage.app).await.unwrap();
        let notices = ["password-changed", "second-factor-added"];
        let mut to: Vec<(String, String)> =
            posted(&stage.app).await.into_iter().map(|mail| (mail.kind, mail.to)).collect();
        to.retain(|(kind, _)| !notices.contains(&kind.as_str()));
        to.sort();
        let expected = [("password-none", "coordinator@exempel.se"), ("password-reset", "reporter@exempel.se")];
        assert_eq!(to, expected.map(|(kind, to)| (kind.to_owned(), to.to_owned())));
        let wrong = stage.anybody().post("/password-resets", &[("email", "ingen adress")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

/// How many rows the tables hold that asking may touch.
async fn rows(stage: &Stage) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["audit_event", "attempt", "password_reset_request", "password_reset", "ceremony"] {
        counts.push(stage.db.number(&format!("SELECT COUNT(*) FROM {table}"), values![]).await.unwrap());
    }
    counts
}

#[tokio::test]
async fn who_asks_again_and_again_waits_longer_and_is_not_told() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        equipped(&stage, "reporter").await;
        let first = ask(&stage, "reporter@exempel.se").await;
        let path = link(&stage).await;
        for _ in 0..30 {
            assert_eq!(ask(&stage, "reporter@exempel.se").await, first);
        }
        assert_eq!(mails(&stage, "password-reset").await, 1);
        assert_eq!(stage.anybody().get(&path).await.status, StatusCode::OK, "nobody takes the link away by asking");
        stage.clock.set(stage.clock.now() + 3.minutes());
        ask(&stage, "reporter@exempel.se").await;
        assert_eq!(mails(&stage, "password-reset").await, 2);
        assert_eq!(stage.anybody().get(&path).await.status, StatusCode::GONE, "the newer link takes its place");
        let path = link(&stage).await;
        stage.clock.set(stage.clock.now() + 31.minutes());
        assert_eq!(stage.anybody().post(&path, &[("new", NEW)]).await.status, StatusCode::GONE, "it is too old");
    }
}

#[tokio::test]
async fn a_closed_account_gets_no_link() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        equipped(&stage, "reporter").await;
        ask(&stage, "reporter@exempel.se").await;
        let path = link(&stage).await;
        let mut admin = stage.browser("city-admin").await;
        admin.post("/organisation/people/reporter/deactivations", &[]).await;
        assert_eq!(stage.anybody().get(&path).await.status, StatusCode::GONE);
        stage.clock.set(stage.clock.now() + 3.hours());
        ask(&stage, "reporter@exempel.se").await;
        assert_eq!(mails(&stage, "password-reset").await, 1);
    }
}

#[tokio::test]
async fn an_administrator_resets_a_sign_in_within_reach() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        equipped(&stage, "reporter").await;
        let mut elsewhere = stage.browser("reporter").await;
        let resets = "/organisation/people/reporter/resets";
        assert_eq!(stage.browser("coordinator").await.post(resets, &[("by", "mail")]).await.status, 403);
        assert_eq!(stage.browser("other-admin").await.post(resets, &[("by", "mail")]).await.status, 404);
        let mut admin = stage.browser("city-admin").await;
        keep("person-reset", &admin.get(&format!("{resets}/new")).await);
        let own = admin.post("/organisation/people/city-admin/resets", &[("by", "mail")]).await;
        assert_eq!(own.status, StatusCode::CONFLICT);
        assert_eq!(elsewhere.get("/account").await.path, "/account");
        let page = admin.post(resets, &[("by", "mail")]).await;
        assert!(page.text().contains("återställd"), "{}", page.words());
        assert!(elsewhere.get("/account").await.path.starts_with("/sign-in"));
        let mail = posted(&stage.app).await.into_iter().rfind(|mail| mail.kind == "account-reset").unwrap();
        assert_eq!(stage.anybody().post(&mail.path(&stage.app), &[]).await.path, "/account/set-up");
        // The link to hand over is shown once, and the person is told without it.
        let page = admin.post(resets, &[("by", "hand")]).await;
        keep("person-reset-made", &page);
        let link = page.all("#sign-in-link").remove(0).replace("http://localhost:3000", "");
        assert_eq!(mails(&stage, "credentials-reset").await, 1);
        stage.clock.set(stage.clock.now() + 23.hours());
        assert_eq!(stage.anybody().post(&link, &[]).await.path, "/account/set-up");
        assert_eq!(stage.events("credentials.reset").await, 2);
    }
}
