//! Every requirement of OWASP's list is answered once, and what the answers name exists.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    asvs::{self, Answer, Entry, IDS, MAP, Map},
    finding::Finding,
    rust::{Rust, is_word},
    tree::Tree,
};

const RULE: &str = "asvs";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(text) = tree.text(MAP) else {
        return tree.text(IDS).map(|_| Finding::new(IDS, 1, RULE, format!("there is no {MAP}"))).into_iter().collect();
    };
    let map = Map::of(text);
    let mut findings: Vec<Finding> = map
        .unread
        .iter()
        .map(|line| Finding::new(MAP, *line, RULE, "this cannot be read; see docs/security"))
        .collect();
    findings.extend(each_once(tree, &map));
    let tests = tests(tree);
    for entry in &map.entries {
        findings
            .extend(faults(tree, &tests, entry).into_iter().map(|fault| Finding::new(MAP, entry.line, RULE, fault)));
    }
    findings
}

/// Every id of the list is in the map, once, and no other.
fn each_once(tree: &Tree, map: &Map) -> Vec<Finding> {
    let mut missing: BTreeSet<&str> =
        asvs::ids(tree.text(IDS).unwrap_or_default()).into_iter().map(|(id, _)| id).collect();
    let mut findings = Vec::new();
    for (id, line) in map.entries.iter().flat_map(|entry| entry.ids.iter().map(|id| (id.as_str(), entry.line))) {
        if !missing.remove(id) {
            findings.push(Finding::new(MAP, line, RULE, format!("{id} is no requirement, or is answered before")));
        }
    }
    findings.extend(missing.iter().map(|id| Finding::new(MAP, 1, RULE, format!("{id} is not answered"))));
    findings
}

fn faults(tree: &Tree, tests: &BTreeSet<String>, entry: &Entry) -> Vec<String> {
    let mut faults = Vec::new();
    if entry.ids.is_empty() || entry.about.is_empty() {
        faults.push("say which `ids` this is, and what it is `about`".to_owned());
    }
    match entry.answers.as_slice() {
        [Answer::Tests(names)] if names.is_empty() => faults.push("name a test".to_owned()),
        [Answer::Tests(names)] => {
            let gone = names.iter().filter(|name| !tests.contains(*name) && !is_journey(tree, name));
            faults.extend(gone.map(|name| format!("there is no test `{name}`")));
        }
        [Answer::Section(place)] if !is_section(tree, place) => faults.push(format!("there is no section {place}")),
        [Answer::NotApplicable(reason)] if !reason.starts_with("because ") => {
            faults.push("say why, beginning with `because`".to_owned());
        }
        [Answer::Open(missing)] if missing.is_empty() => faults.push("say what is missing".to_owned()),
        [_] => {}
        _ => faults.push("give one of `tests`, `section`, `not_applicable` and `open`".to_owned()),
    }
    faults
}

/// `e2e/journeys/sign-in.spec.js: title of the test`.
fn is_journey(tree: &Tree, name: &str) -> bool {
    let Some((file, title)) = name.split_once(": ") else { return false };
    let quoted = format!("test(\"{title}\"");
    tree.text(file).is_some_and(|text| text.lines().any(|line| line.trim_start().starts_with(&quoted)))
}

/// `docs/operating/security.md#signing-in`, where that document has such a heading.
fn is_section(tree: &Tree, place: &str) -> bool {
    let Some((file, anchor)) = place.split_once('#') else { return false };
    let mut fenced = false;
    tree.text(file).unwrap_or_default().lines().any(|line| {
        fenced ^= line.starts_with("```");
        !fenced && line.starts_with('#') && slug(line.trim_start_matches('#')) == anchor
    })
}

/// A heading as part of an address, as it is made wherever Markdown is shown.
fn slug(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| is_word(*c) || " -".contains(*c));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The names of all tests, as the runner prints them: crate, modules, function.
fn tests(tree: &Tree) -> BTreeSet<String> {
    let mut modules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in tree.rust().filter(|(_, text)| text.contains("test")) {
        let Some(module) = module(path) else { continue };
        let rust = Rust::of(text);
        let inner = rust.tests();
        for (at, name) in ["#[test]", "#[tokio::test"].iter().flat_map(|mark| marked(&rust.code, mark)) {
            let is_inside = inner.iter().any(|lines| lines.contains(&rust.line(at)));
            let module = if is_inside { format!("{module}::tests") } else { module.clone() };
            modules.entry(module).or_default().push(name.to_owned());
        }
    }
    modules.iter().flat_map(|(module, names)| names.iter().map(move |name| format!("{module}::{name}"))).collect()
}

/// The functions that follow an attribute, with its place. One that is never run proves nothing.
fn marked<'a>(code: &'a str, attribute: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    code.match_indices(attribute).filter_map(|(at, _)| {
        let (head, rest) = code[at..].split_once("fn ")?;
        let name = rest.split(|c: char| !is_word(c)).next()?;
        (!head.contains("#[ignore")).then_some((at, name))
    })
}

/// `crates/web/src/testing/mod.rs` → `web::testing`, `crates/documents/tests/forms/html.rs` → `documents::forms::html`.
fn module(path: &str) -> Option<String> {
    let (folder, file) = path.split_once("/src/").or_else(|| path.split_once("/tests/"))?;
    let parts = file.trim_end_matches(".rs").split('/').filter(|part| !["mod", "lib", "main"].contains(part));
    let owner = folder.rsplit('/').next()?;
    Some(std::iter::once(owner).chain(parts).collect::<Vec<_>>().join("::"))
}
