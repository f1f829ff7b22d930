//! Reading this project itself.

use crate::tree::Tree;

#[test]
fn the_project_is_read_without_what_git_ignores() {
    let tree = Tree::read(&crate::root()).unwrap();
    assert!(tree.text("xtask/src/tree.rs").is_some_and(|text| text.starts_with("//! ")));
    assert!(tree.holds("xtask/src") && !tree.holds("xtask/s"));
    assert!(tree.files().all(|(path, _)| !path.starts_with("target/")
        && !path.contains("node_modules/")
        && !path.starts_with(".git/")));
}
