//! A command a page of documentation shows exists.

use crate::{finding::Finding, rust::Rust, tree::Tree};

const RULE: &str = "readme";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let program: String = tree.under("crates/tryggbas/src/", ".rs").map(|(_, text)| Rust::of(text).code).collect();
    let pages = tree.under("", ".md");
    let commands = pages.flat_map(|(path, text)| commands(text).map(move |(line, command)| (path, line, command)));
    commands
        .filter_map(|(path, line, command)| Some(Finding::new(path, line, RULE, fault(tree, &program, command)?)))
        .collect()
}

/// The lines of fenced blocks, without a prompt.
fn commands(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        (fenced && !fence).then(|| (index + 1, line.trim().trim_start_matches("$ ")))
    })
}

fn fault(tree: &Tree, program: &str, command: &str) -> Option<String> {
    let words: Vec<&str> = command.split_whitespace().filter(|word| !is_setting(word)).collect();
    match words.as_slice() {
        [script, ..] if script.starts_with("bin/") || script.starts_with("./bin/") => {
            let script = script.trim_start_matches("./");
            (!tree.holds(script)).then(|| format!("there is no `{script}`"))
        }
        ["cargo", "xtask", task, ..] => {
            (!crate::COMMANDS.contains(task)).then(|| format!("xtask knows {}", crate::COMMANDS.join(", ")))
        }
        ["cargo", "run", rest @ ..] => {
            let arguments = rest.iter().skip_while(|word| **word != "--").skip(1);
            subcommand(program, arguments.copied())
        }
        ["tryggbas" | "target/release/tryggbas", rest @ ..] => subcommand(program, rest.iter().copied()),
        _ => None,
    }
}

/// Clap derives a subcommand from a variant: `plan` from `Plan`. Options and what follows the first word are not judged.
fn subcommand<'a>(program: &str, mut arguments: impl Iterator<Item = &'a str>) -> Option<String> {
    let name = arguments
        .next()
        .filter(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !word.starts_with('-'))?;
    let variant: String = name.split('-').map(capitalised).collect();
    let known = program.split(|c: char| !crate::rust::is_word(c)).any(|word| word == variant);
    (!known).then(|| format!("the program has no command `{name}`"))
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(characters).collect()
}

/// `NAME=value` before a command.
fn is_setting(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
}
