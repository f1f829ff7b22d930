//! Every text exists in every language with the same variables, is used, and every key that is asked for exists.

use std::collections::BTreeMap;

use crate::{
    finding::Finding,
    tree::Tree,
    usage::{LANGUAGES, Usage},
};

const RULE: &str = "translations";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let usage = Usage::of(tree);
    let [leading, other] = LANGUAGES;
    let mut findings = faults(&usage);
    findings.extend(languages(&usage));
    findings.extend(missing(&usage, leading, other));
    findings.extend(missing(&usage, other, leading));
    findings.extend(variables(&usage));
    findings.extend(unknown(&usage));
    findings.extend(unused(&usage));
    findings
}

fn faults(usage: &Usage) -> Vec<Finding> {
    let mut findings = Vec::new();
    for files in usage.files.values() {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (path, file) in files {
            findings.extend(file.faults.iter().map(|(line, advice)| Finding::new(path, *line, RULE, *advice)));
            for message in &file.messages {
                if let Some(first) = seen.insert(&message.key, path) {
                    let advice = format!("`{}` stands in {first} already", message.key);
                    findings.push(Finding::new(path, message.line, RULE, advice));
                }
            }
        }
    }
    findings
}

fn languages(usage: &Usage) -> impl Iterator<Item = Finding> + '_ {
    let strange = usage.files.iter().filter(|(language, _)| !LANGUAGES.contains(&language.as_str()));
    strange
        .flat_map(|(_, files)| files)
        .map(|(path, _)| Finding::new(path, 1, RULE, format!("put it in one of the folders {}", LANGUAGES.join(", "))))
}

fn missing(usage: &Usage, from: &str, to: &str) -> Vec<Finding> {
    let there = usage.messages(to);
    let lost = usage.messages(from).into_iter().filter(|(key, _)| !there.contains_key(key));
    lost.map(|(key, (path, message))| Finding::new(path, message.line, RULE, format!("`{key}` has no text in `{to}`")))
        .collect()
}

fn variables(usage: &Usage) -> Vec<Finding> {
    let [leading, other] = LANGUAGES;
    let there = usage.messages(other);
    let pairs = usage
        .messages(leading)
        .into_iter()
        .filter_map(|(key, (path, message))| Some((key, path, message, there.get(key)?.1)));
    let different = pairs.filter(|(_, _, ours, theirs)| ours.variables != theirs.variables);
    different
        .map(|(key, path, ours, theirs)| {
            let odd: Vec<_> =
                ours.variables.symmetric_difference(&theirs.variables).map(|name| format!("${name}")).collect();
            Finding::new(path, ours.line, RULE, format!("`{key}` uses {} in one language only", odd.join(", ")))
        })
        .collect()
}

fn unknown(usage: &Usage) -> Vec<Finding> {
    let messages = usage.messages(LANGUAGES[0]);
    let lost = usage.uses.iter().filter(|place| {
        let known = |key: &str| if place.prefix { key.starts_with(&place.key) } else { key == place.key };
        !messages.keys().any(|key| known(key))
    });
    lost.map(|place| {
        let what = if place.prefix { "no key begins with" } else { "there is no text for" };
        Finding::new(&place.path, place.line, RULE, format!("{what} `{}`", place.key))
    })
    .collect()
}

fn unused(usage: &Usage) -> Vec<Finding> {
    let messages = usage.messages(LANGUAGES[0]).into_iter().filter(|(key, _)| !usage.is_used(key));
    messages
        .map(|(key, (path, message))| {
            Finding::new(path, message.line, RULE, format!("nothing uses `{key}`: remove it"))
        })
        .collect()
}
