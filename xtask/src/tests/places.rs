//! Traces of the machine the code was written on.

use super::{found, places};

#[test]
fn folders_of_one_machine_are_found() {
    for folder in ["work/main", "root", "home"] {
        let text = format!("first line\nread \"/{folder}/anna/plan.csv\"\n");
        assert_eq!(places("places", &[("docs/guide/import.md", &text)]), ["docs/guide/import.md:2"], "{folder}");
    }
}

#[test]
fn addresses_and_inner_folders_are_not_machine_paths() {
    let text = r#"https://example.se/home/start docs/work/plan.md ../root/x $DATA/work/ ${DATA}/home/ href="/work/1" /my-work/ /homes/x"#;
    assert!(places("places", &[("docs/guide/import.md", text)]).is_empty());
}

#[test]
fn package_hosts_are_found() {
    let text = format!("registry = https://registry.{}\n", "npmjs.org");
    assert_eq!(
        found("places", &[("e2e/.npmrc", &text)]),
        ["e2e/.npmrc:1: leave the package host to each machine's own configuration"]
    );
}

#[test]
fn locks_name_the_default_registry_and_no_address() {
    let cargo = "source = \"registry+https://github.com/rust-lang/crates.io-index\"\nsource = \"registry+https://mirror.example\"\n";
    let npm = "{\n\"resolved\": \"https://mirror.example/a.tgz\"\n}\n";
    assert_eq!(
        places("places", &[("Cargo.lock", cargo), ("e2e/package-lock.json", npm)]),
        ["Cargo.lock:2", "e2e/package-lock.json:2"]
    );
}
