//! Correcting what was misunderstood: an action's parts, a goal's title, and cells that found no place.

use axum::extract::Path;
use axum::response::Response;
use base::{FormErrors, Problem};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Route, Sample};

use super::draft;
use super::review::source_text;
use crate::draft::{Draft, Work};
use crate::import::{self, Action, LeadBasis, Reading};
use crate::pages::choices::{self, Choice};
use crate::pages::{WRITE, place};
use crate::words::{FREQUENCIES, frequency};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/imports/{id}/actions/{key}", WRITE, edit_action),
        Route::post("/plans/imports/{id}/actions/{key}", WRITE, update_action),
        Route::post("/plans/imports/{id}/goals/{index}", WRITE, update_goal),
        Route::post("/plans/imports/{id}/cells/{index}", WRITE, place_cell),
    ]
}

/// The context of an action's correction.
#[derive(Debug, Serialize)]
pub(crate) struct Correction {
    pub(crate) import: String,
    pub(crate) key: String,
    pub(crate) source: String,
    pub(crate) form: Form,
    pub(crate) goals: Vec<Choice>,
    pub(crate) frequencies: Vec<Choice>,
}

/// What can be corrected about an action.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Form {
    pub(crate) number: String,
    pub(crate) text: String,
    pub(crate) goal: String,
    pub(crate) lead: String,
    pub(crate) co: String,
    pub(crate) indicators: String,
    pub(crate) frequency: String,
    pub(crate) time_plan: String,
    pub(crate) followed_up_in: String,
    pub(crate) revision: i64,
    pub(crate) errors: std::collections::BTreeMap<&'static str, String>,
}

/// Where an action stands in a reading: its goal, or none, and its place there.
fn position(key: &str) -> Option<(Option<usize>, usize)> {
    let (goal, action) = key.split_once('.')?;
    let goal = if goal == "-" { None } else { Some(goal.parse().ok()?) };
    Some((goal, action.parse().ok()?))
}

fn list_mut(reading: &mut Reading, goal: Option<usize>) -> Option<&mut Vec<Action>> {
    match goal {
        Some(goal) => reading.goals.get_mut(goal).map(|goal| &mut goal.actions),
        None => Some(&mut reading.actions_without_goal),
    }
}

fn find<'a>(reading: &'a Reading, key: &str) -> Option<(Option<usize>, &'a Action)> {
    let (goal, at) = position(key)?;
    let list = match goal {
        Some(goal) => &reading.goals.get(goal)?.actions,
        None => &reading.actions_without_goal,
    };
    Some((goal, list.get(at)?))
}

async fn edit_action(here: Here, Path((id, key)): Path<(String, String)>) -> Result<Response> {
    let draft = draft(&here, &id).await?;
    let (goal, action) = find(&draft.work.reading, &key).ok_or(Problem::NotFound)?;
    let indicators: Vec<&str> = action.indicators.iter().map(|indicator| indicator.text.as_str()).collect();
    let form = Form {
        number: action.number.clone().unwrap_or_default(),
        text: action.text.clone(),
        goal: goal.map(|goal| goal.to_string()).unwrap_or_default(),
        lead: action.lead.clone().unwrap_or_default(),
        co: action.co_responsible.join("\n"),
        indicators: indicators.join("\n"),
        frequency: action.frequency.map(frequency).unwrap_or_default().to_owned(),
        time_plan: action.time_plan.as_ref().map(|time| time.text.clone()).unwrap_or_default(),
        followed_up_in: action.followed_up_in.join("\n"),
        revision: draft.revision,
        errors: Default::default(),
    };
    page(&here, &draft, &key, form)
}

fn page(here: &Here, draft: &Draft, key: &str, form: Form) -> Result<Response> {
    let reading = &draft.work.reading;
    let (_, action) = find(reading, key).ok_or(Problem::NotFound)?;
    let goal = |(index, goal): (usize, &import::Goal)| {
        Choice::new(
            index.to_string(),
            format!("{} {}", goal.number.clone().unwrap_or_default(), goal.title).trim().to_owned(),
        )
    };
    let mut goals: Vec<Choice> = reading.goals.iter().enumerate().map(goal).collect();
    goals.push(Choice::new("", here.text("plan-no-goal")));
    let refused = !form.errors.is_empty();
    let context = Correction {
        import: draft.id.to_string(),
        key: key.to_owned(),
        source: source_text(here, &action.source),
        form,
        goals,
        frequencies: choices::frequencies(here),
    };
    let mut way = place(here, None);
    way.push(Place::new(here.text("plan-import-review-title"), format!("/plans/imports/{}", draft.id)));
    let template = "pages/plans/imports/action.html";
    if refused { here.again(template, &way, &context) } else { here.page(template, &way, &context) }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

async fn update_action(here: Here, Path((id, key)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let draft = draft(&here, &id).await?;
    let (_, current) = find(&draft.work.reading, &key).ok_or(Problem::NotFound)?;
    let mut errors = FormErrors::default();
    let mut corrected = current.clone();
    corrected.text = errors.required("text", fields.get("text"), 4000);
    corrected.number = Some(errors.optional("number", fields.get("number"), 20)).filter(|number| !number.is_empty());
    corrected.lead = Some(errors.optional("lead", fields.get("lead"), 200)).filter(|lead| !lead.is_empty());
    corrected.co_responsible = lines(fields.get("co"));
    corrected.lead_basis = match (&corrected.lead, corrected.lead == current.lead) {
        (None, _) => LeadBasis::None,
        (Some(_), true) => current.lead_basis,
        (Some(_), false) => LeadBasis::Only,
    };
    // What was left as it stood keeps what the form cannot show.
    let known = |text: &String| current.indicators.iter().find(|one| one.text == *text).cloned();
    let indicators = lines(fields.get("indicators")).into_iter();
    corrected.indicators = indicators.map(|text| known(&text).unwrap_or_else(|| import::indicator(&text))).collect();
    corrected.frequency = FREQUENCIES.into_iter().find(|each| frequency(*each) == fields.get("frequency"));
    let time = fields.get("time_plan").trim();
    if current.time_plan.as_ref().map_or("", |plan| plan.text.trim()) != time {
        corrected.time_plan = Some(import::time_plan(time)).filter(|plan| !plan.text.is_empty());
    }
    corrected.followed_up_in = lines(fields.get("followed_up_in"));
    if !errors.is_empty() {
        let form = Form {
            number: fields.get("number").to_owned(),
            text: fields.get("text").to_owned(),
            goal: fields.get("goal").to_owned(),
            lead: fields.get("lead").to_owned(),
            co: fields.get("co").to_owned(),
            indicators: fields.get("indicators").to_owned(),
            frequency: fields.get("frequency").to_owned(),
            time_plan: fields.get("time_plan").to_owned(),
            followed_up_in: fields.get("followed_up_in").to_owned(),
            revision: draft.revision,
            errors: here.errors(&errors),
        };
        return page(&here, &draft, &key, form);
    }
    let to = fields.number::<usize>("goal");
    Draft::correct(here.db(), here.viewer(), &draft.id, fields.number("revision"), |work| {
        put(work, &key, corrected, to)
    })
    .await?;
    rename(&here, &draft).await?;
    Ok(here.go_saying(&format!("/plans/imports/{id}#actions"), "said-import-corrected", None))
}

/// Puts a corrected action in its place, or under another goal.
fn put(work: &mut Work, key: &str, corrected: Action, to: Option<usize>) -> std::result::Result<(), Problem> {
    let (from, at) = position(key).ok_or(Problem::NotFound)?;
    let reading = &mut work.reading;
    let list = list_mut(reading, from).filter(|list| at < list.len()).ok_or(Problem::Conflict)?;
    if from == to {
        list[at] = corrected;
    } else {
        list.remove(at);
        list_mut(reading, to).ok_or(Problem::Conflict)?.push(corrected);
    }
    Ok(())
}

/// New names get their match in the register.
async fn rename(here: &Here, draft: &Draft) -> Result<()> {
    let current = super::draft(here, draft.id.as_str()).await?;
    let owner = identity::Unit::find(here.db(), &draft.owner).await?.ok_or(Problem::NotFound)?;
    let suggested = crate::draft::suggest(here.db(), &owner, &current.work.reading).await?;
    Draft::correct(here.db(), here.viewer(), &draft.id, None, |work| {
        for (name, choice) in suggested {
            work.choices.entry(name).or_insert(choice);
        }
        Ok(())
    })
    .await?;
    Ok(())
}

async fn update_goal(here: Here, Path((id, index)): Path<(String, usize)>, fields: Fields) -> Result<Response> {
    let draft = draft(&here, &id).await?;
    let (number, title) = (fields.get("number").trim().to_owned(), fields.get("title").trim().to_owned());
    Draft::correct(here.db(), here.viewer(), &draft.id, fields.number("revision"), |work| {
        let goal = work.reading.goals.get_mut(index).ok_or(Problem::NotFound)?;
        if title.is_empty() {
            return Err(Problem::Refused("goal-without-title"));
        }
        goal.title = title;
        goal.number = Some(number).filter(|number| !number.is_empty());
        Ok(())
    })
    .await?;
    Ok(here.go_saying(&format!("/plans/imports/{id}#goal-{index}"), "said-import-corrected", None))
}

/// A cell that found no place becomes an action, is added to one, or is left out.
async fn place_cell(here: Here, Path((id, index)): Path<(String, usize)>, fields: Fields) -> Result<Response> {
    let draft = draft(&here, &id).await?;
    let (deed, to) = (fields.get("deed").to_owned(), fields.number::<usize>("goal"));
    Draft::correct(here.db(), here.viewer(), &draft.id, fields.number("revision"), |work| {
        let unread = work.reading.not_understood.get(index).cloned().ok_or(Problem::NotFound)?;
        match deed.as_str() {
            "leave" if !work.left_out.contains(&index) => work.left_out.push(index),
            "leave" => {}
            _ => {
                let action = import::action(&unread.text, unread.source);
                list_mut(&mut work.reading, to).ok_or(Problem::Conflict)?.push(action);
                work.reading.not_understood.remove(index);
                work.reading.cells.not_understood -= 1;
                work.reading.cells.used += 1;
                work.left_out.retain(|other| *other != index);
                for other in work.left_out.iter_mut().filter(|other| **other > index) {
                    *other -= 1;
                }
            }
        }
        Ok(())
    })
    .await?;
    Ok(here.go_saying(&format!("/plans/imports/{id}#cells"), "said-import-corrected", None))
}

pub(super) fn samples() -> Vec<Sample> {
    let correction = Correction {
        import: "i".to_owned(),
        key: "0.0".to_owned(),
        source: "rad 7".to_owned(),
        form: Form { text: "Fråga om våld.".to_owned(), ..Form::default() },
        goals: vec![Choice::new("0", "1 Målet")],
        frequencies: vec![Choice::new("yearly", "Varje år")],
    };
    vec![Sample::new("pages/plans/imports/action.html", &correction)]
}
