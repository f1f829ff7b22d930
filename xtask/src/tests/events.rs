//! Words for the kinds of events.

use super::places;

const WORDS: (&str, &str) = ("translations/sv/audit.ftl", "event-plan-adopted = Antog en plan\n");
const ADOPTION: &str = "//! Room.\nfn adopt() {\n    Event::new(\"plan.adopted\", \"plan\", &id);\n}\n";

#[test]
fn a_kind_without_words_is_found() {
    assert_eq!(places("events", &[("crates/plans/src/adoption.rs", ADOPTION)]), ["crates/plans/src/adoption.rs:3"]);
    assert_eq!(places("events", &[("crates/plans/src/adoption.rs", ADOPTION), WORDS]), [""; 0]);
}

#[test]
fn a_kind_that_is_handed_on_is_found_by_its_noun() {
    let handed =
        "//! Room.\nfn close() {\n    edit(\"plan.goal_closed\");\n    open(\"plan.xlsx\", \"goal.name\");\n}\n";
    let files = [("crates/plans/src/adoption.rs", ADOPTION), ("crates/plans/src/goal.rs", handed), WORDS];
    assert_eq!(places("events", &files), ["crates/plans/src/goal.rs:3"]);
}

#[test]
fn words_that_no_event_needs_are_found() {
    assert_eq!(places("events", &[WORDS]), ["translations/sv/audit.ftl:1"]);
}

#[test]
fn tests_write_what_they_like() {
    assert_eq!(places("events", &[("crates/plans/src/tests/life.rs", ADOPTION)]), [""; 0]);
}
