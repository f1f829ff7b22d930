//! Swedish sentences in Rust.

use super::places;

const SENTENCE: &str = "//! Room.\nfn say() -> &'static str {\n    \"Planen är antagen\"\n}\n";

#[test]
fn a_sentence_in_rust_is_found() {
    assert_eq!(places("sentences", &[("crates/plans/src/goal.rs", SENTENCE)]), ["crates/plans/src/goal.rs:3"]);
}

#[test]
fn words_comments_and_other_languages_are_not_sentences() {
    let text =
        "//! Åtgärder är mål och mått.\nconst A: &str = \"åtgärd mål\";\nconst B: &str = \"the plan is adopted\";\n";
    assert!(places("sentences", &[("crates/plans/src/goal.rs", text)]).is_empty());
}

#[test]
fn tests_demo_and_marked_word_lists_are_free() {
    let marked = SENTENCE.replace("//! Room.", "//! Patterns.\n// tidy: words, what headers of tables mean");
    let inner = SENTENCE.replace("fn say", "#[cfg(test)]\nmod tests { fn say") + "}\n";
    let files = [
        ("crates/plans/src/import/words.rs", marked.as_str()),
        ("crates/plans/src/inner.rs", inner.as_str()),
        ("crates/plans/src/tests/goals.rs", SENTENCE),
        ("crates/demo/src/lib.rs", SENTENCE),
        ("crates/swedish/src/lib.rs", SENTENCE),
    ];
    assert_eq!(places("sentences", &files), [""; 0]);
}
