//! Names against a register.

use crate::import::bodies::{RegisterBody, is_group, match_bodies};

fn register() -> Vec<RegisterBody> {
    let body = |id: &str, name: &str, also: &[&str]| RegisterBody {
        id: id.to_owned(),
        name: name.to_owned(),
        also: also.iter().map(|name| (*name).to_owned()).collect(),
        kind: None,
    };
    vec![
        body("ks", "Kommunstyrelsen", &[]),
        body("kfn", "Kultur- och fritidsnämnden", &[]),
        body("sn", "Socialnämnden", &["SN"]),
        body("avn", "Arbetsmarknads- och vuxenutbildningsnämnden", &[]),
        body("un", "Utbildningsnämnden", &[]),
        body("polis", "Polismyndigheten", &[]),
        body("region", "Region Stockholm", &[]),
        body("lst", "Länsstyrelsen Stockholm", &[]),
        body("solvik", "Solviks kommun", &[]),
        body("norrby", "Norrby kommun", &[]),
    ]
}

fn exact(name: &str) -> Option<String> {
    match_bodies(&[name.to_owned()], &register()).remove(0).exact
}

fn suggested(name: &str) -> Vec<String> {
    match_bodies(&[name.to_owned()], &register()).remove(0).suggestions.into_iter().map(|(id, _)| id).collect()
}

#[test]
fn spelling_does_not_matter() {
    for (name, id) in [
        ("Kultur och Fritidsnämnden", "kfn"),
        ("KULTUR- OCH FRITIDSNÄMNDEN", "kfn"),
        ("kultur-och fritidsnämndens", "kfn"),
        ("Socialnämnd", "sn"),
        ("SN", "sn"),
        ("Polisen", "polis"),
        ("Region Sthlm", "region"),
        ("Solvik kommun", "solvik"),
        ("Arbetsmarknads och vuxenutbildningsnämnden", "avn"),
    ] {
        assert_eq!(exact(name).as_deref(), Some(id), "{name}");
    }
}

#[test]
fn what_is_unsure_is_suggested_and_never_taken() {
    for (name, id) in [
        ("Arbetsmarknad och utbildningsnämnden", "avn"),
        ("Länsstyrelsen", "lst"),
        ("Utbildningsnemnden", "un"),
        ("KS", "ks"),
        ("Polisen i Solvik", "polis"),
    ] {
        assert_eq!((exact(name), suggested(name).first().map(String::as_str)), (None, Some(id)), "{name}");
    }
}

#[test]
fn strangers_get_no_suggestion() {
    for name in ["Kvinnojouren Lyktan", "Rektor", ""] {
        assert_eq!((exact(name), suggested(name)), (None, Vec::new()), "{name}");
    }
}

#[test]
fn many_are_a_group_and_not_one_of_them() {
    for name in ["länets kommuner", "kommunerna i länet", "Kommuner", "samtliga nämnder", "Berörda förvaltningar"]
    {
        assert!(is_group(name), "{name}");
        assert_eq!(exact(name), None, "{name}");
    }
    assert!(!is_group("Solviks kommun") && !is_group("Socialnämnden"));
}

#[test]
fn a_name_borne_by_two_is_not_decided() {
    let mut register = register();
    register
        .push(RegisterBody { id: "other".to_owned(), name: "Socialnämnden".to_owned(), ..RegisterBody::default() });
    let found = match_bodies(&["Socialnämnden".to_owned()], &register).remove(0);
    assert_eq!((found.exact, found.suggestions.len()), (None, 2));
}
