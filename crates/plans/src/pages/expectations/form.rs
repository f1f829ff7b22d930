//! The form of an expectation.

use base::{FieldError, FormErrors, Id, Period};
use identity::{Function, Unit, UnitKind};
use jiff::civil::Date;
use web::{Fields, Here, Result};

use crate::content::{Audience, Expectation};
use crate::pages::choices::Choice;
use crate::pages::form::Texts;
use crate::plan::Plan;
use crate::words::key;

/// The form's fields.
pub(super) const NAMES: [&str; 8] = ["function", "unit_kind", "area", "what", "by", "yearly", "minutes", "help"];

/// A day of every year is kept without its year; this one has every day.
const LEAP_YEAR: i16 = 2024;
/// Most minutes: a working week.
const MOST_MINUTES: u32 = 2400;
/// Kinds of units that somebody holds a function at.
const UNIT_KINDS: [UnitKind; 11] = [
    UnitKind::SchoolUnit,
    UnitKind::LeisureCentre,
    UnitKind::District,
    UnitKind::Administration,
    UnitKind::Board,
    UnitKind::Municipality,
    UnitKind::Region,
    UnitKind::Authority,
    UnitKind::Company,
    UnitKind::Association,
    UnitKind::Other,
];

/// An expectation that says nothing yet.
pub(super) fn empty(id: Id) -> Expectation {
    let (what, by, help) = (String::new(), String::new(), String::new());
    Expectation { id, audience: Audience::default(), what, by, minutes: None, help }
}

/// What the form shows of an expectation. A day of every year is shown in the plan's first year.
pub(super) fn texts(expectation: &Expectation, period: Period) -> Texts {
    let yearly = month_and_day(&expectation.by);
    let shown = |(month, day)| Date::new(period.from, month, day).or_else(|_| Date::new(LEAP_YEAR, month, day));
    let by = match yearly {
        Some(day) => shown(day).map(|date| date.to_string()).unwrap_or_default(),
        None => expectation.by.clone(),
    };
    Texts::from([
        ("function", expectation.audience.function.clone()),
        ("unit_kind", expectation.audience.unit_kind.clone()),
        ("area", expectation.audience.area.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("what", expectation.what.clone()),
        ("by", by),
        ("yearly", if yearly.is_some() { "true" } else { "false" }.to_owned()),
        ("minutes", expectation.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()),
        ("help", expectation.help.clone()),
    ])
}

/// `MM-DD`.
fn month_and_day(by: &str) -> Option<(i8, i8)> {
    let (month, day) = by.split_once('-').filter(|(month, _)| month.len() == 2)?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

/// Whom an expectation can address.
pub(super) struct Known {
    pub(super) functions: Vec<Choice>,
    pub(super) unit_kinds: Vec<Choice>,
    pub(super) areas: Vec<Choice>,
}

impl Known {
    /// The register's functions, the kinds of units, and the areas within the plan owner's own. What `current` has stays a choice.
    pub(super) async fn load(here: &Here, plan: &Plan, current: Option<&Expectation>) -> Result<Self> {
        let functions = Function::list(here.db()).await?.into_iter();
        let mut functions: Vec<Choice> =
            functions.map(|function| Choice::new(function.name.clone(), function.name)).collect();
        functions.dedup();
        let kind = |kind: UnitKind| Choice::new(kind.as_str(), here.text(&key("unit-kind", kind.as_str())));
        let mut unit_kinds: Vec<Choice> = UNIT_KINDS.into_iter().map(kind).collect();
        let mut areas = Vec::new();
        for unit in Unit::register(here.db()).await? {
            let part = !matches!(unit.kind, UnitKind::SchoolUnit | UnitKind::LeisureCentre | UnitKind::Board);
            if part && !unit.kind.is_group() && unit.path.starts_with(&plan.owner_path) {
                areas.push(Choice::new(unit.id.as_str(), unit.name));
            }
        }
        if let Some(audience) = current.map(|current| &current.audience) {
            keep(&mut functions, &audience.function, &audience.function);
            keep(&mut unit_kinds, &audience.unit_kind, &here.text(&key("unit-kind", &audience.unit_kind)));
            if let Some(area) = &audience.area {
                let unit = Unit::find(here.db(), area).await?;
                keep(&mut areas, area.as_str(), unit.as_ref().map_or(area.as_str(), |unit| &unit.name));
            }
        }
        Ok(Self { functions, unit_kinds, areas })
    }

    /// What somebody else chose, in words.
    pub(super) fn say(&self, here: &Here, name: &str, value: &str) -> Option<String> {
        let (choices, none) = match name {
            "function" => (&self.functions, "plans-expectation-any-function"),
            "unit_kind" => (&self.unit_kinds, "plans-expectation-any-unit"),
            "area" => (&self.areas, "plans-expectation-whole-area"),
            "yearly" => return Some(here.text(&format!("plans-expectation-yearly-{value}"))),
            _ => return None,
        };
        let chosen = choices.iter().find(|choice| choice.value == value).map(|choice| choice.text.clone());
        Some(chosen.unwrap_or_else(|| here.text(none)))
    }
}

fn keep(choices: &mut Vec<Choice>, value: &str, text: &str) {
    if !value.is_empty() && !choices.iter().any(|choice| choice.value == value) {
        choices.push(Choice::new(value, text));
    }
}

/// What the form sent, checked.
pub(super) struct Sent(Expectation);

impl Sent {
    pub(super) fn read(fields: &Fields, known: &Known) -> std::result::Result<Self, FormErrors> {
        let mut errors = FormErrors::default();
        let chosen = |name: &str, choices: &[Choice]| {
            let value = fields.get(name);
            choices.iter().any(|choice| choice.value == value).then(|| value.to_owned())
        };
        let audience = Audience {
            function: chosen("function", &known.functions).unwrap_or_default(),
            unit_kind: chosen("unit_kind", &known.unit_kinds).unwrap_or_default(),
            area: chosen("area", &known.areas).map(Id::stored),
        };
        if audience.function.is_empty() && audience.unit_kind.is_empty() {
            errors.add("function", FieldError::Missing);
        }
        let expectation = Expectation {
            id: Id::default(),
            audience,
            what: errors.required("what", fields.get("what"), 2000),
            by: by(&mut errors, fields),
            minutes: minutes(&mut errors, fields.get("minutes")),
            help: errors.optional("help", fields.get("help"), 2000),
        };
        errors.check().map(|()| Self(expectation))
    }

    /// Writes what was sent into an expectation, whose id stays.
    pub(super) fn apply(self, expectation: &mut Expectation) {
        let id = std::mem::take(&mut expectation.id);
        *expectation = Expectation { id, ..self.0 };
    }
}

/// A date, a day of every year, or nothing.
fn by(errors: &mut FormErrors, fields: &Fields) -> String {
    let text = fields.get("by").trim();
    let yearly = fields.get("yearly") == "true";
    if text.is_empty() {
        if yearly {
            errors.add("by", FieldError::Missing);
        }
        return String::new();
    }
    match text.parse::<Date>() {
        Ok(date) if yearly => format!("{:02}-{:02}", date.month(), date.day()),
        Ok(date) => date.to_string(),
        Err(_) => {
            errors.add("by", FieldError::NotADate);
            String::new()
        }
    }
}

fn minutes(errors: &mut FormErrors, text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let minutes = text.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
    if minutes.is_none() {
        errors.add("minutes", FieldError::NotANumber);
    }
    minutes
}
