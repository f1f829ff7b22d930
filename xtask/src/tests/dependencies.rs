//! Each dependency is explained, used, and declared once.

use super::found;

const USER: (&str, &str) = (
    "crates/plans/Cargo.toml",
    "[package]\nname = \"plans\"\n\n[dependencies]\nserde.workspace = true\ncsv = { workspace = true }\n",
);

#[test]
fn a_comment_behind_or_above_explains() {
    let root = "[workspace.dependencies]\n# Values.\nserde = \"1\"\n\ncsv = \"1\" # lists\n";
    assert!(found("dependencies", &[("Cargo.toml", root), USER]).is_empty());
}

#[test]
fn a_blank_line_ends_a_group() {
    let root = "[workspace.dependencies]\n# Values.\nserde = \"1\"\n\ncsv = \"1\"\n";
    let advice = "Cargo.toml:5: say what `csv` is for, in a comment behind it or above its group";
    assert_eq!(found("dependencies", &[("Cargo.toml", root), USER]), [advice]);
}

#[test]
fn what_no_crate_uses_is_removed() {
    let root = "[workspace.dependencies]\n# Values.\nserde = \"1\"\ncsv = \"1\"\nzip = \"9\"\n";
    assert_eq!(found("dependencies", &[("Cargo.toml", root), USER]), ["Cargo.toml:5: no crate uses `zip`: remove it"]);
}

#[test]
fn a_version_stands_in_the_workspace_only() {
    let own = ("crates/web/Cargo.toml", "[package]\nname = \"web\"\n\n[dev-dependencies]\nrand = \"0.10\"\n");
    let advice = "crates/web/Cargo.toml:5: declare `rand` in the root Cargo.toml and write `rand.workspace = true`";
    assert_eq!(found("dependencies", &[own]), [advice]);
}
