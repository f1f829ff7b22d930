//! Migrations are numbered 0001, 0002, … without gaps; a pair only where the engines differ.

use std::collections::BTreeMap;

use crate::{finding::Finding, tree::Tree};

const RULE: &str = "migrations";
const FOLDER: &str = "migrations/";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut numbers: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (path, _) in tree.under(FOLDER, ".sql") {
        match number(path) {
            Some(number) => numbers.entry(number).or_default().push(path),
            None => findings.push(Finding::new(path, 1, RULE, "name it as `0001_plural_noun.sql`")),
        }
    }
    for (expected, (number, paths)) in (1..).zip(&numbers) {
        if *number != expected {
            findings.push(Finding::new(
                paths[0],
                1,
                RULE,
                format!("number it {expected:04}: the one before is {:04}", expected - 1),
            ));
            break;
        }
    }
    findings.extend(numbers.values().filter(|paths| !is_whole(paths)).map(|paths| {
        let advice = "one file for both engines, or exactly `.sqlite.sql` and `.postgres.sql` of the same name";
        Finding::new(paths[0], 1, RULE, advice)
    }));
    findings
}

fn number(path: &str) -> Option<usize> {
    let (digits, name) = path.strip_prefix(FOLDER)?.split_once('_')?;
    let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_.".contains(c));
    (digits.len() == 4 && plain).then(|| digits.parse().ok())?
}

fn is_whole(paths: &[&str]) -> bool {
    let engine = |path: &&str| {
        [".sqlite.sql", ".postgres.sql"].iter().find_map(|ending| path.strip_suffix(ending).map(str::to_owned))
    };
    match paths {
        [one] => engine(one).is_none(),
        [first, second] => engine(first).is_some() && engine(first) == engine(second),
        _ => false,
    }
}
