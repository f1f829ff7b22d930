//! Where the actions and indicators of a report are read, as far as the viewer may read them.

use std::collections::HashMap;

use base::Id;
use db::{Queries, Result, values};
use identity::{Verb, Viewer};
use plans::Plan;
use plans::version::Version;

/// Addresses of actions and indicators, by id.
#[derive(Debug, Default)]
pub(crate) struct Addresses {
    actions: HashMap<String, String>,
    indicators: HashMap<String, String>,
}

impl Addresses {
    /// Those of a plan and, where it is a strategy, of the plans that carry it out.
    pub(crate) async fn find(db: &impl Queries, viewer: &Viewer, plan: &Id) -> Result<Self> {
        let mut found = Self::default();
        let carrying = "SELECT id FROM plan WHERE strategy_id = $1 ORDER BY id";
        let carrying = db.texts(carrying, values![plan.as_str()]).await?;
        for id in std::iter::once(plan.clone()).chain(carrying.into_iter().map(Id::stored)) {
            let Some(plan) = Plan::find(db, viewer, &id).await? else { continue };
            found.of(db, viewer, &plan).await?;
        }
        Ok(found)
    }

    async fn of(&mut self, db: &impl Queries, viewer: &Viewer, plan: &Plan) -> Result<()> {
        // An action is read in the version that the viewer reads; what they do not read there leads nowhere.
        if let Some(version) = Version::read(db, viewer, plan).await? {
            let actions = version.content.actions().map(|(_, action)| action.id.to_string());
            self.actions.extend(actions.map(|id| (id.clone(), format!("/plans/{}/actions/{id}", plan.id))));
        }
        // Figures of the moment are for those who work with the plan.
        let adopted = plan.adopted.as_ref().filter(|_| viewer.may(Verb::See, &plan.owner_path));
        if let Some(version) = match adopted {
            Some(adopted) => Version::find(db, adopted).await?,
            None => None,
        } {
            let indicators = version.content.indicators().map(|(_, indicator)| indicator.id.to_string());
            self.indicators.extend(indicators.map(|id| (id.clone(), format!("/indicators/{}/{id}", plan.id))));
        }
        Ok(())
    }

    /// Where an action is read.
    pub(crate) fn action(&self, id: &str) -> Option<String> {
        self.actions.get(id).cloned()
    }

    /// Where an indicator is seen over time.
    pub(crate) fn indicator(&self, id: &str) -> Option<String> {
        self.indicators.get(id).cloned()
    }
}
