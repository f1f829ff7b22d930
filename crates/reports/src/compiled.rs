//! What a status report says in figures: of each goal its indicators over the years, its actions by status, its assessments.
//!
//! All of it is text and numbers, so that it can be kept as it was when the report was frozen.

use std::collections::BTreeMap;

use base::{Id, Period};
use indicators::Series;
use plans::PlanKind;
use serde::{Deserialize, Serialize};

/// The figures of one plan and year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compiled {
    /// The plan.
    pub plan: PlanFacts,
    /// The year.
    pub year: i16,
    /// The year before it that bodies reported on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<i16>,
    /// How many answered.
    pub completeness: Completeness,
    /// The goals in order.
    pub goals: Vec<GoalStatus>,
    /// Actions under no goal, and those that were reported on and have left the plan since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<ActionStatus>,
}

/// What a plan is called, and which version counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanFacts {
    /// The plan.
    pub id: Id,
    /// Its kind.
    pub kind: PlanKind,
    /// Its title.
    pub title: String,
    /// The years it covers.
    pub period: Period,
    /// The body that owns it.
    pub owner: String,
    /// Its version's number.
    pub version: i64,
    /// The plans that carry it out, where it is a strategy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried_out_by: Vec<String>,
}

/// How many reports came in of those that were expected.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completeness {
    /// Reports that were expected; those excused are not.
    pub expected: u64,
    /// Reports that were approved, the only ones that count here.
    pub approved: u64,
    /// Reports that were handed in and wait for approval.
    pub waiting: u64,
    /// The same for each body, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodyCompleteness>,
}

/// How many reports came in from one body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyCompleteness {
    /// The body.
    pub name: String,
    /// Reports that were expected.
    pub expected: u64,
    /// Reports that were approved.
    pub approved: u64,
}

/// How a goal stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GoalStatus {
    /// The goal.
    pub id: Id,
    /// Its number.
    pub number: String,
    /// Its wording.
    pub title: String,
    /// Where the plan says that most is left to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub development_areas: Vec<String>,
    /// Indicators that have a source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<IndicatorStatus>,
    /// Indicators that are still to be developed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub developing: Vec<Developing>,
    /// The actions in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<ActionStatus>,
    /// What the bodies think of it themselves.
    pub assessments: Assessments,
}

/// An indicator over the years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorStatus {
    /// The indicator.
    pub id: Id,
    /// Its wording.
    pub text: String,
    /// What it stands under: the number of an action, the words of a measure; empty for the goal itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub under: String,
    /// The plan it comes from, where that is another.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan: String,
    /// Where the figures come from; empty where bodies report them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// How it is defined.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// Whether it counts people, so that small totals are kept back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about_people: bool,
    /// Its years; none where it is told in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
}

/// An indicator that nobody can report on yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Developing {
    /// Its wording.
    pub text: String,
    /// What it stands under.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub under: String,
}

/// How an action stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionStatus {
    /// The action.
    pub id: Id,
    /// Its number.
    pub number: String,
    /// Its wording.
    pub text: String,
    /// The plan it comes from, where that is another.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan: String,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// How it stands as a whole, for those who read the data: the name of its [`Standing`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub standing: String,
    /// Whether it was reported on and has left the plan since.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
    /// What each body that was asked says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodyStatus>,
}

/// What a body says of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyStatus {
    /// The body.
    pub name: String,
    /// Whether it leads.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leads: bool,
    /// Its status; none where no report was approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Its status in the year before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
}

/// What bodies think of a goal themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessments {
    /// The scale, the best first.
    pub scale: Vec<Step>,
    /// How many chose each step.
    pub counts: BTreeMap<String, u64>,
    /// How many were asked.
    pub expected: u64,
}

/// A step of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What it is known by.
    pub key: String,
    /// Its words.
    pub text: String,
}

/// The statuses that a body can give an action, in order.
pub const STATUSES: [&str; 5] = ["not_started", "ongoing", "done", "delayed", "cancelled"];

/// How an action can stand as a whole, by name and in order.
pub const STANDINGS: [&str; 7] = ["not_started", "ongoing", "done", "delayed", "cancelled", "differs", "unknown"];

/// How an action stands as a whole. Every place that says how an action stands asks here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing<'a> {
    /// Whoever leads it says this; where nobody leads or the leader's report is not approved, all who answered.
    Is(&'a str),
    /// They say different things.
    Differs,
    /// Nobody's report was approved.
    Unknown,
}

impl Standing<'_> {
    /// Its name in translation keys.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Is(status) => status,
            Self::Differs => "differs",
            Self::Unknown => "unknown",
        }
    }
}

impl ActionStatus {
    /// How it stands as a whole.
    #[must_use]
    pub fn standing(&self) -> Standing<'_> {
        let leading = self.leading();
        if leading.is_empty() { shared(&self.answered(), now) } else { shared(&leading, now) }
    }

    /// The same with its standing told.
    pub(crate) fn with_standing(self) -> Self {
        let standing = self.standing().as_str().to_owned();
        Self { standing, ..self }
    }

    /// From how it stood the year before to how it stands, where that is another and the two can be compared: whoever leads it
    /// answered in both years; or, where no leader answered in either, at least half of those that were asked answered in both.
    #[must_use]
    pub fn moved(&self) -> Option<(Standing<'_>, Standing<'_>)> {
        let both = |body: &&BodyStatus| body.status.is_some() && body.before.is_some();
        let leaders = self.bodies.iter().filter(|body| body.leads);
        let leading: Vec<&BodyStatus> = leaders.filter(|body| body.status.is_some() || body.before.is_some()).collect();
        let compared: Vec<&BodyStatus> =
            if leading.is_empty() { self.bodies.iter().filter(both).collect() } else { leading };
        let stands_for_all = !compared.is_empty() && compared.iter().all(both);
        let is_enough = compared.iter().any(|body| body.leads) || compared.len() * 2 >= self.bodies.len();
        let (before, now) = (shared(&compared, before), shared(&compared, now));
        (stands_for_all && is_enough && before != now).then_some((before, now))
    }

    /// Those who lead it and have answered.
    #[must_use]
    pub fn leading(&self) -> Vec<&BodyStatus> {
        self.answered().into_iter().filter(|body| body.leads).collect()
    }

    /// How many bodies say what, in the order of the statuses; those that said nothing are not among them.
    #[must_use]
    pub fn answers(&self) -> Vec<(&'static str, u64)> {
        let answered = self.answered();
        let of = |status: &str| answered.iter().filter(|body| body.status.as_deref() == Some(status)).count() as u64;
        STATUSES.into_iter().map(|status| (status, of(status))).filter(|(_, count)| *count > 0).collect()
    }

    fn answered(&self) -> Vec<&BodyStatus> {
        self.bodies.iter().filter(|body| body.status.is_some()).collect()
    }
}

fn now(body: &BodyStatus) -> Option<&str> {
    body.status.as_deref()
}

fn before(body: &BodyStatus) -> Option<&str> {
    body.before.as_deref()
}

/// What all of these say.
fn shared<'a>(bodies: &[&'a BodyStatus], said: fn(&'a BodyStatus) -> Option<&'a str>) -> Standing<'a> {
    let mut statuses: Vec<&str> = bodies.iter().filter_map(|body| said(body)).collect();
    statuses.sort_unstable();
    statuses.dedup();
    match statuses.as_slice() {
        [] => Standing::Unknown,
        [one] => Standing::Is(one),
        _ => Standing::Differs,
    }
}

/// How many of these actions stand how, in order; each action is counted once.
#[must_use]
pub fn counted<'a>(actions: impl IntoIterator<Item = &'a ActionStatus>) -> Vec<(&'static str, u64)> {
    let mut counts = STANDINGS.map(|standing| (standing, 0));
    for action in actions {
        let standing = action.standing();
        if let Some(count) = counts.iter_mut().find(|(name, _)| *name == standing.as_str()) {
            count.1 += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}

impl GoalStatus {
    /// Number and wording.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.number, self.title).trim().to_owned()
    }
}

impl Assessments {
    /// How many answered.
    #[must_use]
    pub fn answered(&self) -> u64 {
        self.counts.values().sum()
    }

    /// The words of a step; the key itself where it has none.
    #[must_use]
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.scale.iter().find(|step| step.key == key).map_or(key, |step| step.text.as_str())
    }
}

impl Compiled {
    /// All actions, under goals and under none.
    pub fn actions(&self) -> impl Iterator<Item = &ActionStatus> {
        self.goals.iter().flat_map(|goal| &goal.actions).chain(&self.others)
    }

    /// The goal with this id.
    #[must_use]
    pub fn goal(&self, id: &str) -> Option<&GoalStatus> {
        self.goals.iter().find(|goal| goal.id.as_str() == id)
    }
}
