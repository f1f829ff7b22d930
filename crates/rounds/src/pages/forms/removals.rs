//! The question before something is taken out of a form: what it is, and what goes with it.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::{Head, WRITE, draft, head, href, own, place, sample};
use crate::form::OwnForm;
use crate::pages::question::words;

const TEMPLATE: &str = "pages/rounds/forms/removal.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/forms/{id}/questions/{key}/removals/new", WRITE, new),
        Route::post("/forms/{id}/questions/{key}/removals", WRITE, create),
    ]
}

/// The page.
#[derive(Debug, Serialize)]
struct Removal {
    head: Head,
    what: String,
    consequences: Vec<String>,
    action: String,
    cancel: String,
}

async fn new(here: Here, Path((id, key)): Path<(String, String)>) -> Result<Response> {
    let (form, mut version) = draft(&here, &id).await?;
    let head = head(&here, &form, &version);
    let removed = version.definition.remove(&key).ok_or(Problem::NotFound)?;
    let freed = |label| here.text_with("rounds-question-removal-freed", &[("question", &words(&here, label))]);
    let rule =
        |rule: &forms::Rule| here.text_with("rounds-question-removal-rule", &[("rule", &words(&here, &rule.words))]);
    let cancel = format!("{}/questions/{key}", href(&form));
    let context = Removal {
        head,
        what: words(&here, &removed.field.label),
        consequences: removed.freed.iter().map(freed).chain(removed.rules.iter().map(rule)).collect(),
        action: format!("{cancel}/removals"),
        cancel,
    };
    let place = place(&here, Some(&form));
    here.page(TEMPLATE, &place, &context)
}

async fn create(here: Here, Path((id, key)): Path<(String, String)>) -> Result<Response> {
    let form = own(&here, &id).await?;
    let removed = OwnForm::edit(here.db(), here.viewer(), &form.id, None, "form.question_removed", |definition| {
        definition.remove(&key).ok_or(Problem::NotFound)
    })
    .await?;
    let what = words(&here, &removed.field.label);
    Ok(here.go_saying(&href(&form), "said-question-removed", Some(&what)))
}

pub(super) fn samples() -> Vec<Sample> {
    let removal = |consequences| Removal {
        head: sample(),
        what: "Finns en rutin?".to_owned(),
        consequences,
        action: "/forms/exempel/questions/routine/removals".to_owned(),
        cancel: "/forms/exempel/questions/routine".to_owned(),
    };
    let consequences = vec!["Frågan ”När sågs den över?” ställs alltid.".to_owned()];
    vec![Sample::new(TEMPLATE, &removal(consequences)), Sample::new(TEMPLATE, &removal(Vec::new()))]
}
