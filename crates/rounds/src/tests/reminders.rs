//! Reminders as they are written, at most one a day, and the page on which one sees them.

use std::collections::BTreeMap;

use db::testing::engines;
use db::{Actor, Event, Queries, values};
use identity::Verb;
use web::testing::posted;

use super::fixture::{COMPLETE, Fixture, OWNER, POLICE, SCHOOLS, SOCIAL, id};
use crate::own_work;
use crate::remind;
use crate::round::Round;
use crate::round::reminder::mailing::due;

const MONDAY: &str = "2025-03-03";

/// Who has a reminder waiting, and what it says after its greeting.
async fn told(fixture: &Fixture) -> BTreeMap<String, String> {
    let mails = posted(&fixture.app).await;
    let count = mails.len();
    let said = |mail: web::testing::Posted| {
        assert_eq!(mail.kind, "round-reminder");
        assert!(mail.html.contains("<li>"), "{}", mail.html);
        let parts: Vec<&str> = mail.text.split("\n\n").skip(1).take(3).collect();
        (mail.to.replace("@exempel.se", ""), format!("{}: {}", mail.subject, parts.join(" ")))
    };
    let told: BTreeMap<_, _> = mails.into_iter().map(said).collect();
    assert_eq!(told.len(), count, "nobody has two");
    told
}

/// Forgets what was written, as if it had been sent long ago.
async fn forget(fixture: &Fixture) {
    tell(fixture, "DELETE FROM outgoing_mail").await;
    assert_eq!(fixture.number("SELECT COUNT(*) FROM round_reminder").await, 0, "it goes with its mail");
}

async fn tell(fixture: &Fixture, sql: &str) {
    let change = fixture.db().change(Actor::Command("test")).await.unwrap();
    change.execute(sql, values![]).await.unwrap();
    change.commit(Event::new("test.done", "unit", &id(OWNER))).await.unwrap();
}

#[tokio::test]
async fn on_monday_at_seven_each_gets_one_mail_about_all_that_is_theirs() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        tell(&fixture, "UPDATE person SET language = 'en' WHERE id = 'schools'").await;
        assert_eq!(remind(fixture.db()).await.unwrap(), 0, "a Saturday");
        fixture.clock.set("2025-03-03T05:59:00Z".parse().unwrap());
        assert_eq!(remind(fixture.db()).await.unwrap(), 0, "a minute to seven in Sweden");
        fixture.clock.set("2025-03-03T06:00:00Z".parse().unwrap());
        assert_eq!(remind(fixture.db()).await.unwrap(), 5);
        let at = |unit: &str| format!("http://localhost:3000{round}/bodies/{unit}");
        let swedish = |count: u8, unit: &str| {
            let said = format!("Det här är kvar att lämna in för dig: - Uppföljning: {count} kvar Lämna in:\n");
            format!("Du har kvar att lämna in: {said}{}", at(unit))
        };
        let english = format!(
            "You have something left to hand in: This is left for you to hand in: - Uppföljning: 2 left Hand in:\n{}",
            at(SCHOOLS)
        );
        let expected = [
            ("manager", swedish(2, SOCIAL)),
            ("police", swedish(1, POLICE)),
            ("reporter", swedish(2, SOCIAL)),
            ("schools", english),
            ("second", swedish(2, SOCIAL)),
        ];
        let told = told(&fixture).await;
        assert_eq!(told, expected.map(|(who, said)| (who.to_owned(), said)).into());
        let ends = base::day_begins("2025-03-04".parse().unwrap()).as_microsecond();
        let late = format!("SELECT COUNT(*) FROM outgoing_mail WHERE useful_until <> {ends}");
        assert_eq!(fixture.number(&late).await, 0, "of no use the day after");
        assert_eq!(remind(fixture.db()).await.unwrap(), 0);
        let events = "SELECT COUNT(*) FROM audit_event WHERE kind = 'round.reminded' AND subject_kind = 'round'";
        assert_eq!(fixture.number(events).await, 5);
    }
}

#[tokio::test]
async fn whoever_has_handed_in_or_is_excused_is_left_alone_and_what_is_returned_is_open() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let police = fixture.report(&round, "tre", POLICE).await;
        let (one, two) = (fixture.report(&round, "ett", SCHOOLS).await, fixture.report(&round, "tva", SCHOOLS).await);
        fixture.submit("police", &police, &COMPLETE).await;
        fixture.submit("schools", &one, &COMPLETE).await;
        let excused = [("reason", "Ny nämnd")];
        fixture.browser("coordinator").await.post(&format!("{two}/exemptions"), &excused).await;
        fixture.day(MONDAY);
        remind(fixture.db()).await.unwrap();
        let who = |told: BTreeMap<String, String>| told.into_keys().collect::<Vec<_>>();
        assert_eq!(who(told(&fixture).await), ["manager", "reporter", "second"]);
        forget(&fixture).await;
        let note = [("note", "Hur många?")];
        let page = fixture.browser("coordinator").await.post(&format!("{police}/returns"), &note).await;
        assert_eq!(page.status, 200, "{}", page.words());
        tell(&fixture, "UPDATE person SET active = FALSE WHERE id = 'second'").await;
        fixture.day("2025-03-10");
        remind(fixture.db()).await.unwrap();
        assert_eq!(who(told(&fixture).await), ["manager", "police", "reporter"]);
    }
}

#[tokio::test]
async fn rounds_are_joined_and_none_reminds_that_is_closed_ended_or_paused() {
    for engine in engines() {
        let (fixture, first) = Fixture::with_round(engine).await;
        let second = fixture.open(2025).await;
        fixture.day("2025-03-10");
        remind(fixture.db()).await.unwrap();
        let said = told(&fixture).await["police"].clone();
        assert!(said.contains("- Uppföljning: 1 kvar\n- Uppföljning: 1 kvar"), "{said}");
        assert!(said.ends_with("http://localhost:3000/"), "{said}");
        // Whoever was signed in the day before is no longer.
        let post = async |path: String, fields: &[(&str, &str)]| {
            let page = fixture.browser("coordinator").await.post(&path, fields).await;
            assert_eq!(page.status, 200, "{path}: {}", page.words());
        };
        post(format!("{second}/reminder-pauses"), &[]).await;
        // Three days before the day it is due, the day after and a week after.
        for (day, mails) in [("2025-03-28", 5), ("2025-04-01", 5), ("2025-04-02", 0), ("2025-04-07", 5)] {
            forget(&fixture).await;
            fixture.day(day);
            assert_eq!(remind(fixture.db()).await.unwrap(), mails, "{day}");
        }
        let fields = [("unit", POLICE), ("until", "2025-04-25"), ("reason", "Ny handläggare")];
        post(format!("{first}/extensions"), &fields).await;
        // Closed on the fifteenth, but for the police: three days before their own last day, and on Mondays until then.
        for (day, mails) in
            [("2025-04-14", 5), ("2025-04-21", 1), ("2025-04-22", 1), ("2025-04-26", 0), ("2025-04-28", 0)]
        {
            forget(&fixture).await;
            fixture.day(day);
            assert_eq!(remind(fixture.db()).await.unwrap(), mails, "{day}");
        }
        forget(&fixture).await;
        post(format!("{first}/endings"), &[]).await;
        fixture.day("2025-04-21");
        assert_eq!(remind(fixture.db()).await.unwrap(), 0, "ended");
        post(format!("{second}/reminder-resumptions"), &[]).await;
        fixture.day("2025-03-31");
        assert_eq!(remind(fixture.db()).await.unwrap(), 5, "it reminds again");
        for kind in ["round.reminders_paused", "round.reminders_resumed"] {
            let events = format!("SELECT COUNT(*) FROM audit_event WHERE kind = '{kind}'");
            assert_eq!(fixture.number(&events).await, 1, "{kind}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_and_one_that_dies_write_each_mail_once() {
    for engine in engines() {
        let (fixture, _) = Fixture::with_round(engine).await;
        fixture.day(MONDAY);
        let (db, day) = (fixture.db(), MONDAY.parse().unwrap());
        // One worker has found out what is to be written, writes a mail, begins another, and is gone.
        let found = due(db, day).await.unwrap();
        assert!(found[0].write(db, day).await.unwrap());
        let change = db.change(Actor::Command("worker")).await.unwrap();
        let mail =
            web::outbox::Mail::to_person(&found[1].person, "round-reminder", &format!("{} {day}", found[1].person));
        assert!(mail.put(db, &change).await.unwrap().is_some());
        drop(change);
        assert_eq!(told(&fixture).await.len(), 1);
        // Two go on at the same time, and one more that found out before either had written.
        let stale = async {
            let mut written = 0;
            for reminder in &found {
                written += usize::from(reminder.write(db, day).await.unwrap());
            }
            written
        };
        let (one, two, three) = tokio::join!(remind(db), remind(db), stale);
        assert_eq!(one.unwrap() + two.unwrap() + three, 4);
        assert_eq!(told(&fixture).await.len(), 5);
        assert_eq!(fixture.number("SELECT COUNT(*) FROM round_reminder").await, 5);
        assert_eq!(fixture.number("SELECT COUNT(*) FROM audit_event WHERE kind = 'round.reminded'").await, 5);
    }
}

#[tokio::test]
async fn own_work_is_the_same_asked_of_the_database_and_of_the_roles() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let paths: Vec<(String, String)> = [OWNER, SOCIAL, SCHOOLS, POLICE, "ekvik"]
            .map(|unit| (unit.to_owned(), format!("SELECT path FROM unit WHERE id = '{unit}'")))
            .into();
        for who in ["coordinator", "member", "reporter", "manager", "schools", "police", "other"] {
            let viewer = fixture.viewer(who).await;
            for verb in [Verb::Submit, Verb::Approve] {
                let mut values = values![];
                let condition = own_work::condition(&viewer, verb, &mut values);
                let found =
                    fixture.db().texts(&format!("SELECT u.id FROM unit u WHERE {condition}"), values).await.unwrap();
                for (unit, path) in &paths {
                    let path = fixture.text(path).await;
                    let own = own_work::is_of(&viewer, verb, &id(unit), &path);
                    assert_eq!(own, found.contains(unit), "{who} {verb:?} {unit}");
                }
            }
        }
    }
}

#[tokio::test]
async fn whoever_runs_a_round_sees_who_is_reminded_and_whom_nobody_reaches() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let at = format!("{round}/reminders");
        for (who, status) in [("reporter", 403), ("member", 403), ("police", 403), ("other", 404)] {
            assert_eq!(fixture.browser(who).await.get(&at).await.status, status, "{who}");
            for deed in ["reminder-pauses", "reminder-resumptions"] {
                let page = fixture.browser(who).await.post(&format!("{round}/{deed}"), &[]).await;
                assert_eq!(page.status, status, "{who} {deed}");
            }
        }
        tell(&fixture, "UPDATE person SET active = FALSE WHERE id = 'police'").await;
        let mut coordinator = fixture.browser("coordinator").await;
        assert!(coordinator.get(&round).await.attributes("a", "href").contains(&at));
        let page = coordinator.get(&at).await;
        let days = [
            "Måndag 3 mars 2025: sammanställning till 4 personer",
            "Måndag 10 mars 2025: sammanställning till 4 personer",
        ];
        assert_eq!(page.all("section:has(#coming) summary"), days);
        assert_eq!(page.all("section:has(#unreached) tbody th"), ["Polisområde Lindhamn"]);
        assert!(page.all("section:has(#told)").is_empty());
        assert!(
            !page.attributes("a", "href").contains(&"/organisation/people/new".to_owned()),
            "she gives no accounts"
        );
        // What has gone out stands below, and is not announced any more.
        fixture.day(MONDAY);
        remind(fixture.db()).await.unwrap();
        let mut coordinator = fixture.browser("coordinator").await;
        let page = coordinator.get(&at).await;
        assert_eq!(page.all("section:has(#coming) summary").len(), 1, "{}", page.words());
        assert_eq!(page.all("section:has(#told) summary"), ["3 mars 2025: 4 personer"]);
        assert!(page.words().contains("Väntar"), "{}", page.words());
        let page = coordinator.post(&format!("{round}/reminder-pauses"), &[]).await;
        assert_eq!((page.path.as_str(), page.all("section:has(#coming)").len()), (at.as_str(), 0));
        assert!(page.words().contains("Påminnelserna är avstängda."), "{}", page.words());
        coordinator.post(&format!("{round}/endings"), &[]).await;
        let page = coordinator.post(&format!("{round}/reminder-resumptions"), &[]).await;
        assert_eq!(page.status, 409, "it has ended");
    }
}

/// Reports of 26 municipalities on 55 actions each, as many as a county has.
#[tokio::test]
async fn a_countys_reminders_are_found_in_a_moment() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let round = id(round.trim_start_matches("/rounds/"));
        let change = fixture.db().change(Actor::Command("test")).await.unwrap();
        for unit in 0..26 {
            let sql = "INSERT INTO unit (id, parent_id, path, kind, name, sort_key, search) \
                VALUES ($1, $2, $3, 'municipality', $1, $1, $1)";
            let name = format!("kommun-{unit:02}");
            change.execute(sql, values![name.as_str(), OWNER, format!("/lindhamn/{name}/")]).await.unwrap();
            let sql = "INSERT INTO person (id, name, sort_key, email) VALUES ($1, $1, $1, $2)";
            change.execute(sql, values![name.as_str(), format!("{name}@exempel.se")]).await.unwrap();
            let sql = "INSERT INTO person_role (id, person_id, unit_id, role, reach) VALUES ($1, $1, $1, 'reporter', 'below')";
            change.execute(sql, values![name.as_str()]).await.unwrap();
            for item in 0..55 {
                let key = format!("{item:02}-{unit:02}");
                let sql = "INSERT INTO round_item (id, round_id, position, item_key, kind, number, title, section_key, section, \
                    minutes, form) VALUES ($1, $2, 100, $1, 'action', '', '', '', '', 5, '{}')";
                change.execute(sql, values![key.as_str(), round.as_str()]).await.unwrap();
                let sql = "INSERT INTO report (id, round_id, item_id, unit_id, leads, state, revision, typed) \
                    VALUES ($1, $2, $1, $3, TRUE, 'expected', 1, '{}')";
                change.execute(sql, values![key.as_str(), round.as_str(), name.as_str()]).await.unwrap();
            }
        }
        change.commit(Event::new("test.done", "unit", &id(OWNER))).await.unwrap();
        fixture.day(MONDAY);
        let begun = std::time::Instant::now();
        let found = due(fixture.db(), MONDAY.parse().unwrap()).await.unwrap();
        let (took, all) =
            (begun.elapsed(), found.iter().flat_map(|one| &one.lines).map(|line| line.reports).sum::<i64>());
        println!("{engine:?}: {} reminders of {all} reports found in {took:?}", found.len());
        assert_eq!((found.len(), all), (5 + 26, 9 + 26 * 55));
        assert!(took.as_secs() < 2, "{took:?}");
        let viewer = fixture.viewer("coordinator").await;
        let round = Round::find(fixture.db(), &viewer, &round).await.unwrap().unwrap();
        let outlook = round.outlook(fixture.db()).await.unwrap();
        assert_eq!(outlook.coming.iter().map(|(_, all)| all.len()).collect::<Vec<_>>(), [31, 31]);
    }
}
