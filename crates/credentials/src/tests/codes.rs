//! One-time codes and recovery codes.

use base::Randomness;

use crate::{Qr, RecoveryCode, STEP, Secret};

/// The secret of RFC 6238's examples.
fn example() -> Secret {
    Secret::stored(b"12345678901234567890").unwrap()
}

#[test]
fn codes_are_those_of_the_standard() {
    // RFC 6238, appendix B, the last six of eight digits.
    for (second, code) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ] {
        assert_eq!(example().code(second), code);
    }
}

#[test]
fn w5_a_code_is_good_once_and_for_a_minute_or_so() {
    let (secret, now) = (example(), 1_700_000_010);
    let step = secret.step(&secret.code(now), now, 0).unwrap();
    assert_eq!(secret.step(&secret.code(now), now, step), None, "the same code again");
    assert_eq!(secret.step(&secret.code(now - STEP), now, step), None, "an older one after it");
    assert_eq!(secret.step(&secret.code(now + STEP), now, step), Some(step + 1), "the next one");
    assert!(secret.step(&secret.code(now - STEP), now, 0).is_some(), "a clock half a minute behind");
    for (code, what) in [
        (secret.code(now - 2 * STEP), "too old"),
        (secret.code(now + 2 * STEP), "too early"),
        (String::new(), "nothing"),
        ("12345".to_owned(), "too short"),
        ("٠٠٠٠٠٠".to_owned(), "other digits"),
    ] {
        assert_eq!(secret.step(&code, now, 0), None, "{what}");
    }
    let spaced = format!(" {} {} ", &secret.code(now)[..3], &secret.code(now)[3..]);
    assert!(secret.step(&spaced, now, 0).is_some(), "as apps show it");
}

#[test]
fn a_secret_can_be_typed_and_photographed() {
    let secret = Secret::new(&Randomness::seeded(3));
    assert_eq!(secret.letters().len(), 32);
    assert!(Secret::parse(&secret.groups().to_lowercase()) == Some(secret.clone()));
    assert!(Secret::parse("not base 32!").is_none());
    let address = secret.address("Tryggbas", "tuva tistelfjun@exempel.se");
    assert!(address.starts_with("otpauth://totp/Tryggbas:tuva%20tistelfjun%40exempel.se?secret="), "{address}");
    let qr = Qr::of(&address).unwrap();
    assert!(qr.size > 40 && qr.path.starts_with("M4 4h1v1h-1z"), "{qr:?}");
    assert_eq!(Qr::of(&"x".repeat(5000)), None);
}

#[test]
fn a_recovery_code_is_known_again_however_it_is_typed() {
    let code = RecoveryCode::new(&Randomness::seeded(4));
    let shown = code.to_string();
    assert_eq!(shown.len(), 29, "{shown}");
    for typed in
        [shown.clone(), shown.to_lowercase(), shown.replace('-', " "), shown.replace('0', "o").replace('1', "l")]
    {
        assert!(RecoveryCode::read(&typed) == Some(code.clone()), "{typed}");
    }
    for wrong in ["", "123", &shown[1..], &format!("{shown}A"), &shown.replace('-', "U")] {
        assert!(RecoveryCode::read(wrong).is_none(), "{wrong}");
    }
    assert_ne!(code.hash(), RecoveryCode::new(&Randomness::seeded(5)).hash());
    assert!(!code.hash().contains(&shown[..4]));
}
