//! Arrows point down and siblings do not know each other: invariant 1 of ARCHITECTURE.md.

use crate::{
    finding::Finding,
    manifest::{self, Dependency},
    tree::Tree,
};

const RULE: &str = "graph";

/// Floors of the house from the ground up; a crate may use every floor below its own.
const FLOORS: &[&[&str]] = &[
    &["base"],
    &["keys"],
    &["db"],
    &["identity"],
    &["exchange"],
    &["web"],
    DOMAINS,
    &["reports"],
    &["demo"],
    &["tryggbas"],
];

/// One crate for each chapter of what the product does.
pub const DOMAINS: &[&str] = &[
    "accounts",
    "plans",
    "rounds",
    "calendar",
    "knowledge",
    "surveys",
    "programmes",
    "events",
    "competence",
    "cooperation",
];

/// Values in, values out: they stand beside `base` and are used from `exchange` upwards.
const ENGINES: &[&str] = &[
    "sheets",
    "documents",
    "charts",
    "credentials",
    "federation",
    "swedish",
    "search",
    "forms",
    "indicators",
    "disclosure",
    "attacker",
    "i18n",
    "mail",
    "jobs",
];

/// The crate of Swedish order and formats, which every crate but `base` may use.
const LANGUAGE: &str = "swedish";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let manifests = tree.under("", "/Cargo.toml").filter(|(path, _)| folder(path).is_some());
    manifests.flat_map(|(path, text)| crate_findings(path, text)).collect()
}

/// The crate a manifest belongs to, by its folder.
fn folder(path: &str) -> Option<&str> {
    let folder = path.strip_suffix("/Cargo.toml")?;
    (folder == "xtask").then_some(folder).or_else(|| folder.strip_prefix("crates/"))
}

fn crate_findings(path: &str, manifest: &str) -> Vec<Finding> {
    let Some(name) = folder(path) else { return Vec::new() };
    let mut findings = Vec::new();
    if manifest::value(manifest, "package", "name") != Some(name) {
        findings.push(Finding::new(path, 1, RULE, format!("name the package as its folder: `{name}`")));
    }
    if name != "xtask" && !is_known(name) {
        let advice = format!("give `{name}` a floor in xtask/src/rules/graph.rs and in ARCHITECTURE.md");
        findings.push(Finding::new(path, 1, RULE, advice));
    }
    let ours = manifest::dependencies(manifest).into_iter().filter(|dependency| is_known(&dependency.name));
    findings.extend(ours.filter_map(|dependency| arrow(path, name, &dependency)));
    findings
}

fn arrow(path: &str, name: &str, dependency: &Dependency) -> Option<Finding> {
    let used = dependency.name.as_str();
    if may_use(name, used) {
        return None;
    }
    let advice =
        format!("`{name}` may not know `{used}`: move what both need below them, or offer it through `exchange`");
    Some(Finding::new(path, dependency.line, RULE, advice))
}

fn may_use(name: &str, used: &str) -> bool {
    if used == LANGUAGE {
        return name != "base" && name != LANGUAGE && name != "xtask";
    }
    if ENGINES.contains(&name) {
        return used == "base";
    }
    match (floor(name), floor(used)) {
        (Some(own), Some(below)) => below < own,
        (Some(own), None) => ENGINES.contains(&used) && Some(own) >= floor("exchange"),
        (None, _) => false,
    }
}

fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&name))
}

fn is_known(name: &str) -> bool {
    floor(name).is_some() || ENGINES.contains(&name)
}
