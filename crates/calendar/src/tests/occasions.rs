//! Who sees an occasion, whom it waits for and when, who marks it as done, and who changes it.

use db::testing::engines;
use db::{Queries, values};

use super::fixture::{BOARD, Fixture, OWNER, SCHOOL, tertial};
use crate::occasion::NewOccasion;

#[tokio::test]
async fn everybody_of_the_organisation_sees_it_and_only_who_writes_there_changes_it() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        for (who, sees, writes) in [
            ("coordinator", 200, 200),
            ("reporter", 200, 403),
            ("member", 200, 403),
            ("teacher", 200, 403),
            ("other", 404, 404),
            ("anybody", 303, 303),
        ] {
            let mut browser = fixture.browser(who).await;
            if who == "anybody" {
                assert!(browser.get(&fixture.at("")).await.path.starts_with("/sign-in"));
                continue;
            }
            assert_eq!(browser.get(&fixture.at("")).await.status, sees, "{who}");
            assert_eq!(browser.get(&fixture.at("/edit")).await.status, writes, "{who}");
            let ended = browser.post(&fixture.at("/endings"), &[]).await.status.as_u16();
            assert_eq!(ended, writes, "{who}");
            if who == "coordinator" {
                assert_eq!(browser.get(&fixture.at("")).await.status, 404, "it is out of the wheel");
                let change = fixture.db().change(db::Actor::Command("test")).await.unwrap();
                change.execute("UPDATE occasion SET ended_on = NULL", values![]).await.unwrap();
                let event = db::Event::new("occasion.changed", "occasion", &fixture.occasion);
                change.commit(event).await.unwrap();
            }
        }
    }
}

#[tokio::test]
async fn it_waits_from_its_days_ahead_until_the_unit_is_done() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        for (now, waits) in [
            ("2025-03-31", false),
            ("2025-04-01", true),
            ("2025-05-20", true),
            ("2025-07-19", true),
            ("2025-07-20", false),
        ] {
            fixture.clock.set(format!("{now}T11:00:00Z").parse().unwrap());
            let expected: &[&str] = if waits { &["T1 Socialnämnden 2025"] } else { &[] };
            assert_eq!(fixture.work("reporter").await, expected, "{now}");
        }
        fixture.clock.set("2025-05-02T11:00:00Z".parse().unwrap());
        for who in ["coordinator", "member", "principal", "teacher", "other", "anybody"] {
            assert_eq!(fixture.work(who).await, [""; 0], "{who} answers for no board");
        }
        let fields = [("unit", BOARD), ("year", "2025")];
        for (who, status) in [("member", 403), ("principal", 403), ("coordinator", 403), ("other", 404)] {
            let refused = fixture.browser(who).await.post(&fixture.at("/completions"), &fields).await;
            assert_eq!(refused.status, status, "{who}");
        }
        let mut reporter = fixture.browser("reporter").await;
        for (unit, year) in [("kulturnamnden", "2025"), (BOARD, "2024"), (BOARD, "x")] {
            let refused = reporter.post(&fixture.at("/completions"), &[("unit", unit), ("year", year)]).await;
            assert!([403, 404].contains(&refused.status.as_u16()), "{unit} {year}");
        }
        let page = reporter.post(&fixture.at("/completions"), &fields).await;
        assert!(page.words().contains("Klart för 2025"), "{}", page.words());
        reporter.post(&fixture.at("/completions"), &fields).await;
        assert_eq!(fixture.work("reporter").await, [""; 0]);
        let events = "SELECT COUNT(*) FROM audit_event WHERE kind = 'occasion.completed'";
        assert_eq!(fixture.db().number(events, values![]).await.unwrap(), 1, "twice is once");
        let overview = fixture.browser("coordinator").await.get(&fixture.at("?year=2025")).await;
        assert!(overview.words().contains("1 av 2 klara"), "{}", overview.words());
        fixture.clock.set("2026-05-02T11:00:00Z".parse().unwrap());
        assert_eq!(fixture.work("reporter").await, ["T1 Socialnämnden 2026"], "the next year is another time");
        fixture.clock.set("2025-05-03T11:00:00Z".parse().unwrap());
        // The session of before was over in between.
        fixture.browser("reporter").await.post(&fixture.at("/reopenings"), &fields).await;
        assert_eq!(fixture.work("reporter").await, ["T1 Socialnämnden 2025"]);
    }
}

#[tokio::test]
async fn a_function_is_reached_wherever_it_sits_below_the_owner_and_every_second_year_only_then() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let new = NewOccasion {
            name: "Läsårsslut".to_owned(),
            unit_kind: "school_unit".to_owned(),
            function: "Rektor".to_owned(),
            every: "2".to_owned(),
            ..tertial()
        };
        fixture.occasion(&new).await;
        let own = NewOccasion { name: "Planuppföljning".to_owned(), unit_kind: String::new(), ..tertial() };
        fixture.occasion(&own).await;
        for (now, principal, coordinator) in [("2025-05-02", 1, 1), ("2026-05-02", 0, 1), ("2027-05-02", 1, 1)] {
            fixture.clock.set(format!("{now}T11:00:00Z").parse().unwrap());
            assert_eq!(fixture.work("principal").await.len(), principal, "{now}");
            assert_eq!(fixture.work("coordinator").await.len(), coordinator, "{now}");
            assert_eq!(fixture.work("teacher").await, [""; 0], "{now}");
        }
        fixture.clock.set("2025-05-02T11:00:00Z".parse().unwrap());
        assert_eq!(fixture.work("principal").await, ["Läsårsslut Björkdalsskolan 2025"]);
        let page = fixture.browser("teacher").await.get("/calendar/occasions").await;
        for words in ["Rektor vid varje skolenhet", "Vartannat år", "Varje nämnd", "1–20 maj 2025"] {
            assert!(page.words().contains(words), "{words}: {}", page.words());
        }
    }
}

#[tokio::test]
async fn what_is_filled_in_wrongly_is_said_by_its_field_and_nothing_is_lost() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let right = [
            ("owner", OWNER),
            ("name", "T2"),
            ("what", "Följ upp."),
            ("unit_kind", "board"),
            ("from", "2025-12-01"),
            ("to", "2026-01-31"),
            ("every", "1"),
            ("days_ahead", "14"),
            ("minutes", "60"),
        ];
        for (name, value) in [
            ("owner", "finns-inte"),
            ("name", " "),
            ("unit_kind", "x"),
            ("function", "Kung"),
            ("from", "i maj"),
            ("to", "2025-11-30"),
            ("to", "2026-12-01"),
            ("every", "0"),
            ("days_ahead", "-1"),
            ("minutes", "mycket"),
        ] {
            let mut fields: Vec<(&str, &str)> = right.iter().filter(|(other, _)| *other != name).copied().collect();
            fields.push((name, value));
            let page = browser.post("/calendar/occasions", &fields).await;
            assert_eq!(page.status, 422, "{name} {value}");
            assert_eq!(page.attributes("[aria-invalid]", "name"), [name], "{value}");
            let kept = if name == "what" { value } else { "Följ upp." };
            assert_eq!(page.all("textarea[name=what]"), [kept]);
        }
        let foreign: Vec<(&str, &str)> =
            right.iter().map(|(name, value)| (*name, if *name == "owner" { "ekvik" } else { *value })).collect();
        assert_eq!(browser.post("/calendar/occasions", &foreign).await.status, 403);
        let page = browser.post("/calendar/occasions", &right).await;
        assert!(page.words().contains("Tillfället är tillagt."), "{}", page.words());
        assert!(page.words().contains("1 december 2025 – 31 januari 2026"), "{}", page.words());
    }
}

#[tokio::test]
async fn of_two_who_change_it_at_once_the_second_is_told_and_keeps_the_text() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let fields = |name: &'static str, revision: &'static str| {
            [
                ("owner", OWNER),
                ("name", name),
                ("from", "2025-05-01"),
                ("to", "2025-05-20"),
                ("every", "1"),
                ("days_ahead", "30"),
                ("minutes", "60"),
                ("revision", revision),
            ]
        };
        assert_eq!(browser.post(&fixture.at(""), &fields("Delår 1", "1")).await.all("h1"), ["Delår 1"]);
        let page = browser.post(&fixture.at(""), &fields("Tertial 1", "1")).await;
        assert_eq!(page.status, 422);
        assert!(page.words().contains("Någon annan har sparat tillfället"), "{}", page.words());
        assert_eq!(page.attributes("input[name=name]", "value"), ["Tertial 1"]);
        assert_eq!(page.attributes("input[name=revision]", "value"), ["2"]);
        assert_eq!(browser.post(&fixture.at(""), &fields("Tertial 1", "2")).await.all("h1"), ["Tertial 1"]);
    }
}

#[tokio::test]
async fn suggestions_become_the_organisations_own() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let page = browser.get("/calendar/suggestions/new").await;
        assert_eq!(page.attributes("input[name=suggestions]", "value").len(), 6);
        let refused = browser.post("/calendar/suggestions", &[("owner", OWNER)]).await;
        assert_eq!(refused.status, 422);
        let foreign = [("owner", "ekvik"), ("suggestions", "evaluation")];
        assert_eq!(browser.post("/calendar/suggestions", &foreign).await.status, 403);
        let chosen = [("owner", OWNER), ("suggestions", "school-year"), ("suggestions", "evaluation")];
        let page = browser.post("/calendar/suggestions", &chosen).await;
        for words in ["Tillagda: 2 tillfällen", "Läsårsslut", "1–30 juni 2025", "Utvärdering", "Vartannat år"] {
            assert!(page.words().contains(words), "{words}: {}", page.words());
        }
        fixture.clock.set("2025-06-02T11:00:00Z".parse().unwrap());
        assert_eq!(fixture.work("principal").await, ["Läsårsslut Björkdalsskolan 2025"]);
        assert_eq!(fixture.browser("reporter").await.get("/calendar/suggestions/new").await.status, 403);
        let school = fixture.browser("principal").await.get("/calendar/occasions").await;
        assert!(school.words().contains("Läsårsslut") && !school.words().contains(SCHOOL));
    }
}
