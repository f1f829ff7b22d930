//! The form of an action: what it shows, what it sends, and what differs when two people wrote at once.

use base::{FieldError, FormErrors, Id};
use identity::{Function, Unit, UnitOption};
use web::{Fields, Here, Result};

use crate::content::{Action, Content, Frequency, Party, PreventionLevel, TimePlan};
use crate::import::time_plan;
use crate::pages::choices::Choice;
use crate::pages::form::{Form, Texts, lines};
use crate::words::{FREQUENCIES, frequency};

/// Names of the fields that hold one text each.
pub(super) const TEXTS: [&str; 14] = [
    "number",
    "text",
    "section",
    "goal",
    "lead",
    "co",
    "frequency",
    "frequency_text",
    "time_plan",
    "followed_up_in",
    "level",
    "kinds_of_violence",
    "target_group",
    "training",
];

/// How many empty places for further responsible bodies the form offers.
const EMPTY_PLACES: usize = 2;

/// The texts of an action as the form shows them; those co-responsible as one text, a line each.
pub(crate) fn texts(action: &Action, goal: Option<&Id>) -> Texts {
    let co: Vec<String> = action.co_responsible.iter().map(party_value).collect();
    [
        ("number", action.number.clone()),
        ("text", action.text.clone()),
        ("section", action.section.clone()),
        ("goal", goal.map(ToString::to_string).unwrap_or_default()),
        ("lead", action.lead.as_ref().map(party_value).unwrap_or_default()),
        ("co", co.join("\n")),
        ("frequency", action.frequency.map(frequency).unwrap_or_default().to_owned()),
        ("frequency_text", action.frequency_text.clone()),
        ("time_plan", action.time_plan.text.clone()),
        ("followed_up_in", action.followed_up_in.join("\n")),
        ("level", action.level.map(PreventionLevel::as_str).unwrap_or_default().to_owned()),
        ("kinds_of_violence", action.kinds_of_violence.join("\n")),
        ("target_group", action.target_group.clone()),
        ("training", action.training.clone()),
    ]
    .into()
}

/// The fields with those co-responsible as one text: the chosen ones and the names written below them, a line each.
pub(crate) fn joined(fields: &Fields, parties: &Parties) -> Fields {
    if !fields.has("co") {
        return fields.clone();
    }
    let chosen = fields.all("co").iter().filter(|value| !value.is_empty()).cloned();
    let written = lines(fields.get("others")).into_iter().map(|name| party_value(&parties.by_name(&name)));
    let mut all: Vec<String> = Vec::new();
    for value in chosen.chain(written) {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    fields.clone().with("co", all.join("\n"))
}

/// The places for those co-responsible: one for each, and empty ones.
pub(super) fn places(form: &Form) -> Vec<String> {
    let chosen = form.texts.get("co").map(|text| lines(text)).unwrap_or_default();
    chosen.into_iter().chain(std::iter::repeat_n(String::new(), EMPTY_PLACES)).collect()
}

/// What the form sent, checked.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    pub(crate) goal: Option<Id>,
    number: String,
    text: String,
    section: String,
    lead: Option<Party>,
    co_responsible: Vec<Party>,
    frequency: Option<Frequency>,
    frequency_text: String,
    time_plan: TimePlan,
    followed_up_in: Vec<String>,
    level: Option<PreventionLevel>,
    kinds_of_violence: Vec<String>,
    target_group: String,
    training: String,
}

impl Sent {
    pub(crate) fn read(fields: &Fields, parties: &Parties) -> std::result::Result<Self, FormErrors> {
        let mut errors = FormErrors::default();
        let lead = parties.read(fields.get("lead"));
        if lead.is_none() && !fields.get("lead").is_empty() {
            errors.add("lead", FieldError::Unknown);
        }
        let co = lines(fields.get("co")).into_iter().filter_map(|value| parties.read(&value));
        let mut unique: Vec<Party> = Vec::new();
        for party in co {
            if !unique.contains(&party) && Some(&party) != lead.as_ref() {
                unique.push(party);
            }
        }
        let sent = Self {
            goal: Id::parse(fields.get("goal")),
            number: errors.optional("number", fields.get("number"), 20),
            text: errors.required("text", fields.get("text"), 4000),
            section: errors.optional("section", fields.get("section"), 300),
            lead,
            co_responsible: unique,
            frequency: FREQUENCIES.into_iter().find(|each| frequency(*each) == fields.get("frequency")),
            frequency_text: errors.optional("frequency_text", fields.get("frequency_text"), 200),
            time_plan: time_plan(&errors.optional("time_plan", fields.get("time_plan"), 200)),
            followed_up_in: lines(fields.get("followed_up_in")),
            level: PreventionLevel::parse(fields.get("level")),
            kinds_of_violence: lines(fields.get("kinds_of_violence")),
            target_group: errors.optional("target_group", fields.get("target_group"), 500),
            training: errors.optional("training", fields.get("training"), 500),
        };
        errors.check().map(|()| sent)
    }

    /// Writes what was sent into an action; what the form does not show stays.
    pub(crate) fn apply(&self, action: &mut Action) {
        let sent = self.clone();
        action.number = sent.number;
        action.text = sent.text;
        action.section = sent.section;
        action.lead = sent.lead;
        action.co_responsible = sent.co_responsible;
        action.frequency = sent.frequency;
        action.frequency_text = sent.frequency_text;
        if action.time_plan.text != sent.time_plan.text {
            action.time_plan = sent.time_plan;
        }
        action.followed_up_in = sent.followed_up_in;
        action.level = sent.level;
        action.kinds_of_violence = sent.kinds_of_violence;
        action.target_group = sent.target_group;
        action.training = sent.training;
    }
}

/// Who can be responsible: units and functions of the register.
pub(crate) struct Parties {
    units: Vec<UnitOption>,
    functions: Vec<Function>,
}

impl Parties {
    pub(crate) async fn load(here: &Here) -> Result<Self> {
        Ok(Self { units: Unit::body_options(here.db()).await?, functions: Function::list(here.db()).await? })
    }

    /// Everybody as a choice, the functions last.
    pub(crate) fn choices(&self, here: &Here) -> Vec<Choice> {
        let unit = |unit: &UnitOption| Choice::new(format!("unit:{}", unit.value), unit.text.clone());
        let every = |function: &Function| {
            let text = here.text_with("plan-party-every", &[("function", &function.name)]);
            Choice::new(format!("function:{}", function.id), text)
        };
        self.units.iter().map(unit).chain(self.functions.iter().map(every)).collect()
    }

    /// The party that a choice's value stands for.
    pub(crate) fn read(&self, value: &str) -> Option<Party> {
        let (kind, rest) = value.split_once(':')?;
        match kind {
            "unit" => {
                let unit = self.units.iter().find(|unit| unit.value == rest)?;
                Some(Party::Unit { unit: Id::stored(unit.value.clone()), name: unit.text.clone() })
            }
            "function" => {
                let function = self.functions.iter().find(|function| function.id.as_str() == rest)?;
                Some(Party::Function { function: function.id.clone(), name: function.name.clone() })
            }
            "named" if !rest.trim().is_empty() => Some(Party::Named { name: rest.trim().to_owned() }),
            _ => None,
        }
    }

    /// The unit or function of that name, or the bare name.
    fn by_name(&self, name: &str) -> Party {
        let folded = swedish::fold(name);
        let unit = self.units.iter().find(|unit| swedish::fold(&unit.text) == folded);
        unit.map_or_else(
            || Party::Named { name: name.to_owned() },
            |unit| Party::Unit { unit: Id::stored(unit.value.clone()), name: unit.text.clone() },
        )
    }
}

/// The value of a party in a form.
pub(crate) fn party_value(party: &Party) -> String {
    match party {
        Party::Unit { unit, .. } => format!("unit:{unit}"),
        Party::Function { function, .. } => format!("function:{function}"),
        Party::Named { name } => format!("named:{name}"),
    }
}

/// All choices of who is responsible; names of this plan that the register does not have come last.
pub(super) async fn party_choices(here: &Here, content: &Content) -> Result<Vec<Choice>> {
    let mut choices = Parties::load(here).await?.choices(here);
    for (_, action) in content.actions() {
        for (party, _) in action.parties() {
            let value = party_value(party);
            if !choices.iter().any(|choice| choice.value == value) {
                choices.push(Choice::new(value, party.name()));
            }
        }
    }
    Ok(choices)
}
