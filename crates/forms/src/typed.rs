//! What was typed, input by input, and which inputs a field has.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Answers, Figure};
use crate::form::{Breakdown, Field, Form, Kind};

/// What was typed by the name of the input. Several choices stand one a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(pub BTreeMap<String, String>);

/// One input of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Input {
    /// Its name in the form: the field's key, `key@breakdown@category` or `key@row@column`, then `.part` and the like.
    pub name: String,
    /// What of the field it is.
    pub kind: InputKind,
    /// The breakdown and category, or the row and column, that it stands for.
    pub place: Option<(String, String)>,
}

/// What of a field an input is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    /// The whole answer.
    Whole,
    /// The numerator of a share, the count of a rate.
    Part,
    /// The denominator, the population.
    Of,
    /// A mean.
    Mean,
    /// How many a mean is of.
    Count,
    /// Why there is no answer.
    Reason,
}

impl Typed {
    /// What somebody who gave these answers could have typed.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let mut typed = Self::default();
        for (key, answer) in &answers.0 {
            match answer {
                Answer::Text { text } => typed.set(key, "", text),
                Answer::Choice { values } => typed.set(key, "", &values.join("\n")),
                Answer::Date { date } => typed.set(key, "", &date.to_string()),
                Answer::Gap { reason } => typed.set(key, InputKind::Reason.suffix(), reason),
                Answer::Figure { whole, by } => {
                    typed.figure(key, *whole);
                    for (breakdown, categories) in by {
                        for (category, figure) in categories {
                            typed.figure(&format!("{key}@{breakdown}@{category}"), *figure);
                        }
                    }
                }
                Answer::Table { cells } => {
                    for (row, columns) in cells {
                        for (column, count) in columns {
                            typed.set(&format!("{key}@{row}@{column}"), "", &count.to_string());
                        }
                    }
                }
            }
        }
        typed
    }

    fn figure(&mut self, name: &str, figure: Figure) {
        let decimal = |number: f64| number.to_string().replace('.', ",");
        let inputs = match figure {
            Figure::Number { value } => vec![(InputKind::Whole, decimal(value))],
            Figure::Share { part, whole: of } | Figure::Rate { count: part, population: of } => {
                vec![(InputKind::Part, part.to_string()), (InputKind::Of, of.to_string())]
            }
            Figure::Mean { mean, of } => vec![(InputKind::Mean, decimal(mean)), (InputKind::Count, of.to_string())],
            Figure::State { holds } => vec![(InputKind::Whole, if holds { "yes" } else { "no" }.to_owned())],
        };
        for (kind, text) in inputs {
            self.set(name, kind.suffix(), &text);
        }
    }

    fn set(&mut self, name: &str, suffix: &str, text: &str) {
        self.0.insert(format!("{name}{suffix}"), text.to_owned());
    }

    /// What was typed, without the space around it.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// Whether nothing was typed at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }
}

impl InputKind {
    fn suffix(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Part => ".part",
            Self::Of => ".of",
            Self::Mean => ".mean",
            Self::Count => ".count",
            Self::Reason => ".reason",
        }
    }
}

impl Kind {
    /// The inputs that one figure or answer of this kind takes.
    pub(crate) fn inputs(&self) -> &'static [InputKind] {
        match self {
            Self::Share | Self::Rate { .. } => &[InputKind::Part, InputKind::Of],
            Self::Mean { .. } => &[InputKind::Mean, InputKind::Count],
            Self::Table { .. } => &[],
            _ => &[InputKind::Whole],
        }
    }
}

impl Field {
    /// All inputs of the field in order: the answer itself, its breakdowns or cells, and the reason for having none.
    #[must_use]
    pub fn inputs(&self) -> Vec<Input> {
        let mut inputs: Vec<Input> = self.kind.inputs().iter().map(|kind| self.input(None, *kind)).collect();
        for breakdown in &self.breakdowns {
            for category in &breakdown.categories {
                let place = Some((breakdown.key.as_str(), category.key.as_str()));
                inputs.extend(self.kind.inputs().iter().map(|kind| self.input(place, *kind)));
            }
        }
        if let Kind::Table { rows, columns } = &self.kind {
            for row in rows {
                let cell =
                    |column: &crate::Label| self.input(Some((row.key.as_str(), column.key.as_str())), InputKind::Whole);
                inputs.extend(columns.iter().map(cell));
            }
        }
        if self.need == crate::Need::OrReason {
            inputs.push(self.input(None, InputKind::Reason));
        }
        inputs
    }

    /// The name of the input that takes a block of cells for the field's table, or for one of its breakdowns. What could not be
    /// placed of a block stays there.
    #[must_use]
    pub fn block(&self, breakdown: Option<&Breakdown>) -> String {
        match breakdown {
            Some(breakdown) => format!("{}@{}.paste", self.key, breakdown.key),
            None => format!("{}.paste", self.key),
        }
    }

    /// All inputs that take a block of cells.
    #[must_use]
    pub fn blocks(&self) -> Vec<String> {
        match self.kind {
            Kind::Table { .. } => vec![self.block(None)],
            _ => self.breakdowns.iter().map(|breakdown| self.block(Some(breakdown))).collect(),
        }
    }

    /// The name of an input.
    pub(crate) fn name(&self, place: Option<(&str, &str)>, kind: InputKind) -> String {
        match place {
            None => format!("{}{}", self.key, kind.suffix()),
            Some((one, other)) => format!("{}@{one}@{other}{}", self.key, kind.suffix()),
        }
    }

    fn input(&self, place: Option<(&str, &str)>, kind: InputKind) -> Input {
        let owned = |(one, other): (&str, &str)| (one.to_owned(), other.to_owned());
        Input { name: self.name(place, kind), kind, place: place.map(owned) }
    }
}

impl Form {
    /// The names of all inputs.
    #[must_use]
    pub fn input_names(&self) -> Vec<String> {
        self.fields().flat_map(Field::inputs).map(|input| input.name).collect()
    }

    /// The names of all inputs, also of those that take a block of cells.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.input_names().into_iter().chain(self.fields().flat_map(Field::blocks)).collect()
    }
}
