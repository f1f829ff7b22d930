//! The deeds of a consultation: to comment, to say that one is done, to answer, to end it, and the list to take along.

use axum::extract::Path;
use axum::response::Response;
use base::{FormErrors, Id, Problem};
use sheets::write::{Column, Sheet, Value, Workbook, xlsx};
use web::{Error, Fields, Here, Result, download};

use super::round::subject;
use super::{Form, Seen, page};
use crate::words::key;

/// What browsers call an Excel workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(super) async fn create(here: Here, Path((id, round)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let seen = Seen::find(&here, &id, &round).await?;
    let unit = Id::parse(fields.get("unit")).ok_or(Problem::NotAllowed)?;
    let (about, text) = (fields.get("subject"), fields.get("text"));
    let added = seen.round.comment(here.db(), here.viewer(), &unit, about, text).await;
    if let Some(errors) = refusal(added)? {
        let errors = here.errors(&errors).into_iter().map(|(field, text)| (field.to_owned(), text)).collect();
        let form = Form {
            unit: unit.to_string(),
            subject: about.to_owned(),
            text: text.to_owned(),
            errors,
            ..Form::default()
        };
        return page(&here, &seen.plan, &round, form).await;
    }
    Ok(here.go_saying(&seen.talk(), "said-comment-added", None))
}

pub(super) async fn finish(here: Here, Path((id, round)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let seen = Seen::find(&here, &id, &round).await?;
    let unit = Id::parse(fields.get("unit")).ok_or(Problem::NotAllowed)?;
    seen.round.finish(here.db(), here.viewer(), &unit).await?;
    let name = seen.asked.iter().find(|body| body.unit_id == unit.as_str()).map(|body| body.name.as_str());
    Ok(here.go_saying(&seen.talk(), "said-comments-finished", name))
}

pub(super) async fn answer(
    here: Here,
    Path((id, round, comment)): Path<(String, String, String)>,
    fields: Fields,
) -> Result<Response> {
    let seen = Seen::find(&here, &id, &round).await?;
    let comment = Id::parse(&comment).ok_or(Problem::NotFound)?;
    let (outcome, answer) = (fields.get("outcome"), fields.get("answer"));
    let answered = seen.round.answer(here.db(), here.viewer(), &seen.plan, &comment, outcome, answer).await;
    if let Some(errors) = refusal(answered)? {
        // Each comment has a form of its own, so that its fields carry its id.
        let errors =
            here.errors(&errors).into_iter().map(|(field, text)| (format!("{field}-{comment}"), text)).collect();
        let form = Form {
            answering: comment.to_string(),
            outcome: outcome.to_owned(),
            answer: answer.to_owned(),
            errors,
            ..Form::default()
        };
        return page(&here, &seen.plan, &round, form).await;
    }
    Ok(here.go_saying(&format!("{}#comment-{comment}", seen.talk()), "said-comment-answered", None))
}

pub(super) async fn close(here: Here, Path((id, round)): Path<(String, String)>) -> Result<Response> {
    let seen = Seen::find(&here, &id, &round).await?;
    seen.round.close(here.db(), here.viewer(), &seen.plan).await?;
    Ok(here.go_saying(&seen.talk(), "said-consultation-closed", None))
}

/// What is wrong with a form, apart from everything else that can go wrong.
fn refusal(done: db::Result<()>) -> Result<Option<FormErrors>> {
    match done.map_err(Error::from) {
        Ok(()) => Ok(None),
        Err(Error::Problem(Problem::Invalid(errors))) => Ok(Some(errors)),
        Err(error) => Err(error),
    }
}

/// The comments that the viewer sees, as a workbook.
pub(super) async fn export(here: Here, Path((id, round)): Path<(String, String)>) -> Result<Response> {
    let seen = Seen::find(&here, &id, &round).await?;
    let head = seen.head(&here).await?;
    let comments = seen.round.comments(here.db(), here.viewer(), &seen.plan).await?;
    let rows = comments.into_iter().map(|comment| {
        let outcome = comment.outcome.map(|outcome| here.text(&key("plan-outcome", &outcome))).unwrap_or_default();
        let about = subject(&here, &seen, &head, &comment.subject).0;
        [comment.unit_name, about, comment.text, outcome, comment.answer].map(Value::from).to_vec()
    });
    let columns = [("body", 32), ("about", 20), ("comment", 70), ("outcome", 22), ("answer", 70)];
    let column = |(name, width)| Column::new(here.text(&format!("plan-consultation-column-{name}")), width);
    let name = here.text_with("plan-consultation-file", &[("plan", &seen.plan.title)]);
    let sheet = Sheet {
        name: here.text("plan-consultation-comments"),
        note: None,
        columns: columns.into_iter().map(column).collect(),
        rows: rows.collect(),
    };
    let created = base::in_stockholm(here.db().clock().now()).datetime();
    let workbook = Workbook { title: name.clone(), author: None, created, sheets: vec![sheet] };
    let bytes = xlsx(&workbook).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(download(&format!("{name}.xlsx"), XLSX, bytes))
}
