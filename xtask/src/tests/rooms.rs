//! Handlers and templates of the same noun.

use super::found;

const HANDLER: (&str, &str) = (
    "crates/plans/src/pages/adoptions.rs",
    "//! Adoptions.\nfn new() { render(\"pages/plans/adoptions/new.html\") }\n",
);
const TEMPLATE: (&str, &str) = ("ui/pages/plans/adoptions/new.html", "<h1></h1>\n");

#[test]
fn the_same_noun_in_both_paths_is_found_tidy() {
    let hyphen = ("ui/pages/plans/fact-sheets/show.html", "");
    let snake = (
        "crates/plans/src/pages/fact_sheets.rs",
        "//! Sheets.\nfn show() { render(\"pages/plans/fact-sheets/show.html\") }\n",
    );
    let single = ("ui/pages/error.html", "");
    let web = ("crates/web/src/request.rs", "//! Requests.\nconst ERROR: &str = \"pages/error.html\";\n");
    assert_eq!(found("rooms", &[HANDLER, TEMPLATE, hyphen, snake, single, web]), [""; 0]);
}

#[test]
fn a_template_without_its_handler_is_found() {
    let advice = "ui/pages/plans/adoptions/new.html:1: its handler is missing: crates/plans/src/pages/adoptions.rs; use the same noun in both paths";
    assert_eq!(found("rooms", &[TEMPLATE]), [advice]);
}

#[test]
fn a_template_belongs_to_a_crate() {
    let advice = "put it in ui/pages/<domain>/<noun>/, the domain being a crate";
    let files = [("ui/pages/about.html", ""), ("ui/pages/extras/list/index.html", "")];
    assert_eq!(
        found("rooms", &files),
        [format!("ui/pages/about.html:1: {advice}"), format!("ui/pages/extras/list/index.html:1: {advice}")]
    );
}

#[test]
fn a_handler_renders_what_exists_and_is_its_own() {
    assert_eq!(
        found("rooms", &[HANDLER]),
        ["crates/plans/src/pages/adoptions.rs:2: there is no ui/pages/plans/adoptions/new.html"]
    );
    let stranger = (
        "crates/plans/src/pages/versions.rs",
        "//! Versions.\nfn new() { render(\"pages/plans/adoptions/new.html\") }\n",
    );
    let advice = "crates/plans/src/pages/versions.rs:2: render templates of ui/pages/plans/versions/, or move this handler to the file of that noun";
    assert_eq!(found("rooms", &[HANDLER, TEMPLATE, stranger]), [advice]);
}
