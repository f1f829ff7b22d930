//! The forms of actions and goals.

use forms::{Answer, Figure, Form, Kind, Need, Typed, Words};

use super::super::editions::county;
use super::super::fixture::{Fixture, id};
use super::item;
use crate::content::{Action, Content, Indicator, IndicatorKind};

const KINDS: [IndicatorKind; 7] = crate::words::INDICATOR_KINDS;

/// Gives an action one indicator of each kind, `i0` to `i6`, each divided by the lines.
fn with_indicators(action: &mut Action, breakdowns: &[&str]) {
    let indicator = |(at, kind): (usize, IndicatorKind)| {
        let mut indicator = Indicator::new(id(&format!("i{at}")), kind, format!("Indikator {at}"));
        indicator.breakdowns = breakdowns.iter().map(|line| (*line).to_owned()).collect();
        indicator.about_people = at == 0;
        indicator.fact_sheet.definition = "Alla som är anställda i mars.".to_owned();
        indicator
    };
    action.indicators = KINDS.into_iter().enumerate().map(indicator).collect();
    action.indicators[3].scale = Some((1, 5));
}

async fn form_with(breakdowns: &[&str], edit: impl FnOnce(&mut Content) + Send) -> Form {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    fixture
        .adopt_with(|content| {
            with_indicators(&mut content.goals[0].actions[0], breakdowns);
            edit(content);
        })
        .await;
    item(&fixture.expected(2025).await, "atgard-1-1").form.clone()
}

/// The categories by breakdown of the first indicator.
async fn divided(line: &str) -> Vec<(String, Vec<String>)> {
    let lines = [line];
    let form = form_with(&lines, |content| {
        content.goals[0].actions[1].kinds_of_violence = vec!["Fysiskt våld".to_owned(), "Hedersvåld".to_owned()];
        content.goals[1].actions[0].kinds_of_violence = vec!["fysiskt våld".to_owned()];
    });
    let form = form.await;
    let breakdowns = form.field("i-i0").unwrap().breakdowns.iter();
    let categories = |one: &forms::Breakdown| one.categories.iter().map(|category| category.key.clone()).collect();
    breakdowns.map(|one| (one.key.clone(), categories(one))).collect()
}

#[tokio::test]
async fn an_action_asks_for_status_figures_words_and_obstacles() {
    let form = form_with(&[], |_| {}).await;
    let keys: Vec<&str> = form.fields().map(|field| field.key.as_str()).collect();
    let figures = ["i-i0", "i-i1", "i-i2", "i-i3", "i-i4", "i-i5"];
    assert_eq!(
        keys,
        [&["status"], &figures[..], &["narrative", "obstacles"]].concat(),
        "what is to be developed is not asked"
    );
    let Kind::Choice { options, many: false } = &form.field("status").unwrap().kind else { panic!("one status") };
    let states: Vec<&str> = options.iter().map(|option| option.key.as_str()).collect();
    assert_eq!(states, ["not_started", "ongoing", "done", "delayed", "cancelled"]);
    assert_eq!(form.field("i-i2").unwrap().kind, Kind::Rate { per: 100_000 });
    assert_eq!(form.field("i-i3").unwrap().kind, Kind::Mean { least: 1, most: 5 });
    assert_eq!(form.field("i-i5").unwrap().kind, Kind::Text { most: 5000, long: true });
    for (at, key) in figures.iter().enumerate() {
        let field = form.field(key).unwrap();
        assert_eq!(field.label, Words::own(format!("Indikator {at}")));
        assert_eq!(field.help, Some(Words::own("Alla som är anställda i mars.")));
        assert_eq!((field.need, field.series.as_deref()), (Need::OrReason, Some(&key[2..])));
        assert_eq!(field.about_people, at == 0, "as the plan says of the indicator");
    }
}

#[tokio::test]
async fn a_figure_is_divided_by_what_its_lines_say_and_by_what_everybody_knows() {
    let by = |key: &str, categories: &[&str]| {
        vec![(key.to_owned(), categories.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>())]
    };
    for (line, expected) in [
        ("Kön: kvinnor, män; okänt", by("kon", &["kvinnor", "man", "okant"])),
        ("Ålder: 0–6 år, 7–15 år, 7–15 år, ", by("alder", &["0-6-ar", "7-15-ar"])),
        ("kön", by("kon", &["kvinnor", "man"])),
        ("Sex", by("sex", &["women", "men"])),
        ("Typ av våld", by("typ-av-vald", &["fysiskt-vald", "hedersvald"])),
        ("aktör", Vec::new()),
        ("kommun", Vec::new()),
        ("Ålder", Vec::new()),
        ("Ålder:", Vec::new()),
    ] {
        assert_eq!(divided(line).await, expected, "{line}");
    }
}

#[tokio::test]
async fn what_is_divided_is_read_with_its_parts_and_words_are_not_divided() {
    let form = form_with(&["kön", "Kön: flickor, pojkar"], |_| {}).await;
    assert_eq!(form.field("i-i1").unwrap().breakdowns.len(), 1, "the first of two by one name counts");
    assert_eq!(form.field("i-i5").unwrap().breakdowns, []);
    let mut typed = Typed::default();
    for (name, value) in
        [("i-i1.part", "9"), ("i-i1.of", "20"), ("i-i1@kon@kvinnor.part", "5"), ("i-i1@kon@kvinnor.of", "12")]
    {
        typed.0.insert(name.to_owned(), value.to_owned());
    }
    let reading = form.read(&typed);
    let Some(Answer::Figure { whole, by }) = reading.answers.get("i-i1") else { panic!("a figure") };
    assert_eq!(*whole, Figure::Share { part: 9, whole: 20 });
    assert_eq!(by["kon"]["kvinnor"], Figure::Share { part: 5, whole: 12 });
}

#[tokio::test]
async fn a_goal_is_assessed_in_the_plans_own_words_or_the_usual_five() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    fixture
        .adopt_with(|content| content.rules.assessment_scale = vec!["Helt".to_owned(), "Nästan helt".to_owned()])
        .await;
    let steps = |form: &Form| {
        let Some(Kind::Choice { options, .. }) = form.field("assessment").map(|field| field.kind.clone()) else {
            panic!()
        };
        options.into_iter().map(|option| (option.key, option.words)).collect::<Vec<_>>()
    };
    let own = [("helt".to_owned(), Words::own("Helt")), ("nastan-helt".to_owned(), Words::own("Nästan helt"))];
    assert_eq!(steps(&item(&fixture.expected(2025).await, "mal-2").form), own);
    let usual = Fixture::new(db::Engine::Sqlite).await;
    usual.adopt_with(|_| {}).await;
    let usual = steps(&item(&usual.expected(2025).await, "mal-2").form);
    let keys: Vec<&str> = usual.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["reached", "will_be_reached", "uncertain", "will_not", "not_reached"]);
}

#[tokio::test]
async fn every_word_of_a_form_that_is_no_plans_own_stands_in_both_languages() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    fixture.adopt_with(|_| {}).await;
    let catalogue = super::super::editions::catalogue();
    let items = fixture.expected(2025).await.items;
    let said = serde_json::to_value(items.iter().map(|item| &item.form).collect::<Vec<_>>()).unwrap();
    let mut keys = Vec::new();
    keys_in(&said, &mut keys);
    assert!(keys.len() > 10, "{keys:?}");
    for language in i18n::Language::ALL {
        for key in &keys {
            assert_ne!(&catalogue.text(language, key, &Default::default()), key, "{key}");
        }
    }
}

/// The keys of translations: each stands as the only member of an object.
fn keys_in(value: &serde_json::Value, keys: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(members) if members.len() == 1 => {
            keys.extend(members.get("key").and_then(|key| key.as_str()).map(str::to_owned));
            members.values().for_each(|value| keys_in(value, keys));
        }
        serde_json::Value::Object(members) => members.values().for_each(|value| keys_in(value, keys)),
        serde_json::Value::Array(values) => values.iter().for_each(|value| keys_in(value, keys)),
        _ => {}
    }
}

#[tokio::test]
async fn a_county_plan_read_from_its_text_expects_all_its_actions_by_the_end() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let county = county();
    let (first, last) = (county.period.from, county.period.to);
    let all = county.action_count();
    let rare =
        county.actions().filter(|(_, action)| action.frequency == Some(crate::content::Frequency::AtEnd)).count();
    fixture.adopt_with(|content| *content = county).await;
    let actions = async |year| fixture.expected(year).await.items.iter().filter(|item| item.kind == "action").count();
    assert_eq!((rare, actions(first).await, actions(last).await), (16, all - 16, all));
    assert!(fixture.expected(first).await.items.iter().all(|item| item.minutes >= 8 && item.minutes < 60));
}

#[tokio::test]
async fn what_one_answers_for_all_is_asked_of_who_leads() {
    let asked = async |led: bool| {
        let form = form_with(&[], |content| {
            let action = &mut content.goals[0].actions[0];
            action.indicators[0].of_lead = true;
            if !led {
                action.co_responsible.extend(action.lead.take());
            }
        });
        let mut form = form.await;
        let fields = form.fields().count();
        form.leave_to_the_lead();
        (fields - form.fields().count(), form.field("i-i0").is_some())
    };
    assert_eq!(asked(true).await, (1, false), "who takes part is not asked");
    assert_eq!(asked(false).await, (0, true), "where nobody leads, everybody is");
}
