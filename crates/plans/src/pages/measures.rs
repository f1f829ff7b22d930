//! Measures of a goal: written, changed and taken away.

use axum::extract::Path;
use axum::response::Response;
use base::{FormErrors, Id, Problem};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Route, Sample};

use super::choices::Choice;
use super::form::{Form, Refusal, Texts, refusal, settle};
use super::goals::{in_plan, problem};
use super::removals::Removal;
use super::show::{Head, IndicatorView, head, indicator_view};
use super::{WRITE, draft, own_plan, place};
use crate::content::{Content, Goal, Measure, Shift};
use crate::plan::Plan;
use crate::version::Version;

const TEMPLATE: &str = "pages/plans/measures/edit.html";
const NAMES: [&str; 1] = ["text"];

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/{id}/goals/{goal}/measures/new", WRITE, new),
        Route::post("/plans/{id}/goals/{goal}/measures", WRITE, create),
        Route::get("/plans/{id}/goals/{goal}/measures/{measure}/edit", WRITE, edit),
        Route::post("/plans/{id}/goals/{goal}/measures/{measure}", WRITE, update),
        Route::post("/plans/{id}/goals/{goal}/measures/{measure}/moves", WRITE, create_move),
        Route::get("/plans/{id}/goals/{goal}/measures/{measure}/removals/new", WRITE, new_removal),
        Route::post("/plans/{id}/goals/{goal}/measures/{measure}/removals", WRITE, remove),
    ]
}

/// The form's page.
#[derive(Debug, Serialize)]
struct Edit {
    plan: Head,
    goal: String,
    goal_href: String,
    /// The measure's address; empty for a new one.
    href: String,
    form: Form,
    indicators: Vec<IndicatorView>,
    new_indicator: String,
    is_first: bool,
    is_last: bool,
    /// The goals it can stand under, for moving; the one it has is chosen.
    goals: Vec<Choice>,
    under: String,
}

fn texts(text: &str) -> Texts {
    Texts::from([("text", text.to_owned())])
}

fn read(fields: &Fields) -> std::result::Result<String, FormErrors> {
    let mut errors = FormErrors::default();
    let text = errors.required("text", fields.get("text"), 1000);
    errors.check().map(|()| text)
}

async fn new(here: Here, Path((id, goal)): Path<(String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    page(&here, &plan, &version, goal_of(&version.content, &goal)?, None, Form::of(texts(""))).await
}

async fn create(here: Here, Path((id, goal)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let goal = goal_of(&version.content, &goal)?;
    let text = match read(&fields) {
        Ok(text) => text,
        Err(errors) => {
            let form = Form::kept(&NAMES, &fields, here.errors(&errors));
            return page(&here, &plan, &version, goal, None, form).await;
        }
    };
    Plan::edit(here.db(), here.viewer(), &plan.id, "plan.measure_added", |content, change| {
        let measures = &mut content.goal_mut(&goal.id).ok_or(Problem::NotFound)?.measures;
        measures.push(Measure { id: change.new_id(), text, indicators: Vec::new() });
        Ok(())
    })
    .await?;
    Ok(here.go_saying(&in_plan(&plan, &goal.id), "said-measure-added", None))
}

async fn edit(here: Here, Path((id, goal, measure)): Path<(String, String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (goal, measure) = find(&version.content, &goal, &measure)?;
    page(&here, &plan, &version, goal, Some(measure), Form::of(texts(&measure.text))).await
}

async fn update(
    here: Here,
    Path((id, goal, measure)): Path<(String, String, String)>,
    fields: Fields,
) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (of, known) = find(&version.content, &goal, &measure)?;
    let saved = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.measure_changed", |content, _| {
        let measures = &mut content.goal_mut(&of.id).ok_or(Problem::NotFound)?.measures;
        let current = measures.iter_mut().find(|other| other.id == known.id).ok_or(Problem::NotFound)?;
        current.text = read(&settle(&fields, &texts(&current.text))?)?;
        Ok(())
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&in_plan(&plan, &of.id), "said-measure-saved", None)) };
    let refusal = refusal(error)?;
    let (plan, version) = draft(&here, &id).await?;
    let (goal, measure) = find(&version.content, &goal, &measure)?;
    let form = match refusal {
        Refusal::Errors(errors) => Form::kept(&NAMES, &fields, here.errors(&errors)),
        Refusal::Conflict => {
            let saved = texts(&measure.text);
            Form::conflicting(&here, &plan, |name| format!("plans-measure-{name}"), &fields, &saved, |_, _| None)
                .await?
        }
    };
    page(&here, &plan, &version, goal, Some(measure), form).await
}

async fn page(
    here: &Here,
    plan: &Plan,
    version: &Version,
    goal: &Goal,
    measure: Option<&Measure>,
    form: Form,
) -> Result<Response> {
    let head = head(here, plan, version).await?;
    let refused = !form.errors.is_empty() || !form.conflicts.is_empty();
    let goal_href = format!("{}/goals/{}", head.href, goal.id);
    let mut place = place(here, Some(plan));
    let goal_name = format!("{} {}", head.levels.goal.one, goal.number).trim().to_owned();
    place.push(Place::new(goal_name, in_plan(plan, &goal.id)));
    let indicators = measure.map(|measure| measure.indicators.iter().map(|one| indicator_view(here, one)).collect());
    let context = Edit {
        goal: format!("{} {}", goal.number, goal.title).trim().to_owned(),
        href: measure.map(|measure| format!("{goal_href}/measures/{}", measure.id)).unwrap_or_default(),
        goal_href,
        form,
        indicators: indicators.unwrap_or_default(),
        new_indicator: measure
            .map(|measure| format!("{}/indicators/new?measure={}", head.href, measure.id))
            .unwrap_or_default(),
        is_first: goal.measures.first().map(|first| &first.id) == measure.map(|measure| &measure.id),
        is_last: goal.measures.last().map(|last| &last.id) == measure.map(|measure| &measure.id),
        goals: version.content.goals.iter().map(goal_choice).collect(),
        under: goal.id.to_string(),
        plan: head,
    };
    if refused { here.again(TEMPLATE, &place, &context) } else { here.page(TEMPLATE, &place, &context) }
}

async fn create_move(
    here: Here,
    Path((id, _, measure)): Path<(String, String, String)>,
    fields: Fields,
) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let measure = Id::parse(&measure).ok_or(Problem::NotFound)?;
    let shift = Shift::parse(fields.get("to"), fields.get("under")).ok_or(Problem::Malformed)?;
    let goal = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.measure_moved", |content, _| {
        content.move_measure(&measure, &shift).map_err(problem)?;
        let goal = content.goals.iter().find(|goal| goal.measures.iter().any(|other| other.id == measure));
        goal.map(|goal| goal.id.clone()).ok_or(Problem::NotFound)
    })
    .await?;
    Ok(here.go_saying(&in_plan(&plan, &goal), "said-measure-moved", None))
}

fn goal_choice(goal: &Goal) -> Choice {
    Choice::new(goal.id.as_str(), format!("{} {}", goal.number, goal.title).trim())
}

async fn new_removal(here: Here, Path((id, goal, measure)): Path<(String, String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (goal, measure) = find(&version.content, &goal, &measure)?;
    let head = head(&here, &plan, &version).await?;
    let href = format!("/plans/{}/goals/{}/measures/{}", plan.id, goal.id, measure.id);
    let count = measure.indicators.len();
    let removal = Removal {
        title: here.text_with("plans-removal-title", &[("what", &head.levels.measure.one.to_lowercase())]),
        what: measure.text.clone(),
        consequences: (count > 0)
            .then(|| here.count_text("plans-measure-removal-indicators", count))
            .into_iter()
            .collect(),
        fates: Vec::new(),
        cancel: format!("{href}/edit"),
        action: format!("{href}/removals"),
        submit: here.text("plans-removal-submit"),
        error: String::new(),
    };
    removal.ask(&here, &plan)
}

async fn remove(here: Here, Path((id, goal, measure)): Path<(String, String, String)>) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let goal = Id::parse(&goal).ok_or(Problem::NotFound)?;
    let measure = Id::parse(&measure).ok_or(Problem::NotFound)?;
    let removed = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.measure_removed", |content, _| {
        content.remove_measure(&goal, &measure).map_err(problem)
    })
    .await?;
    Ok(here.go_saying(&in_plan(&plan, &goal), "said-measure-removed", Some(&removed.text)))
}

fn goal_of<'a>(content: &'a Content, goal: &str) -> Result<&'a Goal> {
    let id = Id::parse(goal).ok_or(Problem::NotFound)?;
    Ok(content.goal(&id).ok_or(Problem::NotFound)?)
}

fn find<'a>(content: &'a Content, goal: &str, measure: &str) -> Result<(&'a Goal, &'a Measure)> {
    let goal = goal_of(content, goal)?;
    let measure = goal.measures.iter().find(|other| other.id.as_str() == measure).ok_or(Problem::NotFound)?;
    Ok((goal, measure))
}

pub(super) fn samples() -> Vec<Sample> {
    let edit = Edit {
        plan: super::samples::draft(),
        goal: "1 Vuxna ser och agerar".to_owned(),
        goal_href: "/plans/exempel/goals/mal-1".to_owned(),
        href: "/plans/exempel/goals/mal-1/measures/matt-1".to_owned(),
        form: Form::of(texts("Fler känner igen tidiga tecken")),
        indicators: Vec::new(),
        new_indicator: "/plans/exempel/indicators/new?measure=matt-1".to_owned(),
        is_first: false,
        is_last: false,
        goals: vec![Choice::new("mal-1", "1 Vuxna ser och agerar"), Choice::new("mal-2", "2 Trygga platser")],
        under: "mal-1".to_owned(),
    };
    vec![Sample::new(TEMPLATE, &edit)]
}
