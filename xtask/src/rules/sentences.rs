//! No sentence lives in Rust: what people read is in templates and translations.

use crate::{
    finding::Finding,
    rules::is_test,
    rust::{Piece, Rust},
    tree::Tree,
};

const RULE: &str = "sentences";

/// A comment with this mark says why a file holds Swedish words: patterns of an importer, for example.
const MARK: &str = "tidy: words";

/// Crates whose subject is Swedish words.
const EXEMPT: [&str; 2] = ["crates/demo/", "crates/swedish/"];

/// Files of sample contexts.
const SAMPLES: &str = "/src/pages/sample";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let files = tree.rust().filter(|(path, _)| {
        !is_test(path) && !path.contains(SAMPLES) && !EXEMPT.iter().any(|folder| path.starts_with(folder))
    });
    files.flat_map(|(path, text)| file(path, text)).collect()
}

fn file(path: &str, text: &str) -> Vec<Finding> {
    let rust = Rust::of(text);
    if rust.comments.iter().any(|comment| comment.text.contains(MARK)) {
        return Vec::new();
    }
    let tests = rust.tests();
    // Samples fill templates for the test that renders them all; nobody else reads them.
    let samples: Vec<_> = rust.functions().into_iter().filter(|function| function.name.contains("sample")).collect();
    let outside = |piece: &&Piece| {
        let within =
            |function: &crate::rust::Function| (function.line..=function.line + function.lines).contains(&piece.line);
        !tests.iter().any(|lines| lines.contains(&piece.line)) && !samples.iter().any(within)
    };
    let sentences = rust.texts.iter().filter(outside).filter(|piece| is_sentence(&piece.text));
    sentences
        .map(|piece| Finding::new(path, piece.line, RULE, "move the words to translations/ and keep a kind here"))
        .collect()
}

fn is_sentence(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    words >= 3 && text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö'])
}
