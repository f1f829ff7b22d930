//! The same noun in every path: a page's handler, its templates and its folder are called alike.

use std::collections::BTreeSet;

use crate::{finding::Finding, rules::graph::DOMAINS, rust::Rust, tree::Tree};

const RULE: &str = "rooms";
const PAGES: &str = "ui/pages/";

/// Crates besides the domains that show pages.
const OTHERS: [&str; 3] = ["reports", "web", "tryggbas"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.under(PAGES, "").filter_map(|(path, _)| template(tree, path)).chain(handlers(tree)).collect()
}

/// A template must belong to a crate, and its folder to a file of that crate.
fn template(tree: &Tree, path: &str) -> Option<Finding> {
    let parts: Vec<&str> = path.strip_prefix(PAGES)?.split('/').collect();
    let owner = *parts.first()?;
    let is_shared = parts.len() == 1 && is_rendered_by_web(tree, owner);
    let is_owned = parts.len() > 1 && (DOMAINS.contains(&owner) || OTHERS.contains(&owner));
    if !is_shared && !is_owned {
        return Some(Finding::new(path, 1, RULE, "put it in ui/pages/<domain>/<noun>/, the domain being a crate"));
    }
    if parts.len() <= 2 {
        return None;
    }
    let noun = snake(parts[1]);
    let pages = format!("crates/{owner}/src/pages/{noun}");
    if tree.holds(&pages) || tree.holds(&format!("{pages}.rs")) {
        return None;
    }
    Some(Finding::new(path, 1, RULE, format!("its handler is missing: {pages}.rs; use the same noun in both paths")))
}

/// Pages that stand beside the domains' folders, such as the one for errors, are the web floor's own.
fn is_rendered_by_web(tree: &Tree, file: &str) -> bool {
    let name = format!("pages/{file}");
    tree.under("crates/web/src/", ".rs").any(|(_, text)| Rust::of(text).texts.iter().any(|piece| piece.text == name))
}

/// A handler that names templates names those of its own noun, and they exist.
fn handlers(tree: &Tree) -> impl Iterator<Item = Finding> + '_ {
    tree.under("crates/", ".rs").filter_map(|(path, text)| Some((path, own_folder(path)?, text))).flat_map(
        move |(path, own, text)| {
            let seen: BTreeSet<_> = Rust::of(text).texts.into_iter().map(|piece| (piece.line, piece.text)).collect();
            let named = seen.into_iter().filter(|(_, text)| text.ends_with(".html") && text.starts_with("pages/"));
            named.filter_map(move |(line, name)| Some(Finding::new(path, line, RULE, strange(tree, &own, &name)?)))
        },
    )
}

/// `crates/plans/src/pages/adoptions.rs` → `pages/plans/adoptions`.
fn own_folder(path: &str) -> Option<String> {
    let (owner, file) = path.strip_prefix("crates/")?.split_once("/src/pages/")?;
    let noun = file.split('/').next()?.trim_end_matches(".rs");
    Some(format!("pages/{owner}/{noun}"))
}

fn strange(tree: &Tree, own: &str, name: &str) -> Option<String> {
    if !tree.holds(&format!("ui/{name}")) {
        return Some(format!("there is no ui/{name}"));
    }
    let folder = name.rsplit_once('/').map_or(name, |(folder, _)| folder);
    let alike = snake(folder) == own
        || snake(folder).starts_with(&format!("{own}/"))
        || snake(name.trim_end_matches(".html")) == own;
    (!alike).then(|| format!("render templates of ui/{own}/, or move this handler to the file of that noun"))
}

fn snake(name: &str) -> String {
    name.replace('-', "_")
}
