//! What a body does of its own under an action, also while the plan is in force.

use base::{FormErrors, Id, Problem};
use db::{Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Unit, Verb, Viewer};

use super::Plan;

/// An activity of a body's own.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OwnActivity {
    /// The id.
    pub id: String,
    /// The action it stands under.
    pub action_id: String,
    /// The body.
    pub unit_id: String,
    /// The body's name.
    pub unit_name: String,
    /// What it does.
    pub text: String,
    /// When.
    pub time_plan: String,
}

impl OwnActivity {
    /// The activities under the actions of a plan, by body.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn of_plan(db: &impl Queries, plan: &Id) -> Result<Vec<Self>> {
        let sql = "SELECT a.id, a.action_id, a.unit_id, u.name AS unit_name, a.text, a.time_plan FROM own_activity a \
            JOIN unit u ON u.id = a.unit_id WHERE a.plan_id = $1 ORDER BY u.sort_key, a.created_at, a.id";
        db.all(sql, values![plan.as_str()]).await
    }

    /// Adds an activity for a unit that the viewer answers for.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the unit is not the viewer's or the text is missing.
    pub async fn add(
        db: &Db,
        viewer: &Viewer,
        plan: &Plan,
        action: &Id,
        unit: &Id,
        text: &str,
        time: &str,
    ) -> Result<()> {
        let Some(found) = Unit::find(db, unit).await? else { return Err(Problem::NotFound.into()) };
        viewer.check(Verb::Submit, &found.path)?;
        let mut errors = FormErrors::default();
        let text = errors.required("text", text, 2000);
        let time = errors.optional("time_plan", time, 200);
        errors.check().map_err(Problem::Invalid)?;
        let change = db.change(viewer.actor()?).await?;
        let id = change.new_id();
        let row = vec![
            ("id", id.as_str().into()),
            ("plan_id", plan.id.as_str().into()),
            ("action_id", action.as_str().into()),
            ("unit_id", unit.as_str().into()),
            ("text", text.into()),
            ("time_plan", time.into()),
            ("revision", 1_i64.into()),
            ("created_at", change.at().as_microsecond().into()),
        ];
        change.insert("own_activity", row).await?;
        change.commit(Event::new("plan.own_activity_added", "plan", &plan.id).within(unit)).await
    }

    /// Takes an activity away again.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when it is not the viewer's.
    pub async fn remove(db: &Db, viewer: &Viewer, plan: &Plan, id: &Id) -> Result<()> {
        let of_plan = Self::of_plan(db, &plan.id).await?;
        let Some(activity) = of_plan.into_iter().find(|activity| activity.id == id.as_str()) else {
            return Err(Problem::NotFound.into());
        };
        let unit = Id::stored(activity.unit_id);
        let Some(found) = Unit::find(db, &unit).await? else { return Err(Problem::NotFound.into()) };
        viewer.check(Verb::Submit, &found.path)?;
        let change = db.change(viewer.actor()?).await?;
        change.execute("DELETE FROM own_activity WHERE id = $1", values![id.as_str()]).await?;
        change.commit(Event::new("plan.own_activity_removed", "plan", &plan.id).within(&unit)).await
    }
}
