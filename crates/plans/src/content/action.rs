//! Actions: what is to be done, by whom, when, and how it is followed.

use base::Id;
use serde::{Deserialize, Serialize};

use super::{Frequency, Indicator, TimePlan};

/// An action.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// The same over versions and successor plans.
    pub id: Id,
    /// Grows with every save.
    #[serde(default)]
    pub revision: u32,
    /// Its number in the plan; may be empty.
    #[serde(default)]
    pub number: String,
    /// Its wording.
    pub text: String,
    /// A heading between goal and action.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// Who leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Party>,
    /// Who else answers for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_responsible: Vec<Party>,
    /// How it is followed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// How often it is followed up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// The plan's own words for how often.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub frequency_text: String,
    /// When it is done.
    #[serde(default)]
    pub time_plan: TimePlan,
    /// Documents and occasions where it is followed up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub followed_up_in: Vec<String>,
    /// Universal, selective or indicated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<PreventionLevel>,
    /// Kinds of violence it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds_of_violence: Vec<String>,
    /// Whom it reaches.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub target_group: String,
    /// Training that belongs to it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub training: String,
    /// What it expects of whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expectations: Vec<Expectation>,
}

/// Somebody who answers for an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Party {
    /// A body or group of the register.
    Unit {
        /// The unit.
        unit: Id,
        /// Its name when the plan was written.
        name: String,
    },
    /// A function at every unit that has it, such as Rektor.
    Function {
        /// The function.
        function: Id,
        /// Its name when the plan was written.
        name: String,
    },
    /// Somebody the register does not know.
    Named {
        /// The name as the plan has it.
        name: String,
    },
}

/// At which level an action prevents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PreventionLevel {
    /// For everybody.
    Universal,
    /// For those at greater risk.
    Selective,
    /// Where violence is known.
    Indicated,
}

/// What an action expects of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    /// The same over versions.
    pub id: Id,
    /// Whom it is addressed to.
    pub audience: Audience,
    /// What to do.
    pub what: String,
    /// By when: a date, or `MM-DD` for every year; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// About how long it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Where help is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
}

/// A function at a kind of unit within an area.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// The function by name, such as Rektor; empty for the unit as such.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub function: String,
    /// The kind of unit.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit_kind: String,
    /// The unit at or below which it counts; none for the plan owner's whole area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Id>,
}

impl Action {
    /// An action that says only what is to be done.
    #[must_use]
    pub fn new(id: Id, number: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id,
            revision: 1,
            number: number.into(),
            text: text.into(),
            section: String::new(),
            lead: None,
            co_responsible: Vec::new(),
            indicators: Vec::new(),
            frequency: None,
            frequency_text: String::new(),
            time_plan: TimePlan::default(),
            followed_up_in: Vec::new(),
            level: None,
            kinds_of_violence: Vec::new(),
            target_group: String::new(),
            training: String::new(),
            expectations: Vec::new(),
        }
    }

    /// Everybody who answers for it, the leading one first, each with whether it leads.
    pub fn parties(&self) -> impl Iterator<Item = (&Party, bool)> {
        self.lead.iter().map(|party| (party, true)).chain(self.co_responsible.iter().map(|party| (party, false)))
    }
}

impl Party {
    /// The name when the plan was written.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Unit { name, .. } | Self::Function { name, .. } | Self::Named { name } => name,
        }
    }

    /// The unit, where it is one.
    #[must_use]
    pub fn unit(&self) -> Option<&Id> {
        match self {
            Self::Unit { unit, .. } => Some(unit),
            Self::Function { .. } | Self::Named { .. } => None,
        }
    }
}

impl PreventionLevel {
    /// All levels.
    pub const ALL: [Self; 3] = [Self::Universal, Self::Selective, Self::Indicated];

    /// Its name in forms, addresses and translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Universal => "universal",
            Self::Selective => "selective",
            Self::Indicated => "indicated",
        }
    }

    /// The level of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == name)
    }
}
