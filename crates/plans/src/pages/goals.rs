//! Goals: written, changed, moved and taken away.

mod form;

use axum::extract::Path;
use axum::response::Response;
use base::{FormErrors, Id, Problem};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Route, Sample};

use super::choices::Choice;
use super::form::{Form, Refusal, refusal, settle};
use super::removals::Removal;
use super::show::{Head, IndicatorView, head, indicator_view};
use super::{WRITE, draft, draft_path, own_plan, place};
use crate::content::{Content, Fate, Goal, MoveError};
use crate::plan::Plan;
use crate::version::Version;

const TEMPLATE: &str = "pages/plans/goals/edit.html";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/{id}/goals/new", WRITE, new),
        Route::post("/plans/{id}/goals", WRITE, create),
        Route::get("/plans/{id}/goals/{goal}/edit", WRITE, edit),
        Route::post("/plans/{id}/goals/{goal}", WRITE, update),
        Route::post("/plans/{id}/goals/{goal}/moves", WRITE, create_move),
        Route::get("/plans/{id}/goals/{goal}/removals/new", WRITE, new_removal),
        Route::post("/plans/{id}/goals/{goal}/removals", WRITE, remove),
    ]
}

/// The form's page.
#[derive(Debug, Serialize)]
struct Edit {
    plan: Head,
    /// The goal's address; empty for a new one.
    href: String,
    /// Where whoever changes nothing goes back to.
    cancel: String,
    form: Form,
    /// Goals of the plan above that it may support.
    supports: Vec<Choice>,
    measures: Vec<MeasureLink>,
    indicators: Vec<IndicatorView>,
    actions: usize,
    /// Places among the goals, for moving; the one it has is chosen.
    places: Vec<Choice>,
    at: String,
    is_first: bool,
    is_last: bool,
    new_indicator: String,
}

/// A measure with the way to it.
#[derive(Debug, Serialize)]
struct MeasureLink {
    text: String,
    href: String,
    indicators: usize,
}

async fn new(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let number = (version.content.goals.len() + 1).to_string();
    let form = Form::of(form::texts(&Goal::new(Id::default(), number, "")));
    page(&here, &plan, &version, None, form).await
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let sent = match form::Sent::read(&fields) {
        Ok(sent) => sent,
        Err(errors) => return again(&here, &plan, &version, None, &fields, &errors).await,
    };
    let made = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.goal_added", |content, change| {
        let mut goal = Goal::new(change.new_id(), "", "");
        sent.apply(&mut goal, || change.new_id());
        let id = goal.id.clone();
        content.goals.push(goal);
        Ok(id)
    })
    .await?;
    Ok(here.go_saying(&in_plan(&plan, &made), "said-goal-added", None))
}

async fn edit(here: Here, Path((id, goal)): Path<(String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let goal = find(&version.content, &goal)?;
    page(&here, &plan, &version, Some(goal), Form::of(form::texts(goal))).await
}

async fn update(here: Here, Path((id, goal)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let goal = find(&version.content, &goal)?.id.clone();
    let saved = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.goal_changed", |content, change| {
        let current = content.goal_mut(&goal).ok_or(Problem::NotFound)?;
        let settled = settle(&fields, &form::texts(current))?;
        form::Sent::read(&settled)?.apply(current, || change.new_id());
        current.revision += 1;
        Ok(())
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&in_plan(&plan, &goal), "said-goal-saved", None)) };
    let refusal = refusal(error)?;
    let (plan, version) = draft(&here, &id).await?;
    let current = version.content.goal(&goal).ok_or(Problem::NotFound)?;
    match refusal {
        Refusal::Errors(errors) => again(&here, &plan, &version, Some(current), &fields, &errors).await,
        Refusal::Conflict => {
            let goals = form::supports(&here, &plan, None).await?;
            let say = |name: &str, value: &str| {
                let chosen = || goals.iter().find(|choice| choice.value == value).map(|choice| choice.text.clone());
                (name == "supports").then(|| chosen().unwrap_or_else(|| here.text("plans-goal-supports-none")))
            };
            let form = Form::conflicting(
                &here,
                &plan,
                |name| format!("plans-goal-{name}"),
                &fields,
                &form::texts(current),
                say,
            )
            .await?;
            page(&here, &plan, &version, Some(current), form).await
        }
    }
}

async fn again(
    here: &Here,
    plan: &Plan,
    version: &Version,
    goal: Option<&Goal>,
    fields: &Fields,
    errors: &FormErrors,
) -> Result<Response> {
    page(here, plan, version, goal, Form::kept(&form::NAMES, fields, here.errors(errors))).await
}

async fn page(here: &Here, plan: &Plan, version: &Version, goal: Option<&Goal>, form: Form) -> Result<Response> {
    let head = head(here, plan, version).await?;
    let refused = !form.errors.is_empty() || !form.conflicts.is_empty();
    let at =
        goal.and_then(|goal| version.content.goals.iter().position(|other| other.id == goal.id)).unwrap_or_default();
    let href = goal.map(|goal| format!("{}/goals/{}", head.href, goal.id)).unwrap_or_default();
    let measure = |measure: &crate::content::Measure| MeasureLink {
        text: measure.text.clone(),
        href: format!("{href}/measures/{}/edit", measure.id),
        indicators: measure.indicators.len(),
    };
    let context = Edit {
        supports: form::supports(here, plan, goal.and_then(|goal| goal.supports.as_ref())).await?,
        measures: goal.map(|goal| goal.measures.iter().map(measure).collect()).unwrap_or_default(),
        indicators: goal
            .map(|goal| goal.indicators.iter().map(|one| indicator_view(here, one)).collect())
            .unwrap_or_default(),
        actions: goal.map(|goal| goal.actions.len()).unwrap_or_default(),
        places: places(here, &version.content, at),
        at: (at + 1).to_string(),
        is_first: at == 0,
        is_last: at + 1 >= version.content.goals.len(),
        new_indicator: goal.map(|goal| format!("{}/indicators/new?goal={}", head.href, goal.id)).unwrap_or_default(),
        cancel: goal.map_or_else(|| draft_path(plan, "", ""), |goal| in_plan(plan, &goal.id)),
        plan: head,
        href,
        form,
    };
    let place = place_of(here, plan, goal, &context.plan);
    if refused { here.again(TEMPLATE, &place, &context) } else { here.page(TEMPLATE, &place, &context) }
}

/// The way to a goal's form: the plan and, where the goal is there already, the goal in it.
fn place_of(here: &Here, plan: &Plan, goal: Option<&Goal>, head: &Head) -> Vec<Place> {
    let mut place = place(here, Some(plan));
    let name = |goal: &Goal| format!("{} {}", head.levels.goal.one, goal.number).trim().to_owned();
    place.extend(goal.map(|goal| Place::new(name(goal), in_plan(plan, &goal.id))));
    place
}

/// The places a goal can be moved to, each named by the goal that stands there now.
fn places(here: &Here, content: &Content, own: usize) -> Vec<Choice> {
    let place = |(at, goal): (usize, &Goal)| {
        let number = (at + 1).to_string();
        let name: String = format!("{} {}", goal.number, goal.title).trim().chars().take(60).collect();
        let key = if at == own { "plans-goal-place-own" } else { "plans-goal-place" };
        Choice::new(number.clone(), here.text_with(key, &[("number", &number), ("goal", &name)]))
    };
    content.goals.iter().enumerate().map(place).collect()
}

async fn create_move(here: Here, Path((id, goal)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let goal = Id::parse(&goal).ok_or(Problem::NotFound)?;
    Plan::edit(here.db(), here.viewer(), &plan.id, "plan.goal_moved", |content, _| {
        let at = content.goals.iter().position(|other| other.id == goal).ok_or(Problem::NotFound)?;
        let to = match fields.get("to") {
            "up" => at.saturating_sub(1),
            "down" => at + 1,
            _ => fields.number::<usize>("to").and_then(|place| place.checked_sub(1)).ok_or(Problem::Malformed)?,
        };
        content.move_goal(&goal, to).map_err(problem)
    })
    .await?;
    Ok(here.go_saying(&in_plan(&plan, &goal), "said-goal-moved", None))
}

async fn new_removal(here: Here, Path((id, goal)): Path<(String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let goal = find(&version.content, &goal)?;
    removal(&here, &plan, &version, goal, "").await
}

async fn removal(here: &Here, plan: &Plan, version: &Version, goal: &Goal, error: &str) -> Result<Response> {
    let head = head(here, plan, version).await?;
    let href = format!("/plans/{}/goals/{}", plan.id, goal.id);
    let measured: usize = goal.measures.iter().map(|measure| measure.indicators.len()).sum();
    let counts = [
        ("plans-goal-removal-measures", goal.measures.len()),
        ("plans-goal-removal-indicators", goal.indicators.len() + measured),
        ("plans-goal-removal-items", goal.preconditions.len() + goal.development_areas.len()),
        ("plans-goal-removal-actions", goal.actions.len()),
    ];
    let said = counts.into_iter().filter(|(_, count)| *count > 0);
    let level = head.levels.goal.one.to_lowercase();
    let removal = Removal {
        title: here.text_with("plans-removal-title", &[("what", format!("{level} {}", goal.number).trim())]),
        what: goal.title.clone(),
        consequences: said.map(|(key, count)| here.count_text(key, count)).collect(),
        fates: if goal.actions.is_empty() { Vec::new() } else { fates(here, &version.content, goal) },
        cancel: format!("{href}/edit"),
        action: format!("{href}/removals"),
        submit: here.text("plans-removal-submit"),
        error: error.to_owned(),
    };
    removal.ask(here, plan)
}

/// Where the actions of a goal can go when it is taken away.
fn fates(here: &Here, content: &Content, goal: &Goal) -> Vec<Choice> {
    let others = content.goals.iter().filter(|other| other.id != goal.id);
    let to = |other: &Goal| {
        let name = format!("{} {}", other.number, other.title);
        Choice::new(format!("move:{}", other.id), here.text_with("plans-goal-removal-move", &[("goal", name.trim())]))
    };
    let mut choices: Vec<Choice> = others.map(to).collect();
    choices.push(Choice::new("move:", here.text("plans-goal-removal-loose")));
    choices.push(Choice::new("remove", here.text("plans-goal-removal-with")));
    choices
}

async fn remove(here: Here, Path((id, goal)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let goal = find(&version.content, &goal)?;
    let fate = match fields.get("fate") {
        "remove" => Some(Fate::Remove),
        "move:" => Some(Fate::Move(None)),
        other => other.strip_prefix("move:").and_then(Id::parse).map(|to| Fate::Move(Some(to))),
    };
    if fate.is_none() && !goal.actions.is_empty() {
        return removal(&here, &plan, &version, goal, &here.text("plans-goal-removal-choose")).await;
    }
    let removed = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.goal_removed", |content, _| {
        let current = content.goal(&goal.id).ok_or(Problem::NotFound)?;
        // Somebody may have added an action since the question was asked; nothing is taken away that was not asked about.
        if fate.is_none() && !current.actions.is_empty() {
            return Err(Problem::Conflict);
        }
        content.remove_goal(&goal.id, fate.as_ref().unwrap_or(&Fate::Remove)).map_err(problem)
    })
    .await?;
    Ok(here.go_saying(&draft_path(&plan, "", ""), "said-goal-removed", Some(&removed.title)))
}

fn find<'a>(content: &'a Content, goal: &str) -> Result<&'a Goal> {
    let id = Id::parse(goal).ok_or(Problem::NotFound)?;
    Ok(content.goal(&id).ok_or(Problem::NotFound)?)
}

/// The version that is being written, at a goal.
pub(super) fn in_plan(plan: &Plan, goal: &Id) -> String {
    draft_path(plan, "", &format!("#goal-{goal}"))
}

pub(super) fn problem(error: MoveError) -> Problem {
    match error {
        MoveError::Missing => Problem::NotFound,
        MoveError::NoPlace => Problem::Conflict,
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let goal = Goal::new(Id::stored("mal-1".to_owned()), "1", "Vuxna ser och agerar");
    let edit = Edit {
        plan: super::samples::draft(),
        href: "/plans/exempel/goals/mal-1".to_owned(),
        cancel: "/plans/exempel#goal-mal-1".to_owned(),
        form: Form::of(form::texts(&goal)),
        supports: vec![Choice::new("s1", "Strategi för trygghet: 2 Tidiga insatser")],
        measures: vec![MeasureLink {
            text: "Fler känner igen tecken".to_owned(),
            href: "/plans/exempel".to_owned(),
            indicators: 2,
        }],
        indicators: Vec::new(),
        actions: 3,
        places: vec![Choice::new("1", "1"), Choice::new("2", "2")],
        at: "1".to_owned(),
        is_first: true,
        is_last: false,
        new_indicator: "/plans/exempel/indicators/new?goal=mal-1".to_owned(),
    };
    vec![Sample::new(TEMPLATE, &edit)]
}
