//! Parts of a reading that a person wrote, understood by the same rules as a file's.

use sheets::Place;

use super::{Action, Indicator, LeadBasis, TimePlan, indicators, times};

/// The days that words for a time set, with the words kept.
#[must_use]
pub fn time_plan(text: &str) -> TimePlan {
    let text = text.trim();
    let read = times::read(text).unwrap_or_default();
    TimePlan { text: text.to_owned(), ..read }
}

/// An indicator of these words, its kind guessed.
#[must_use]
pub fn indicator(text: &str) -> Indicator {
    indicators::indicator(text.trim())
}

/// An action that says no more than these words.
#[must_use]
pub fn action(text: &str, source: Place) -> Action {
    Action {
        number: None,
        text: text.trim().to_owned(),
        section: None,
        lead: None,
        lead_basis: LeadBasis::None,
        co_responsible: Vec::new(),
        indicators: Vec::new(),
        frequency: None,
        frequency_text: None,
        time_plan: None,
        followed_up_in: Vec::new(),
        level: None,
        kinds_of_violence: Vec::new(),
        target_group: String::new(),
        training: String::new(),
        expectations: Vec::new(),
        source,
    }
}
