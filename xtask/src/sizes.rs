//! How long files and functions are, measured against what the house aims for.

use std::fmt::Write;

use crate::{rust::Rust, tree::Tree};

/// A kind of file with its cap in lines.
pub struct Kind {
    pub name: &'static str,
    pub folder: &'static str,
    pub ending: &'static str,
    pub cap: usize,
}

/// Caps from ARCHITECTURE.md.
pub const KINDS: &[Kind] = &[
    Kind { name: "Rust", folder: "", ending: ".rs", cap: 600 },
    Kind { name: "templates", folder: "ui/", ending: ".html", cap: 150 },
    Kind { name: "CSS", folder: "ui/", ending: ".css", cap: 300 },
    Kind { name: "JS", folder: "ui/", ending: ".js", cap: 150 },
];

/// The longest a function may be.
pub const FUNCTION_CAP: usize = 80;

/// Median and p90 of Rust files and functions, on one line.
pub fn summary(tree: &Tree) -> String {
    let files = lengths(tree, &KINDS[0]);
    let functions = function_lengths(tree);
    format!(
        "Rust: {} files, median {} lines, p90 {}; {} functions, median {}, p90 {}",
        files.len(),
        percentile(&files, 50),
        percentile(&files, 90),
        functions.len(),
        percentile(&functions, 50),
        percentile(&functions, 90)
    )
}

/// Every kind with its spread and its longest files.
pub fn report(tree: &Tree) -> String {
    let mut report = String::new();
    for kind in KINDS {
        let lengths = lengths(tree, kind);
        let (median, p90) = (percentile(&lengths, 50), percentile(&lengths, 90));
        // Writing to a String cannot fail.
        let _ =
            writeln!(report, "{}: {} files, median {median}, p90 {p90}, cap {}", kind.name, lengths.len(), kind.cap);
        let mut files: Vec<_> =
            tree.under(kind.folder, kind.ending).map(|(path, text)| (text.lines().count(), path)).collect();
        files.sort_unstable_by(|a, b| b.cmp(a));
        for (lines, path) in files.iter().take(5) {
            let _ = writeln!(report, "  {lines:>5} {path}");
        }
    }
    let functions = function_lengths(tree);
    let (median, p90) = (percentile(&functions, 50), percentile(&functions, 90));
    let _ = writeln!(report, "functions: {}, median {median}, p90 {p90}, cap {FUNCTION_CAP}", functions.len());
    report
}

fn lengths(tree: &Tree, kind: &Kind) -> Vec<usize> {
    sorted(tree.under(kind.folder, kind.ending).map(|(_, text)| text.lines().count()))
}

fn function_lengths(tree: &Tree) -> Vec<usize> {
    sorted(tree.rust().flat_map(|(_, text)| Rust::of(text).functions()).map(|function| function.lines))
}

fn sorted(lengths: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut lengths: Vec<_> = lengths.collect();
    lengths.sort_unstable();
    lengths
}

/// The value below which this share of the sorted values lies; 0 when there are none.
pub fn percentile(sorted: &[usize], share: usize) -> usize {
    let last = sorted.len().saturating_sub(1);
    sorted.get((last * share).div_ceil(100)).copied().unwrap_or(0)
}
