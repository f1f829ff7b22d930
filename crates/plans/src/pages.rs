//! The pages of the domain, one file per noun.

mod actions;
mod adoptions;
mod answer_links;
mod bodies;
mod choices;
mod closings;
mod comparisons;
mod consultations;
mod editions;
mod expectations;
mod extensions;
mod follow_ups;
mod form;
mod goals;
mod imports;
mod indicators;
mod matchings;
mod measures;
mod own_activities;
mod plans;
mod publications;
mod removals;
mod revisions;
mod roles;
mod samples;
mod sections;
mod settings;
mod show;
mod tasks;
mod versions;
mod workbooks;

use crate::plan::consultation::COMMENTS;
use base::{Id, Problem};
use db::{Removes, Retention};
use exchange::LinkPurpose;
use identity::Verb;
use web::{Chapter, Error, Here, Module, Permission, Place, Route};

use crate::plan::Plan;
use crate::version::Version;

/// What is published is for everybody; what is not is looked up through the viewer and not found.
pub(crate) const READ: Permission =
    Permission::Public("what is published is for everybody; the rest is looked up through the viewer");

/// Whoever may write some plan; which one is decided when it is looked up.
pub(crate) const WRITE: Permission = Permission::Somewhere(Verb::Write);

/// Whoever may decide on some plan; which one is decided when it is looked up.
pub(crate) const DECIDE: Permission = Permission::Somewhere(Verb::Approve);

/// Readings that nobody saved as a plan.
const UNSAVED: Retention = Retention {
    kind: "plan-import",
    usual: 30,
    least: 1,
    most: 365,
    removes: Removes::Rows { table: "plan_import", condition: "saved_as IS NULL AND changed_at < $1" },
};

/// The domain as the program sees it.
pub const MODULE: Module = Module {
    name: "plans",
    routes,
    chapters: &[
        Chapter { key: "expectations", href: "/expectations", order: 10, shown: Permission::SignedIn },
        Chapter { key: "plans", href: "/plans", order: 20, shown: READ },
        Chapter { key: "actions", href: "/actions", order: 30, shown: READ },
        Chapter { key: "bodies", href: "/bodies", order: 40, shown: READ },
    ],
    work: Some(crate::offers::work),
    search: Some(crate::offers::search),
    names: Some(crate::offers::name),
    retention: &[UNSAVED],
    holdings: Some(crate::offers::holdings),
    purposes: &[LinkPurpose { purpose: COMMENTS, about: crate::offers::errand }],
    expected: Some(crate::expected::SOURCE),
    known: None,
    dates: Some(crate::offers::dates),
    related: None,
    samples: samples::all,
};

fn routes() -> Vec<Route> {
    [
        plans::routes(),
        show::routes(),
        actions::routes(),
        bodies::routes(),
        imports::routes(),
        adoptions::routes(),
        answer_links::routes(),
        closings::routes(),
        comparisons::routes(),
        consultations::routes(),
        extensions::routes(),
        follow_ups::routes(),
        own_activities::routes(),
        publications::routes(),
        revisions::routes(),
        tasks::routes(),
        versions::routes(),
        goals::routes(),
        measures::routes(),
        indicators::routes(),
        settings::routes(),
        sections::routes(),
        roles::routes(),
        expectations::routes(),
        matchings::routes(),
        editions::routes(),
        workbooks::routes(),
    ]
    .concat()
}

/// The plan in the address, found through the viewer.
pub(crate) async fn plan(here: &Here, id: &str) -> Result<Plan, Error> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(Plan::find(here.db(), here.viewer(), &id).await?.ok_or(Problem::NotFound)?)
}

/// The plan in the address, for a viewer who may write it.
pub(crate) async fn own_plan(here: &Here, id: &str) -> Result<Plan, Error> {
    let plan = plan(here, id).await?;
    plan.check(here.viewer(), Verb::Write)?;
    Ok(plan)
}

/// The version that is being written of a plan the viewer may write.
pub(crate) async fn draft(here: &Here, id: &str) -> Result<(Plan, Version), Error> {
    draft_for(here, Verb::Write, id).await
}

/// The version that is being written of a plan with which the viewer may do what the verb says.
pub(crate) async fn draft_for(here: &Here, verb: Verb, id: &str) -> Result<(Plan, Version), Error> {
    let plan = plan(here, id).await?;
    plan.check(here.viewer(), verb)?;
    let draft = plan.draft.clone().ok_or(Problem::Refused("version-adopted"))?;
    let version = Version::find(here.db(), &draft).await?.ok_or(Problem::NotFound)?;
    Ok((plan, version))
}

/// The address of something in the version that is being written, which is not the one usually read once another is adopted.
pub(crate) fn draft_path(plan: &Plan, rest: &str, anchor: &str) -> String {
    let query = if plan.adopted.is_some() { "?version=draft" } else { "" };
    format!("/plans/{}{rest}{query}{anchor}", plan.id)
}

/// The way to a plan.
pub(crate) fn place(here: &Here, plan: Option<&Plan>) -> Vec<Place> {
    let mut place = vec![Place::new(here.text("chapter-plans"), "/plans")];
    place.extend(plan.map(|plan| Place::new(plan.title.clone(), format!("/plans/{}", plan.id))));
    place
}
