//! Who finds what: outside one's own it is not found.

use db::testing::engines;

use super::fixture::{Fixture, POLICE, SCHOOLS, SOCIAL};

#[tokio::test]
async fn each_finds_what_is_expected_of_their_own() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let item = fixture.text("SELECT id FROM round_item WHERE item_key = 'tre'").await;
        let report = fixture.report(&round, "tre", POLICE).await;
        let pages = [
            (round.clone(), [200, 200, 200, 200, 404]),
            (format!("{round}/bodies/{POLICE}"), [200, 404, 404, 200, 404]),
            (format!("{round}/items/{item}"), [200, 200, 404, 200, 404]),
            (report, [200, 404, 404, 200, 404]),
            (format!("{round}/changes"), [200, 403, 403, 403, 404]),
        ];
        for (path, statuses) in &pages {
            for (who, status) in ["coordinator", "reporter", "schools", "police", "other"].into_iter().zip(statuses) {
                assert_eq!(fixture.browser(who).await.get(path).await.status, *status, "{who} {path}");
            }
            let anybody = fixture.browser("anybody").await.get(path).await;
            assert!(anybody.path.starts_with("/sign-in"), "{path}");
        }
    }
}

#[tokio::test]
async fn a_report_is_found_in_its_own_round_alone() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let (one, two) = (fixture.open(2023).await, fixture.open(2024).await);
    let report = fixture.report(&one, "ett", SOCIAL).await;
    let elsewhere = report.replace(&one, &two);
    assert_eq!(fixture.browser("reporter").await.get(&elsewhere).await.status, 404);
    assert_eq!(fixture.browser("schools").await.get(&format!("{one}/bodies/{SCHOOLS}")).await.status, 200);
}
