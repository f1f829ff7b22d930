//! Indicators and their figures in words.

use documents::Inline;

use super::Words;
use crate::content::{Figure, Indicator, IndicatorKind};

/// The wording of an indicator, and below it where it starts and where it is to end.
pub(super) fn wording(indicator: &Indicator, words: Words<'_>) -> Vec<Inline> {
    let mut run = super::prose::inlines(&indicator.text);
    let ends = [("plans-editions-baseline", &indicator.baseline), ("plans-editions-target", &indicator.target)];
    for (key, figure) in ends {
        if let Some(figure) = figure {
            let figure = text(figure, indicator, words);
            run.push(Inline::LineBreak);
            run.push(Inline::Emphasis(words.with(key, &[("figure", &figure)])));
        }
    }
    run
}

/// A figure with its base and its year: `75 % (60 av 80), 2023`.
pub(super) fn text(figure: &Figure, indicator: &Indicator, words: Words<'_>) -> String {
    let value = value(figure, indicator, words);
    match (figure.when.as_str(), value.as_str()) {
        ("", _) => value,
        (when, "") => when.to_owned(),
        (when, value) => words.with("plans-editions-figure-when", &[("figure", value), ("when", when)]),
    }
}

fn value(figure: &Figure, indicator: &Indicator, words: Words<'_>) -> String {
    if let Some((part, whole)) = figure.of {
        // Counts of people and things are far below the 2^53 that a fraction keeps exactly.
        let percent = if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 };
        let (percent, part, whole) = (swedish::decimal(percent, 1), part.to_string(), whole.to_string());
        return words.with("plans-editions-share", &[("percent", &percent), ("part", &part), ("whole", &whole)]);
    }
    let Some(value) = figure.value else { return figure.text.clone() };
    let value = swedish::decimal(value, 3);
    match (indicator.kind, indicator.per, indicator.scale) {
        (IndicatorKind::Share, _, _) => words.with("plans-editions-percent", &[("percent", &value)]),
        (IndicatorKind::Rate, Some(per), _) => {
            words.with("plans-editions-rate", &[("value", &value), ("per", &swedish::whole(i64::from(per)))])
        }
        (IndicatorKind::Mean, _, Some((low, high))) => {
            let (low, high) = (low.to_string(), high.to_string());
            words.with("plans-editions-mean", &[("value", &value), ("low", &low), ("high", &high)])
        }
        _ => value,
    }
}
