//! Medians and percentiles.

use crate::{sizes, tree::Tree};

#[test]
fn percentiles_are_values_that_occur() {
    let lengths: Vec<usize> = (1..=10).collect();
    assert_eq!([sizes::percentile(&lengths, 50), sizes::percentile(&lengths, 90)], [6, 10]);
    assert_eq!(sizes::percentile(&[7], 90), 7);
    assert_eq!(sizes::percentile(&[], 90), 0);
}

#[test]
fn the_summary_counts_files_and_functions() {
    let tree = Tree::of(&[
        ("crates/base/src/lib.rs", "//! Base.\nfn one() {}\n"),
        ("xtask/src/main.rs", "fn main() {\n}\n\n\n"),
    ]);
    assert_eq!(sizes::summary(&tree), "Rust: 2 files, median 4 lines, p90 4; 2 functions, median 2, p90 2");
    assert!(sizes::report(&tree).contains("      4 xtask/src/main.rs\n"));
}
