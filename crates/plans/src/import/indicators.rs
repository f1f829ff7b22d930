//! Indicators: where one ends and the next begins, and what kind each is.

// tidy: words: kinds are known by their words

use std::sync::LazyLock;

use super::{
    IndicatorDetails,
    reading::{Indicator, IndicatorKind},
    rich::{Rich, join_lines, starts_item},
};

/// Splits a cell into its indicators.
pub(super) fn read(cell: &Rich) -> Vec<Indicator> {
    let mut indicators: Vec<Indicator> = Vec::new();
    for line in unwrap(&cell.text) {
        let bulleted = starts_item(&line);
        let line = line.trim_start_matches(['•', '-', '–', '*', '▪', '·', ' ']);
        for (index, sentence) in sentences(line).into_iter().enumerate() {
            let kind = kind(sentence);
            let adds = explains(sentence) || index > 0 && kind == IndicatorKind::Text && !bulleted;
            match indicators.last_mut() {
                Some(last) if adds => {
                    last.text.push_str(if last.text.ends_with(['.', ':', ',', '?']) { " " } else { ". " });
                    last.text.push_str(sentence);
                }
                _ => indicators.extend(parts(sentence).into_iter().map(indicator)),
            }
        }
    }
    indicators
}

/// An indicator with the kind guessed from its words.
pub(super) fn indicator(text: &str) -> Indicator {
    let details = IndicatorDetails::default();
    Indicator { kind: kind(text), text: text.trim().trim_end_matches(',').to_owned(), details }
}

/// Lines that only go on are joined; one that starts as an indicator stays apart.
fn unwrap(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let starts =
            line.starts_with(|c: char| !c.is_lowercase()) && (starts_item(line) || kind(line) != IndicatorKind::Text);
        match lines.last_mut() {
            Some(last) if !starts => *last = join_lines([last.as_str(), line].into_iter()),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// Baselines, targets and sources belong to the indicator before them.
fn explains(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    ["nollmätning", "utgångsvärde", "målvärde", "basvärde", "baslinje", "källa", "nuläge", "måltal", "startvärde"]
        .iter()
        .any(|word| lower.starts_with(word))
}

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 18] = [
    "t.ex", "tex", "ex", "bl.a", "m.m", "m.fl", "dvs", "alt", "ca", "resp", "nr", "kap", "inkl", "exkl", "s.k", "o.d",
    "etc", "max",
];

/// Sentences: a full stop, a space and a capital.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', ';', '!', '?']) {
        let rest = text[at + 1..].trim_start();
        let word = text[start..at].rsplit(' ').next().unwrap_or_default().to_lowercase();
        let ends =
            text[at + 1..].starts_with(' ') && rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if ends && !ABBREVIATIONS.contains(&word.as_str()) {
            found.push(text[start..at].trim());
            start = at + 1;
        }
    }
    let last = text[start..].trim().trim_end_matches(['.', ';']).trim_end();
    found.push(last);
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// Openings of a second indicator inside a sentence.
const SEAMS: [&str; 15] = [
    ", antal ",
    ", antalet ",
    ", andel ",
    ", andelen ",
    " samt antal ",
    " samt antalet ",
    " samt andel ",
    " samt andelen ",
    " samt av dessa andel ",
    " och antal ",
    " och antalet ",
    " och andel ",
    " och andelen ",
    " samt beskrivning ",
    " respektive andel ",
];

/// `Antal a, antal b och andel c` are three.
fn parts(sentence: &str) -> Vec<&str> {
    let mut cuts: Vec<(usize, usize)> = SEAMS
        .iter()
        .flat_map(|seam| sentence.match_indices(seam).map(|(at, _)| (at, at + seam.len() - last_word_length(seam))))
        .collect();
    cuts.sort_unstable();
    let mut found = Vec::new();
    let mut start = 0;
    for (end, next) in cuts {
        if end > start {
            found.push(sentence[start..end].trim());
            start = next;
        }
    }
    found.push(sentence[start..].trim());
    found.retain(|part| !part.is_empty());
    found
}

/// Length of what belongs to the next part: all but the joining word.
fn last_word_length(seam: &str) -> usize {
    let joined = seam.trim_start_matches([',', ' ']);
    let words = ["samt ", "och ", "respektive "].iter().find_map(|word| joined.strip_prefix(word)).unwrap_or(joined);
    words.len()
}

/// Words that say that something is in place.
static STATES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "uppdaterad uppdaterat uppdaterade framtagen framtaget framtagna genomförd genomfört genomförda upprättad \
     upprättat upprättade etablerad etablerat etablerade antagen antaget antagna beslutad beslutat publicerad \
     publicerat finns påbörjad implementerad implementerat"
        .split_whitespace()
        .collect()
});

/// The kind of an indicator, told by its words.
pub(super) fn kind(text: &str) -> IndicatorKind {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '%').filter(|word| !word.is_empty()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let starts = |known: &[&str]| words.first().is_some_and(|word| known.contains(word));
    if is_open(&lower) {
        return IndicatorKind::ToBeDeveloped;
    }
    if per_base(&words) {
        return IndicatorKind::Rate;
    }
    if words.iter().any(|word| {
        word.starts_with("medelvärde") || word.starts_with("genomsnitt") || *word == "medel" || *word == "medeltal"
    }) {
        return IndicatorKind::Mean;
    }
    if words.iter().take(3).any(|word| {
        word.contains("beskrivning")
            || word.starts_with("beskriv")
            || word.starts_with("kvalitativ")
            || word.starts_with("redogörelse")
    }) {
        return IndicatorKind::Text;
    }
    let counted = words.iter().find_map(|word| match *word {
        "antal" | "antalet" => Some(IndicatorKind::Number),
        "andel" | "andelen" | "andelar" | "procent" | "procentandel" | "svarsfrekvens" | "svarsfrekvensen" | "%" => {
            Some(IndicatorKind::Share)
        }
        word if word.ends_with('%') => Some(IndicatorKind::Share),
        _ => None,
    });
    if let Some(kind) = counted {
        return kind;
    }
    if starts(&["ja", "har"])
        || has(&STATES)
        || has(&["är", "har", "framtagande", "påplats"])
        || lower.contains("på plats")
    {
        return IndicatorKind::State;
    }
    let counts = ["frekvens", "nedladdningar", "besök", "deltagare", "statistik"];
    if words.iter().take(2).any(|word| counts.iter().any(|count| word.ends_with(count))) {
        return IndicatorKind::Number;
    }
    IndicatorKind::Text
}

/// `Utvecklas under …`, `tas fram under 2025`
fn is_open(lower: &str) -> bool {
    [
        "utvecklas under",
        "ska utvecklas",
        "tas fram under",
        "under utveckling",
        "under framtagande",
        "att utveckla",
        "utvecklas senare",
    ]
    .iter()
    .any(|words| lower.contains(words))
        || matches!(lower.trim_end_matches('.'), "utvecklas" | "tas fram" | "ej klart" | "tbd")
}

/// `per 100 000 invånare`, `per 1 000 elever`: a base of a hundred or more.
fn per_base(words: &[&str]) -> bool {
    words.windows(2).any(|pair| {
        let digits = pair[1].chars().all(|c| c.is_ascii_digit());
        pair[0] == "per" && (digits || matches!(pair[1], "tusen" | "hundratusen" | "invånare" | "capita"))
    })
}
