//! The form of an occasion.

use std::collections::BTreeMap;

use axum::response::Response;
use identity::{Function, UnitKind};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Sample};

use super::{Edit, key, list_place};
use crate::Occasion;
use crate::occasion::NewOccasion;
use crate::pages::{Choice, owners, place};

/// Kinds of unit that an occasion can concern.
const UNIT_KINDS: [UnitKind; 10] = [
    UnitKind::Municipality,
    UnitKind::Region,
    UnitKind::Board,
    UnitKind::Administration,
    UnitKind::District,
    UnitKind::SchoolUnit,
    UnitKind::LeisureCentre,
    UnitKind::Company,
    UnitKind::Authority,
    UnitKind::Association,
];

/// What is filled in, with what is wrong.
#[derive(Debug, Default, Serialize)]
pub(super) struct Form {
    #[serde(flatten)]
    pub(super) new: NewOccasion,
    pub(super) revision: i64,
    pub(super) errors: BTreeMap<&'static str, String>,
    /// Somebody else saved it meanwhile.
    pub(super) conflict: bool,
}

impl Form {
    pub(super) fn of(new: NewOccasion, revision: i64) -> Self {
        Self { new, revision, ..Self::default() }
    }
}

/// What the form sent.
pub(super) fn sent(fields: &Fields) -> NewOccasion {
    let text = |name: &str| fields.get(name).to_owned();
    NewOccasion {
        owner: text("owner"),
        name: text("name"),
        what: text("what"),
        unit_kind: text("unit_kind"),
        function: text("function"),
        from: text("from"),
        to: text("to"),
        every: text("every"),
        days_ahead: text("days_ahead"),
        minutes: text("minutes"),
    }
}

pub(super) async fn page(here: &Here, occasion: Option<&Occasion>, form: Form) -> Result<Response> {
    let mut places = vec![place(here), list_place(here)];
    let href = occasion.map(|occasion| format!("/calendar/occasions/{}", occasion.id)).unwrap_or_default();
    places.extend(occasion.map(|occasion| Place::new(occasion.name.clone(), href.clone())));
    let mut functions: Vec<Choice> =
        Function::list(here.db()).await?.into_iter().map(|one| Choice::new(one.name.clone(), one.name)).collect();
    functions.dedup();
    let refused = !form.errors.is_empty() || form.conflict;
    let context = Edit {
        href,
        form,
        owners: owners(here),
        unit_kinds: UNIT_KINDS
            .map(|kind| Choice::new(kind.as_str(), here.text(&key("unit-kind", kind.as_str()))))
            .to_vec(),
        functions,
        recurrences: (1..=4).map(|years| recurrence(here, years)).collect(),
    };
    if refused { here.again(super::EDIT, &places, &context) } else { here.page(super::EDIT, &places, &context) }
}

fn recurrence(here: &Here, years: usize) -> Choice {
    Choice::new(years.to_string(), here.count_text("calendar-every", years))
}

pub(super) fn samples() -> Vec<Sample> {
    let edit = |href: &str, form: Form| Edit {
        href: href.to_owned(),
        form,
        owners: vec![Choice::new("lindhamn", "Lindhamns kommun")],
        unit_kinds: vec![Choice::new("board", "Nämnd")],
        functions: vec![Choice::new("Rektor", "Rektor")],
        recurrences: vec![Choice::new("1", "Varje år")],
    };
    let wrong = Form { errors: BTreeMap::from([("name", "…".to_owned())]), conflict: true, ..Form::default() };
    vec![
        Sample::new(super::EDIT, &edit("", Form::default())),
        Sample::new(super::EDIT, &edit("/calendar/occasions/o", wrong)),
    ]
}
