//! How an indicator is written, changed and taken away.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Sample};

use super::{SubjectView, find, form, subject_view};
use crate::content::{Content, Goal, Indicator, IndicatorKind, Measure, Shift, Subject};
use crate::editions::excerpt;
use crate::pages::choices::{self, Choice};
use crate::pages::form::{Form, Refusal, refusal, sent, settle};
use crate::pages::goals::problem;
use crate::pages::removals::Removal;
use crate::pages::show::{Head, head};
use crate::pages::{draft, draft_path, own_plan, place};
use crate::plan::Plan;
use crate::version::Version;
use crate::words::{indicator_kind, key};

const TEMPLATE: &str = "pages/plans/indicators/edit.html";

/// Characters of a wording in a list of choices.
const LONGEST: usize = 80;

/// The form's page.
#[derive(Debug, Serialize)]
struct Edit {
    plan: Head,
    /// Where the form is sent.
    send: String,
    /// The indicator's address; empty for a new one.
    href: String,
    subject: SubjectView,
    /// For a new one: `goal`, `measure` or `action`, and which.
    under: Option<Under>,
    form: Form,
    /// What was changed and why, as it was typed.
    change: String,
    kinds: Vec<Choice>,
    directions: Vec<Choice>,
    /// Who answers.
    asked_of_choices: Vec<Choice>,
    /// Whether it counts people.
    about_people_choices: Vec<Choice>,
    /// Where one that is there already can be moved.
    moves: Moves,
}

/// Where an indicator can be moved.
#[derive(Debug, Default, Serialize)]
struct Moves {
    is_first: bool,
    is_last: bool,
    /// What it stands under now.
    under: String,
    /// Everything it can stand under, level by level.
    groups: Vec<Group>,
}

/// Choices of one level.
#[derive(Debug, Serialize)]
struct Group {
    text: String,
    options: Vec<Choice>,
}

/// What a new indicator is put under, as it stands in the address.
#[derive(Debug, Clone, Serialize)]
struct Under {
    name: &'static str,
    value: String,
}

/// What the address names as what the indicator belongs to.
fn under<'a>(content: &'a Content, fields: &Fields) -> Result<(Subject<'a>, Under)> {
    let id = |name: &'static str| Id::parse(fields.get(name)).map(|id| (Under { name, value: id.to_string() }, id));
    let found = if let Some((under, id)) = id("measure") {
        let of = |goal: &'a Goal| goal.measures.iter().find(|measure| measure.id == id).map(|measure| (goal, measure));
        let found: Option<(&Goal, &Measure)> = content.goals.iter().find_map(of);
        found.map(|(goal, measure)| (Subject::Measure(goal, measure), under))
    } else if let Some((under, id)) = id("action") {
        content.action(&id).map(|(goal, action)| (Subject::Action(goal, action), under))
    } else {
        id("goal").and_then(|(under, id)| Some((Subject::Goal(content.goal(&id)?), under)))
    };
    Ok(found.ok_or(Problem::NotFound)?)
}

pub(super) async fn new(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (subject, under) = under(&version.content, &fields)?;
    let form = Form::of(form::texts(&Indicator::new(Id::default(), IndicatorKind::Number, "")));
    page(&here, &plan, &version, subject, Writing::New(under), form, String::new()).await
}

pub(super) async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (subject, under) = under(&version.content, &fields)?;
    let read = match form::Sent::read(&fields) {
        Ok(read) => read,
        Err(errors) => {
            let form = Form::kept(&form::NAMES, &fields, form::errors(&here, &errors, fields.get("kind")));
            return page(&here, &plan, &version, subject, Writing::New(under), form, String::new()).await;
        }
    };
    let made = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.indicator_added", |content, change| {
        let mut indicator = Indicator::new(change.new_id(), IndicatorKind::Number, "");
        read.apply(&mut indicator);
        let id = indicator.id.clone();
        let mut lists = content.indicator_lists_mut();
        let (_, list) = lists.find(|(of, _)| of.as_str() == under.value).ok_or(Problem::NotFound)?;
        list.push(indicator);
        Ok(id)
    })
    .await?;
    Ok(here.go_saying(&path(&plan, &made), "said-indicator-added", None))
}

pub(super) async fn edit(here: Here, Path((id, indicator)): Path<(String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (subject, indicator) = find(&version.content, &indicator)?;
    let form = Form::of(form::texts(indicator));
    page(&here, &plan, &version, subject, Writing::Known(indicator), form, String::new()).await
}

pub(super) async fn update(
    here: Here,
    Path((id, indicator)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let known = find(&version.content, &indicator)?.1.id.clone();
    let saved = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.indicator_changed", |content, change| {
        let current = content.indicators_mut().find(|other| other.id == known).ok_or(Problem::NotFound)?;
        let settled = settle(&fields, &form::texts(current))?;
        form::Sent::read(&settled)?.redefine(current, base::in_stockholm(change.at()).date())?;
        Ok(())
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&path(&plan, &known), "said-indicator-saved", None)) };
    let refusal = refusal(error)?;
    let (plan, version) = draft(&here, &id).await?;
    let (subject, current) = find(&version.content, &indicator)?;
    let form = match refusal {
        Refusal::Errors(errors) => {
            let kind = if fields.has("kind") { fields.get("kind") } else { indicator_kind(current.kind) };
            Form::kept(&form::NAMES, &fields, form::errors(&here, &errors, kind))
        }
        Refusal::Conflict => {
            let say = |name: &str, value: &str| say(&here, name, value);
            Form::conflicting(
                &here,
                &plan,
                |name| format!("plans-indicator-{name}"),
                &fields,
                &form::texts(current),
                say,
            )
            .await?
        }
    };
    page(&here, &plan, &version, subject, Writing::Known(current), form, sent(&fields, "change")).await
}

/// What somebody else chose, in words.
fn say(here: &Here, name: &str, value: &str) -> Option<String> {
    let group = match name {
        "kind" => "plan-indicator-kind",
        "direction" => "plan-direction",
        "asked_of" => "plan-asked-of",
        "about_people" => "plan-about-people",
        _ => return None,
    };
    Some(if value.is_empty() { here.text("ui-not-given") } else { here.text(&key(group, value)) })
}

/// A new indicator, or one that is there already.
enum Writing<'a> {
    New(Under),
    Known(&'a Indicator),
}

async fn page(
    here: &Here,
    plan: &Plan,
    version: &Version,
    subject: Subject<'_>,
    writing: Writing<'_>,
    form: Form,
    change: String,
) -> Result<Response> {
    let refused = !form.errors.is_empty() || !form.conflicts.is_empty();
    let head = head(here, plan, version).await?;
    let list = format!("{}/indicators", head.href);
    let mut way = place(here, Some(plan));
    way.push(Place::new(here.text("plans-indicators-title"), draft_path(plan, "/indicators", "")));
    let (href, under, moves) = match writing {
        Writing::New(under) => (String::new(), Some(under), Moves::default()),
        Writing::Known(one) => (format!("{list}/{}", one.id), None, moves(&version.content, subject, one, &head)),
    };
    let context = Edit {
        send: if href.is_empty() { list } else { href.clone() },
        href,
        subject: subject_view(subject, &head),
        under,
        form,
        change,
        kinds: choices::indicator_kinds(here),
        directions: choices::directions(here),
        asked_of_choices: choices::asked_of(here),
        about_people_choices: choices::about_people(here),
        moves,
        plan: head,
    };
    if refused { here.again(TEMPLATE, &way, &context) } else { here.page(TEMPLATE, &way, &context) }
}

/// Where an indicator can be moved, each place by its number and wording.
fn moves(content: &Content, subject: Subject<'_>, indicator: &Indicator, head: &Head) -> Moves {
    let (under, beside) = match subject {
        Subject::Goal(goal) => (&goal.id, &goal.indicators),
        Subject::Measure(_, measure) => (&measure.id, &measure.indicators),
        Subject::Action(_, action) => (&action.id, &action.indicators),
    };
    let choice = |id: &Id, number: &str, text: &str| {
        Choice::new(id.as_str(), excerpt(format!("{number} {text}").trim(), LONGEST))
    };
    let measures = content.goals.iter().flat_map(|goal| &goal.measures);
    let groups = [
        (&head.levels.goal, content.goals.iter().map(|goal| choice(&goal.id, &goal.number, &goal.title)).collect()),
        (&head.levels.measure, measures.map(|measure| choice(&measure.id, "", &measure.text)).collect()),
        (&head.levels.action, content.actions().map(|(_, one)| choice(&one.id, &one.number, &one.text)).collect()),
    ];
    let groups = groups.map(|(level, options): (_, Vec<Choice>)| Group { text: level.many.clone(), options });
    Moves {
        is_first: beside.first().is_some_and(|first| first.id == indicator.id),
        is_last: beside.last().is_some_and(|last| last.id == indicator.id),
        under: under.to_string(),
        groups: groups.into_iter().filter(|group| !group.options.is_empty()).collect(),
    }
}

pub(super) async fn create_move(
    here: Here,
    Path((id, indicator)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let indicator = Id::parse(&indicator).ok_or(Problem::NotFound)?;
    let shift = Shift::parse(fields.get("to"), fields.get("under")).ok_or(Problem::Malformed)?;
    Plan::edit(here.db(), here.viewer(), &plan.id, "plan.indicator_moved", |content, _| {
        content.move_indicator(&indicator, &shift).map_err(problem)
    })
    .await?;
    Ok(here.go_saying(&path(&plan, &indicator), "said-indicator-moved", None))
}

pub(super) async fn new_removal(here: Here, Path((id, indicator)): Path<(String, String)>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let (_, indicator) = find(&version.content, &indicator)?;
    let href = format!("/plans/{}/indicators/{}", plan.id, indicator.id);
    let has_sheet = indicator.fact_sheet != crate::content::FactSheet::default();
    let removal = Removal {
        title: here.text("plans-indicator-removal-title"),
        what: indicator.text.clone(),
        consequences: if has_sheet { vec![here.text("plans-indicator-removal-sheet")] } else { Vec::new() },
        fates: Vec::new(),
        cancel: format!("{href}/edit"),
        action: format!("{href}/removals"),
        submit: here.text("plans-removal-submit"),
        error: String::new(),
    };
    removal.ask(&here, &plan)
}

pub(super) async fn remove(here: Here, Path((id, indicator)): Path<(String, String)>) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let indicator = Id::parse(&indicator).ok_or(Problem::NotFound)?;
    let removed = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.indicator_removed", |content, _| {
        content.remove_indicator(&indicator).map_err(problem)
    })
    .await?;
    let to = draft_path(&plan, "/indicators", "");
    Ok(here.go_saying(&to, "said-indicator-removed", Some(&removed.text)))
}

fn path(plan: &Plan, indicator: &Id) -> String {
    draft_path(plan, &format!("/indicators/{indicator}"), "")
}

pub(super) fn samples() -> Vec<Sample> {
    let indicator = Indicator::new(Id::stored("i1".to_owned()), IndicatorKind::Share, "Andel som gått utbildningen");
    let subject = SubjectView {
        name: "Mål 1".to_owned(),
        text: "Vuxna ser och agerar".to_owned(),
        href: "/plans/exempel#goal-mal-1".to_owned(),
    };
    let edit = |href: &str, under: Option<Under>| Edit {
        plan: crate::pages::samples::draft(),
        send: "/plans/exempel/indicators".to_owned(),
        href: href.to_owned(),
        subject: subject.clone(),
        under,
        form: Form::of(form::texts(&indicator)),
        change: String::new(),
        kinds: vec![Choice::new("share", "Andel")],
        directions: vec![Choice::new("up", "Mer är bättre")],
        asked_of_choices: vec![Choice::new("all", "Alla som ansvarar")],
        about_people_choices: vec![Choice::new("no", "Nej")],
        moves: Moves {
            is_first: false,
            is_last: false,
            under: "mal-1".to_owned(),
            groups: vec![Group {
                text: "Mål".to_owned(),
                options: vec![Choice::new("mal-1", "1 Vuxna ser och agerar")],
            }],
        },
    };
    let under = Under { name: "goal", value: "mal-1".to_owned() };
    let known = edit("/plans/exempel/indicators/i1", None);
    vec![Sample::new(TEMPLATE, &known), Sample::new(TEMPLATE, &edit("", Some(under)))]
}
