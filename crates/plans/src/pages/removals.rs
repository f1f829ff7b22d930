//! The question before something is taken away: what it is, what goes with it, and what becomes of what stands under it.

use axum::response::Response;
use serde::Serialize;
use web::{Here, Result, Sample};

use super::choices::Choice;
use super::place;
use crate::plan::Plan;

const TEMPLATE: &str = "pages/plans/removals/new.html";

/// The question's context.
#[derive(Debug, Serialize)]
pub(super) struct Removal {
    /// What is asked, as the page's heading.
    pub(super) title: String,
    /// What would be taken away, in its own words.
    pub(super) what: String,
    /// What goes with it and what stays.
    pub(super) consequences: Vec<String>,
    /// What may become of the actions under it; empty when there are none.
    pub(super) fates: Vec<Choice>,
    /// Where the answer is sent.
    pub(super) action: String,
    /// Where everything stays as it is.
    pub(super) cancel: String,
    /// What the button says.
    pub(super) submit: String,
    /// Why the answer was not taken.
    pub(super) error: String,
}

impl Removal {
    /// Asks.
    pub(super) fn ask(&self, here: &Here, plan: &Plan) -> Result<Response> {
        let place = place(here, Some(plan));
        if self.error.is_empty() { here.page(TEMPLATE, &place, self) } else { here.again(TEMPLATE, &place, self) }
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let removal = Removal {
        title: "Ta bort mål 3?".to_owned(),
        what: "Trygga platser hemma och ute".to_owned(),
        consequences: vec!["Två mått och deras indikatorer försvinner.".to_owned()],
        fates: vec![
            Choice::new("move:", "Flytta åtgärderna till Utan mål"),
            Choice::new("remove", "Ta bort dem också"),
        ],
        action: "/plans/exempel/goals/mal-3/removals".to_owned(),
        cancel: "/plans/exempel/goals/mal-3/edit".to_owned(),
        submit: "Ta bort målet".to_owned(),
        error: String::new(),
    };
    vec![Sample::new(TEMPLATE, &removal)]
}
