//! Tests of sealing, moving and renewing.

use base::Randomness;

use crate::{KeyError, Keys, OpenError, Place, is_signed};

const HERE: Place<'_> = Place { table: "totp", column: "secret", row: "a" };

fn keys(lines: &[&str]) -> Keys {
    Keys::parse(&lines.join("\n")).unwrap()
}

fn lines() -> [String; 2] {
    let randomness = Randomness::seeded(7);
    [Keys::new_line(&randomness), Keys::new_line(&randomness)]
}

#[test]
fn a_code_is_known_again_and_no_other_is() {
    let randomness = Randomness::seeded(1);
    let line = Keys::new_line(&randomness);
    let (keys, others) = (Keys::parse(&line).unwrap(), Keys::parse(&Keys::new_line(&randomness)).unwrap());
    let code = keys.code("links", b"a");
    let is = |keys: &Keys, purpose, bytes: &[u8], code: &[u8]| keys.is_code(keys.name(), purpose, bytes, code);
    assert!(is(&keys, "links", b"a", &code));
    assert!(!is(&keys, "links", b"b", &code) && !is(&keys, "other", b"a", &code) && !is(&others, "links", b"a", &code));
    assert!(!is(&keys, "links", b"a", &code[..31]) && !is(&keys, "links", b"a", b""));
    assert!(!keys.is_code("00000000", "links", b"a", &code), "a key that is not there");
}

#[test]
fn what_is_sealed_opens_in_its_place_and_nowhere_else() {
    let randomness = Randomness::seeded(1);
    let [line, _] = lines();
    let keys = keys(&[&line]);
    let sealed = keys.seal(&randomness, &HERE, "hemligt".as_bytes());
    assert_eq!(keys.open(&HERE, &sealed).unwrap().as_slice(), "hemligt".as_bytes());
    let places = [
        Place { table: "totp2", ..HERE },
        Place { column: "other", ..HERE },
        Place { row: "b", ..HERE },
        Place { table: "tot", column: "psecret", row: "a" },
    ];
    for place in places {
        assert_eq!(keys.open(&place, &sealed).unwrap_err(), OpenError::Changed, "{place:?}");
    }
}

#[test]
fn r9_a_changed_letter_is_noticed_wherever_it_is() {
    let [line, _] = lines();
    let keys = keys(&[&line]);
    let sealed = keys.seal(&Randomness::seeded(1), &HERE, b"123456");
    for at in 0..sealed.len() {
        let mut other = sealed.clone().into_bytes();
        other[at] = if other[at] == b'A' { b'B' } else { b'A' };
        assert!(keys.open(&HERE, std::str::from_utf8(&other).unwrap()).is_err(), "letter {at}");
    }
    for cut in 0..sealed.len() {
        assert!(keys.open(&HERE, &sealed[..cut]).is_err(), "cut at {cut}");
    }
}

#[test]
fn the_same_text_is_never_sealed_alike() {
    let [line, _] = lines();
    let (keys, randomness) = (keys(&[&line]), Randomness::seeded(1));
    assert_ne!(keys.seal(&randomness, &HERE, b"x"), keys.seal(&randomness, &HERE, b"x"));
}

#[test]
fn two_keys_live_while_one_takes_over() {
    let randomness = Randomness::seeded(1);
    let [old, new] = lines();
    let before = keys(&[&old]);
    let sealed = before.seal(&randomness, &HERE, b"x");
    let both = keys(&[&new, "# the old one", "", &old]);
    assert_eq!(both.open(&HERE, &sealed).unwrap().as_slice(), b"x");
    let renewed = both.rewrap(&randomness, &HERE, &sealed).unwrap().unwrap();
    assert_eq!(both.rewrap(&randomness, &HERE, &renewed).unwrap(), None);
    let after = keys(&[&new]);
    assert_eq!(after.open(&HERE, &renewed).unwrap().as_slice(), b"x");
    assert_eq!(after.open(&HERE, &sealed).unwrap_err(), OpenError::KeyMissing);
    assert_eq!(before.open(&HERE, &renewed).unwrap_err(), OpenError::KeyMissing);
}

#[test]
fn codes_differ_by_purpose_and_key() {
    let [old, new] = lines();
    let (one, both) = (keys(&[&old]), keys(&[&new, &old]));
    assert_ne!(one.code("a", b"x"), one.code("b", b"x"));
    assert_ne!(one.code("a", b"x"), both.code("a", b"x"));
    assert_eq!(both.code_under(one.name(), "a", b"x"), Some(one.code("a", b"x")));
    assert_eq!(one.code_under(both.name(), "a", b"x"), None);
}

#[test]
fn a_file_that_holds_no_keys_is_refused() {
    let [line, _] = lines();
    assert_eq!(Keys::parse("# nothing\n").unwrap_err(), KeyError::Empty);
    assert_eq!(Keys::parse(&format!("{line}\nabc")).unwrap_err(), KeyError::NoKey(2));
    assert_eq!(Keys::parse(&format!("{line}\n{line}")).unwrap_err(), KeyError::Repeated(2));
}

#[test]
fn w9_a_key_is_not_printed() {
    let [line, _] = lines();
    let keys = keys(&[&line]);
    let printed = format!("{keys:?}");
    assert!(!printed.contains(&line), "{printed}");
    assert!(printed.contains(keys.name()), "{printed}");
}

#[test]
fn a_signature_holds_for_its_bytes_its_purpose_and_its_key() {
    let [old, new] = lines();
    let (one, both) = (keys(&[&old]), keys(&[&new, &old]));
    let signature = one.sign("a", b"x");
    let public = both.public_key_under(one.name(), "a").unwrap();
    assert!(is_signed(&public, b"x", &signature));
    assert!(!is_signed(&public, b"y", &signature));
    assert!(!is_signed(&both.public_key_under(both.name(), "a").unwrap(), b"x", &signature));
    assert!(!is_signed(&both.public_key_under(one.name(), "b").unwrap(), b"x", &signature));
    assert_eq!(one.public_key_under(both.name(), "a"), None);
    assert!(!is_signed(b"short", b"x", &signature), "a public key of the wrong length is refused");
}
