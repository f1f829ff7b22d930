//! What a plan says: a tree of goals and actions, indicators, bodies and texts. One value, stored and compared as a whole.
//!
//! Goals, measures, actions and indicators carry an id that stays the same over versions and successor plans (PL1).

mod action;
mod figure;
mod find;
mod goal;
mod indicator;
mod items;
mod levels;
mod matching;
mod places;
mod removal;
mod shift;

use base::{Id, Period};
use serde::{Deserialize, Serialize};

pub use action::{Action, Audience, Expectation, Party, PreventionLevel};
pub use figure::NotAFigure;
pub use goal::{Goal, Item, Measure, Section};
pub use indicator::{Direction, FactSheet, Figure, Indicator, Redefinition, Subject};
pub use items::items;
pub use levels::{LevelName, Levels};
pub use places::{Destination, MoveError};
pub use removal::Fate;
pub use shift::Shift;

pub use crate::import::{Frequency, IndicatorKind, TimePlan};

/// Everything a version of a plan says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// The title.
    pub title: String,
    /// The years it covers.
    pub period: Period,
    /// What it is about, in a few sentences.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// What the plan calls its levels.
    #[serde(default)]
    pub levels: Levels,
    /// Texts before the goals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub introduction: Vec<Section>,
    /// The goals in order.
    #[serde(default)]
    pub goals: Vec<Goal>,
    /// Actions that stand under no goal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// Bodies whose role the plan describes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<PlanBody>,
    /// When the plan is to be looked at again.
    #[serde(default)]
    pub rules: Rules,
    /// Actions taken away while this version is written, so that they can be put back. Gone when it is adopted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Removed>,
}

/// An action that was taken away, and where it stood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Removed {
    /// The action.
    pub action: Action,
    /// Where it stood.
    pub place: Destination,
}

/// A body and what the plan says about its role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanBody {
    /// The body, where it is in the register.
    pub unit: Option<Id>,
    /// Its name as the plan has it.
    pub name: String,
    /// Its role.
    pub role: String,
}

/// The plan's own rules about itself. They create tasks once the plan is adopted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Review every so many years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_every: Option<u8>,
    /// Evaluate every so many years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluate_every: Option<u8>,
    /// The first year it may be revised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_revision: Option<i16>,
    /// How often an action is reported that does not say it itself; none for every year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_every: Option<Frequency>,
    /// The plan's own words for how far a goal is reached, the best first; none for the usual five.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessment_scale: Vec<String>,
}

impl Content {
    /// An empty plan.
    #[must_use]
    pub fn new(title: impl Into<String>, period: Period) -> Self {
        Self {
            title: title.into(),
            period,
            summary: String::new(),
            levels: Levels::default(),
            introduction: Vec::new(),
            goals: Vec::new(),
            actions: Vec::new(),
            bodies: Vec::new(),
            rules: Rules::default(),
            removed: Vec::new(),
        }
    }
}
