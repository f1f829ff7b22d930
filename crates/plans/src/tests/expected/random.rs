//! Whoever answers for whatever: each action is asked of each body exactly once, and of everybody who is to answer.

use std::collections::BTreeSet;

use identity::{Answering, Answers, NewUnit, Unit, UnitKind};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::super::fixture::{Fixture, LEISURE, OWNER, SOCIAL, id};
use super::party;
use crate::content::{Action, Content, Frequency, Goal, Party};
use crate::expected::{Respondents, of_year};
use crate::plan::Plan;

/// What each party leads to.
const PARTIES: [(&str, &[&str]); 6] = [
    (SOCIAL, &[SOCIAL]),
    (LEISURE, &[LEISURE]),
    ("both", &[LEISURE, SOCIAL]),
    ("one", &["one"]),
    ("gone", &[OWNER]),
    ("lost", &[]),
];

fn action() -> impl Strategy<Value = (Option<usize>, Vec<usize>, Option<Frequency>)> {
    let frequency = proptest::option::of(proptest::sample::select(crate::words::FREQUENCIES.to_vec()));
    (proptest::option::of(0..PARTIES.len()), proptest::collection::vec(0..PARTIES.len(), 0..8), frequency)
}

fn content() -> impl Strategy<Value = Content> {
    proptest::collection::vec(proptest::collection::vec(action(), 0..5), 1..4).prop_map(|goals| {
        let mut content = super::super::fixture::content();
        let made = goals.into_iter().enumerate().map(|(at, actions)| {
            let mut goal = Goal::new(id(&format!("g{at}")), at.to_string(), "Mål");
            let made = actions.into_iter().enumerate().map(|(place, (lead, with, frequency))| {
                let mut action = Action::new(id(&format!("a{at}-{place}")), "", "Gör");
                action.lead = lead.map(|party_at| party(PARTIES[party_at].0));
                action.co_responsible = with.into_iter().map(|party_at| party(PARTIES[party_at].0)).collect();
                action.frequency = frequency;
                action
            });
            goal.actions = made.collect();
            goal
        });
        content.goals = made.collect();
        content
    })
}

fn units_of(party: &Party) -> &'static [&'static str] {
    PARTIES.iter().find(|(name, _)| *name == party.name()).map_or(&[], |(_, units)| units)
}

#[tokio::test]
async fn each_action_is_asked_of_each_body_exactly_once() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    fixture.group("both", Answers::Each, &[SOCIAL, LEISURE]).await;
    fixture.group("one", Answers::One, &[SOCIAL, LEISURE]).await;
    for (name, successor) in [("gone", Some(id(OWNER))), ("lost", None)] {
        fixture.unit(name, Some(OWNER), UnitKind::Board, None).await;
        let unit = Unit::find(fixture.db(), &id(name)).await.unwrap().unwrap();
        let actor = db::Actor::Command("test");
        unit.end(fixture.db(), actor, jiff::civil::date(2025, 1, 31), successor.as_ref()).await.unwrap();
    }
    let plan = Plan::load(fixture.db(), &fixture.plan).await.unwrap().unwrap();
    let answering = Answering::load(fixture.db()).await.unwrap();
    let respondents = || Respondents::new(answering.clone(), Vec::new(), &plan.owner);
    let mut runner = TestRunner::default();
    let checked = runner.run(&content(), |content| {
        for (_, action) in content.actions() {
            let wanted: BTreeSet<&str> = action.parties().flat_map(|(party, _)| units_of(party)).copied().collect();
            let leads: BTreeSet<&str> = action.lead.iter().flat_map(units_of).copied().collect();
            let mut years = 0;
            for year in 2024..=2029 {
                let expected = of_year(&plan, &content, respondents(), year, &[]);
                let items: Vec<_> = expected.items.iter().filter(|item| item.key == action.id).collect();
                prop_assert!(items.len() <= 1);
                years += items.len();
                for item in items {
                    let units: BTreeSet<&str> = item.from.iter().map(|(unit, _)| unit.as_str()).collect();
                    prop_assert_eq!(units.len(), item.from.len());
                    prop_assert_eq!(&units, &wanted);
                    let leading = item.from.iter().filter(|(_, leads)| *leads).map(|(unit, _)| unit.as_str());
                    prop_assert_eq!(leading.collect::<BTreeSet<_>>(), leads.clone());
                }
            }
            let often = !matches!(action.frequency, Some(Frequency::Once | Frequency::AtEnd));
            prop_assert_eq!(years, if often { 4 } else { 1 });
        }
        Ok(())
    });
    checked.unwrap();
}

/// As large as rounds are opened: the bound is wide, since tests run beside one another, and holds where work grew with the square.
#[tokio::test]
async fn sixty_actions_of_three_hundred_bodies_are_found_at_once() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let change = fixture.db().change(db::Actor::Command("test")).await.unwrap();
    let names: Vec<String> = (0..300).map(|number| format!("namnd-{number}")).collect();
    for name in &names {
        let (parent, kind) = (Some(id(OWNER)), Some(UnitKind::Board));
        let new = NewUnit { id: Some(id(name)), parent, kind, name: name.clone(), ..NewUnit::default() };
        new.write(&change).await.unwrap();
    }
    change.commit(db::Event::new("organisation.written", "unit", &id(OWNER))).await.unwrap();
    fixture.group("alla", Answers::Each, &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    fixture
        .adopt_with(|content| {
            let made = (0..60).map(|number| {
                let mut action = Action::new(id(&format!("a{number}")), number.to_string(), "Gör");
                action.lead = Some(party("alla"));
                action
            });
            content.goals[0].actions = made.collect();
        })
        .await;
    let begun = std::time::Instant::now();
    let expected = fixture.expected(2025).await;
    let took = begun.elapsed();
    let of_actions =
        expected.items.iter().filter(|item| item.section.as_ref().is_some_and(|(goal, _)| *goal == id("mal-1")));
    assert_eq!(of_actions.map(|item| item.from.len()).sum::<usize>(), 60 * 300 + 300 + 1);
    assert!(took.as_secs() < 2, "{took:?}");
}
