//! Signing in and out: the demonstration's choice of person, and one-time links.

use axum::http::StatusCode;
use base::Id;
use db::Queries;
use db::testing::engines;
use jiff::ToSpan;

use super::stage::{COMMAND, keep, stage};
use crate::{LINK_MINUTES, operator, sign_in_link};

#[tokio::test]
async fn outside_a_demonstration_nobody_becomes_somebody_by_asking() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut browser = stage.anybody();
        let page = browser.post("/sign-in", &[("account", "city-admin")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = browser.get("/sign-in").await;
        assert_eq!(
            page.attributes("main form[action='/sign-in'] input:not([type=hidden])", "name"),
            ["email", "password"]
        );
        assert!(page.attributes("main form [name=account]", "value").is_empty());
        keep("sign-in-password", &page);
        assert_eq!(browser.get("/account").await.path, "/sign-in?back=%2Faccount");
        assert_eq!(stage.events("session.started").await, 0);
    }
}

#[tokio::test]
async fn in_a_demonstration_one_click_is_enough_and_leads_back_only_to_our_own_pages() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut browser = stage.anybody();
        let page = browser.get("/sign-in?back=/account").await;
        keep("sign-in", &page);
        assert_eq!(page.all(".card__title"), ["Administratör", "Samordnare", "Rapportör"]);
        assert_eq!(page.all("tbody th").len(), 4);
        let page = browser.post("/sign-in", &[("account", "coordinator"), ("back", "/account")]).await;
        assert_eq!(page.path, "/account");
        keep("account", &page);
        assert!(page.all("aside dd").contains(&"Sam Ordnarsson".to_owned()), "{:?}", page.all("aside dd"));
        assert_eq!(page.all("section:first-of-type tbody th"), ["Samordnare"]);
        let page = browser.post("/sign-in", &[("account", "reporter"), ("back", "https://elsewhere.se")]).await;
        assert_eq!(page.path, "/");
        assert!(page.words().contains("Hej Rut"), "{}", page.words());
        let sessions = stage.db.number("SELECT COUNT(*) FROM session", db::values![]).await.unwrap();
        assert_eq!(sessions, 1, "the earlier session ended");
        assert_eq!(browser.post("/sign-in", &[("account", "nobody-at-all")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stage.events("session.started").await, 2);
    }
}

#[tokio::test]
async fn the_people_of_a_demonstration_are_found_by_any_of_their_words() {
    let stage = stage(db::Engine::Sqlite, true).await;
    let mut browser = stage.anybody();
    for (words, names) in [
        ("utbildningsn%C3%A4mnden", vec!["Rut Rapportörsdotter"]),
        ("ADMINISTRAT%C3%96R+annanstad", vec!["Olle Annanstadsson"]),
        ("xyz", vec![]),
    ] {
        let page = browser.get(&format!("/sign-in?q={words}&back=/plans")).await;
        assert_eq!(page.all("tbody th"), names, "{words}");
        assert_eq!(page.attributes("#results form input[name=back]", "value").len(), usize::from(!names.is_empty()));
    }
}

#[tokio::test]
async fn a_link_is_spent_by_the_button_and_not_by_a_look() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let token = sign_in_link(&stage.db, &Id::parse("city-admin").unwrap(), COMMAND).await.unwrap();
        let link = format!("/sign-in/{token}");
        let mut browser = stage.anybody();
        for _ in 0..3 {
            let page = browser.get(&link).await;
            assert!(page.words().contains("Du loggar in som Ada Administratörsson."), "{}", page.words());
            keep("sign-in-link", &page);
        }
        assert_eq!(browser.post(&link, &[]).await.path, "/account/set-up");
        assert_eq!(browser.get("/account").await.all("aside dd")[0], "Ada Administratörsson");
        let mut second = stage.anybody();
        for page in [second.post(&link, &[]).await, second.get(&link).await] {
            assert_eq!(page.status, StatusCode::GONE);
            assert_eq!(page.all("h1"), ["Länken går inte att använda"]);
            keep("link-spent", &page);
        }
        assert_eq!(stage.events("session.started").await, 1);
    }
}

#[tokio::test]
async fn an_old_a_replaced_and_an_invented_link_do_not_work() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let person = Id::parse("city-admin").unwrap();
        let replaced = sign_in_link(&stage.db, &person, COMMAND).await.unwrap();
        let old = sign_in_link(&stage.db, &person, COMMAND).await.unwrap();
        let mut browser = stage.anybody();
        assert_eq!(browser.get(&format!("/sign-in/{replaced}")).await.status, StatusCode::GONE);
        assert_eq!(browser.get(&format!("/sign-in/{old}")).await.status, StatusCode::OK);
        stage.clock.set(stage.clock.now() + LINK_MINUTES.minutes());
        assert_eq!(browser.post(&format!("/sign-in/{old}"), &[]).await.status, StatusCode::GONE);
        assert_eq!(browser.get(&format!("/sign-in/{}", "0".repeat(64))).await.status, StatusCode::GONE);
        let stored = stage.db.texts("SELECT token_hash FROM sign_in_link", db::values![]).await.unwrap();
        assert!(!stored.contains(&old), "only a hash is stored");
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_for_good() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut browser = stage.anybody();
        browser.post("/sign-in", &[("account", "coordinator")]).await;
        let mut copy = browser.clone();
        assert_eq!(browser.post("/sign-out", &[]).await.path, "/");
        assert_eq!(copy.get("/account").await.path, "/sign-in?back=%2Faccount");
        assert_eq!(stage.events("session.ended").await, 1);
        assert_eq!(browser.post("/sign-out", &[]).await.status, StatusCode::OK, "twice does no harm");
    }
}

#[tokio::test]
async fn the_operators_link_is_for_the_administrator_nearest_the_root() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let person = operator(&stage.db, COMMAND).await.unwrap();
        assert_eq!(person.as_str(), "city-admin");
    }
}
