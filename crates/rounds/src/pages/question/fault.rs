//! What is to be put right, in sentences.

use forms::{Fault, FaultKind, Form};
use serde::Serialize;
use web::Here;

use super::value::{decimal, words};

/// A line of the summary above a form: which input, and what to do there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Wrong {
    pub(crate) field: String,
    pub(crate) text: String,
}

/// The summary above a form, in the order of its fields: for `error_summary.summary`.
pub(crate) fn wrong(here: &Here, form: &Form, faults: &[Fault]) -> Vec<Wrong> {
    let line = |fault: &Fault| {
        let label = form.field(&fault.field).map(|field| words(here, &field.label)).unwrap_or_default();
        let error = sentence(here, form, fault);
        let text = here.text_with("forms-fault-of", &[("field", &label), ("error", &error)]);
        Wrong { field: fault.input.clone(), text }
    };
    faults.iter().map(line).collect()
}

/// What is wrong and what to do about it.
pub(super) fn sentence(here: &Here, form: &Form, fault: &Fault) -> String {
    let with = |key: &str, name: &str, number: f64| here.text_with(key, &[(name, &decimal(here, number, 6))]);
    match &fault.kind {
        FaultKind::Missing => here.text("forms-fault-missing"),
        FaultKind::MissingOrReason => here.text("forms-fault-missing-or-reason"),
        FaultKind::Half => here.text("forms-fault-half"),
        FaultKind::WithoutWhole => here.text("forms-fault-without-whole"),
        FaultKind::NotANumber => here.text("forms-fault-not-a-number"),
        FaultKind::NotWhole => here.text("forms-fault-not-whole"),
        FaultKind::BelowLeast { least } => with("forms-fault-below-least", "least", *least),
        FaultKind::AboveMost { most } => with("forms-fault-above-most", "most", *most),
        FaultKind::PartAboveWhole => here.text("forms-fault-part-above-whole"),
        FaultKind::WholeIsZero => here.text("forms-fault-whole-is-zero"),
        FaultKind::NotADate => here.text("forms-fault-not-a-date"),
        FaultKind::NotAChoice => here.text("forms-fault-not-a-choice"),
        FaultKind::TooLong { most } => with("forms-fault-too-long", "most", f64::from(*most)),
        FaultKind::CategoriesAboveWhole => here.text("forms-fault-categories-above-whole"),
        FaultKind::ReasonBesideAnswer => here.text("forms-fault-reason-beside-answer"),
        FaultKind::Unplaced => here.text("forms-paste-left"),
        FaultKind::Rule { rule } => form.rules.get(*rule).map(|rule| words(here, &rule.words)).unwrap_or_default(),
    }
}
