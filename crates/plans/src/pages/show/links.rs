//! How a plan's goals hang together with those of other plans.

use serde::Serialize;
use web::{Here, Result};

use crate::content::Goal;
use crate::plan::Plan;
use crate::plan::support::GoalElsewhere;

/// A goal of another plan, in words.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GoalLink {
    pub(crate) text: String,
    pub(crate) href: String,
}

/// The goals of other plans that a plan's goals support, or that support them.
pub(crate) struct Links {
    above: Vec<GoalElsewhere>,
    below: Vec<GoalElsewhere>,
}

impl Links {
    pub(crate) async fn of(here: &Here, plan: &Plan) -> Result<Self> {
        Ok(Self {
            above: plan.goals_above(here.db(), here.viewer()).await?,
            below: plan.goals_below(here.db(), here.viewer(), here.db().clock().today()).await?,
        })
    }

    /// What a goal supports, where the viewer may see it.
    pub(crate) fn supported_by(&self, here: &Here, goal: &Goal) -> Option<GoalLink> {
        let above = self.above.iter().find(|above| goal.supports.as_ref().is_some_and(|id| id.as_str() == above.id))?;
        let values = [("goal", above.name()), ("plan", above.plan_title.clone())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        Some(GoalLink { text: here.text_with("plan-goal-supports", &values), href: address(above) })
    }

    /// What supports a goal.
    pub(crate) fn supporting(&self, here: &Here, goal: &Goal) -> Vec<GoalLink> {
        let link = |below: &GoalElsewhere| {
            let name = below.name();
            let values =
                [("goal", name.as_str()), ("plan", below.plan_title.as_str()), ("owner", below.owner.as_str())];
            GoalLink { text: here.text_with("plan-goal-elsewhere", &values), href: address(below) }
        };
        let supports = |below: &&GoalElsewhere| below.supports.as_deref() == Some(goal.id.as_str());
        self.below.iter().filter(supports).map(link).collect()
    }
}

fn address(goal: &GoalElsewhere) -> String {
    format!("/plans/{}#goal-{}", goal.plan, goal.id)
}
