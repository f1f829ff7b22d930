//! Tasks that a plan's own rules create: review it, evaluate it, revise it, replace it.

use base::Id;
use db::{Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Verb, Viewer};
use jiff::civil::Date;

use super::Plan;
use crate::content::Rules;

/// What is to be done with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskKind {
    /// Look it over.
    Review,
    /// Evaluate it.
    Evaluate,
    /// Decide whether it needs a new version.
    Revise,
    /// Write what comes after it.
    Replace,
}

/// A task of a plan.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Task {
    /// The plan.
    pub plan_id: String,
    /// The plan's title.
    pub title: String,
    /// What is to be done.
    pub kind: String,
    /// By when, ISO.
    pub due: String,
    /// The day it was done, ISO.
    pub done_on: Option<String>,
    /// What came of it.
    pub note: String,
}

impl TaskKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Review, Self::Evaluate, Self::Revise, Self::Replace];

    /// Its name in the database and in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Evaluate => "evaluate",
            Self::Revise => "revise",
            Self::Replace => "replace",
        }
    }
}

/// The days that the rules of a plan lead to: every so many years counted from the decision, while the plan lasts, each at
/// the year's end; and half a year before its last day, what comes after it.
#[must_use]
pub fn days(rules: &Rules, plan: &Plan, decided: Date) -> Vec<(TaskKind, Date)> {
    let mut days = Vec::new();
    let start = decided.year().max(plan.period.from);
    for (kind, every) in [(TaskKind::Review, rules.review_every), (TaskKind::Evaluate, rules.evaluate_every)] {
        let every = i16::from(every.unwrap_or_default());
        let years =
            (1..).map(|times| start + every * times - 1).take_while(|year| every > 0 && *year <= plan.period.to);
        days.extend(years.filter_map(|year| Some((kind, Date::new(year, 12, 31).ok()?))));
    }
    days.extend(rules.first_revision.and_then(|year| Some((TaskKind::Revise, Date::new(year, 12, 31).ok()?))));
    days.extend(Date::new(plan.period.to, 6, 30).ok().map(|day| (TaskKind::Replace, day)));
    days.retain(|(_, day)| *day >= decided);
    days.sort_by_key(|(_, day)| *day);
    days
}

/// Writes the tasks of an adopted plan; those done stay done.
pub(super) async fn plan_ahead(change: &Change, plan: &Plan, rules: &Rules, decided: Date) -> Result<()> {
    change.execute("DELETE FROM plan_task WHERE plan_id = $1 AND done_on IS NULL", values![plan.id.as_str()]).await?;
    for (kind, due) in days(rules, plan, decided) {
        let sql = "INSERT INTO plan_task (plan_id, kind, due) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        change.execute(sql, values![plan.id.as_str(), kind.as_str(), due.to_string()]).await?;
    }
    Ok(())
}

const COLUMNS: &str = "SELECT t.plan_id, p.title, t.kind, t.due, t.done_on, t.note FROM plan_task t \
    JOIN plan p ON p.id = t.plan_id JOIN unit u ON u.id = p.owner_id";

impl Task {
    /// The tasks of a plan by date.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn of_plan(db: &impl Queries, plan: &Id) -> Result<Vec<Self>> {
        db.all(&format!("{COLUMNS} WHERE t.plan_id = $1 ORDER BY t.due, t.kind"), values![plan.as_str()]).await
    }

    /// Open tasks due until a day in the plans that the viewer writes.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn open(db: &impl Queries, viewer: &Viewer, until: Date) -> Result<Vec<Self>> {
        let mut values = values![until.to_string()];
        let reach = viewer.reach(Verb::Write, "u.path", &mut values);
        let open = "t.done_on IS NULL AND p.closed_on IS NULL AND t.due <= $1";
        db.all(&format!("{COLUMNS} WHERE {open} AND {reach} ORDER BY t.due, t.kind"), values).await
    }

    /// Notes a task as done, with what came of it.
    ///
    /// # Errors
    /// When the database refuses; a problem when the viewer may not write or there is no such open task.
    pub async fn finish(db: &Db, viewer: &Viewer, plan: &Id, kind: &str, due: &str, note: &str) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let Some(found) = Plan::find(&change, viewer, plan).await? else { return Err(base::Problem::NotFound.into()) };
        found.check(viewer, Verb::Write)?;
        let sql = "UPDATE plan_task SET done_on = $1, note = $2 WHERE plan_id = $3 AND kind = $4 AND due = $5 AND done_on IS NULL";
        let values = values![db.clock().today().to_string(), note.trim(), plan.as_str(), kind, due];
        if change.execute(sql, values).await? == 0 {
            return Err(base::Problem::NotFound.into());
        }
        change.commit(Event::new("plan.task_done", "plan", plan).within(&found.owner)).await
    }
}
