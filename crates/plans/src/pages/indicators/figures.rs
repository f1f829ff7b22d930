//! An indicator's figures in the reader's words.

use web::Here;

use crate::content::{Figure, Indicator, IndicatorKind};

/// A figure with its base and its year: `45 % (9 av 20), 2024`. Empty for none.
pub(super) fn text(here: &Here, figure: Option<&Figure>, indicator: &Indicator) -> String {
    let Some(figure) = figure else { return String::new() };
    let value = value(here, figure, indicator);
    if figure.when.is_empty() {
        return value;
    }
    here.text_with("plans-figure-when", &[("figure", &value), ("when", &here.date(&figure.when))])
}

fn value(here: &Here, figure: &Figure, indicator: &Indicator) -> String {
    if let Some((part, whole)) = figure.of {
        // Counts of people and things are far below the 2^53 that a fraction keeps exactly.
        let percent = if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 };
        let (percent, part, whole) = (swedish::decimal(percent, 1), count(part), count(whole));
        return here.text_with("plans-figure-share", &[("percent", &percent), ("part", &part), ("whole", &whole)]);
    }
    let Some(value) = figure.value else { return figure.text.clone() };
    let value = swedish::decimal(value, 3);
    match indicator.kind {
        IndicatorKind::Share => here.text_with("plans-figure-percent", &[("percent", &value)]),
        _ => value,
    }
}

fn count(count: u64) -> String {
    swedish::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

/// What the figures are counted in, where that is more than a number.
pub(super) fn unit(here: &Here, indicator: &Indicator) -> String {
    match (indicator.kind, indicator.per, indicator.scale) {
        (IndicatorKind::Share, _, _) => here.text("plans-unit-percent"),
        (IndicatorKind::Rate, Some(per), _) => {
            here.text_with("plans-unit-per", &[("per", &swedish::whole(i64::from(per)))])
        }
        (IndicatorKind::Mean, _, Some((low, high))) => {
            here.text_with("plans-unit-scale", &[("low", &low.to_string()), ("high", &high.to_string())])
        }
        (IndicatorKind::State, _, _) => here.text("plans-unit-state"),
        _ => String::new(),
    }
}
