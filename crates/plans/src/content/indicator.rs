//! Indicators: what is counted, from where, towards what, and the history of how that was defined.

use base::Id;
use serde::{Deserialize, Serialize};

use super::IndicatorKind;

/// An indicator of a goal, a measure or an action.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// The same over versions and successor plans.
    pub id: Id,
    /// Grows with every save.
    #[serde(default)]
    pub revision: u32,
    /// What kind of answer it wants.
    pub kind: IndicatorKind,
    /// Its wording.
    pub text: String,
    /// Which way is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Where it started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Figure>,
    /// Where it is to end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Figure>,
    /// A rate's base, such as 100 000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<u32>,
    /// A mean's lowest and highest step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<(i32, i32)>,
    /// What it is broken down by: kind of violence, sex, body, sector.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breakdowns: Vec<String>,
    /// Whether it counts people: then small numbers are never shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about_people: bool,
    /// Whether only the leading body answers for all: its figure is not the sum of everybody's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_lead: bool,
    /// Where the figures come from; an indicator without a source is still to be developed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// How it is defined, and how that changed.
    #[serde(default)]
    pub fact_sheet: FactSheet,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither is better in itself.
    Neutral,
}

/// A figure with the base it rests on. Its words are kept as written where it is no number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The year or date it stands for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// The value: a count, a percentage, a rate, a mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// A share's numerator and denominator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<(u64, u64)>,
    /// A state or a description.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// How an indicator is defined.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FactSheet {
    /// What counts and what does not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// Why it is followed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// How and by whom it is collected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub method: String,
    /// What to be careful about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub limits: String,
    /// What was changed when, the latest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Redefinition>,
}

/// A change of an indicator's definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redefinition {
    /// The day, ISO.
    pub on: String,
    /// What was changed, in the words of the one who did.
    pub what: String,
}

/// What an indicator stands under.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Subject<'a> {
    /// A goal.
    Goal(&'a super::Goal),
    /// A measure of a goal.
    Measure(&'a super::Goal, &'a super::Measure),
    /// An action, under a goal or none.
    Action(Option<&'a super::Goal>, &'a super::Action),
}

impl Indicator {
    /// An indicator with nothing but kind and wording.
    #[must_use]
    pub fn new(id: Id, kind: IndicatorKind, text: impl Into<String>) -> Self {
        let per = (kind == IndicatorKind::Rate).then_some(100_000);
        Self {
            id,
            revision: 1,
            kind,
            text: text.into(),
            direction: None,
            baseline: None,
            target: None,
            per,
            scale: None,
            breakdowns: Vec::new(),
            about_people: false,
            of_lead: false,
            source: String::new(),
            fact_sheet: FactSheet::default(),
        }
    }
}

impl Direction {
    /// All directions.
    pub const ALL: [Self; 3] = [Self::Up, Self::Down, Self::Neutral];

    /// Its name in forms and translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Neutral => "neutral",
        }
    }

    /// The direction of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|direction| direction.as_str() == name)
    }
}
