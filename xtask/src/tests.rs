//! Each rule on a tree of a few lines: what it finds, and what it leaves alone.

mod asvs;
mod dependencies;
mod events;
mod fluent;
mod graph;
mod inline;
mod markup;
mod migrations;
mod module_docs;
mod places;
mod readme;
mod rooms;
mod rust;
mod sentences;
mod size;
mod sizes;
mod translations;
mod tree;
mod unfinished;

use crate::{rules, tree::Tree};

/// What the named rule finds, as `path:line: advice`, in order.
fn found(rule: &str, files: &[(&str, &str)]) -> Vec<String> {
    let findings = rules::check(&Tree::of(files)).into_iter().filter(|finding| finding.rule == rule);
    findings.map(|finding| format!("{}:{}: {}", finding.path, finding.line, finding.advice)).collect()
}

/// Where the named rule finds something, as `path:line`.
fn places(rule: &str, files: &[(&str, &str)]) -> Vec<String> {
    let findings = rules::check(&Tree::of(files)).into_iter().filter(|finding| finding.rule == rule);
    findings.map(|finding| format!("{}:{}", finding.path, finding.line)).collect()
}

#[test]
fn a_finding_is_printed_as_linters_do() {
    let findings = rules::check(&Tree::of(&[("crates/base/src/lib.rs", "fn main() {}\n")]));
    let printed: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(printed, ["crates/base/src/lib.rs:1: module-doc: begin with `//!` and say what is found here"]);
}

#[test]
fn an_empty_tree_is_tidy() {
    assert_eq!(rules::check(&Tree::of(&[])), []);
}
