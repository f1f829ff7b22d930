//! Files and functions stay small enough to be read at once.

use crate::{
    finding::Finding,
    rust::Rust,
    sizes::{FUNCTION_CAP, KINDS},
    tree::Tree,
};

const RULE: &str = "size";

pub fn check(tree: &Tree) -> Vec<Finding> {
    files(tree).chain(functions(tree)).collect()
}

fn files(tree: &Tree) -> impl Iterator<Item = Finding> + '_ {
    KINDS.iter().flat_map(move |kind| {
        let sized = tree.under(kind.folder, kind.ending).map(|(path, text)| (path, text.lines().count()));
        sized.filter(|(_, lines)| *lines > kind.cap).map(|(path, lines)| {
            Finding::new(path, kind.cap + 1, RULE, format!("split it by noun: {lines} lines, the cap is {}", kind.cap))
        })
    })
}

fn functions(tree: &Tree) -> impl Iterator<Item = Finding> + '_ {
    tree.rust().flat_map(|(path, text)| {
        let long = Rust::of(text).functions().into_iter().filter(|function| function.lines > FUNCTION_CAP);
        long.map(move |function| {
            let advice = format!("split `{}`: {} lines, the cap is {FUNCTION_CAP}", function.name, function.lines);
            Finding::new(path, function.line, RULE, advice)
        })
    })
}
