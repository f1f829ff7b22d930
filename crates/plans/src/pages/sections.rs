//! The texts that introduce a plan: written, changed, moved and taken away.

use axum::extract::Path;
use axum::response::Response;
use base::{FormErrors, Problem};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Route, Sample};

use super::form::{Form, Refusal, Texts, refusal, settle};
use super::removals::Removal;
use super::show::{Head, head};
use super::{WRITE, draft, own_plan, place};
use crate::content::{Content, Section};
use crate::plan::Plan;
use crate::version::Version;

const INDEX: &str = "pages/plans/sections/index.html";
const TEMPLATE: &str = "pages/plans/sections/edit.html";
const NAMES: [&str; 2] = ["heading", "text"];

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/{id}/sections", WRITE, index),
        Route::get("/plans/{id}/sections/new", WRITE, new),
        Route::post("/plans/{id}/sections", WRITE, create),
        Route::get("/plans/{id}/sections/{section}/edit", WRITE, edit),
        Route::post("/plans/{id}/sections/{section}", WRITE, update),
        Route::post("/plans/{id}/sections/{section}/moves", WRITE, create_move),
        Route::get("/plans/{id}/sections/{section}/removals/new", WRITE, new_removal),
        Route::post("/plans/{id}/sections/{section}/removals", WRITE, remove),
    ]
}

/// The list's context.
#[derive(Debug, Serialize)]
struct Index {
    plan: Head,
    sections: Vec<Row>,
}

/// A section in the list.
#[derive(Debug, Serialize)]
struct Row {
    heading: String,
    /// How the text begins.
    text: String,
    href: String,
}

/// The form's page.
#[derive(Debug, Serialize)]
struct Edit {
    plan: Head,
    /// The section's address; empty for a new one.
    href: String,
    form: Form,
}

fn texts(heading: &str, text: &str) -> Texts {
    Texts::from([("heading", heading.to_owned()), ("text", text.to_owned())])
}

fn read(fields: &Fields) -> std::result::Result<(String, String), FormErrors> {
    let mut errors = FormErrors::default();
    let heading = errors.required("heading", fields.get("heading"), 300);
    let text = errors.required("text", fields.get("text"), 50_000);
    errors.check().map(|()| (heading, text))
}

async fn index(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let head = head(&here, &plan, &version).await?;
    let row = |section: &Section| Row {
        heading: section.heading.clone(),
        text: beginning(&section.text),
        href: format!("{}/sections/{}", head.href, section.id),
    };
    let context = Index { sections: version.content.introduction.iter().map(row).collect(), plan: head };
    here.page(INDEX, &place(&here, Some(&plan)), &context)
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    const MOST: usize = 140;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= MOST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(MOST).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    page(&here, &plan, &version, None, Form::of(texts("", ""))).await
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (heading, text) = match read(&fields) {
        Ok(read) => read,
        Err(errors) => {
            let form = Form::kept(&NAMES, &fields, here.errors(&errors));
            return page(&here, &plan, &version, None, form).await;
        }
    };
    Plan::edit(here.db(), here.viewer(), &plan.id, "plan.section_added", |content, change| {
        content.introduction.push(Section { id: change.new_id(), heading, text });
        Ok(())
    })
    .await?;
    Ok(here.go_saying(&list(&plan), "said-section-added", None))
}

async fn edit(here: Here, Path((id, section)): Path<(String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let section = find(&version.content, &section)?;
    page(&here, &plan, &version, Some(section), Form::of(texts(&section.heading, &section.text))).await
}

async fn update(here: Here, Path((id, section)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (plan, _) = draft(&here, &id).await?;
    let saved = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.section_changed", |content, _| {
        let at = position(content, &section)?;
        let current = &mut content.introduction[at];
        let settled = settle(&fields, &texts(&current.heading, &current.text))?;
        (current.heading, current.text) = read(&settled)?;
        Ok(())
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&list(&plan), "said-section-saved", None)) };
    let refusal = refusal(error)?;
    let (plan, version) = draft(&here, &id).await?;
    let section = find(&version.content, &section)?;
    let form = match refusal {
        Refusal::Errors(errors) => Form::kept(&NAMES, &fields, here.errors(&errors)),
        Refusal::Conflict => {
            let saved = texts(&section.heading, &section.text);
            Form::conflicting(&here, &plan, |name| format!("plans-section-{name}"), &fields, &saved, |_, _| None)
                .await?
        }
    };
    page(&here, &plan, &version, Some(section), form).await
}

async fn page(here: &Here, plan: &Plan, version: &Version, section: Option<&Section>, form: Form) -> Result<Response> {
    let head = head(here, plan, version).await?;
    let refused = !form.errors.is_empty() || !form.conflicts.is_empty();
    let mut place = place(here, Some(plan));
    place.push(Place::new(here.text("plans-sections-title"), list(plan)));
    let href = section.map(|section| format!("{}/{}", list(plan), section.id)).unwrap_or_default();
    let context = Edit { plan: head, href, form };
    if refused { here.again(TEMPLATE, &place, &context) } else { here.page(TEMPLATE, &place, &context) }
}

async fn create_move(here: Here, Path((id, section)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    Plan::edit(here.db(), here.viewer(), &plan.id, "plan.section_moved", |content, _| {
        let at = position(content, &section)?;
        let to = match fields.get("to") {
            "up" => at.saturating_sub(1),
            "down" => (at + 1).min(content.introduction.len() - 1),
            _ => return Err(Problem::Malformed),
        };
        content.introduction.swap(at, to);
        Ok(())
    })
    .await?;
    Ok(here.go_saying(&list(&plan), "said-section-moved", None))
}

async fn new_removal(here: Here, Path((id, section)): Path<(String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let section = find(&version.content, &section)?;
    let href = format!("{}/{}", list(&plan), section.id);
    let removal = Removal {
        title: here.text("plans-section-removal-title"),
        what: section.heading.clone(),
        consequences: vec![beginning(&section.text)],
        fates: Vec::new(),
        cancel: list(&plan),
        action: format!("{href}/removals"),
        submit: here.text("plans-removal-submit"),
        error: String::new(),
    };
    removal.ask(&here, &plan)
}

async fn remove(here: Here, Path((id, section)): Path<(String, String)>) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let removed = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.section_removed", |content, _| {
        let at = position(content, &section)?;
        Ok(content.introduction.remove(at))
    })
    .await?;
    Ok(here.go_saying(&list(&plan), "said-section-removed", Some(&removed.heading)))
}

fn list(plan: &Plan) -> String {
    format!("/plans/{}/sections", plan.id)
}

fn position(content: &Content, section: &str) -> std::result::Result<usize, Problem> {
    content.introduction.iter().position(|other| other.id.as_str() == section).ok_or(Problem::NotFound)
}

fn find<'a>(content: &'a Content, section: &str) -> Result<&'a Section> {
    Ok(&content.introduction[position(content, section)?])
}

pub(super) fn samples() -> Vec<Sample> {
    let href = "/plans/exempel/sections/bakgrund".to_owned();
    let row =
        |heading: &str| Row {
            heading: heading.to_owned(), text: "Planen bygger på …".to_owned(), href: href.clone()
        };
    let index = Index { plan: super::samples::draft(), sections: vec![row("Bakgrund"), row("Så följs planen upp")] };
    let none = Index { plan: super::samples::draft(), sections: Vec::new() };
    let form = Form::of(texts("Bakgrund", "Planen bygger på lägesbilden."));
    let edit = Edit { plan: super::samples::draft(), href, form };
    vec![Sample::new(INDEX, &index), Sample::new(INDEX, &none), Sample::new(TEMPLATE, &edit)]
}
