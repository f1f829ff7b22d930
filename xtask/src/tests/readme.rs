//! Commands in documentation.

use super::found;

const PROGRAM: (&str, &str) = (
    "crates/tryggbas/src/main.rs",
    "//! Program.\nenum Command {\n    Demo,\n    Plan(Plan),\n    ListUnits { all: bool },\n}\n",
);

fn read(block: &str) -> Vec<String> {
    let readme = format!("Run it:\n```sh\n{block}\n```\ncargo run -- unheard of, outside a block\n");
    found("readme", &[("README.md", &readme), PROGRAM, ("bin/test", "#!/usr/bin/env bash\n")])
}

#[test]
fn commands_that_exist_may_be_shown() {
    for command in [
        "cargo run -- demo",
        "$ cargo run -- plan import x.csv",
        "tryggbas list-units",
        "bin/test --fast",
        "cargo xtask tidy",
        "CI=1 bin/test",
        "cargo run -- --help",
        "ls",
    ] {
        assert_eq!(read(command), [""; 0], "{command}");
    }
}

#[test]
fn commands_that_do_not_exist_are_found() {
    assert_eq!(read("cargo run -- fly"), ["README.md:3: the program has no command `fly`"]);
    assert_eq!(read("tryggbas fly --high"), ["README.md:3: the program has no command `fly`"]);
    assert_eq!(read("bin/setup"), ["README.md:3: there is no `bin/setup`"]);
    assert_eq!(read("cargo xtask fly"), ["README.md:3: xtask knows tidy, translations, sizes, asvs"]);
}
