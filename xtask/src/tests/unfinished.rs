//! Marks of work left for later.

use super::places;

#[test]
fn marks_and_stand_ins_in_rust_are_found() {
    let text = format!("//! Room.\n// {}: later\nfn a() {{ {}!() }}\n#[{}]\nfn b() {{}}\n", "TODO", "todo", "ignore");
    let lines: Vec<String> = [2, 3, 4].map(|line| format!("crates/base/src/lib.rs:{line}")).into();
    assert_eq!(places("unfinished", &[("crates/base/src/lib.rs", &text)]), lines);
}

#[test]
fn strings_and_longer_words_are_left_alone() {
    let text = format!("//! Room.\n// {}S and {}_LIST\nconst A: &str = \"{}\";\n", "TODO", "TODO", "todo!");
    assert!(places("unfinished", &[("crates/base/src/lib.rs", &text)]).is_empty());
}

#[test]
fn other_files_are_searched_too() {
    let script = format!("{}('a', () => {{}});\ntest{}'b');\n", "test.skip", ".only(");
    let page = format!("<!-- {} -->\n", "FIXME");
    let found = places("unfinished", &[("e2e/journeys/a.spec.js", &script), ("ui/layouts/page.html", &page)]);
    assert_eq!(found, ["e2e/journeys/a.spec.js:1", "e2e/journeys/a.spec.js:2", "ui/layouts/page.html:1"]);
}
