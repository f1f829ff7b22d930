//! The invented county: bodies, units, groups and functions.

use std::collections::BTreeMap;

use base::Id;
use db::{Actor, Db, Event, values};
use identity::{Answers, Function, NewUnit, Unit, UnitKind};

use crate::{DemoError, data};

/// Writes all units in one change, parents first.
pub(crate) async fn write(db: &Db) -> Result<(), DemoError> {
    let organisation = data::organisation()?;
    let change = db.change(Actor::Command("demo")).await?;
    let mut waiting: Vec<&data::Unit> = organisation.unit.iter().collect();
    let mut written: Vec<&str> = Vec::new();
    while !waiting.is_empty() {
        let ready = |unit: &&data::Unit| unit.parent.as_deref().is_none_or(|parent| written.contains(&parent));
        let (now, later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(ready);
        if now.is_empty() {
            return Err(DemoError::Data("a unit's parent is missing".to_owned()));
        }
        for unit in now {
            new_unit(unit)?.write(&change).await?;
            written.push(&unit.id);
        }
        waiting = later;
    }
    for unit in &organisation.unit {
        history(&change, unit).await?;
    }
    for function in &organisation.function {
        let kind = function.kinds.first().cloned().unwrap_or_default();
        let function = Function { id: id(&function.id)?, name: function.name.clone(), unit_kind: kind };
        function.write(&change).await?;
    }
    let root = id("malarskars-lan")?;
    let detail = serde_json::json!({ "units": organisation.unit.len() });
    change.commit(Event::new("organisation.written", "unit", &root).with(detail)).await?;
    Ok(())
}

/// Former names, mergers and members: what needs the other unit to be there.
async fn history(change: &db::Change, unit: &data::Unit) -> Result<(), DemoError> {
    let unit_id = id(&unit.id)?;
    for former in &unit.former_names {
        let sql = "INSERT INTO unit_name (unit_id, name, valid_to) VALUES ($1, $2, $3)";
        change.execute(sql, values![unit_id.as_str(), former.name.as_str(), former.valid_to.as_str()]).await?;
    }
    if unit.valid_to.is_some() {
        let row = vec![("valid_to", unit.valid_to.clone().into()), ("successor_id", unit.merged_into.clone().into())];
        change.update("unit", &unit_id, row).await?;
    }
    for member in &unit.members {
        Unit::add_member(change, &unit_id, &id(member)?).await?;
    }
    Ok(())
}

fn new_unit(unit: &data::Unit) -> Result<NewUnit, DemoError> {
    let kind =
        UnitKind::parse(&unit.kind).ok_or_else(|| DemoError::Data(format!("{}: kind {}", unit.id, unit.kind)))?;
    Ok(NewUnit {
        id: Some(id(&unit.id)?),
        parent: unit.parent.as_deref().map(id).transpose()?,
        kind: Some(kind),
        name: unit.name.clone(),
        also: unit.also.clone(),
        role_text: unit.role.clone(),
        school_unit_code: unit.school_unit_code.clone(),
        municipality_code: unit.municipality_code.clone(),
        organisation_number: unit.organisation_number.clone(),
        details: details(&unit.more),
        answers: unit.answers.as_deref().and_then(Answers::parse),
        valid_from: unit.valid_from.clone(),
    })
}

/// What is known besides, each value as one text.
fn details(more: &BTreeMap<String, toml::Value>) -> BTreeMap<String, String> {
    let text = |value: &toml::Value| match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Array(values) => values.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>().join(", "),
        value => value.to_string(),
    };
    more.iter().map(|(name, value)| (name.clone(), text(value))).collect()
}

/// An id of the example.
pub(crate) fn id(text: &str) -> Result<Id, DemoError> {
    Id::parse(text).ok_or_else(|| DemoError::Data(format!("{text} is no id")))
}
