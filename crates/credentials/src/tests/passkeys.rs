//! Passkeys: the ceremony, and answers that prove nothing.

use crate::testing::Authenticator;
use crate::{PasskeyError, Passkeys};

const ORIGIN: &str = "https://tryggbas.exempel.se";
const HOST: &str = "tryggbas.exempel.se";

fn site() -> Passkeys {
    Passkeys::of(ORIGIN, "Tryggbas").unwrap()
}

/// The stored passkey of a device.
fn added(site: &Passkeys, device: &Authenticator) -> String {
    let begun = site.begin_addition("tuva", "tuva@exempel.se", &[]).unwrap();
    let (_, passkey) = site.finish_addition(&begun.state, &device.add(&begun.challenge, HOST, ORIGIN)).unwrap();
    passkey
}

#[test]
fn a_passkey_is_added_and_signs_in() {
    let (site, mut device) = (site(), Authenticator::new(7));
    let begun = site.begin_addition("tuva", "tuva@exempel.se", &[]).unwrap();
    assert!(begun.challenge.contains(r#""residentKey":"required""#), "{}", begun.challenge);
    assert!(begun.challenge.contains(r#""userVerification":"required""#), "{}", begun.challenge);
    let (id, mut passkey) = site.finish_addition(&begun.state, &device.add(&begun.challenge, HOST, ORIGIN)).unwrap();
    for _ in 0..3 {
        let begun = site.begin_sign_in().unwrap();
        let answer = device.sign(&begun.challenge, HOST, ORIGIN);
        assert_eq!(Passkeys::claimed(&answer).unwrap(), id);
        passkey = site.finish_sign_in(&begun.state, &answer, &passkey).unwrap().passkey;
    }
    let again = site.begin_addition("tuva", "tuva@exempel.se", &[passkey]).unwrap();
    assert!(again.challenge.contains(&id), "the device is told what it has");
}

#[test]
fn w5_a_replayed_foreign_or_careless_answer_is_refused() {
    let (site, mut device) = (site(), Authenticator::new(7));
    let passkey = added(&site, &device);
    let begun = site.begin_sign_in().unwrap();
    let answer = device.sign(&begun.challenge, HOST, ORIGIN);
    let used = site.finish_sign_in(&begun.state, &answer, &passkey).unwrap().passkey;
    let later = site.begin_sign_in().unwrap();
    let refused =
        |state: &str, answer: &str| matches!(site.finish_sign_in(state, answer, &used), Err(PasskeyError::Refused(_)));
    assert!(refused(&later.state, &answer), "an answer to another challenge");
    assert!(refused(&begun.state, &answer), "the same answer again: the counter did not grow");
    assert!(refused(&later.state, &device.sign(&later.challenge, HOST, "https://tryggbas.exempel.com")), "origin");
    assert!(refused(&later.state, &device.sign(&later.challenge, HOST, "http://tryggbas.exempel.se")), "scheme");
    assert!(refused(&later.state, &device.sign(&later.challenge, "exempel.se", ORIGIN)), "relying party");
    let mut other = Authenticator::new(7);
    assert!(refused(&later.state, &other.sign(&later.challenge, HOST, ORIGIN)), "another key under the same id");
    device.verifies_user = false;
    assert!(refused(&later.state, &device.sign(&later.challenge, HOST, ORIGIN)), "nobody's finger or code");
    device.verifies_user = true;
    assert!(!refused(&later.state, &device.sign(&later.challenge, HOST, ORIGIN)), "and with all of it right");
}

#[test]
fn w5_a_passkey_is_added_only_from_our_own_site() {
    let (site, device) = (site(), Authenticator::new(7));
    let begun = site.begin_addition("tuva", "tuva@exempel.se", &[]).unwrap();
    for (host, origin) in [("exempel.com", ORIGIN), (HOST, "https://exempel.com")] {
        let answer = device.add(&begun.challenge, host, origin);
        assert!(
            matches!(site.finish_addition(&begun.state, &answer), Err(PasskeyError::Refused(_))),
            "{host} {origin}"
        );
    }
    for nonsense in ["", "{}", "[1]", "null"] {
        assert_eq!(site.finish_addition(&begun.state, nonsense).unwrap_err(), PasskeyError::Malformed);
        assert_eq!(Passkeys::claimed(nonsense).unwrap_err(), PasskeyError::Malformed);
    }
}

#[test]
fn passkeys_need_a_name() {
    assert_eq!(Passkeys::of("http://127.0.0.1:3000", "Tryggbas").unwrap_err(), PasskeyError::NoName);
    assert!(Passkeys::of("http://localhost:3000", "Tryggbas").is_ok());
}
