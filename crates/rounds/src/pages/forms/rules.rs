//! Rules between the numbers of a form: one sum is no more than another, or the same.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Problem};
use forms::{Check, Field, Kind, Rule};
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::labels::{both, own as own_words};
use super::show::sides;
use super::{Head, WRITE, choice, draft, head, href, own, place, sample};
use crate::form::{FormVersion, OwnForm};
use crate::pages::question::{Choice, words};

const TEMPLATE: &str = "pages/rounds/forms/rule.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/forms/{id}/rules/new", WRITE, new),
        Route::post("/forms/{id}/rules", WRITE, create),
        Route::get("/forms/{id}/rules/{number}", WRITE, edit),
        Route::post("/forms/{id}/rules/{number}", WRITE, update),
        Route::post("/forms/{id}/rules/{number}/removals", WRITE, remove),
    ]
}

/// The page.
#[derive(Debug, Serialize)]
struct Edit {
    head: Head,
    /// The rule's address; empty for a new one.
    href: String,
    form: Form,
    /// The numbers that a rule can count with.
    numbers: Vec<Choice>,
    conflict: bool,
}

/// What was typed.
#[derive(Debug, Default, Serialize)]
struct Form {
    check: String,
    one: Vec<String>,
    other: Vec<String>,
    words: String,
    words_en: String,
    errors: BTreeMap<&'static str, String>,
}

impl Form {
    fn of(rule: &Rule) -> Self {
        let (one, other) = sides(&rule.check);
        let (words, words_en) = both(&rule.words);
        let check = if matches!(rule.check, Check::Equal { .. }) { "equal" } else { "at_most" };
        Self { check: check.to_owned(), one: one.into(), other: other.into(), words, words_en, errors: BTreeMap::new() }
    }

    fn sent(fields: &Fields, errors: BTreeMap<&'static str, String>) -> Self {
        Self {
            check: fields.get("check").to_owned(),
            one: fields.all("one").to_vec(),
            other: fields.all("other").to_vec(),
            words: fields.get("words").to_owned(),
            words_en: fields.get("words_en").to_owned(),
            errors,
        }
    }
}

/// The rule that the form sent. It is shown at the first number of its first side.
fn read(fields: &Fields, form: &forms::Form) -> std::result::Result<Rule, FormErrors> {
    let mut errors = FormErrors::default();
    let known = form.numbers();
    let mut side = |name: &'static str| {
        let names = fields.all(name).to_vec();
        if names.is_empty() {
            errors.add(name, FieldError::Missing);
        } else if names.iter().any(|name| !known.contains(name)) {
            errors.add(name, FieldError::Unknown);
        }
        names
    };
    let (one, other) = (side("one"), side("other"));
    let sv = errors.required("words", fields.get("words"), 500);
    let en = errors.optional("words_en", fields.get("words_en"), 500);
    let field = one.first().and_then(|name| name.split('@').next()).unwrap_or_default().to_owned();
    let check = match fields.get("check") {
        "equal" => Check::Equal { one, other },
        "at_most" => Check::AtMost { lesser: one, greater: other },
        _ => {
            errors.add("check", FieldError::NotAChoice);
            return Err(errors);
        }
    };
    errors.check().map(|()| Rule { field, words: own_words(sv, en), check })
}

fn revision(fields: &Fields) -> Result<Option<i64>> {
    Ok(Some(fields.number("revision").ok_or(Problem::Malformed)?))
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (form, version) = draft(&here, &id).await?;
    page(&here, &form, &version, None, Form { check: "at_most".to_owned(), ..Form::default() }, false)
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    let saved = OwnForm::edit(here.db(), here.viewer(), &form.id, None, "form.rule_added", |definition| {
        let rule = read(&fields, definition)?;
        definition.rules.push(rule);
        Ok(())
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&href(&form), "said-rule-added", None)) };
    again(&here, &id, None, &fields, error.into()).await
}

async fn edit(here: Here, Path((id, number)): Path<(String, usize)>) -> Result<Response> {
    let (form, version) = draft(&here, &id).await?;
    let rule = number.checked_sub(1).and_then(|place| version.definition.rules.get(place)).ok_or(Problem::NotFound)?;
    page(&here, &form, &version, Some(number), Form::of(rule), false)
}

async fn update(here: Here, Path((id, number)): Path<(String, usize)>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    let revision = revision(&fields)?;
    let saved = OwnForm::edit(here.db(), here.viewer(), &form.id, revision, "form.rule_changed", |definition| {
        let rule = read(&fields, definition)?;
        let place = number.checked_sub(1).ok_or(Problem::NotFound)?;
        *definition.rules.get_mut(place).ok_or(Problem::NotFound)? = rule;
        Ok(())
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&href(&form), "said-rule-saved", None)) };
    again(&here, &id, Some(number), &fields, error.into()).await
}

async fn remove(here: Here, Path((id, number)): Path<(String, usize)>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    let revision = revision(&fields)?;
    OwnForm::edit(here.db(), here.viewer(), &form.id, revision, "form.rule_removed", |definition| {
        let place = number.checked_sub(1).filter(|place| *place < definition.rules.len()).ok_or(Problem::NotFound)?;
        definition.rules.remove(place);
        Ok(())
    })
    .await?;
    Ok(here.go_saying(&href(&form), "said-rule-removed", None))
}

/// The form once more, with what is wrong.
async fn again(here: &Here, id: &str, number: Option<usize>, fields: &Fields, error: Error) -> Result<Response> {
    let (errors, conflict) = match error {
        Error::Problem(Problem::Invalid(errors)) => (here.errors(&errors), false),
        Error::Problem(Problem::Conflict) => (BTreeMap::new(), true),
        error => return Err(error),
    };
    let (form, version) = draft(here, id).await?;
    page(here, &form, &version, number, Form::sent(fields, errors), conflict)
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
    let numbers = version.definition.fields().flat_map(|field| numbers(here, &version.definition, field)).collect();
    let context = Edit {
        head: head(here, form, version),
        href: number.map(|number| format!("{}/rules/{number}", href(form))).unwrap_or_default(),
        form: filled,
        numbers,
        conflict,
    };
    let place = place(here, Some(form));
    if refused { here.again(TEMPLATE, &place, &context) } else { here.page(TEMPLATE, &place, &context) }
}

/// The numbers of a question, in words.
fn numbers(here: &Here, form: &forms::Form, field: &Field) -> Vec<Choice> {
    let question = words(here, &field.label);
    let of = |name: String| {
        let mut places = name.split('@').skip(1);
        let text = match (places.next(), places.next()) {
            (Some(one), Some(other)) => {
                let cell = cell(here, field, one, other);
                here.text_with("field-error-of", &[("field", &question), ("error", &cell)])
            }
            _ => question.clone(),
        };
        choice(name, text)
    };
    form.numbers().into_iter().filter(|name| name.split('@').next() == Some(&field.key)).map(of).collect()
}

/// What a cell of a table, or a category, is called.
fn cell(here: &Here, field: &Field, one: &str, other: &str) -> String {
    let named = |labels: &[forms::Label], key: &str| {
        labels.iter().find(|label| label.key == key).map(|label| words(here, &label.words)).unwrap_or_default()
    };
    if let Kind::Table { rows, columns } = &field.kind {
        return here.text_with("forms-grid-cell", &[("row", &named(rows, one)), ("column", &named(columns, other))]);
    }
    let breakdown = field.breakdowns.iter().find(|breakdown| breakdown.key == one);
    breakdown.map(|breakdown| named(&breakdown.categories, other)).unwrap_or_default()
}

pub(super) fn samples() -> Vec<Sample> {
    let edit = |href: &str, conflict| Edit {
        head: sample(),
        href: href.to_owned(),
        form: Form { check: "at_most".to_owned(), one: vec!["minors".to_owned()], ..Form::default() },
        numbers: vec![choice("minors", "Hur många under 18?"), choice("cases", "Hur många?")],
        conflict,
    };
    vec![Sample::new(TEMPLATE, &edit("", false)), Sample::new(TEMPLATE, &edit("/forms/exempel/rules/1", true))]
}
