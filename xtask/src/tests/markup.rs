//! Telling expressions of a template from its HTML.

use crate::markup::{literals, plain};

#[test]
fn keys_are_told_from_other_literals() {
    let template = "<p class=\"x\">{{ t(\"plans-title\") }}</p>\n{% set state = 'open' %}{{ t('plans-' ~ state) }}{{ \"plans-new\" | t }}{{ list(\"a\") }}";
    let found: Vec<_> =
        literals(template).into_iter().map(|one| (one.line, one.text, one.translated, one.joined)).collect();
    let literal = |line, text: &str, translated, joined| (line, text.to_owned(), translated, joined);
    assert_eq!(
        found,
        [
            literal(1, "plans-title", true, false),
            literal(2, "plans-", true, true),
            literal(2, "plans-new", true, false),
            literal(2, "a", false, false),
            literal(2, "open", false, false),
        ]
    );
}

#[test]
fn what_is_left_is_html_on_the_same_lines() {
    let html = plain("<p>{{ a\n > b }}</p>{# x\n #}<b>å</b>");
    assert_eq!(html.split_whitespace().collect::<String>(), "<p></p><b>å</b>");
    assert_eq!(html.matches('\n').count(), 2);
}
