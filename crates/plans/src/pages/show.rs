//! A plan as it is read: by goal and by actor.

mod links;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::Verb;
use jiff::civil::Date;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::choices::level_words;
use super::{READ, place, plan};
use crate::actors::{Part, by_actor};
use crate::content::{Action, Content, Indicator, Section};
use crate::editions::LevelWords;
use crate::plan::Plan;
use crate::version::Version;
use crate::words::{self, key};

pub(crate) use links::{GoalLink, Links};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}", READ, by_goal), Route::get("/plans/{id}/actors", READ, by_actors)]
}

/// What each page of a plan shows around its content.
#[derive(Debug, Serialize)]
pub(crate) struct Head {
    pub(crate) id: Id,
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) owner: String,
    pub(crate) owner_href: String,
    pub(crate) kind: String,
    pub(crate) state: &'static str,
    pub(crate) period: String,
    pub(crate) summary: String,
    pub(crate) version: i64,
    pub(crate) is_draft: bool,
    /// The version that is being written, when this is the adopted one and the viewer writes.
    pub(crate) has_draft: bool,
    pub(crate) published: bool,
    pub(crate) may_write: bool,
    /// The viewer may decide on the plan: adopt, extend and close it.
    pub(crate) may_approve: bool,
    /// The viewer may write and this is the version that is being written.
    pub(crate) editable: bool,
    pub(crate) in_consultation: bool,
    pub(crate) adopted: bool,
    pub(crate) closed: bool,
    pub(crate) decision: Option<DecisionText>,
    /// The last day, where that lies beyond the period, and why.
    pub(crate) extension: Option<Because>,
    /// The day it was closed, and why.
    pub(crate) closing: Option<Because>,
    /// The last day it is in force.
    pub(crate) last_day: String,
    pub(crate) strategy: Option<Link>,
    pub(crate) predecessor: Option<Link>,
    pub(crate) actions: usize,
    pub(crate) levels: LevelWords,
    /// Added to links within the plan so that the same version is read on: empty or `?version=2`.
    pub(crate) query: String,
}

/// A decision in the reader's words.
#[derive(Debug, Serialize)]
pub(crate) struct DecisionText {
    pub(crate) body: String,
    pub(crate) date: String,
    pub(crate) paragraph: String,
    pub(crate) diary_number: String,
    pub(crate) in_force_from: String,
}

/// A day that somebody decided on, with the reason.
#[derive(Debug, Serialize)]
pub(crate) struct Because {
    pub(crate) day: String,
    pub(crate) reason: String,
}

/// A link with its text.
#[derive(Debug, Serialize)]
pub(crate) struct Link {
    pub(crate) text: String,
    pub(crate) href: String,
}

/// The reader's context.
#[derive(Debug, Serialize)]
pub(crate) struct ByGoal {
    pub(crate) plan: Head,
    pub(crate) as_at: String,
    pub(crate) introduction: Vec<Section>,
    pub(crate) goals: Vec<GoalView>,
    pub(crate) sections: Vec<SectionView>,
    pub(crate) undo: Option<Undo>,
}

/// Something just removed that can be put back.
#[derive(Debug, Serialize)]
pub(crate) struct Undo {
    pub(crate) href: String,
    pub(crate) what: String,
}

/// A goal as it is read.
#[derive(Debug, Serialize)]
pub(crate) struct GoalView {
    pub(crate) id: Id,
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) text: String,
    /// The goal of the plan above that it supports.
    pub(crate) supports: Option<GoalLink>,
    /// Goals of other plans that support it.
    pub(crate) supported: Vec<GoalLink>,
    pub(crate) preconditions: Vec<String>,
    pub(crate) development_areas: Vec<String>,
    pub(crate) measures: Vec<MeasureView>,
    pub(crate) indicators: Vec<IndicatorView>,
    pub(crate) sections: Vec<SectionView>,
    pub(crate) count: usize,
}

/// Actions under one heading, or under none.
#[derive(Debug, Serialize)]
pub(crate) struct SectionView {
    pub(crate) heading: String,
    pub(crate) actions: Vec<ActionView>,
    pub(crate) has_numbers: bool,
    pub(crate) has_time: bool,
}

/// A measure as it is read.
#[derive(Debug, Serialize)]
pub(crate) struct MeasureView {
    pub(crate) text: String,
    pub(crate) indicators: Vec<IndicatorView>,
}

/// An indicator as it is read.
#[derive(Debug, Serialize)]
pub(crate) struct IndicatorView {
    pub(crate) id: Id,
    pub(crate) text: String,
    pub(crate) kind: String,
    pub(crate) has_source: bool,
}

/// An action in a list.
#[derive(Debug, Serialize)]
pub(crate) struct ActionView {
    pub(crate) id: Id,
    pub(crate) href: String,
    pub(crate) number: String,
    pub(crate) text: String,
    pub(crate) lead: String,
    pub(crate) with: Vec<String>,
    pub(crate) time: String,
}

/// The version a page is about: the one asked for by `?version=`, or the one the viewer reads anyway.
pub(crate) async fn version(here: &Here, plan: &Plan, fields: &Fields) -> Result<Version> {
    let asked = match (fields.get("version"), fields.number("version")) {
        ("draft", _) => match &plan.draft {
            Some(draft) if plan.opens_draft_to(here.viewer()) => Version::find(here.db(), draft).await?,
            _ => None,
        },
        (_, Some(number)) => Version::numbered(here.db(), here.viewer(), plan, number).await?,
        _ => Version::read(here.db(), here.viewer(), plan).await?,
    };
    Ok(asked.ok_or(Problem::NotFound)?)
}

async fn by_goal(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let version = version(&here, &plan, &fields).await?;
    let head = head(&here, &plan, &version).await?;
    let content = &version.content;
    let undo = fields.get("undo");
    let undo = (head.editable && Id::parse(undo).is_some()).then(|| Undo {
        href: format!("{}/actions/{undo}/restorations", head.href),
        what: fields.get("was").to_owned(),
    });
    let context = ByGoal {
        as_at: as_at(&here, &version),
        introduction: content.introduction.clone(),
        goals: goals(&here, content, &head, &Links::of(&here, &plan).await?),
        sections: sections(&content.actions, &head),
        undo,
        plan: head,
    };
    here.page("pages/plans/show/by_goal.html", &place(&here, None), &context)
}

pub(crate) fn as_at(here: &Here, version: &Version) -> String {
    let number = version.number.to_string();
    match &version.decision {
        Some(decision) => {
            here.text_with("plan-as-adopted", &[("number", &number), ("date", &here.date(&decision.date.to_string()))])
        }
        None => here.text_with("plan-as-written", &[("number", &number), ("time", &here.time(version.changed_at))]),
    }
}

pub(crate) async fn head(here: &Here, plan: &Plan, version: &Version) -> Result<Head> {
    let content = &version.content;
    let href = format!("/plans/{}", plan.id);
    let is_draft = !version.is_adopted();
    let may_write = plan.may_write(here.viewer());
    let usual = plan.reading_version(here.viewer()) == Some(&version.id);
    let query = if usual {
        String::new()
    } else if is_draft {
        "?version=draft".to_owned()
    } else {
        format!("?version={}", version.number)
    };
    let decision = version.decision.as_ref().map(|decision| DecisionText {
        body: decision.body.clone(),
        date: here.date(&decision.date.to_string()),
        paragraph: decision.paragraph.clone(),
        diary_number: decision.diary_number.clone(),
        in_force_from: here.date(&decision.in_force_from.to_string()),
    });
    let state = plan.state(here.db().clock().today());
    let because = |day: Option<Date>, reason: &str| {
        day.map(|day| Because { day: here.date(&day.to_string()), reason: reason.to_owned() })
    };
    Ok(Head {
        id: plan.id.clone(),
        owner: plan.owner_name.clone(),
        owner_href: format!("/bodies/{}", plan.owner),
        title: content.title.clone(),
        kind: here.text(&key("plan-kind", plan.kind.as_str())),
        state: if is_draft && plan.adopted.is_some() { "draft" } else { state.as_str() },
        period: content.period.to_string(),
        summary: content.summary.clone(),
        version: version.number,
        is_draft,
        has_draft: plan.draft.is_some() && !is_draft && plan.shows_draft_to(here.viewer()),
        published: plan.published,
        may_write,
        may_approve: here.viewer().may(Verb::Approve, &plan.owner_path),
        editable: may_write && is_draft && here.viewer().may(Verb::Write, &plan.owner_path),
        in_consultation: plan.is_in_consultation(),
        adopted: plan.adopted.is_some(),
        closed: state == crate::PlanState::Closed,
        decision,
        extension: because(plan.extended_to, &plan.extension_reason),
        closing: because(plan.closed_on, &plan.closing_reason),
        last_day: here.date(&plan.last_day().to_string()),
        strategy: link(here, plan.strategy.as_ref()).await?,
        predecessor: link(here, plan.predecessor.as_ref()).await?,
        actions: content.action_count(),
        levels: level_words(here, content),
        query,
        href,
    })
}

async fn link(here: &Here, id: Option<&Id>) -> Result<Option<Link>> {
    let Some(id) = id else { return Ok(None) };
    let found = Plan::find(here.db(), here.viewer(), id).await?;
    Ok(found.map(|plan| Link { text: plan.title.clone(), href: format!("/plans/{}", plan.id) }))
}

pub(crate) fn goals(here: &Here, content: &Content, head: &Head, links: &Links) -> Vec<GoalView> {
    let texts = |items: &[crate::content::Item]| items.iter().map(|item| item.text.clone()).collect();
    let indicators = |list: &[Indicator]| list.iter().map(|indicator| indicator_view(here, indicator)).collect();
    let measure = |measure: &crate::content::Measure| MeasureView {
        text: measure.text.clone(),
        indicators: indicators(&measure.indicators),
    };
    let view = |goal: &crate::content::Goal| GoalView {
        id: goal.id.clone(),
        number: goal.number.clone(),
        title: goal.title.clone(),
        text: goal.text.clone(),
        supports: links.supported_by(here, goal),
        supported: links.supporting(here, goal),
        preconditions: texts(&goal.preconditions),
        development_areas: texts(&goal.development_areas),
        measures: goal.measures.iter().map(measure).collect(),
        indicators: indicators(&goal.indicators),
        sections: sections(&goal.actions, head),
        count: goal.actions.len(),
    };
    content.goals.iter().map(view).collect()
}

pub(crate) fn indicator_view(here: &Here, indicator: &Indicator) -> IndicatorView {
    IndicatorView {
        id: indicator.id.clone(),
        text: indicator.text.clone(),
        kind: here.text(&key("plan-indicator-kind", words::indicator_kind(indicator.kind))),
        has_source: !indicator.source.is_empty(),
    }
}

/// Actions grouped by the heading they stand under, in order.
pub(crate) fn sections(actions: &[Action], head: &Head) -> Vec<SectionView> {
    let mut sections: Vec<SectionView> = Vec::new();
    for action in actions {
        if sections.last().is_none_or(|section| section.heading != action.section) {
            let heading = action.section.clone();
            sections.push(SectionView { heading, actions: Vec::new(), has_numbers: false, has_time: false });
        }
        if let Some(section) = sections.last_mut() {
            let view = action_view(action, head);
            section.has_numbers |= !view.number.is_empty();
            section.has_time |= !view.time.is_empty();
            section.actions.push(view);
        }
    }
    sections
}

pub(crate) fn action_view(action: &Action, head: &Head) -> ActionView {
    let when = if action.time_plan.text.is_empty() { &action.frequency_text } else { &action.time_plan.text };
    ActionView {
        id: action.id.clone(),
        href: format!("{}/actions/{}{}", head.href, action.id, head.query),
        number: action.number.clone(),
        text: action.text.clone(),
        lead: action.lead.as_ref().map(|party| party.name().to_owned()).unwrap_or_default(),
        with: action.co_responsible.iter().map(|party| party.name().to_owned()).collect(),
        time: when.clone(),
    }
}

/// The context of the view by actor.
#[derive(Debug, Serialize)]
pub(crate) struct ByActor {
    pub(crate) plan: Head,
    pub(crate) as_at: String,
    pub(crate) actors: Vec<ActorView>,
}

/// A body and its part in the plan.
#[derive(Debug, Serialize)]
pub(crate) struct ActorView {
    pub(crate) anchor: String,
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) role: String,
    pub(crate) leads: Vec<ActionView>,
    pub(crate) takes_part: Vec<ActionView>,
    pub(crate) count: usize,
}

async fn by_actors(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let version = version(&here, &plan, &fields).await?;
    let head = head(&here, &plan, &version).await?;
    let actors =
        by_actor(&version.content).iter().zip(1..).map(|(part, number)| actor_view(part, number, &head)).collect();
    let context = ByActor { as_at: as_at(&here, &version), actors, plan: head };
    here.page("pages/plans/show/by_actor.html", &place(&here, None), &context)
}

fn actor_view(part: &Part<'_>, number: usize, head: &Head) -> ActorView {
    let views = |actions: &[&Action]| actions.iter().map(|action| action_view(action, head)).collect();
    ActorView {
        anchor: format!("actor-{number}"),
        name: part.name.clone(),
        href: part.unit.as_ref().map(|unit| format!("/bodies/{unit}")).unwrap_or_default(),
        role: part.role.clone(),
        leads: views(&part.leads),
        takes_part: views(&part.takes_part),
        count: part.leads.len() + part.takes_part.len(),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let head = super::samples::draft;
    let action = |number: &str| ActionView {
        id: Id::stored(format!("a{number}")),
        href: "/plans/p/actions/a".to_owned(),
        number: number.to_owned(),
        text: "Fråga om våld vid varje inskrivning.".to_owned(),
        lead: if number.is_empty() { String::new() } else { "Socialnämnden".to_owned() },
        with: vec!["Polisen".to_owned()],
        time: "2026".to_owned(),
    };
    let section = |number: &str| SectionView {
        heading: "I skolan".to_owned(),
        has_numbers: !number.is_empty(),
        has_time: true,
        actions: vec![action(number)],
    };
    let goal = GoalView {
        id: Id::stored("g".to_owned()),
        number: "1".to_owned(),
        title: "Ingen ska vara rädd".to_owned(),
        text: "Varför målet finns.".to_owned(),
        supports: Some(GoalLink {
            text: "Stödjer 2 Tidiga insatser i Länsplanen".to_owned(),
            href: "/plans/l#goal-2".to_owned(),
        }),
        supported: vec![GoalLink {
            text: "Ekviks kommun, Trygg i Ekvik: 1 Ingen ska vara rädd".to_owned(),
            href: "/plans/e#goal-1".to_owned(),
        }],
        preconditions: vec!["Alla har en kontaktperson.".to_owned()],
        development_areas: vec!["Fler behöver fråga.".to_owned()],
        measures: vec![MeasureView { text: "Andel som frågar".to_owned(), indicators: Vec::new() }],
        indicators: Vec::new(),
        sections: vec![section("1.1")],
        count: 1,
    };
    let text =
        Section { id: Id::stored("s".to_owned()), heading: "Bakgrund".to_owned(), text: "Ett.\n\nTvå.".to_owned() };
    let undo = Some(Undo { href: "/plans/p/actions/a/restorations".to_owned(), what: "1.2".to_owned() });
    let filled = ByGoal {
        plan: head(),
        as_at: "Utkast".to_owned(),
        introduction: vec![text],
        goals: vec![goal],
        sections: vec![section("")],
        undo,
    };
    let empty = |plan: Head| ByGoal {
        plan,
        as_at: String::new(),
        introduction: Vec::new(),
        goals: Vec::new(),
        sections: Vec::new(),
        undo: None,
    };
    let actor = ActorView {
        anchor: "actor-1".to_owned(),
        name: "Socialnämnden".to_owned(),
        href: "/bodies/s".to_owned(),
        role: "Utreder och stöder.".to_owned(),
        leads: vec![action("1.1")],
        takes_part: vec![action("")],
        count: 2,
    };
    let actors = |actors| ByActor { plan: super::samples::head(), as_at: "Antagen".to_owned(), actors };
    vec![
        Sample::new("pages/plans/show/by_goal.html", &filled),
        Sample::new("pages/plans/show/by_goal.html", &empty(head())),
        Sample::new("pages/plans/show/by_goal.html", &empty(super::samples::head())),
        Sample::new("pages/plans/show/by_goal.html", &empty(super::samples::closed())),
        Sample::new("pages/plans/show/by_actor.html", &actors(vec![actor])),
        Sample::new("pages/plans/show/by_actor.html", &actors(Vec::new())),
    ]
}
