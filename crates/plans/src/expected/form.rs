//! The forms in which actions and goals are reported.

use forms::{Field, Form, Kind, Label, Need, Part, Words};

use super::breakdown::{self, key_of, unlike};
use crate::content::{Indicator, IndicatorKind};
use crate::words::key;

/// Most characters of a text.
const LONG: u32 = 5000;
/// The states of an action, in order.
const STATES: [&str; 5] = ["not_started", "ongoing", "done", "delayed", "cancelled"];
/// How far a goal is reached, where the plan has no words of its own.
const SCALE: [&str; 5] = ["reached", "will_be_reached", "uncertain", "will_not", "not_reached"];
/// What an inhabitants' rate counts per, and the steps a mean lies between, where the plan does not say.
const PER: u32 = 100_000;
const STEPS: (i32, i32) = (0, 100);

/// How an action goes: status, figures, in words, what stands in the way.
/// Where somebody leads, they alone are asked for what one answers for all.
pub(super) fn action(indicators: &[&Indicator], led: bool, kinds_of_violence: &[String]) -> Form {
    let states = STATES.map(|state| Label::new(state, Words::key(key("ui-action", state)))).to_vec();
    let mut fields = vec![chosen("status", words("plan-report-status"), states)];
    let of_lead =
        |one: &&Indicator| Some(Field { lead_only: led && one.of_lead, ..indicator(one, kinds_of_violence)? });
    fields.extend(indicators.iter().filter_map(of_lead));
    fields.push(told("narrative", "plan-report-narrative").helped(words("plan-report-narrative-help")));
    fields.push(told("obstacles", "plan-report-obstacles").helped(words("plan-report-obstacles-help")));
    form(fields)
}

/// How far a goal is reached on a scale, and why; before that what is counted for it.
pub(super) fn goal(scale: &[String], indicators: &[&Indicator], kinds_of_violence: &[String]) -> Form {
    let steps = steps(scale);
    let mut fields: Vec<Field> = indicators.iter().filter_map(|one| indicator(one, kinds_of_violence)).collect();
    fields.push(chosen("assessment", words("plan-report-assessment"), steps));
    fields.push(told("reason", "plan-report-reason").helped(words("plan-report-reason-help")).needed(Need::Required));
    form(fields)
}

/// The steps of a scale in the plan's own words, or the usual five.
pub(super) fn steps(scale: &[String]) -> Vec<Label> {
    if scale.is_empty() {
        return SCALE.map(|step| Label::new(step, Words::key(key("plan-assessment", step)))).to_vec();
    }
    unlike(scale.iter().map(|step| Label::new(key_of(step), Words::own(step.as_str()))))
}

/// About how long it takes to fill in: five minutes to look back, three for a text or choice, five to find a figure and two more
/// for each thing it is divided by.
pub(super) fn minutes(form: &Form) -> u16 {
    let of = |field: &Field| if field.is_figure() { 5 + 2 * field.breakdowns.len() } else { 3 };
    u16::try_from(5 + form.fields().map(of).sum::<usize>()).unwrap_or(u16::MAX)
}

/// Whether there is anything to ask about an indicator yet.
pub(super) fn is_asked(indicator: &Indicator) -> bool {
    indicator.kind != IndicatorKind::ToBeDeveloped
}

fn indicator(indicator: &Indicator, kinds_of_violence: &[String]) -> Option<Field> {
    let kind = match indicator.kind {
        IndicatorKind::Number => Kind::Number { least: Some(0.0), most: None, whole: false },
        IndicatorKind::Share => Kind::Share,
        IndicatorKind::Rate => Kind::Rate { per: indicator.per.unwrap_or(PER) },
        IndicatorKind::Mean => {
            let (least, most) = indicator.scale.unwrap_or(STEPS);
            Kind::Mean { least, most }
        }
        IndicatorKind::State => Kind::State,
        IndicatorKind::Text => Kind::Text { most: LONG, long: true },
        IndicatorKind::ToBeDeveloped => return None,
    };
    let label = Words::own(indicator.text.as_str());
    let mut field = Field::new(format!("i-{}", indicator.id), label, kind).needed(Need::OrReason);
    let definition = &indicator.fact_sheet.definition;
    field.help = (!definition.is_empty()).then(|| Words::own(definition.as_str()));
    field.series = Some(indicator.id.to_string());
    field.about_people = indicator.about_people;
    if field.is_figure() {
        field.breakdowns = breakdown::of(indicator, kinds_of_violence);
    }
    Some(field)
}

fn form(fields: Vec<Field>) -> Form {
    Form { parts: vec![Part { title: Words::own(""), when: None, fields }], rules: Vec::new() }
}

fn words(key: &str) -> Words {
    Words::key(key)
}

fn chosen(key: &str, label: Words, options: Vec<Label>) -> Field {
    Field::new(key, label, Kind::Choice { options, many: false }).needed(Need::Required)
}

fn told(key: &str, label: &str) -> Field {
    Field::new(key, Words::key(label), Kind::Text { most: LONG, long: true })
}
