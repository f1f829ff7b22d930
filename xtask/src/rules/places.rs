//! Nothing knows the machine it was written on: no folders of it, no hosts packages were fetched from.

use crate::{finding::Finding, rust::is_word, tree::Tree};

const RULE: &str = "places";

/// Beginnings of paths that exist on one machine only. A page may live at `/work/…`, so that folder is told by what follows.
const FOLDERS: [&str; 4] = ["root", "home", "work/main", "work/shared"];

/// Hosts in parts, so that this file does not name one.
const HOSTS: [(&str, &str); 6] = [
    ("registry", "npmjs.org"),
    ("index", "crates.io"),
    ("static", "crates.io"),
    ("files", "pythonhosted.org"),
    ("proxy", "golang.org"),
    ("deb", "debian.org"),
];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let lines = tree
        .files()
        .flat_map(|(path, text)| text.lines().enumerate().map(move |(index, line)| (path, index + 1, line)));
    lines.filter_map(|(path, number, line)| Some(Finding::new(path, number, RULE, fault(path, line)?))).collect()
}

fn fault(path: &str, line: &str) -> Option<&'static str> {
    if path.ends_with("package-lock.json") && line.contains("\"resolved\"") {
        return Some("write the lock with `omit-lockfile-registry-resolved=true`, without addresses");
    }
    if path == "Cargo.lock" {
        let foreign = line.starts_with("source = ") && !line.contains("github.com/rust-lang/crates.io-index");
        return foreign.then_some("take the crate from the default registry");
    }
    if HOSTS.iter().any(|(name, domain)| line.contains(&format!("{name}.{domain}"))) {
        return Some("leave the package host to each machine's own configuration");
    }
    FOLDERS
        .iter()
        .any(|folder| names_folder(line, folder))
        .then_some("use a path from the project's root, or take it from a setting")
}

/// `/folder/…` where no path, word or variable goes before.
fn names_folder(line: &str, folder: &str) -> bool {
    let start = format!("/{folder}/");
    line.match_indices(&start).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| is_word(c) || ".-}>)*".contains(c))
    })
}
