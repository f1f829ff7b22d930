//! An action: read, written, moved, taken away and put back.

mod form;
mod list;

use axum::extract::Path;
use axum::response::Response;
use base::{FormErrors, Id, Problem};
use identity::{Unit, Verb};
use serde::Serialize;
use web::{Fields, Here, Place, Result, Route, Sample};

use super::choices::{self, Choice};
use super::form::{Conflict, Form, Refusal, refusal, settle};
use super::show::{Head, IndicatorView, as_at, head, indicator_view, version};
use super::{READ, WRITE, draft, own_plan, place, plan};
use crate::content::{Action, Content, Destination, Goal, MoveError, Party};
use crate::plan::Plan;
use crate::plan::own_activity::OwnActivity;
use crate::words::{frequency, key};

pub(super) use form::{Parties, party_value};
pub(super) use list::{Row as ListRow, sample_row};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/actions", READ, list::index),
        Route::get("/plans/{id}/actions/{action}", READ, show),
        Route::get("/plans/{id}/actions/new", WRITE, new),
        Route::post("/plans/{id}/actions", WRITE, create),
        Route::get("/plans/{id}/actions/{action}/edit", WRITE, edit),
        Route::post("/plans/{id}/actions/{action}", WRITE, update),
        Route::post("/plans/{id}/actions/{action}/moves", WRITE, create_move),
        Route::post("/plans/{id}/actions/{action}/removals", WRITE, remove),
        Route::post("/plans/{id}/actions/{action}/restorations", WRITE, restore),
        Route::post("/plans/{id}/renumberings", WRITE, renumber),
    ]
}

/// An action's own page.
#[derive(Debug, Serialize)]
pub(super) struct Show {
    pub(super) plan: Head,
    pub(super) as_at: String,
    pub(super) id: Id,
    pub(super) number: String,
    pub(super) text: String,
    pub(super) section: String,
    pub(super) goal: Option<GoalLink>,
    pub(super) lead: Option<PartyView>,
    pub(super) with: Vec<PartyView>,
    pub(super) frequency: String,
    pub(super) frequency_text: String,
    pub(super) time_plan: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) followed_up_in: Vec<String>,
    pub(super) level: String,
    pub(super) kinds_of_violence: Vec<String>,
    pub(super) target_group: String,
    pub(super) training: String,
    pub(super) indicators: Vec<IndicatorView>,
    pub(super) expectations: Vec<ExpectationView>,
    pub(super) own_activities: Vec<OwnView>,
    /// Bodies that the viewer may add own activities for.
    pub(super) own_bodies: Vec<Choice>,
    pub(super) previous: Option<GoalLink>,
    pub(super) next: Option<GoalLink>,
    pub(super) goals: Vec<Choice>,
    pub(super) places: Vec<Choice>,
}

/// A link to a goal or to a neighbouring action.
#[derive(Debug, Serialize)]
pub(super) struct GoalLink {
    pub(super) number: String,
    pub(super) text: String,
    pub(super) href: String,
}

/// Somebody responsible.
#[derive(Debug, Serialize)]
pub(super) struct PartyView {
    pub(super) text: String,
    pub(super) href: String,
    pub(super) note: String,
}

/// What the action expects of somebody.
#[derive(Debug, Serialize)]
pub(super) struct ExpectationView {
    pub(super) id: Id,
    pub(super) who: String,
    pub(super) what: String,
    pub(super) by: String,
    pub(super) minutes: Option<u32>,
    pub(super) help: String,
}

/// What a body does of its own.
#[derive(Debug, Serialize)]
pub(super) struct OwnView {
    pub(super) id: String,
    pub(super) unit: String,
    pub(super) text: String,
    pub(super) time_plan: String,
    pub(super) mine: bool,
}

async fn show(here: Here, Path((id, action)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let version = version(&here, &plan, &fields).await?;
    let action_id = Id::parse(&action).ok_or(Problem::NotFound)?;
    let content = &version.content;
    let (goal, action) = content.action(&action_id).ok_or(Problem::NotFound)?;
    let head = head(&here, &plan, &version).await?;
    let mut place = place(&here, Some(&plan));
    place.extend(
        goal.map(|goal| Place::new(goal_name(&head, goal), format!("{}{}#goal-{}", head.href, head.query, goal.id))),
    );
    let context = Show {
        as_at: as_at(&here, &version),
        goals: goal_choices(&here, content),
        places: place_choices(&here, content, goal, &action_id),
        previous: neighbour(content, &action_id, &head, -1),
        next: neighbour(content, &action_id, &head, 1),
        own_bodies: own_bodies(&here, &plan, action).await?,
        own_activities: own_activities(&here, &plan, &action_id).await?,
        ..details(&here, action, goal, head).await?
    };
    here.page("pages/plans/actions/show.html", &place, &context)
}

async fn details(here: &Here, action: &Action, goal: Option<&Goal>, head: Head) -> Result<Show> {
    let mut parties = Vec::new();
    for (party, _) in action.parties() {
        parties.push(party_view(here, party).await?);
    }
    let mut parties = parties.into_iter();
    let goal_link = |goal: &Goal| GoalLink {
        number: goal.number.clone(),
        text: goal.title.clone(),
        href: format!("{}{}#goal-{}", head.href, head.query, goal.id),
    };
    Ok(Show {
        as_at: String::new(),
        id: action.id.clone(),
        number: action.number.clone(),
        text: action.text.clone(),
        section: action.section.clone(),
        goal: goal.map(goal_link),
        lead: action.lead.as_ref().and_then(|_| parties.next()),
        with: parties.collect(),
        frequency: action.frequency.map(|each| here.text(&key("plan-frequency", frequency(each)))).unwrap_or_default(),
        frequency_text: action.frequency_text.clone(),
        time_plan: action.time_plan.text.clone(),
        from: action.time_plan.from.as_deref().map(|day| here.date(day)).unwrap_or_default(),
        to: action.time_plan.to.as_deref().map(|day| here.date(day)).unwrap_or_default(),
        followed_up_in: action.followed_up_in.clone(),
        level: action.level.map(|level| here.text(&key("plan-level", level.as_str()))).unwrap_or_default(),
        kinds_of_violence: action.kinds_of_violence.clone(),
        target_group: action.target_group.clone(),
        training: action.training.clone(),
        indicators: action.indicators.iter().map(|indicator| indicator_view(here, indicator)).collect(),
        expectations: action.expectations.iter().map(|expectation| expectation_view(here, expectation)).collect(),
        own_activities: Vec::new(),
        own_bodies: Vec::new(),
        previous: None,
        next: None,
        goals: Vec::new(),
        places: Vec::new(),
        plan: head,
    })
}

async fn party_view(here: &Here, party: &Party) -> Result<PartyView> {
    let text = party.name().to_owned();
    Ok(match party {
        Party::Unit { unit, .. } => {
            let note = match Unit::find(here.db(), unit).await?.and_then(|unit| unit.answers) {
                Some(identity::Answers::Each) => here.text("plan-answers-each"),
                Some(identity::Answers::One) => here.text("plan-answers-one"),
                None => String::new(),
            };
            PartyView { text, href: format!("/bodies/{unit}"), note }
        }
        Party::Function { .. } => PartyView { text, href: String::new(), note: here.text("plan-party-function") },
        Party::Named { .. } => PartyView { text, href: String::new(), note: here.text("plan-party-named") },
    })
}

/// An expectation in words.
pub(super) fn expectation_view(here: &Here, expectation: &crate::content::Expectation) -> ExpectationView {
    let audience = &expectation.audience;
    let kind =
        if audience.unit_kind.is_empty() { String::new() } else { here.text(&key("unit-kind", &audience.unit_kind)) };
    let who =
        [audience.function.clone(), kind].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let by = match expectation.by.split_once('-') {
        Some((month, _)) if month.len() == 2 => {
            let date = here.date(&format!("2024-{}", expectation.by));
            let day = date.rsplit_once(' ').map_or(date.as_str(), |(day, _)| day);
            here.text_with("plan-every-year-by", &[("day", day)])
        }
        _ => here.date(&expectation.by),
    };
    let (what, help) = (expectation.what.clone(), expectation.help.clone());
    ExpectationView { id: expectation.id.clone(), who, what, by, minutes: expectation.minutes, help }
}

async fn own_activities(here: &Here, plan: &Plan, action: &Id) -> Result<Vec<OwnView>> {
    let mut views = Vec::new();
    for own in
        OwnActivity::of_plan(here.db(), &plan.id).await?.into_iter().filter(|own| own.action_id == action.as_str())
    {
        let unit = Unit::find(here.db(), &Id::stored(own.unit_id)).await?;
        let mine = unit.is_some_and(|unit| here.viewer().may(Verb::Submit, &unit.path));
        views.push(OwnView { id: own.id, unit: own.unit_name, text: own.text, time_plan: own.time_plan, mine });
    }
    Ok(views)
}

/// The units that answer for the action and that the viewer answers for; only once the plan is adopted.
pub(super) async fn own_bodies(here: &Here, plan: &Plan, action: &Action) -> Result<Vec<Choice>> {
    let mut choices = Vec::new();
    if plan.adopted.is_none() || !here.viewer().may_somewhere(Verb::Submit) {
        return Ok(choices);
    }
    for unit in action.parties().filter_map(|(party, _)| party.unit()) {
        let Some(unit) = Unit::find(here.db(), unit).await? else { continue };
        let members = if unit.kind.is_group() { unit.members(here.db()).await? } else { vec![unit] };
        let own = members.into_iter().filter(|unit| here.viewer().may(Verb::Submit, &unit.path));
        choices.extend(own.map(|unit| Choice::new(unit.id.as_str(), unit.name)));
    }
    Ok(choices)
}

fn goal_name(head: &Head, goal: &Goal) -> String {
    format!("{} {}", head.levels.goal.one, goal.number).trim().to_owned()
}

fn neighbour(content: &Content, id: &Id, head: &Head, step: isize) -> Option<GoalLink> {
    let actions: Vec<&Action> = content.actions().map(|(_, action)| action).collect();
    let at = actions.iter().position(|action| action.id == *id)?;
    let other = actions.get(at.checked_add_signed(step)?)?;
    let href = format!("{}/actions/{}{}", head.href, other.id, head.query);
    Some(GoalLink { number: other.number.clone(), text: other.text.clone(), href })
}

fn goal_choices(here: &Here, content: &Content) -> Vec<Choice> {
    let goal = |goal: &Goal| Choice::new(goal.id.as_str(), format!("{} {}", goal.number, goal.title).trim().to_owned());
    let mut choices: Vec<Choice> = content.goals.iter().map(goal).collect();
    choices.push(Choice::new("", here.text("plan-no-goal")));
    choices
}

/// The places an action can be moved to under its own goal: first, or after one of the others.
fn place_choices(here: &Here, content: &Content, goal: Option<&Goal>, id: &Id) -> Vec<Choice> {
    let list = goal.map_or(&content.actions, |goal| &goal.actions);
    let mut choices = vec![Choice::new("", here.text("plan-place-first"))];
    for action in list.iter().filter(|action| action.id != *id) {
        let text: String = format!("{} {}", action.number, action.text).chars().take(60).collect();
        choices.push(Choice::new(action.id.as_str(), here.text_with("plan-place-after", &[("action", text.trim())])));
    }
    choices
}

/// The form's page.
#[derive(Debug, Serialize)]
pub(super) struct Edit {
    pub(super) plan: Head,
    pub(super) action: String,
    pub(super) form: Form,
    pub(super) goals: Vec<Choice>,
    pub(super) parties: Vec<Choice>,
    pub(super) frequencies: Vec<Choice>,
    pub(super) levels: Vec<Choice>,
    /// Those co-responsible, and empty places for more.
    pub(super) co: Vec<String>,
}

async fn edit_page(here: &Here, id: &str, action: &str, form: Form) -> Result<Response> {
    let (plan, version) = draft(here, id).await?;
    let refused = !form.errors.is_empty() || !form.conflicts.is_empty();
    let context = Edit {
        plan: head(here, &plan, &version).await?,
        action: action.to_owned(),
        goals: goal_choices(here, &version.content),
        parties: form::party_choices(here, &version.content).await?,
        frequencies: choices::frequencies(here),
        levels: choices::levels(here),
        co: form::places(&form),
        form,
    };
    let place = place(here, Some(&plan));
    let template = "pages/plans/actions/edit.html";
    if refused { here.again(template, &place, &context) } else { here.page(template, &place, &context) }
}

async fn new(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (_, version) = draft(&here, &id).await?;
    let goal = Id::parse(fields.get("goal")).and_then(|goal| version.content.goal(&goal).cloned());
    let others = goal.as_ref().map_or(&version.content.actions, |goal| &goal.actions);
    let number = Content::next_number(goal.as_ref(), others);
    let texts = form::texts(&Action::new(Id::default(), number, ""), goal.as_ref().map(|goal| &goal.id));
    edit_page(&here, &id, "", Form::of(texts)).await
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let parties = form::Parties::load(&here).await?;
    let fields = form::joined(&fields, &parties);
    let sent = match form::Sent::read(&fields, &parties) {
        Ok(sent) => sent,
        Err(errors) => return edit_page(&here, &id, "", kept(&here, &fields, &errors)).await,
    };
    let made = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.action_added", |content, change| {
        let mut action = Action::new(change.new_id(), "", "");
        sent.apply(&mut action);
        let id = action.id.clone();
        let to = last_of(content, sent.goal.as_ref());
        content.insert_action(action, &to).map_err(|_| Problem::NotFound)?;
        Ok(id)
    })
    .await?;
    Ok(here.go_saying(&action_path(&plan, made.as_str()), "said-action-added", None))
}

fn kept(here: &Here, fields: &Fields, errors: &FormErrors) -> Form {
    Form::kept(&form::TEXTS, fields, here.errors(errors))
}

/// The last place under a goal, or among the actions without goal.
fn last_of(content: &Content, goal: Option<&Id>) -> Destination {
    let list = goal.and_then(|goal| content.goal(goal)).map_or(&content.actions, |goal| &goal.actions);
    Destination { goal: goal.cloned(), after: list.last().map(|action| action.id.clone()) }
}

async fn edit(here: Here, Path((id, action)): Path<(String, String)>) -> Result<Response> {
    let (_, version) = draft(&here, &id).await?;
    let action_id = Id::parse(&action).ok_or(Problem::NotFound)?;
    let (goal, found) = version.content.action(&action_id).ok_or(Problem::NotFound)?;
    let texts = form::texts(found, goal.map(|goal| &goal.id));
    edit_page(&here, &id, &action, Form::of(texts)).await
}

async fn update(here: Here, Path((id, action)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let action_id = Id::parse(&action).ok_or(Problem::NotFound)?;
    let parties = form::Parties::load(&here).await?;
    let fields = form::joined(&fields, &parties);
    let saved = Plan::edit(here.db(), here.viewer(), &plan.id, "plan.action_changed", |content, _| {
        let from = content.place_of(&action_id).ok_or(Problem::NotFound)?.goal;
        let current = content.action_mut(&action_id).ok_or(Problem::NotFound)?;
        let settled = settle(&fields, &form::texts(current, from.as_ref()))?;
        let sent = form::Sent::read(&settled, &parties)?;
        sent.apply(current);
        current.revision += 1;
        if from != sent.goal {
            let to = last_of(content, sent.goal.as_ref());
            content.move_action(&action_id, &to).map_err(problem)?;
        }
        Ok(())
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&action_path(&plan, &action), "said-action-saved", None)) };
    match refusal(error)? {
        Refusal::Errors(errors) => edit_page(&here, &id, &action, kept(&here, &fields, &errors)).await,
        Refusal::Conflict => conflict(&here, &id, &action, &fields).await,
    }
}

/// What only one of two has changed stands; where both changed the same, both texts stand side by side.
async fn conflict(here: &Here, id: &str, action: &str, fields: &Fields) -> Result<Response> {
    let (plan, version) = draft(here, id).await?;
    let action_id = Id::parse(action).ok_or(Problem::NotFound)?;
    let (goal, current) = version.content.action(&action_id).ok_or(Problem::NotFound)?;
    let saved = form::texts(current, goal.map(|goal| &goal.id));
    let lists = [
        ("goal", goal_choices(here, &version.content)),
        ("frequency", choices::frequencies(here)),
        ("level", choices::levels(here)),
        ("lead", form::party_choices(here, &version.content).await?),
    ];
    let say = |name: &str, value: &str| {
        let listed = if name == "co" { "lead" } else { name };
        let (_, list) = lists.iter().find(|(other, _)| *other == listed)?;
        let text = |value: &str| {
            list.iter().find(|choice| choice.value == value).map_or(value.to_owned(), |choice| choice.text.clone())
        };
        let said = value.lines().map(text).collect::<Vec<_>>().join(", ");
        Some(if said.is_empty() { here.text("plan-nobody-yet") } else { said })
    };
    let label = |name: &str| key("plan-field", if name == "co" { "co-responsible" } else { name });
    let form = Form::conflicting(here, &plan, label, fields, &saved, say).await?;
    edit_page(here, id, action, form).await
}

async fn create_move(here: Here, Path((id, action)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let action_id = Id::parse(&action).ok_or(Problem::NotFound)?;
    Plan::edit(here.db(), here.viewer(), &plan.id, "plan.action_moved", |content, _| {
        let goal = content.place_of(&action_id).ok_or(Problem::NotFound)?.goal;
        content.move_action(&action_id, &Destination { goal, after: Id::parse(fields.get("after")) }).map_err(problem)
    })
    .await?;
    Ok(here.go_saying(&action_path(&plan, &action), "said-action-moved", None))
}

async fn remove(here: Here, Path((id, action)): Path<(String, String)>) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let action_id = Id::parse(&action).ok_or(Problem::NotFound)?;
    Plan::edit(here.db(), here.viewer(), &plan.id, "plan.action_removed", |content, _| {
        content.take_away(&action_id).map_err(problem)
    })
    .await?;
    let version = if plan.adopted.is_some() { "&version=draft" } else { "" };
    Ok(here.go(&format!("/plans/{id}?undo={action}{version}")))
}

async fn restore(here: Here, Path((id, action)): Path<(String, String)>) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let action_id = Id::parse(&action).ok_or(Problem::NotFound)?;
    Plan::edit(here.db(), here.viewer(), &plan.id, "plan.action_restored", |content, _| {
        content.put_back(&action_id).map_err(problem)
    })
    .await?;
    Ok(here.go_saying(&action_path(&plan, &action), "said-action-restored", None))
}

async fn renumber(here: Here, Path(id): Path<String>) -> Result<Response> {
    let plan = own_plan(&here, &id).await?;
    let changed =
        Plan::edit(here.db(), here.viewer(), &plan.id, "plan.renumbered", |content, _| Ok(content.renumber())).await?;
    let query = if plan.adopted.is_some() { "?version=draft" } else { "" };
    Ok(here.go_saying(&format!("/plans/{id}{query}"), "said-plan-renumbered", Some(&changed.to_string())))
}

/// An action of the version that is being written.
fn action_path(plan: &Plan, action: &str) -> String {
    let query = if plan.adopted.is_some() { "?version=draft" } else { "" };
    format!("/plans/{}/actions/{action}{query}", plan.id)
}

fn problem(error: MoveError) -> Problem {
    match error {
        MoveError::Missing => Problem::NotFound,
        MoveError::NoPlace => Problem::Conflict,
    }
}

/// An invented action of a plan.
fn sample_action(plan: Head) -> Show {
    let link = || {
        Some(GoalLink {
            number: "1".to_owned(),
            text: "Ingen ska vara rädd".to_owned(),
            href: "/plans/p#goal-g".to_owned(),
        })
    };
    let party =
        |note: &str| PartyView { text: "Polisen".to_owned(), href: "/bodies/p".to_owned(), note: note.to_owned() };
    let expectation = || ExpectationView {
        id: Id::stored("e".to_owned()),
        who: "Rektor, skolenhet".to_owned(),
        what: "Läs guiden.".to_owned(),
        by: "varje år senast 30 november".to_owned(),
        minutes: Some(30),
        help: "Samordnaren".to_owned(),
    };
    let own = || OwnView {
        id: "o".to_owned(),
        unit: "Socialnämnden".to_owned(),
        text: "Möten.".to_owned(),
        time_plan: "2026".to_owned(),
        mine: true,
    };
    let indicator = || IndicatorView {
        id: Id::stored("i".to_owned()),
        text: "Antal samtal".to_owned(),
        kind: "Antal".to_owned(),
        has_source: false,
    };
    Show {
        plan,
        as_at: "Version 1".to_owned(),
        id: Id::stored("a".to_owned()),
        number: "1.1".to_owned(),
        text: "Fråga om våld.".to_owned(),
        section: "I skolan".to_owned(),
        goal: link(),
        lead: Some(party("")),
        with: vec![party("var och en svarar")],
        frequency: "Varje år".to_owned(),
        frequency_text: "Årligen".to_owned(),
        time_plan: "Hösten 2026".to_owned(),
        from: "1 augusti 2026".to_owned(),
        to: "31 december 2026".to_owned(),
        followed_up_in: vec!["VB".to_owned()],
        level: "Universell".to_owned(),
        kinds_of_violence: vec!["hedersvåld".to_owned()],
        target_group: "Alla".to_owned(),
        training: "En dag".to_owned(),
        indicators: vec![indicator()],
        expectations: vec![expectation()],
        own_activities: vec![own()],
        own_bodies: vec![Choice::new("s", "Socialnämnden")],
        previous: link(),
        next: None,
        goals: vec![Choice::new("", "Utan mål")],
        places: vec![Choice::new("", "Först")],
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let edit = |form: Form| Edit {
        plan: super::samples::draft(),
        action: "a".to_owned(),
        co: form::places(&form),
        form,
        goals: vec![Choice::new("g", "1 Målet")],
        parties: vec![Choice::new("unit:s", "Socialnämnden")],
        frequencies: Vec::new(),
        levels: Vec::new(),
    };
    let mut samples = list::samples();
    samples.extend(
        [super::samples::head(), super::samples::draft()]
            .map(|head| Sample::new("pages/plans/actions/show.html", &sample_action(head))),
    );
    let plain = || Form::of(form::texts(&Action::new(Id::stored("a".to_owned()), "1.1", "Fråga."), None));
    let mut torn = plain();
    let both = Conflict {
        label: "Vad".to_owned(),
        mine: "Mitt.".to_owned(),
        theirs: "Ditt.".to_owned(),
        by: "Berit".to_owned(),
    };
    torn.conflicts.insert("text", both);
    samples.extend([plain(), torn].map(|form| Sample::new("pages/plans/actions/edit.html", &edit(form))));
    samples
}
