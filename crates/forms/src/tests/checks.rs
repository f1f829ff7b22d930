//! What is wrong with a form itself.

use crate::{Check, Field, FlawKind, Form, Kind, Part, Rule, Words};

use super::{by_sex, field, form, labels, number};

fn flaws(form: &Form) -> Vec<(Option<String>, FlawKind)> {
    form.check().into_iter().map(|flaw| (flaw.field, flaw.kind)).collect()
}

fn choice(keys: &[&str]) -> Kind {
    Kind::Choice { options: labels(keys), many: false }
}

#[test]
fn a_form_that_can_be_filled_in_has_no_flaws() {
    let mut cases = field("cases", number());
    cases.breakdowns = by_sex();
    cases.series = Some("stat-cases".to_owned());
    let table = Kind::Table { rows: labels(&["a", "b"]), columns: labels(&["x"]) };
    let mut whole = form(vec![
        field("routine", Kind::State),
        cases.asked_when("routine", &["yes"]),
        field("table", table),
        field("why", Kind::Text { most: 100, long: true }).asked_when("routine", &["no"]),
    ]);
    let words = Words::own("Tabellen blir mer än antalet.");
    let lesser = vec!["table@a@x".to_owned(), "table@b@x".to_owned(), "cases@sex@girls".to_owned()];
    let check = Check::AtMost { lesser, greater: vec!["cases".to_owned()] };
    whole.rules.push(Rule { field: "table".to_owned(), words, check });
    assert_eq!(flaws(&whole), []);
}

#[test]
fn each_flaw_is_told_where_it_is() {
    use FlawKind::{
        ConditionAnswer, ConditionField, Key, Limits, NoCells, NoChoices, NoWords, NotAFigure, SharedChoice,
    };
    let with = |field: Field, change: fn(&mut Field)| {
        let mut field = field;
        change(&mut field);
        field
    };
    let cases: Vec<(&str, Vec<Field>, FlawKind)> = vec![
        ("a key twice", vec![field("a", number()), field("a", number())], Key),
        (
            "a key with a sign that names are made with",
            vec![with(field("a", number()), |field| field.key = "A".to_owned())],
            Key,
        ),
        ("no words", vec![Field::new("a", Words::own(" "), number())], NoWords),
        ("one choice", vec![field("a", choice(&["x"]))], NoChoices),
        ("the same choice twice", vec![field("a", choice(&["x", "x"]))], SharedChoice),
        ("a table without rows", vec![field("a", Kind::Table { rows: vec![], columns: labels(&["x"]) })], NoCells),
        (
            "a breakdown of words",
            vec![with(field("a", Kind::Text { most: 9, long: false }), |field| field.breakdowns = by_sex())],
            NotAFigure,
        ),
        (
            "a breakdown without categories",
            vec![with(field("a", number()), |field| {
                field.breakdowns = by_sex();
                field.breakdowns[0].categories.clear();
            })],
            NoCells,
        ),
        ("least above most", vec![field("a", Kind::Number { least: Some(2.0), most: Some(1.0), whole: true })], Limits),
        ("a scale of one step", vec![field("a", Kind::Mean { least: 3, most: 3 })], Limits),
        ("per nobody", vec![field("a", Kind::Rate { per: 0 })], Limits),
        ("a text without room", vec![field("a", Kind::Text { most: 0, long: false })], Limits),
        (
            "asked after a later question",
            vec![field("a", number()).asked_when("b", &["yes"]), field("b", Kind::State)],
            ConditionField,
        ),
        ("asked after itself", vec![field("a", Kind::State).asked_when("a", &["yes"])], ConditionField),
        (
            "asked after a number",
            vec![field("b", number()), field("a", number()).asked_when("b", &["1"])],
            ConditionField,
        ),
        (
            "asked after no such answer",
            vec![field("b", Kind::State), field("a", number()).asked_when("b", &["maybe"])],
            ConditionAnswer,
        ),
        (
            "asked after nothing",
            vec![field("b", Kind::State), field("a", number()).asked_when("b", &[])],
            ConditionAnswer,
        ),
    ];
    for (name, fields, kind) in cases {
        let key = fields.iter().rfind(|field| field.key != "b").map(|field| field.key.clone());
        assert_eq!(flaws(&form(fields)), [(key, kind)], "{name}");
    }
}

#[test]
fn parts_and_rules_are_looked_at_too() {
    assert_eq!(flaws(&Form::default()), [(None, FlawKind::NoQuestions)]);
    let mut asked = form(vec![field("a", number())]);
    let when = field("x", number()).asked_when("nowhere", &["yes"]).when;
    asked.parts.push(Part { title: Words::own("Sist"), when, fields: Vec::new() });
    assert_eq!(flaws(&asked), [(None, FlawKind::ConditionField)]);

    let rule = |at: &str, one: &[&str], other: &[&str], words: &str| {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let check = Check::Equal { one: names(one), other: names(other) };
        Rule { field: at.to_owned(), words: Words::own(words), check }
    };
    let cases = [
        (rule("b", &["a"], &["a"], "Lika."), FlawKind::RuleField),
        (rule("a", &["a"], &["b"], "Lika."), FlawKind::RuleNumber),
        (rule("a", &["a@sex@girls"], &["a"], "Lika."), FlawKind::RuleNumber),
        (rule("a", &[], &["a"], "Lika."), FlawKind::RuleNumber),
        (rule("a", &["a"], &["a"], ""), FlawKind::NoWords),
    ];
    for (rule, kind) in cases {
        let mut form = form(vec![field("a", number())]);
        let at = rule.field.clone();
        form.rules.push(rule);
        assert_eq!(flaws(&form), [(Some(at), kind)]);
    }
}
