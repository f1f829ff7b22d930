//! An indicator over time: its years with baseline, target and breaks, and where it takes its figures from.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::Verb;
use plans::Plan;
use serde::Serialize;
use web::{Error, Fields, Here, Permission, Place, Result, Route, Sample};

use super::view::Indicator;
use super::{WRITE, words};
use crate::compile::over_time;
use crate::source::{self, Offer, Origin};

const SHOW: &str = "pages/reports/indicators/show.html";

/// Whoever sees what some unit has; which plan is decided when it is looked up.
const SEE: Permission = Permission::Somewhere(Verb::See);

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/indicators/{plan}/{indicator}", SEE, show),
        Route::post("/indicators/{plan}/{indicator}/sources", WRITE, set),
    ]
}

/// The page's context.
#[derive(Debug, Serialize)]
struct Show {
    href: String,
    plan: String,
    plan_href: String,
    sheet_href: String,
    /// Where a series from outside is read in for it.
    series_href: String,
    one: Indicator,
    /// Whether there is a year to show.
    has_years: bool,
    may_write: bool,
    form: Form,
    choices: Vec<Choice>,
}

#[derive(Debug, Default, Serialize)]
struct Form {
    source: String,
    errors: BTreeMap<&'static str, String>,
}

/// Something that figures can be taken from.
#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
}

/// The plan in the address, for whoever works with it: figures of the moment are not published.
pub(super) async fn plan(here: &Here, id: &str) -> std::result::Result<Plan, Error> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    let plan = Plan::find(here.db(), here.viewer(), &id).await?;
    Ok(plan.filter(|plan| here.viewer().may(Verb::See, &plan.owner_path)).ok_or(Problem::NotFound)?)
}

async fn show(here: Here, Path((id, indicator)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let (mut context, place) = context(&here, &plan, &indicator, None).await?;
    // A source that was just read in for it is chosen; nothing is saved by that.
    if let Some(offered) = context.choices.iter().find(|choice| choice.value == fields.get("source")) {
        context.form.source.clone_from(&offered.value);
    }
    here.page(SHOW, &place, &context)
}

async fn set(here: Here, Path((id, indicator)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let origin = Origin::parse(fields.get("source"));
    let said = match origin {
        Some(Origin::Bodies) | None => "said-indicator-source-set",
        Some(_) => "said-indicator-source-taken",
    };
    let set = source::set(here.db(), here.viewer(), words(&here), &plan.id, &indicator, origin).await;
    match set.map_err(Error::from) {
        Ok(()) => Ok(here.go_saying(&format!("/indicators/{}/{indicator}", plan.id), said, None)),
        Err(Error::Problem(Problem::Invalid(errors))) => {
            let form = Form { source: fields.get("source").to_owned(), errors: here.errors(&errors) };
            let (context, place) = context(&here, &plan, &indicator, Some(form)).await?;
            here.again(SHOW, &place, &context)
        }
        Err(error) => Err(error),
    }
}

async fn context(here: &Here, plan: &Plan, indicator: &str, form: Option<Form>) -> Result<(Show, Vec<Place>)> {
    let (db, tell) = (here.db(), words(here));
    let year = db.clock().today().year();
    let status = over_time(db, tell, plan, indicator, year).await?.ok_or(Problem::NotFound)?;
    let may_write = plan.may_write(here.viewer());
    let (mut choices, mut sent) = (Vec::new(), Form::default());
    if may_write {
        let of_plan = source::find(db, plan, indicator).await?.ok_or(Problem::NotFound)?;
        let bodies = Choice { value: Origin::Bodies.written(), text: here.text("reports-source-bodies") };
        let offers = source::offers(db, here.viewer(), tell, plan, &of_plan).await?;
        let choice = |offer: Offer| Choice { value: offer.origin.written(), text: offer.text };
        choices.push(bodies);
        choices.extend(offers.into_iter().map(choice));
        let now = source::origin(db, plan, &status.id).await?.written();
        sent = form.unwrap_or(Form { source: now, ..Form::default() });
    }
    let (plan_href, href) = (format!("/plans/{}", plan.id), format!("/indicators/{}/{indicator}", plan.id));
    // The year that has come furthest is what "now" means, also before this one has ended.
    let latest = status.series.as_ref().and_then(|series| series.latest()).map_or(year, |point| point.year);
    let place = vec![
        Place::new(here.text("chapter-plans"), "/plans"),
        Place::new(plan.title.clone(), plan_href.clone()),
        Place::new(here.text("plans-indicators-title"), format!("{plan_href}/indicators")),
    ];
    let context = Show {
        plan: plan.title.clone(),
        sheet_href: format!("{plan_href}/indicators/{indicator}"),
        series_href: format!("/series/new?for={}/{indicator}", plan.id),
        has_years: status.series.as_ref().is_some_and(|series| !series.points.is_empty()),
        one: Indicator::of(&status, latest, tell),
        plan_href,
        href,
        may_write,
        form: sent,
        choices,
    };
    Ok((context, place))
}

pub(super) fn samples() -> Vec<Sample> {
    let show = |has_years, may_write, errors| Show {
        href: "/indicators/exempel/andel".to_owned(),
        plan: "Trygg i Lindhamn".to_owned(),
        plan_href: "/plans/exempel".to_owned(),
        sheet_href: "/plans/exempel/indicators/andel".to_owned(),
        series_href: "/series/new?for=exempel/andel".to_owned(),
        one: super::samples::indicator().unwrap_or_default(),
        has_years,
        may_write,
        form: Form { source: "bodies".to_owned(), errors },
        choices: vec![
            Choice { value: "bodies".to_owned(), text: "Aktörernas rapporter".to_owned() },
            Choice { value: "outside:exempel".to_owned(), text: "Kolada N00000 (0000)".to_owned() },
        ],
    };
    let wrong = BTreeMap::from([("source", "Välj något i listan.".to_owned())]);
    vec![
        Sample::new(SHOW, &show(true, false, BTreeMap::new())),
        Sample::new(SHOW, &show(true, true, BTreeMap::new())),
        Sample::new(SHOW, &show(false, true, wrong)),
    ]
}
