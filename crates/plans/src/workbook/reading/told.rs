//! A content as a reading: what the dry run shows and a person may correct.

use std::collections::{BTreeMap, BTreeSet};

use base::Id;
use sheets::Place;

use crate::content::{self, Content, Item};
use crate::import::{
    Action, Body, Goal, Indicator, IndicatorDetails, LeadBasis, Measure, Plan, Reading, TimePlan, Warning, WarningKind,
};

/// The reading with its warnings; a workbook names neither title nor period.
pub(super) fn reading(content: &Content, places: &BTreeMap<Id, Place>) -> Reading {
    let actions = |actions: &[content::Action]| {
        let placed = |action: &content::Action| Some(self::action(action, places.get(&action.id)?.clone()));
        actions.iter().filter_map(placed).collect::<Vec<_>>()
    };
    let goals = content.goals.iter().map(|goal| self::goal(goal, actions(&goal.actions))).collect();
    let mut reading = Reading {
        plan: Plan { title: None, period: None, bodies: bodies(content) },
        goals,
        actions_without_goal: actions(&content.actions),
        ..Reading::default()
    };
    reading.warnings = warnings(&reading);
    reading
}

fn goal(goal: &content::Goal, actions: Vec<Action>) -> Goal {
    let texts = |items: &[Item]| items.iter().map(|item| item.text.clone()).collect();
    let measure = |measure: &content::Measure| Measure {
        text: measure.text.clone(),
        indicators: measure.indicators.iter().map(indicator).collect(),
    };
    Goal {
        number: told(&goal.number),
        title: goal.title.clone(),
        text: goal.text.clone(),
        preconditions: texts(&goal.preconditions),
        development_areas: texts(&goal.development_areas),
        measures: goal.measures.iter().map(measure).collect(),
        indicators: goal.indicators.iter().map(indicator).collect(),
        actions,
    }
}

fn action(action: &content::Action, source: Place) -> Action {
    let lead_basis = match (&action.lead, action.co_responsible.is_empty()) {
        (None, _) => LeadBasis::None,
        (Some(_), true) => LeadBasis::Only,
        // A column of its own is a mark of its own.
        (Some(_), false) => LeadBasis::Bold,
    };
    Action {
        number: told(&action.number),
        text: action.text.clone(),
        section: told(&action.section),
        lead: action.lead.as_ref().map(|party| party.name().to_owned()),
        lead_basis,
        co_responsible: action.co_responsible.iter().map(|party| party.name().to_owned()).collect(),
        indicators: action.indicators.iter().map(indicator).collect(),
        frequency: action.frequency,
        frequency_text: told(&action.frequency_text),
        time_plan: (action.time_plan != TimePlan::default()).then(|| action.time_plan.clone()),
        followed_up_in: action.followed_up_in.clone(),
        level: action.level,
        kinds_of_violence: action.kinds_of_violence.clone(),
        target_group: action.target_group.clone(),
        training: action.training.clone(),
        expectations: action.expectations.clone(),
        source,
    }
}

fn indicator(indicator: &content::Indicator) -> Indicator {
    let details = IndicatorDetails {
        direction: indicator.direction,
        baseline: indicator.baseline.clone(),
        target: indicator.target.clone(),
        per: indicator.per,
        scale: indicator.scale,
        breakdowns: indicator.breakdowns.clone(),
        of_lead: indicator.of_lead,
        about_people: indicator.about_people,
        source: indicator.source.clone(),
    };
    Indicator { kind: indicator.kind, text: indicator.text.clone(), details }
}

/// Everybody who answers for something, each once.
fn bodies(content: &Content) -> Vec<Body> {
    let mut seen = BTreeSet::new();
    let names = content.actions().flat_map(|(_, action)| action.parties().map(|(party, _)| party.name()));
    let new = names.filter(|name| seen.insert(swedish::fold(name)));
    new.map(|name| Body { name: name.to_owned(), role: None }).collect()
}

/// What a person should look at, as for any other file.
fn warnings(reading: &Reading) -> Vec<Warning> {
    let of = |source: Option<&Place>, message: WarningKind, about: Option<&String>| Warning {
        source: source.cloned(),
        message,
        about: about.cloned(),
    };
    let mut numbers = BTreeSet::new();
    let mut warnings = Vec::new();
    let mut empty = true;
    for action in reading.goals.iter().flat_map(|goal| &goal.actions).chain(&reading.actions_without_goal) {
        empty = false;
        if action.number.as_ref().is_some_and(|number| !numbers.insert(number)) {
            warnings.push(of(Some(&action.source), WarningKind::DuplicateNumber, action.number.as_ref()));
        }
        if action.lead.is_none() {
            warnings.push(of(Some(&action.source), WarningKind::NoResponsible, action.number.as_ref()));
        }
    }
    if empty {
        warnings.push(of(None, WarningKind::NoActions, None));
    }
    if let (Some(stray), false) = (reading.actions_without_goal.first(), reading.goals.is_empty()) {
        warnings.push(of(Some(&stray.source), WarningKind::NoGoal, None));
    }
    warnings.push(of(None, WarningKind::NoTitle, None));
    warnings.push(of(None, WarningKind::NoPeriod, None));
    warnings
}

fn told(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
