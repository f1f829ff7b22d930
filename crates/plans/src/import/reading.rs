//! What was understood of a plan: the values that the dry run shows and the draft is made of.

use serde::{Deserialize, Serialize};
use sheets::{NoteKind, Place};

use crate::content::{Direction, Expectation, Figure, PreventionLevel};

/// A plan as it was understood, and what was not.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// What concerns the plan as a whole.
    pub plan: Plan,
    /// The goals in order, each with what belongs to it.
    pub goals: Vec<Goal>,
    /// Actions that stand under no goal.
    pub actions_without_goal: Vec<Action>,
    /// How many table cells were seen, and what became of them.
    pub cells: Cells,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
    /// Table cells that found no place, word for word.
    pub not_understood: Vec<Unread>,
}

/// What concerns the plan as a whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The title, guessed from the first lines.
    pub title: Option<String>,
    /// The years it covers: `2024–2027` or `2019`.
    pub period: Option<String>,
    /// Everybody who answers for something or whose role is described.
    pub bodies: Vec<Body>,
}

/// A body that the plan names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Its name as the plan writes it.
    pub name: String,
    /// The plan's own words about its role.
    pub role: Option<String>,
}

/// A goal with everything that stands under it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Its number in the plan, without the word before it.
    pub number: Option<String>,
    /// Its wording, in sentence case.
    pub title: String,
    /// More about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What must be in place.
    pub preconditions: Vec<String>,
    /// Where there is most left to do.
    pub development_areas: Vec<String>,
    /// How the goal is measured.
    pub measures: Vec<Measure>,
    /// What the goal itself counts, under no measure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// What is to be done.
    pub actions: Vec<Action>,
}

/// A measure of a goal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Its wording.
    pub text: String,
    /// What it counts.
    pub indicators: Vec<Indicator>,
}

/// One thing to be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// Its number in the plan.
    pub number: Option<String>,
    /// Its wording, without number, tags and footnote marks. A line break stands before list items and further paragraphs.
    pub text: String,
    /// The heading between goal and action, or of the action's table.
    pub section: Option<String>,
    /// The leading body.
    pub lead: Option<String>,
    /// What names the leading body.
    pub lead_basis: LeadBasis,
    /// Everybody else who answers for it.
    pub co_responsible: Vec<String>,
    /// How it is followed.
    pub indicators: Vec<Indicator>,
    /// How often it is followed up, where that is one of the known ways.
    pub frequency: Option<Frequency>,
    /// The plan's own words for how often.
    pub frequency_text: Option<String>,
    /// When it is done.
    pub time_plan: Option<TimePlan>,
    /// The documents and occasions where it is followed up.
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
    /// What it expects of whom; the ids tell nothing. Only a workbook of ours has a place for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expectations: Vec<Expectation>,
    /// Where it stands in the source.
    pub source: Place,
}

/// What names the leading body among the responsible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeadBasis {
    /// Bold type, or a mark of its own in a matrix.
    Bold,
    /// There is only one.
    Only,
    /// It stands first.
    First,
    /// Nobody is named.
    #[default]
    None,
}

/// How something is followed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// What kind of answer it wants.
    pub kind: IndicatorKind,
    /// Its wording.
    pub text: String,
    /// What only a workbook of ours tells.
    #[serde(flatten)]
    pub details: IndicatorDetails,
}

/// What is known of an indicator besides its wording.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IndicatorDetails {
    /// Which way is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Where it started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Figure>,
    /// Where it is to end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Figure>,
    /// A rate's base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<u32>,
    /// A mean's lowest and highest step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<(i32, i32)>,
    /// What it is broken down by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breakdowns: Vec<String>,
    /// Whether only the leading body answers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_lead: bool,
    /// Whether it counts people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about_people: bool,
    /// Where the figures come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// Kinds of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// A count.
    Number,
    /// A share with numerator and denominator.
    Share,
    /// A count per so many.
    Rate,
    /// A mean on a scale.
    Mean,
    /// Something is in place or not.
    State,
    /// A description in words.
    Text,
    /// To be worked out later.
    ToBeDeveloped,
}

/// Known intervals of follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Every year.
    Yearly,
    /// Three times a year.
    Tertial,
    /// One time only.
    Once,
    /// When the plan ends.
    AtEnd,
}

/// When something is done. Dates are ISO 8601; none where the words set no such limit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimePlan {
    /// The plan's own words.
    pub text: String,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
}

/// The sum of all table cells that hold anything: `seen` is always `used` plus `not_understood`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cells {
    /// All of them.
    pub seen: usize,
    /// Those that ended in an item, and headers.
    pub used: usize,
    /// Those that are listed as not understood.
    pub not_understood: usize,
}

/// Something a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// Where, if it has a place.
    pub source: Option<Place>,
    /// What it is.
    pub message: WarningKind,
    /// The number, heading or name it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

/// Kinds of warnings; the interface has the sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningKind {
    /// Two actions bear the same number.
    DuplicateNumber,
    /// Nobody answers for an action.
    NoResponsible,
    /// A column whose heading tells nothing that a plan holds.
    UnknownColumn,
    /// A table that holds no actions, goals or measures.
    TableNotUnderstood,
    /// A table without headings; its columns were told by what they hold.
    HeaderGuessed,
    /// Nothing was found that could be an action.
    NoActions,
    /// An action stands under no goal although the plan has goals.
    NoGoal,
    /// More cells were not understood than are listed.
    MoreNotUnderstood,
    /// The title was not found.
    NoTitle,
    /// The period was not found.
    NoPeriod,
    /// What the reader of the file left out or changed.
    #[serde(untagged)]
    Note(NoteKind),
}

/// A table cell that found no place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Where it stands.
    pub source: Place,
    /// What it holds, word for word.
    pub text: String,
}
