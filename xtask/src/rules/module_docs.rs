//! Every Rust file says in its first line what room it is.

use crate::{finding::Finding, rules::is_test, tree::Tree};

const RULE: &str = "module-doc";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let rooms = tree.rust().filter(|(path, text)| !is_test(path) && !text.starts_with("//! "));
    rooms.map(|(path, _)| Finding::new(path, 1, RULE, "begin with `//!` and say what is found here")).collect()
}
