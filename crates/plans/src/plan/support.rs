//! Goals of a plan that support goals of the plan above it: a municipality's plan carries out a county's, and that a strategy.

use db::{FromQueryResult, Queries, Result, Value, sea_orm, values};
use identity::{Verb, Viewer};
use jiff::civil::Date;

use super::list::state_condition;
use super::{Plan, PlanState};

/// A goal of another plan.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct GoalElsewhere {
    /// The goal.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its wording.
    pub title: String,
    /// The goal that it supports.
    pub supports: Option<String>,
    /// Its plan.
    pub plan: String,
    /// The plan's title.
    pub plan_title: String,
    /// Who owns the plan.
    pub owner: String,
}

const GOALS: &str = "SELECT g.goal_id AS id, g.number, g.title, g.supports, p.id AS plan, p.title AS plan_title, \
    u.name AS owner FROM plan p JOIN unit u ON u.id = p.owner_id JOIN version_goal g ON g.version_id = ";

impl GoalElsewhere {
    /// Number and wording.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.number, self.title).trim().to_owned()
    }
}

impl Plan {
    /// The goals of the plan above, as the viewer reads it; none where it is not for them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn goals_above(&self, db: &impl Queries, viewer: &Viewer) -> Result<Vec<GoalElsewhere>> {
        let Some(above) = &self.strategy else { return Ok(Vec::new()) };
        let mut values = values![above.as_str()];
        let (read, visible) = (read_version(viewer, &mut values), Self::visible(viewer, &mut values));
        db.all(&format!("{GOALS} {read} WHERE p.id = $1 AND {visible} ORDER BY g.position"), values).await
    }

    /// The goals of plans below that support a goal of this one, as the viewer reads them. A plan that is over supports nothing.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn goals_below(&self, db: &impl Queries, viewer: &Viewer, today: Date) -> Result<Vec<GoalElsewhere>> {
        let mut values = values![self.id.as_str(), i64::from(today.year()), today.to_string()];
        let (read, visible) = (read_version(viewer, &mut values), Self::visible(viewer, &mut values));
        let over = state_condition(PlanState::Closed, "$2", "$3");
        let sql = format!(
            "{GOALS} {read} WHERE p.strategy_id = $1 AND g.supports IS NOT NULL AND NOT {over} AND {visible} \
             ORDER BY u.sort_key, p.sort_key, p.id, g.position"
        );
        db.all(&sql, values).await
    }
}

/// [`Plan::reading_version`] of plan `p` owned by unit `u`, for the database.
fn read_version(viewer: &Viewer, values: &mut Vec<Value>) -> String {
    let reach = viewer.reach(Verb::See, "u.path", values);
    format!("COALESCE(p.adopted_version_id, CASE WHEN {reach} OR p.state = 'consultation' THEN p.draft_version_id END)")
}
