//! Answers as one reads them, and how a figure has changed.

use forms::{Answer, Field, Figure, Kind, Label, Reading, Typed, Words, float};
use i18n::Language;
use web::Here;

/// Words of a form in the reader's language.
pub(crate) fn words(here: &Here, words: &Words) -> String {
    match words {
        Words::Key { key } => here.text(key),
        Words::Own { sv, en } if here.language() == Language::Sv || en.is_empty() => sv.clone(),
        Words::Own { en, .. } => en.clone(),
    }
}

/// The answer to a question as one reads it. What was typed and not understood stands as it was typed.
pub(super) fn answer_text(here: &Here, field: &Field, reading: &Reading, typed: &Typed) -> String {
    match reading.answers.get(&field.key) {
        Some(Answer::Text { text }) => text.clone(),
        Some(Answer::Figure { whole, .. }) => figure_text(here, &field.kind, *whole),
        Some(Answer::Choice { values }) => choices(here, field, values),
        Some(Answer::Date { date }) => here.date(&date.to_string()),
        Some(Answer::Gap { reason }) => here.text_with("forms-value-gap", &[("reason", reason)]),
        // Its cells stand in the grid.
        Some(Answer::Table { .. }) => String::new(),
        None => as_typed(field, typed),
    }
}

fn as_typed(field: &Field, typed: &Typed) -> String {
    let own = field.inputs().into_iter().filter(|input| input.place.is_none());
    let texts: Vec<String> =
        own.map(|input| typed.get(&input.name).to_owned()).filter(|text| !text.is_empty()).collect();
    texts.join(" / ")
}

fn choices(here: &Here, field: &Field, values: &[String]) -> String {
    let Kind::Choice { options, .. } = &field.kind else { return String::new() };
    let chosen = options.iter().filter(|option| values.contains(&option.key));
    chosen.map(|option: &Label| words(here, &option.words)).collect::<Vec<_>>().join(", ")
}

/// A figure with what it rests on.
pub(super) fn figure_text(here: &Here, kind: &Kind, figure: Figure) -> String {
    match (figure, kind) {
        (Figure::Number { value }, _) => decimal(here, value, 6),
        (Figure::Share { part, whole }, _) => {
            let share = decimal(here, percent(part, whole), 1);
            let (part, whole) = (decimal(here, float(part), 0), decimal(here, float(whole), 0));
            here.text_with("forms-value-share", &[("share", &share), ("part", &part), ("whole", &whole)])
        }
        (Figure::Rate { count, population }, Kind::Rate { per }) => {
            let rate = decimal(here, rate(count, population, *per), 1);
            let (count, population) = (decimal(here, float(count), 0), decimal(here, float(population), 0));
            let per = decimal(here, f64::from(*per), 0);
            let values = [("rate", &*rate), ("per", &per), ("count", &count), ("population", &population)];
            here.text_with("forms-value-rate", &values)
        }
        (Figure::Rate { count, .. }, _) => decimal(here, float(count), 0),
        (Figure::Mean { mean, of }, _) => {
            let (mean, of) = (decimal(here, mean, 2), decimal(here, float(of), 0));
            here.text_with("forms-value-mean", &[("mean", &mean), ("of", &of)])
        }
        (Figure::State { holds }, _) => here.text(if holds { "forms-yes" } else { "forms-no" }),
    }
}

/// How a figure differs from the one before; nothing where it is none, or either is missing.
pub(super) fn change(here: &Here, field: &Field, before: &Reading, now: &Reading) -> Option<String> {
    let figure = |reading: &Reading| match reading.answers.get(&field.key) {
        Some(Answer::Figure { whole, .. }) => Some(*whole),
        _ => None,
    };
    let (key, change, most) = match (figure(before)?, figure(now)?, &field.kind) {
        (Figure::Number { value: before }, Figure::Number { value }, _) => ("forms-change-number", value - before, 6),
        (Figure::Share { part: p, whole: w }, Figure::Share { part, whole }, _) => {
            ("forms-change-share", percent(part, whole) - percent(p, w), 1)
        }
        (Figure::Rate { count: c, population: p }, Figure::Rate { count, population }, Kind::Rate { per }) => {
            ("forms-change-number", rate(count, population, *per) - rate(c, p, *per), 1)
        }
        (Figure::Mean { mean: before, .. }, Figure::Mean { mean, .. }, _) => ("forms-change-number", mean - before, 2),
        _ => return None,
    };
    let text = decimal(here, change, most);
    Some(match text.as_str() {
        "0" => here.text("forms-change-none"),
        _ if change > 0.0 => here.text_with(key, &[("change", &format!("+{text}"))]),
        _ => here.text_with(key, &[("change", &text)]),
    })
}

/// A number as the reader's language writes it.
pub(super) fn decimal(here: &Here, number: f64, most: usize) -> String {
    let text = swedish::decimal(number, most);
    match here.language() {
        Language::Sv => text,
        Language::En => text.replace(',', ".").replace('\u{a0}', ","),
    }
}

fn percent(part: u64, whole: u64) -> f64 {
    100.0 * float(part) / float(whole)
}

fn rate(count: u64, population: u64, per: u32) -> f64 {
    f64::from(per) * float(count) / float(population)
}
