//! The questions put together.

use std::collections::BTreeMap;

use forms::{Fault, Field, Form, InputKind, Kind, Label, Need, Reading, Typed, When};
use web::Here;

use super::value::{answer_text, change, words};
use super::{Choice, Condition, Input, Part, Question, fault};

/// All that the questions are made from.
pub(super) struct Assembly<'a> {
    pub(super) here: &'a Here,
    pub(super) form: &'a Form,
    pub(super) typed: &'a Typed,
    pub(super) reading: Reading,
    /// What was typed the period before, and what it meant.
    pub(super) before: Option<(&'a Typed, Reading)>,
    notes: &'a BTreeMap<String, String>,
    /// What is wrong, by input.
    errors: BTreeMap<&'a str, String>,
}

impl<'a> Assembly<'a> {
    pub(super) fn new(
        here: &'a Here,
        form: &'a Form,
        typed: &'a Typed,
        before: Option<&'a Typed>,
        notes: &'a BTreeMap<String, String>,
        faults: &'a [Fault],
    ) -> Self {
        let mut errors = BTreeMap::new();
        for fault in faults {
            errors.entry(fault.input.as_str()).or_insert_with(|| fault::sentence(here, form, fault));
        }
        let before = before.filter(|typed| !typed.is_empty()).map(|typed| (typed, form.read(typed)));
        Self { here, form, typed, reading: form.read(typed), before, notes, errors }
    }

    pub(super) fn parts(&self) -> Vec<Part> {
        let part = |part: &forms::Part| Part {
            title: words(self.here, &part.title),
            when: part.when.as_ref().map(|when| self.condition(when)),
            asked: part.fields.iter().any(|field| self.reading.asked.contains(&field.key)),
            questions: part.fields.iter().map(|field| self.question(field)).collect(),
        };
        self.form.parts.iter().map(part).collect()
    }

    fn question(&self, field: &Field) -> Question {
        let inputs: Vec<Input> =
            field.inputs().iter().filter(|input| is_own(input)).map(|i| self.own(field, i)).collect();
        let reason = field.inputs().into_iter().find(|input| input.kind == InputKind::Reason);
        let grids = self.grids(field);
        let all = || inputs.iter().chain(grids.iter().flat_map(|grid| grid.rows.iter().flat_map(|row| &row.inputs)));
        Question {
            key: field.key.clone(),
            id: all().next().map(|input| input.name.clone()).unwrap_or_default(),
            label: words(self.here, &field.label),
            help: self.help(field),
            kind: kind(field),
            required: field.need == Need::Required,
            optional: field.need == Need::Optional,
            when: field.when.as_ref().map(|when| self.condition(when)),
            asked: self.reading.asked.contains(&field.key),
            most: match field.kind {
                Kind::Text { most, long: true } => Some(most),
                _ => None,
            },
            options: self.options(field, field.need != Need::Required, self.typed.get(&field.key)),
            reason: reason.map(|input| self.input(&input.name, self.here.text("forms-reason"))),
            answer: answer_text(self.here, field, &self.reading, self.typed),
            before: self.text_before(field),
            change: self.before.as_ref().and_then(|(_, before)| change(self.here, field, before, &self.reading)),
            note: self.notes.get(&field.key).filter(|note| !note.is_empty()).cloned(),
            faulty: all().any(|input| input.error.is_some()),
            inputs,
            grids,
        }
    }

    /// One of the question's own inputs. Where it is the only one, its label is the question.
    fn own(&self, field: &Field, input: &forms::Input) -> Input {
        let label = match input.kind {
            InputKind::Whole => words(self.here, &field.label),
            kind => part_name(self.here, field, kind),
        };
        Input { inputmode: inputmode(field, input.kind), ..self.input(&input.name, label) }
    }

    /// An input with what was typed there.
    pub(super) fn input(&self, name: &str, label: String) -> Input {
        Input {
            name: name.to_owned(),
            label,
            value: self.typed.0.get(name).cloned().unwrap_or_default(),
            error: self.errors.get(name).cloned(),
            ..Input::default()
        }
    }

    /// What there is to choose; `empty` adds a way back to no answer where one of several is chosen.
    pub(super) fn options(&self, field: &Field, empty: bool, typed: &str) -> Vec<Choice> {
        let chosen = |value: &str| typed.lines().any(|line| line.trim() == value);
        let choice = |value: &str, text: String| Choice { chosen: chosen(value), value: value.to_owned(), text };
        let labelled = |label: &Label| choice(&label.key, words(self.here, &label.words));
        let mut options = match &field.kind {
            Kind::Choice { options, .. } => options.iter().map(labelled).collect(),
            Kind::State => ["yes", "no"].map(|value| choice(value, self.here.text(&format!("forms-{value}")))).to_vec(),
            _ => return Vec::new(),
        };
        if empty && !matches!(field.kind, Kind::Choice { many: true, .. }) {
            let text = self.here.text("forms-no-answer");
            options.push(Choice { value: String::new(), text, chosen: typed.is_empty() });
        }
        options
    }

    fn help(&self, field: &Field) -> Option<String> {
        let own = field.help.as_ref().map(|help| words(self.here, help));
        let scale = match &field.kind {
            Kind::Rate { per } => {
                let per = swedish::whole(i64::from(*per));
                Some(self.here.text_with("forms-rate-help", &[("per", &per)]))
            }
            Kind::Mean { least, most } => {
                let values = [("least", least.to_string()), ("most", most.to_string())];
                let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
                Some(self.here.text_with("forms-mean-help", &values))
            }
            _ => None,
        };
        match (own, scale) {
            (Some(own), Some(scale)) => Some(format!("{own} {scale}")),
            (own, scale) => own.or(scale),
        }
    }

    fn text_before(&self, field: &Field) -> Option<String> {
        let (typed, reading) = self.before.as_ref()?;
        Some(answer_text(self.here, field, reading, typed)).filter(|text| !text.is_empty())
    }

    fn condition(&self, when: &When) -> Condition {
        let field = self.form.field(&when.field);
        let question = field.map(|field| words(self.here, &field.label)).unwrap_or_default();
        let options = field.map(|field| self.options(field, false, "")).unwrap_or_default();
        let named = |value: &String| {
            options
                .iter()
                .find(|option| option.value == *value)
                .map_or_else(|| value.clone(), |option| option.text.clone())
        };
        let values: Vec<String> = when.is.iter().map(named).collect();
        let or = self.here.text("forms-when-or");
        let values = values.join(&or);
        let text = self.here.text_with("forms-when", &[("question", &question), ("values", &values)]);
        Condition { field: when.field.clone(), is: when.is.join(" "), text }
    }
}

fn is_own(input: &forms::Input) -> bool {
    input.place.is_none() && input.kind != InputKind::Reason
}

fn kind(field: &Field) -> &'static str {
    match &field.kind {
        Kind::Text { long: true, .. } => "long",
        Kind::Text { .. } => "text",
        Kind::Number { .. } => "number",
        Kind::Share | Kind::Rate { .. } | Kind::Mean { .. } => "pair",
        Kind::Choice { many: true, .. } => "choices",
        Kind::Choice { .. } | Kind::State => "choice",
        Kind::Date => "date",
        Kind::Table { .. } => "table",
    }
}

/// What one of several inputs of an answer is called.
pub(super) fn part_name(here: &Here, field: &Field, kind: InputKind) -> String {
    here.text(match (kind, &field.kind) {
        (InputKind::Of, Kind::Rate { .. }) => "forms-input-population",
        (InputKind::Of, _) => "forms-input-of",
        (InputKind::Mean, _) => "forms-input-mean",
        (InputKind::Count, _) => "forms-input-count",
        (InputKind::Reason, _) => "forms-reason",
        (InputKind::Whole, Kind::State) => "forms-input-state",
        (InputKind::Whole | InputKind::Part, _) => "forms-input-number",
    })
}

/// Which keys a telephone offers.
pub(super) fn inputmode(field: &Field, input: InputKind) -> Option<&'static str> {
    match (&field.kind, input) {
        (Kind::Number { whole: false, .. }, InputKind::Whole) | (_, InputKind::Mean) => Some("decimal"),
        (Kind::Number { .. } | Kind::Table { .. }, InputKind::Whole) => Some("numeric"),
        // Not only digits: `9 av 20` may stand in the first.
        (_, InputKind::Part) => None,
        (_, InputKind::Of | InputKind::Count) => Some("numeric"),
        _ => None,
    }
}
