//! Which crate may know which.

use super::found;

/// The findings for one crate with these dependencies.
fn arrows(name: &str, table: &str, used: &[&str]) -> Vec<String> {
    let lines: String = used.iter().map(|used| format!("{used}.workspace = true\n")).collect();
    let manifest = format!("[package]\nname = \"{name}\"\n\n[{table}]\n{lines}");
    found("graph", &[(&format!("crates/{name}/Cargo.toml"), &manifest)])
}

#[test]
fn arrows_that_point_down_are_welcome() {
    assert!(arrows("db", "dependencies", &["base", "swedish", "serde"]).is_empty());
    assert!(arrows("identity", "dependencies", &["base", "db", "swedish"]).is_empty());
    assert!(arrows("exchange", "dependencies", &["identity", "documents"]).is_empty());
    assert!(arrows("plans", "dependencies", &["web", "exchange", "sheets", "documents", "db"]).is_empty());
    assert!(arrows("reports", "dependencies", &["plans", "rounds"]).is_empty());
    assert!(arrows("demo", "dependencies", &["plans", "reports"]).is_empty());
    assert!(arrows("tryggbas", "dependencies", &["demo", "plans", "web", "jobs"]).is_empty());
    assert!(arrows("sheets", "dependencies", &["base", "swedish"]).is_empty());
}

#[test]
fn siblings_do_not_know_each_other() {
    let advice = "`plans` may not know `rounds`: move what both need below them, or offer it through `exchange`";
    assert_eq!(arrows("plans", "dependencies", &["rounds"]), [format!("crates/plans/Cargo.toml:5: {advice}")]);
    assert_eq!(arrows("plans", "dev-dependencies", &["demo"]).len(), 1);
}

#[test]
fn nothing_points_up() {
    for (name, used) in
        [("base", "db"), ("db", "identity"), ("web", "accounts"), ("plans", "reports"), ("demo", "tryggbas")]
    {
        assert_eq!(arrows(name, "dependencies", &[used]).len(), 1, "{name} → {used}");
    }
}

#[test]
fn engines_know_base_alone() {
    for (name, used) in
        [("sheets", "db"), ("documents", "charts"), ("swedish", "i18n"), ("db", "sheets"), ("base", "swedish")]
    {
        assert_eq!(arrows(name, "dependencies", &[used]).len(), 1, "{name} → {used}");
    }
}

#[test]
fn a_crate_has_a_floor_and_the_name_of_its_folder() {
    let files = [("crates/extras/Cargo.toml", "[package]\nname = \"more\"\n")];
    assert_eq!(
        found("graph", &files),
        [
            "crates/extras/Cargo.toml:1: give `extras` a floor in xtask/src/rules/graph.rs and in ARCHITECTURE.md",
            "crates/extras/Cargo.toml:1: name the package as its folder: `extras`",
        ]
    );
}
