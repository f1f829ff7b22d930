//! The map of OWASP's requirements.

use super::found;
use crate::{asvs, tree::Tree};

const IDS: (&str, &str) = (asvs::IDS, "# ids and levels\n1.1.1 2\n6.2.1 1\n");
const TEST: (&str, &str) =
    ("crates/web/src/tests/pages.rs", "//! Pages.\n#[tokio::test]\nasync fn text_stays_text() {}\n");
const NOTES: (&str, &str) = ("docs/a.md", "# A\n```sh\n# Not one\n```\n## What's kept, and why\n");

/// What is found in a map of these two entries.
fn read(first: &str, second: &str) -> Vec<String> {
    let map = format!("# A map.\n[[requirement]]\n{first}\n\n[[requirement]]\n{second}\n");
    let journey = ("e2e/journeys/a.spec.js", "test(\"a visitor's page: read\", async () => {});\n");
    let inner = "//! Security.\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn redirects_stay_home() {}\n    #[test]\n    #[ignore]\n    fn never_run() {}\n}\n";
    found("asvs", &[IDS, TEST, NOTES, journey, (asvs::MAP, &map), ("crates/web/src/security.rs", inner)])
}

const RIGHT: &str = "ids = [\"1.1.1\"]\nabout = \"decoding\"\ntests = [\"web::tests::pages::text_stays_text\"]";

fn second(answer: &str) -> String {
    format!("ids = [\"6.2.1\"]\nabout = \"passwords\"\n{answer}")
}

#[test]
fn what_exists_may_be_named() {
    for answer in [
        "tests = [\n  \"web::security::tests::redirects_stay_home\",\n  \"e2e/journeys/a.spec.js: a visitor's page: read\",\n]",
        "section = \"docs/a.md#whats-kept-and-why\"",
        "not_applicable = \"because there is none\"",
        "open = \"a test\"",
    ] {
        assert_eq!(read(RIGHT, &second(answer)), [""; 0], "{answer}");
    }
}

#[test]
fn what_does_not_exist_is_found() {
    for (answer, fault) in [
        ("tests = [\"web::security::redirects_stay_home\"]", "there is no test `web::security::redirects_stay_home`"),
        ("tests = [\"web::security::tests::never_run\"]", "there is no test `web::security::tests::never_run`"),
        ("tests = [\"e2e/journeys/a.spec.js: read\"]", "there is no test `e2e/journeys/a.spec.js: read`"),
        ("tests = []", "name a test"),
        ("section = \"docs/a.md#not-one\"", "there is no section docs/a.md#not-one"),
        ("section = \"docs/b.md#a\"", "there is no section docs/b.md#a"),
        ("not_applicable = \"no\"", "say why, beginning with `because`"),
        ("open = \"\"", "say what is missing"),
        ("", "give one of `tests`, `section`, `not_applicable` and `open`"),
        ("open = \"x\"\nsection = \"docs/a.md#a\"", "give one of `tests`, `section`, `not_applicable` and `open`"),
    ] {
        assert_eq!(read(RIGHT, &second(answer)), [format!("{}:7: {fault}", asvs::MAP)], "{answer}");
    }
}

#[test]
fn each_requirement_is_answered_once() {
    let map = asvs::MAP;
    assert_eq!(
        read(RIGHT, RIGHT),
        [format!("{map}:1: 6.2.1 is not answered"), format!("{map}:7: 1.1.1 is no requirement, or is answered before")]
    );
    let unknown = "ids = [\"6.2.1\", \"6.2.99\"]\nabout = \"passwords\"\nopen = \"a test\"";
    assert_eq!(read(RIGHT, unknown), [format!("{map}:7: 6.2.99 is no requirement, or is answered before")]);
    assert_eq!(found("asvs", &[IDS]), [format!("{}:1: there is no {map}", asvs::IDS)]);
}

#[test]
fn what_cannot_be_read_is_found() {
    for line in ["level = 2", "who = \"x\"", "about = \"a \\\" b\"", "tests = [\"a\" \"b\"]", "section = open"] {
        let faults = read(RIGHT, &format!("{}\n{line}", second("open = \"x\"")));
        assert_eq!(faults, [format!("{}:11: this cannot be read; see docs/security", asvs::MAP)], "{line}");
    }
}

#[test]
fn the_sum_is_told_by_chapter_and_level() {
    let map = format!("[[requirement]]\n{RIGHT}\n[[requirement]]\n{}\n", second("open = \"a longer list\""));
    let tree = Tree::of(&[IDS, (asvs::MAP, &map)]);
    let sum = "ASVS: 2 of 2 mapped: 1 by test (50 % of what applies), 0 by section, 0 not applicable, 1 open";
    assert_eq!(asvs::summary(&tree), sum);
    let report = asvs::report(&tree);
    assert!(
        report.contains("chapter  1:   1 of   1 mapped:   1 test,   0 section,   0 not applicable,   0 open\n"),
        "{report}"
    );
    assert!(report.contains("level  1:   1 of   1 mapped:   0 test"), "{report}");
    assert!(report.ends_with(&format!("open 6.2.1: a longer list\n{sum}\n")), "{report}");
}
