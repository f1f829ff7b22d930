//! Numbers and pairs of migrations.

use super::found;

fn numbered(names: &[&str]) -> Vec<String> {
    let paths: Vec<String> = names.iter().map(|name| format!("migrations/{name}")).collect();
    found("migrations", &paths.iter().map(|path| (path.as_str(), "")).collect::<Vec<_>>())
}

#[test]
fn numbers_follow_each_other_and_engines_come_in_pairs() {
    assert!(
        numbered(&["README.md", "0001_units.sql", "0002_search.postgres.sql", "0002_search.sqlite.sql"]).is_empty()
    );
}

#[test]
fn a_gap_is_named_once() {
    let names = ["0001_units.sql", "0003_plans.sql", "0004_goals.sql"];
    assert_eq!(numbered(&names), ["migrations/0003_plans.sql:1: number it 0002: the one before is 0001"]);
}

#[test]
fn half_a_pair_and_a_number_used_twice_are_found() {
    assert_eq!(numbered(&["0001_search.sqlite.sql"]).len(), 1);
    assert_eq!(numbered(&["0001_plans.sql", "0001_goals.sql"]).len(), 1);
}

#[test]
fn a_name_has_four_digits_and_a_noun() {
    assert_eq!(numbered(&["1_units.sql"]), ["migrations/1_units.sql:1: name it as `0001_plural_noun.sql`"]);
}
