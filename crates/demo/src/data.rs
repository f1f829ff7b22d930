//! The shape of the tables in `data/`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::DemoError;

#[derive(Debug, Deserialize)]
pub(crate) struct Calendar {
    pub(crate) occasion: Vec<Occasion>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Occasion {
    pub(crate) owner: String,
    pub(crate) name: String,
    pub(crate) what: String,
    #[serde(default)]
    pub(crate) unit_kind: String,
    #[serde(default)]
    pub(crate) function: String,
    pub(crate) from: String,
    pub(crate) to: String,
    #[serde(default = "each_year")]
    pub(crate) every_years: u8,
    pub(crate) days_ahead: u16,
    pub(crate) minutes: u16,
}

fn each_year() -> u8 {
    1
}

#[derive(Debug, Deserialize)]
pub(crate) struct Organisation {
    pub(crate) unit: Vec<Unit>,
    pub(crate) function: Vec<Function>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Unit {
    pub(crate) id: String,
    pub(crate) parent: Option<String>,
    pub(crate) kind: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) also: Vec<String>,
    #[serde(default)]
    pub(crate) role: String,
    pub(crate) school_unit_code: Option<String>,
    pub(crate) municipality_code: Option<String>,
    pub(crate) organisation_number: Option<String>,
    pub(crate) valid_from: Option<String>,
    pub(crate) valid_to: Option<String>,
    pub(crate) merged_into: Option<String>,
    #[serde(default)]
    pub(crate) former_names: Vec<FormerName>,
    #[serde(default)]
    pub(crate) members: Vec<String>,
    pub(crate) answers: Option<String>,
    #[serde(flatten)]
    pub(crate) more: BTreeMap<String, toml::Value>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct FormerName {
    pub(crate) name: String,
    pub(crate) valid_to: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Function {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kinds: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct People {
    pub(crate) person: Vec<Person>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Person {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) role: String,
    pub(crate) function: Option<String>,
    pub(crate) unit: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Enrichment {
    pub(crate) strategy: Vec<Strategy>,
    pub(crate) plan: Vec<Plan>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Strategy {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) owner: String,
    pub(crate) period_from: i16,
    pub(crate) period_to: i16,
    pub(crate) purpose: String,
    pub(crate) decided_by: String,
    pub(crate) decided_on: String,
    pub(crate) diary_number: String,
    pub(crate) goal: Vec<Goal>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Goal {
    pub(crate) number: u32,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) text: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Plan {
    pub(crate) id: String,
    pub(crate) file: String,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) owner: String,
    pub(crate) strategy: Option<String>,
    pub(crate) succeeds: Option<String>,
    pub(crate) period_from: i16,
    pub(crate) period_to: Option<i16>,
    pub(crate) goal_name: Option<String>,
    pub(crate) action_name: Option<String>,
    pub(crate) measure_name: Option<String>,
    pub(crate) contact: String,
    #[serde(default)]
    pub(crate) introduction: Vec<Introduction>,
    #[serde(default)]
    pub(crate) goal: Vec<Goal>,
    #[serde(default)]
    pub(crate) rule: Vec<Rule>,
    #[serde(default)]
    pub(crate) decision: Vec<Decision>,
    #[serde(default)]
    pub(crate) action: Vec<Action>,
    #[serde(default)]
    pub(crate) indicator: Vec<Indicator>,
    #[serde(default)]
    pub(crate) expectation: Vec<Expectation>,
    #[serde(default)]
    pub(crate) own_activity: Vec<OwnActivity>,
    pub(crate) consultation: Option<Consultation>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Introduction {
    pub(crate) heading: String,
    pub(crate) text: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Rule {
    pub(crate) what: String,
    pub(crate) every_years: u8,
    pub(crate) first: i16,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Decision {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) body: String,
    pub(crate) date: String,
    pub(crate) paragraph: String,
    pub(crate) diary_number: String,
    pub(crate) published_on: Option<String>,
    pub(crate) until: Option<String>,
    #[serde(default)]
    pub(crate) note: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Action {
    pub(crate) number: String,
    pub(crate) level: Option<String>,
    #[serde(default)]
    pub(crate) kinds_of_violence: Vec<String>,
    #[serde(default)]
    pub(crate) target_group: String,
    #[serde(default)]
    pub(crate) training: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Indicator {
    pub(crate) action: Option<String>,
    pub(crate) goal: Option<u32>,
    #[serde(rename = "match")]
    pub(crate) starts: String,
    pub(crate) direction: Option<String>,
    pub(crate) baseline: Option<Figure>,
    pub(crate) target: Option<Figure>,
    #[serde(default)]
    pub(crate) breakdowns: Vec<String>,
    /// `lead` where only the leading body answers.
    #[serde(default)]
    pub(crate) asked_of: String,
    #[serde(default)]
    pub(crate) about_people: bool,
    #[serde(default)]
    pub(crate) source: String,
    #[serde(default)]
    pub(crate) definition: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Figure {
    pub(crate) value: Option<f64>,
    pub(crate) numerator: Option<u64>,
    pub(crate) denominator: Option<u64>,
    pub(crate) percent: Option<f64>,
    pub(crate) state: Option<toml::Value>,
    pub(crate) year: Option<i16>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Expectation {
    pub(crate) action: String,
    pub(crate) function: String,
    pub(crate) unit_kind: String,
    pub(crate) area: Option<String>,
    pub(crate) what: String,
    #[serde(default)]
    pub(crate) by: String,
    pub(crate) minutes: Option<u32>,
    #[serde(default)]
    pub(crate) help: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct OwnActivity {
    pub(crate) action: String,
    pub(crate) body: String,
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) by: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Consultation {
    pub(crate) invited: Vec<String>,
    pub(crate) letter: String,
    #[serde(default)]
    pub(crate) comment: Vec<Comment>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Comment {
    pub(crate) body: String,
    pub(crate) action: Option<String>,
    pub(crate) text: String,
    pub(crate) answer: Option<String>,
    pub(crate) outcome: Option<String>,
}

fn read<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, DemoError> {
    toml::from_str(text).map_err(|error| DemoError::Data(format!("{name}: {error}")))
}

pub(crate) fn organisation() -> Result<Organisation, DemoError> {
    read("organisation.toml", include_str!("../data/organisation.toml"))
}

pub(crate) fn people() -> Result<People, DemoError> {
    read("people.toml", include_str!("../data/people.toml"))
}

pub(crate) fn calendar() -> Result<Calendar, DemoError> {
    read("calendar.toml", include_str!("../data/calendar.toml"))
}

pub(crate) fn enrichment() -> Result<Enrichment, DemoError> {
    read("enrichment.toml", include_str!("../data/enrichment.toml"))
}

/// The pasted text of a plan.
pub(crate) fn text(file: &str) -> Result<&'static str, DemoError> {
    match file {
        "county-plan.txt" => Ok(include_str!("../data/county-plan.txt")),
        "honour-plan.txt" => Ok(include_str!("../data/honour-plan.txt")),
        "school-extremism-plan.txt" => Ok(include_str!("../data/school-extremism-plan.txt")),
        "next-school-plan.txt" => Ok(include_str!("../data/next-school-plan.txt")),
        _ => Err(DemoError::Data(format!("no text {file}"))),
    }
}

/// What bodies have answered in rounds.
#[derive(Debug, Deserialize)]
pub(crate) struct FollowUp {
    /// Texts by the state of an action.
    pub(crate) status: BTreeMap<String, Vec<String>>,
    pub(crate) more: More,
    pub(crate) assessment: Assessment,
    pub(crate) round: RoundWords,
    pub(crate) report: ReportWords,
    pub(crate) statistics: Statistics,
    pub(crate) series: OutsideSeries,
}

/// A ready form that a municipality asks its own administrations with.
#[derive(Debug, Deserialize)]
pub(crate) struct Statistics {
    pub(crate) form: String,
    pub(crate) owner: String,
    /// The question that counts all cases.
    pub(crate) whole: String,
    /// Questions that count some of these: one of so many.
    pub(crate) parts: BTreeMap<String, u64>,
}

/// A series that an indicator takes its figures from.
#[derive(Debug, Deserialize)]
pub(crate) struct OutsideSeries {
    pub(crate) title: String,
    pub(crate) origin: String,
    pub(crate) note: String,
    pub(crate) per: u32,
    /// The action of the indicator, and how that begins.
    pub(crate) action: String,
    pub(crate) indicator: String,
    /// The first year, and the values from then on.
    pub(crate) first: i16,
    pub(crate) values: Vec<f64>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct More {
    pub(crate) obstacles: Vec<String>,
    pub(crate) gaps: Vec<String>,
    pub(crate) returns: Vec<String>,
    pub(crate) exemptions: Vec<String>,
}

/// Reasons by the step of the usual scale.
#[derive(Debug, Deserialize)]
pub(crate) struct Assessment {
    reached: Vec<String>,
    will_be_reached: Vec<String>,
    uncertain: Vec<String>,
    will_not: Vec<String>,
    not_reached: Vec<String>,
}

impl Assessment {
    /// The best first.
    pub(crate) fn in_order(&self) -> [&[String]; 5] {
        [&self.reached, &self.will_be_reached, &self.uncertain, &self.will_not, &self.not_reached]
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct RoundWords {
    pub(crate) title: String,
    pub(crate) message: String,
}

/// Texts of the status report.
#[derive(Debug, Deserialize)]
pub(crate) struct ReportWords {
    pub(crate) summary: String,
    pub(crate) analysis: Vec<String>,
    pub(crate) needs: Vec<String>,
}

pub(crate) fn follow_up() -> Result<FollowUp, DemoError> {
    read("follow-up.toml", include_str!("../data/follow-up.toml"))
}
