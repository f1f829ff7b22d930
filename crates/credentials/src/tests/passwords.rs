//! Passwords.

use base::Randomness;

use crate::{Hashing, PASSWORD_MIB, PasswordFault, check_password};

#[test]
fn long_ones_of_any_characters_are_taken() {
    for good in [
        "korrekt batteri häftapparat",
        "vqzxkjwpmbty",
        "          x  utan  tecken",
        "四季の歌とこころの窓辺に",
        &"aå1 ".repeat(63),
    ] {
        let verdict = check_password(good, &[]);
        assert!(
            verdict != Err(PasswordFault::TooShort) && verdict != Err(PasswordFault::TooLong),
            "{good}: {verdict:?}"
        );
    }
    assert_eq!(check_password("korrekt batteri häftapparat", &[]), Ok(()));
    assert_eq!(check_password("vqzxkjwpmbty", &[]), Ok(()));
    assert_eq!(check_password("elva tecken", &[]), Err(PasswordFault::TooShort));
    assert_eq!(check_password(&"åäö1".repeat(65), &[]), Err(PasswordFault::TooLong));
}

#[test]
fn what_is_tried_first_is_refused() {
    for bad in [
        "password1234",
        "Password123!",
        "P@ssw0rd2024",
        "qwertyuiop12",
        "qwertyuiopåä",
        "123456789012",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "hejhejhejhej",
        "Sommaren2024",
        "sommaren2024!",
        "Lösenord1234",
        "l0senord2025",
        "Välkommen123",
        "Stockholm2024",
        "djurgården1891",
        "iloveyou1234",
        "Tryggbas2026",
    ] {
        assert_eq!(check_password(bad, &[]), Err(PasswordFault::TooEasy), "{bad}");
    }
}

#[test]
fn the_persons_own_words_are_no_password() {
    let own = ["Tuva Tistelfjun", "tuva.tistelfjun@exempel.se"];
    assert_eq!(check_password("tistelfjun12", &own), Err(PasswordFault::TooEasy));
    assert_eq!(check_password("tistelfjun12", &[]), Ok(()), "to others it is a word like any");
}

#[tokio::test]
async fn a_password_is_known_again_and_nothing_else_is() {
    let (hashing, chance) = (Hashing::within(PASSWORD_MIB), Randomness::seeded(1));
    let stored = hashing.hash(&chance, "korrekt batteri").await;
    assert!(stored.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{stored}");
    assert!(hashing.verify("korrekt batteri", Some(&stored)).await);
    assert!(!hashing.verify("korrekt batter1", Some(&stored)).await);
    assert_ne!(stored, hashing.hash(&chance, "korrekt batteri").await, "each has its own salt");
}

#[tokio::test]
async fn r7_an_account_that_is_not_there_costs_the_same_work() {
    let (hashing, chance) = (Hashing::within(PASSWORD_MIB), Randomness::seeded(1));
    let stored = hashing.hash(&chance, "korrekt batteri").await;
    for other in [Some(stored.as_str()), None, Some("nonsense"), Some("$argon2id$v=19$m=4294967295,t=1,p=1$AAAA$AAAA")]
    {
        let before = hashing.runs();
        assert!(!hashing.verify("fel", other).await, "{other:?}");
        assert_eq!(hashing.runs() - before, 1, "{other:?}");
    }
    assert!(!hashing.verify("", None).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_more_passwords_at_a_time_than_the_memory_allows() {
    let hashing = Hashing::within(2 * PASSWORD_MIB + 40);
    assert_eq!(hashing.free(), 2);
    let all: Vec<_> = (0..6)
        .map(|_| {
            tokio::spawn({
                let hashing = hashing.clone();
                async move { hashing.verify("x", None).await }
            })
        })
        .collect();
    let mut least = hashing.free();
    while !all.iter().all(tokio::task::JoinHandle::is_finished) {
        least = least.min(hashing.free());
        tokio::time::sleep(std::time::Duration::from_millis(1)).await;
    }
    assert_eq!((least, hashing.free(), hashing.runs()), (0, 2, 6));
    assert_eq!(Hashing::within(0).free(), 1, "somebody can always sign in");
}
