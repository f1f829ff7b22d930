//! The lists across plans: each finds there what counts for her.

use db::testing::engines;

use super::fixture::{Fixture, SOCIAL};

#[tokio::test]
async fn who_sees_a_draft_finds_its_actions_and_bodies_in_the_lists() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let body = format!("/bodies/{SOCIAL}");
        let pages = [
            ("/actions", "Utbilda all personal"),
            (&body, "Utbilda all personal"),
            ("/bodies", "Polisområde Lindhamn"),
        ];
        for (who, sees) in [("coordinator", true), ("member", true), ("other", false), ("anybody", false)] {
            let mut browser = fixture.browser(who).await;
            for (path, text) in pages {
                let page = browser.get(path).await;
                assert_eq!(page.status, 200, "{engine:?}: {who} at {path}");
                assert_eq!(page.words().contains(text), sees, "{engine:?}: {who} at {path}");
            }
        }
    }
}
