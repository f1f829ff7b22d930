//! Who is meant by the names of a reading: units and functions of the register.

use std::collections::BTreeMap;

use base::Id;
use db::{Queries, Result};
use identity::{Function, Registered, Unit};

use crate::content::Party;
use crate::import::Reading;
use crate::import::bodies::{RegisterBody, match_bodies};

/// For each name who is meant.
pub type Choices = BTreeMap<String, Choice>;

/// Who is meant by a name.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Choice {
    /// Who it is; a bare name while nobody of the register is chosen.
    pub party: Party,
    /// Whether the register has exactly this name, so that nobody needs to look.
    pub certain: bool,
    /// Units that may be meant, the likeliest first.
    pub suggestions: Vec<Id>,
}

/// Every name of somebody responsible, and of everybody whose role is described, each once, in reading order.
#[must_use]
pub fn names(reading: &Reading) -> Vec<String> {
    let of_goals = reading.goals.iter().flat_map(|goal| &goal.actions);
    let actions = of_goals.chain(&reading.actions_without_goal);
    let responsible = actions.flat_map(|action| action.lead.iter().chain(&action.co_responsible));
    let described = reading.plan.bodies.iter().map(|body| &body.name);
    let mut names: Vec<String> = Vec::new();
    for name in responsible.chain(described) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// What the register has for the names of a reading.
///
/// # Errors
/// When the database refuses.
pub async fn suggest(db: &impl Queries, owner: &Unit, reading: &Reading) -> Result<Choices> {
    suggest_for(db, owner, &names(reading)).await
}

/// What the register has for the names. The owner's own bodies go before those of others that bear the same name.
///
/// # Errors
/// When the database refuses.
pub async fn suggest_for(db: &impl Queries, owner: &Unit, names: &[String]) -> Result<Choices> {
    let register = Unit::register(db).await?;
    let functions = Function::list(db).await?;
    let root = owner.path.split('/').nth(1).unwrap_or_default().to_owned();
    let near = |unit: &&Registered| unit.path.starts_with(&owner.path) || owner.path.starts_with(&unit.path);
    let related = |unit: &&Registered| unit.path.starts_with(&format!("/{root}/"));
    let circles: [Vec<RegisterBody>; 3] = [
        register.iter().filter(near).map(body).collect(),
        register.iter().filter(|unit| !near(unit) && related(unit)).map(body).collect(),
        register.iter().filter(|unit| !near(unit) && !related(unit)).map(body).collect(),
    ];
    let found: Vec<_> = circles.iter().map(|circle| match_bodies(names, circle)).collect();
    let choice = |(index, name): (usize, &String)| {
        let matches = || found.iter().map(move |circle| &circle[index]);
        let exact = matches().find_map(|found| found.exact.clone());
        let mut suggestions: Vec<(String, f32)> = matches().flat_map(|found| found.suggestions.clone()).collect();
        suggestions.sort_by(|a, b| b.1.total_cmp(&a.1));
        let function = functions.iter().find(|function| swedish::fold(&function.name) == swedish::fold(name));
        let unit = exact.as_ref().and_then(|id| register.iter().find(|unit| unit.id.as_str() == id));
        let party = match (unit, function) {
            (Some(unit), _) => Party::Unit { unit: unit.id.clone(), name: unit.name.clone() },
            (None, Some(function)) => Party::Function { function: function.id.clone(), name: function.name.clone() },
            (None, None) => Party::Named { name: name.clone() },
        };
        let certain = !matches!(party, Party::Named { .. });
        let suggestions = suggestions.into_iter().take(5).map(|(id, _)| Id::stored(id)).collect();
        (name.clone(), Choice { party, certain, suggestions })
    };
    Ok(names.iter().enumerate().map(choice).collect())
}

fn body(unit: &Registered) -> RegisterBody {
    RegisterBody {
        id: unit.id.to_string(),
        name: unit.name.clone(),
        also: unit.also.clone(),
        kind: Some(unit.kind.as_str().to_owned()),
    }
}
