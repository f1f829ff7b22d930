//! Codes and dates as people and spreadsheets write them.

use jiff::civil::Date;

use super::Fault;

/// Eight digits; a spreadsheet may have added `.0`.
pub(super) fn school_unit_code(text: &str) -> Result<String, Fault> {
    let digits = digits(text);
    if digits.len() == 8 && all_digits(&digits) { Ok(digits) } else { Err(not_a_code(text)) }
}

/// Four digits. Three are the code of a county 01–09 whose zero a spreadsheet has eaten: then the second value is true.
pub(super) fn municipality_code(text: &str) -> Result<(String, bool), Fault> {
    let digits = digits(text);
    match digits.len() {
        4 if all_digits(&digits) => Ok((digits, false)),
        3 if all_digits(&digits) => Ok((format!("0{digits}"), true)),
        _ => Err(not_a_code(text)),
    }
}

/// Ten digits, with or without hyphen and the century `16`. The third digit of an organisation's number is at least 2;
/// in somebody's personal identity number it is the first of a month.
pub(super) fn organisation_number(text: &str) -> Result<String, Fault> {
    let digits = digits(text);
    let digits = match digits.strip_prefix("16") {
        Some(rest) if digits.len() == 12 => rest.to_owned(),
        _ => digits,
    };
    match digits.as_bytes() {
        [_, _, third, ..] if digits.len() == 10 && all_digits(&digits) => {
            if *third >= b'2' {
                Ok(digits)
            } else {
                Err(Fault::PersonalNumber)
            }
        }
        [_, _, _, _, third, ..] if digits.len() == 12 && all_digits(&digits) && *third < b'2' => {
            Err(Fault::PersonalNumber)
        }
        _ => Err(not_a_code(text)),
    }
}

/// `2024-07-01`, `20240701`, `2024-07-01 00:00`, or an instant that begins with a date.
pub(super) fn date(text: &str) -> Result<String, Fault> {
    let wrong = || Fault::NotADate { text: text.to_owned() };
    let plain = text.trim();
    let date = match plain.get(..10).and_then(|start| start.parse::<Date>().ok()) {
        Some(date) => Some(date),
        None if plain.len() == 8 && all_digits(plain) => Date::strptime("%Y%m%d", plain).ok(),
        None => None,
    };
    let date = date.filter(|date| (1600..=2200).contains(&date.year())).ok_or_else(wrong)?;
    Ok(date.to_string())
}

/// Whether a text looks like a code rather than a name.
pub(super) fn is_code(text: &str) -> bool {
    let digits = digits(text);
    (3..=12).contains(&digits.len()) && all_digits(&digits)
}

/// The text without what people put between digits, and without the decimals of a spreadsheet's number.
pub(super) fn digits(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    text.chars().filter(|character| !character.is_whitespace() && !"-–'".contains(*character)).collect()
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn not_a_code(text: &str) -> Fault {
    Fault::NotACode { text: text.chars().take(40).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_as_spreadsheets_write_them() {
        assert_eq!(school_unit_code("12345678.0").unwrap(), "12345678");
        assert_eq!(school_unit_code("1234 5678").unwrap(), "12345678");
        assert!(school_unit_code("1234567").is_err() && school_unit_code("1234567x").is_err());
        assert_eq!(municipality_code("180").unwrap(), ("0180".to_owned(), true));
        assert_eq!(municipality_code("0180").unwrap(), ("0180".to_owned(), false));
        assert!(municipality_code("18").is_err() && municipality_code("Exempelstad").is_err());
        assert_eq!(organisation_number("299900-1072").unwrap(), "2999001072");
        assert_eq!(organisation_number("16299900-1072").unwrap(), "2999001072");
    }

    #[test]
    fn a_number_shaped_as_a_persons_is_refused() {
        // Day 99 of month 19: the shape of a personal identity number, and nobody's.
        for text in ["001999-0000", "20001999-0000"] {
            assert_eq!(organisation_number(text), Err(Fault::PersonalNumber), "{text}");
        }
    }

    #[test]
    fn dates_as_files_write_them() {
        for text in ["2024-07-01", "20240701", "2024-07-01 00:00:00", "2024-07-01T00:00:00+02:00"] {
            assert_eq!(date(text).unwrap(), "2024-07-01", "{text}");
        }
        for text in ["", "1/7 2024", "2024-13-01", "99999999", "ååååååååå"] {
            assert!(date(text).is_err(), "{text}");
        }
    }
}
