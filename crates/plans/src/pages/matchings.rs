//! Names in a plan that the register does not have, and whom they mean.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use identity::Unit;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::actions::{Parties, party_value};
use super::choices::Choice;
use super::show::{Head, head};
use super::{WRITE, draft, draft_path, place};
use crate::content::Party;
use crate::draft::suggest_for;
use crate::plan::Plan;

const TEMPLATE: &str = "pages/plans/matchings/index.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}/matchings", WRITE, index), Route::post("/plans/{id}/matchings", WRITE, create)]
}

/// The page's context.
#[derive(Debug, Serialize)]
struct Index {
    plan: Head,
    names: Vec<Name>,
    /// Everybody the register has.
    parties: Vec<Choice>,
}

/// A name with whom it may mean.
#[derive(Debug, Serialize)]
struct Name {
    name: String,
    /// How many actions it answers for.
    actions: usize,
    /// The likeliest first.
    suggestions: Vec<Choice>,
    /// Chosen in advance: only where the register has exactly this name.
    chosen: String,
}

async fn index(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    let owner = Unit::find(here.db(), &plan.owner).await?.ok_or(Problem::NotFound)?;
    let unmatched = version.content.unmatched();
    let names: Vec<String> = unmatched.iter().map(|(name, _)| name.clone()).collect();
    let found = suggest_for(here.db(), &owner, &names).await?;
    let parties = Parties::load(&here).await?.choices(&here);
    let text = |value: &str| parties.iter().find(|choice| choice.value == value).cloned();
    let row = |(name, actions): (String, usize)| {
        let choice = found.get(&name);
        let suggested = choice.into_iter().flat_map(|choice| &choice.suggestions);
        let chosen =
            choice.filter(|choice| choice.certain).map(|choice| party_value(&choice.party)).unwrap_or_default();
        Name {
            actions,
            suggestions: suggested.filter_map(|unit| text(&format!("unit:{unit}"))).collect(),
            chosen,
            name,
        }
    };
    let names = unmatched.into_iter().map(row).collect();
    let context = Index { plan: head(&here, &plan, &version).await?, names, parties };
    here.page(TEMPLATE, &place(&here, Some(&plan)), &context)
}

async fn create(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, _) = draft(&here, &id).await?;
    let parties = Parties::load(&here).await?;
    let sent = fields.all("name").iter().zip(1..);
    let meant = sent.filter_map(|(name, number)| Some((name, parties.read(fields.get(&format!("party-{number}")))?)));
    let meant: Vec<(&String, Party)> = meant.filter(|(_, party)| !matches!(party, Party::Named { .. })).collect();
    if meant.is_empty() {
        return Ok(here.go(&format!("/plans/{id}/matchings")));
    }
    Plan::edit(here.db(), here.viewer(), &plan.id, "plan.names_matched", |content, _| {
        for (name, party) in &meant {
            content.match_name(name, party);
        }
        Ok(())
    })
    .await?;
    Ok(here.go_saying(&draft_path(&plan, "/actors", ""), "said-names-matched", Some(&meant.len().to_string())))
}

pub(super) fn samples() -> Vec<Sample> {
    let social = Choice::new("unit:social", "Socialförvaltningen i Lindhamn");
    let name =
        |suggestions: Vec<Choice>| Name { name: "Soc".to_owned(), actions: 2, suggestions, chosen: String::new() };
    let names = vec![name(vec![social.clone()]), name(Vec::new())];
    let some = Index { plan: super::samples::draft(), names, parties: vec![social] };
    let none = Index { plan: super::samples::draft(), names: Vec::new(), parties: Vec::new() };
    vec![Sample::new(TEMPLATE, &some), Sample::new(TEMPLATE, &none)]
}
