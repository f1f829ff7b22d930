//! Questions are added, changed and moved. Two people may write in one form at once: only when both changed the same question
//! the second is asked what counts.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use forms::{Field, Kind};
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::question::{KINDS, NAMES, NEEDS, Sent, Texts, new_texts, read, texts};
use super::{Head, WRITE, choice, draft, head, href, own, place, sample};
use crate::form::{FormVersion, OwnForm};
use crate::pages::question::{Choice, words};

const TEMPLATE: &str = "pages/rounds/forms/question.html";

/// Most questions of a form.
const MOST: usize = 200;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/forms/{id}/questions/new", WRITE, new),
        Route::post("/forms/{id}/questions", WRITE, create),
        Route::get("/forms/{id}/questions/{key}", WRITE, edit),
        Route::post("/forms/{id}/questions/{key}", WRITE, update),
        Route::post("/forms/{id}/questions/{key}/moves", WRITE, create_move),
    ]
}

/// The page.
#[derive(Debug, Serialize)]
struct Edit {
    head: Head,
    /// The question's address; empty for a new one.
    href: String,
    form: Form,
    parts: Vec<Choice>,
    kinds: Vec<Choice>,
    needs: Vec<Choice>,
    /// The answers that it may depend on.
    conditions: Vec<Choice>,
    /// What somebody else saved differently meanwhile.
    theirs: Vec<Fact>,
}

/// A field of the form with what it says.
#[derive(Debug, Serialize)]
struct Fact {
    term: String,
    text: String,
}

/// What the form shows.
#[derive(Debug, Default, Serialize)]
struct Form {
    #[serde(flatten)]
    texts: Texts,
    when: Vec<String>,
    /// The question as it was when the form was opened, as JSON.
    was: String,
    errors: BTreeMap<&'static str, String>,
}

impl Form {
    fn of(field: &Field, part: usize) -> Self {
        let when = field.when.as_ref();
        let when = when.map(|when| when.is.iter().map(|is| format!("{}={is}", when.field)).collect());
        Self { texts: texts(field, part), when: when.unwrap_or_default(), was: json(field), errors: BTreeMap::new() }
    }

    fn sent(fields: &Fields, errors: BTreeMap<&'static str, String>) -> Self {
        let text = |name: &'static str| (name, fields.get(name).replace("\r\n", "\n"));
        Self {
            texts: NAMES.map(text).into(),
            when: fields.all("when").to_vec(),
            was: fields.get("was").to_owned(),
            errors,
        }
    }
}

fn json(field: &Field) -> String {
    serde_json::to_string(field).unwrap_or_default()
}

/// The beginning of the series that a form's questions make.
fn series(form: &OwnForm) -> String {
    format!("form-{}", form.id)
}

async fn new(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (form, version) = draft(&here, &id).await?;
    let last = version.definition.parts.len().saturating_sub(1);
    let part = fields.number::<usize>("part").and_then(|part| part.checked_sub(1)).map_or(last, |part| part.min(last));
    let filled = Form { texts: new_texts(part), ..Form::default() };
    page(&here, &form, &version, None, filled, Vec::new())
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    let series = series(&form);
    let saved = OwnForm::edit(here.db(), here.viewer(), &form.id, None, "form.question_added", |definition| {
        if definition.fields().count() >= MOST {
            return Err(Problem::Refused("form-full"));
        }
        let Sent { part, field } = read(&fields, definition, None, &series)?;
        definition.parts[part].fields.push(field);
        Ok(())
    })
    .await;
    match saved.map_err(Error::from) {
        Ok(()) => Ok(here.go_saying(&href(&form), "said-question-added", None)),
        Err(Error::Problem(Problem::Invalid(errors))) => {
            let (form, version) = draft(&here, &id).await?;
            page(&here, &form, &version, None, Form::sent(&fields, here.errors(&errors)), Vec::new())
        }
        Err(error) => Err(error),
    }
}

async fn edit(here: Here, Path((id, key)): Path<(String, String)>) -> Result<Response> {
    let (form, version) = draft(&here, &id).await?;
    let (field, part) = find(&version, &key)?;
    page(&here, &form, &version, Some(field), Form::of(field, part), Vec::new())
}

async fn update(here: Here, Path((id, key)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    let series = series(&form);
    let saved = OwnForm::edit(here.db(), here.viewer(), &form.id, None, "form.question_changed", |definition| {
        let old = definition.field(&key).ok_or(Problem::NotFound)?;
        if fields.get("was") != json(old) {
            return Err(Problem::Conflict);
        }
        let Sent { part, field } = read(&fields, definition, Some(old), &series)?;
        definition.replace(&key, part, field).ok_or(Problem::NotFound)
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&href(&form), "said-question-saved", None)) };
    let errors = match Error::from(error) {
        Error::Problem(Problem::Invalid(errors)) => here.errors(&errors),
        Error::Problem(Problem::Conflict) => BTreeMap::new(),
        error => return Err(error),
    };
    let (form, version) = draft(&here, &id).await?;
    let (field, part) = find(&version, &key)?;
    let mut sent = Form::sent(&fields, errors);
    let theirs = if sent.was == json(field) { Vec::new() } else { differences(&here, &sent, &Form::of(field, part)) };
    // What somebody else saved is shown now: to save once more is to decide.
    sent.was = json(field);
    page(&here, &form, &version, Some(field), sent, theirs)
}

/// What somebody else saved differently.
fn differences(here: &Here, mine: &Form, saved: &Form) -> Vec<Fact> {
    let label = |name: &str| here.text(&format!("rounds-question-{}", name.replace('_', "-")));
    let differs =
        |(name, text): &(&&'static str, &String)| mine.texts.get(**name).map(|mine| mine.trim()) != Some(text.trim());
    let fact = |name: &str, text: String| Fact { term: label(name), text };
    let mut differences: Vec<Fact> =
        saved.texts.iter().filter(differs).map(|(name, text)| fact(name, text.clone())).collect();
    if mine.when != saved.when {
        differences.push(fact("when", saved.when.join(", ")));
    }
    differences
}

async fn create_move(here: Here, Path((id, key)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let form = own(&here, &id).await?;
    let up = match fields.get("to") {
        "up" => true,
        "down" => false,
        _ => return Err(Problem::Malformed.into()),
    };
    OwnForm::edit(here.db(), here.viewer(), &form.id, None, "form.question_moved", |definition| {
        definition.shift(&key, up).ok_or(Problem::NotFound)
    })
    .await?;
    Ok(here.go_saying(&href(&form), "said-question-moved", None))
}

fn find<'a>(version: &'a FormVersion, key: &str) -> Result<(&'a Field, usize)> {
    let field = version.definition.field(key).ok_or(Problem::NotFound)?;
    let (part, _) = version.definition.position(key).ok_or(Problem::NotFound)?;
    Ok((field, part))
}

fn page(
    here: &Here,
    form: &OwnForm,
    version: &FormVersion,
    field: Option<&Field>,
    filled: Form,
    theirs: Vec<Fact>,
) -> Result<Response> {
    let refused = !filled.errors.is_empty() || !theirs.is_empty();
    let named = |group: &str, name: &str| choice(name, here.text(&format!("{group}-{}", name.replace('_', "-"))));
    let part = |(number, part): (usize, &forms::Part)| {
        let title = words(here, &part.title);
        let unnamed = || here.text_with("rounds-part-unnamed", &[("number", &(number + 1).to_string())]);
        choice(number.to_string(), if title.is_empty() { unnamed() } else { title })
    };
    let context = Edit {
        head: head(here, form, version),
        href: field.map(|field| format!("{}/questions/{}", href(form), field.key)).unwrap_or_default(),
        parts: version.definition.parts.iter().enumerate().map(part).collect(),
        kinds: KINDS.map(|kind| named("rounds-question-kind", kind)).into(),
        needs: NEEDS.map(|(need, _)| named("rounds-question-need", need)).into(),
        conditions: conditions(here, version, field),
        form: filled,
        theirs,
    };
    let place = place(here, Some(form));
    if refused { here.again(TEMPLATE, &place, &context) } else { here.page(TEMPLATE, &place, &context) }
}

/// The answers to the questions before this one, or to all where it is new. An answer that it depends on already is among them
/// wherever it stands, so that saving something else does not lose it.
fn conditions(here: &Here, version: &FormVersion, field: Option<&Field>) -> Vec<Choice> {
    let when = field.and_then(|field| field.when.as_ref());
    let mut before = true;
    let mut choices = Vec::new();
    for other in version.definition.fields() {
        before = before && field.is_none_or(|field| field.key != other.key);
        if !before && when.is_none_or(|when| when.field != other.key) {
            continue;
        }
        let question = words(here, &other.label);
        for (key, answer) in answers(here, other) {
            let text = here.text_with("rounds-question-answered", &[("question", &question), ("answer", &answer)]);
            choices.push(choice(format!("{}={key}", other.key), text));
        }
    }
    let known = |value: &String| choices.iter().any(|choice| choice.value == *value);
    let chosen = when.into_iter().flat_map(|when| when.is.iter().map(|is| format!("{}={is}", when.field)));
    let gone: Vec<String> = chosen.filter(|value| !known(value)).collect();
    choices.extend(gone.into_iter().map(|value| choice(value, here.text("rounds-question-answer-gone"))));
    choices
}

/// What can be answered to a question that others may depend on.
fn answers(here: &Here, field: &Field) -> Vec<(String, String)> {
    match &field.kind {
        Kind::State => ["yes", "no"].map(|is| (is.to_owned(), here.text(&format!("forms-{is}")))).into(),
        Kind::Choice { options, .. } => {
            options.iter().map(|option| (option.key.clone(), words(here, &option.words))).collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let edit = |href: &str, theirs: Vec<Fact>| Edit {
        head: sample(),
        href: href.to_owned(),
        form: Form { texts: new_texts(0), ..Form::default() },
        parts: vec![choice("0", "Ärenden"), choice("1", "Utbildning")],
        kinds: KINDS.map(|kind| choice(kind, kind)).into(),
        needs: NEEDS.map(|(need, _)| choice(need, need)).into(),
        conditions: vec![choice("routine=yes", "Finns en rutin? – Ja")],
        theirs,
    };
    let theirs = vec![Fact { term: "Fråga".to_owned(), text: "Hur många ärenden?".to_owned() }];
    let mut wrong = edit("/forms/exempel/questions/cases", theirs);
    wrong.form.errors.insert("label", "Fyll i.".to_owned());
    vec![Sample::new(TEMPLATE, &edit("", Vec::new())), Sample::new(TEMPLATE, &wrong)]
}
