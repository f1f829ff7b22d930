//! The ready forms.

use forms::{Typed, Words};

use crate::form::library::library;

#[test]
fn every_ready_form_can_be_published_and_is_in_both_languages() {
    let library = library().unwrap();
    assert_eq!(library.iter().map(|ready| ready.key.as_str()).collect::<Vec<_>>(), ["yearly-statistics", "readiness"]);
    for ready in library {
        assert_eq!(ready.form.check(), [], "{}", ready.key);
        let json = serde_json::to_string(&ready.form).unwrap();
        assert_eq!(serde_json::from_str::<forms::Form>(&json).unwrap(), ready.form);
        for field in ready.form.fields() {
            let Words::Own { sv, en } = &field.label else { panic!("{}: own words", field.key) };
            assert!(!sv.is_empty() && !en.is_empty() && sv != en, "{}", field.key);
            assert!(field.series.as_ref().is_none_or(|series| series.starts_with("stat-")), "{}", field.key);
        }
    }
}

#[test]
fn the_yearly_statistics_count_people_and_hold_the_parts_to_their_whole() {
    let form = library().unwrap().remove(0).form;
    let people: Vec<&str> = form.fields().filter(|field| field.about_people).map(|field| field.key.as_str()).collect();
    assert_eq!(people, ["cases", "cases-by-kind", "cases-minors", "abroad-children", "abroad-back"]);
    let pairs = [
        ("cases", "12"),
        ("cases@sex@girls", "8"),
        ("cases@sex@boys", "4"),
        ("cases-minors", "13"),
        ("cases-by-kind@honour@girls", "9"),
        ("cases-by-kind@honour@boys", "4"),
        ("abroad", "yes"),
        ("abroad-children", "1"),
        ("abroad-back", "2"),
        ("trainings", "3"),
        ("trained.part", "40 av 80"),
        ("routine", "no"),
        ("routine-why", "Tid att skriva den."),
    ];
    let typed = Typed(pairs.map(|(name, text)| (name.to_owned(), text.to_owned())).into());
    let faults: Vec<String> = form.read(&typed).faults.into_iter().map(|fault| fault.input).collect();
    assert_eq!(faults, ["cases-minors", "abroad-back", "cases-by-kind@honour@girls"]);
}
