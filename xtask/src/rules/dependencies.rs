//! The workspace manifest says what each dependency is for, once, and crates only name it.

use crate::{finding::Finding, manifest, tree::Tree};

const RULE: &str = "dependencies";
const WORKSPACE: &str = "workspace.dependencies";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let root = manifest::dependencies(tree.text("Cargo.toml").unwrap_or_default());
    let declared = root.iter().filter(|dependency| dependency.table == WORKSPACE);
    let unexplained = declared.clone().filter(|dependency| !dependency.explained).map(|dependency| {
        let advice = format!("say what `{}` is for, in a comment behind it or above its group", dependency.name);
        Finding::new("Cargo.toml", dependency.line, RULE, advice)
    });
    let unused = declared.filter(|dependency| !is_used(tree, &dependency.name)).map(|dependency| {
        Finding::new("Cargo.toml", dependency.line, RULE, format!("no crate uses `{}`: remove it", dependency.name))
    });
    unexplained.chain(unused).chain(own_versions(tree)).collect()
}

fn crates(tree: &Tree) -> impl Iterator<Item = (&str, manifest::Dependency)> {
    let manifests = tree.under("", "/Cargo.toml");
    manifests
        .flat_map(|(path, text)| manifest::dependencies(text).into_iter().map(move |dependency| (path, dependency)))
}

fn is_used(tree: &Tree, name: &str) -> bool {
    crates(tree).any(|(_, dependency)| dependency.name == name)
}

fn own_versions(tree: &Tree) -> impl Iterator<Item = Finding> + '_ {
    let own = crates(tree).filter(|(_, dependency)| !dependency.value.contains("workspace = true"));
    own.map(|(path, dependency)| {
        let advice = format!("declare `{0}` in the root Cargo.toml and write `{0}.workspace = true`", dependency.name);
        Finding::new(path, dependency.line, RULE, advice)
    })
}
