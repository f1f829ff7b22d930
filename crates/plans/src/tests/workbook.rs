//! The plan as a workbook: what goes out comes in again, and only what was changed changes.

mod pages;
mod promised;
mod random;
mod reading;

use std::cell::Cell;

use ::sheets::Source;
use ::sheets::write::{Sheet, Value, Workbook};
use base::{Id, Period};
use i18n::Language;

use super::editions::{catalogue, county};
use crate::compare::{DifferenceKind, SubjectKind, compare};
use crate::content::{
    Action, Content, Expectation, Figure, Frequency, Goal, Indicator, IndicatorKind, Item, Measure, Party,
};
use crate::editions::Words;
use crate::workbook::{Basis, NoWorkbook, Outside, Revision, UnreadKind, read, sheets};

const BASIS: Basis = Basis { version: 2, revision: 14 };

fn id(text: &str) -> Id {
    Id::stored(text.to_owned())
}

/// A plan with two goals, three actions and an indicator of each place.
fn plan() -> Content {
    let mut content = Content::new("Trygg i Lindhamn", Period { from: 2025, to: 2028 });
    let mut first = Goal::new(id("g1"), "1", "Alla vet vart de vänder sig");
    first.preconditions = vec![Item { id: id("p1"), text: "Det finns en rutin".to_owned() }];
    first.measures = vec![Measure {
        id: id("m1"),
        text: "Fler söker hjälp".to_owned(),
        indicators: vec![Indicator::new(id("i1"), IndicatorKind::Number, "Antal samtal")],
    }];
    let mut routine = Action::new(id("a1"), "1.1", "Skriva en rutin");
    routine.lead = Some(Party::Unit { unit: id("skola"), name: "Skolan".to_owned() });
    routine.frequency = Some(Frequency::Yearly);
    routine.expectations = vec![Expectation {
        id: id("e1"),
        audience: crate::content::Audience::default(),
        what: "Läs rutinen".to_owned(),
        by: "10-15".to_owned(),
        minutes: Some(10),
        help: String::new(),
    }];
    let mut share = Indicator::new(id("i2"), IndicatorKind::Share, "Andel som känner till rutinen");
    share.baseline = Some(Figure { when: "2024".to_owned(), of: Some((60, 80)), ..Figure::default() });
    share.fact_sheet.definition = "Alla som arbetar på skolan.".to_owned();
    routine.indicators = vec![share];
    first.actions = vec![routine, Action::new(id("a2"), "1.2", "Hålla en öppen kväll")];
    let mut second = Goal::new(id("g2"), "2", "Ingen står ensam");
    second.actions = vec![Action::new(id("a3"), "2.1", "Ringa upp")];
    content.goals = vec![first, second];
    content
}

/// What the file says when it is read back into the plan it was made from.
fn reread(content: &Content, edit: impl FnOnce(&mut Vec<Sheet>)) -> Revision {
    merged(content, content, edit).unwrap()
}

/// What the file says when it is read back into what somebody else made of the plan meanwhile.
fn merged(base: &Content, now: &Content, edit: impl FnOnce(&mut Vec<Sheet>)) -> Result<Revision, NoWorkbook> {
    let catalogue = catalogue();
    let words = Words::new(&catalogue, Language::Sv);
    let mut written = sheets(base, &BASIS, &["Polisen".to_owned()], words);
    edit(&mut written);
    let source = through_a_file(written);
    // A reader with the other language understands the same file.
    read_with(&source, base, now, Words::new(&catalogue, Language::En))
}

fn through_a_file(sheets: Vec<Sheet>) -> Source {
    let created = "2025-03-01".parse::<jiff::civil::Date>().unwrap().at(0, 0, 0, 0);
    let workbook = Workbook { title: "Plan".to_owned(), author: None, created, sheets };
    ::sheets::read::xlsx(&::sheets::write::xlsx(&workbook).unwrap()).unwrap()
}

fn read_with(source: &Source, base: &Content, now: &Content, words: Words<'_>) -> Result<Revision, NoWorkbook> {
    let count = Cell::new(0);
    let new_id = || {
        count.set(count.get() + 1);
        id(&format!("new{}", count.get()))
    };
    let party = |name: &str| match name {
        "Polisen" => Party::Unit { unit: id("polisen"), name: "Polisen".to_owned() },
        _ => Party::Named { name: name.to_owned() },
    };
    read(source, base, now, &Outside { words, party: &party, new_id: &new_id })
}

const GOALS: usize = 1;
const ACTIONS: usize = 2;
const INDICATORS: usize = 3;
const MEASURES: usize = 4;
const EXPECTATIONS: usize = 5;

/// Sets a cell by the row's id and the column's header.
fn set(sheets: &mut [Sheet], sheet: usize, row: &str, column: &str, text: &str) {
    let sheet = &mut sheets[sheet];
    let at = sheet.columns.iter().position(|each| each.title == column).unwrap_or_else(|| panic!("no column {column}"));
    let row = sheet.rows.iter_mut().find(|each| each.last() == Some(&Value::from(row))).unwrap();
    row[at] = if text.is_empty() { Value::Empty } else { text.into() };
}

/// Adds a row from headers and texts.
fn add(sheets: &mut [Sheet], sheet: usize, cells: &[(&str, &str)]) {
    let sheet = &mut sheets[sheet];
    let cell = |title: &str| cells.iter().find(|(column, _)| *column == title).map(|(_, text)| Value::from(*text));
    let row = sheet.columns.iter().map(|column| cell(&column.title).unwrap_or_default()).collect();
    sheet.rows.push(row);
}

/// Kind, subject and number or wording of each difference.
fn differences(before: &Content, after: &Content) -> Vec<(DifferenceKind, SubjectKind, String)> {
    let name = |number: String, text: String| if number.is_empty() { text } else { number };
    compare(before, after).into_iter().map(|one| (one.kind, one.subject, name(one.number, one.text))).collect()
}

#[test]
fn what_goes_out_comes_in_again() {
    for content in [plan(), county(), Content::new("", Period { from: 2025, to: 2025 })] {
        let revision = reread(&content, |_| {});
        assert_eq!(revision.content, content);
        assert_eq!((revision.unread, revision.missing), (Vec::new(), Vec::new()));
        assert_eq!(revision.basis, Some(BASIS));
    }
}

#[test]
fn a_changed_cell_changes_its_field_and_nothing_else() {
    let before = plan();
    let after = reread(&before, |sheets| {
        set(sheets, ACTIONS, "a1", "Åtgärd", "Skriva och sprida en rutin");
        set(sheets, ACTIONS, "a1", "Ansvarig", "polisen");
        set(sheets, ACTIONS, "a1", "Medansvariga", "Skolan\nElevrådet");
        set(sheets, ACTIONS, "a1", "Hur ofta", "En gång");
        set(sheets, ACTIONS, "a1", "Sista dag", "2025-12-31");
        set(sheets, INDICATORS, "i2", "Målvärde", "75,5 %");
        set(sheets, INDICATORS, "i2", "Utgångsvärde", "65 av 80");
        set(sheets, GOALS, "g1", "Det som behöver vara på plats", "Någon leder arbetet\nDet finns en rutin");
    });
    assert_eq!(after.unread, []);
    let mut expected = before;
    let goal = &mut expected.goals[0];
    goal.revision += 1;
    goal.preconditions.insert(0, Item { id: id("new1"), text: "Någon leder arbetet".to_owned() });
    let action = &mut goal.actions[0];
    action.revision += 1;
    action.text = "Skriva och sprida en rutin".to_owned();
    action.lead = Some(Party::Named { name: "polisen".to_owned() });
    action.co_responsible = vec![
        Party::Unit { unit: id("skola"), name: "Skolan".to_owned() },
        Party::Named { name: "Elevrådet".to_owned() },
    ];
    action.frequency = Some(Frequency::Once);
    action.time_plan.to = Some("2025-12-31".to_owned());
    let indicator = &mut action.indicators[0];
    indicator.revision += 1;
    indicator.target = Some(Figure { value: Some(75.5), ..Figure::default() });
    indicator.baseline = Some(Figure { when: "2024".to_owned(), of: Some((65, 80)), ..Figure::default() });
    assert_eq!(after.content, expected);
}

#[test]
fn rows_are_added_moved_and_removed() {
    use DifferenceKind::{Added, Moved, Removed};
    let before = plan();
    let after = reread(&before, |sheets| {
        set(sheets, ACTIONS, "a2", "Hör till mål", "2");
        set(sheets, ACTIONS, "a3", "Ta bort", "ja");
        add(sheets, GOALS, &[("Nummer", "3"), ("Mål", "Fler är med")]);
        add(sheets, ACTIONS, &[("Hör till mål", "3"), ("Nummer", "3.1"), ("Åtgärd", "Bjuda in")]);
        add(sheets, INDICATORS, &[("Hör till", "1.2"), ("Slag", "Antal"), ("Indikator", "Antal kvällar")]);
    });
    assert_eq!(after.unread, []);
    assert_eq!(after.missing, []);
    let expected = [
        (Moved, SubjectKind::Action, "1.2".to_owned()),
        (Added, SubjectKind::Indicator, "Antal kvällar".to_owned()),
        (Added, SubjectKind::Goal, "3".to_owned()),
        (Added, SubjectKind::Action, "3.1".to_owned()),
        (Removed, SubjectKind::Action, "2.1".to_owned()),
    ];
    assert_eq!(differences(&before, &after.content), expected);
    assert_eq!(after.content.goals[1].actions[0].indicators[0].kind, IndicatorKind::Number);
}

#[test]
fn a_deleted_row_removes_nothing() {
    let before = plan();
    let after = reread(&before, |sheets| {
        sheets[ACTIONS].rows.retain(|row| row.last() != Some(&Value::from("a1")));
        sheets[INDICATORS].rows.clear();
    });
    assert_eq!(after.content, before);
    let missing: Vec<&str> = after.missing.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(missing, ["Skriva en rutin", "Antal samtal", "Andel som känner till rutinen"]);
}

#[test]
fn what_is_not_understood_is_listed_with_its_place_and_changes_nothing() {
    let before = plan();
    let after = reread(&before, |sheets| {
        set(sheets, ACTIONS, "a1", "Hur ofta", "Ibland");
        set(sheets, ACTIONS, "a1", "Åtgärd", "");
        set(sheets, ACTIONS, "a2", "Första dag", "i höst");
        set(sheets, ACTIONS, "a3", "Hör till mål", "Finns inte");
        set(sheets, INDICATORS, "i1", "Per", "många");
        set(sheets, INDICATORS, "i1", "Skala", "fem");
        set(sheets, INDICATORS, "i2", "Målvärde", "ungefär alla");
        set(sheets, GOALS, "g2", "Ta bort", "Ja");
        let double = sheets[ACTIONS].rows[1].clone();
        sheets[ACTIONS].rows.push(double);
        add(sheets, ACTIONS, &[("Åtgärd", "Från en annan plan"), ("Åtgärdens id (ändra inte)", "okänd")]);
        add(sheets, ACTIONS, &[("Nummer", "9")]);
        add(sheets, INDICATORS, &[("Indikator", "Antal utan plats")]);
        sheets[GOALS].columns.push(::sheets::write::Column::new("Egen anteckning", 20));
        sheets[GOALS].rows[0].push("Fråga Ove".into());
        sheets.push(Sheet {
            name: "Eget".to_owned(),
            columns: vec![::sheets::write::Column::new("Hej", 20)],
            ..Sheet::default()
        });
    });
    assert_eq!(after.content, before);
    let listed: Vec<(UnreadKind, &str)> = after.unread.iter().map(|one| (one.kind, one.text.as_str())).collect();
    let expected = [
        (UnreadKind::Column, "Egen anteckning"),
        (UnreadKind::Sheet, "Eget"),
        (UnreadKind::Empty, ""),
        (UnreadKind::Choice, "Ibland"),
        (UnreadKind::Date, "i höst"),
        (UnreadKind::Goal, "Finns inte"),
        (UnreadKind::Duplicate, "Hålla en öppen kväll"),
        (UnreadKind::Unknown, "Från en annan plan"),
        (UnreadKind::Empty, ""),
        (UnreadKind::Number, "många"),
        (UnreadKind::Scale, "fem"),
        (UnreadKind::Figure, "ungefär alla"),
        (UnreadKind::Subject, "Antal utan plats"),
        (UnreadKind::InUse, "Ingen står ensam"),
    ];
    assert_eq!(listed, expected);
    let choice = after.unread.iter().find(|one| one.kind == UnreadKind::Choice).unwrap();
    assert_eq!(
        serde_json::to_value(&choice.place).unwrap(),
        serde_json::json!({"sheet": "Åtgärder", "row": 2, "column": 7})
    );
}

#[test]
fn columns_may_stand_in_any_order_and_under_a_title() {
    let before = plan();
    let after = reread(&before, |sheets| {
        set(sheets, ACTIONS, "a1", "Nummer", "1.1b");
        let sheet = &mut sheets[ACTIONS];
        sheet.note = Some("Åtgärder i arbete".to_owned());
        sheet.columns.reverse();
        sheet.rows.iter_mut().for_each(|row| row.reverse());
        sheets.remove(INDICATORS);
    });
    let expected = [(DifferenceKind::Changed, SubjectKind::Action, "1.1b".to_owned())];
    assert_eq!(differences(&before, &after.content), expected);
    assert_eq!((after.unread, after.missing), (Vec::new(), Vec::new()));
}

#[test]
fn a_file_without_ids_is_none_of_ours() {
    assert_eq!(merged(&plan(), &plan(), |sheets| sheets.truncate(1)), Err(NoWorkbook));
}

#[test]
fn what_somebody_else_saved_meanwhile_stays() {
    let base = plan();
    let mut now = base.clone();
    now.goals[0].actions[0].text = "Skriva en rutin ihop".to_owned();
    now.goals[0].actions[0].training = "Halvdag".to_owned();
    now.goals[1].actions.push(Action::new(id("theirs"), "2.2", "Deras nya åtgärd"));
    now.goals[1].actions[0].number = "2.1b".to_owned();
    now.goals.swap(0, 1);
    let after = merged(&base, &now, |sheets| {
        set(sheets, ACTIONS, "a1", "Åtgärd", "Skriva en egen rutin");
        set(sheets, ACTIONS, "a1", "Målgrupp", "Alla");
        set(sheets, ACTIONS, "a3", "Ta bort", "Ja");
        set(sheets, ACTIONS, "a2", "Ta bort", "Ja");
    })
    .unwrap();
    let kinds: Vec<UnreadKind> = after.unread.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [UnreadKind::Conflict, UnreadKind::Conflict]);
    let mut expected = now;
    let action = expected.action_mut(&id("a1")).unwrap();
    action.target_group = "Alla".to_owned();
    action.revision += 1;
    expected.remove_action(&id("a2"));
    assert_eq!(after.content, expected);
}
