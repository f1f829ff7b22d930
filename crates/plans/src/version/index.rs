//! The rows beside a version's content: its actions, who answers for them and for how many, and its goals, so that they are found across plans.

use std::collections::BTreeMap;

use base::Id;
use db::{Change, Result, values};
use swedish::fold;

use crate::content::{Action, Content, Goal, Party};

/// One action as the index has it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    position: i64,
    id: Id,
    number: String,
    text: String,
    search: String,
    goal: String,
    frequency: Option<String>,
    time_plan: String,
    due: Option<String>,
    units: Vec<(Id, bool)>,
}

/// Writes what changed from the content before to the content after.
pub(super) async fn write(
    change: &Change,
    version: &Id,
    plan: &Id,
    before: Option<&Content>,
    after: &Content,
) -> Result<()> {
    write_goals(change, version, plan, before.map(goals).unwrap_or_default(), goals(after)).await?;
    let before = before.map(entries).unwrap_or_default();
    let after = entries(after);
    for old in &before {
        if !after.contains(old) {
            let values = values![version.as_str(), old.id.as_str()];
            change
                .execute("DELETE FROM version_action_body WHERE version_id = $1 AND action_id = $2", values.clone())
                .await?;
            change.execute("DELETE FROM version_action WHERE version_id = $1 AND action_id = $2", values).await?;
        }
    }
    for new in &after {
        if !before.contains(new) {
            insert(change, version, plan, new).await?;
        }
    }
    write_bodies(change, version, &bodies(&before), &bodies(&after)).await
}

/// How many actions each unit leads, and how many it takes part in besides.
type Bodies<'a> = BTreeMap<&'a Id, (i64, i64)>;

fn bodies(entries: &[Entry]) -> Bodies<'_> {
    let mut bodies = Bodies::new();
    for (unit, leads) in entries.iter().flat_map(|entry| &entry.units) {
        let (led, shared) = bodies.entry(unit).or_default();
        if *leads { *led += 1 } else { *shared += 1 }
    }
    bodies
}

async fn write_bodies(change: &Change, version: &Id, before: &Bodies<'_>, after: &Bodies<'_>) -> Result<()> {
    for (unit, _) in before.iter().filter(|(unit, counts)| after.get(**unit) != Some(counts)) {
        let values = values![version.as_str(), unit.as_str()];
        change.execute("DELETE FROM version_body WHERE version_id = $1 AND unit_id = $2", values).await?;
    }
    for (unit, (leads, takes_part)) in after.iter().filter(|(unit, counts)| before.get(**unit) != Some(counts)) {
        let row = vec![
            ("version_id", version.as_str().into()),
            ("unit_id", unit.as_str().into()),
            ("leads", (*leads).into()),
            ("takes_part", (*takes_part).into()),
        ];
        change.insert("version_body", row).await?;
    }
    Ok(())
}

async fn insert(change: &Change, version: &Id, plan: &Id, entry: &Entry) -> Result<()> {
    let row = vec![
        ("version_id", version.as_str().into()),
        ("action_id", entry.id.as_str().into()),
        ("plan_id", plan.as_str().into()),
        ("position", entry.position.into()),
        ("number", entry.number.as_str().into()),
        ("text", entry.text.as_str().into()),
        ("search", entry.search.as_str().into()),
        ("goal", entry.goal.as_str().into()),
        ("frequency", entry.frequency.clone().into()),
        ("time_plan", entry.time_plan.as_str().into()),
        ("due", entry.due.clone().into()),
    ];
    change.insert("version_action", row).await?;
    for (unit, leads) in &entry.units {
        let row = vec![
            ("version_id", version.as_str().into()),
            ("action_id", entry.id.as_str().into()),
            ("unit_id", unit.as_str().into()),
            ("leads", (*leads).into()),
        ];
        change.insert("version_action_body", row).await?;
    }
    Ok(())
}

/// One goal as the index has it, with its position.
type Listed<'a> = (i64, &'a Goal);

fn goals(content: &Content) -> Vec<Listed<'_>> {
    (0..).zip(&content.goals).collect()
}

async fn write_goals(
    change: &Change,
    version: &Id,
    plan: &Id,
    before: Vec<Listed<'_>>,
    after: Vec<Listed<'_>>,
) -> Result<()> {
    let same = |(at, one): &Listed<'_>, (other_at, other): &Listed<'_>| {
        at == other_at
            && (&one.id, &one.number, &one.title, &one.supports)
                == (&other.id, &other.number, &other.title, &other.supports)
    };
    for old in before.iter().filter(|old| !after.iter().any(|new| same(old, new))) {
        let values = values![version.as_str(), old.1.id.as_str()];
        change.execute("DELETE FROM version_goal WHERE version_id = $1 AND goal_id = $2", values).await?;
    }
    for new in after.iter().filter(|new| !before.iter().any(|old| same(old, new))) {
        let (position, goal) = *new;
        let row = vec![
            ("version_id", version.as_str().into()),
            ("goal_id", goal.id.as_str().into()),
            ("plan_id", plan.as_str().into()),
            ("position", position.into()),
            ("number", goal.number.as_str().into()),
            ("title", goal.title.as_str().into()),
            ("supports", goal.supports.as_ref().map(Id::as_str).into()),
        ];
        change.insert("version_goal", row).await?;
    }
    Ok(())
}

fn entries(content: &Content) -> Vec<Entry> {
    content.actions().zip(0..).map(|((goal, action), position)| entry(position, goal, action)).collect()
}

fn entry(position: i64, goal: Option<&Goal>, action: &Action) -> Entry {
    let mut units: Vec<(Id, bool)> = Vec::new();
    for (party, leads) in action.parties() {
        if let Some(unit) = party.unit().filter(|unit| !units.iter().any(|(other, _)| other == *unit)) {
            units.push((unit.clone(), leads));
        }
    }
    let names: Vec<&str> = action.parties().map(|(party, _)| Party::name(party)).collect();
    let goal = goal.map(|goal| goal.title.clone()).unwrap_or_default();
    let search = fold(&format!("{} {} {} {}", action.number, action.text, names.join(" "), goal));
    Entry {
        position,
        id: action.id.clone(),
        number: action.number.clone(),
        text: action.text.clone(),
        search,
        goal,
        frequency: action.frequency.map(|frequency| crate::words::frequency(frequency).to_owned()),
        time_plan: action.time_plan.text.clone(),
        due: action.time_plan.to.clone(),
        units,
    }
}
