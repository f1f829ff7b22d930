//! What is typed, what it means, and what is wrong with it.

mod checks;
mod numbers;
mod pasting;
mod reading;
mod round_trip;

use crate::{Breakdown, Field, Form, Kind, Label, Part, Typed, Words};

/// Names of inputs with what is typed there.
type Pairs<'a> = &'a [(&'a str, &'a str)];

/// A form of one part.
pub(super) fn form(fields: Vec<Field>) -> Form {
    let part = Part { title: Words::own(""), when: None, fields };
    Form { parts: vec![part], rules: Vec::new() }
}

pub(super) fn field(key: &str, kind: Kind) -> Field {
    Field::new(key, Words::own(key), kind)
}

pub(super) fn number() -> Kind {
    Kind::Number { least: None, most: None, whole: false }
}

pub(super) fn labels(keys: &[&str]) -> Vec<Label> {
    keys.iter().map(|key| Label::new(*key, Words::own(*key))).collect()
}

pub(super) fn by_sex() -> Vec<Breakdown> {
    vec![Breakdown { key: "sex".to_owned(), words: Words::own("Kön"), categories: labels(&["girls", "boys"]) }]
}

pub(super) fn typed(pairs: &[(&str, &str)]) -> Typed {
    Typed(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
}
