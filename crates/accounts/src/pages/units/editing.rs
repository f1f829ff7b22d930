//! Adding a unit and changing it: name, place in the tree, codes. Two who edit at once see both versions.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use base::{FieldError, FormErrors, Id, Problem};
use db::DbError;
use identity::{Answers, Unit, UnitKind, Verb};
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use super::form::{Choice, UnitForm, errors, kind_options};
use crate::unit_list;

const NEW: &str = "pages/accounts/units/new.html";
const EDIT: &str = "pages/accounts/units/edit.html";
const CONFLICT: &str = "pages/accounts/units/conflict.html";

#[derive(Serialize)]
struct FormPage {
    /// The unit's id; none for a new one.
    id: Option<String>,
    name: String,
    /// Whether it stands at the top, where nothing moves it from.
    root: bool,
    form: UnitForm,
    kinds: Vec<Choice>,
    parents: Vec<Choice>,
    answers: Vec<Choice>,
}

#[derive(Serialize)]
struct ConflictPage {
    id: String,
    name: String,
    form: UnitForm,
    by: String,
    at: Option<String>,
    /// Fields that both hold alike, or that only one could have changed.
    same: Vec<Kept>,
    differing: Vec<Differing>,
}

#[derive(Serialize)]
struct Kept {
    name: &'static str,
    value: String,
}

/// A field that the two versions hold differently.
#[derive(Serialize)]
struct Differing {
    name: &'static str,
    label: String,
    value: String,
    mine: String,
    theirs: String,
}

/// The form of a new unit.
pub(in crate::pages) async fn new(here: Here, fields: Fields) -> Result<Response> {
    let form = UnitForm { parent: fields.get("parent").to_owned(), ..UnitForm::default() };
    here.page(NEW, &[super::super::organisation_place(&here)], &form_page(&here, None, form).await?)
}

/// Adds a unit.
pub(in crate::pages) async fn create(here: Here, fields: Fields) -> Result<Response> {
    let form = UnitForm::read(&fields);
    let new = form.new_unit(None);
    let mut wrong = errors(&new);
    check_parent(&here, None, new.parent.as_ref(), &mut wrong).await?;
    let added = match wrong.check() {
        Ok(()) => new.add(here.db(), here.viewer().actor()?).await,
        Err(wrong) => Err(Problem::Invalid(wrong).into()),
    };
    match refusal(added)? {
        Ok(id) => Ok(here.go_saying(&super::super::unit_href(&id), "said-unit-added", Some(new.name.trim()))),
        Err(wrong) => {
            let form = UnitForm { errors: here.errors(&wrong), ..form };
            here.again(NEW, &[super::super::organisation_place(&here)], &form_page(&here, None, form).await?)
        }
    }
}

/// The form of a unit.
pub(in crate::pages) async fn edit(here: Here, Path(id): Path<String>) -> Result<Response> {
    let unit = super::find_to_change(&here, &id).await?;
    let page = form_page(&here, Some(&unit), UnitForm::of(&unit)).await?;
    here.page(EDIT, &super::super::way_to(&here, &unit).await?, &page)
}

/// Saves a unit.
pub(in crate::pages) async fn update(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let unit = super::find_to_change(&here, &id).await?;
    let (form, saved) = (chosen(&fields, &unit), UnitForm::of(&unit));
    let new = form.new_unit(Some(&unit));
    let mut wrong = errors(&new);
    check_parent(&here, Some(&unit), new.parent.as_ref(), &mut wrong).await?;
    let revision = fields.number("revision").unwrap_or_default();
    let result = match wrong.check() {
        Ok(()) => unit.save(here.db(), here.viewer().actor()?, revision, &new).await,
        Err(wrong) => Err(Problem::Invalid(wrong).into()),
    };
    if matches!(result, Err(DbError::Problem(Problem::Conflict))) {
        return conflict(&here, &unit, form, &saved).await;
    }
    match refusal(result)? {
        Ok(()) => Ok(here.go_saying(&super::super::unit_href(&unit.id), "said-unit-changed", Some(new.name.trim()))),
        Err(wrong) => {
            let form = UnitForm { errors: here.errors(&wrong), ..form };
            let page = form_page(&here, Some(&unit), form).await?;
            here.again(EDIT, &super::super::way_to(&here, &unit).await?, &page)
        }
    }
}

/// What was sent, with the saved text where the reader of a conflict chose it.
fn chosen(fields: &Fields, unit: &Unit) -> UnitForm {
    let mut form = UnitForm::read(fields);
    let saved = UnitForm::of(unit);
    for (name, _) in saved.fields() {
        if fields.get(&format!("keep-{name}")) == "theirs" {
            form.take(name, &saved);
        }
    }
    form
}

/// What the form can say about a refusal; anything else stays a failure.
fn refusal<T>(result: db::Result<T>) -> Result<std::result::Result<T, FormErrors>> {
    let one = |field, error| {
        let mut errors = FormErrors::default();
        errors.add(field, error);
        Ok(Err(errors))
    };
    match result {
        Ok(done) => Ok(Ok(done)),
        Err(DbError::Problem(Problem::Invalid(errors))) => Ok(Err(errors)),
        Err(DbError::Problem(Problem::Refused("unit-below-itself"))) => one("parent", FieldError::Circular),
        Err(DbError::Taken(_)) => one("school_unit_code", FieldError::Taken),
        Err(error) => Err(error.into()),
    }
}

/// A unit may be put where the viewer administers; one that stays where it is needs no more leave. Only a root has no parent.
async fn check_parent(here: &Here, unit: Option<&Unit>, parent: Option<&Id>, wrong: &mut FormErrors) -> Result<()> {
    if unit.is_some_and(|unit| unit.parent.as_ref() == parent) {
        return Ok(());
    }
    let Some(id) = parent else {
        wrong.add("parent", FieldError::Missing);
        return Ok(());
    };
    match Unit::find(here.db(), id).await? {
        Some(parent) if parent.valid_to.is_none() => Ok(here.viewer().check(Verb::Administer, &parent.path)?),
        _ => {
            wrong.add("parent", FieldError::Unknown);
            Ok(())
        }
    }
}

async fn form_page(here: &Here, unit: Option<&Unit>, form: UnitForm) -> Result<FormPage> {
    Ok(FormPage {
        id: unit.map(|unit| unit.id.to_string()),
        name: unit.map(|unit| unit.name.clone()).unwrap_or_default(),
        root: unit.is_some_and(|unit| unit.parent.is_none()),
        parents: parents(here, &form.parent).await?,
        form,
        kinds: kind_options(here, &UnitKind::ALL),
        answers: [Answers::Each, Answers::One].map(|answers| answers_choice(here, answers)).to_vec(),
    })
}

fn answers_choice(here: &Here, answers: Answers) -> Choice {
    let text = here.text(&format!("accounts-unit-answers-{}", answers.as_str()));
    Choice { value: answers.as_str().to_owned(), text }
}

/// Units that another may be put below: within the viewer's reach, and the present one.
async fn parents(here: &Here, present: &str) -> Result<Vec<Choice>> {
    let parents = unit_list::parents(here.db(), here.viewer(), present).await?;
    Ok(parents.into_iter().map(|parent| Choice { value: parent.value, text: parent.text }).collect())
}

async fn conflict(here: &Here, unit: &Unit, mine: UnitForm, theirs: &UnitForm) -> Result<Response> {
    let last = unit_list::last_change(here.db(), &unit.id).await?;
    let (mut same, mut differing) = (Vec::new(), Vec::new());
    for ((name, mine), (_, theirs)) in mine.fields().into_iter().zip(theirs.fields()) {
        if mine == theirs {
            same.push(Kept { name, value: mine.to_owned() });
            continue;
        }
        differing.push(Differing {
            name,
            label: here.text(&format!("accounts-unit-{}", name.replace('_', "-"))),
            value: mine.to_owned(),
            mine: shown(here, name, mine).await?,
            theirs: shown(here, name, theirs).await?,
        });
    }
    let page = ConflictPage {
        id: unit.id.to_string(),
        name: unit.name.clone(),
        form: UnitForm { revision: theirs.revision.clone(), ..mine },
        by: last.as_ref().and_then(|last| last.name.clone()).unwrap_or_else(|| here.text("accounts-somebody")),
        at: last.map(|last| here.time(db::instant(last.at))),
        same,
        differing,
    };
    here.page_with(StatusCode::CONFLICT, CONFLICT, &super::super::way_to(here, unit).await?, &page)
}

/// A field's value as it is read: the name of what a choice stands for.
async fn shown(here: &Here, field: &str, value: &str) -> Result<String> {
    Ok(match (field, value) {
        (_, "") => here.text("ui-not-given"),
        ("kind", kind) if UnitKind::parse(kind).is_some() => super::super::kind_text(here, kind),
        ("answers", answers) => {
            Answers::parse(answers).map(|answers| answers_choice(here, answers).text).unwrap_or_default()
        }
        ("parent", id) => match Id::parse(id) {
            Some(id) => Unit::find(here.db(), &id).await?.map(|unit| unit.name).unwrap_or_default(),
            None => String::new(),
        },
        (_, text) => text.to_owned(),
    })
}

pub(super) fn samples() -> Vec<Sample> {
    let choice = |value: &str, text: &str| Choice { value: value.to_owned(), text: text.to_owned() };
    let page = |id: Option<&str>, form: UnitForm| FormPage {
        id: id.map(str::to_owned),
        name: form.name.clone(),
        root: false,
        form,
        kinds: vec![choice("board", "Nämnd"), choice("group", "Grupp")],
        parents: vec![choice("bjorkhamra", "Björkhamra kommun")],
        answers: vec![choice("each", "Varje medlem svarar"), choice("one", "En svarar för alla")],
    };
    let filled =
        || UnitForm { name: "Utbildningsnämnden".to_owned(), kind: "board".to_owned(), ..UnitForm::default() };
    let differing = Differing {
        name: "name",
        label: "Namn".to_owned(),
        value: "Barnnämnden".to_owned(),
        mine: "Barnnämnden".to_owned(),
        theirs: "Utbildningsnämnden".to_owned(),
    };
    let conflict = ConflictPage {
        id: "utbildningsnamnden".to_owned(),
        name: "Utbildningsnämnden".to_owned(),
        form: filled(),
        by: "Alva Ankarhjul".to_owned(),
        at: Some("3 mars 2025 kl. 14:05".to_owned()),
        same: vec![Kept { name: "kind", value: "board".to_owned() }],
        differing: vec![differing],
    };
    vec![
        Sample::new(NEW, &page(None, UnitForm::default())),
        Sample::new(EDIT, &page(Some("utbildningsnamnden"), filled())),
        Sample::new(CONFLICT, &conflict),
    ]
}
