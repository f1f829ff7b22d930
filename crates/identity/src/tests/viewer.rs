//! What a role reaches.

use base::{Id, Problem};
use proptest::prelude::*;

use crate::{HeldRole, Person, RIGHTS, Reach, Role, Verb, Viewer};

fn holding(roles: Vec<HeldRole>) -> Viewer {
    let person =
        Person { id: Id::stored("p".into()), name: "P".into(), email: "p@exempel.se".into(), language: "sv".into() };
    Viewer { person: Some(person), roles, errand: None }
}

fn held(role: Role, reach: Reach, path: &str) -> HeldRole {
    HeldRole { reach, ..HeldRole::new(role, Id::stored("u".into()), "U", path) }
}

fn viewer(role: Role, path: &str) -> Viewer {
    holding(vec![held(role, Reach::Below, path)])
}

#[test]
fn a_role_reaches_its_own_unit_and_below_but_not_beside() {
    let coordinator = viewer(Role::Coordinator, "/city/board/");
    assert!(coordinator.may(Verb::Write, "/city/board/"));
    assert!(coordinator.may(Verb::Write, "/city/board/school/"));
    assert!(!coordinator.may(Verb::Write, "/city/board2/"));
    assert!(!coordinator.may(Verb::Write, "/city/"));
    assert!(!coordinator.may(Verb::Administer, "/city/board/"));
}

#[test]
fn the_reach_a_role_is_given_with_narrows_it_and_never_widens_what_the_role_has() {
    let own = holding(vec![held(Role::Coordinator, Reach::Own, "/city/board/")]);
    assert!(own.may(Verb::Write, "/city/board/") && !own.may(Verb::Write, "/city/board/school/"));
    let wide = holding(vec![held(Role::Reporter, Reach::All, "/city/board/")]);
    assert!(wide.may(Verb::Submit, "/city/board/school/") && !wide.may(Verb::Submit, "/city/"));
    let whole = holding(vec![held(Role::Administrator, Reach::All, "/city/")]);
    assert!(whole.may(Verb::Administer, "/another/"));
    assert_eq!(Role::Reporter.reaches(), [Reach::Own, Reach::Below]);
    assert_eq!(Role::Auditor.reaches(), Reach::ALL);
}

#[test]
fn nobody_is_told_to_sign_in_and_somebody_that_it_is_not_allowed() {
    assert_eq!(Viewer::anybody().check(Verb::Write, "/a/"), Err(Problem::NotSignedIn));
    assert_eq!(viewer(Role::Reporter, "/a/").check(Verb::Write, "/a/"), Err(Problem::NotAllowed));
    let mut values = Vec::new();
    assert_eq!(Viewer::anybody().reach(Verb::Write, "u.path", &mut values), "FALSE");
}

#[test]
fn the_table_names_each_role_once_and_each_verb_is_somebodys() {
    for role in Role::ALL {
        assert_eq!(RIGHTS.iter().filter(|(other, _)| *other == role).count(), 1, "{role:?}");
        for (verb, _) in role.rights() {
            assert_eq!(role.rights().iter().filter(|(other, _)| other == verb).count(), 1, "{role:?} {verb:?}");
        }
        assert!(role.allows(Verb::See), "{role:?}");
    }
    for verb in Verb::ALL {
        assert!(Role::ALL.into_iter().any(|role| role.allows(verb)), "{verb:?}");
    }
    let not_handed_on: Vec<Role> = Role::ALL.into_iter().filter(|role| !role.may_be_delegated()).collect();
    assert_eq!(not_handed_on, [Role::Administrator, Role::Auditor]);
}

fn path() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(vec!["a", "b", "ab", "a-b"]), 1..5)
        .prop_map(|ids| format!("/{}/", ids.join("/")))
}

fn role() -> impl Strategy<Value = HeldRole> {
    (prop::sample::select(Role::ALL.to_vec()), prop::sample::select(Reach::ALL.to_vec()), path())
        .prop_map(|(role, reach, path)| held(role, reach, &path))
}

fn verb() -> impl Strategy<Value = Verb> {
    prop::sample::select(Verb::ALL.to_vec())
}

/// What the SQL condition says of one path, read the way both engines read it.
fn holds(viewer: &Viewer, verb: Verb, path: &str) -> bool {
    let mut values = Vec::new();
    let sql = viewer.reach(verb, "x", &mut values);
    let text = |at: usize| format!("{:?}", values[at]).split('"').nth(1).unwrap_or_default().to_owned();
    let one = |part: &str| match part.trim_matches(['(', ')']).split_once(" $") {
        Some(("x =", number)) => path == text(number.parse::<usize>().unwrap() - 1),
        Some(("x LIKE", number)) => path.starts_with(text(number.parse::<usize>().unwrap() - 1).trim_end_matches('%')),
        _ => part == "TRUE",
    };
    sql.split(" OR ").any(one)
}

proptest! {
    #[test]
    fn a_list_holds_what_a_look_at_each_one_would(
        roles in prop::collection::vec(role(), 0..4), verb in verb(), path in path()
    ) {
        let viewer = holding(roles);
        prop_assert_eq!(holds(&viewer, verb, &path), viewer.may(verb, &path));
    }

    #[test]
    fn a_wider_reach_never_takes_anything_away(one in role(), verb in verb(), path in path()) {
        for reach in Reach::ALL.into_iter().filter(|reach| *reach >= one.reach) {
            let wider = HeldRole { reach, ..one.clone() };
            prop_assert!(!one.allows(verb, &path) || wider.allows(verb, &path));
        }
    }

    #[test]
    fn what_somebody_may_hand_on_is_never_more_than_they_have(
        roles in prop::collection::vec(role(), 0..4), verb in verb(), given in path(), to in path(),
        reach in prop::sample::select(Reach::ALL.to_vec())
    ) {
        let viewer = holding(roles);
        if viewer.covers(verb, &given, reach) && reach.covers(&given, &to) {
            prop_assert!(viewer.may(verb, &to), "handed on {:?} from {} and reached {}", reach, given, to);
        }
    }

    #[test]
    fn another_role_never_takes_anything_away(
        roles in prop::collection::vec(role(), 0..4), more in role(), verb in verb(), path in path()
    ) {
        let before = holding(roles.clone()).may(verb, &path);
        let after = holding(roles.into_iter().chain([more]).collect()).may(verb, &path);
        prop_assert!(!before || after);
    }
}
