//! What all plans in force expect of one unit: what actions ask of its kind and functions, and the actions it answers for.

use base::Id;
use db::{Db, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Answering, Function, Unit, Viewer};
use jiff::civil::Date;

use crate::content::{Action, Audience, Content, Expectation, Goal, Party};
use crate::plan::Plan;
use crate::promise::Promise;

/// What is expected of a unit.
#[derive(Debug, Clone, Default)]
pub struct Expectations {
    /// What actions ask of it, the soonest first, what has no day last.
    pub addressed: Vec<Addressed>,
    /// The actions it leads or takes part in, by plan and in the plan's order.
    pub actions: Vec<Promise>,
}

/// An expectation that is addressed to the unit or to somebody there, and where it comes from.
#[derive(Debug, Clone)]
pub struct Addressed {
    /// The plan.
    pub plan_id: Id,
    /// Its title.
    pub plan_title: String,
    /// The action.
    pub action_id: Id,
    /// The action's number.
    pub number: String,
    /// The action's wording.
    pub action: String,
    /// What is expected.
    pub expectation: Expectation,
    /// The day by which it is to be done next.
    pub next: Option<Date>,
}

/// What an adopted content that addresses anybody but units has somewhere in it, as it is stored.
const ADDRESSING: [&str; 2] = ["%\"expectations\":[{%", "%\"kind\":\"function\"%"];

impl Expectations {
    /// What plans in force that the viewer sees expect of a unit.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn of(db: &Db, viewer: &Viewer, unit: &Unit) -> Result<Self> {
        let asking = Asking {
            unit,
            answering: Answering::load(db).await?,
            functions: Function::list(db).await?,
            today: db.clock().today(),
        };
        let mut found = Self { addressed: Vec::new(), actions: asking.promised(db, viewer).await? };
        for (plan, content) in asking.contents(db, viewer).await? {
            asking.add(&plan, &content, &mut found);
        }
        found.addressed.sort_by_key(|one| (one.next.is_none(), one.next));
        Ok(found)
    }
}

/// A unit that looks for what is expected of it.
struct Asking<'a> {
    unit: &'a Unit,
    answering: Answering,
    functions: Vec<Function>,
    today: Date,
}

#[derive(FromQueryResult)]
struct Stored {
    plan_id: String,
    plan_title: String,
    owner_name: String,
    action_id: String,
    number: String,
    text: String,
    goal: String,
    frequency: Option<String>,
    time_plan: String,
    leads: bool,
}

#[derive(FromQueryResult)]
struct VersionRow {
    id: String,
    content: String,
}

impl Asking<'_> {
    /// The actions that units answer for which this one answers as. The leading ones of an action come first.
    async fn promised(&self, db: &Db, viewer: &Viewer) -> Result<Vec<Promise>> {
        let mut values = values![];
        let in_force = Plan::in_force(viewer, self.today, &mut values);
        let units: Vec<String> = self
            .answering
            .asked_as(&self.unit.id)
            .iter()
            .map(|unit| {
                values.push(unit.as_str().into());
                format!("${}", values.len())
            })
            .collect();
        let sql = format!(
            "SELECT p.id AS plan_id, p.title AS plan_title, u.name AS owner_name, a.action_id, a.number, a.text, a.goal, \
             a.frequency, a.time_plan, b.leads FROM version_action_body b JOIN plan p ON p.adopted_version_id = b.version_id \
             JOIN unit u ON u.id = p.owner_id \
             JOIN version_action a ON a.version_id = b.version_id AND a.action_id = b.action_id \
             WHERE b.unit_id IN ({}) AND {in_force} ORDER BY p.sort_key, p.id, a.position, b.leads DESC",
            units.join(", ")
        );
        let mut promises: Vec<Promise> = Vec::new();
        for row in db.all::<Stored>(&sql, values).await? {
            if !holds(&promises, &row.plan_id, &row.action_id) {
                promises.push(Promise {
                    plan_id: row.plan_id,
                    plan_title: row.plan_title,
                    owner_name: row.owner_name,
                    action_id: row.action_id,
                    number: row.number,
                    text: row.text,
                    goal: row.goal,
                    frequency: row.frequency,
                    time_plan: row.time_plan,
                    leads: row.leads,
                });
            }
        }
        Ok(promises)
    }

    /// The plans in force that address anybody but units, and in whose area the unit may lie, with what they say.
    async fn contents(&self, db: &Db, viewer: &Viewer) -> Result<Vec<(Plan, Content)>> {
        let plans = Plan::addressing(db, viewer, self.today, &ADDRESSING).await?;
        let plans: Vec<Plan> = plans.into_iter().filter(|plan| self.may_concern(plan)).collect();
        if plans.is_empty() {
            return Ok(Vec::new());
        }
        let versions: Vec<&Id> = plans.iter().filter_map(|plan| plan.adopted.as_ref()).collect();
        let places: Vec<String> = (1..=versions.len()).map(|place| format!("${place}")).collect();
        let sql = format!("SELECT id, content FROM plan_version WHERE id IN ({})", places.join(", "));
        let rows: Vec<VersionRow> = db.all(&sql, versions.into_iter().map(|id| id.as_str().into()).collect()).await?;
        let mut found = Vec::new();
        for plan in plans {
            let own = rows.iter().find(|row| plan.adopted.as_ref().is_some_and(|id| id.as_str() == row.id));
            if let Some(row) = own {
                let content = serde_json::from_str(&row.content)?;
                found.push((plan, content));
            }
        }
        Ok(found)
    }

    /// Whether the unit lies in the area of the plan's owner, within which a plan addresses people.
    fn may_concern(&self, plan: &Plan) -> bool {
        self.answering.area(&plan.owner).is_some_and(|area| self.unit.path.starts_with(area))
    }

    fn add(&self, plan: &Plan, content: &Content, found: &mut Expectations) {
        for (goal, action) in content.actions() {
            let ours = action.expectations.iter().filter(|one| self.is_addressed(&one.audience));
            let current = ours.filter(|one| is_current(&one.by, self.today));
            found.addressed.extend(current.map(|one| self.addressed(plan, action, one)));
            let by_function = action.parties().find(|(party, _)| self.is_at_ours(party));
            if let Some((_, leads)) = by_function
                && !holds(&found.actions, plan.id.as_str(), action.id.as_str())
            {
                found.actions.push(promise(plan, goal, action, leads));
            }
        }
    }

    fn addressed(&self, plan: &Plan, action: &Action, expectation: &Expectation) -> Addressed {
        Addressed {
            plan_id: plan.id.clone(),
            plan_title: plan.title.clone(),
            action_id: action.id.clone(),
            number: action.number.clone(),
            action: action.text.clone(),
            next: next(&expectation.by, self.today),
            expectation: expectation.clone(),
        }
    }

    fn is_addressed(&self, audience: &Audience) -> bool {
        let lies_within = |area: &Id| self.unit.path.split('/').any(|id| id == area.as_str());
        let has_function = audience.function.is_empty()
            || !audience.unit_kind.is_empty()
            || self.functions.iter().any(|one| one.name == audience.function && self.is_of(&one.unit_kind));
        let is_of_kind = audience.unit_kind.is_empty() || self.is_of(&audience.unit_kind);
        is_of_kind && has_function && audience.area.as_ref().is_none_or(lies_within)
    }

    /// Whether a party is a function that sits at units of our kind.
    fn is_at_ours(&self, party: &Party) -> bool {
        let Party::Function { function, .. } = party else { return false };
        self.functions.iter().any(|one| one.id == *function && self.is_of(&one.unit_kind))
    }

    fn is_of(&self, unit_kind: &str) -> bool {
        self.unit.kind.as_str() == unit_kind
    }
}

fn holds(promises: &[Promise], plan: &str, action: &str) -> bool {
    promises.iter().any(|promise| promise.plan_id == plan && promise.action_id == action)
}

fn promise(plan: &Plan, goal: Option<&Goal>, action: &Action, leads: bool) -> Promise {
    Promise {
        plan_id: plan.id.to_string(),
        plan_title: plan.title.clone(),
        owner_name: plan.owner_name.clone(),
        action_id: action.id.to_string(),
        number: action.number.clone(),
        text: action.text.clone(),
        goal: goal.map(|goal| goal.title.clone()).unwrap_or_default(),
        frequency: action.frequency.map(|frequency| crate::words::frequency(frequency).to_owned()),
        time_plan: action.time_plan.text.clone(),
        leads,
    }
}

/// The day that is meant next: a date as it is, `MM-DD` this year or the next.
fn next(by: &str, today: Date) -> Option<Date> {
    if let Ok(date) = by.parse() {
        return Some(date);
    }
    let in_year = |year: i16| {
        let last_of_february = || format!("{year}-02-28").parse().ok().filter(|_| by == "02-29");
        format!("{year}-{by}").parse::<Date>().ok().or_else(last_of_february)
    };
    in_year(today.year()).filter(|day| *day >= today).or_else(|| in_year(today.year() + 1))
}

/// Whether it is still to be done: what was due once in a year that is over is history.
fn is_current(by: &str, today: Date) -> bool {
    by.parse::<Date>().map_or(true, |date| date.year() >= today.year())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_of_every_year_comes_next_this_year_or_the_one_after() {
        let today = date(2025, 3, 1);
        for (by, expected) in [
            ("2024-12-31", Some(date(2024, 12, 31))),
            ("03-01", Some(date(2025, 3, 1))),
            ("02-28", Some(date(2026, 2, 28))),
            ("02-29", Some(date(2026, 2, 28))),
            ("snarast", None),
            ("", None),
        ] {
            assert_eq!(next(by, today), expected, "{by}");
        }
        assert!(!is_current("2024-12-31", today) && is_current("2025-01-01", today) && is_current("01-01", today));
    }
}
