//! The owner's own assessment from the round as it is offered to whoever writes the overall one. Nothing of it is saved before they do.

use serde::Serialize;

use super::Choice;
use crate::own_assessment::OwnAssessment;
use crate::pages::form::Form;
use crate::pages::view::{Prose, prose};

/// What the owner answered, beside the form.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Own {
    pub(super) body: String,
    pub(super) round: String,
    /// The words of the step.
    pub(super) step: String,
    /// Whether the report waits to be approved.
    pub(super) waits: bool,
    /// Whether the step is chosen in the form because the owner chose it.
    pub(super) is_chosen: bool,
    pub(super) reason: Vec<Prose>,
    /// Whether the reason can be added to the text.
    pub(super) can_take: bool,
    /// Whether it has just been added.
    pub(super) is_taken: bool,
}

/// What is done with the owner's answer when a page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Offer {
    /// Nobody has saved the section: the step is chosen.
    Choose,
    /// What was saved or sent stands.
    Show,
    /// The reason is added to the text that was sent.
    Take,
}

impl Own {
    /// The owner's answer, and the form with what is taken from it. None where its step is none of the report's scale.
    pub(super) fn offered(own: OwnAssessment, offer: Offer, scale: &[Choice], form: &mut Form) -> Option<Self> {
        let step = scale.iter().find(|step| step.value == own.step)?.text.clone();
        match offer {
            Offer::Choose => drop(form.texts.insert("choice", own.step.clone())),
            Offer::Take => {
                let text = own.added_to(form.texts.get("text").map_or("", String::as_str));
                form.texts.insert("text", text);
            }
            Offer::Show => {}
        }
        let stands = form.texts.get("text").is_some_and(|text| text.contains(&own.reason));
        Some(Self {
            can_take: !stands && form.conflicts.is_empty(),
            waits: !own.is_approved,
            is_chosen: offer == Offer::Choose,
            is_taken: offer == Offer::Take && !own.reason.is_empty(),
            reason: prose(&own.reason),
            body: own.body,
            round: own.round,
            step,
        })
    }
}

/// An answer as a page shows it.
pub(super) fn sample(is_chosen: bool) -> Own {
    Own {
        body: "Lindhamns kommun".to_owned(),
        round: "Uppföljning 2024".to_owned(),
        step: "Nått".to_owned(),
        waits: !is_chosen,
        is_chosen,
        reason: prose("Alla har gått utbildningen."),
        can_take: is_chosen,
        is_taken: !is_chosen,
    }
}
