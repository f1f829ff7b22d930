//! A workbook of one plan is read as another plan: the same goals, measures, actions, expectations and indicators, and every cell accounted for.

use ::sheets::Source;
use ::sheets::write::{Column, Sheet, Value};
use base::Period;
use i18n::Language;
use proptest::prelude::*;

use super::super::editions::{catalogue, county};
use super::random::contents;
use super::{ACTIONS, BASIS, EXPECTATIONS, GOALS, INDICATORS, MEASURES, add, id, plan, set, through_a_file};
use crate::content::{Content, LevelName, Measure};
use crate::draft::{self, Choices};
use crate::editions::Words;
use crate::import::{Cells, LeadBasis, Reading, WarningKind};
use crate::workbook::{reading, sheets};

/// The file of a plan in a language, read by somebody who uses the other.
fn read(content: &Content, language: Language, edit: impl FnOnce(&mut Vec<Sheet>)) -> Reading {
    let catalogue = catalogue();
    let other = if language == Language::Sv { Language::En } else { Language::Sv };
    let mut written = sheets(content, &BASIS, &[], Words::new(&catalogue, language));
    edit(&mut written);
    let reading = reading(&through_a_file(written), Words::new(&catalogue, other)).unwrap();
    let Cells { seen, used, not_understood } = reading.cells;
    assert_eq!(seen, used + not_understood);
    assert_eq!(not_understood, reading.not_understood.len());
    assert!(reading.not_understood.iter().all(|unread| !unread.text.is_empty()));
    reading
}

/// What the reading amounts to once it is saved.
fn saved(reading: &Reading) -> Content {
    draft::content(reading, &Choices::new(), Period { from: 2025, to: 2028 }, || id("new"))
}

/// A plan without what no workbook shows: ids, who is meant by a name, areas, fact sheets, texts around the goals.
fn shown(content: &Content) -> Content {
    let mut shown = Content::new("", Period { from: 2025, to: 2028 });
    (shown.goals, shown.actions) = (content.goals.clone(), content.actions.clone());
    for goal in &mut shown.goals {
        (goal.id, goal.revision) = (id("new"), 1);
        goal.preconditions.iter_mut().chain(&mut goal.development_areas).for_each(|item| item.id = id("new"));
        goal.measures.iter_mut().for_each(|measure| measure.id = id("new"));
    }
    for action in shown.actions_mut() {
        (action.id, action.revision) = (id("new"), 1);
        action.expectations.iter_mut().for_each(|one| (one.id, one.audience.area) = (id("new"), None));
        for party in action.lead.iter_mut().chain(&mut action.co_responsible) {
            *party = crate::content::Party::Named { name: party.name().to_owned() };
        }
    }
    for indicator in shown.indicators_mut() {
        (indicator.id, indicator.revision) = (id("new"), 1);
        indicator.fact_sheet = crate::content::FactSheet::default();
    }
    shown
}

#[test]
fn the_workbook_of_a_plan_is_a_plan() {
    for content in [plan(), county(), super::super::fixture::content()] {
        for language in Language::ALL {
            let reading = read(&content, language, |_| {});
            assert_eq!(reading.not_understood, []);
            assert_eq!(saved(&reading), shown(&content), "{language:?}");
        }
    }
    let county = read(&county(), Language::Sv, |_| {});
    assert_eq!((county.goals.len(), county.goals.iter().map(|goal| goal.actions.len()).sum::<usize>()), (8, 55));
    let file_notes = county.warnings.iter().filter(|warning| matches!(warning.message, WarningKind::Note(_)));
    assert_eq!(file_notes.count(), 0);
}

#[test]
fn names_that_several_bear_and_words_of_the_plan_s_own_lead_to_the_right_place() {
    let mut content = plan();
    content.levels.goal = Some(LevelName::new("Målbild", "Målbilder"));
    content.levels.action = Some(LevelName::new("Insats", "Insatser"));
    content.levels.measure = Some(LevelName::new("Det vi räknar", "Det vi räknar"));
    let indicator = content.goals[0].actions[0].indicators[0].clone();
    let long = "Så många som vet vart de vänder sig: ".repeat(5).trim().trim_end_matches(':').to_owned();
    let measure = Measure { id: id("m2"), text: long, indicators: vec![indicator.clone()] };
    content.goals[1].measures.push(measure);
    content.goals[1].indicators.push(indicator.clone());
    // Each goal counts its actions from one, as it is itself counted.
    content.goals[0].actions[0].number = "1".to_owned();
    content.goals[0].actions[1].number = "2".to_owned();
    content.goals[1].actions[0].number = "1".to_owned();
    content.goals[1].actions[0].indicators.push(indicator.clone());
    content.goals[0].actions[1].indicators.push(indicator);
    let reading = read(&content, Language::Sv, |_| {});
    let listed: Vec<&str> = reading.not_understood.iter().map(|unread| unread.text.as_str()).collect();
    // Goal 2 and action 2 bear the same name, but a level's word is told by the other rows.
    assert_eq!(listed, [""; 0]);
    assert_eq!(saved(&reading), shown(&content));
}

#[test]
fn the_lead_has_a_column_of_its_own() {
    let reading = read(&plan(), Language::Sv, |sheets| {
        set(sheets, ACTIONS, "a2", "Ansvarig", "Rektorn");
        set(sheets, ACTIONS, "a2", "Medansvariga", "Elevrådet; Skolan");
    });
    let actions: Vec<_> = reading.goals.iter().flat_map(|goal| &goal.actions).collect();
    let bases: Vec<LeadBasis> = actions.iter().map(|action| action.lead_basis).collect();
    assert_eq!(bases, [LeadBasis::Only, LeadBasis::Bold, LeadBasis::None]);
    assert_eq!(actions[1].co_responsible, ["Elevrådet", "Skolan"]);
    assert_eq!(
        serde_json::to_value(&actions[1].source).unwrap(),
        serde_json::json!({"sheet": "Åtgärder", "row": 3, "column": 1})
    );
}

#[test]
fn rows_marked_to_be_removed_are_left_out() {
    let reading = read(&plan(), Language::Sv, |sheets| {
        set(sheets, ACTIONS, "a1", "Ta bort", "Ja");
        set(sheets, INDICATORS, "i1", "Ta bort", "ja");
        set(sheets, GOALS, "g2", "Ta bort", "Ja");
    });
    assert_eq!(reading.not_understood, []);
    let titles: Vec<&str> = reading.goals.iter().map(|goal| goal.title.as_str()).collect();
    // The second goal still has an action.
    assert_eq!(titles, ["Alla vet vart de vänder sig", "Ingen står ensam"]);
    assert_eq!(reading.goals[0].actions.len(), 1);
    assert!(reading.goals[0].measures[0].indicators.is_empty(), "its only indicator is left out");
    let reading = read(&plan(), Language::Sv, |sheets| {
        set(sheets, INDICATORS, "i1", "Ta bort", "Ja");
        set(sheets, MEASURES, "m1", "Ta bort", "Ja");
        set(sheets, EXPECTATIONS, "e1", "Ta bort", "Ja");
    });
    assert!(reading.goals[0].measures.is_empty() && reading.goals[0].actions[0].expectations.is_empty());
}

#[test]
fn what_is_not_understood_is_listed_cell_by_cell() {
    let reading = read(&plan(), Language::Sv, |sheets| {
        set(sheets, ACTIONS, "a1", "Hur ofta", "Ibland");
        set(sheets, ACTIONS, "a1", "Ta bort", "kanske");
        set(sheets, ACTIONS, "a3", "Hör till mål", "Finns inte");
        add(sheets, ACTIONS, &[("Nummer", "9")]);
        add(sheets, INDICATORS, &[("Indikator", "Antal utan plats"), ("Slag", "Antal")]);
        sheets[GOALS].columns.push(Column::new("Egen anteckning", 20));
        sheets[GOALS].rows[0].push("Fråga Ove".into());
        let row: Vec<Value> = vec!["två".into()];
        sheets.push(Sheet {
            name: "Eget".to_owned(),
            columns: vec![Column::new("ett", 9)],
            rows: vec![row],
            note: None,
        });
    });
    let mut listed: Vec<&str> = reading.not_understood.iter().map(|unread| unread.text.as_str()).collect();
    listed.sort_unstable();
    let mut expected = ["Fråga Ove", "kanske", "ett", "två", "Ibland", "Finns inte", "9", "Antal utan plats", "Antal"];
    expected.sort_unstable();
    assert_eq!(listed, expected);
    assert_eq!(reading.actions_without_goal[0].text, "Ringa upp");
}

#[test]
fn any_other_file_is_none_of_ours() {
    let catalogue = catalogue();
    let words = Words::new(&catalogue, Language::Sv);
    let text = ::sheets::read_text("Mål 1: Trygga skolgårdar\n\nÅtgärd\tAnsvarig\nGå runt\tSkolan");
    assert_eq!(reading(&text, words), None);
    assert_eq!(reading(&Source::default(), words), None);
}

#[test]
fn a_reading_s_form_is_the_same_as_before_where_nothing_new_is_told() {
    let text =
        ::sheets::read_text("Mål 1: Trygga skolgårdar\n\nÅtgärd\tAnsvarig\tIndikator\nGå runt\tSkolan\tAntal varv");
    let reading = crate::import::read(&text);
    let form = serde_json::to_value(&reading).unwrap();
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let action = &form["goals"][0]["actions"][0];
    assert_eq!(keys(&action["indicators"][0]), ["kind", "text"]);
    assert!(!keys(action).contains(&"level".to_owned()) && !keys(action).contains(&"training".to_owned()));
    assert!(!keys(&form["goals"][0]).contains(&"text".to_owned()));
    assert_eq!(serde_json::from_value::<Reading>(form).unwrap(), reading);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_cell_of_any_plan_is_accounted_for(content in contents()) {
        let reading = read(&content, Language::Sv, |_| {});
        let worded = |text: &str| !text.chars().all(|one| one.is_whitespace() || one.is_control());
        let actions = content.actions().filter(|(_, action)| worded(&action.text)).count();
        let read: usize = reading.goals.iter().map(|goal| goal.actions.len()).sum();
        prop_assert_eq!(read + reading.actions_without_goal.len(), actions);
        prop_assert_eq!(reading.goals.len(), content.goals.iter().filter(|goal| worded(&goal.title)).count());
    }
}
