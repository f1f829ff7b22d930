//! Text made comparable for finding.

/// Lower case with every run of white space as one space; å, ä and ö keep their dots, since they are letters of their own.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().filter(|character| *character != '\u{ad}').flat_map(char::to_lowercase));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_and_space() {
        assert_eq!(fold("  Kultur- och\u{a0}\nFRITIDSNÄMNDEN "), "kultur- och fritidsnämnden");
    }
}
