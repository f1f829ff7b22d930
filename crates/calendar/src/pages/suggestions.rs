//! A set of occasions to begin with, offered to be taken over.

use std::collections::BTreeMap;

use axum::response::Response;
use base::Problem;
use db::DbError;
use serde::Serialize;
use web::{Fields, Here, Place, Result, Route, Sample};

use super::{Choice, WRITE, owners, place, span};
use crate::suggestion::{Suggestion, take_over};

const TEMPLATE: &str = "pages/calendar/suggestions/new.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/calendar/suggestions/new", WRITE, new), Route::post("/calendar/suggestions", WRITE, create)]
}

#[derive(Debug, Serialize)]
struct New {
    owner: String,
    owners: Vec<Choice>,
    suggestions: Vec<Choice>,
    chosen: Vec<String>,
    errors: BTreeMap<&'static str, String>,
}

async fn new(here: Here) -> Result<Response> {
    let chosen = Suggestion::ALL.iter().map(|one| one.name.to_owned()).collect();
    page(&here, "", chosen, BTreeMap::new())
}

async fn create(here: Here, fields: Fields) -> Result<Response> {
    let (owner, chosen) = (fields.get("owner"), fields.all("suggestions"));
    let year = here.db().clock().today().year();
    let text = |key: &str| here.text(key);
    match take_over(here.db(), here.viewer(), owner, chosen, year, &text).await {
        Err(DbError::Problem(Problem::Invalid(errors))) => page(&here, owner, chosen.to_vec(), here.errors(&errors)),
        taken => {
            let count = taken?.to_string();
            Ok(here.go_saying("/calendar/occasions", "said-occasions-taken-over", Some(&count)))
        }
    }
}

fn page(here: &Here, owner: &str, chosen: Vec<String>, errors: BTreeMap<&'static str, String>) -> Result<Response> {
    let places = [place(here), Place::new(here.text("calendar-occasions-title"), "/calendar/occasions")];
    let refused = !errors.is_empty();
    let owners = owners(here);
    let usual = owners.first().map(|owner| owner.value.clone()).unwrap_or_default();
    let context = New {
        owner: if owner.is_empty() { usual } else { owner.to_owned() },
        owners,
        suggestions: Suggestion::ALL.iter().map(|one| choice(here, one)).collect(),
        chosen,
        errors,
    };
    if refused { here.again(TEMPLATE, &places, &context) } else { here.page(TEMPLATE, &places, &context) }
}

/// A suggestion with when it comes, how often, and what is to be done then.
fn choice(here: &Here, suggestion: &Suggestion) -> Choice {
    let year = here.db().clock().today().year();
    let [from, to] = suggestion.days(year);
    let every = here.count_text("calendar-every", usize::try_from(suggestion.every()).unwrap_or(1));
    let what = here.text(&format!("calendar-suggestion-{}-what", suggestion.name));
    let words = [("when", span(here, from, to, year)), ("every", every), ("what", what)];
    let words: Vec<(&str, &str)> = words.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Choice {
        value: suggestion.name.to_owned(),
        text: here.text(&format!("calendar-suggestion-{}", suggestion.name)),
        help: here.text_with("calendar-suggestion-help", &words),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let new = |errors| New {
        owner: "lindhamn".to_owned(),
        owners: vec![Choice::new("lindhamn", "Lindhamns kommun")],
        suggestions: vec![Choice::new("first-tertial", "Delår 1 (T1)")],
        chosen: vec!["first-tertial".to_owned()],
        errors,
    };
    let wrong = BTreeMap::from([("suggestions", "…".to_owned())]);
    vec![Sample::new(TEMPLATE, &new(BTreeMap::new())), Sample::new(TEMPLATE, &new(wrong))]
}
