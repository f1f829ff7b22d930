//! The columns of each sheet.

use super::{RowKind, UnreadKind};
use crate::editions::Words;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    // Where a row belongs.
    Goal,
    Subject,
    Action,
    // Shared by several kinds.
    Number,
    Text,
    // Goals.
    Description,
    Preconditions,
    DevelopmentAreas,
    // Actions.
    Section,
    Lead,
    With,
    Frequency,
    FrequencyText,
    TimePlan,
    From,
    To,
    FollowedUpIn,
    Level,
    KindsOfViolence,
    TargetGroup,
    Training,
    // Indicators.
    Kind,
    Direction,
    Baseline,
    BaselineWhen,
    Target,
    TargetWhen,
    Per,
    Scale,
    Breakdowns,
    AskedOf,
    AboutPeople,
    Source,
    // Expectations.
    Function,
    UnitKind,
    By,
    Minutes,
    Help,
    // On every sheet.
    Removal,
    Id,
}

impl RowKind {
    /// The columns in the order they are written.
    pub(super) fn columns(self) -> &'static [Column] {
        use Column as C;
        match self {
            Self::Goal => {
                &[C::Number, C::Text, C::Description, C::Preconditions, C::DevelopmentAreas, C::Removal, C::Id]
            }
            Self::Action => &[
                C::Goal,
                C::Section,
                C::Number,
                C::Text,
                C::Lead,
                C::With,
                C::Frequency,
                C::FrequencyText,
                C::TimePlan,
                C::From,
                C::To,
                C::FollowedUpIn,
                C::Level,
                C::KindsOfViolence,
                C::TargetGroup,
                C::Training,
                C::Removal,
                C::Id,
            ],
            Self::Indicator => &[
                C::Subject,
                C::Kind,
                C::Text,
                C::Direction,
                C::Baseline,
                C::BaselineWhen,
                C::Target,
                C::TargetWhen,
                C::Per,
                C::Scale,
                C::Breakdowns,
                C::AskedOf,
                C::AboutPeople,
                C::Source,
                C::Removal,
                C::Id,
            ],
            Self::Measure => &[C::Goal, C::Text, C::Removal, C::Id],
            Self::Expectation => {
                &[C::Action, C::Function, C::UnitKind, C::Text, C::By, C::Minutes, C::Help, C::Removal, C::Id]
            }
        }
    }

    /// The column that says what a row stands under.
    pub(super) fn place_column(self) -> Option<Column> {
        match self {
            Self::Goal => None,
            Self::Action | Self::Measure => Some(Column::Goal),
            Self::Indicator => Some(Column::Subject),
            Self::Expectation => Some(Column::Action),
        }
    }

    /// Why a row stands nowhere when its cell names nothing; none for what may stand free.
    pub(super) fn unplaced(self) -> Option<UnreadKind> {
        match self {
            Self::Goal | Self::Action => None,
            Self::Measure => Some(UnreadKind::Goal),
            Self::Indicator => Some(UnreadKind::Subject),
            Self::Expectation => Some(UnreadKind::Action),
        }
    }

    /// The header of a column.
    pub(super) fn header(self, column: Column, words: Words<'_>) -> String {
        words.text(&self.key(column))
    }

    /// The name of the sheet.
    pub(super) fn sheet(self, words: Words<'_>) -> String {
        words.text(&format!("plans-workbook-sheet-{}", self.as_str()))
    }

    fn key(self, column: Column) -> String {
        match column {
            Column::Text | Column::Id => format!("plans-workbook-column-{}-{}", self.as_str(), column.name()),
            _ => format!("plans-workbook-column-{}", column.name()),
        }
    }
}

impl Column {
    fn name(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Subject => "subject",
            Self::Action => "action",
            Self::Number => "number",
            Self::Text => "text",
            Self::Description => "description",
            Self::Preconditions => "preconditions",
            Self::DevelopmentAreas => "development-areas",
            Self::Section => "section",
            Self::Lead => "lead",
            Self::With => "with",
            Self::Frequency => "frequency",
            Self::FrequencyText => "frequency-text",
            Self::TimePlan => "time-plan",
            Self::From => "from",
            Self::To => "to",
            Self::FollowedUpIn => "followed-up-in",
            Self::Level => "level",
            Self::KindsOfViolence => "kinds-of-violence",
            Self::TargetGroup => "target-group",
            Self::Training => "training",
            Self::Kind => "kind",
            Self::Direction => "direction",
            Self::Baseline => "baseline",
            Self::BaselineWhen => "baseline-when",
            Self::Target => "target",
            Self::TargetWhen => "target-when",
            Self::Per => "per",
            Self::Scale => "scale",
            Self::Breakdowns => "breakdowns",
            Self::AskedOf => "asked-of",
            Self::AboutPeople => "about-people",
            Self::Source => "source",
            Self::Function => "function",
            Self::UnitKind => "unit-kind",
            Self::By => "by",
            Self::Minutes => "minutes",
            Self::Help => "help",
            Self::Removal => "removal",
            Self::Id => "id",
        }
    }

    /// Its width in characters.
    pub(super) fn width(self) -> u16 {
        match self {
            Self::Number | Self::Removal | Self::Scale | Self::Minutes => 8,
            Self::From | Self::To | Self::Per | Self::BaselineWhen | Self::TargetWhen => 12,
            Self::Frequency | Self::Level | Self::Kind | Self::Direction | Self::Baseline | Self::Target => 18,
            Self::Text | Self::Description | Self::Preconditions | Self::DevelopmentAreas => 60,
            Self::With | Self::Goal | Self::Subject | Self::Action | Self::Source | Self::Help => 40,
            Self::Id => 24,
            _ => 28,
        }
    }
}
