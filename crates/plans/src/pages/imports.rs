//! Reading the plan a municipality has: paste or upload, look at what was understood, correct it there, save.

mod corrections;
mod review;

use axum::response::Response;
use base::{FieldError, FormErrors, Id, Problem};
use identity::Verb;
use serde::Serialize;
use sheets::read::ReadError;
use web::{Here, Permission, Result, Route, Sample, Upload, Uploads};

use super::choices::Choice;
use super::plans::owners;
use super::{WRITE, place};
use crate::draft::Draft;
use crate::import::{self, Excess, ImportError, Reading};
use crate::plan::Plan;

/// Most bytes of an upload: 20 MiB of file, or text that is refused for its length, and the form around it.
const UPLOAD_LIMIT: usize = 32 * 1024 * 1024;

/// Most bytes of pasted text: fifty plans of a county, and still read in a second or two.
const MOST_TEXT: usize = 2_000_000;

/// What pasted text is read as.
const PASTED: &str = "text.txt";

pub(super) fn routes() -> Vec<Route> {
    let own: Permission = WRITE;
    let mut routes = vec![
        Route::get("/plans/imports/new", own, new),
        Route::post("/plans/imports", own, create).taking(UPLOAD_LIMIT),
    ];
    routes.extend(review::routes());
    routes.extend(corrections::routes());
    routes
}

/// The form's context.
#[derive(Debug, Serialize)]
pub(super) struct New {
    pub(super) form: Form,
    pub(super) owners: Vec<Choice>,
    pub(super) plans: Vec<Choice>,
}

/// What was sent.
#[derive(Debug, Default, Serialize)]
pub(super) struct Form {
    pub(super) owner: String,
    pub(super) plan: String,
    pub(super) text: String,
    pub(super) errors: std::collections::BTreeMap<&'static str, String>,
}

async fn new(here: Here, fields: web::Fields) -> Result<Response> {
    let owner = here.viewer().units(Verb::Write).first().map(ToString::to_string).unwrap_or_default();
    let form = Form { owner, plan: fields.get("plan").to_owned(), ..Form::default() };
    let context = context(&here, form).await?;
    here.page("pages/plans/imports/new.html", &place(&here, None), &context)
}

async fn context(here: &Here, form: Form) -> Result<New> {
    let plans = Plan::all(here.db(), here.viewer()).await?;
    let own = plans.into_iter().filter(|plan| plan.draft.is_some() && plan.may_write(here.viewer()));
    let plans = own.map(|plan| Choice::new(plan.id.as_str(), format!("{} ({})", plan.title, plan.period))).collect();
    Ok(New { form, owners: owners(here).await?, plans })
}

async fn create(here: Here, mut uploads: Uploads) -> Result<Response> {
    let file = uploads.files.remove("file");
    let fields = &uploads.fields;
    let mut errors = FormErrors::default();
    let plan = match Id::parse(fields.get("plan")) {
        Some(id) => Some(super::own_plan(&here, id.as_str()).await?),
        None => None,
    };
    let owner = plan.as_ref().map(|plan| plan.owner.clone()).or_else(|| Id::parse(fields.get("owner")));
    if owner.is_none() {
        errors.add("owner", FieldError::Missing);
    }
    let text = fields.get("text");
    if text.trim().is_empty() && file.is_none() {
        errors.add("text", FieldError::Missing);
    }
    if text.len() > MOST_TEXT {
        errors.add("text", FieldError::TooLong { most: MOST_TEXT });
    }
    let mut messages = here.errors(&errors);
    if let (Some(owner), true) = (owner, errors.is_empty()) {
        let field = if file.is_some() { "file" } else { "text" };
        match read(&here, file, text).await {
            Ok((name, reading)) => {
                let plan = plan.as_ref().map(|plan| &plan.id);
                let id = Draft::keep(here.db(), here.viewer(), &owner, plan, &name, reading).await?;
                return Ok(here.go(&format!("/plans/imports/{id}")));
            }
            Err(error) => drop(messages.insert(field, refusal(&here, &error))),
        }
    }
    let form = Form {
        owner: fields.get("owner").to_owned(),
        plan: fields.get("plan").to_owned(),
        // Text that is refused for its length would fill the page, and the memory it is made in, many times over.
        text: Some(text).filter(|text| text.len() <= MOST_TEXT).unwrap_or_default().to_owned(),
        errors: messages,
    };
    let context = context(&here, form).await?;
    here.again("pages/plans/imports/new.html", &place(&here, None), &context)
}

/// Has a file understood, or else the text that was pasted; with the name it is remembered by.
async fn read(here: &Here, file: Option<Upload>, text: &str) -> std::result::Result<(String, Reading), ImportError> {
    let (name, bytes, shown) = match file {
        Some(file) => (file.name.clone(), file.bytes, file.name),
        None => (PASTED.to_owned(), text.as_bytes().to_vec(), String::new()),
    };
    Ok((shown, import::read_file(here.app().reader(), &name, bytes).await?))
}

/// Why a file was refused, as a sentence that says what to do.
fn refusal(here: &Here, error: &ImportError) -> String {
    match error {
        ImportError::File(error) => file_refusal(here, error),
        ImportError::TooMuch { of, limit } => {
            let of = match of {
                Excess::Parts => "parts",
                Excess::Names => "names",
                Excess::Unread => "unread",
            };
            here.count_text(&format!("plan-import-too-many-{of}"), *limit)
        }
    }
}

/// Why a file was not read, as a sentence that says what to do.
pub(super) fn file_refusal(here: &Here, error: &ReadError) -> String {
    let value = serde_json::to_value(error).unwrap_or_default();
    let kind = value.get("kind").and_then(serde_json::Value::as_str).unwrap_or("damaged").replace('_', "-");
    here.text(&format!("plan-read-error-{kind}"))
}

/// The draft in the address.
pub(super) async fn draft(here: &Here, id: &str) -> Result<Draft> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(Draft::find(here.db(), here.viewer(), &id).await?.ok_or(Problem::NotFound)?)
}

pub(super) fn samples() -> Vec<Sample> {
    let form = Form { owner: "a".to_owned(), text: "Åtgärd\tAnsvarig".to_owned(), ..Form::default() };
    let new = New { form, owners: vec![Choice::new("a", "A")], plans: vec![Choice::new("p", "P")] };
    let mut samples = vec![Sample::new("pages/plans/imports/new.html", &new)];
    samples.extend(review::samples());
    samples.extend(corrections::samples());
    samples
}
