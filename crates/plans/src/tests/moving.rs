//! Measures and indicators are moved: a step at a time, and to another goal, measure or action.

use db::testing::engines;
use web::testing::Browser;

use super::fixture::{Fixture, id};
use crate::Plan;
use crate::content::{Content, Indicator, IndicatorKind, Measure};

/// Two more measures under the first goal, and another indicator under its first measure.
async fn prepare(fixture: &Fixture) {
    let viewer = fixture.viewer("coordinator").await;
    Plan::edit(fixture.db(), &viewer, &fixture.plan, "plan.measure_added", |content, _| {
        let goal = content.goal_mut(&id("mal-1")).unwrap();
        for name in ["matt-2", "matt-3"] {
            goal.measures.push(Measure { id: id(name), text: format!("Ett {name}"), indicators: Vec::new() });
        }
        let second = Indicator::new(id("indikator-3"), IndicatorKind::Number, "Antal anmälda tecken");
        goal.measures[0].indicators.push(second);
        Ok(())
    })
    .await
    .unwrap();
}

async fn content(fixture: &Fixture) -> Content {
    serde_json::from_str(&fixture.stored(1).await).unwrap()
}

fn measures(content: &Content, goal: &str) -> Vec<String> {
    content.goal(&id(goal)).unwrap().measures.iter().map(|measure| measure.id.to_string()).collect()
}

fn indicators(list: &[Indicator]) -> Vec<&str> {
    list.iter().map(|indicator| indicator.id.as_str()).collect()
}

async fn send(fixture: &Fixture, browser: &mut Browser, rest: &str, field: (&str, &str)) -> u16 {
    browser.post(&fixture.at(rest), &[field]).await.status.as_u16()
}

#[tokio::test]
async fn a_measure_moves_a_step_and_to_another_goal() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        prepare(&fixture).await;
        let mut browser = fixture.browser("coordinator").await;
        let moves = "/goals/mal-1/measures/matt-2/moves";
        for (step, expected) in [
            ("up", ["matt-2", "matt-1", "matt-3"]),
            ("up", ["matt-2", "matt-1", "matt-3"]),
            ("down", ["matt-1", "matt-2", "matt-3"]),
            ("down", ["matt-1", "matt-3", "matt-2"]),
            ("down", ["matt-1", "matt-3", "matt-2"]),
        ] {
            assert_eq!(send(&fixture, &mut browser, moves, ("to", step)).await, 200);
            assert_eq!(measures(&content(&fixture).await, "mal-1"), expected, "{step}");
        }
        let page = browser.post(&fixture.at("/goals/mal-1/measures/matt-1/moves"), &[("under", "mal-2")]).await;
        assert!(page.words().contains("Måttet är flyttat."), "{}", page.words());
        let after = content(&fixture).await;
        assert_eq!(
            (measures(&after, "mal-1"), measures(&after, "mal-2")),
            (vec!["matt-3".into(), "matt-2".into()], vec!["matt-1".into()])
        );
        assert_eq!(indicators(&after.goals[1].measures[0].indicators), ["indikator-1", "indikator-3"]);
        let (before, of) = (fixture.stored(1).await, "/goals/mal-2/measures/matt-1/moves");
        assert_eq!(send(&fixture, &mut browser, of, ("under", "mal-9")).await, 409);
        assert_eq!(send(&fixture, &mut browser, of, ("to", "sideways")).await, 400);
        assert_eq!(send(&fixture, &mut browser, of, ("under", "mal-2")).await, 200, "it stands there");
        assert_eq!(send(&fixture, &mut browser, "/goals/mal-2/measures/matt-9/moves", ("to", "up")).await, 404);
        assert_eq!(fixture.stored(1).await, before);
    }
}

#[tokio::test]
async fn an_indicator_moves_a_step_and_under_anything_that_has_indicators() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        prepare(&fixture).await;
        let mut browser = fixture.browser("coordinator").await;
        let moves = "/indicators/indikator-3/moves";
        send(&fixture, &mut browser, moves, ("to", "up")).await;
        let after = content(&fixture).await;
        assert_eq!(indicators(&after.goals[0].measures[0].indicators), ["indikator-3", "indikator-1"]);
        let form = browser.get(&fixture.at("/indicators/indikator-3/edit")).await;
        assert_eq!(form.all("#move select optgroup option[selected]"), ["Fler känner igen tidiga tecken"]);
        assert_eq!(form.all("#move button"), ["Flytta ner", "Flytta hit"], "the first goes no further up");
        for (under, expected) in [
            ("mal-2", vec!["indikator-3"]),
            ("matt-2", vec!["indikator-3"]),
            ("atgard-2-2", vec!["indikator-2", "indikator-3"]),
        ] {
            let page = browser.post(&fixture.at(moves), &[("under", under)]).await;
            assert!(page.words().contains("Indikatorn är flyttad."), "{}", page.words());
            let mut after = content(&fixture).await;
            let (_, list) = after.indicator_lists_mut().find(|(of, _)| of.as_str() == under).unwrap();
            assert_eq!(indicators(list), expected, "{under}");
            assert_eq!(after.indicators().filter(|(_, one)| one.id == id("indikator-3")).count(), 1);
        }
        let before = fixture.stored(1).await;
        assert_eq!(send(&fixture, &mut browser, moves, ("under", "atgard-9-9")).await, 409);
        assert_eq!(send(&fixture, &mut browser, "/indicators/indikator-9/moves", ("to", "up")).await, 404);
        assert_eq!(fixture.stored(1).await, before);
    }
}

#[tokio::test]
async fn whoever_does_not_write_moves_nothing() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    prepare(&fixture).await;
    let before = fixture.stored(1).await;
    for who in ["decider", "member", "reporter", "other", "anybody"] {
        let mut browser = fixture.browser(who).await;
        for rest in ["/goals/mal-1/measures/matt-1/moves", "/indicators/indikator-1/moves"] {
            let page = browser.post(&fixture.at(rest), &[("to", "down")]).await;
            let kept_out = [403, 404].contains(&page.status.as_u16()) || page.path.starts_with("/sign-in");
            assert!(kept_out, "{who} {rest}: {}", page.status);
        }
    }
    assert_eq!(fixture.stored(1).await, before);
}

#[tokio::test]
async fn a_comparison_tells_what_was_moved() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        prepare(&fixture).await;
        let mut browser = fixture.browser("coordinator").await;
        browser.post(&fixture.at("/adoptions"), &super::life::DECISION).await;
        browser.post(&fixture.at("/revisions"), &[]).await;
        browser.post(&fixture.at("/goals/mal-1/measures/matt-3/moves"), &[("to", "up")]).await;
        browser.post(&fixture.at("/goals/mal-1/measures/matt-1/moves"), &[("under", "mal-2")]).await;
        browser.post(&fixture.at("/indicators/indikator-2/moves"), &[("under", "mal-1")]).await;
        let page = browser.get(&fixture.at("/comparisons?from=1&to=draft")).await;
        let words = page.words();
        assert!(words.contains("3 flyttade"), "{words}");
        for part in ["Mått: Fler känner igen tidiga tecken", "Indikator: Antal samtal om stöd"] {
            assert!(words.contains(part), "{part}: {words}");
        }
        for part in ["tillagd", "borttagen", "ändrad"] {
            assert!(!words.contains(&format!("1 {part}")), "{part}: {words}");
        }
    }
}
