//! A form's questions as the component `answer` shows them: to be filled in, or with their answers to be read.
//!
//! A page gives the component what [`questions`] makes. What its form sends comes back through [`typed`], which also reads
//! blocks that were pasted from a spreadsheet.

mod assembly;
mod fault;
mod grid;
mod sent;
mod value;

use std::collections::BTreeMap;

use forms::{Fault, Form, Typed};
use serde::Serialize;
use web::Here;

pub(crate) use fault::{Wrong, wrong};
pub(crate) use sent::typed;
pub(crate) use value::words;

use assembly::Assembly;

/// A part of a form under one heading.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Part {
    /// The heading; empty where there is none.
    pub(crate) title: String,
    /// When it is asked at all.
    pub(crate) when: Option<Condition>,
    /// Whether it is asked, given the answers.
    pub(crate) asked: bool,
    pub(crate) questions: Vec<Question>,
}

/// A question with its inputs and its answer.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Question {
    pub(crate) key: String,
    /// The name, and so the id, of its first input.
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) help: Option<String>,
    /// How it is filled in: `text`, `long`, `number`, `pair`, `choice`, `choices`, `date`, `table`.
    pub(crate) kind: &'static str,
    pub(crate) required: bool,
    /// Whether it says that it may be left out.
    pub(crate) optional: bool,
    pub(crate) when: Option<Condition>,
    pub(crate) asked: bool,
    /// Most characters of a long text.
    pub(crate) most: Option<u32>,
    /// Its own inputs: one, two of a pair, none of a table.
    pub(crate) inputs: Vec<Input>,
    /// What there is to choose.
    pub(crate) options: Vec<Choice>,
    /// Its breakdowns, or the table it is.
    pub(crate) grids: Vec<Grid>,
    /// Why there is no answer, where a reason will do.
    pub(crate) reason: Option<Input>,
    /// The answer as one reads it; empty where there is none. A table's stands in its grid.
    pub(crate) answer: String,
    /// The answer of the period before, as one reads it.
    pub(crate) before: Option<String>,
    /// How the figure has changed since then.
    pub(crate) change: Option<String>,
    /// What a reviewer wants to have completed.
    pub(crate) note: Option<String>,
    /// Whether something of it is to be put right.
    pub(crate) faulty: bool,
}

/// When something is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Condition {
    /// The input that decides.
    pub(crate) field: String,
    /// The values that make it asked, with a space between.
    pub(crate) is: String,
    /// The same in words: `Fyll i om …`.
    pub(crate) text: String,
}

/// One input.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Input {
    /// Its name, which is also its id.
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) value: String,
    pub(crate) error: Option<String>,
    /// `numeric` or `decimal` for numbers.
    pub(crate) inputmode: Option<&'static str>,
    /// What stands after it.
    pub(crate) suffix: Option<String>,
    /// What stood there the period before.
    pub(crate) before: Option<String>,
    /// What there is to choose, where it is no text.
    pub(crate) options: Vec<Choice>,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) text: String,
    pub(crate) chosen: bool,
}

/// A table of inputs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Grid {
    /// What it is a table of.
    pub(crate) caption: String,
    /// The heads of the columns, first what the rows are.
    pub(crate) heads: Vec<Head>,
    /// The same when the answers are read.
    pub(crate) text_heads: Vec<Head>,
    pub(crate) rows: Vec<GridRow>,
    /// Where a block of cells is pasted; holds what of the last one was not understood.
    pub(crate) paste: Input,
    /// Whether anything was answered in it.
    pub(crate) answered: bool,
}

/// The head of a grid's column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Head {
    pub(crate) text: String,
    pub(crate) number: bool,
}

/// A row of a grid.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct GridRow {
    pub(crate) head: String,
    pub(crate) inputs: Vec<Input>,
    /// The answers as one reads them.
    pub(crate) texts: Vec<String>,
}

/// The questions of a form with what was typed, the answers of the period before, a reviewer's notes by field, and what is to
/// be put right.
pub(crate) fn questions(
    here: &Here,
    form: &Form,
    typed: &Typed,
    before: Option<&Typed>,
    notes: &BTreeMap<String, String>,
    faults: &[Fault],
) -> Vec<Part> {
    Assembly::new(here, form, typed, before, notes, faults).parts()
}
