//! Swedish order: å, ä and ö last, é with e, ü with y.

use std::fmt::Write as _;

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};

/// A key whose plain text order is Swedish order, as hexadecimal so that both databases sort it alike.
/// Digits sort by value: "Åtgärd 2" comes before "Åtgärd 10".
#[must_use]
pub fn sort_key(text: &str) -> String {
    let padded = pad_numbers(text);
    let mut bytes = Vec::new();
    if let Some(collator) = collator() {
        // Writing to a vector cannot fail.
        let _infallible = collator.write_sort_key_to(&padded, &mut bytes);
    } else {
        bytes.extend_from_slice(padded.to_lowercase().as_bytes());
    }
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        let _infallible = write!(hex, "{byte:02x}");
        hex
    })
}

fn collator() -> Option<CollatorBorrowed<'static>> {
    let preferences = CollatorPreferences::from(&icu_locale_core::locale!("sv"));
    CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok()
}

/// Numbers padded with zeros to eight digits, so that they sort by value.
fn pad_numbers(text: &str) -> String {
    let mut padded = String::with_capacity(text.len());
    let mut digits = String::new();
    for character in text.chars().chain(['\0']) {
        if character.is_ascii_digit() {
            digits.push(character);
            continue;
        }
        if !digits.is_empty() {
            let _infallible = write!(padded, "{digits:0>8}");
            digits.clear();
        }
        if character != '\0' {
            padded.push(character);
        }
    }
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_a_swedish_reader_expects() {
        let mut words = ["örn", "ärla", "ås", "zebra", "apa", "Åtgärd 10", "Åtgärd 2", "été", "eta", "Wiman", "Viman"];
        words.sort_by_key(|word| sort_key(word));
        assert_eq!(
            words,
            ["apa", "eta", "été", "Viman", "Wiman", "zebra", "ås", "Åtgärd 2", "Åtgärd 10", "ärla", "örn"]
        );
    }
}
