//! What was typed, and what it means: a table of cases for each kind.

use jiff::civil::date;

use crate::{Answer, Check, FaultKind, Figure, Form, Kind, Need, Part, Rule, Words};

use super::{Pairs, by_sex, field, form, labels, number, typed};

/// Inputs with what is wrong there.
type Faults = Vec<(String, FaultKind)>;

/// The faults with the input each is at.
fn faults(form: &Form, pairs: Pairs<'_>) -> Faults {
    form.read(&typed(pairs)).faults.into_iter().map(|fault| (fault.input, fault.kind)).collect()
}

fn at(input: &str, kind: FaultKind) -> Faults {
    vec![(input.to_owned(), kind)]
}

#[test]
fn a_reason_beside_an_answer_and_cells_without_a_place_are_told_of() {
    let mut asked = field("a", number()).needed(Need::OrReason);
    asked.breakdowns = by_sex();
    let form = form(vec![asked]);
    let beside = faults(&form, &[("a", "12"), ("a.reason", "Vi räknar inte.")]);
    assert_eq!(beside, at("a.reason", FaultKind::ReasonBesideAnswer));
    assert_eq!(faults(&form, &[("a.reason", "Vi räknar inte.")]), []);
    let block = form.names().pop().unwrap();
    assert_eq!(block, "a@sex.paste");
    assert_eq!(faults(&form, &[("a", "12"), (&block, "Summa\t12")]), at(&block, FaultKind::Unplaced));
    assert_eq!(faults(&form, &[(&block, "Summa\t12")]), at(&block, FaultKind::Unplaced), "and not missing too");
}

/// What a figure named `a` is read as.
fn figure(kind: Kind, pairs: Pairs<'_>) -> Option<Figure> {
    let form = form(vec![field("a", kind)]);
    let reading = form.read(&typed(pairs));
    assert!(reading.is_complete(), "{pairs:?}: {:?}", reading.faults);
    match reading.answers.get("a") {
        Some(Answer::Figure { whole, .. }) => Some(*whole),
        _ => None,
    }
}

#[test]
fn figures_as_they_are_typed() {
    let share = |part, whole| Some(Figure::Share { part, whole });
    let cases: [(Kind, Pairs<'_>, Option<Figure>); 14] = [
        (number(), &[("a", "12,5")], Some(Figure::Number { value: 12.5 })),
        (number(), &[("a", "0")], Some(Figure::Number { value: 0.0 })),
        (number(), &[("a", "  ")], None),
        (
            Kind::Number { least: None, most: None, whole: true },
            &[("a", "1.500")],
            Some(Figure::Number { value: 1500.0 }),
        ),
        (Kind::Share, &[("a.part", "60"), ("a.of", "80")], share(60, 80)),
        (Kind::Share, &[("a.part", "9 av 20")], share(9, 20)),
        (Kind::Share, &[("a.part", "9 of 20")], share(9, 20)),
        (Kind::Share, &[("a.part", "9/20")], share(9, 20)),
        (Kind::Share, &[("a.part", "0"), ("a.of", "20")], share(0, 20)),
        (Kind::Share, &[("a.part", "20"), ("a.of", "20")], share(20, 20)),
        (
            Kind::Rate { per: 1000 },
            &[("a.part", "12"), ("a.of", "1 200")],
            Some(Figure::Rate { count: 12, population: 1200 }),
        ),
        (
            Kind::Mean { least: 1, most: 5 },
            &[("a.mean", "3,9"), ("a.count", "120")],
            Some(Figure::Mean { mean: 3.9, of: 120 }),
        ),
        (Kind::State, &[("a", "yes")], Some(Figure::State { holds: true })),
        (Kind::State, &[("a", "no")], Some(Figure::State { holds: false })),
    ];
    for (kind, pairs, expected) in cases {
        assert_eq!(figure(kind, pairs), expected, "{pairs:?}");
    }
}

#[test]
fn what_cannot_be_is_told_at_its_input() {
    let limits = Kind::Number { least: Some(0.0), most: Some(10.0), whole: true };
    let mean = Kind::Mean { least: 1, most: 5 };
    let one = Kind::Choice { options: labels(&["x", "y"]), many: false };
    let table = Kind::Table { rows: labels(&["r"]), columns: labels(&["c", "d"]) };
    let cases: Vec<(Kind, Pairs<'_>, Faults)> = vec![
        (limits.clone(), &[("a", "tolv")], at("a", FaultKind::NotANumber)),
        (limits.clone(), &[("a", "1,5")], at("a", FaultKind::NotWhole)),
        (limits.clone(), &[("a", "-1")], at("a", FaultKind::BelowLeast { least: 0.0 })),
        (limits, &[("a", "11")], at("a", FaultKind::AboveMost { most: 10.0 })),
        (Kind::Share, &[("a.part", "9")], at("a.of", FaultKind::Half)),
        (Kind::Share, &[("a.of", "9")], at("a.part", FaultKind::Half)),
        (Kind::Share, &[("a.part", "21"), ("a.of", "20")], at("a.part", FaultKind::PartAboveWhole)),
        (Kind::Share, &[("a.part", "0"), ("a.of", "0")], at("a.of", FaultKind::WholeIsZero)),
        (Kind::Share, &[("a.part", "1,5"), ("a.of", "20")], at("a.part", FaultKind::NotWhole)),
        (Kind::Share, &[("a.part", "75 %"), ("a.of", "20")], at("a.part", FaultKind::NotANumber)),
        (Kind::Share, &[("a.part", "-1"), ("a.of", "20")], at("a.part", FaultKind::BelowLeast { least: 0.0 })),
        (Kind::Rate { per: 10 }, &[("a.part", "5"), ("a.of", "0")], at("a.of", FaultKind::WholeIsZero)),
        (mean.clone(), &[("a.mean", "3")], at("a.count", FaultKind::Half)),
        (mean.clone(), &[("a.count", "3")], at("a.mean", FaultKind::Half)),
        (mean.clone(), &[("a.mean", "3"), ("a.count", "0")], at("a.count", FaultKind::WholeIsZero)),
        (mean, &[("a.mean", "5,1"), ("a.count", "2")], at("a.mean", FaultKind::AboveMost { most: 5.0 })),
        (Kind::State, &[("a", "kanske")], at("a", FaultKind::NotAChoice)),
        (one.clone(), &[("a", "z")], at("a", FaultKind::NotAChoice)),
        (one, &[("a", "x\ny")], at("a", FaultKind::NotAChoice)),
        (Kind::Date, &[("a", "31 februari")], at("a", FaultKind::NotADate)),
        (Kind::Text { most: 4, long: false }, &[("a", "åäöåä")], at("a", FaultKind::TooLong { most: 4 })),
        (table, &[("a@r@c", "1"), ("a@r@d", "ett")], at("a@r@d", FaultKind::NotANumber)),
    ];
    for (kind, pairs, expected) in cases {
        assert_eq!(faults(&form(vec![field("a", kind)]), pairs), expected, "{pairs:?}");
    }
}

#[test]
fn words_choices_days_and_tables() {
    let many = Kind::Choice { options: labels(&["x", "y", "z"]), many: true };
    let table = Kind::Table { rows: labels(&["r", "s"]), columns: labels(&["c"]) };
    let form = form(vec![
        field("text", Kind::Text { most: 4, long: false }),
        field("many", many),
        field("day", Kind::Date),
        field("table", table),
    ]);
    let pairs = [("text", " åäöå "), ("many", "z\r\nx\nx"), ("day", "2025-03-12"), ("table@s@c", "1 200")];
    let reading = form.read(&typed(&pairs));
    assert_eq!(reading.faults, []);
    assert_eq!(reading.answers.text("text"), "åäöå");
    assert_eq!(reading.answers.get("many"), Some(&Answer::Choice { values: vec!["x".into(), "z".into()] }));
    assert_eq!(reading.answers.get("day"), Some(&Answer::Date { date: date(2025, 3, 12) }));
    // A cell that nobody filled in is not known, and not zero.
    let cells = [("s".to_owned(), [("c".to_owned(), 1200)].into())].into();
    assert_eq!(reading.answers.get("table"), Some(&Answer::Table { cells }));
}

#[test]
fn categories_are_no_more_than_the_whole_they_are_of() {
    let broken_down = |kind: Kind| {
        let mut field = field("a", kind);
        field.breakdowns = by_sex();
        form(vec![field])
    };
    let above = || at("a@sex@girls", FaultKind::CategoriesAboveWhole);
    let cases: Vec<(Pairs<'_>, Faults)> = vec![
        (&[("a", "12"), ("a@sex@girls", "7"), ("a@sex@boys", "5")], vec![]),
        // Some are of neither category, or not known.
        (&[("a", "12"), ("a@sex@girls", "7")], vec![]),
        (&[("a", "12"), ("a@sex@girls", "7"), ("a@sex@boys", "6")], above()),
        (&[("a@sex@girls", "7")], at("a", FaultKind::WithoutWhole)),
        // What was not understood is not missing too.
        (&[("a", "tolv"), ("a@sex@girls", "7")], at("a", FaultKind::NotANumber)),
    ];
    for (pairs, expected) in cases {
        assert_eq!(faults(&broken_down(number()), pairs), expected, "{pairs:?}");
    }
    let share = [("a.part", "5"), ("a.of", "10"), ("a@sex@girls.part", "1"), ("a@sex@girls.of", "11")];
    assert_eq!(faults(&broken_down(Kind::Share), &share), at("a@sex@girls.part", FaultKind::CategoriesAboveWhole));
}

#[test]
fn what_has_to_be_answered_or_explained() {
    let asked = |need| form(vec![field("a", Kind::Share).needed(need)]);
    assert_eq!(faults(&asked(Need::Optional), &[]), []);
    assert_eq!(faults(&asked(Need::Required), &[("a.part", " ")]), at("a.part", FaultKind::Missing));
    assert_eq!(faults(&asked(Need::OrReason), &[]), at("a.part", FaultKind::MissingOrReason));
    let reason = "Systemet byttes i höstas.";
    let gap = asked(Need::OrReason).read(&typed(&[("a.reason", reason)]));
    assert!(gap.is_complete());
    assert_eq!(gap.answers.get("a"), Some(&Answer::Gap { reason: reason.to_owned() }));
    // An answer counts more than a reason for having none.
    let both = [("a.part", "1"), ("a.of", "2"), ("a.reason", reason)];
    let both = asked(Need::OrReason).read(&typed(&both));
    assert!(matches!(both.answers.get("a"), Some(Answer::Figure { .. })));
}

#[test]
fn questions_come_and_go_with_the_answers_before_them() {
    let status = Kind::Choice { options: labels(&["done", "delayed"]), many: false };
    let mut whole = form(vec![
        field("status", status),
        field("stuck", Kind::State).asked_when("status", &["delayed"]).needed(Need::Required),
        field("why", number()).asked_when("stuck", &["yes"]).needed(Need::Required),
    ]);
    let when = field("x", number()).asked_when("status", &["done"]).when;
    let last = vec![field("result", number()).needed(Need::Required)];
    whole.parts.push(Part { title: Words::own("Resultat"), when, fields: last });
    let cases: [(Pairs<'_>, &[&str], &[&str]); 5] = [
        (&[], &["status"], &[]),
        (&[("status", "done")], &["result", "status"], &["result"]),
        (&[("status", "delayed")], &["status", "stuck"], &["stuck"]),
        (&[("status", "delayed"), ("stuck", "yes")], &["status", "stuck", "why"], &["why"]),
        // An answer to a question that is not asked any more opens nothing.
        (&[("status", "done"), ("stuck", "yes"), ("result", "1")], &["result", "status"], &[]),
    ];
    for (pairs, asked, missing) in cases {
        let reading = whole.read(&typed(pairs));
        assert_eq!(reading.asked.iter().map(String::as_str).collect::<Vec<_>>(), asked, "{pairs:?}");
        let faults: Vec<&str> = reading.faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(faults, missing, "{pairs:?}");
    }
}

#[test]
fn rules_hold_between_fields() {
    let table = Kind::Table { rows: labels(&["r", "s"]), columns: labels(&["c"]) };
    let mut whole = form(vec![field("total", number()), field("table", table), field("share", Kind::Share)]);
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
    let rule = |field: &str, check| Rule { field: field.to_owned(), words: Words::own("Rätta."), check };
    whole.rules = vec![
        rule("table", Check::Equal { one: names(&["table@r@c", "table@s@c"]), other: names(&["total"]) }),
        rule("share", Check::AtMost { lesser: names(&["share"]), greater: names(&["total"]) }),
    ];
    let broken = |input: &str, rule| at(input, FaultKind::Rule { rule });
    let cases: Vec<(Pairs<'_>, Faults)> = vec![
        (&[("total", "3"), ("table@r@c", "1"), ("table@s@c", "2")], vec![]),
        // Told at an input that is there.
        (&[("total", "4"), ("table@r@c", "1"), ("table@s@c", "2")], broken("table@r@c", 0)),
        // Of what was not all given nothing can be said.
        (&[("total", "4"), ("table@r@c", "1")], vec![]),
        (&[("table@r@c", "1"), ("table@s@c", "2")], vec![]),
        (&[("total", "4"), ("share.part", "5"), ("share.of", "9")], broken("share.part", 1)),
    ];
    for (pairs, expected) in cases {
        assert_eq!(faults(&whole, pairs), expected, "{pairs:?}");
    }
}
