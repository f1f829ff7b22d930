//! Caps of files and functions.

use super::found;

#[test]
fn files_over_their_cap_are_found() {
    let rust = format!("//! Long.\n{}", "\n".repeat(600));
    let files = [
        ("crates/base/src/long.rs", rust.as_str()),
        ("ui/pages/plans/index.html", &"\n".repeat(151)),
        ("ui/css/base.css", &"\n".repeat(300)),
        ("ui/js/search.js", &"\n".repeat(151)),
    ];
    assert_eq!(
        found("size", &files),
        [
            "crates/base/src/long.rs:601: split it by noun: 601 lines, the cap is 600",
            "ui/js/search.js:151: split it by noun: 151 lines, the cap is 150",
            "ui/pages/plans/index.html:151: split it by noun: 151 lines, the cap is 150",
        ]
    );
}

#[test]
fn functions_over_the_cap_are_found() {
    let function = |name: &str, lines: usize| format!("fn {name}() {{\n{}}}\n", "    step();\n".repeat(lines - 2));
    let text = format!("//! Functions.\n{}{}", function("short", 80), function("long", 81));
    assert_eq!(
        found("size", &[("crates/base/src/lib.rs", &text)]),
        ["crates/base/src/lib.rs:82: split `long`: 81 lines, the cap is 80"]
    );
}
