//! Numbers as people and spreadsheets write them.

/// A number with decimal comma or point, and with spaces, or points before a comma, between its thousands; none where it is
/// something else.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let plain = |character: char| match character {
        '\u{2212}' | '–' => Some('-'),
        character if character.is_whitespace() => None,
        character => Some(character),
    };
    let mut digits: String = text.chars().filter_map(plain).collect();
    if digits.contains(',') {
        digits = digits.replace('.', "").replacen(',', ".", 1);
    }
    let unsigned = digits.strip_prefix('-').unwrap_or(&digits);
    let shaped = unsigned.chars().all(|character| character.is_ascii_digit() || character == '.');
    if !shaped || !unsigned.ends_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A number without decimals, not below zero; `Err` with the number where it is one, but not such.
pub(crate) fn count(text: &str) -> Result<u64, Option<f64>> {
    let number = number(text).ok_or(None)?;
    // Beyond this a double does not hold every whole number.
    let most = 9_007_199_254_740_992.0;
    if number < 0.0 || number.fract() != 0.0 || number > most {
        return Err(Some(number));
    }
    format!("{number:.0}").parse().map_err(|_| Some(number))
}

/// A count as a number with decimals. Counts are below 2^53, so that nothing is lost.
#[must_use]
pub fn float(count: u64) -> f64 {
    let (high, low) =
        (u32::try_from(count >> 32).unwrap_or_default(), u32::try_from(count & 0xffff_ffff).unwrap_or_default());
    f64::from(high) * 4_294_967_296.0 + f64::from(low)
}
