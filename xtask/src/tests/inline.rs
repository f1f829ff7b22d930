//! Scripts and styles inside pages.

use super::{found, places};

#[test]
fn scripts_styles_and_handlers_have_files_of_their_own() {
    let page = "<p style=\"color: red\">\n<button\n  onclick=\"go()\">\n<script>go()</script>\n<style>p {}</style>\n<a href=\"javascript:go()\">\n";
    let files = [("ui/layouts/page.html", page)];
    let lines: Vec<String> = [1, 2, 4, 5, 6].map(|line| format!("ui/layouts/page.html:{line}")).into();
    assert_eq!(places("inline", &files), lines);
    assert!(
        found("inline", &files)[0].ends_with("give the element a class; style attributes are refused by the browser")
    );
}

#[test]
fn linked_scripts_expressions_and_words_are_fine() {
    let page = "<script type=\"module\" src=\"/js/search.js\"></script>\n{% set style=\"x\" %}\n<p class=\"on\">{{ t(\"a\", once=1) }} one=two</p>\n";
    assert!(places("inline", &[("ui/layouts/page.html", page)]).is_empty());
}

#[test]
fn mail_cannot_link_a_stylesheet() {
    assert!(places("inline", &[("ui/mail/plans/digest.html", "<p style=\"margin: 0\">")]).is_empty());
}
