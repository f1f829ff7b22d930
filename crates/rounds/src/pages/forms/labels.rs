//! Choices, rows and categories as lines of a form's field, in both languages, and the keys they keep.

use std::collections::BTreeSet;

use forms::{Label, Words};

/// The Swedish and the English words; a translation's key stands for itself.
pub(super) fn both(words: &Words) -> (String, String) {
    match words {
        Words::Key { key } => (key.clone(), String::new()),
        Words::Own { sv, en } => (sv.clone(), en.clone()),
    }
}

/// A form's own words.
pub(super) fn own(sv: String, en: String) -> Words {
    Words::Own { sv, en }
}

/// Labels as lines, one language each.
pub(super) fn lines(labels: &[Label]) -> (String, String) {
    let all: Vec<(String, String)> = labels.iter().map(|label| both(&label.words)).collect();
    let english = all.iter().any(|(_, en)| !en.is_empty());
    let sv = all.iter().map(|(sv, _)| sv.as_str()).collect::<Vec<_>>().join("\n");
    let en = all.iter().map(|(_, en)| en.as_str()).collect::<Vec<_>>().join("\n");
    (sv, if english { en } else { String::new() })
}

/// The labels that lines stand for. One that is there already keeps its key, also when it is reworded in its place, so that
/// answers can be compared with those of the year before.
pub(super) fn labels(old: &[Label], sv: &str, en: &str) -> Vec<Label> {
    let lines: Vec<(usize, &str)> =
        sv.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty()).collect();
    let english: Vec<&str> = en.lines().map(str::trim).collect();
    let same = |line: &str| old.iter().find(|label| both(&label.words).0 == line);
    let mut taken: BTreeSet<String> =
        lines.iter().filter_map(|(_, line)| same(line)).map(|label| label.key.clone()).collect();
    let mut used = BTreeSet::new();
    let label = |(place, (at, line)): (usize, (usize, &str))| {
        let kept = same(line).filter(|label| !used.contains(&label.key)).map(|label| label.key.clone());
        let reworded = || old.get(place).map(|label| label.key.clone()).filter(|key| !taken.contains(key));
        let key = kept.or_else(reworded).unwrap_or_else(|| key(line, |key| taken.contains(key) || used.contains(key)));
        taken.insert(key.clone());
        used.insert(key.clone());
        Label::new(key, own(line.to_owned(), english.get(at).map(|en| (*en).to_owned()).unwrap_or_default()))
    };
    lines.into_iter().enumerate().map(label).collect()
}

/// A key made of words, that is not taken.
pub(super) fn key(words: &str, is_taken: impl Fn(&str) -> bool) -> String {
    const MOST: usize = 40;
    let mut key = String::new();
    for character in words.to_lowercase().chars() {
        match character {
            'å' | 'ä' => key.push('a'),
            'ö' => key.push('o'),
            'é' => key.push('e'),
            character if character.is_ascii_alphanumeric() => key.push(character),
            _ if key.is_empty() || key.ends_with('-') => {}
            _ => key.push('-'),
        }
    }
    key.truncate(MOST);
    let key = key.trim_end_matches('-');
    let key = if key.is_empty() { "q" } else { key };
    let numbered = |number: u32| if number == 1 { key.to_owned() } else { format!("{key}-{number}") };
    (1..).map(numbered).find(|key| !is_taken(key)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(old: &[Label], sv: &str) -> Vec<String> {
        labels(old, sv, "").into_iter().map(|label| label.key).collect()
    }

    #[test]
    fn labels_keep_their_keys_when_they_move_or_are_reworded() {
        let old = labels(&[], "Ja, alla\nDe flesta\nNej", "Yes, all\n\nNo");
        assert_eq!(lines(&old), ("Ja, alla\nDe flesta\nNej".to_owned(), "Yes, all\n\nNo".to_owned()));
        let cases: [(&str, &[&str]); 6] = [
            ("Ja, alla\nDe flesta\nNej", &["ja-alla", "de-flesta", "nej"]),
            ("Nej\nJa, alla\nDe flesta", &["nej", "ja-alla", "de-flesta"]),
            ("Ja, alla\nNästan alla\nNej", &["ja-alla", "de-flesta", "nej"]),
            ("Ja, alla\n\nNej", &["ja-alla", "nej"]),
            ("Ja, alla\nDe flesta\nNågra\nNej", &["ja-alla", "de-flesta", "nagra", "nej"]),
            ("Nej\nNej", &["nej", "de-flesta"]),
        ];
        for (sv, expected) in cases {
            assert_eq!(keys(&old, sv), expected, "{sv:?}");
        }
    }

    #[test]
    fn keys_are_made_of_letters_digits_and_dashes() {
        let cases = [("Hur många ärenden?", "hur-manga-arenden"), ("  !? ", "q"), ("Élev (åk 7–9)", "elev-ak-7-9")];
        for (words, expected) in cases {
            assert_eq!(key(words, |_| false), expected);
        }
        assert_eq!(key("Antal", |key| ["antal", "antal-2"].contains(&key)), "antal-3");
        assert!(key(&"lång ".repeat(30), |_| false).len() <= 40);
    }
}
