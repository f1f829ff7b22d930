//! Nothing is left for later: no marks of unfinished work, no test that is passed over.

use crate::{
    finding::Finding,
    rust::{Rust, is_word},
    tree::Tree,
};

const RULE: &str = "unfinished";

/// Marks in comments, in parts so that a search for them does not find this file.
const MARKS: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];

/// Code that stands for work not done, or hides a test.
const RUST: [&str; 3] = ["todo!", "unimplemented!", "#[ignore"];
const SCRIPT: [&str; 4] = ["test.skip(", "test.fixme(", "describe.skip(", ".only("];

/// Besides Rust: every kind of file that is run or shown.
const ENDINGS: [&str; 8] = [".html", ".css", ".js", ".sql", ".sh", ".ftl", ".toml", ".yml"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let rust = tree.rust().flat_map(|(path, text)| rust(path, text));
    let others = tree
        .files()
        .filter(|(path, _)| ENDINGS.iter().any(|ending| path.ends_with(ending)) || path.starts_with("bin/"));
    rust.chain(others.flat_map(|(path, text)| plain(path, text))).collect()
}

fn rust(path: &str, text: &str) -> Vec<Finding> {
    let rust = Rust::of(text);
    let marks = rust.comments.iter().filter(|comment| MARKS.iter().any(|mark| has_word(&comment.text, mark)));
    let code = RUST.iter().flat_map(|word| rust.code.match_indices(word)).map(|(at, _)| rust.line(at));
    marks.map(|comment| comment.line).chain(code).map(|line| finding(path, line)).collect()
}

fn plain(path: &str, text: &str) -> Vec<Finding> {
    let is_script = path.ends_with(".js");
    let fault = |line: &str| {
        MARKS.iter().any(|mark| has_word(line, mark)) || is_script && SCRIPT.iter().any(|word| line.contains(word))
    };
    text.lines().enumerate().filter(|(_, line)| fault(line)).map(|(index, _)| finding(path, index + 1)).collect()
}

fn finding(path: &str, line: usize) -> Finding {
    Finding::new(path, line, RULE, "finish it, or take it out and write it down as an issue")
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !crate::rust::ends_in_word(before) && !after.starts_with(is_word)
    })
}
