//! What a body does of its own under an action.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::Verb;
use serde::Serialize;
use web::{Error, Fields, Here, Permission, Place, Result, Route, Sample};

use super::actions::own_bodies;
use super::choices::Choice;
use super::show::{Head, head};
use super::{place, plan, samples};
use crate::content::Action;
use crate::plan::Plan;
use crate::plan::own_activity::OwnActivity;
use crate::version::Version;

const ANSWER: Permission = Permission::Somewhere(Verb::Submit);

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/plans/{id}/actions/{action}/own-activities/new", ANSWER, new),
        Route::post("/plans/{id}/actions/{action}/own-activities", ANSWER, create),
        Route::post("/plans/{id}/actions/{action}/own-activities/{own}/removals", ANSWER, remove),
    ]
}

/// The form's context.
#[derive(Debug, Serialize)]
struct New {
    plan: Head,
    action: Id,
    number: String,
    text: String,
    bodies: Vec<Choice>,
    form: Form,
}

/// What was typed.
#[derive(Debug, Default, Serialize)]
struct Form {
    unit: String,
    text: String,
    time_plan: String,
    errors: BTreeMap<&'static str, String>,
}

/// An action of the adopted plan, and the viewer's own bodies among those that answer for it.
struct Under {
    plan: Plan,
    version: Version,
    action: Action,
    bodies: Vec<Choice>,
}

impl Under {
    async fn find(here: &Here, id: &str, action: &str) -> Result<Self> {
        let plan = plan(here, id).await?;
        let adopted = plan.adopted.as_ref().ok_or(Problem::Refused("plan-not-adopted"))?;
        let version = Version::find(here.db(), adopted).await?.ok_or(Problem::NotFound)?;
        let action = Id::parse(action).ok_or(Problem::NotFound)?;
        let (_, action) = version.content.action(&action).ok_or(Problem::NotFound)?;
        let action = action.clone();
        let bodies = own_bodies(here, &plan, &action).await?;
        if bodies.is_empty() {
            return Err(Problem::NotAllowed.into());
        }
        Ok(Self { plan, version, action, bodies })
    }

    fn href(&self) -> String {
        format!("/plans/{}/actions/{}", self.plan.id, self.action.id)
    }
}

async fn new(here: Here, Path((id, action)): Path<(String, String)>) -> Result<Response> {
    let under = Under::find(&here, &id, &action).await?;
    let unit = under.bodies.first().map(|body| body.value.clone()).unwrap_or_default();
    page(&here, under, Form { unit, ..Form::default() }).await
}

async fn page(here: &Here, under: Under, form: Form) -> Result<Response> {
    let mut place = place(here, Some(&under.plan));
    let refused = !form.errors.is_empty();
    let plan = head(here, &under.plan, &under.version).await?;
    let name = format!("{} {}", plan.levels.action.one, under.action.number);
    place.push(Place::new(name.trim(), under.href()));
    let Under { action, bodies, .. } = under;
    let context = New { plan, action: action.id, number: action.number, text: action.text, bodies, form };
    let template = "pages/plans/own_activities/new.html";
    if refused { here.again(template, &place, &context) } else { here.page(template, &place, &context) }
}

async fn create(here: Here, Path((id, action)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let under = Under::find(&here, &id, &action).await?;
    let own = under.bodies.iter().find(|body| body.value == fields.get("unit"));
    let unit = own.and_then(|body| Id::parse(&body.value)).ok_or(Problem::NotAllowed)?;
    let (text, time) = (fields.get("text"), fields.get("time_plan"));
    let added = OwnActivity::add(here.db(), here.viewer(), &under.plan, &under.action.id, &unit, text, time).await;
    match added.map_err(Error::from) {
        Ok(()) => Ok(here.go_saying(&format!("{}#own-activities", under.href()), "said-own-activity-added", None)),
        Err(Error::Problem(Problem::Invalid(errors))) => {
            let form = Form {
                unit: unit.to_string(),
                text: text.to_owned(),
                time_plan: time.to_owned(),
                errors: here.errors(&errors),
            };
            page(&here, under, form).await
        }
        Err(error) => Err(error),
    }
}

async fn remove(here: Here, Path((id, action, own)): Path<(String, String, String)>) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let (action, own) = (Id::parse(&action).ok_or(Problem::NotFound)?, Id::parse(&own).ok_or(Problem::NotFound)?);
    OwnActivity::remove(here.db(), here.viewer(), &plan, &own).await?;
    Ok(here.go_saying(&format!("/plans/{}/actions/{action}", plan.id), "said-own-activity-removed", None))
}

pub(super) fn samples() -> Vec<Sample> {
    let context = New {
        plan: samples::head(),
        action: Id::stored("a".to_owned()),
        number: "1.1".to_owned(),
        text: "Utbilda all personal i tidiga tecken på våld.".to_owned(),
        bodies: vec![Choice::new("socialforvaltningen", "Socialförvaltningen")],
        form: Form::default(),
    };
    vec![Sample::new("pages/plans/own_activities/new.html", &context)]
}
