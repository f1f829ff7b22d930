//! Whatever is typed and whatever a form is: nothing is lost, and nothing is read twice in two ways.

use proptest::prelude::*;

use crate::{Field, Form, Kind, Need, Part, Typed, Words};

use super::{by_sex, labels};

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![
        (1_u32..40, any::<bool>()).prop_map(|(most, long)| Kind::Text { most, long }),
        (proptest::option::of(-5_i32..5), any::<bool>()).prop_map(|(least, whole)| Kind::Number {
            least: least.map(f64::from),
            most: Some(1e6),
            whole
        }),
        Just(Kind::Share),
        (1_u32..100_000).prop_map(|per| Kind::Rate { per }),
        Just(Kind::Mean { least: 1, most: 5 }),
        Just(Kind::State),
        any::<bool>().prop_map(|many| Kind::Choice { options: labels(&["x", "y"]), many }),
        Just(Kind::Date),
        Just(Kind::Table { rows: labels(&["r", "s"]), columns: labels(&["c", "d"]) }),
    ]
}

fn needs() -> impl Strategy<Value = Need> {
    prop_oneof![Just(Need::Optional), Just(Need::Required), Just(Need::OrReason)]
}

/// A form whose later questions may depend on the first.
fn forms() -> impl Strategy<Value = Form> {
    let field = (kinds(), needs(), any::<bool>(), any::<bool>());
    proptest::collection::vec(field, 1..6).prop_map(|fields| {
        let first = Field::new("f-first", Words::own("Först"), Kind::State);
        let fields = fields.into_iter().enumerate().map(|(number, (kind, need, asked, broken))| {
            let mut field = Field::new(format!("f-{number}"), Words::own("Fråga"), kind).needed(need);
            if broken && field.is_figure() {
                field.breakdowns = by_sex();
            }
            if asked { field.asked_when("f-first", &["yes"]) } else { field }
        });
        let part =
            Part { title: Words::key("part"), when: None, fields: std::iter::once(first).chain(fields).collect() };
        Form { parts: vec![part], rules: Vec::new() }
    })
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,4}",
        "[0-9]{1,3}[ ,.][0-9]{1,3}",
        Just("9 av 20".to_owned()),
        Just("yes".to_owned()),
        Just("no".to_owned()),
        Just("x".to_owned()),
        Just("x\ny".to_owned()),
        Just("2025-03-12".to_owned()),
        Just(String::new()),
        ".{0,50}",
    ]
}

proptest! {
    #[test]
    fn reading_what_answers_would_be_typed_as_gives_the_answers(
        form in forms(),
        texts in proptest::collection::vec(texts(), 60),
    ) {
        let typed = Typed(form.input_names().into_iter().zip(texts).collect());
        let before = typed.clone();
        let reading = form.read(&typed);
        prop_assert_eq!(&typed, &before);
        let again = form.read(&Typed::of(&reading.answers));
        prop_assert_eq!(&again.answers, &reading.answers);
        prop_assert_eq!(&again.asked, &reading.asked);
        // What was answered is without fault the second time, but for sums that were wrong already.
        let gaps = |faults: &[crate::Fault]| faults.iter().filter(|fault| !fault.is_gap()).count();
        prop_assert!(gaps(&again.faults) <= gaps(&reading.faults));
        // Every fault is at an input that is there.
        let names = form.input_names();
        prop_assert!(reading.faults.iter().all(|fault| names.contains(&fault.input)), "{:?}", reading.faults);
        // All that is asked and has to be answered is answered or told of.
        for field in form.fields().filter(|field| field.need != Need::Optional && reading.asked.contains(&field.key)) {
            let told = reading.faults.iter().any(|fault| fault.field == field.key);
            prop_assert!(told || reading.answers.get(&field.key).is_some());
        }
    }

    #[test]
    fn forms_what_was_typed_and_answers_are_kept_as_json(form in forms(), texts in proptest::collection::vec(texts(), 60)) {
        let typed = Typed(form.input_names().into_iter().zip(texts).collect());
        let answers = form.read(&typed).answers;
        prop_assert_eq!(form.check(), vec![]);
        let back: Form = serde_json::from_str(&serde_json::to_string(&form).unwrap()).unwrap();
        prop_assert_eq!(back, form);
        let back: Typed = serde_json::from_str(&serde_json::to_string(&typed).unwrap()).unwrap();
        prop_assert_eq!(back, typed);
        let back: crate::Answers = serde_json::from_str(&serde_json::to_string(&answers).unwrap()).unwrap();
        prop_assert_eq!(back, answers);
    }

    #[test]
    fn any_text_can_be_pasted_and_none_of_it_vanishes(text in "([0-9 ,-]{0,6}[\t\n]){0,12}") {
        let row = |name: &str| (name.to_owned(), vec![format!("{name}@x"), format!("{name}@y")]);
        let grid = crate::Grid { columns: vec!["x".into(), "y".into()], rows: vec![row("r"), row("s")] };
        let pasted = grid.paste(&text);
        // A number of the block is at an input or in what is left.
        let kept = |number: &str| {
            pasted.typed.0.values().any(|kept| kept == number) || pasted.left.iter().any(|line| line.contains(number))
        };
        for cell in text.split(['\t', '\n']).map(str::trim).filter(|cell| crate::number(cell).is_some()) {
            prop_assert!(kept(cell), "{cell:?} of {text:?}");
        }
    }
}
