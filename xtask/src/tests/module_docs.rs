//! The first line of a file.

use super::places;

#[test]
fn a_room_says_what_it_is() {
    let files = [
        ("crates/plans/src/lib.rs", "//! Plans.\n"),
        ("crates/plans/src/goal.rs", "// Goals.\n"),
        ("crates/plans/src/tests/goals.rs", "use super::*;\n"),
    ];
    assert_eq!(places("module-doc", &files), ["crates/plans/src/goal.rs:1"]);
}
