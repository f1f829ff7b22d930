//! Measures and what actions expect of whom: rows of their own, where the plan has any.

use super::{EXPECTATIONS, GOALS, INDICATORS, MEASURES, add, differences, id, merged, plan, reread, set};
use crate::compare::DifferenceKind::{Added, Changed, Moved, Removed};
use crate::compare::SubjectKind;
use crate::content::{Audience, Expectation, Measure};
use crate::workbook::UnreadKind;

fn titles(sheets: &[::sheets::write::Sheet]) -> Vec<&str> {
    sheets.iter().map(|sheet| sheet.name.as_str()).collect()
}

#[test]
fn there_is_a_sheet_only_for_what_the_plan_has() {
    let mut content = plan();
    let mut found = Vec::new();
    reread(&content, |sheets| found = titles(sheets).into_iter().map(str::to_owned).collect());
    assert_eq!(found, ["Läs mig", "Mål", "Åtgärder", "Indikatorer", "Mått", "Förväntningar"]);
    content.goals[0].measures.clear();
    content.goals[0].actions[0].expectations.clear();
    reread(&content, |sheets| found = titles(sheets).into_iter().map(str::to_owned).collect());
    assert_eq!(found, ["Läs mig", "Mål", "Åtgärder", "Indikatorer"]);
}

#[test]
fn measures_are_changed_added_moved_and_removed() {
    let mut before = plan();
    before.goals[0].measures.push(Measure { id: id("m2"), text: "Färre väntar".to_owned(), indicators: Vec::new() });
    before.goals[1].measures.push(Measure { id: id("m3"), text: "Fler är trygga".to_owned(), indicators: Vec::new() });
    let after = reread(&before, |sheets| {
        set(sheets, MEASURES, "m1", "Mått", "Fler söker och får hjälp");
        set(sheets, MEASURES, "m2", "Hör till mål", "2");
        set(sheets, MEASURES, "m3", "Ta bort", "Ja");
        add(sheets, MEASURES, &[("Hör till mål", "2 Ingen står ensam"), ("Mått", "Fler har någon att ringa")]);
        add(
            sheets,
            INDICATORS,
            &[("Hör till", "Fler har någon att ringa"), ("Slag", "Antal"), ("Indikator", "Antal samtal")],
        );
    });
    assert_eq!((after.unread, after.missing), (Vec::new(), Vec::new()));
    let expected = [
        (Changed, SubjectKind::Measure, "Fler söker och får hjälp".to_owned()),
        (Moved, SubjectKind::Measure, "Färre väntar".to_owned()),
        (Added, SubjectKind::Measure, "Fler har någon att ringa".to_owned()),
        (Added, SubjectKind::Indicator, "Antal samtal".to_owned()),
        (Removed, SubjectKind::Measure, "Fler är trygga".to_owned()),
    ];
    assert_eq!(differences(&before, &after.content), expected);
}

#[test]
fn expectations_are_changed_added_moved_and_removed() {
    let mut before = plan();
    let audience =
        Audience { function: "Rektor".to_owned(), unit_kind: "school_unit".to_owned(), area: Some(id("öst")) };
    let second = Expectation {
        id: id("e2"),
        audience,
        what: "Svara".to_owned(),
        ..before.goals[0].actions[0].expectations[0].clone()
    };
    before.goals[0].actions[0].expectations.push(second.clone());
    before.goals[0].actions[1].expectations.push(Expectation { id: id("e3"), ..second });
    let after = reread(&before, |sheets| {
        set(sheets, EXPECTATIONS, "e1", "Senast (datum, eller månad-dag för varje år)", "2026-05-01");
        set(sheets, EXPECTATIONS, "e1", "Minuter", "25");
        set(sheets, EXPECTATIONS, "e2", "Vid varje", "Fritidsgård");
        set(sheets, EXPECTATIONS, "e2", "Hör till åtgärd", "2.1");
        set(sheets, EXPECTATIONS, "e3", "Ta bort", "ja");
        add(
            sheets,
            EXPECTATIONS,
            &[("Hör till åtgärd", "2.1 Ringa upp"), ("Funktion", "Kurator"), ("Vad som ska göras", "Ring")],
        );
    });
    assert_eq!((after.unread, after.missing), (Vec::new(), Vec::new()));
    let of = |goal: usize, action: usize| after.content.goals[goal].actions[action].expectations.clone();
    let first = &of(0, 0)[0];
    assert_eq!(
        (of(0, 0).len(), first.by.as_str(), first.minutes, first.id.as_str()),
        (1, "2026-05-01", Some(25), "e1")
    );
    assert!(of(0, 1).is_empty());
    let moved = &of(1, 0)[0];
    assert_eq!((moved.audience.unit_kind.as_str(), &moved.audience.area), ("leisure_centre", &Some(id("öst"))));
    assert_eq!((of(1, 0)[1].what.as_str(), of(1, 0)[1].audience.function.as_str()), ("Ring", "Kurator"));
    let changed = differences(&before, &after.content);
    assert_eq!(changed.len(), 3, "three actions expect something else: {changed:?}");
}

#[test]
fn what_is_not_understood_changes_nothing() {
    let before = plan();
    let after = reread(&before, |sheets| {
        set(sheets, MEASURES, "m1", "Mått", "");
        set(sheets, MEASURES, "m1", "Hör till mål", "Finns inte");
        set(sheets, EXPECTATIONS, "e1", "Hör till åtgärd", "9.9");
        set(sheets, EXPECTATIONS, "e1", "Vid varje", "Rymdstation");
        set(sheets, EXPECTATIONS, "e1", "Senast (datum, eller månad-dag för varje år)", "13-40");
        set(sheets, EXPECTATIONS, "e1", "Minuter", "0");
        add(sheets, MEASURES, &[("Mått", "Utan mål")]);
        add(sheets, EXPECTATIONS, &[("Funktion", "Rektor"), ("Vad som ska göras", "Utan åtgärd")]);
        add(sheets, EXPECTATIONS, &[("Hör till åtgärd", "1.1"), ("Vad som ska göras", "Till ingen")]);
    });
    assert_eq!(after.content, before);
    let kinds: Vec<UnreadKind> = after.unread.iter().map(|one| one.kind).collect();
    use UnreadKind as U;
    assert_eq!(kinds, [U::Empty, U::Goal, U::Goal, U::Choice, U::Date, U::Number, U::Action, U::Action, U::Empty]);
}

#[test]
fn a_measure_with_indicators_stays_and_a_goal_s_row_says_nothing_of_it() {
    let before = plan();
    let after = reread(&before, |sheets| set(sheets, MEASURES, "m1", "Ta bort", "Ja"));
    assert_eq!(after.content, before);
    assert_eq!(after.unread[0].kind, UnreadKind::InUse);
    let after = reread(&before, |sheets| {
        sheets.truncate(EXPECTATIONS);
        sheets[MEASURES].rows.clear();
        sheets[GOALS].rows.clear();
    });
    assert_eq!(after.content, before);
    let missing: Vec<&str> = after.missing.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(missing, ["Alla vet vart de vänder sig", "Ingen står ensam", "Fler söker hjälp"]);
}

#[test]
fn what_somebody_else_saved_meanwhile_stays() {
    let base = plan();
    let mut now = base.clone();
    now.goals[0].measures[0].text = "Fler vågar söka hjälp".to_owned();
    now.goals[0].actions[0].expectations[0].help = "Kuratorn".to_owned();
    now.goals[1].measures.push(Measure { id: id("theirs"), text: "Deras mått".to_owned(), indicators: Vec::new() });
    let after = merged(&base, &now, |sheets| {
        set(sheets, MEASURES, "m1", "Mått", "Många fler söker hjälp");
        set(sheets, EXPECTATIONS, "e1", "Ta bort", "Ja");
    })
    .unwrap();
    assert_eq!(after.content, now);
    let kinds: Vec<UnreadKind> = after.unread.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [UnreadKind::Conflict, UnreadKind::Conflict]);
    let after = merged(&base, &now, |sheets| set(sheets, EXPECTATIONS, "e1", "Minuter", "40")).unwrap();
    let expectation = &after.content.goals[0].actions[0].expectations[0];
    assert_eq!((expectation.help.as_str(), expectation.minutes), ("Kuratorn", Some(40)));
}
