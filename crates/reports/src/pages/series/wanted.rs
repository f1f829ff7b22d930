//! The indicator that a series is read in for: the way there and back goes by its page.

use base::Id;
use identity::Verb;
use indicators::Kind;
use plans::Plan;
use plans::content::Indicator;
use web::{Here, Result};

use crate::compile::kind;
use crate::source::{self, Origin};

/// An indicator of a plan.
pub(super) struct Wanted {
    plan: Plan,
    indicator: Indicator,
}

impl Wanted {
    /// The indicator that `plan/indicator` names, for a viewer who works with the plan; none where there is no such.
    pub(super) async fn find(here: &Here, text: &str) -> Result<Option<Self>> {
        let Some((plan, indicator)) = text.split_once('/') else { return Ok(None) };
        let Some(plan) = Id::parse(plan) else { return Ok(None) };
        let found = Plan::find(here.db(), here.viewer(), &plan).await?;
        let seen = |plan: &Plan| here.viewer().may(Verb::See, &plan.owner_path) && plan.adopted.is_some();
        let Some(plan) = found.filter(seen) else { return Ok(None) };
        let indicator = source::find(here.db(), &plan, indicator).await?;
        Ok(indicator.map(|indicator| Self { plan, indicator }))
    }

    /// What a series for it is usually called.
    pub(super) fn title(&self) -> &str {
        &self.indicator.text
    }

    /// The unit that usually keeps it.
    pub(super) fn owner(&self) -> &Id {
        &self.plan.owner
    }

    /// What kind of figure it takes; none where it takes any.
    pub(super) fn kind(&self) -> Option<Kind> {
        kind(&self.indicator)
    }

    /// Its page.
    pub(super) fn href(&self) -> String {
        format!("/indicators/{}/{}", self.plan.id, self.indicator.id)
    }

    /// Its page with a series that was read in chosen as its source; none where it cannot take such figures.
    pub(super) fn href_with(&self, series: &Id, of: Kind) -> Option<String> {
        let source = Origin::Outside(series.to_string()).written();
        source::fits(&self.indicator, of).then(|| format!("{}?source={source}#from", self.href()))
    }
}
