//! The parts of a form: their headings.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{FormErrors, Problem};
use forms::Part;
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::labels::{both, own as own_words};
use super::{Head, WRITE, draft, head, href, own, place, sample};
use crate::form::{FormVersion, OwnForm};

const TEMPLATE: &str = "pages/rounds/forms/part.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/forms/{id}/parts/new", WRITE, new),
        Route::post("/forms/{id}/parts", WRITE, create),
        Route::get("/forms/{id}/parts/{number}", WRITE, edit),
        Route::post("/forms/{id}/parts/{number}", WRITE, update),
        Route::post("/forms/{id}/parts/{number}/removals", WRITE, remove),
    ]
}

/// The page.
#[derive(Debug, Serialize)]
struct Edit {
    head: Head,
    /// The part's address; empty for a new one.
    href: String,
    form: Form,
    /// Whether it has no questions and may be taken away.
    empty: bool,
    conflict: bool,
}

/// What was typed.
#[derive(Debug, Default, Serialize)]
struct Form {
    title: String,
    title_en: String,
    errors: BTreeMap<&'static str, String>,
}

fn read(fields: &Fields) -> std::result::Result<(String, String), FormErrors> {
    let mut errors = FormErrors::default();
    let title = errors.required("title", fields.get("title"), 200);
    let title_en = errors.optional("title_en", fields.get("title_en"), 200);
    errors.check().map(|()| (title, title_en))
}

fn revision(fields: &Fields) -> Result<Option<i64>> {
    Ok(Some(fields.number("revision").ok_or(Problem::Malformed)?))
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (form, version) = draft(&here, &id).await?;
    page(&here, &form, &version, None, Form::default(), false)
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    let saved = OwnForm::edit(here.db(), here.viewer(), &form.id, None, "form.part_added", |definition| {
        let (title, title_en) = read(&fields)?;
        definition.parts.push(Part { title: own_words(title, title_en), when: None, fields: Vec::new() });
        Ok(())
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&href(&form), "said-part-added", None)) };
    again(&here, &id, None, &fields, error.into()).await
}

async fn edit(here: Here, Path((id, number)): Path<(String, usize)>) -> Result<Response> {
    let (form, version) = draft(&here, &id).await?;
    let (title, title_en) = both(&part(&version, number)?.title);
    page(&here, &form, &version, Some(number), Form { title, title_en, errors: BTreeMap::new() }, false)
}

async fn update(here: Here, Path((id, number)): Path<(String, usize)>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    // Parts have no names but their place: whoever else has changed the form may have moved it.
    let revision = revision(&fields)?;
    let saved = OwnForm::edit(here.db(), here.viewer(), &form.id, revision, "form.part_changed", |definition| {
        let (title, title_en) = read(&fields)?;
        let part = number.checked_sub(1).and_then(|place| definition.parts.get_mut(place)).ok_or(Problem::NotFound)?;
        part.title = own_words(title, title_en);
        Ok(())
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&href(&form), "said-part-saved", None)) };
    again(&here, &id, Some(number), &fields, error.into()).await
}

async fn remove(here: Here, Path((id, number)): Path<(String, usize)>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    let revision = revision(&fields)?;
    OwnForm::edit(here.db(), here.viewer(), &form.id, revision, "form.part_removed", |definition| {
        let place = number.checked_sub(1).filter(|place| *place < definition.parts.len()).ok_or(Problem::NotFound)?;
        if !definition.parts[place].fields.is_empty() || definition.parts.len() == 1 {
            return Err(Problem::Refused("part-in-use"));
        }
        definition.parts.remove(place);
        Ok(())
    })
    .await?;
    Ok(here.go_saying(&href(&form), "said-part-removed", None))
}

/// The form once more, with what is wrong.
async fn again(here: &Here, id: &str, number: Option<usize>, fields: &Fields, error: Error) -> Result<Response> {
    let (errors, conflict) = match error {
        Error::Problem(Problem::Invalid(errors)) => (here.errors(&errors), false),
        Error::Problem(Problem::Conflict) => (BTreeMap::new(), true),
        error => return Err(error),
    };
    let (form, version) = draft(here, id).await?;
    let text = |name: &str| fields.get(name).to_owned();
    let filled = Form { title: text("title"), title_en: text("title_en"), errors };
    page(here, &form, &version, number, filled, conflict)
}

fn part(version: &FormVersion, number: usize) -> Result<&Part> {
    Ok(number.checked_sub(1).and_then(|place| version.definition.parts.get(place)).ok_or(Problem::NotFound)?)
}

fn page(
    here: &Here,
    form: &OwnForm,
    version: &FormVersion,
    number: Option<usize>,
    filled: Form,
    conflict: bool,
) -> Result<Response> {
    let refused = conflict || !filled.errors.is_empty();
    let part = number.map(|number| part(version, number)).transpose()?;
    let context = Edit {
        head: head(here, form, version),
        href: number.map(|number| format!("{}/parts/{number}", href(form))).unwrap_or_default(),
        form: filled,
        empty: part.is_some_and(|part| part.fields.is_empty()) && version.definition.parts.len() > 1,
        conflict,
    };
    let place = place(here, Some(form));
    if refused { here.again(TEMPLATE, &place, &context) } else { here.page(TEMPLATE, &place, &context) }
}

pub(super) fn samples() -> Vec<Sample> {
    let edit = |href: &str, conflict| Edit {
        head: sample(),
        href: href.to_owned(),
        form: Form { title: "Ärenden".to_owned(), ..Form::default() },
        empty: !href.is_empty(),
        conflict,
    };
    vec![Sample::new(TEMPLATE, &edit("", false)), Sample::new(TEMPLATE, &edit("/forms/exempel/parts/2", true))]
}
