//! A change is told only of what can be compared: of the bodies that answered in both years.

use db::testing::engines;
use documents::{Block, Inline};
use indicators::{Change, Course, Value};
use serde_json::json;

use super::fixture::{Fixture, Given, LEISURE, SCHOOL, SOCIAL, content, id};
use crate::compiled::{Compiled, IndicatorStatus};
use crate::editions::{Format, bytes, document};
use crate::snapshot::Snapshot;

const DAY: &str = "2025-03-01";

fn of<'a>(compiled: &'a Compiled, id: &str) -> &'a IndicatorStatus {
    compiled.goals.iter().flat_map(|goal| &goal.indicators).find(|one| one.id.as_str() == id).unwrap()
}

/// What the document says as text: paragraphs, lists and facts.
fn said(snapshot: &Snapshot, fixture: &Fixture) -> String {
    let plain = |inlines: &[Inline]| {
        let text = |inline: &Inline| match inline {
            Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) => text.clone(),
            _ => String::new(),
        };
        inlines.iter().map(text).collect::<String>()
    };
    let block = |block: &Block| match block {
        Block::Paragraph(inlines) => plain(inlines),
        Block::List { items, .. } => items.iter().map(|item| plain(item)).collect::<Vec<_>>().join(" "),
        Block::Facts(facts) => facts.iter().map(|(_, fact)| plain(fact)).collect::<Vec<_>>().join(" "),
        Block::Figure(figure) => figure.alt.clone(),
        _ => String::new(),
    };
    let blocks = document(snapshot, fixture.words(), DAY.parse().unwrap()).blocks;
    blocks.iter().map(block).collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[tokio::test]
async fn the_bodies_of_both_years_are_compared_and_said_how_many_they_are() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        // A third body answered the year before, with a share that pulled the total up.
        fixture
            .execute("UPDATE report SET state = 'approved' WHERE unit_id = 'skolforvaltningen' AND state = 'excused'")
            .await;
        fixture.figure(2023, "atgard-1-1", SCHOOL, ("andel", "", ""), Given::of(50, 50)).await;
        let compiled = fixture.compiled(2024).await;
        let series = of(&compiled, "andel").series.clone().unwrap();
        assert_eq!(series.at(2023).unwrap().value, Some(Value::Share { part: 55, whole: 100 }));
        let Some(Change::Went(shift)) = series.change(2024) else { panic!("{:?}", series.change(2024)) };
        assert_eq!((shift.before, shift.now, shift.course, shift.bodies), (10.0, 24.0, Course::Right, Some(2)));

        let sentence = "De 2 aktörer som har svarat båda åren: från 10 % (2023) till 24 %. Åt rätt håll.";
        let (mut browser, report) = (fixture.browser("coordinator").await, fixture.begun().await);
        let listed = format!("Andel personal som gått utbildningen. {sentence}");
        for (page, wanted) in [
            (format!("{report}/goals/mal-1?indicator=andel"), sentence),
            (format!("{report}/preview"), listed.as_str()),
            (format!("{report}/editions/report.html"), sentence),
        ] {
            let found = browser.get(&page).await.words().replace('\u{a0}', " ");
            assert!(found.contains(wanted), "{page}: {found}");
            assert!(!found.contains("Från 55"), "{page}");
        }
        let goal = browser.get(&format!("{report}/goals/mal-1?indicator=andel")).await;
        assert!(
            goal.words().replace('\u{a0}', " ").contains("24 % (12 av 50), från 2 av 3 aktörer"),
            "{}",
            goal.words()
        );
        assert!(goal.all("main table td").iter().any(|cell| cell.contains("2 av 3 aktörer")), "{}", goal.words());
        // The year is hollow in the chart, and the chart says what that is.
        let svg = goal.text();
        assert_eq!(svg.matches("chart__mark--solid").count(), 1, "2023 is filled");
        assert!(
            goal.all("main svg desc").join(" ").contains("Ihålig punkt: alla har inte svarat. 2024: 2 av 3 aktörer.")
        );

        let snapshot = Snapshot::of(compiled, 1);
        assert!(said(&snapshot, &fixture).contains(sentence));
        let data = bytes(&snapshot, fixture.words(), Format::Json, DAY.parse().unwrap()).unwrap();
        let data: serde_json::Value = serde_json::from_slice(&data).unwrap();
        let comparison = &data["goals"][0]["indicators"][1]["series"]["comparison"];
        assert_eq!(
            (&comparison["bodies"], &comparison["all"], &comparison["since"]),
            (&json!(2), &json!(false), &json!(2023)),
            "{data}"
        );
    }
}

#[tokio::test]
async fn of_too_few_bodies_nothing_is_told_but_that() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        fixture.execute("UPDATE report SET state = 'submitted' WHERE unit_id = 'fritidsforvaltningen'").await;
        let snapshot = Snapshot::of(fixture.compiled(2024).await, 1);
        let series = of(&snapshot.compiled, "andel").series.clone().unwrap();
        assert_eq!(series.change(2024), Some(Change::Unanswered { answered: 1, expected: 3 }));
        let (mut browser, report) = (fixture.browser("coordinator").await, fixture.begun().await);
        let goal = browser.get(&format!("{report}/goals/mal-1?indicator=andel")).await;
        assert!(goal.words().contains("Kan inte jämföras: 1 av 3 har svarat."), "{}", goal.words());
        let text = said(&snapshot, &fixture);
        assert!(text.contains("Kan inte jämföras: 1 av 3 har svarat."), "{text}");
        let front = browser.get(&format!("{report}/preview")).await.words();
        for wrong in ["Åt rätt håll", "Åt fel håll", "Andel personal som gått utbildningen. "] {
            assert!(
                !front.contains(wrong) && !goal.words().contains(wrong) && !text.contains(wrong),
                "{wrong}: {text}"
            );
        }
    }
}

#[tokio::test]
async fn about_people_no_total_is_told_that_tells_one_bodys_number() {
    for engine in engines() {
        let mut content = content();
        content.goals[0].actions[0].indicators[1].fact_sheet.history.clear();
        let fixture = Fixture::without_reports(engine, content, plans::PlanKind::Municipal).await;
        fixture.reported().await;
        // Two bodies the year before, one of them now: the one that is missing would be the difference.
        for (year, unit, count) in [(2023, LEISURE, 30.0), (2023, SCHOOL, 20.0), (2024, LEISURE, 33.0)] {
            fixture.figure(year, "atgard-1-1", unit, ("utsatta", "", ""), Given::number(count)).await;
        }
        fixture.execute("UPDATE report SET state = 'approved' WHERE state = 'excused'").await;
        let compiled = fixture.compiled(2024).await;
        let series = of(&compiled, "utsatta").series.clone().unwrap();
        assert_eq!(series.at(2023).unwrap().height(), Some(58.0));
        assert_eq!(series.change(2024), Some(Change::Few));
        let text = serde_json::to_string(&compiled).unwrap();
        assert!(!text.contains("38.0"), "what the two gave together the year before: {text}");
        let (mut browser, report) = (fixture.browser("coordinator").await, fixture.begun().await);
        let goal = browser.get(&format!("{report}/goals/mal-1?indicator=utsatta")).await;
        assert!(goal.words().contains("Kan inte jämföras utan att visa siffror om för få."), "{}", goal.words());
    }
}

#[tokio::test]
async fn the_same_bodies_that_were_all_asked_are_told_plainly_and_outside_series_as_they_are() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    fixture.execute("DELETE FROM report_figure WHERE report_id LIKE '%skolforvaltningen'").await;
    fixture.execute("DELETE FROM report WHERE unit_id = 'skolforvaltningen'").await;
    let (mut browser, report) = (fixture.browser("coordinator").await, fixture.begun().await);
    let address = format!("{report}/goals/mal-1?indicator=andel");
    let words = browser.get(&address).await.words().replace('\u{a0}', " ");
    assert!(words.contains("Från 10 % (2023) till 24 %. Åt rätt håll.") && !words.contains("båda åren"), "{words}");
    let series = super::series::begun(&mut browser, "share", "2023;40\n2024;35").await.replace("/series/", "outside:");
    browser.post(&format!("/indicators/{}/andel/sources", fixture.plan), &[("source", &series)]).await;
    let words = browser.get(&address).await.words().replace('\u{a0}', " ");
    assert!(words.contains("Från 40 % (2023) till 35 %. Åt fel håll."), "{words}");
}

#[tokio::test]
async fn an_action_has_moved_only_where_the_same_bodies_say_so() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let moved = async || fixture.compiled(2024).await.goals[0].actions[0].moved().is_some();
    assert!(moved().await, "whoever leads it said so in both years");
    // The leader has not been approved this year: what the others say is no change of what the leader said.
    fixture
        .execute("UPDATE report SET state = 'submitted' WHERE id = 'round-2024-atgard-1-1-socialforvaltningen'")
        .await;
    assert!(!moved().await);
    let front = fixture.browser("coordinator").await.get(&format!("{}/preview", fixture.begun().await)).await;
    assert!(!front.words().contains("tidiga tecken på våld: från"), "{}", front.words());
    // Nobody leads: half of those asked must have answered in both years.
    fixture.execute("UPDATE report SET leads = FALSE").await;
    assert!(!moved().await, "one of three, which says the same");
    let typed = |status: &str| json!({ "status": status }).to_string();
    fixture
        .execute(&format!("UPDATE report SET typed = '{}' WHERE id = 'round-2024-atgard-1-1-{LEISURE}'", typed("done")))
        .await;
    assert!(!moved().await, "one of three");
    fixture
        .execute(&format!(
            "UPDATE report SET state = 'approved', typed = '{}' WHERE id = 'round-2024-atgard-1-1-{SOCIAL}'",
            typed("done")
        ))
        .await;
    assert!(moved().await, "two of three");
    assert_eq!(id("atgard-1-1"), fixture.compiled(2024).await.goals[0].actions[0].id);
}
