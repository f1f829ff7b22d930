//! The audit log: who reads it, what each sees of it, and how long things are kept.

use axum::http::StatusCode;
use base::Id;
use db::testing::engines;
use db::{Actor, Queries, Retention, values};
use identity::{NewUnit, Role, UnitKind};

use super::stage::{COMMAND, Stage, empty, stage};
use crate::MODULE;

/// A stage on which somebody has done something in each of the two cities, and an auditor looks at the schools of one.
async fn busy(engine: db::Engine) -> Stage {
    let stage = stage(engine, false).await;
    stage.person("auditor", "Gun Granskarsson", Role::Auditor, "board").await;
    open_school(&stage, "Björkskolan", "district", Actor::User(id("city-admin"))).await;
    open_school(&stage, "Annanskolan", "other", Actor::User(id("other-admin"))).await;
    stage
}

async fn open_school(stage: &Stage, name: &str, parent: &str, actor: Actor) {
    let (parent, kind) = (Id::parse(parent), Some(UnitKind::SchoolUnit));
    NewUnit { parent, kind, name: name.to_owned(), ..NewUnit::default() }.add(&stage.db, actor).await.unwrap();
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// The id of the event of this kind about the unit of this name.
async fn event_about(stage: &Stage, unit: &str) -> String {
    let sql = "SELECT e.id FROM audit_event e JOIN unit u ON u.id = e.subject_id WHERE u.name = $1";
    stage.db.texts(sql, values![unit]).await.unwrap().remove(0)
}

#[tokio::test]
async fn w1_only_those_whose_role_it_is_read_the_log() {
    for engine in engines() {
        let stage = busy(engine).await;
        let event = format!("/audit/events/{}", event_about(&stage, "Björkskolan").await);
        for path in ["/audit", "/audit/exports/events.csv", "/audit/exports/events.jsonl", event.as_str()] {
            assert!(stage.anybody().get(path).await.path.starts_with("/sign-in"), "{path}");
            for person in ["coordinator", "reporter"] {
                assert_eq!(
                    stage.browser(person).await.get(path).await.status,
                    StatusCode::FORBIDDEN,
                    "{person} {path}"
                );
            }
            assert_eq!(stage.browser("city-admin").await.get(path).await.status, StatusCode::OK, "{path}");
        }
        assert_eq!(stage.browser("auditor").await.get("/retention-rules").await.status, StatusCode::FORBIDDEN);
        let posted = stage.browser("auditor").await.post("/retention-rules", &[("audit-event", "800")]).await;
        assert_eq!(posted.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn w2_each_sees_what_happened_within_reach_and_nothing_else() {
    for engine in engines() {
        let stage = busy(engine).await;
        let (own, foreign) = (event_about(&stage, "Björkskolan").await, event_about(&stage, "Annanskolan").await);
        for (person, sees, not) in [
            ("city-admin", ["Björkskolan", "Ada Administratörsson", "Rut Rapportörsdotter"], ["Annanskolan", "Olle"]),
            ("auditor", ["Björkskolan", "Ada Administratörsson", "Rut Rapportörsdotter"], ["Exempelstad<", "Annan"]),
            ("other-admin", ["Annanskolan", "Olle Annanstadsson", "Annanstad"], ["Björkskolan", "Ada"]),
        ] {
            let mut browser = stage.browser(person).await;
            for path in ["/audit?size=500", "/audit/exports/events.csv", "/audit/exports/events.jsonl"] {
                let text = browser.get(path).await.text();
                if path.starts_with("/audit?") {
                    sees.iter().for_each(|word| assert!(text.contains(word), "{person} misses {word}"));
                }
                not.iter().for_each(|word| assert!(!text.contains(word), "{person} sees {word} in {path}"));
            }
        }
        let mut auditor = stage.browser("auditor").await;
        assert_eq!(auditor.get(&format!("/audit/events/{own}")).await.status, StatusCode::OK);
        assert_eq!(auditor.get(&format!("/audit/events/{foreign}")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn whoever_reaches_everything_sees_also_what_belongs_to_nobody() {
    for engine in engines() {
        let stage = busy(engine).await;
        let change = stage.db.change(Actor::Command("worker")).await.unwrap();
        let event = db::Event::new("retention.removed", "table", &id("session"));
        change.commit(event).await.unwrap();
        let words = "Tog bort det som var för gammalt";
        let rows = |text: String| text.split("<tbody").nth(1).unwrap_or_default().contains(words);
        assert!(!rows(stage.browser("city-admin").await.get("/audit").await.text()));
        stage.person("whole", "Vera Vidsson", Role::Auditor, "city").await;
        let change = stage.db.change(COMMAND).await.unwrap();
        let row = vec![
            ("id", "second".into()),
            ("person_id", "whole".into()),
            ("unit_id", "other".into()),
            ("role", "auditor".into()),
        ];
        change.insert("person_role", row).await.unwrap();
        change.commit(db::Event::new("person.changed", "person", &id("whole"))).await.unwrap();
        assert!(rows(stage.browser("whole").await.get("/audit").await.text()));
    }
}

#[tokio::test]
async fn the_log_is_filtered_by_person_kind_day_and_thing() {
    for engine in engines() {
        let stage = busy(engine).await;
        stage.clock.set("2025-03-05T22:59:59Z".parse().unwrap());
        let school = stage.find("school").await;
        let change = stage.db.change(Actor::User(id("coordinator"))).await.unwrap();
        change.commit(db::Event::new("unit.changed", "unit", &school.id)).await.unwrap();
        let mut browser = stage.browser("city-admin").await;
        let count = |page: web::testing::Page| page.all("tbody th a").len();
        assert_eq!(count(browser.get("/audit?who=ordnars").await), 1, "by a part of the name, in any case");
        assert_eq!(count(browser.get("/audit?who=finns+inte").await), 0);
        assert_eq!(count(browser.get("/audit?kind=unit.changed").await), 1);
        assert_eq!(count(browser.get("/audit?subject_kind=unit&subject=school&kind=unit.changed").await), 1);
        assert_eq!(count(browser.get("/audit?subject_kind=unit&subject=city&kind=unit.changed").await), 0);
        // A minute to midnight in Sweden is still the fifth.
        assert_eq!(count(browser.get("/audit?kind=unit.changed&from=2025-03-05&to=2025-03-05").await), 1);
        assert_eq!(count(browser.get("/audit?kind=unit.changed&from=2025-03-06").await), 0);
        assert_eq!(count(browser.get("/audit?kind=unit.changed&to=2025-03-04").await), 0);
        assert_eq!(count(browser.get("/audit?from=nonsense&page=0&size=1").await), 1, "nonsense is passed over");
        let page = browser.get("/audit?size=2&page=2&kind=unit.added").await;
        assert!(page.text().contains("kind=unit.added&amp;page=1"), "the pager keeps the filter");
        super::stage::keep("audit", &browser.get("/audit").await);
        let event = event_about(&stage, "Björkskolan").await;
        super::stage::keep("audit-event", &browser.get(&format!("/audit/events/{event}")).await);
    }
}

#[tokio::test]
async fn a_file_holds_what_the_page_shows_and_taking_it_is_an_event() {
    for engine in engines() {
        let stage = busy(engine).await;
        open_school(&stage, "=1+1", "district", Actor::User(id("city-admin"))).await;
        let mut browser = stage.browser("city-admin").await;
        let shown = browser.get("/audit?kind=unit.added&size=500").await.all("tbody th a").len();
        let lines = browser.get("/audit/exports/events.jsonl?kind=unit.added").await.text();
        let entries: Vec<db::audit::Entry> = lines
            .lines()
            .map(|line| {
                let line: serde_json::Value = serde_json::from_str(line).unwrap();
                assert_eq!(line["kind"], "unit.added");
                serde_json::from_value(line).unwrap()
            })
            .collect();
        assert_eq!(entries.len(), shown);
        assert!(
            entries.iter().all(|entry| entry.is_genuine(stage.db.keys())),
            "a line holds all that its code was made of"
        );
        let table = browser.get("/audit/exports/events.csv?kind=unit.added").await;
        assert_eq!(table.kind, "text/csv; charset=utf-8");
        assert_eq!(table.text().lines().count(), shown + 1);
        assert!(table.text().starts_with("position,time,kind"));
        assert_eq!(stage.events("audit.exported").await, 2);
        assert_eq!(browser.get("/audit/exports/events.pdf").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn w2_what_somebody_does_after_they_have_left_is_no_business_of_where_they_were() {
    for engine in engines() {
        let stage = busy(engine).await;
        stage.browser("reporter").await.get("/account").await;
        let mut auditor = stage.browser("auditor").await;
        assert!(auditor.get("/audit").await.text().contains("Rut Rapportörsdotter"));
        let change = stage.db.change(COMMAND).await.unwrap();
        let sql = "UPDATE person_role SET valid_to = '2025-02-28' WHERE person_id = 'reporter'";
        change.execute(sql, values![]).await.unwrap();
        change.commit(db::Event::new("role.ended", "person", &id("reporter")).within(&id("other"))).await.unwrap();
        assert!(!auditor.get("/audit").await.text().contains("Rut Rapportörsdotter"));
    }
}

#[tokio::test]
async fn reading_the_log_is_noted_once_an_hour() {
    for engine in engines() {
        let stage = busy(engine).await;
        let mut browser = stage.browser("auditor").await;
        for _ in 0..3 {
            browser.get("/audit").await;
        }
        assert_eq!(stage.events("audit.read").await, 1);
        stage.browser("city-admin").await.get("/audit").await;
        assert_eq!(stage.events("audit.read").await, 2, "each reader is noted");
        stage.clock.set("2025-03-01T13:00:01Z".parse().unwrap());
        let mut browser = stage.browser("auditor").await;
        browser.get("/audit").await;
        assert_eq!(stage.events("audit.read").await, 3);
    }
}

#[tokio::test]
async fn w8_an_event_that_was_changed_says_so_on_its_page() {
    for engine in engines() {
        let stage = busy(engine).await;
        let event = event_about(&stage, "Björkskolan").await;
        let mut browser = stage.browser("city-admin").await;
        let path = format!("/audit/events/{event}");
        assert!(browser.get(&path).await.text().contains("Ingen har ändrat den"));
        let change = stage.db.change(COMMAND).await.unwrap();
        change.execute("UPDATE audit_event SET actor = 'coordinator' WHERE id = $1", values![event]).await.unwrap();
        change.commit(db::Event::new("unit.changed", "unit", &id("city"))).await.unwrap();
        assert!(browser.get(&path).await.text().contains("Händelsen kan ha ändrats"));
    }
}

#[tokio::test]
async fn rules_for_everybody_are_decided_by_whoever_administers_everything() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut part = stage.browser("city-admin").await;
        assert!(part.get("/retention-rules").await.text().contains("gäller alla organisationer"));
        let decided = [("audit-event", "1000"), ("organisation-import", "7"), ("outgoing-mail", "90")];
        assert_eq!(part.post("/retention-rules", &decided).await.status, StatusCode::FORBIDDEN);

        let stage = empty(engine, false, vec![MODULE]).await;
        stage.unit("city", None, UnitKind::Municipality, "Exempelstad").await;
        stage.person("admin", "Ada Administratörsson", Role::Administrator, "city").await;
        let mut admin = stage.browser("admin").await;
        super::stage::keep("retention-rules", &admin.get("/retention-rules").await);
        for wrong in [
            [("audit-event", "729"), ("organisation-import", "7"), ("outgoing-mail", "90")],
            [("audit-event", "x"), ("organisation-import", "366"), ("outgoing-mail", "90")],
        ] {
            let page = admin.post("/retention-rules", &wrong).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.text().contains("Skriv ett helt tal från 730 till 36500"), "{}", page.text());
        }
        assert_eq!(stage.events("retention.changed").await, 0);
        assert!(admin.post("/retention-rules", &decided).await.text().contains("Gallringsreglerna är sparade"));
        admin.post("/retention-rules", &decided).await;
        assert_eq!(stage.events("retention.changed").await, 2, "what stays as it was makes no event");
        let days = |rule: &'static Retention| rule.days(&stage.db);
        assert_eq!((days(&MODULE.retention[0]).await.unwrap(), days(&MODULE.retention[1]).await.unwrap()), (7, 1000));
    }
}

#[tokio::test]
async fn what_is_older_than_its_rule_goes_and_the_log_stays_whole() {
    for engine in engines() {
        let stage = busy(engine).await;
        let [_, log, ..] = MODULE.retention else { panic!("the log has a rule") };
        assert_eq!(log.enforce(&stage.db, COMMAND).await.unwrap(), 0);
        stage.clock.set("2035-04-01T12:00:00Z".parse().unwrap());
        open_school(&stage, "Nyskolan", "district", COMMAND).await;
        assert!(log.enforce(&stage.db, COMMAND).await.unwrap() > 5);
        assert_eq!(log.enforce(&stage.db, COMMAND).await.unwrap(), 0);
        let verification = db::audit::verify(&stage.db, &[]).await.unwrap();
        assert_eq!((verification.events, verification.faults.len()), (2, 0));
        assert_eq!(stage.events("retention.removed").await, 1);
    }
}
