//! Names of choices in the database, in forms and in translation keys.

use crate::content::{Frequency, IndicatorKind};

/// All frequencies.
pub(crate) const FREQUENCIES: [Frequency; 4] =
    [Frequency::Yearly, Frequency::Tertial, Frequency::Once, Frequency::AtEnd];

/// All kinds of indicators.
pub(crate) const INDICATOR_KINDS: [IndicatorKind; 7] = [
    IndicatorKind::Number,
    IndicatorKind::Share,
    IndicatorKind::Rate,
    IndicatorKind::Mean,
    IndicatorKind::State,
    IndicatorKind::Text,
    IndicatorKind::ToBeDeveloped,
];

/// The name of a frequency.
pub(crate) fn frequency(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Yearly => "yearly",
        Frequency::Tertial => "tertial",
        Frequency::Once => "once",
        Frequency::AtEnd => "at_end",
    }
}

/// The name of a kind of indicator.
pub(crate) fn indicator_kind(kind: IndicatorKind) -> &'static str {
    match kind {
        IndicatorKind::Number => "number",
        IndicatorKind::Share => "share",
        IndicatorKind::Rate => "rate",
        IndicatorKind::Mean => "mean",
        IndicatorKind::State => "state",
        IndicatorKind::Text => "text",
        IndicatorKind::ToBeDeveloped => "to_be_developed",
    }
}

/// The translation key of a choice: `plan-kind-` and its name.
pub(crate) fn key(group: &str, name: &str) -> String {
    format!("{group}-{}", name.replace('_', "-"))
}

/// The name of who is asked for an indicator, in forms and translation keys.
pub(crate) fn asked_of(lead: bool) -> &'static str {
    if lead { "lead" } else { "all" }
}

/// The name of whether an indicator counts people, in forms and translation keys.
pub(crate) fn about_people(does: bool) -> &'static str {
    if does { "yes" } else { "no" }
}
