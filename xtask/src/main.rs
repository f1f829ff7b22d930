//! The house rules as code: `cargo xtask tidy`, `translations`, `sizes` and `asvs`. Standard library only, so that it builds at once.

mod asvs;
mod finding;
mod fluent;
mod manifest;
mod markup;
mod rules;
mod rust;
mod sizes;
mod tree;
mod usage;

#[cfg(test)]
mod tests;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use tree::Tree;

/// The commands, as README and CONTRIBUTING may name them.
pub const COMMANDS: &[&str] = &["tidy", "translations", "sizes", "asvs"];

/// The folder of the project: clones may share a build folder, so cargo is asked where it runs now.
#[expect(clippy::disallowed_methods, reason = "only cargo knows")]
fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).join("..")
}

fn main() -> ExitCode {
    let command = std::env::args().nth(1).unwrap_or_default();
    if !COMMANDS.contains(&command.as_str()) {
        eprintln!("usage: cargo xtask {}", COMMANDS.join("|"));
        return ExitCode::from(2);
    }
    let tree = match Tree::read(&root()) {
        Ok(tree) => tree,
        Err(error) => {
            eprintln!("cannot read the working tree: {error}");
            return ExitCode::from(2);
        }
    };
    match command.as_str() {
        "translations" => print!("{}", usage::Usage::of(&tree).report()),
        "sizes" => print!("{}", sizes::report(&tree)),
        "asvs" => print!("{}", asvs::report(&tree)),
        _ => return tidy(&tree),
    }
    ExitCode::SUCCESS
}

fn tidy(tree: &Tree) -> ExitCode {
    let findings = rules::check(tree);
    for finding in &findings {
        println!("{finding}");
    }
    println!("{}", sizes::summary(tree));
    println!("{}", asvs::summary(tree));
    println!("tidy: {} files, {} findings", tree.len(), findings.len());
    if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
