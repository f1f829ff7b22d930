//! What a role reaches.

use base::{Id, Problem};

use crate::{HeldRole, Person, Role, Verb, Viewer};

fn viewer(role: Role, path: &str) -> Viewer {
    let person =
        Person { id: Id::stored("p".into()), name: "P".into(), email: "p@exempel.se".into(), language: "sv".into() };
    let held =
        HeldRole { role, unit: Id::stored("u".into()), unit_name: "U".into(), path: path.into(), function: None };
    Viewer { person: Some(person), roles: vec![held] }
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
fn nobody_is_told_to_sign_in_and_somebody_that_it_is_not_allowed() {
    assert_eq!(Viewer::anybody().check(Verb::Write, "/a/"), Err(Problem::NotSignedIn));
    assert_eq!(viewer(Role::Reporter, "/a/").check(Verb::Write, "/a/"), Err(Problem::NotAllowed));
    let mut values = Vec::new();
    assert_eq!(Viewer::anybody().reach(Verb::Write, "u.path", &mut values), "FALSE");
}
