//! An action is counted once, and stands alike wherever it is told how.

use axum::http::StatusCode;
use base::Id;
use db::Engine;
use db::testing::engines;
use documents::{Block, Inline, TableRow};
use sheets::write::Value;

use super::fixture::{Fixture, content, id};
use crate::compiled::{ActionStatus, BodyStatus, Standing, counted};
use crate::editions::{annex, document};
use crate::snapshot::Snapshot;

/// An action with what bodies say; the first leads where told so.
fn action(leads: bool, said: &[Option<&str>]) -> ActionStatus {
    let body = |(at, status): (usize, &Option<&str>)| BodyStatus {
        name: format!("Aktör {}", at + 1),
        leads: leads && at == 0,
        status: status.map(str::to_owned),
        before: None,
    };
    ActionStatus {
        id: Id::stored("a".to_owned()),
        number: "1".to_owned(),
        text: "Göra något".to_owned(),
        plan: String::new(),
        lead: String::new(),
        standing: String::new(),
        gone: false,
        bodies: said.iter().enumerate().map(body).collect(),
    }
}

#[test]
fn an_action_stands_as_its_leader_says_or_as_all_say() {
    let cases: [(bool, &[Option<&str>], Standing<'_>); 7] = [
        (true, &[Some("done"), Some("ongoing"), Some("ongoing")], Standing::Is("done")),
        (true, &[None, Some("ongoing"), Some("ongoing")], Standing::Is("ongoing")),
        (true, &[None, Some("ongoing"), Some("done")], Standing::Differs),
        (false, &[Some("ongoing"), None, Some("ongoing")], Standing::Is("ongoing")),
        (false, &[Some("ongoing"), Some("done")], Standing::Differs),
        (true, &[None, None], Standing::Unknown),
        (false, &[], Standing::Unknown),
    ];
    for (leads, said, wanted) in cases {
        assert_eq!(action(leads, said).standing(), wanted, "{leads} {said:?}");
    }
    let all: Vec<ActionStatus> = cases.iter().map(|(leads, said, _)| action(*leads, said)).collect();
    let counts = counted(&all);
    assert_eq!(counts, [("ongoing", 2), ("done", 1), ("differs", 2), ("unknown", 2)]);
    assert_eq!(counts.iter().map(|(_, count)| count).sum::<u64>(), 7, "each action once");
}

#[tokio::test]
async fn who_says_something_else_than_the_leader_is_told_beside_it() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let tell = |action: &ActionStatus| crate::editions::answers(fixture.words(), action);
    let many = [&[Some("done")][..], &[Some("ongoing"); 2], &[Some("delayed")], &[None]].concat();
    assert_eq!(
        tell(&action(true, &many)),
        "Genomförd enligt Aktör 1; 2 av 4 svarar Pågår, 1 av 4 svarar Försenad (4 av 5 har svarat)"
    );
    assert_eq!(
        tell(&action(false, &many)),
        "2 svarar Pågår, 1 svarar Genomförd, 1 svarar Försenad (4 av 5 har svarat)"
    );
    assert_eq!(tell(&action(true, &[Some("done"), Some("done")])), "2 av 2 har svarat");
    assert_eq!(tell(&action(true, &[])), "Ingen tillfrågad");
}

#[tokio::test]
async fn all_forms_count_actions_and_not_answers() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let (mut browser, report) = (fixture.browser("coordinator").await, fixture.begun().await);
        let goal = browser.get(&format!("{report}/goals/mal-1")).await;
        let bar = "main svg[aria-labelledby^='statuses-'] desc";
        assert_eq!(goal.all(bar).iter().map(|text| text.replace('\u{a0}', " ")).collect::<Vec<_>>(), ["1 genomförd"]);
        let aside = "Genomförd enligt Socialförvaltningen i Lindhamn; 1 av 2 svarar Pågår (2 av 3 har svarat)";
        assert!(goal.words().contains(aside), "{}", goal.words());
        let front = browser.get(&format!("{report}/preview")).await.words().replace('\u{a0}', " ");
        assert!(front.contains("1 åtgärd: 1 genomförd"), "{front}");

        let snapshot = Snapshot::of(fixture.compiled(2024).await, 1);
        let day = "2025-03-01".parse().unwrap();
        let document = document(&snapshot, fixture.words(), day);
        let cells = document.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(&table.rows),
            Block::Figure(figure) => figure.data.as_ref().map(|table| &table.rows),
            _ => None,
        });
        let cells: Vec<String> = cells
            .flatten()
            .filter_map(|row| if let TableRow::Cells(cells) = row { Some(cells) } else { None })
            .flatten()
            .map(|cell| {
                cell.iter().map(|part| if let Inline::Text(text) = part { text.as_str() } else { "" }).collect()
            })
            .collect();
        assert!(cells.contains(&aside.to_owned()) && cells.contains(&"1\u{a0}genomförd".to_owned()), "{cells:?}");
        let workbook = annex(&snapshot, fixture.words(), day);
        let actions = workbook.sheets.iter().find(|sheet| sheet.name == "Åtgärder").unwrap();
        assert_eq!(actions.rows[0][5], Value::from("Genomförd"));
        let data = serde_json::to_value(&snapshot).unwrap();
        assert_eq!(data["goals"][0]["actions"][0]["standing"], "done");
    }
}

#[tokio::test]
async fn the_same_promise_of_an_indicator_is_named_once_with_its_actions() {
    let mut content = content();
    let mut promise = content.goals[1].indicators[0].clone();
    "Beskrivning av vad parterna har gjort".clone_into(&mut promise.text);
    for (at, number) in ["1.2", "1.3"].into_iter().enumerate() {
        let mut action = plans::content::Action::new(id(&format!("atgard-1-{}", at + 2)), number, "Göra mer");
        promise.id = id(&format!("lofte-{at}"));
        action.indicators = vec![promise.clone()];
        content.goals[0].actions.push(action);
    }
    let fixture = Fixture::without_reports(Engine::Sqlite, content, plans::PlanKind::Municipal).await;
    let (mut browser, report) = (fixture.browser("coordinator").await, fixture.begun().await);
    for page in ["/preview", "/goals/mal-1", "/editions/report.html"] {
        let words = browser.get(&format!("{report}{page}")).await.words();
        assert!(words.contains("Beskrivning av vad parterna har gjort (åtgärd 1.2, 1.3)"), "{page}: {words}");
    }
    let words = browser.get(&format!("{report}/preview")).await.words();
    assert_eq!(words.matches("Beskrivning av vad parterna har gjort").count(), 1);
    assert!(words.contains("Upplevd trygghet"), "what stands under the goal itself has nothing beside it: {words}");
}

#[tokio::test]
async fn the_goals_page_begins_with_an_indicator_that_has_figures_and_leads_on() {
    for engine in engines() {
        let mut content = content();
        // The first has no figures this year.
        let mut empty = content.goals[0].actions[0].indicators[0].clone();
        empty.id = id("tom");
        "Andel utan siffror".clone_into(&mut empty.text);
        content.goals[0].indicators = vec![empty];
        let fixture = Fixture::without_reports(engine, content, plans::PlanKind::Municipal).await;
        fixture.reported().await;
        let (mut browser, report) = (fixture.browser("coordinator").await, fixture.begun().await);
        let address = format!("{report}/goals/mal-1");
        let page = browser.get(&address).await;
        let picks = page.all("nav[aria-label='Välj indikator'] li");
        assert_eq!(picks[0], "Andel utan siffror (uppgift saknas)");
        let current = page.all("nav[aria-label='Välj indikator'] [aria-current]");
        assert_ne!(current, ["Andel utan siffror"], "{picks:?}");
        assert!(page.all(".chart-figure svg").len() > 1 || page.words().contains("Nu"), "{}", page.words());
        let asked = browser.get(&format!("{address}?indicator=tom")).await;
        assert_eq!(asked.all("nav[aria-label='Välj indikator'] [aria-current]"), ["Andel utan siffror"]);

        // From here to the action in the plan and, for those inside, to the indicator over time.
        let action = format!("/plans/{}/actions/atgard-1-1", fixture.plan);
        let over_time = format!("/indicators/{}/tom", fixture.plan);
        assert!(asked.attributes("main a", "href").contains(&action), "{}", asked.text());
        assert!(asked.attributes("main a", "href").contains(&over_time), "{}", asked.text());
        for leads in [&action, &over_time] {
            assert_eq!(browser.get(leads).await.status, StatusCode::OK, "{leads}");
        }

        // Whoever may not read the plan is led nowhere.
        browser.post(&format!("{report}/freezes"), &[("confirmed", "true")]).await;
        browser.post(&format!("{report}/publications"), &[]).await;
        let mut anybody = fixture.browser("anybody").await;
        let page = anybody.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
        let links = page.attributes("main a", "href");
        assert!(!links.contains(&action) && !links.contains(&over_time), "{links:?}");
        assert!(page.words().contains("Utbilda all personal"), "{}", page.words());
    }
}
