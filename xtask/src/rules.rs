//! All rules, and what several of them ask.

mod asvs;
mod dependencies;
mod events;
mod graph;
mod inline;
mod migrations;
mod module_docs;
mod places;
mod readme;
mod rooms;
mod sentences;
mod size;
mod translations;
mod unfinished;

use crate::{finding::Finding, tree::Tree};

type Rule = fn(&Tree) -> Vec<Finding>;

/// Every rule; each gives its findings and knows nothing of the others.
const RULES: &[Rule] = &[
    asvs::check,
    dependencies::check,
    events::check,
    graph::check,
    inline::check,
    migrations::check,
    module_docs::check,
    places::check,
    readme::check,
    rooms::check,
    sentences::check,
    size::check,
    translations::check,
    unfinished::check,
];

/// What is to be put right in the tree, in the order of paths and lines.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(tree)).collect();
    findings.sort();
    findings.dedup();
    findings
}

/// Whether a Rust file holds tests or benchmarks only.
pub fn is_test(path: &str) -> bool {
    ["/tests/", "/benches/"].iter().any(|folder| path.contains(folder)) || path.ends_with("/tests.rs")
}
