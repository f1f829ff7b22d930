//! Tasks that the plan's own rules lead to.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use serde::Serialize;
use web::{Fields, Here, Permission, Result, Route, Sample};

use super::show::{Head, head};
use super::{WRITE, own_plan, place, plan, samples};
use crate::plan::task::{Task, TaskKind};
use crate::version::Version;
use crate::words::key;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/{id}/tasks", Permission::SignedIn, index),
        Route::post("/plans/{id}/tasks/completions", WRITE, finish),
    ]
}

/// The page's context.
#[derive(Debug, Serialize)]
struct Index {
    plan: Head,
    open: Vec<TaskView>,
    done: Vec<TaskView>,
}

/// A task in words.
#[derive(Debug, Serialize)]
struct TaskView {
    kind: String,
    due: String,
    text: String,
    why: String,
    by: String,
    late: bool,
    done: String,
    note: String,
}

async fn index(here: Here, Path(id): Path<String>) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    if !plan.shows_draft_to(here.viewer()) {
        return Err(Problem::NotFound.into());
    }
    let version = Version::read(here.db(), here.viewer(), &plan).await?.ok_or(Problem::NotFound)?;
    let tasks = Task::of_plan(here.db(), &plan.id).await?;
    let (done, open): (Vec<Task>, Vec<Task>) = tasks.into_iter().partition(|task| task.done_on.is_some());
    let views = |tasks: Vec<Task>| tasks.into_iter().map(|task| view(&here, task)).collect();
    let context = Index { plan: head(&here, &plan, &version).await?, open: views(open), done: views(done) };
    here.page("pages/plans/tasks/index.html", &place(&here, Some(&plan)), &context)
}

fn view(here: &Here, task: Task) -> TaskView {
    let kind = TaskKind::ALL.into_iter().find(|kind| kind.as_str() == task.kind).unwrap_or(TaskKind::Review);
    TaskView {
        text: here.text(&key("plan-task", kind.as_str())),
        why: here.text(&format!("plan-work-{}-why", kind.as_str())),
        by: here.date(&task.due),
        late: task.done_on.is_none() && task.due < here.db().clock().today().to_string(),
        done: task.done_on.map(|day| here.date(&day)).unwrap_or_default(),
        kind: task.kind,
        due: task.due,
        note: task.note,
    }
}

async fn finish(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let note: String = fields.get("note").chars().take(MOST_NOTE).collect();
    Task::finish(here.db(), here.viewer(), &plan.id, fields.get("kind"), fields.get("due"), &note).await?;
    Ok(here.go_saying(&format!("/plans/{}/tasks", plan.id), "said-task-done", None))
}

/// Most characters of a note; the field takes no more.
const MOST_NOTE: usize = 2000;

pub(super) fn samples() -> Vec<Sample> {
    let task = |done: &str, note: &str| TaskView {
        kind: "review".to_owned(),
        due: "2025-12-31".to_owned(),
        text: "Se över planen".to_owned(),
        why: "Planen säger att den ska ses över.".to_owned(),
        by: "31 december 2025".to_owned(),
        late: done.is_empty(),
        done: done.to_owned(),
        note: note.to_owned(),
    };
    let done = vec![task("12 december 2025", "Inget behövde ändras.")];
    let context = Index { plan: samples::head(), open: vec![task("", "")], done };
    vec![Sample::new("pages/plans/tasks/index.html", &context)]
}
