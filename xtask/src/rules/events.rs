//! Every kind of event that the audit log can hold has words for people, and no words are left over.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finding::Finding,
    rules::is_test,
    rust::Rust,
    tree::Tree,
    usage::{LANGUAGES, Usage},
};

const RULE: &str = "events";

/// What the keys of these words begin with.
const PREFIX: &str = "event-";

/// Endings that make a name with a dot the name of a file.
const FILES: [&str; 12] = ["bin", "css", "csv", "doc", "docx", "html", "js", "json", "pdf", "toml", "txt", "xlsx"];

/// Where a kind is written.
struct Place {
    path: String,
    line: usize,
}

pub fn check(tree: &Tree) -> Vec<Finding> {
    let kinds = kinds(tree);
    let usage = Usage::of(tree);
    let texts = usage.messages(LANGUAGES[0]);
    let wordless = kinds.iter().filter(|(kind, _)| !texts.contains_key(key(kind).as_str()));
    let wordless = wordless.map(|(kind, place)| {
        let advice = format!("say in translations/ as `{}` what `{kind}` means to whoever reads the log", key(kind));
        Finding::new(&place.path, place.line, RULE, advice)
    });
    let known: BTreeSet<String> = kinds.keys().map(|kind| key(kind)).collect();
    let left_over = texts.iter().filter(|(key, _)| key.starts_with(PREFIX) && !known.contains(**key));
    let left_over = left_over.map(|(key, (path, message))| {
        Finding::new(path, message.line, RULE, format!("no event is called so: remove `{key}`"))
    });
    wordless.chain(left_over).collect()
}

fn key(kind: &str) -> String {
    format!("{PREFIX}{}", kind.replace(['.', '_'], "-"))
}

/// Kinds of events by the first place that writes each: what an event is made with, and every other text with one of the same nouns,
/// since many deeds hand their kind on.
fn kinds(tree: &Tree) -> BTreeMap<String, Place> {
    let mut certain: BTreeMap<String, Place> = BTreeMap::new();
    let mut possible = Vec::new();
    for (path, text) in tree.under("crates/", ".rs").filter(|(path, _)| !is_test(path) && !path.contains("/examples/"))
    {
        let rust = Rust::of(text);
        let tests = rust.tests();
        for piece in rust.texts.iter().filter(|piece| is_kind(&piece.text)) {
            if tests.iter().any(|lines| lines.contains(&piece.line)) {
                continue;
            }
            let place = Place { path: path.to_owned(), line: piece.line };
            let before = rust.code[..piece.at].trim_end();
            if ["Event::new(", "event("].iter().any(|call| before.ends_with(call)) {
                certain.entry(piece.text.clone()).or_insert(place);
            } else {
                possible.push((piece.text.clone(), place));
            }
        }
    }
    let nouns: BTreeSet<String> = certain.keys().map(|kind| noun(kind).to_owned()).collect();
    for (kind, place) in possible.into_iter().filter(|(kind, _)| nouns.contains(noun(kind))) {
        certain.entry(kind).or_insert(place);
    }
    certain
}

fn noun(kind: &str) -> &str {
    kind.split('.').next().unwrap_or(kind)
}

/// `noun.verb`, and no file.
fn is_kind(text: &str) -> bool {
    let plain = |part: &str| part.len() > 1 && part.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    text.split_once('.').is_some_and(|(noun, verb)| plain(noun) && plain(verb) && !FILES.contains(&verb))
}
