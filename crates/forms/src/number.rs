//! Numbers as people and spreadsheets write them.

/// A number with decimal comma or point, and with spaces, or points before a comma, between its thousands; none where it is
/// something else.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let (below, unsigned) = match text.trim().strip_prefix(['-', '\u{2212}', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.trim()),
    };
    let (whole, decimals) = match unsigned.split_once(',') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => unsigned.rsplit_once('.').map_or((unsigned, None), |(whole, decimals)| (whole, Some(decimals))),
    };
    let whole = digits(whole)?;
    if decimals.is_some_and(|decimals| !is_digits(decimals)) {
        return None;
    }
    let number: f64 = format!("{whole}.{}", decimals.unwrap_or("0")).parse().ok()?;
    Some(if below { -number } else { number }).filter(|number| number.is_finite())
}

/// A number that has no decimals. Where none are possible, `12.000` and `12,000` mean twelve thousand.
pub(crate) fn whole(text: &str) -> Option<f64> {
    let groups = text.trim().trim_start_matches(['-', '\u{2212}', '–']).split(['.', ',']).collect::<Vec<_>>();
    if groups.len() > 1 && is_grouped(&groups) {
        return number(&text.replace(['.', ','], ""));
    }
    number(text)
}

/// A number without decimals, not below zero; `Err` with the number where it is one, but not such.
pub(crate) fn count(text: &str) -> Result<u64, Option<f64>> {
    let number = whole(text).ok_or(None)?;
    // Beyond this a double does not hold every whole number.
    let most = 9_007_199_254_740_992.0;
    if number < 0.0 || number.fract() != 0.0 || number > most {
        return Err(Some(number));
    }
    format!("{number:.0}").parse().map_err(|_| Some(number))
}

/// The digits of a whole number, alone or in groups of three.
fn digits(text: &str) -> Option<String> {
    if is_digits(text) {
        return Some(text.to_owned());
    }
    let mut groupings = [text.split_whitespace().collect::<Vec<_>>(), text.split('.').collect()].into_iter();
    groupings.find(|groups| is_grouped(groups)).map(|groups| groups.concat())
}

fn is_grouped(groups: &[&str]) -> bool {
    let (first, rest) = groups.split_first().unwrap_or((&"", &[]));
    is_digits(first) && first.len() <= 3 && rest.iter().all(|group| is_digits(group) && group.len() == 3)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A count as a number with decimals. Counts are below 2^53, so that nothing is lost.
#[must_use]
pub fn float(count: u64) -> f64 {
    let (high, low) =
        (u32::try_from(count >> 32).unwrap_or_default(), u32::try_from(count & 0xffff_ffff).unwrap_or_default());
    f64::from(high) * 4_294_967_296.0 + f64::from(low)
}
