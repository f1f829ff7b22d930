//! What figures are divided by: a line such as `Kön: kvinnor, män`, or a word that everybody knows the categories of.

use forms::{Breakdown, Label, Words};
use swedish::fold;

use crate::content::{Content, Indicator};

// tidy: words – what plans write for sex, with the categories it is usually divided into.
const SEX: [(&str, [&str; 2]); 3] =
    [("kön", ["Kvinnor", "Män"]), ("juridiskt kön", ["Kvinnor", "Män"]), ("sex", ["Women", "Men"])];
// tidy: words – what plans write for the kinds of violence that they themselves name.
const VIOLENCE: [&str; 8] = [
    "typ av våld",
    "typer av våld",
    "våldstyp",
    "våldstyper",
    "våldsform",
    "våldsformer",
    "kind of violence",
    "kinds of violence",
];

/// Every kind of violence that the plan's actions are about, in reading order.
pub(super) fn kinds_of_violence(content: &Content) -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    for kind in content.actions().flat_map(|(_, action)| &action.kinds_of_violence) {
        if !kinds.iter().any(|known| fold(known) == fold(kind)) {
            kinds.push(kind.clone());
        }
    }
    kinds
}

/// What an indicator's figures are divided by. What is divided by body needs no table, since each body answers for itself; and of
/// words without known categories nothing can be asked.
pub(super) fn of(indicator: &Indicator, kinds_of_violence: &[String]) -> Vec<Breakdown> {
    let mut breakdowns: Vec<Breakdown> = Vec::new();
    for line in &indicator.breakdowns {
        let (name, categories) = read(line, kinds_of_violence);
        let categories = unlike(categories.iter().map(|one| Label::new(key_of(one), Words::own(one.as_str()))));
        let breakdown = Breakdown { key: key_of(&name), words: Words::own(name), categories };
        if !breakdown.categories.is_empty() && !breakdowns.iter().any(|other| other.key == breakdown.key) {
            breakdowns.push(breakdown);
        }
    }
    breakdowns
}

/// The name of a breakdown and its categories.
fn read(line: &str, kinds_of_violence: &[String]) -> (String, Vec<String>) {
    if let Some((name, listed)) = line.split_once(':') {
        let categories = listed.split([',', ';']).map(str::trim).filter(|one| !one.is_empty());
        return (name.trim().to_owned(), categories.map(str::to_owned).collect());
    }
    let (name, known) = (line.trim().to_owned(), fold(line));
    if let Some((_, categories)) = SEX.iter().find(|(word, _)| *word == known) {
        return (name, categories.map(str::to_owned).to_vec());
    }
    let is_violence = VIOLENCE.contains(&known.as_str());
    (name, if is_violence { kinds_of_violence.to_vec() } else { Vec::new() })
}

/// The labels that are unlike those before them.
pub(super) fn unlike(labels: impl Iterator<Item = Label>) -> Vec<Label> {
    let mut kept: Vec<Label> = Vec::new();
    for label in labels.filter(|label| !label.key.is_empty()) {
        if !kept.iter().any(|other| other.key == label.key) {
            kept.push(label);
        }
    }
    kept
}

/// What words are known by over the years: their letters and digits without dots and rings, with dashes between.
pub(crate) fn key_of(words: &str) -> String {
    let mut key = String::new();
    for character in fold(words).chars() {
        match character {
            'å' | 'ä' | 'à' | 'á' => key.push('a'),
            'ö' | 'ø' | 'ó' => key.push('o'),
            'é' | 'è' => key.push('e'),
            'ü' => key.push('u'),
            letter if letter.is_ascii_alphanumeric() => key.push(letter),
            _ if key.ends_with('-') => {}
            _ => key.push('-'),
        }
    }
    key.trim_matches('-').to_owned()
}
