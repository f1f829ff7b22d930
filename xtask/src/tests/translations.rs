//! Texts in both languages and where they are used.

use super::found;

const PAGE: (&str, &str) =
    ("ui/pages/plans/index.html", "<h1>{{ t(\"plans-title\") }}</h1>\n<p>{{ t(\"plans-\" ~ state) }}</p>\n");

fn both(swedish: &str, english: &str, more: &[(&'static str, &'static str)]) -> Vec<String> {
    let texts = [("translations/sv/plans.ftl", swedish), ("translations/en/plans.ftl", english)];
    found("translations", &texts.into_iter().chain(more.iter().copied()).collect::<Vec<_>>())
}

#[test]
fn texts_that_exist_agree_and_are_used_are_tidy() {
    let swedish = "-ort = Exempelby\nplans-title = Planer i { -ort }\nplans-open = Öppen { $at }\n";
    let english = "-ort = Exempelby\nplans-title = Plans of { -ort }\nplans-open = Open { $at }\n";
    assert_eq!(both(swedish, english, &[PAGE]), [""; 0]);
}

#[test]
fn a_key_lives_in_both_languages() {
    let found = both("plans-title = Planer\nplans-open = Öppen\n", "plans-title = Plans\nplans-shut = Shut\n", &[PAGE]);
    assert_eq!(
        found,
        [
            "translations/en/plans.ftl:2: `plans-shut` has no text in `sv`",
            "translations/sv/plans.ftl:2: `plans-open` has no text in `en`"
        ]
    );
}

#[test]
fn variables_agree() {
    let found = both(
        "plans-title = { $count } planer\nplans-a = A\n",
        "plans-title = { $number } plans\nplans-a = A\n",
        &[PAGE],
    );
    assert_eq!(found, ["translations/sv/plans.ftl:1: `plans-title` uses $count, $number in one language only"]);
}

#[test]
fn keys_that_are_asked_for_exist() {
    let rust = (
        "crates/plans/src/lib.rs",
        "//! P.\nconst A: Key = Key(\"plans-lost\");\nconst B: &str = \"t:plans-gone\";\nfn m() { Message::new(\"plans-missed\"); }\nconst C: &str = \"plans-else\";\n",
    );
    assert_eq!(
        both("", "", &[PAGE, rust]),
        [
            "crates/plans/src/lib.rs:2: there is no text for `plans-lost`",
            "crates/plans/src/lib.rs:3: there is no text for `plans-gone`",
            "crates/plans/src/lib.rs:4: there is no text for `plans-missed`",
            "ui/pages/plans/index.html:1: there is no text for `plans-title`",
            "ui/pages/plans/index.html:2: no key begins with `plans-`",
        ]
    );
}

#[test]
fn a_text_nothing_asks_for_is_removed() {
    let text = "events-title = Händelser\nevents-kind-a = A\nevents-named = N\n";
    let rust = (
        "crates/events/src/lib.rs",
        "//! E.\nfn key(kind: &str) -> String { format!(\"events-kind-{kind}\") }\nconst N: &str = \"events-named\";\n",
    );
    assert_eq!(both(text, text, &[rust]), ["translations/sv/plans.ftl:1: nothing uses `events-title`: remove it"]);
}

#[test]
fn a_key_is_defined_once_and_in_a_known_language() {
    let twice = ("translations/sv/more.ftl", "plans-title = Planer\n");
    let english = ("translations/en/plans.ftl", "plans-title = Plans\n");
    let finnish = ("translations/fi/plans.ftl", "plans-title = Suunnitelmat\n");
    let swedish = ("translations/sv/plans.ftl", "plans-title = Planer\n");
    let use_it = ("ui/layouts/page.html", "{{ t(\"plans-title\") }}");
    assert_eq!(
        found("translations", &[twice, english, finnish, swedish, use_it]),
        [
            "translations/fi/plans.ftl:1: put it in one of the folders sv, en",
            "translations/sv/plans.ftl:1: `plans-title` stands in translations/sv/more.ftl already",
        ]
    );
}
