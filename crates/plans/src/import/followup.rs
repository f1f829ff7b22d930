//! How often, and where, something is followed up.

// tidy: words: occasions are known by their words

use std::sync::LazyLock;

use super::reading::Frequency;

/// The interval that a text names, where it is one of the known ones.
pub(super) fn frequency(text: &str) -> Option<Frequency> {
    let lower = plain(text);
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if lower.len() > 120 {
        return None;
    }
    if has(&[
        "vartannat år",
        "vart annat år",
        "vart tredje",
        "halvår",
        "kvartal",
        "månad",
        "vecko",
        "två gånger",
        "2 ggr",
        "2 gånger",
        "2 g/år",
        "4 ggr",
        "fyra gånger",
    ]) {
        return None;
    }
    if has(&["tertial", "tre gånger per år", "tre gånger om året", "3 ggr", "3 gånger", "3 g/år"]) {
        return Some(Frequency::Tertial);
    }
    if has(&[
        "planens slut",
        "periodens slut",
        "slutet av plan",
        "slutet av period",
        "vid periodens utgång",
        "planperiodens utgång",
        "end of",
        "at end",
        "at the end",
        "när planen löper ut",
    ]) || matches!(lower.as_str(), "vid slut" | "vid slutet" | "slutet" | "i slutet")
    {
        return Some(Frequency::AtEnd);
    }
    if has(&[
        "årlig",
        "varje år",
        "per år",
        "/år",
        "om året",
        "1 ggr",
        "årsvis",
        "varje läsår",
        "yearly",
        "annual",
        "every year",
        "1 gång år",
        "i samband med årsredovisning",
    ]) {
        return Some(Frequency::Yearly);
    }
    if has(&["en gång", "1 gång", "engång", "ett tillfälle", "once"]) {
        return Some(Frequency::Once);
    }
    None
}

/// Whether a text says how often and nothing else.
pub(super) fn is_frequency(text: &str) -> bool {
    let lower = plain(text);
    let other = [
        "löpande",
        "kvartalsvis",
        "månadsvis",
        "halvårsvis",
        "vid behov",
        "kontinuerligt",
        "veckovis",
        "vartannat år",
        "en gång i halvåret",
    ];
    let words = lower.split(' ').count();
    if ["antal", "andel", "procent"].iter().any(|counted| lower.starts_with(counted)) {
        return false;
    }
    words <= 6 && (frequency(text).is_some() || other.iter().any(|word| lower.starts_with(word)))
}

fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    lower
        .trim_end_matches('.')
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" / ", "/")
        .replace(" /", "/")
        .replace("/ ", "/")
}

/// Words by which documents and occasions of follow-up are known.
static OCCASIONS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "verksamhetsberättelse årsredovisning årsrapport årsbokslut bokslut delårsrapport delår tertialrapport \
     tertialuppföljning handlingsplan verksamhetsplan lägesrapport budget internkontroll kvalitetsrapport \
     kvalitetsredovisning nämndrapport uppföljningsrapport årsberättelse personalbokslut välfärdsredovisning \
     patientsäkerhetsberättelse medborgarlöfte slutrapport stratsys årsuppföljning styrgrupp ledningsgrupp \
     resultatdialog nämnd"
        .split_whitespace()
        .collect()
});

/// Short names of occasions.
const SHORT: [&str; 14] = ["vb", "t1", "t2", "t3", "vp", "åb", "år", "dr", "hp", "vbe", "åva", "år1", "år2", "ik"];

/// Whether a text names where something is followed up, and does not say what is measured.
pub(super) fn is_occasion(text: &str) -> bool {
    let lower = plain(text);
    if lower.chars().count() > 120 {
        return false;
    }
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.first().is_some_and(|word| ["antal", "antalet", "andel", "andelen", "procent"].contains(word)) {
        return false;
    }
    if words.iter().any(|word| {
        ["är", "finns", "har", "ökar", "minskar", "antagen", "uppdaterad", "framtagen", "upprättad"].contains(word)
    }) {
        return false;
    }
    words.iter().any(|word| {
        SHORT.contains(word) && *word != "år" || OCCASIONS.iter().any(|occasion| word.starts_with(occasion))
    })
}

/// The documents and occasions that a text names. A name that holds `och` stays whole.
pub(super) fn occasions(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in text.split([',', '\n', ';', '•']) {
        let mut whole = String::new();
        for piece in part.replace(" samt ", " och ").split(" och ") {
            if whole.is_empty() {
                piece.clone_into(&mut whole);
            } else if is_occasion(piece) {
                keep(&mut found, &whole);
                piece.clone_into(&mut whole);
            } else {
                whole.push_str(" och ");
                whole.push_str(piece);
            }
        }
        keep(&mut found, &whole);
    }
    found
}

fn keep(found: &mut Vec<String>, part: &str) {
    let part = part.trim().trim_end_matches('.').trim_start_matches(['-', '–', ' ']).trim();
    let part = part.strip_prefix("och ").unwrap_or(part);
    if !part.is_empty() && !found.iter().any(|other| other == part) {
        found.push(part.to_owned());
    }
}
