//! Sending a plan out for comments, giving them, answering them.

mod comments;
mod new;
mod round;

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::{Purpose, Verb};
use serde::Serialize;
use web::{Fields, Here, Permission, Place, Result, Route, Sample};

use super::choices::Choice;
use super::show::{self, GoalView, Head, Link, Links, SectionView, goals, sections};
use super::{WRITE, place, samples};
use crate::content::{Content, Section};
use crate::plan::Plan;
use crate::plan::consultation::{Asked, COMMENTS, Consultation, OUTCOMES};
use crate::version::Version;
use crate::words::key;

use round::RoundView;

/// Whoever is asked for comments, or the plan's owner; both are looked up.
const ANSWER: Permission = Permission::Somewhere(Verb::Submit);

/// Whoever was given a link to a round may answer in it.
const LINKED: &[Purpose] = &[COMMENTS];

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/{id}/consultations", Permission::SignedIn, index).also_for(LINKED),
        Route::get("/plans/{id}/consultations/new", WRITE, new::new),
        Route::post("/plans/{id}/consultations", WRITE, new::create),
        Route::get("/plans/{id}/consultations/{round}", Permission::SignedIn, show).also_for(LINKED),
        Route::get("/plans/{id}/consultations/{round}/comments.xlsx", Permission::SignedIn, comments::export),
        Route::post("/plans/{id}/consultations/{round}/comments", ANSWER, comments::create).also_for(LINKED),
        Route::post("/plans/{id}/consultations/{round}/comments/{comment}/answers", WRITE, comments::answer),
        Route::post("/plans/{id}/consultations/{round}/completions", ANSWER, comments::finish).also_for(LINKED),
        Route::post("/plans/{id}/consultations/{round}/closings", WRITE, comments::close),
    ]
}

/// A round of comments that the viewer takes part in: as the plan's owner, or for a body that was asked.
pub(super) struct Seen {
    pub(super) plan: Plan,
    pub(super) round: Consultation,
    pub(super) asked: Vec<Asked>,
    /// The viewer works with the plan itself and sees what everybody says.
    owner: bool,
}

/// The plan in the address, for whoever sees it or has a link to a round of comments on it.
async fn plan(here: &Here, id: &str) -> Result<Plan> {
    let plan = Id::parse(id).ok_or(Problem::NotFound)?;
    match Plan::find_by_link(here.db(), here.viewer(), &plan).await? {
        Some(found) => Ok(found),
        None => super::plan(here, id).await,
    }
}

impl Seen {
    async fn of(here: &Here, plan: &Plan, round: Consultation) -> Result<Option<Self>> {
        let asked = round.asked(here.db()).await?;
        let owner = plan.shows_draft_to(here.viewer());
        let linked = here.viewer().errand_for(COMMENTS, &round.id).is_some();
        let own = linked || asked.iter().any(|body| here.viewer().may(Verb::See, &body.path));
        Ok((owner || own).then(|| Self { plan: plan.clone(), round, asked, owner }))
    }

    /// All rounds of the plan that the viewer takes part in, the newest first.
    async fn list(here: &Here, plan: &Plan) -> Result<Vec<Self>> {
        let mut seen = Vec::new();
        for round in Consultation::of_plan(here.db(), &plan.id).await? {
            seen.extend(Self::of(here, plan, round).await?);
        }
        Ok(seen)
    }

    pub(super) async fn find(here: &Here, id: &str, round: &str) -> Result<Self> {
        let plan = plan(here, id).await?;
        let found = Self::list(here, &plan).await?.into_iter().find(|seen| seen.round.id.as_str() == round);
        Ok(found.ok_or(Problem::NotFound)?)
    }

    pub(super) fn href(&self) -> String {
        format!("/plans/{}/consultations/{}", self.plan.id, self.round.id)
    }

    /// Where the round is talked about.
    pub(super) fn talk(&self) -> String {
        format!("/plans/{}/consultations?round={}", self.plan.id, self.round.id)
    }

    /// The plan as it was sent out, as if it were a version.
    fn version(&self) -> Version {
        Version {
            id: Id::default(),
            plan: self.plan.id.clone(),
            number: 0,
            content: self.round.content.clone(),
            revision: 0,
            changed_at: jiff::Timestamp::UNIX_EPOCH,
            decision: None,
        }
    }

    /// The head of what was sent out: nothing in it can be edited.
    async fn head(&self, here: &Here) -> Result<Head> {
        let head = show::head(here, &self.plan, &self.version()).await?;
        let state = self.plan.state(here.db().clock().today()).as_str();
        Ok(Head { state, editable: false, query: String::new(), ..head })
    }
}

/// The page's context.
#[derive(Debug, Serialize)]
struct Index {
    plan: Head,
    round: Option<RoundView>,
    others: Vec<Link>,
    may_write: bool,
    /// There is a draft that can be sent out.
    may_send: bool,
    form: Form,
    units: Vec<Choice>,
    subjects: Vec<Choice>,
    outcomes: Vec<Choice>,
}

/// What was typed: a comment, or the answer to one.
#[derive(Debug, Default, Serialize)]
struct Form {
    unit: String,
    subject: String,
    text: String,
    /// The comment that is being answered; empty for a new comment.
    answering: String,
    outcome: String,
    answer: String,
    errors: BTreeMap<String, String>,
}

async fn index(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let form = Form { subject: fields.get("subject").to_owned(), ..Form::default() };
    page(&here, &plan(&here, &id).await?, fields.get("round"), form).await
}

/// The round with this id, or the newest one.
async fn page(here: &Here, plan: &Plan, round: &str, form: Form) -> Result<Response> {
    let mut rounds = Seen::list(here, plan).await?;
    let asked_for = rounds.iter().position(|seen| seen.round.id.as_str() == round);
    if (asked_for.is_none() && !round.is_empty()) || (rounds.is_empty() && !plan.shows_draft_to(here.viewer())) {
        return Err(Problem::NotFound.into());
    }
    let seen = (!rounds.is_empty()).then(|| rounds.remove(asked_for.unwrap_or_default()));
    let head = match &seen {
        Some(seen) => seen.head(here).await?,
        None => {
            let version = Version::read(here.db(), here.viewer(), plan).await?.ok_or(Problem::NotFound)?;
            show::head(here, plan, &version).await?
        }
    };
    let answerable = seen.as_ref().map(|seen| seen.round.answerable(here.viewer(), &seen.asked)).unwrap_or_default();
    let may_write = plan.may_write(here.viewer());
    let refused = !form.errors.is_empty();
    let context = Index {
        units: answerable.iter().map(|body| Choice::new(body.unit_id.clone(), body.name.clone())).collect(),
        subjects: seen.as_ref().map(|seen| subjects(&head, &seen.round.content)).unwrap_or_default(),
        others: rounds.iter().map(|other| link(here, other)).collect(),
        may_write,
        may_send: may_write && plan.draft.is_some() && !plan.is_in_consultation(),
        outcomes: OUTCOMES.iter().map(|name| Choice::new(*name, here.text(&key("plan-outcome", name)))).collect(),
        round: match &seen {
            Some(seen) => Some(RoundView::of(here, seen, &head).await?),
            None => None,
        },
        plan: head,
        form,
    };
    let (template, place) = ("pages/plans/consultations/index.html", way(here, plan));
    if refused { here.again(template, &place, &context) } else { here.page(template, &place, &context) }
}

/// The way here. Whoever was only asked finds no page of the plan once the round is over.
pub(super) fn way(here: &Here, plan: &Plan) -> Vec<Place> {
    if here.viewer().errand.is_some() {
        return Vec::new();
    }
    place(here, plan.reading_version(here.viewer()).is_some().then_some(plan))
}

fn link(here: &Here, seen: &Seen) -> Link {
    let day = here.date(&seen.round.opened_on);
    Link { text: here.text_with("plan-consultation-of", &[("day", &day)]), href: seen.talk() }
}

/// What a comment can be about besides the plan as a whole.
fn subjects(head: &Head, content: &Content) -> Vec<Choice> {
    let cut = |text: &str| text.chars().take(70).collect::<String>();
    let choice = |id: &Id, level: &str, number: &str, text: &str| {
        let name = format!("{level} {number}");
        Choice::new(id.as_str(), format!("{}: {}", name.trim(), cut(text)))
    };
    let mut choices = Vec::new();
    for goal in &content.goals {
        choices.push(choice(&goal.id, &head.levels.goal.one, &goal.number, &goal.title));
        let actions = goal.actions.iter();
        choices.extend(actions.map(|action| choice(&action.id, &head.levels.action.one, &action.number, &action.text)));
    }
    let actions = content.actions.iter();
    choices.extend(actions.map(|action| choice(&action.id, &head.levels.action.one, &action.number, &action.text)));
    choices
}

/// The plan as it was sent out.
#[derive(Debug, Serialize)]
struct Show {
    plan: Head,
    as_at: String,
    talk: String,
    /// The viewer may still comment.
    may_comment: bool,
    introduction: Vec<Section>,
    goals: Vec<GoalView>,
    sections: Vec<SectionView>,
}

async fn show(here: Here, Path((id, round)): Path<(String, String)>) -> Result<Response> {
    let seen = Seen::find(&here, &id, &round).await?;
    let head = seen.head(&here).await?;
    let content = &seen.round.content;
    let links = Links::of(&here, &seen.plan).await?;
    let (mut goals, mut sections) = (goals(&here, content, &head, &links), sections(&content.actions, &head));
    // What was sent out may since have been changed or taken away in the draft: links stay within this text.
    let inner = goals.iter_mut().flat_map(|goal| goal.sections.iter_mut()).chain(sections.iter_mut());
    for action in inner.flat_map(|section| section.actions.iter_mut()) {
        action.href = format!("#action-{}", action.id);
    }
    let mut place = way(&here, &seen.plan);
    place.push(Place::new(here.text("plan-consultation"), seen.talk()));
    let answerable = seen.round.answerable(here.viewer(), &seen.asked);
    let context = Show {
        as_at: here.text_with("plan-as-sent-out", &[("day", &here.date(&seen.round.opened_on))]),
        talk: seen.talk(),
        may_comment: seen.round.closed_on.is_none() && !answerable.is_empty(),
        introduction: content.introduction.clone(),
        goals,
        sections,
        plan: head,
    };
    here.page("pages/plans/consultations/show.html", &place, &context)
}

pub(super) fn samples() -> Vec<Sample> {
    let plan = || Head { in_consultation: true, adopted: false, state: "consultation", ..samples::head() };
    let index = |round: Option<RoundView>, may_write: bool, form: Form| Index {
        plan: plan(),
        round,
        others: vec![Link {
            text: "Remissen 3 mars 2024".to_owned(),
            href: "/plans/p/consultations?round=a".to_owned(),
        }],
        may_write,
        may_send: false,
        form,
        units: vec![Choice::new("u", "Socialförvaltningen")],
        subjects: vec![Choice::new("mal-1", "Mål 1: Vuxna ser och agerar")],
        outcomes: vec![Choice::new("adopted", "Infört i planen")],
    };
    let errors = BTreeMap::from([("text".to_owned(), "Fyll i fältet.".to_owned())]);
    let show = Show {
        plan: plan(),
        as_at: "Som den skickades ut 1 mars 2025".to_owned(),
        talk: "/plans/p/consultations?round=r".to_owned(),
        may_comment: true,
        introduction: Vec::new(),
        goals: Vec::new(),
        sections: Vec::new(),
    };
    let page = "pages/plans/consultations/index.html";
    let mut samples = vec![
        Sample::new(page, &index(Some(RoundView::sample(true)), true, Form::default())),
        Sample::new(page, &index(Some(RoundView::sample(false)), false, Form { errors, ..Form::default() })),
        Sample::new(page, &index(None, true, Form::default())),
        Sample::new("pages/plans/consultations/show.html", &show),
    ];
    samples.extend(new::samples());
    samples
}
