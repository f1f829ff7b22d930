//! Any plan goes out and comes in again as it was, and no table makes the reader fall.

use ::sheets::{Block, Source};
use base::Period;
use i18n::Language;
use identity::UnitKind;
use proptest::prelude::*;

use super::super::editions::catalogue;
use super::{ACTIONS, MEASURES, id, plan, read_with, reread, set};
use crate::compare::compare;
use crate::content::{
    Action, Audience, Content, Direction, Expectation, Figure, Goal, Indicator, Item, Measure, Party, PreventionLevel,
    TimePlan,
};
use crate::editions::Words;

/// Text as people and programs leave it: line breaks, quotation marks, things that look like formulas or numbers.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-zåäö ]{1,30}",
        "[ -~åäö–…\n]{0,40}",
        Just("=1+1".to_owned()),
        Just("007".to_owned()),
        Just(" \n x\u{1}\r\n".to_owned()),
        Just("Ja".to_owned()),
    ]
}

fn party() -> impl Strategy<Value = Party> {
    prop_oneof![
        text().prop_map(|name| Party::Named { name }),
        (0..5, text()).prop_map(|(unit, name)| Party::Unit { unit: id(&format!("u{unit}")), name }),
    ]
}

fn figure() -> impl Strategy<Value = Option<Figure>> {
    let figure = (text(), proptest::option::of(-1e9..1e9), proptest::option::of((0..100_u64, 0..100_u64)), text());
    proptest::option::of(figure.prop_map(|(when, value, of, text)| Figure { when, value, of, text }))
}

fn indicators() -> impl Strategy<Value = Vec<Indicator>> {
    let choice = proptest::sample::select(crate::words::INDICATOR_KINDS.to_vec());
    let direction = proptest::option::of(proptest::sample::select(Direction::ALL.to_vec()));
    let lists = (proptest::collection::vec(text(), 0..3), any::<(bool, bool)>());
    let one = (choice, text(), direction, figure(), figure(), proptest::option::of(any::<u32>()), lists, text());
    let one = one.prop_map(
        |(kind, text, direction, baseline, target, per, (breakdowns, (about_people, of_lead)), source)| {
            let mut one = Indicator::new(id(""), kind, text);
            one.fact_sheet.limits.clone_from(&source);
            let scale = per.map(|_| (1, 5));
            Indicator { direction, baseline, target, per, scale, breakdowns, about_people, of_lead, source, ..one }
        },
    );
    proptest::collection::vec(one, 0..3)
}

fn expectations() -> impl Strategy<Value = Vec<Expectation>> {
    let kind =
        prop_oneof![text(), proptest::sample::select(UnitKind::ALL.map(|kind| kind.as_str().to_owned()).to_vec())];
    let area = proptest::option::of((0..5).prop_map(|unit| id(&format!("u{unit}"))));
    let one = (text(), kind, area, text(), text(), proptest::option::of(any::<u32>()), text());
    let one = one.prop_map(|(function, unit_kind, area, what, by, minutes, help)| {
        let audience = Audience { function, unit_kind, area };
        Expectation { id: id(""), audience, what, by, minutes, help }
    });
    proptest::collection::vec(one, 0..3)
}

fn actions() -> impl Strategy<Value = Vec<Action>> {
    let frequency = proptest::option::of(proptest::sample::select(crate::words::FREQUENCIES.to_vec()));
    let level = proptest::option::of(proptest::sample::select(PreventionLevel::ALL.to_vec()));
    let lists = || proptest::collection::vec(text(), 0..3);
    let words = (text(), text(), text(), text(), text(), text());
    let parties = (proptest::option::of(party()), proptest::collection::vec(party(), 0..3));
    let under = (indicators(), expectations());
    let one = (words, parties, frequency, level, lists(), lists(), under, proptest::option::of(text()));
    let one = one.prop_map(|(words, (lead, co_responsible), frequency, level, followed, kinds, under, from)| {
        let (number, text, section, time, training, target_group) = words;
        Action {
            section,
            lead,
            co_responsible,
            indicators: under.0,
            expectations: under.1,
            frequency,
            frequency_text: training.clone(),
            time_plan: TimePlan { text: time, from, to: None },
            followed_up_in: followed,
            level,
            kinds_of_violence: kinds,
            target_group,
            training,
            ..Action::new(id(""), number, text)
        }
    });
    proptest::collection::vec(one, 0..4)
}

pub(super) fn contents() -> impl Strategy<Value = Content> {
    let items = || proptest::collection::vec(text().prop_map(|text| Item { id: id("item"), text }), 0..3);
    let measures = proptest::collection::vec((text(), indicators()), 0..2);
    let goal = (text(), text(), text(), items(), items(), measures, indicators(), actions());
    let goal =
        goal.prop_map(|(number, title, text, preconditions, development_areas, measures, indicators, actions)| {
            let measure = |(text, indicators)| Measure { id: id(""), text, indicators };
            Goal {
                text,
                preconditions,
                development_areas,
                measures: measures.into_iter().map(measure).collect(),
                indicators,
                actions,
                ..Goal::new(id(""), number, title)
            }
        });
    (text(), proptest::collection::vec(goal, 0..4), actions()).prop_map(|(title, goals, actions)| {
        let mut content = Content { goals, actions, ..Content::new(title, Period { from: 2025, to: 2028 }) };
        number_everything(&mut content);
        content
    })
}

/// Gives everything an id of its own.
fn number_everything(content: &mut Content) {
    let mut count = 0;
    let mut next = |kind: &str| {
        count += 1;
        id(&format!("{kind}{count}"))
    };
    content.goals.iter_mut().for_each(|goal| goal.id = next("g"));
    for goal in &mut content.goals {
        let items = goal.preconditions.iter_mut().chain(&mut goal.development_areas);
        items.for_each(|item| item.id = next("item"));
    }
    content.goals.iter_mut().flat_map(|goal| &mut goal.measures).for_each(|measure| measure.id = next("m"));
    content.actions_mut().for_each(|action| action.id = next("a"));
    content.indicators_mut().for_each(|indicator| indicator.id = next("i"));
    content.actions_mut().flat_map(|action| &mut action.expectations).for_each(|one| one.id = next("e"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_plan_comes_back_as_it_was(content in contents()) {
        let revision = reread(&content, |_| {});
        prop_assert_eq!(&revision.content, &content);
        prop_assert!(revision.unread.is_empty() && revision.missing.is_empty());
    }

    #[test]
    fn a_change_that_is_written_out_and_read_into_the_old_plan_is_made(before in contents(), text in "[a-zåäö]{3,20}") {
        let mut after = before.clone();
        let Some(action) = after.actions_mut().last() else { return Ok(()) };
        action.text.clone_from(&text);
        let key = action.id.clone();
        let revision = reread(&before, |sheets| set(sheets, ACTIONS, key.as_str(), "Åtgärd", &text));
        prop_assert_eq!(compare(&after, &revision.content), Vec::new());
    }

    #[test]
    fn a_changed_measure_or_expectation_is_made_and_nothing_else(before in contents(), text in "[a-zåäö]{3,20}") {
        let mut after = before.clone();
        let measure = after.goals.iter_mut().flat_map(|goal| &mut goal.measures).last();
        let measure = measure.map(|one| { one.text.clone_from(&text); one.id.clone() });
        let expectation = after.actions_mut().flat_map(|action| &mut action.expectations).last();
        let expectation = expectation.map(|one| { one.help.clone_from(&text); one.id.clone() });
        let revision = reread(&before, |sheets| {
            if let Some(key) = &measure {
                set(sheets, MEASURES, key.as_str(), "Mått", &text);
            }
            if let Some(key) = &expectation {
                let last = sheets.len() - 1;
                set(sheets, last, key.as_str(), "Hjälp", &text);
            }
        });
        prop_assert_eq!(&revision.content, &after);
        prop_assert!(revision.unread.is_empty() && revision.missing.is_empty());
    }

    #[test]
    fn no_table_makes_the_reader_fall(cells in proptest::collection::vec(proptest::collection::vec("[ -~åäö]{0,12}|Målets id \\(ändra inte\\)|Åtgärd|Ja|g1|a1", 0..8), 0..12)) {
        let place = |row: usize, column: usize| ::sheets::Place::Cell {
            sheet: "Blad".to_owned(),
            row: u32::try_from(row + 1).unwrap(),
            column: u32::try_from(column + 1).unwrap(),
        };
        let cell = |row: usize, column: usize, text: &String| ::sheets::Cell {
            runs: vec![::sheets::Run { text: text.clone(), bold: false }],
            place: place(row, column),
            columns: 1,
            rows: 1,
        };
        let row = |(row, texts): (usize, &Vec<String>)| ::sheets::Row {
            cells: texts.iter().enumerate().map(|(column, text)| cell(row, column, text)).collect(),
        };
        let rows = cells.iter().enumerate().map(row).collect();
        let source = Source { blocks: vec![Block::Table(::sheets::Table { name: None, rows })], notes: Vec::new() };
        let catalogue = catalogue();
        let before = plan();
        if let Ok(revision) = read_with(&source, &before, &before, Words::new(&catalogue, Language::Sv)) {
            prop_assert_eq!(revision.content.action_count(), before.action_count());
        }
    }
}
