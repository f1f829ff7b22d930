//! Numbers as Swedish writes them: decimal comma, groups kept together by a no-break space, a real minus.

/// `1 234 567` with no-break spaces and U+2212 for minus.
#[must_use]
pub fn whole(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    if number < 0 { format!("\u{2212}{text}") } else { text }
}

/// `12,5` with at most `most` decimals and no needless zeros.
#[must_use]
pub fn decimal(number: f64, most: usize) -> String {
    let text = format!("{:.most$}", number.abs());
    let (whole_part, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut written = whole(whole_part.parse().unwrap_or_default());
    if !fraction.is_empty() {
        written.push(',');
        written.push_str(fraction);
    }
    let is_zero = written == "0";
    if number < 0.0 && !is_zero { format!("\u{2212}{written}") } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_cldr_has_it() {
        assert_eq!(whole(-1_234_567), "\u{2212}1\u{a0}234\u{a0}567");
        assert_eq!(whole(1000), "1\u{a0}000");
        assert_eq!(decimal(1234.5, 2), "1\u{a0}234,5");
        assert_eq!(decimal(-0.004, 2), "0");
        assert_eq!(decimal(75.0, 1), "75");
    }
}
