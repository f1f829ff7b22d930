//! What a status report is made of, for each kind of plan: data, kept with a report from when it is frozen.

use base::Id;
use plans::PlanKind;
use serde::{Deserialize, Serialize};

/// The parts of a report in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The parts of the whole.
    pub parts: Vec<Part>,
    /// The parts of each goal.
    pub goal: Vec<GoalPart>,
}

/// A part of the whole report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The summary, written.
    Summary,
    /// All goals and how they stand, on one page.
    Overview,
    /// How many answered.
    Completeness,
    /// What changed since the year before.
    Changes,
    /// The goals.
    Goals,
    /// Indicators that are still to be developed.
    Developing,
}

/// A part of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalPart {
    /// The owner's assessment beside those of the bodies.
    Assessment,
    /// What the figures mean, written.
    Analysis,
    /// The indicators with their charts.
    Indicators,
    /// The actions by status.
    Actions,
    /// What changed since the year before: figures, and what is written on them.
    Change,
    /// What is needed ahead, written.
    Needs,
}

const PARTS: &[Part] = &[Part::Summary, Part::Overview, Part::Completeness, Part::Goals, Part::Developing];
const GOAL: &[GoalPart] = &[
    GoalPart::Assessment,
    GoalPart::Analysis,
    GoalPart::Indicators,
    GoalPart::Actions,
    GoalPart::Change,
    GoalPart::Needs,
];

/// The parts for each kind of plan. What changed is told goal by goal. A school evaluates its yearly plan action by action before it
/// writes the next: there what changed is told once, for the whole.
const TEMPLATES: [(PlanKind, &[Part], &[GoalPart]); 6] = [
    (PlanKind::Local, PARTS, GOAL),
    (PlanKind::Municipal, PARTS, GOAL),
    (PlanKind::Regional, PARTS, GOAL),
    (
        PlanKind::School,
        &[Part::Summary, Part::Overview, Part::Changes, Part::Goals],
        &[GoalPart::Assessment, GoalPart::Actions, GoalPart::Indicators, GoalPart::Analysis, GoalPart::Needs],
    ),
    (PlanKind::CrimePrevention, PARTS, GOAL),
    (PlanKind::Strategy, PARTS, GOAL),
];

impl Template {
    /// The parts for a kind of plan.
    #[must_use]
    pub fn of(kind: PlanKind) -> Self {
        let found = TEMPLATES.iter().find(|(other, ..)| *other == kind);
        let (parts, goal) = found.map_or((PARTS, GOAL), |(_, parts, goal)| (*parts, *goal));
        Self { parts: parts.to_vec(), goal: goal.to_vec() }
    }

    /// What is to be written, in order, for these goals.
    #[must_use]
    pub fn sections(&self, goals: &[Id]) -> Vec<SectionKey> {
        let mut sections = Vec::new();
        for part in &self.parts {
            match part {
                Part::Summary => sections.push(SectionKey::Summary),
                Part::Goals => {
                    for goal in goals {
                        let written = self.goal.iter().filter(|part| part.is_written());
                        sections.extend(written.map(|part| SectionKey::Goal(goal.clone(), *part)));
                    }
                }
                _ => {}
            }
        }
        sections
    }
}

impl GoalPart {
    const WRITTEN: [(Self, &'static str); 4] = [
        (Self::Assessment, "assessment"),
        (Self::Analysis, "analysis"),
        (Self::Change, "change"),
        (Self::Needs, "needs"),
    ];

    /// Whether somebody writes it.
    #[must_use]
    pub fn is_written(self) -> bool {
        Self::WRITTEN.iter().any(|(part, _)| *part == self)
    }

    fn as_str(self) -> &'static str {
        Self::WRITTEN.iter().find(|(part, _)| *part == self).map_or("", |(_, name)| name)
    }
}

/// A text of a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionKey {
    /// The summary.
    Summary,
    /// A text on a goal.
    Goal(Id, GoalPart),
}

impl SectionKey {
    /// As it stands in addresses and in the database: `summary`, `goal:<id>:analysis`.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Summary => "summary".to_owned(),
            Self::Goal(goal, part) => format!("goal:{goal}:{}", part.as_str()),
        }
    }

    /// The key that stands there.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "summary" {
            return Some(Self::Summary);
        }
        let (goal, part) = text.strip_prefix("goal:")?.split_once(':')?;
        let (part, _) = GoalPart::WRITTEN.iter().find(|(_, name)| *name == part)?;
        Some(Self::Goal(Id::parse(goal)?, *part))
    }

    /// The end of its translation keys: `summary`, `analysis`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Goal(_, part) => part.as_str(),
        }
    }

    /// Whether a step of the scale is chosen in it.
    #[must_use]
    pub fn has_choice(&self) -> bool {
        matches!(self, Self::Goal(_, GoalPart::Assessment))
    }

    /// The goal it is on.
    #[must_use]
    pub fn goal(&self) -> Option<&Id> {
        match self {
            Self::Summary => None,
            Self::Goal(goal, _) => Some(goal),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        let goal = Id::parse("mal-1").unwrap();
        for key in Template::of(PlanKind::Regional).sections(&[goal]) {
            assert_eq!(SectionKey::parse(&key.written()), Some(key));
        }
        for wrong in ["", "goal:", "goal:mal-1:indicators", "goal:../x:analysis", "Summary"] {
            assert_eq!(SectionKey::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_kind_of_plan_has_a_template_and_something_to_write() {
        for kind in PlanKind::ALL {
            assert!(TEMPLATES.iter().any(|(other, ..)| *other == kind));
            let sections = Template::of(kind).sections(&[Id::parse("mal-1").unwrap()]);
            assert!(sections.len() >= 4 && sections[0] == SectionKey::Summary, "{kind:?}: {sections:?}");
        }
    }
}
